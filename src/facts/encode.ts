import type { Span } from '../model/finding.ts';
import { putConstant } from './encoding/constants.ts';
import {
  CHECKED_FROM,
  COLUMNS,
  checksum,
  FORMAT,
  HEADER,
  keyWords,
  MAGIC,
  sectionsOf,
} from './encoding/layout.ts';
import { RecordWriter } from './encoding/record-writer.ts';
import type { ClassFacts, FileFacts, FunctionFacts } from './ir.ts';

/** Kinds of functions and classes of problems by number; `decode.ts` reads them back. */
export const FUNCTION_KINDS = ['module', 'function', 'lambda'] as const;
export const PROBLEM_CLASSES = ['syntax', 'semantic'] as const;

/**
 * The facts of a file in one buffer: a header, the columns of the ops as they are, the records as words. Equal facts
 * give equal bytes. `key` names the build that may read them.
 */
export function encode(facts: FileFacts, key: string): Uint8Array {
  const records = new RecordWriter();
  putRecords(records, facts);
  const { strings } = records;
  let units = 0;
  for (const text of strings) units += text.length;
  const unitBytes = strings.every(isNarrow) ? 1 : 2;
  const sizes = {
    ops: facts.kind.length,
    lists: facts.lists.length,
    words: records.count,
    numbers: records.numbers.length,
    strings: strings.length,
    units,
    unitBytes,
  };
  const at = sectionsOf(sizes);
  const buffer = new ArrayBuffer(at.total);
  const header = new Int32Array(buffer);
  header[HEADER.magic] = MAGIC;
  header[HEADER.format] = FORMAT;
  [header[HEADER.keyLow], header[HEADER.keyHigh]] = keyWords(key);
  for (const field of ['ops', 'lists', 'words', 'numbers', 'strings', 'units', 'unitBytes'] as const) {
    header[HEADER[field]] = sizes[field];
  }
  new Float64Array(buffer, at.numbers, sizes.numbers).set(records.numbers);
  COLUMNS.forEach((column, index) => {
    new Int32Array(buffer, at.columns + index * sizes.ops * 4, sizes.ops).set(facts[column]);
  });
  new Int32Array(buffer, at.lists, sizes.lists).set(facts.lists);
  new Int32Array(buffer, at.words, sizes.words).set(records.words.subarray(0, records.count));
  const ends = new Int32Array(buffer, at.stringEnds, sizes.strings);
  const text =
    unitBytes === 1 ? new Uint8Array(buffer, at.units, units) : new Uint16Array(buffer, at.units, units);
  putTexts(strings, ends, text);
  new Uint8Array(buffer, at.kinds, sizes.ops).set(facts.kind);
  [header[HEADER.checkLow], header[HEADER.checkHigh]] = checksum(header, CHECKED_FROM);
  return new Uint8Array(buffer);
}

function isNarrow(text: string): boolean {
  for (let index = 0; index < text.length; index++) if (text.charCodeAt(index) > 0xff) return false;
  return true;
}

function putTexts(strings: readonly string[], ends: Int32Array, units: Uint8Array | Uint16Array): void {
  let at = 0;
  strings.forEach((text, id) => {
    for (let index = 0; index < text.length; index++) units[at++] = text.charCodeAt(index);
    ends[id] = at;
  });
}

function putRecords(w: RecordWriter, facts: FileFacts): void {
  w.each(facts.names, (name) => w.text(name));
  w.each(facts.constants, (constant) => putConstant(w, constant));
  w.each(facts.variables, ({ name, scope, function: holder }) => {
    w.text(name);
    w.put(scope);
    w.put(holder);
  });
  w.each(facts.functions, (one) => putFunction(w, one));
  w.each(facts.classes, (one) => putClass(w, one));
  w.each(facts.guards, ({ parent, kind, condition, when }) => {
    w.put(parent);
    w.put(kind);
    w.put(condition);
    w.flag(when);
  });
  w.each([...facts.globals], ([name, variable]) => {
    w.text(name);
    w.put(variable);
  });
  w.flag(facts.exports !== undefined);
  w.each(facts.exports ?? [], (name) => w.text(name));
  w.flag(facts.postponedAnnotations);
  w.each(facts.limits, ({ at }) => putSpan(w, at));
  w.each(facts.pragmas, ({ at, text, line, next }) => {
    for (const span of [at, line, next]) putSpan(w, span);
    w.text(text);
  });
  w.each(facts.problems, (problem) => {
    w.put(PROBLEM_CLASSES.indexOf(problem.class));
    w.put(problem.from);
    w.put(problem.to);
    w.text(problem.message);
  });
}

function putSpan(w: RecordWriter, { from, to }: Span): void {
  w.put(from);
  w.put(to);
}

function putFunction(w: RecordWriter, one: FunctionFacts): void {
  w.text(one.name);
  w.text(one.qualifiedName);
  w.put(FUNCTION_KINDS.indexOf(one.kind));
  w.flag(one.async);
  w.flag(one.generator);
  for (const word of [one.parent, one.guard, one.owner, one.returns, one.start, one.end]) w.put(word);
  putSpan(w, one.at);
  w.each(one.parameters, (parameter) => {
    w.text(parameter.name);
    w.put(parameter.kind);
    w.put(parameter.op);
    w.put(parameter.annotation);
    w.put(parameter.default);
  });
}

function putClass(w: RecordWriter, one: ClassFacts): void {
  w.text(one.name);
  w.text(one.qualifiedName);
  for (const word of [one.op, one.function, one.owner, one.at.from, one.at.to]) w.put(word);
}
