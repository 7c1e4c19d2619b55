import { decode } from '../discover/decode.ts';
import type { SourceFile } from '../discover/source-file.ts';
import { unreadable } from '../discover/walk.ts';
import { attempt, type Host, HostError } from '../host/host.ts';
import type { Limit } from '../model/finding.ts';
import { type NotebookProgram, notebookProgram } from './notebook/program.ts';

/**
 * Beyond this a source file is refused: time and memory are in step with its size, and a minute spent on one file of
 * generated data is worse than saying that it was left out. The largest file of CPython's library has 0.7 MB.
 */
export const MOST_BYTES = 64 * 2 ** 20;

export interface SourceText {
  readonly text: string;
  readonly bytes: Uint8Array;
  /** Of a notebook: where the lines of the text come from. */
  readonly notebook?: NotebookProgram;
}

/** What a file is written as: Python, or a notebook. */
export const isNotebook = ({ path }: SourceFile): boolean => /\.ipynb$/.test(path);

/** A file's text, or the limit that says why there is none. */
export function readSource(host: Host, file: SourceFile): SourceText | { readonly limit: Limit } {
  const bytes = attempt(() => host.read(file.real, MOST_BYTES));
  if (bytes instanceof HostError) return { limit: unreadable(file.path, bytes, advice(bytes)) };
  return sourceText(bytes, file);
}

/** The program that the bytes of a file are, or why they are none. */
export function sourceText(bytes: Uint8Array, file: SourceFile): SourceText | { readonly limit: Limit } {
  const decoded = decode(bytes);
  if ('reason' in decoded) {
    const { reason, message, line } = decoded;
    const region = { line, column: 1, endLine: line, endColumn: 1 };
    return { limit: { kind: 'encoding', file: file.path, region, reason, message } };
  }
  if (!isNotebook(file)) return { text: decoded.text, bytes };
  const notebook = notebookProgram(decoded.text);
  if ('kind' in notebook) return { limit: { file: file.path, ...notebook } };
  return { text: notebook.text, bytes, notebook };
}

function advice({ code }: HostError): string {
  switch (code) {
    case 'denied':
      return 'The file is not analysed: give the user who runs this read permission.';
    case 'too-large':
      return `The file is not analysed: the most is ${MOST_BYTES} bytes. Split it, or move its data out of the code.`;
    case 'missing':
      return 'The file went away while the analysis ran, or its name is not valid UTF-8.';
    default:
      return 'The file is not analysed.';
  }
}
