import * as T from '../generated/terms.ts';

/** The reserved words of CPython 3.8 to 3.15 (Grammar/python.gram), with their tokens. */
const KEYWORDS: Readonly<Record<string, number>> = {
  False: T.Boolean,
  None: T.None,
  True: T.Boolean,
  and: T.kwAnd,
  as: T.kwAs,
  assert: T.kwAssert,
  async: T.kwAsync,
  await: T.kwAwait,
  break: T.kwBreak,
  class: T.kwClass,
  continue: T.kwContinue,
  def: T.kwDef,
  del: T.kwDel,
  elif: T.kwElif,
  else: T.kwElse,
  except: T.kwExcept,
  finally: T.kwFinally,
  for: T.kwFor,
  from: T.kwFrom,
  global: T.kwGlobal,
  if: T.kwIf,
  import: T.kwImport,
  in: T.kwIn,
  is: T.kwIs,
  lambda: T.kwLambda,
  nonlocal: T.kwNonlocal,
  not: T.kwNot,
  or: T.kwOr,
  pass: T.kwPass,
  raise: T.kwRaise,
  return: T.kwReturn,
  try: T.kwTry,
  while: T.kwWhile,
  with: T.kwWith,
  yield: T.kwYield,
};

const SLOTS = 128;
const LONGEST = 8;
const KINDS = new Uint8Array(SLOTS);
const LENGTHS = new Uint8Array(SLOTS);
const UNITS = new Uint8Array(SLOTS * LONGEST);

// The factor was found by trial: no two words fall into one slot. The loop below proves it on each start.
function slotOf(first: number, last: number, length: number): number {
  return (first + last + length * 19) & (SLOTS - 1);
}

for (const [word, kind] of Object.entries(KEYWORDS)) {
  const slot = slotOf(word.charCodeAt(0), word.charCodeAt(word.length - 1), word.length);
  if (LENGTHS[slot] !== 0) throw new Error(`keyword table: ${word} falls on another word`);
  KINDS[slot] = kind;
  LENGTHS[slot] = word.length;
  for (let index = 0; index < word.length; index++) UNITS[slot * LONGEST + index] = word.charCodeAt(index);
}

/** Token of the reserved word at [start, end), or 0 if it is none. */
export function keywordAt(text: string, start: number, end: number): number {
  const length = end - start;
  if (length < 2 || length > LONGEST) return 0;
  const slot = slotOf(text.charCodeAt(start), text.charCodeAt(end - 1), length);
  if (LENGTHS[slot] !== length) return 0;
  for (let index = 0; index < length; index++) {
    if (UNITS[slot * LONGEST + index] !== text.charCodeAt(start + index)) return 0;
  }
  return KINDS[slot]!;
}
