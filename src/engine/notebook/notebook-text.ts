import { decode } from '../../discover/decode.ts';
import type { Excerpt, Region } from '../../model/finding.ts';
import { Source } from '../../model/source.ts';
import { excerptOf } from '../excerpt.ts';
import { lineHashes } from '../line-hash.ts';
import type { NotebookProgram } from './program.ts';

/** The texts of a notebook for the report: those of its cells, and that of the file itself. */
export class NotebookText {
  private readonly cells: ReadonlyMap<number, string>;
  private readonly file: Source;

  constructor({ cells }: NotebookProgram, bytes: Uint8Array) {
    const decoded = decode(bytes);
    this.cells = cells;
    this.file = new Source('', 'text' in decoded ? decoded.text : '');
  }

  /** The text about places of the notebook; each is in a cell. */
  excerpts(regions: readonly Region[]): (region: Region) => Excerpt {
    const lines = regions.flatMap(({ inFile }) => inFile?.line ?? []);
    const hashes = lineHashes(this.file.text, lines);
    return (region) => {
      const { cell = 0, inFile = region } = region;
      const { lineHash, ...own } = excerptOf(this.file, inFile, hashes);
      const shown = excerptOf(new Source('', this.cells.get(cell) ?? ''), region, hashes);
      return { ...shown, lineHash, inFile: own };
    };
  }
}
