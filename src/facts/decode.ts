import type { Span } from '../model/finding.ts';
import { FUNCTION_KINDS, PROBLEM_CLASSES } from './encode.ts';
import { takeConstant } from './encoding/constants.ts';
import { FactsError } from './encoding/facts-error.ts';
import {
  CHECKED_FROM,
  COLUMNS,
  checksum,
  FORMAT,
  HEADER,
  HEADER_WORDS,
  keyWords,
  MAGIC,
  type Sizes,
  sectionsOf,
} from './encoding/layout.ts';
import { RecordReader } from './encoding/record-reader.ts';
import type {
  ClassFacts,
  ClassIndex,
  FileFacts,
  FunctionFacts,
  FunctionIndex,
  Guard,
  GuardId,
  GuardKind,
  OpId,
  ParameterFacts,
  ParameterKind,
  ScopeId,
  VariableFacts,
  VariableId,
} from './ir.ts';

/**
 * The facts that `encode` put into `bytes`. Their columns are views of the same memory, so it must not be written to
 * afterwards; bytes that do not lie on a boundary of eight are copied first.
 *
 * @throws FactsError for bytes that are no facts, those of another build, or damaged.
 */
export function decode(bytes: Uint8Array, key: string): FileFacts {
  if (bytes.length < HEADER_WORDS * 4) throw new FactsError('truncated', 'shorter than a header');
  const aligned = bytes.byteOffset % 8 === 0 ? bytes : bytes.slice();
  const { buffer, byteOffset, length } = aligned;
  const header = new Int32Array(buffer, byteOffset, length >> 2);
  const sizes = checkedSizes(header, length, key);
  const at = sectionsOf(sizes);
  const ints = (offset: number, count: number) => new Int32Array(buffer, byteOffset + offset, count);
  const reader = new RecordReader(
    ints(at.words, sizes.words),
    new Float64Array(buffer, byteOffset + at.numbers, sizes.numbers),
    ints(at.stringEnds, sizes.strings),
    sizes.unitBytes === 1
      ? new Uint8Array(buffer, byteOffset + at.units, sizes.units)
      : new Uint16Array(buffer, byteOffset + at.units, sizes.units),
  );
  const column = (name: (typeof COLUMNS)[number]) =>
    ints(at.columns + COLUMNS.indexOf(name) * sizes.ops * 4, sizes.ops);
  const facts: FileFacts = {
    ...records(reader),
    kind: new Uint8Array(buffer, byteOffset + at.kinds, sizes.ops),
    a: column('a'),
    b: column('b'),
    c: column('c'),
    guard: column('guard'),
    from: column('from'),
    to: column('to'),
    atFrom: column('atFrom'),
    atTo: column('atTo'),
    lists: ints(at.lists, sizes.lists),
  };
  reader.end();
  return facts;
}

function checkedSizes(header: Int32Array, length: number, key: string): Sizes {
  if (header[HEADER.magic] !== MAGIC) throw new FactsError('foreign', 'no facts, or of another byte order');
  const [keyLow, keyHigh] = keyWords(key);
  if (
    header[HEADER.format] !== FORMAT ||
    header[HEADER.keyLow] !== keyLow ||
    header[HEADER.keyHigh] !== keyHigh
  ) {
    throw new FactsError('other-build', 'written by another build');
  }
  const size = (field: keyof Sizes): number => {
    const value = header[HEADER[field]]!;
    if (value < 0) throw new FactsError('corrupt', `a size below zero: ${field}`);
    return value;
  };
  const sizes: Sizes = {
    ops: size('ops'),
    lists: size('lists'),
    words: size('words'),
    numbers: size('numbers'),
    strings: size('strings'),
    units: size('units'),
    unitBytes: size('unitBytes'),
  };
  const { total } = sectionsOf(sizes);
  if (total > length) throw new FactsError('truncated', `${length} bytes of ${total}`);
  const [low, high] = checksum(header, CHECKED_FROM);
  if (total < length || low !== header[HEADER.checkLow] || high !== header[HEADER.checkHigh]) {
    throw new FactsError('corrupt', 'the checksum is another');
  }
  return sizes;
}

function records(r: RecordReader) {
  const names = r.each(() => r.text());
  const constants = r.each(() => takeConstant(r));
  const variables = r.each(
    (): VariableFacts => ({
      name: r.text(),
      scope: r.next() as ScopeId,
      function: r.next() as FunctionIndex,
    }),
  );
  const functions = r.each(() => takeFunction(r));
  const classes = r.each(() => takeClass(r));
  const guards = r.each(
    (): Guard => ({
      parent: r.next() as GuardId,
      kind: r.next() as GuardKind,
      condition: r.next() as OpId,
      when: r.flag(),
    }),
  );
  const globals = new Map(r.each(() => [r.text(), r.next() as VariableId] as const));
  const hasExports = r.flag();
  const exports = r.each(() => r.text());
  return {
    names,
    constants,
    variables,
    functions,
    classes,
    guards,
    globals,
    exports: hasExports ? exports : undefined,
    postponedAnnotations: r.flag(),
    limits: r.each(() => ({ kind: 'too-deep' as const, at: takeSpan(r) })),
    pragmas: r.each(() => {
      const [at, line, next] = [takeSpan(r), takeSpan(r), takeSpan(r)];
      return { at, text: r.text(), line, next };
    }),
    problems: r.each(() => ({
      class: memberOf(PROBLEM_CLASSES, r.next()),
      from: r.next(),
      to: r.next(),
      message: r.text(),
    })),
  };
}

const takeSpan = (r: RecordReader): Span => ({ from: r.next(), to: r.next() });

function memberOf<T>(members: readonly T[], index: number): T {
  const member = members[index];
  if (member === undefined) throw new FactsError('corrupt', 'a number stands for nothing');
  return member;
}

function takeFunction(r: RecordReader): FunctionFacts {
  return {
    name: r.text(),
    qualifiedName: r.text(),
    kind: memberOf(FUNCTION_KINDS, r.next()),
    async: r.flag(),
    generator: r.flag(),
    parent: r.next() as FunctionIndex,
    guard: r.next() as GuardId,
    owner: r.next() as ClassIndex,
    returns: r.next() as OpId,
    start: r.next(),
    end: r.next(),
    at: takeSpan(r),
    parameters: r.each(
      (): ParameterFacts => ({
        name: r.text(),
        kind: r.next() as ParameterKind,
        op: r.next() as OpId,
        annotation: r.next() as OpId,
        default: r.next() as OpId,
      }),
    ),
  };
}

function takeClass(r: RecordReader): ClassFacts {
  return {
    name: r.text(),
    qualifiedName: r.text(),
    op: r.next() as OpId,
    function: r.next() as FunctionIndex,
    owner: r.next() as ClassIndex,
    at: takeSpan(r),
  };
}
