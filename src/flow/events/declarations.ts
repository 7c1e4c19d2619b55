import { OP, type OpId } from '../../facts/ir.ts';
import {
  OF_DIRECT_BASES,
  READS_ANNOTATIONS,
  READS_ANNOTATIONS_ONLY,
} from '../../stdlib/models/metaclasses.ts';
import type { ClassRecord } from '../classes/classes.ts';
import type { Flow } from '../flow.ts';
import { NO_COSTS } from '../graph/call-sites.ts';
import { metaclassOf } from '../library/metaclasses.ts';
import type { Activation } from '../solve/activations.ts';
import { VALUE } from '../solve/values.ts';
import type { Collector } from './collect.ts';
import { forwardReference, hasTextAnnotation, takesForwardReference } from './forward-references.ts';
import { libraryEvents } from './library.ts';

/**
 * What declarations raise inside the library: class statements with library bases (their metaclass and
 * `__init_subclass__`), and subscripts of typing names that turn texts into forward references.
 */
export function declarationEvents(collector: Collector): void {
  const { f } = collector;
  const made = classesByOp(f);
  for (const file of f.p.program.files) {
    const { kind } = file.facts;
    for (const { facts: fn, activations } of f.p.activations.functionsOf(file)) {
      for (let op = fn.start; op < fn.end; op++) {
        if (kind[op] === OP.Item) {
          for (const activation of activations.slice(0, 1)) subscript(collector, activation, op as OpId);
        } else if (kind[op] === OP.Class) {
          for (const record of made.get(file.facts)?.get(op as OpId) ?? []) {
            classStatement(collector, record, op as OpId);
          }
        }
      }
    }
  }
}

function subscript(collector: Collector, activation: Activation, op: OpId): void {
  if (takesForwardReference(collector.f, activation, op)) forwardReference(collector, activation, op);
}

/** Classes that statements make, the first of each statement. */
function classesByOp(f: Flow): Map<object, Map<OpId, ClassRecord[]>> {
  const found = new Map<object, Map<OpId, ClassRecord[]>>();
  for (const record of f.classes.all) {
    const { facts } = record.activation.file;
    const op = record.index < 0 ? undefined : facts.classes[record.index]?.op;
    if (op === undefined) continue;
    const own = found.get(facts) ?? new Map<OpId, ClassRecord[]>();
    found.set(facts, own);
    if (!own.has(op)) own.set(op, [record]);
  }
  return found;
}

function classStatement(collector: Collector, record: ClassRecord, op: OpId): void {
  const { f } = collector;
  const { activation } = record;
  const enter = (name: string) => libraryEvents(collector, activation, op, name, NO_COSTS);
  const direct = new Set(record.bases.flat());
  for (const base of record.order) {
    if (f.p.values.kind(base) !== VALUE.library) continue;
    const name = f.p.text(f.p.values.x(base)).replace(/^typing_extensions\./, 'typing.');
    enter(`${name}.__init_subclass__`);
    const found = metaclassOf(name);
    if (!found || (OF_DIRECT_BASES.has(found.of) && !direct.has(base))) continue;
    if (!READS_ANNOTATIONS_ONLY.has(found.metaclass)) enter(`${found.metaclass}.__new__`);
    if (READS_ANNOTATIONS.has(found.metaclass) && hasTextAnnotation(activation, op))
      forwardReference(collector, activation, op, `${found.metaclass}.__new__`);
  }
}
