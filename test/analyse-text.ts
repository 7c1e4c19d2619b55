import { lower } from '../src/facts/lower.ts';
import { analyse } from '../src/flow/analyse.ts';
import { link } from '../src/link/link.ts';
import type { RaiserTable } from '../src/model/raiser-table.ts';
import { Source } from '../src/model/source.ts';
import type { TargetMask } from '../src/model/targets.ts';
import { parse } from '../src/parse/parse.ts';

export interface ReportedEvent {
  readonly event: string;
  readonly line: number;
  readonly targets: TargetMask;
  /** Calls between the place and the raiser, that of the raiser included. */
  readonly edges: number;
}

/** Analyses one program, a script on its own: each finding's event, 1-based line and targets. */
export function analyseText(text: string, table: RaiserTable, targets: TargetMask): readonly ReportedEvent[] {
  const path = 'example.py';
  const facts = lower(parse(text));
  const program = link([{ path, root: '/', module: path, isPackage: false, kind: 'script', facts }]);
  const source = new Source(path, text);
  return analyse(program, table, targets).events.map(({ event, at, edges, targets: on }) => ({
    event: 'id' in event ? table.rules[event.id]!.event : (event.custom ?? ''),
    line: source.position(at.from).line,
    targets: on,
    edges,
  }));
}
