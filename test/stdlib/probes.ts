import { readFileSync } from 'node:fs';
import type { Operation } from './operations.ts';

const at = (name: string): URL => new URL(`../fixtures/probes/${name}`, import.meta.url);

/** The file of the probes, a line each: modules, then what is run. */
export const PROBES_FILE = at('probes.txt');

/** Events that `run_probes.py` recorded, by probe, then by versions between blanks. */
type Recorded = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

/** A probe as an operation: its imports are the setup. */
export function probes(): Map<string, Operation> {
  const recorded = JSON.parse(readFileSync(at('probes.json'), 'utf8')) as Recorded;
  return new Map(
    Object.entries(recorded).map(([probe, byVersions]) => {
      const [modules = '', body = ''] = probe.split(' :: ');
      const events = Object.fromEntries(
        Object.entries(byVersions).flatMap(([versions, seen]) =>
          versions.split(' ').map((version) => [version, seen] as const),
        ),
      );
      return [probe, { setup: `import ${modules.replaceAll(',', ', ')}`, body, events }];
    }),
  );
}
