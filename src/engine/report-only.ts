import type { SourceFile } from '../discover/source-file.ts';
import { attempt, type Host, HostError } from '../host/host.ts';
import { below } from '../host/paths.ts';
import type { Limit } from '../model/finding.ts';
import type { RunLog } from './file-stages.ts';

/**
 * Tells whether the report is about a file, by its path as shown: about all where nothing is asked for. What is asked for
 * and not among the files is a limit, since a report without it would look like a clean one.
 */
export function reportedFiles(
  given: readonly string[] | undefined,
  files: readonly SourceFile[],
  host: Host,
  log: RunLog,
): (file: string) => boolean {
  if (given === undefined) return () => true;
  const wanted = new Set<string>(['']);
  for (const name of given) {
    const path = host.absolute(name);
    const real = attempt(() => host.realPath(path));
    const target = real instanceof HostError ? path : real;
    const inside = files.filter((file) => below(target, file.real) !== undefined);
    for (const file of inside) wanted.add(file.path);
    if (inside.length === 0) log.limits.push(notAnalysed(name));
    wanted.add(name);
  }
  return (file) => wanted.has(file);
}

const notAnalysed = (file: string): Limit => ({
  kind: 'no-python',
  file,
  reason: 'not analysed',
  message:
    'The report is to be about it, and it is not among the files analysed: it is no Python file, it was left out, or no path named leads to it.',
});
