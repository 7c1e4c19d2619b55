import type { ResolvedOptions } from '../config/resolve.ts';
import type { BaselineSettings, Settings } from '../config/settings.ts';
import { UsageError } from '../config/usage-error.ts';
import type { BaselineReport, FileEdit, SuppressionEdits } from '../model/finding.ts';
import { neutralise } from '../report/neutralise.ts';
import { counted } from '../report/style.ts';
import type { CliIo } from './io.ts';
import { writeOutput } from './outputs.ts';

/** Where a baseline is written if nobody says where. */
export const DEFAULT_BASELINE = 'pyaudit-baseline.jsonl';

/** What the options say of findings that are accepted. */
export function acceptedSettings(
  options: ResolvedOptions,
): Pick<Settings, 'addIgnore' | 'baseline' | 'baselineCommit' | 'requireReason' | 'showAccepted'> {
  const baseline = baselineSettings(options);
  const revision = options.get('baseline-commit');
  if (revision !== undefined && baseline && baseline.action !== 'compare')
    throw new UsageError(
      `--${baseline.action}-baseline and --baseline-commit exclude each other; run them one after the other`,
    );
  return {
    // a revision takes the place of the file that the configuration names
    ...(baseline && revision === undefined ? { baseline } : {}),
    ...(revision === undefined ? {} : { baselineCommit: revision }),
    ...addIgnore(options),
    ...(options.get('require-reasons') ? { requireReason: true } : {}),
    ...(options.get('show-accepted') ? { showAccepted: true } : {}),
  };
}

function addIgnore(options: ResolvedOptions): Pick<Settings, 'addIgnore'> {
  const reason = options.get('reason')?.trim();
  if (!options.get('add-ignore')) return {};
  if (reason === undefined) {
    if (!options.get('require-reasons')) return { addIgnore: {} };
    throw new UsageError('--add-ignore wants --reason TEXT here, since `require-reasons` is on');
  }
  if (/[\r\n]/.test(reason)) throw new UsageError('--reason must be one line');
  if (/(?:^|\s)#(?:\s|$)/.test(reason))
    throw new UsageError('--reason must not hold a `#` between blanks: it would begin another comment');
  return { addIgnore: { reason } };
}

function baselineSettings(options: ResolvedOptions): BaselineSettings | undefined {
  const file = options.get('baseline');
  if (options.get('write-baseline')) return { file: file ?? DEFAULT_BASELINE, action: 'write' };
  if (options.get('prune-baseline')) return { file: file ?? DEFAULT_BASELINE, action: 'prune' };
  return file === undefined ? undefined : { file, action: 'compare' };
}

/** Writes a baseline where that was asked for, and tells what there is to tell of it on standard error. */
export async function writeBaseline(
  { name, accepted, notices, kept = 0, text }: BaselineReport,
  settings: BaselineSettings | undefined,
  io: CliIo,
): Promise<void> {
  const say = (sentence: string): void => io.stderr.write(`pyaudit-lint: ${neutralise(sentence)}\n`);
  for (const notice of notices) say(notice);
  if (text === undefined || !settings) return;
  await writeOutput(io, 'the baseline', settings.file, text);
  const findings = counted(accepted, 'finding');
  const more = kept > 0 ? `, and keeps ${kept} more that this run cannot judge` : '';
  if (settings.action === 'prune') say(`${name} is pruned; it accepts ${findings}${more}`);
  else say(`${name} accepts ${findings}; commit it, and name it with --baseline or in the configuration`);
}

/** Writes the files with their new comments. */
export async function writeComments({ files, notices }: SuppressionEdits, io: CliIo): Promise<void> {
  const say = (sentence: string): void => io.stderr.write(`pyaudit-lint: ${neutralise(sentence)}\n`);
  for (const { path, shown, bytes } of files) await writeOutput(io, `the comments of ${shown}`, path, bytes);
  for (const notice of notices) say(notice);
  const sum = (count: (edit: FileEdit) => number): number =>
    files.reduce((all, edit) => all + count(edit), 0);
  const comments = counted(
    sum((edit) => edit.comments),
    'comment',
  );
  const findings = counted(
    sum((edit) => edit.findings),
    'finding',
  );
  say(`wrote ${comments} for ${findings} into ${counted(files.length, 'file')}`);
}
