import type { Settings } from '../config/settings.ts';
import type { Host } from '../host/host.ts';
import type { ConfiguredRule } from '../lint/rule/run.ts';
import type { NamedRule } from '../model/named-rule.ts';
import type { TargetMask } from '../model/targets.ts';
import type { FileRecord, RunLog } from './file-stages.ts';
import type { Stopwatch } from './stopwatch.ts';

/** What the findings are filtered by, and where the texts of their files are. */
export interface FilterRun {
  readonly records: ReadonlyMap<string, FileRecord>;
  readonly settings: Settings;
  readonly rules: readonly NamedRule[];
  /** Those of them that did not run, by code: what they would have found is not known. */
  readonly idle: ReadonlySet<string>;
  readonly targets: TargetMask;
  readonly host: Host;
  /** Whether the report is about a file. */
  readonly isReported: (file: string) => boolean;
  readonly watch: Stopwatch;
  readonly log: RunLog;
  /** Whether the report shows source around its findings. */
  readonly excerpts: boolean;
}

/** The codes of the rules with code of their own that are not among those that ran. */
export function idleRules(named: readonly NamedRule[], ran: readonly ConfiguredRule[]): ReadonlySet<string> {
  const codes = new Set(ran.map(({ rule }) => rule.meta.code));
  const isIdle = ({ category, code }: NamedRule): boolean =>
    (category === 'hooks' || category === 'plugin') && !codes.has(code);
  return new Set(named.filter(isIdle).map(({ code }) => code));
}
