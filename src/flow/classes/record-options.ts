import { OP, type OpId } from '../../facts/ir.ts';
import type { Site } from '../solve/propagation.ts';
import type { ClassRecord } from './classes.ts';
import { flagAt } from './generated-init.ts';

/** Which methods a decorator of `dataclasses` or `attrs` writes besides `__init__`. */
interface Options {
  readonly eq: boolean;
  readonly order: boolean;
  readonly hash: boolean;
  readonly repr: boolean;
}

const byClass = new WeakMap<ClassRecord, Options>();

/**
 * Notes what `@dataclass`, bare or with options, writes into a class
 * (https://docs.python.org/3/library/dataclasses.html#dataclasses.dataclass).
 */
export function noteOptions(record: ClassRecord, { activation, op }: Site): void {
  const { facts } = activation.file;
  const factory = facts.kind[op] === OP.Call ? facts.a[op]! : -1;
  const call = (factory >= 0 && facts.kind[factory] === OP.Call ? factory : op) as OpId;
  const flag = (name: string, otherwise: boolean): boolean => flagAt(activation, call, name) ?? otherwise;
  const eq = flag('eq', true);
  byClass.set(record, {
    eq,
    order: flag('order', false),
    hash: flag('unsafe_hash', false) || (eq && flag('frozen', false)),
    repr: flag('repr', true),
  });
}

const ORDERINGS: ReadonlySet<string> = new Set(['__lt__', '__le__', '__gt__', '__ge__']);

/** Whether a decorator writes a method into a class that does not define it. */
export function isWritten(record: ClassRecord, method: string): boolean {
  const options = byClass.get(record);
  if (!options) return false;
  if (method === '__eq__') return options.eq;
  if (method === '__hash__') return options.hash;
  if (method === '__repr__') return options.repr;
  return options.order && ORDERINGS.has(method);
}
