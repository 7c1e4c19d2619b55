import type { Excerpt, Region } from '../model/finding.ts';
import type { Source } from '../model/source.ts';

/** Lines shown before and after a region. */
const AROUND = 2;
/** A longer line is data; what is beyond tells nobody anything. */
const WIDEST = 2000;

/** The text around a region; `hashes` are those of the file's lines. */
export function excerptOf(source: Source, region: Region, hashes: ReadonlyMap<number, string>): Excerpt {
  const lines = (first: number, last: number): string[] => {
    const found: string[] = [];
    for (let line = first; line <= last; line++) found.push(source.line(line).slice(0, WIDEST));
    return found;
  };
  const contextStart = Math.max(1, region.line - AROUND);
  return {
    text: lines(region.line, region.endLine).join('\n'),
    contextStart,
    context: lines(contextStart, Math.min(source.lineCount, region.endLine + AROUND)),
    lineHash: hashes.get(region.line) ?? '',
  };
}
