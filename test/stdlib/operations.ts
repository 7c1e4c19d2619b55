import { readFileSync } from 'node:fs';
import { rules } from '../../rules/index.ts';
import { libraryValues } from '../../rules/library-values.ts';
import { compileRaisers } from '../../rules/raiser-table.ts';
import { lower } from '../../src/facts/lower.ts';
import { analyse } from '../../src/flow/analyse.ts';
import { link } from '../../src/link/link.ts';
import { lint } from '../../src/lint/lint.ts';
import type { Confidence } from '../../src/model/finding.ts';
import { Source } from '../../src/model/source.ts';
import { targetMask, type Version } from '../../src/model/targets.ts';
import { parse } from '../../src/parse/parse.ts';

/** One everyday operation and the events seen in it, by version: in order of first raising. */
export interface Operation {
  readonly setup: string;
  readonly body: string;
  readonly events: Readonly<Record<string, readonly string[] | { readonly events: readonly string[] }>>;
}

export const OPERATIONS = JSON.parse(
  readFileSync(new URL('../fixtures/operations/sequences.json', import.meta.url), 'utf8'),
) as Readonly<Record<string, Operation>>;

/** What the recorder defines before the setup: modules, a folder, a file in it, a folder with files. */
const PRELUDE = `import os, sys, tempfile
tmp = tempfile.mkdtemp()
F = tmp + '/f'
D = tmp + '/d'
`;

const TABLE = compileRaisers(rules, libraryValues);

/** What loading a module on the way raises: whether that happens depends on what was loaded before. */
export const OF_LOADING: ReadonlySet<string> = new Set([
  'import',
  'open',
  'compile',
  'exec',
  'marshal.loads',
  'code.__new__',
  'os.listdir',
]);

/** The events that the analysis says of an operation's body on one version, on Linux, with what it came through. */
export function predicted({ setup, body }: Operation, version: Version): Map<string, Prediction> {
  const before = `${PRELUDE}${setup}\n`;
  const text = `${before}${body}\n`;
  const path = 'operation.py';
  const facts = lower(parse(text));
  const program = link([{ path, root: '/', module: 'operation', isPackage: false, kind: 'script', facts }]);
  const source = new Source(path, text);
  const first = source.position(before.length).line;
  const found = new Map<string, Prediction>();
  const note = (event: string, confidence: Confidence, way: readonly string[]) => {
    const known = found.get(event);
    if (known && ORDER.indexOf(known.confidence) <= ORDER.indexOf(confidence)) return;
    found.set(event, { confidence, way });
  };
  for (const { event, at, confidence, witness, along } of lint(
    analyse(program, TABLE, targetMask([version], ['linux'])),
  )) {
    if (source.position(at.from).line < first) continue;
    const way = witness.slice(1).map(({ name }) => name);
    note(event, confidence, way);
    for (const other of along ?? []) note(other, 'low', way);
  }
  return found;
}

export interface Prediction {
  readonly confidence: Confidence;
  readonly way: readonly string[];
}

const ORDER: readonly Confidence[] = ['high', 'medium', 'low'];

/** The events seen; of an operation that failed those up to the failure. */
export function seen({ events }: Operation, version: string): readonly string[] {
  const found = events[version] ?? [];
  return 'events' in found ? found.events : found;
}
