import type { OpId } from '../../facts/ir.ts';
import { functionOf } from '../../facts/read-facts.ts';
import type { ProgramFile } from '../../link/program.ts';
import type { PlaceView } from '../../model/program-view.ts';

/** The place of an op. */
export function placeOf({ path, facts }: ProgramFile, op: OpId): PlaceView {
  return {
    file: path,
    at: { from: facts.atFrom[op]!, to: facts.atTo[op]! },
    site: { from: facts.from[op]!, to: facts.to[op]! },
    enclosing: facts.functions[functionOf(facts, op)]!.qualifiedName,
  };
}
