import type { Scope } from '../config/settings.ts';
import { UsageError } from '../config/usage-error.ts';
import { discover } from '../discover/discover.ts';
import type { Discovery } from '../discover/source-file.ts';
import type { CallStatistics } from '../flow/graph/call-statistics.ts';
import type { Cache } from '../host/cache.ts';
import type { Host } from '../host/host.ts';
import type { LinkPaths } from '../link/program.ts';
import type { ConfiguredRule } from '../lint/rule/run.ts';
import type { ToolIdentity } from '../model/version.ts';
import { readDependencies } from './dependencies.ts';
import { type FileRecord, fileFacts, type RunLog } from './file-stages.ts';
import { Keeper } from './keeper.ts';
import { SHELL_FILE } from './notebook/shell.ts';
import { shellRecord } from './notebook/shell-record.ts';
import { STAGES, type Stages, sharingNames } from './stages.ts';
import { type StageTiming, Stopwatch } from './stopwatch.ts';

/** What a run may tell while it goes on, and what a test may put in. */
export interface RunIo {
  /** So many of so many files, in which stage. */
  readonly progress?: (done: number, total: number, stage: string) => void;
  /** Bytes of source of the whole program, packages included, before its values are solved. */
  readonly onRead?: (bytes: number) => void;
  readonly timings?: (timings: readonly StageTiming[]) => void;
  /** How many calls have a callee; counted only for those who ask. */
  readonly calls?: (statistics: CallStatistics) => void;
  /** Rules beyond the table, ours and those of plugins. */
  readonly rules?: readonly ConfiguredRule[];
  readonly stages?: Stages;
  /** What the tool is made of, as baselines record it; without saying, what it is. */
  readonly tool?: ToolIdentity;
  /** Whether findings come with the source around them; without saying, they do. */
  readonly excerpts?: boolean;
  /** What earlier runs found out of installed packages; absent: everything is found out anew. */
  readonly cache?: Cache;
  /** Told why something could not be kept. */
  readonly cacheTrouble?: (reason: string) => void;
  /** Bytes of source kept for the report; files beyond are read a second time. */
  readonly mostKept?: number;
}

/** All that is known of the files before they are put together. */
export interface ReadFiles {
  readonly found: Discovery;
  readonly records: ReadonlyMap<string, FileRecord>;
  /** Where imports look. */
  readonly paths: LinkPaths;
  readonly watch: Stopwatch;
  readonly log: RunLog;
}

/**
 * Finds the files and lowers them, then the modules of installed packages that they import. One file at a time is
 * read, parsed and lowered, and its text and tree are dropped.
 *
 * @throws UsageError if none of the paths named can be analysed.
 */
export function readFiles(settings: Scope, host: Host, io: RunIo): ReadFiles {
  const watch = new Stopwatch(host);
  const log: RunLog = { limits: [], faults: [] };
  const found = watch.time('discover', () => discover(host, settings));
  watch.weigh('discover');
  reportBadPaths(found, settings, log);
  log.limits.push(...found.limits);
  const stages = sharingNames(io.stages ?? STAGES);
  const records = new Map<string, FileRecord>();
  const keeper = new Keeper(io.mostKept);
  found.files.forEach((file, index) => {
    io.progress?.(index, found.files.length, 'files');
    const record = fileFacts(host, file, stages, watch, log, keeper);
    if (record) records.set(file.path, record);
  });
  if ([...records.values()].some(({ cells }) => cells)) records.set(SHELL_FILE, shellRecord(stages));
  const paths = readDependencies(records, {
    ...{ host, found, settings: settings.dependencies, stages, watch, log },
    ...(io.cache ? { cache: io.cache } : {}),
  });
  watch.weigh('facts');
  io.onRead?.([...records.values()].reduce((sum, { bytes }) => sum + bytes, 0));
  io.progress?.(found.files.length, found.files.length, 'values and calls');
  return { found, records, paths, watch, log };
}

function reportBadPaths(found: Discovery, settings: Scope, log: RunLog): void {
  const wrong = found.badPaths.filter(({ isMissing }) => !(isMissing && settings.missingIsFine));
  if (wrong.length > 0 && wrong.length === settings.paths.length) {
    throw new UsageError(wrong.map(({ message }) => message).join('\n'));
  }
  for (const { message } of wrong) log.faults.push({ stage: 'discover', message });
  for (const { path, message } of found.badPaths)
    log.limits.push({ kind: 'unreadable', file: path, reason: 'named path', message: `${message}.` });
}
