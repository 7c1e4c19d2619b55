import type { Settings } from '../config/settings.ts';
import type { Discovery } from '../discover/source-file.ts';
import { statisticsOf } from '../filter/statistics.ts';
import { byCodeUnits, type Host } from '../host/host.ts';
import { folderOf } from '../host/paths.ts';
import type { Inventory, Report } from '../model/finding.ts';
import type { RaiserTable } from '../model/raiser-table.ts';
import { DATA, VERSION } from '../model/version.ts';
import { suppressionEdits } from './add-ignore/add-ignore.ts';
import type { FileRecord, RunLog } from './file-stages.ts';
import { idleRules } from './filter-run.ts';
import { shownFindings } from './findings.ts';
import { gitFacts } from './git.ts';
import { linted } from './linted.ts';
import { compared, type Outcome } from './outcome.ts';
import { isWritten } from './places.ts';
import type { RunIo } from './read-files.ts';
import { reportedFiles } from './report-only.ts';
import type { RevisionReport } from './revision/revision-report.ts';
import { byLimitPlace, solvedProgram } from './solved-program.ts';
import { unheardComments } from './suppressions.ts';

/**
 * The main job: finds the files, runs every stage over them in order, and gives the report. A fault of ours in one
 * file or stage is noted in `report.faults`, and the rest goes on.
 *
 * @throws UsageError if none of the paths named can be analysed.
 */
export async function analysePaths(
  settings: Settings,
  host: Host,
  table: RaiserTable,
  io: RunIo = {},
): Promise<Report> {
  const before = await atRevision(settings, host, table, io);
  const { rules = [] } = io;
  const { found, records, watch, log, result } = solvedProgram(settings, host, table, {
    ...io,
    wantsProgram: rules.length > 0,
  });
  const { targets } = found;
  const isReported = reportedFiles(settings.reportOnly, found.files, host, log);
  const { findings, inventory } = linted(
    result,
    (finding) => isReported(finding.file) && isWritten(finding, records),
    rules,
    watch,
    log,
  );
  watch.weigh('lint');
  const named = { rules: table.named, idle: idleRules(table.named, rules) };
  const filtering = { ...named, records, settings, targets, host, isReported, watch, log };
  const run = { ...filtering, excerpts: io.excerpts ?? true };
  const shown = shownFindings(findings, run);
  const tool = io.tool ?? { version: VERSION, data: DATA };
  const outcome = compared(shown, { ...run, found, tool }, before);
  const { addIgnore } = settings;
  const edits = addIgnore && {
    edits: suppressionEdits(outcome.findings, addIgnore.reason, records, host),
  };
  watch.weigh('excerpts');
  io.timings?.(watch.timings());
  if (result.calls) io.calls?.(result.calls);
  const limits = log.limits.filter(({ file }) => isReported(file));
  const logged = { ...log, limits };
  return report({
    settings,
    host,
    found,
    records,
    log: logged,
    inventory,
    outcome: { ...outcome, ...edits },
  });
}

/** What the revision to compare with has, where there is one; its own run leaves nothing in memory but that. */
async function atRevision(
  settings: Settings,
  host: Host,
  table: RaiserTable,
  { rules, stages, onRead, cache }: RunIo,
): Promise<RevisionReport | undefined> {
  if (settings.baselineCommit === undefined) return undefined;
  const io: RunIo = {
    excerpts: false,
    ...(rules ? { rules } : {}),
    ...(stages ? { stages } : {}),
    ...(onRead ? { onRead } : {}),
    ...(cache ? { cache } : {}),
  };
  const { revisionReport } = await import('./revision/revision-report.ts');
  return revisionReport(settings.baselineCommit, settings, host, (rest, then) =>
    analysePaths(rest, then, table, io),
  );
}

interface RunResult {
  readonly settings: Settings;
  readonly host: Host;
  readonly found: Discovery;
  readonly records: ReadonlyMap<string, FileRecord>;
  readonly log: RunLog;
  readonly inventory: Inventory;
  readonly outcome: Outcome;
}

/** The package that a file is a module of; a module of none stands for itself. */
function packageOf(file: string, records: ReadonlyMap<string, FileRecord>): string {
  const place = records.get(file)?.file;
  if (!place) return file;
  return place.isPackage ? place.module : place.module.replace(/\.[^.]*$/, '');
}

function report({
  settings: { statistics },
  host,
  found,
  records,
  log,
  inventory,
  outcome,
}: RunResult): Report {
  let bytes = 0;
  let dependencies = 0;
  for (const record of records.values()) {
    if (record.file.isDependency || record.file.isStub) dependencies++;
    else bytes += record.bytes;
  }
  const analysed = records.size - dependencies;
  const unheard = unheardComments(records.values());
  const first = found.named[0];
  const repository = first && gitFacts(host, first.kind === 'file' ? folderOf(first.real) : first.real);
  return {
    tool: { name: 'pyaudit-lint', version: VERSION },
    targets: found.targets,
    files: {
      analysed,
      bytes,
      ...(dependencies > 0 ? { dependencies } : {}),
      ...(unheard > 0 ? { unheardComments: unheard } : {}),
      skipped: found.files.length - analysed + found.badPaths.length,
      excluded: new Map([...found.excluded].sort(([a], [b]) => byCodeUnits(a, b))),
    },
    ...outcome,
    ...(statistics
      ? { statistics: statisticsOf(outcome.findings, statistics, (file) => packageOf(file, records)) }
      : {}),
    inventory,
    limits: log.limits.sort(byLimitPlace),
    faults: log.faults,
    ...(repository ? { repository } : {}),
    directory: host.directory,
  };
}
