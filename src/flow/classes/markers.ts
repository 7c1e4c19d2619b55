import { type FileFacts, type FunctionFacts, GUARD } from '../../facts/ir.ts';
import type { Site } from '../solve/propagation.ts';
import type { Token } from '../solve/values.ts';
import type { ClassRecord } from './classes.ts';

/** What a class may define whose instances say no more than that they are not each other. */
const SHOWN_AND_COPIED: ReadonlySet<string> = new Set(
  '__init__ __repr__ __str__ __format__ __bool__ __eq__ __ne__ __hash__ __copy__ __deepcopy__ __reduce__'.split(
    ' ',
  ),
);

/**
 * Objects that a program tests by identity: what a module's body makes once is one object (`MISSING = Marker()`), and
 * a value that `is` it is no other. In large programs this holds for instances of marker classes alone: those without
 * bases and without methods but for being made, shown and copied. Errs toward missing what copies of a marker do.
 */
export class Markers {
  private readonly classes = new Map<Token, boolean>();
  private readonly single = new Set<Token>();

  /** Whether the instances of a class are markers. */
  has(record: ClassRecord): boolean {
    let known = this.classes.get(record.token);
    if (known === undefined) {
      known = isMarker(record);
      this.classes.set(record.token, known);
    }
    return known;
  }

  /** Notes that an instance is made once. */
  note(instance: Token): void {
    this.single.add(instance);
  }

  /** Whether a value is one object of the program that runs. */
  isSingle(token: Token): boolean {
    return this.single.has(token);
  }
}

function isMarker({ index, activation, bases }: ClassRecord): boolean {
  if (index < 0 || bases.length > 0) return false;
  return activation.file.facts.functions.every(
    ({ owner, name }) => owner !== index || SHOWN_AND_COPIED.has(name),
  );
}

/** Whether an op runs once at most: in a module's body, outside of loops. */
export function runsOnce({ activation: { file, index }, op }: Site): boolean {
  const facts: FileFacts = file.facts;
  const { kind }: FunctionFacts = facts.functions[index]!;
  if (kind !== 'module') return false;
  for (let id: number = facts.guard[op]!; id !== 0; id = facts.guards[id]!.parent) {
    if (facts.guards[id]!.kind === GUARD.loop) return false;
  }
  return true;
}
