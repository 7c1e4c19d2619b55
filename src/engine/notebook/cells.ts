import { eachString, type JsonLine, jsonLines } from './json-lines.ts';

/** A code cell of a notebook. */
export interface Cell {
  /** Its place among all cells of the notebook, from 1. */
  readonly number: number;
  readonly lines: readonly JsonLine[];
}

/** Why a notebook is not analysed. */
export interface NoNotebook {
  readonly kind: 'unreadable' | 'no-python';
  readonly reason: string;
  readonly message: string;
}

type Json = Readonly<Record<string, unknown>>;

const object = (value: unknown): Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};

/**
 * The code cells of a notebook (nbformat 4, https://nbformat.readthedocs.io), or why there are none. Cells that their
 * editor says to be in another language are left out.
 */
export function pythonCells(json: string): readonly Cell[] | NoNotebook {
  let parsed: Json;
  try {
    parsed = object(JSON.parse(json));
  } catch (error) {
    return broken(`it is no JSON (${error instanceof Error ? error.message.slice(0, 80) : 'syntax error'})`);
  }
  const { cells, metadata, nbformat } = parsed;
  if (nbformat !== undefined && (typeof nbformat !== 'number' || nbformat < 4)) return old(nbformat);
  if (!Array.isArray(cells)) return broken('it has no list of cells');
  const language = languageOf(object(metadata));
  if (language !== undefined && !/^i?python/i.test(language)) return foreign(language);
  const isCode = cells.map((cell) => isPythonCell(object(cell)));
  const lines = cells.map((): JsonLine[] => []);
  eachString(json, ([top, cell, key, ...rest], quote) => {
    if (top !== 'cells' || typeof cell !== 'number' || key !== 'source' || rest.length > 1) return;
    if (isCode[cell]) append(lines[cell]!, jsonLines(json, quote), json);
  });
  return lines.flatMap((own, index) => (isCode[index] ? [{ number: index + 1, lines: own }] : []));
}

/** Strings of a list are one text: what does not end its line goes on in the next. */
function append(lines: JsonLine[], more: readonly JsonLine[], json: string): void {
  const last = lines.at(-1);
  const isOpen = last !== undefined && !endsLine(json, last);
  if (!isOpen) lines.push(...more);
  else {
    const [first, ...rest] = more;
    // the places of the later string would need a second origin; what goes on stands at its beginning
    lines[lines.length - 1] = { ...last, text: last.text + (first?.text ?? '') };
    lines.push(...rest);
  }
}

function endsLine(json: string, { from, text, longer }: JsonLine): boolean {
  const end = from + text.length + longer.reduce((sum, [, more]) => sum + more, 0);
  return json.startsWith('\\n', end) || json.startsWith('\\u000a', end) || json.startsWith('\\u000A', end);
}

const isPythonCell = ({ cell_type: type, metadata }: Json): boolean => {
  const language = object(object(metadata).vscode).languageId;
  return type === 'code' && (language === undefined || language === 'python');
};

function languageOf(metadata: Json): string | undefined {
  const said = object(metadata.language_info).name ?? object(metadata.kernelspec).language;
  return typeof said === 'string' ? said : undefined;
}

const broken = (what: string): NoNotebook => ({
  kind: 'unreadable',
  reason: 'no notebook',
  message: `The file is no Jupyter notebook: ${what}. It is not analysed.`,
});

const old = (format: unknown): NoNotebook => ({
  kind: 'unreadable',
  reason: 'old notebook format',
  message: `Notebooks of format ${JSON.stringify(format)} are not read; \`jupyter nbconvert --to notebook --inplace\` makes one of format 4.`,
});

const foreign = (language: string): NoNotebook => ({
  kind: 'no-python',
  reason: 'notebook of another language',
  message: `The notebook is in ${language}, not in Python; it is not analysed.`,
});
