import { unreachable } from '../../model/brand.ts';
import type { Constant } from '../../model/constant.ts';
import { FactsError } from './facts-error.ts';
import type { RecordReader } from './record-reader.ts';
import type { RecordWriter } from './record-writer.ts';

/** How a constant is stored: its tag, then what the tag asks for. */
const TAG = {
  none: 0,
  ellipsis: 1,
  false: 2,
  true: 3,
  int: 4,
  bigInt: 5,
  float: 6,
  complex: 7,
  str: 8,
  bytes: 9,
  tuple: 10,
  unknown: 11,
} as const;

type Stored = Constant | { readonly kind: 'unknown' };

/** Writes one constant; tuples, which no literal gives, may hold others. */
export function putConstant(writer: RecordWriter, constant: Stored): void {
  switch (constant.kind) {
    case 'none':
      return writer.put(TAG.none);
    case 'ellipsis':
      return writer.put(TAG.ellipsis);
    case 'unknown':
      return writer.put(TAG.unknown);
    case 'bool':
      return writer.put(constant.value ? TAG.true : TAG.false);
    case 'int':
      if (typeof constant.value === 'number') return putNumber(writer, TAG.int, constant.value);
      return putText(writer, TAG.bigInt, constant.value.toString());
    case 'float':
      return putNumber(writer, TAG.float, constant.value);
    case 'complex':
      return putText(writer, TAG.complex, constant.text);
    case 'str':
      return putText(writer, TAG.str, constant.value);
    case 'bytes':
      return putText(writer, TAG.bytes, constant.value);
    case 'tuple':
      writer.put(TAG.tuple);
      return writer.each(constant.items, (item) => putConstant(writer, item));
    default:
      return unreachable(constant);
  }
}

function putNumber(writer: RecordWriter, tag: number, value: number): void {
  writer.put(tag);
  writer.number(value);
}

function putText(writer: RecordWriter, tag: number, text: string): void {
  writer.put(tag);
  writer.text(text);
}

/** @throws FactsError where no constant stands. */
export function takeConstant(reader: RecordReader): Constant {
  const constant = takeStored(reader);
  if (constant.kind === 'unknown') throw new FactsError('corrupt', 'an unknown value outside of a tuple');
  return constant;
}

function takeStored(reader: RecordReader): Stored {
  const tag = reader.next();
  switch (tag) {
    case TAG.none:
      return { kind: 'none' };
    case TAG.ellipsis:
      return { kind: 'ellipsis' };
    case TAG.unknown:
      return { kind: 'unknown' };
    case TAG.false:
    case TAG.true:
      return { kind: 'bool', value: tag === TAG.true };
    case TAG.int:
      return { kind: 'int', value: reader.number() };
    case TAG.bigInt:
      return { kind: 'int', value: bigInt(reader.text()) };
    case TAG.float:
      return { kind: 'float', value: reader.number() };
    case TAG.complex:
      return { kind: 'complex', text: reader.text() };
    case TAG.str:
      return { kind: 'str', value: reader.text() };
    case TAG.bytes:
      return { kind: 'bytes', value: reader.text() };
    case TAG.tuple:
      return { kind: 'tuple', items: reader.each(() => takeStored(reader)) };
    default:
      throw new FactsError('corrupt', 'no such constant');
  }
}

function bigInt(digits: string): bigint {
  if (!/^-?\d+$/.test(digits)) throw new FactsError('corrupt', 'an integer without digits');
  return BigInt(digits);
}
