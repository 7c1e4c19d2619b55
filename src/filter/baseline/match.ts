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

  /** The files that have the fingerprint left. */
  files({ fingerprint }: Known): string[] {
    return [...(this.entries.get(fingerprint)?.keys() ?? [])];
  }

  /** Takes one away of a file; whether there was one. */
  take({ fingerprint }: Known, from: string): boolean {
    const byFile = this.entries.get(fingerprint);
    const entry = byFile?.get(from);
    if (!byFile || !entry) return false;
    if (entry.count > 1) byFile.set(entry.file, { ...entry, count: entry.count - 1 });
    else byFile.delete(entry.file);
    return true;
  }

  left(): BaselineEntry[] {
    return [...this.entries.values()].flatMap((byFile) => [...byFile.values()]);
  }
}

/** Files that findings may have moved between, those that share the most findings first. */
function moves<F extends Known>(
  stock: Stock,
  findings: readonly F[],
  isElsewhere: (file: string) => boolean,
): { readonly from: string; readonly findings: readonly F[] }[] {
  const shared = new Map<string, { from: string; to: string; findings: F[] }>();
  for (const finding of findings) {
    for (const from of stock.files(finding)) {
      const key = JSON.stringify([from, finding.file]);
      const pair = shared.get(key) ?? { from, to: finding.file, findings: [] };
      pair.findings.push(finding);
      shared.set(key, pair);
    }
  }
  const elsewhere = new Map<string, boolean>();
  const isThere = (file: string): boolean => {
    const known = elsewhere.get(file) ?? isElsewhere(file);
    elsewhere.set(file, known);
    return known;
  };
  return [...shared.values()]
    .filter(({ from }) => !isThere(from))
    .sort(
      (a, b) =>
        b.findings.length - a.findings.length || compareText(a.from, b.from) || compareText(a.to, b.to),
    );
}

/**
 * Which findings a baseline accepts: as many of each fingerprint as it counts, wherever their lines have moved to.
 * Findings of the entry's own file come first, then those of the file that shares the most with it, so that a renamed
 * file holds and a copy is new; of copies in one file the last is. `isElsewhere`: the file is there but not part of
 * this run, so its entries wait for its own findings.
 */
export function matchBaseline<F extends Known>(
  entries: readonly BaselineEntry[],
  findings: readonly F[],
  isElsewhere: (file: string) => boolean,
): Matched<F> {
  const stock = new Stock(entries);
  const accepted = new Set(findings.filter((finding) => stock.take(finding, finding.file)));
  const others = findings.filter((finding) => !accepted.has(finding));
  for (const { from, findings: moved } of moves(stock, others, isElsewhere)) {
    for (const finding of moved) {
      if (!accepted.has(finding) && stock.take(finding, from)) accepted.add(finding);
    }
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
