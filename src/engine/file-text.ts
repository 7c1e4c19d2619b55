import type { Limit } from '../model/finding.ts';
import { Source } from '../model/source.ts';
import type { FileRecord } from './file-stages.ts';
import type { FilterRun } from './filter-run.ts';
import { digestOf } from './keeper.ts';
import { logicalLines } from './logical-lines.ts';
import { NotebookText } from './notebook/notebook-text.ts';
import { readSource, type SourceText, sourceText } from './read-source.ts';

/** The text of an analysed file, read again when it is first asked for. */
export class FileText {
  private readonly record: FileRecord;
  private readonly run: Pick<FilterRun, 'host' | 'log'>;
  private loaded: Source | undefined;
  private lineOf: ((offset: number) => string) | undefined;
  /** Whether the text was asked for, and there was one. */
  isLoaded = false;
  /** Of a notebook that is loaded. */
  notebook: NotebookText | undefined;

  constructor(record: FileRecord, run: Pick<FilterRun, 'host' | 'log'>) {
    this.record = record;
    this.run = run;
  }

  /** Empty, and a limit, if the file is another by now; positions are those of the analysed state. */
  get source(): Source {
    if (!this.loaded) {
      const again = sourceAgain(this.record, this.run);
      this.isLoaded = again !== undefined;
      this.notebook = again?.notebook && new NotebookText(again.notebook, again.bytes);
      this.loaded = new Source(this.record.file.path, again?.text ?? '', this.record.lines);
    }
    return this.loaded;
  }

  /** Tokens of the logical line around an offset, joined by one blank, without comments. */
  logicalLine(offset: number): string {
    this.lineOf ??= logicalLines(this.source.text);
    return this.lineOf(offset);
  }
}

/** The file as it was analysed; undefined, and a limit, if it is another by now. */
function sourceAgain(
  { file, again }: FileRecord,
  { host, log }: Pick<FilterRun, 'host' | 'log'>,
): SourceText | undefined {
  const source = 'bytes' in again ? sourceText(again.bytes, file) : readSource(host, file);
  if ('text' in source && ('bytes' in again || digestOf(source.bytes) === again.digest)) return source;
  log.limits.push(changed(file.path));
  return undefined;
}

const changed = (file: string): Limit => ({
  kind: 'unreadable',
  file,
  reason: 'changed while running',
  message: 'The file changed while the analysis ran; its findings are those of its first state. Run again.',
});
