import type { Settings } from '../config/settings.ts';
import type { Host } from '../host/host.ts';
import type { NamedRule } from '../model/named-rule.ts';
import type { TargetMask } from '../model/targets.ts';
import type { FileRecord, RunLog } from './file-stages.ts';
import type { Stopwatch } from './stopwatch.ts';

/** What the findings are filtered by, and where the texts of their files are. */
export interface FilterRun {
  readonly records: ReadonlyMap<string, FileRecord>;
  readonly settings: Settings;
  readonly rules: readonly NamedRule[];
  readonly targets: TargetMask;
  readonly host: Host;
  /** Whether the report is about a file. */
  readonly isReported: (file: string) => boolean;
  readonly watch: Stopwatch;
  readonly log: RunLog;
  /** Whether the report shows source around its findings. */
  readonly excerpts: boolean;
}
