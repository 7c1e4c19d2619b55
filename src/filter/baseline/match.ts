import { compareText } from '../../lint/order.ts';
import type { BaselineEntry } from './baseline.ts';

/** A finding as baselines know it. */
export interface Known {
  readonly fingerprint: string;
  /** As in the entries. */
  readonly file: string;
}

export interface Matched<F extends Known> {
  readonly accepted: readonly F[];
  readonly fresh: readonly F[];
  /** What no finding was found for; their counts are those that are left. */
  readonly left: readonly BaselineEntry[];
}

/** What is left of a baseline while findings are matched: of each fingerprint, its entries by file. */
class Stock {
  private readonly entries = new Map<string, Map<string, BaselineEntry>>();

  constructor(entries: readonly BaselineEntry[]) {
    for (const entry of entries) {
      const byFile = this.entries.get(entry.fingerprint) ?? new Map<string, BaselineEntry>();
      byFile.set(entry.file, entry);
      this.entries.set(entry.fingerprint, byFile);
    }
  }

  /** Takes one away, of that file or else of the first that `mayGive`; whether there was one. */
  take({ fingerprint, file }: Known, mayGive?: (file: string) => boolean): boolean {
    const byFile = this.entries.get(fingerprint);
    if (!byFile) return false;
    const from = mayGive ? [...byFile.keys()].sort(compareText).find(mayGive) : file;
    const entry = from === undefined ? undefined : byFile.get(from);
    if (!entry) return false;
    if (entry.count > 1) byFile.set(entry.file, { ...entry, count: entry.count - 1 });
    else byFile.delete(entry.file);
    return true;
  }

  left(): BaselineEntry[] {
    return [...this.entries.values()].flatMap((byFile) => [...byFile.values()]);
  }
}

/**
 * Which findings a baseline accepts: as many of each fingerprint as it counts, wherever their lines have moved to.
 * Findings of the entry's own file come first, then those of other files, so that a renamed file holds and a copy is
 * new; of copies in one file the last is. `isElsewhere`: the file is there but not part of this run, so its entries
 * wait for its own findings.
 */
export function matchBaseline<F extends Known>(
  entries: readonly BaselineEntry[],
  findings: readonly F[],
  isElsewhere: (file: string) => boolean,
): Matched<F> {
  const stock = new Stock(entries);
  const accepted = new Set(findings.filter((finding) => stock.take(finding)));
  for (const finding of findings) {
    if (!accepted.has(finding) && stock.take(finding, (file) => !isElsewhere(file))) accepted.add(finding);
  }
  return {
    accepted: findings.filter((finding) => accepted.has(finding)),
    fresh: findings.filter((finding) => !accepted.has(finding)),
    left: stock.left(),
  };
}

/** The findings as entries: alike by fingerprint and file counted together. */
export function entriesOf(
  findings: readonly (Known & Pick<BaselineEntry, 'event' | 'enclosing' | 'provenance'>)[],
): BaselineEntry[] {
  const entries = new Map<string, BaselineEntry>();
  for (const { fingerprint, file, event, enclosing, provenance } of findings) {
    const key = `${fingerprint} ${file}`;
    const count = (entries.get(key)?.count ?? 0) + 1;
    entries.set(key, { fingerprint, file, event, enclosing, provenance, count, line: 0 });
  }
  return [...entries.values()];
}
