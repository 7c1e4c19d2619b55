import type { ArgumentMap, EventRule, Place, Raiser } from '../../src/model/catalogue.ts';
import type { Constant, ConstantOrUnknown } from '../../src/model/constant.ts';
import { convert } from '../../src/model/conversion.ts';
import { parseVersions, type Version } from '../../src/model/targets.ts';
import {
  type Example,
  examples,
  type Interpreter,
  type LiteralCall,
  markedLines,
  type Plain,
  works,
} from './examples.ts';

export type Verdict = 'confirmed' | 'not in this build' | 'failed';

export interface Judged {
  readonly example: Example;
  readonly verdict: Verdict;
  readonly why: string;
}

/** What an interpreter says that has not got the API: a module, an attribute or the operation is missing. */
const LACKS = /^(ModuleNotFoundError|ImportError|AttributeError|OSError: \[Errno 138\])/;

const raised = (interpreter: Interpreter, example: Example): boolean => {
  const lines = markedLines(example.code);
  const events = interpreter.results.get(example.id)?.events ?? [];
  return lines.every((line) => events.some(([event, at]) => event === example.rule.event && at === line));
};

/** Each raiser's example against what this interpreter did, for the versions in which the raiser works. */
export function judgeRaisers(interpreter: Interpreter): Judged[] {
  return examples.flatMap((example): Judged[] => {
    const { rule, raiser } = example;
    const result = interpreter.results.get(example.id);
    if (!raiser || !result || !works(rule, raiser, interpreter.version)) return [];
    if (raised(interpreter, example)) return [{ example, verdict: 'confirmed', why: '' }];
    const why = result.error ?? 'ran without the event on the marked line';
    return [{ example, verdict: LACKS.test(why) ? 'not in this build' : 'failed', why }];
  });
}

/** Examples that raised the event in a version in which no raiser of that API should. */
export function unexpected(interpreter: Interpreter): string[] {
  return examples.flatMap(({ id, rule, raiser, code }) => {
    if (!raiser || !interpreter.results.has(id) || !('api' in raiser)) return [];
    const known = rule.raisedBy.some(
      (other) => 'api' in other && other.api === raiser.api && works(rule, other, interpreter.version),
    );
    return !known && raised(interpreter, { id, rule, raiser, code }) ? [id] : [];
  });
}

/** Near misses that raised the event after all, or did not run to their end. */
export function badNearMisses(interpreter: Interpreter): string[] {
  return examples.flatMap(({ id, rule, raiser }) => {
    const result = interpreter.results.get(id);
    if (raiser || !result) return [];
    if (result.events.some(([event]) => event === rule.event)) return [`${id} raised it`];
    return result.error && !LACKS.test(result.error) ? [`${id}: ${result.error}`] : [];
  });
}

function constant(plain: Plain): ConstantOrUnknown {
  if ('bytes' in plain) return { kind: 'bytes', value: plain.bytes };
  if ('items' in plain) return { kind: 'tuple', items: plain.items.map(constant) };
  if ('other' in plain) return { kind: 'unknown' };
  const { value } = plain;
  if (value === null) return { kind: 'none' };
  if (typeof value === 'boolean') return { kind: 'bool', value };
  return typeof value === 'number' ? { kind: 'int', value } : { kind: 'str', value };
}

function operand(call: LiteralCall, places: readonly Place[]): ConstantOrUnknown | undefined {
  for (const place of places) {
    const [kind, name = ''] = place.split(':');
    if (kind === 'args') return { kind: 'tuple', items: call.args.map(constant) };
    if (kind === 'arg') {
      const found = call.args.at(Number(name));
      if (found) return constant(found);
    } else if (kind === 'kw') {
      const found = call.keywords[name];
      if (found) return constant(found);
    } else return { kind: 'unknown' };
  }
  return undefined;
}

/** What the map says that the event carries; undefined for values the map does not know. */
function expected(call: LiteralCall, map: ArgumentMap, name: string): ConstantOrUnknown | undefined {
  const source = map[name];
  if (!source) return undefined;
  if (!('from' in source)) return operand(call, source);
  const value = operand(call, source.from) ?? source.default;
  return value && source.convert ? convert(value, source.convert) : value;
}

/** Equal as values; str and bytes of the same text are equal, since raisers convert between them. */
function same(want: ConstantOrUnknown, got: Constant | ConstantOrUnknown): boolean {
  if (want.kind === 'unknown' || got.kind === 'unknown') return true;
  if (want.kind === 'tuple' && got.kind === 'tuple') {
    return (
      want.items.length === got.items.length &&
      want.items.every((item, index) => same(item, got.items[index]!))
    );
  }
  if ('value' in want && 'value' in got)
    return want.value === got.value || Number(want.value) === Number(got.value);
  return want.kind === got.kind;
}

export interface ArgumentCheck {
  readonly compared: number;
  readonly wrong: readonly string[];
}

/** WebAssembly reads a 64-bit length as 32 bits and so shows a wrong number. */
const WRONG_IN_PYODIDE = /^(os\.truncate#\d+): length /;

/** The arguments that events carried against those that the maps promise for the literal operands of the call. */
export function checkArguments(interpreter: Interpreter): ArgumentCheck {
  let compared = 0;
  const wrong: string[] = [];
  for (const { id, rule, raiser } of examples) {
    const result = interpreter.results.get(id);
    if (!raiser?.map || !result?.arguments || !result.call || !calls(raiser, result.call)) continue;
    if (!works(rule, raiser, interpreter.version)) continue;
    const names = argumentNames(rule, interpreter.version);
    if (names.length !== result.arguments.length) {
      wrong.push(`${id}: ${result.arguments.length} arguments, the rule has ${names.length}`);
      continue;
    }
    names.forEach((name, index) => {
      const want = expected(result.call!, raiser.map!, name);
      if (want === undefined || want.kind === 'unknown') return;
      compared++;
      const got = constant(result.arguments![index]!);
      if (!same(want, got))
        wrong.push(`${id}: ${name} is ${JSON.stringify(got)}, not ${JSON.stringify(want)}`);
    });
  }
  const pyodide = interpreter.name.startsWith('pyodide');
  return { compared, wrong: wrong.filter((line) => !(pyodide && WRONG_IN_PYODIDE.test(line))) };
}

const argumentNames = (rule: EventRule, version: Version): string[] =>
  rule.arguments
    .filter(({ versions }) => !versions || parseVersions(versions).includes(version))
    .map(({ name }) => name);

/** Whether the call on the marked line is that of the raiser itself, not of a wrapper in the example. */
function calls(raiser: Raiser, call: LiteralCall): boolean {
  if (raiser.kind !== 'call') return false;
  const last = (name: string) => name.slice(name.lastIndexOf('.') + 1);
  return call.name !== null && [raiser.api, ...(raiser.aliases ?? [])].map(last).includes(call.name);
}
