import { decode } from '../../discover/decode.ts';
import { archivePlace } from '../../host/archive/names.ts';
import { attempt, type Host, HostError } from '../../host/host.ts';
import { isAboutAccepting } from '../../lint/own-rules.ts';
import type { FileEdit, Finding, SuppressionEdits } from '../../model/finding.ts';
import { logicalLines, sameCode } from '../../parse/logical-lines.ts';
import type { FileRecord } from '../file-stages.ts';
import { digestOf } from '../keeper.ts';
import { layoutOf, withInsertions } from './bytes.ts';
import { insertions } from './insertions.ts';

/**
 * The files with a suppression comment for every finding. Nothing is written here. A file is left as it is, and a
 * notice says why, where a comment cannot be put in without a doubt: the new text is read again, and must be the same
 * code.
 */
export function suppressionEdits(
  findings: readonly Finding[],
  reason: string | undefined,
  records: ReadonlyMap<string, FileRecord>,
  host: Host,
): SuppressionEdits {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    if (isAboutAccepting(finding.code)) continue;
    const group = groups.get(finding.file);
    if (group) group.push(finding);
    else groups.set(finding.file, [finding]);
  }
  const files: FileEdit[] = [];
  const notices: string[] = [];
  for (const [file, group] of groups) {
    const record = records.get(file);
    const edit = record ? fileEdit(record, group, reason, host) : 'it was not analysed';
    if (typeof edit === 'string') notices.push(`${file} is left as it is: ${edit}.`);
    else files.push(edit);
  }
  return { files, notices };
}

/** The file with its comments, or why it has none. */
function fileEdit(
  { file, facts, again: known }: FileRecord,
  findings: readonly Finding[],
  reason: string | undefined,
  host: Host,
): FileEdit | string {
  if (archivePlace(file.real)) return 'it lies in an archive';
  if (/\.ipynb$/i.test(file.real)) return 'comments in notebooks are yours to write';
  if (facts.problems.some((problem) => problem.class === 'syntax')) return 'it has a syntax error';
  const bytes = attempt(() => host.read(file.real));
  if (bytes instanceof HostError) return 'it cannot be read again';
  const isSame = 'bytes' in known ? Buffer.from(known.bytes).equals(bytes) : digestOf(bytes) === known.digest;
  if (!isSame) return 'it changed while the analysis ran';
  const decoded = decode(bytes);
  if (!('text' in decoded)) return 'it cannot be decoded';
  const { text } = decoded;
  const layout = layoutOf(bytes, text);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the range of ASCII
  if (layout !== 'utf-8' && /[^\x00-\x7f]/.test(reason ?? ''))
    return 'its encoding is not UTF-8, and the reason is not ASCII';
  const added = insertions(text, logicalLines(text), facts.pragmas, findings, reason, layout !== 'lines');
  const edited = withInsertions(bytes, text, layout, added);
  const again = decode(edited);
  if (!('text' in again) || !sameCode(text, again.text)) return 'with the comments it would be other code';
  return {
    path: file.real,
    shown: file.path,
    bytes: edited,
    comments: added.length,
    findings: findings.length,
  };
}
