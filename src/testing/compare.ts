import type { Confidence, Region } from '../model/finding.ts';

type Place = Pick<Region, 'line' | 'column' | 'endLine' | 'endColumn'>;

/** What a rule said of a program. */
export interface Said extends Place {
  readonly file: string;
  readonly message: string;
  readonly confidence: Confidence;
  /** Names of its steps. */
  readonly witness: readonly string[];
}

/** What a case expects of that; what it leaves out may be anything. */
export type Wanted = Pick<Said, 'file' | 'line' | 'message'> & Partial<Said>;

const FREE = ['column', 'endLine', 'endColumn', 'confidence', 'witness'] as const;

const isSame = (left: unknown, right: unknown): boolean => JSON.stringify(left) === JSON.stringify(right);

const fits = (said: Said, wanted: Wanted): boolean =>
  (['file', 'line', 'message'] as const).every((field) => said[field] === wanted[field]) &&
  FREE.every((field) => wanted[field] === undefined || isSame(said[field], wanted[field]));

/** One finding as a line that a difference of two shows well. */
function lineOf({ file, line, column, endLine, endColumn, message, confidence, witness }: Wanted): string {
  const end = [endLine, endColumn].filter((part) => part !== undefined).join(':');
  const place = [file, line, ...(column === undefined ? [] : [column])].join(':');
  return [
    `${place}${end === '' ? '' : `-${end}`}: ${message}`,
    ...(confidence === undefined ? [] : [`(${confidence})`]),
    ...(witness === undefined ? [] : [`by ${witness.join(' -> ') || 'nothing'}`]),
  ].join(' ');
}

/** As much of what was said as some finding of the case asks for. */
function asAsked(said: Said, wanted: readonly Wanted[]): Wanted {
  const { file, line, message } = said;
  const asked = FREE.filter((field) => wanted.some((one) => one[field] !== undefined));
  return { file, line, message, ...Object.fromEntries(asked.map((field) => [field, said[field]])) };
}

/** Each finding has to be expected once. @throws Error that names what is missing and what is extra */
export function compare(said: readonly Said[], wanted: readonly Wanted[]): void {
  const left = [...said];
  const missing: string[] = [];
  for (const one of wanted) {
    const index = left.findIndex((other) => fits(other, one));
    if (index < 0) missing.push(`- ${lineOf(one)}`);
    else left.splice(index, 1);
  }
  const extra = left.map((one) => `+ ${lineOf(asAsked(one, wanted))}`);
  if (missing.length + extra.length > 0)
    throw new Error(
      ['the rule does not say what the case expects (- expected, + said):', ...missing, ...extra].join('\n'),
    );
}
