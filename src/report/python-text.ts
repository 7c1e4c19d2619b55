import { unreachable } from '../model/brand.ts';
import type { Constant, ConstantOrUnknown } from '../model/constant.ts';
import type { ArgumentValue } from '../model/finding.ts';
import { neutralise } from './neutralise.ts';

function quoted(value: string): string {
  const quote = value.includes("'") && !value.includes('"') ? '"' : "'";
  const body = value
    .replaceAll('\\', '\\\\')
    .replaceAll(quote, `\\${quote}`)
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t');
  return `${quote}${neutralise(body)}${quote}`;
}

const bytesText = (value: string): string =>
  `b${quoted(value).replace(/[\u0080-\u00ff]/g, (unit) => `\\x${unit.charCodeAt(0).toString(16)}`)}`;

function floatText(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
  return Number.isInteger(value) && Math.abs(value) < 1e16 ? `${value}.0` : String(value);
}

/** The constant as Python's `repr` shows it; `?` for what is not known. Terminal controls are escaped. */
export function pythonText(constant: ConstantOrUnknown): string {
  switch (constant.kind) {
    case 'none':
      return 'None';
    case 'ellipsis':
      return 'Ellipsis';
    case 'bool':
      return constant.value ? 'True' : 'False';
    case 'int':
      return String(constant.value);
    case 'float':
      return floatText(constant.value);
    case 'complex':
      return neutralise(constant.text);
    case 'str':
      return quoted(constant.value);
    case 'bytes':
      return bytesText(constant.value);
    case 'tuple': {
      const items = constant.items.map(pythonText);
      return items.length === 1 ? `(${items[0]},)` : `(${items.join(', ')})`;
    }
    case 'unknown':
      return '?';
    default:
      return unreachable(constant);
  }
}

/** Constants longer than this are cut in lines meant for people. */
const LONGEST = 60;

const cut = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text);

/** As `pythonText`, but permission bits in octal, as they are written. */
function valueText(name: string, constant: Constant): string {
  const isPermissions = name === 'mode' && constant.kind === 'int' && constant.value >= 0;
  return isPermissions ? `0o${constant.value.toString(8)}` : pythonText(constant);
}

function argumentText(name: string, value: ArgumentValue): string {
  switch (value.kind) {
    case 'value':
      return cut(valueText(name, value.value));
    case 'unknown':
      return '?';
    case 'redacted':
      return '<redacted>';
    default:
      return unreachable(value);
  }
}

type Arguments = readonly (readonly [name: string, value: ArgumentValue])[];

/** The receiver and the interpreter's own state (`sys.path`) are in every such event; unknown, they tell nothing. */
const isTelling = ([name, value]: Arguments[number]): boolean =>
  value.kind !== 'unknown' || (name !== 'self' && name !== 'obj' && !name.startsWith('sys.'));

/** `path='/etc/hosts', mode='r', flags=?`; without an unknown receiver. */
export const argumentsText = (given: Arguments): string =>
  given
    .filter(isTelling)
    .map(([name, value]) => `${neutralise(name)}=${argumentText(name, value)}`)
    .join(', ');

/** `open(path='/etc/hosts', mode='r', flags=?)` */
export const eventText = (event: string, given: Arguments): string =>
  `${neutralise(event)}(${argumentsText(given)})`;
