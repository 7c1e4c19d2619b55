import { UsageError } from '../../config/usage-error.ts';
import { PROVENANCES } from '../../model/finding.ts';
import { ALL_TARGETS, join, NO_TARGETS, parseTargets, type TargetMask } from '../../model/targets.ts';
import { type Baseline, type BaselineEntry, type FileState, FORMAT } from './baseline.ts';

const ANEW = 'or write it anew with --write-baseline';

type Fields = Readonly<Record<string, unknown>>;

/**
 * Reads a baseline. The order of its lines does not matter, and a line that a merge has doubled counts once.
 * @throws UsageError for a text that is no baseline, is damaged or was written by a newer tool; `path` is how the
 * message calls it.
 */
export function readBaseline(text: string, path: string): Baseline {
  const lines = text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/);
  const refuse = (line: number, message: string): UsageError => new UsageError(`${path}:${line}: ${message}`);
  const conflict = lines.findIndex((line) => /^(?:<{7}|={7}|>{7}|\|{7})(?: |$)/.test(line));
  if (conflict >= 0)
    throw refuse(
      conflict + 1,
      `a merge conflict stands here; keep the lines of both sides without the markers, ${ANEW}`,
    );
  const fields = (line: string): Fields | undefined => {
    try {
      const value: unknown = JSON.parse(line);
      return typeof value === 'object' && value !== null ? (value as Fields) : undefined;
    } catch {
      return undefined;
    }
  };
  const head = readHead(fields(lines[0] ?? ''), (message) => refuse(1, message));
  const entries = new Map<string, BaselineEntry>();
  const states: FileState[] = [];
  lines.slice(1).forEach((line, index) => {
    if (line.trim() === '') return;
    const read = fields(line);
    const entry = read && entryOf(read, index + 2);
    const state = read && stateOf(read);
    if (state) states.push(state);
    else if (entry) keepGreater(entries, entry);
    else if (read?.['pyaudit-baseline'] !== undefined)
      throw refuse(index + 2, `a second first line, as a merge leaves it; keep one of the two, ${ANEW}`);
    else throw refuse(index + 2, `this is no line of a baseline; take it from version control, ${ANEW}`);
  });
  return { ...head, entries: [...entries.values()], states };
}

function readHead(
  head: Fields | undefined,
  refuse: (message: string) => UsageError,
): Pick<Baseline, 'version' | 'data' | 'targets'> {
  const format = head?.['pyaudit-baseline'];
  if (typeof format === 'number' && format > FORMAT)
    throw refuse(
      `written by a newer pyaudit-lint (format ${format}, this one reads ${FORMAT}); upgrade pyaudit-lint, ${ANEW}`,
    );
  const targets = head && targetsOf(head.targets);
  const isHead = format === FORMAT && typeof head?.version === 'string' && typeof head.data === 'string';
  if (!isHead || targets === undefined)
    throw refuse(
      'this is no baseline of pyaudit-lint; name the right file, or write one with --write-baseline',
    );
  return { version: head.version as string, data: head.data as string, targets };
}

function targetsOf(value: unknown): TargetMask | undefined {
  if (!Array.isArray(value)) return undefined;
  try {
    return value.reduce((mask: TargetMask, text) => join(mask, parseTargets(String(text))), NO_TARGETS);
  } catch (error) {
    // of a newer tool: no run here covers it
    if (error instanceof RangeError) return ALL_TARGETS;
    throw error;
  }
}

function stateOf({ file, hash }: Fields): FileState | undefined {
  return typeof file === 'string' && typeof hash === 'string' ? { file, hash } : undefined;
}

function entryOf(fields: Fields, line: number): BaselineEntry | undefined {
  const { file, event, fingerprint, in: enclosing = '', provenance = 'direct', count = 1 } = fields;
  const known = PROVENANCES.find((one) => one === provenance);
  const isEntry =
    typeof file === 'string' &&
    typeof event === 'string' &&
    typeof enclosing === 'string' &&
    typeof fingerprint === 'string' &&
    /^[0-9a-f]{32}$/.test(fingerprint) &&
    Number.isSafeInteger(count) &&
    (count as number) > 0;
  return isEntry && known
    ? { file, event, enclosing, provenance: known, fingerprint, count: count as number, line }
    : undefined;
}

function keepGreater(entries: Map<string, BaselineEntry>, entry: BaselineEntry): void {
  const key = `${entry.fingerprint} ${entry.file}`;
  const before = entries.get(key);
  if (!before || before.count < entry.count) entries.set(key, entry);
}
