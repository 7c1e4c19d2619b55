import type { FileFacts, OpId } from '../../facts/ir.ts';
import type { Constant } from '../../model/constant.ts';

/** What a value is known to be from the text alone: a constant, something that is not None; `undefined`: unknown. */
export type Outline =
  | Constant
  | typeof SOMETHING
  | typeof TRUE_OBJECT
  | InstanceOutline
  | ContainerOutline
  | MemberOutline
  | undefined;

/** An instance of a class of the file. */
export interface InstanceOutline {
  readonly kind: 'instance';
  readonly facts: FileFacts;
  readonly type: OpId;
  /** Nothing in the class says whether its instances are true, so that they are. */
  readonly isTrue: boolean;
}

/** A display that is handed to a call and looked at there. */
export interface ContainerOutline {
  readonly kind: 'container';
  readonly container: number;
  readonly size: number;
  /** Of a dict, where all are known. */
  readonly keys?: readonly string[];
}

/** A member of an enumeration of the file whose members all have values of their own. */
export interface MemberOutline {
  readonly kind: 'member';
  readonly facts: FileFacts;
  readonly type: OpId;
  readonly name: string;
}

export const SOMETHING = { kind: 'something' } as const;
/** Something that is true: functions, classes, instances of classes without `__bool__` and `__len__`. */
export const TRUE_OBJECT = { kind: 'true object' } as const;
