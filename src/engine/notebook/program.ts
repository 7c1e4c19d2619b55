import type { Limit } from '../../model/finding.ts';
import { LineTable } from '../../model/line-table.ts';
import { parse } from '../../parse/parse.ts';
import { logicalLineEnd } from '../logical-lines.ts';
import { CellMap, type LineOrigin } from './cell-map.ts';
import { type Cell, type NoNotebook, pythonCells } from './cells.ts';
import { magicLine, type PythonLine, wholeCell } from './magics.ts';
import { PRELUDE } from './shell.ts';

/** A notebook as one program: its cells in their order, magics as what IPython makes of them. */
export interface NotebookProgram {
  readonly text: string;
  readonly map: CellMap;
  /** Cells that do not parse, which IPython would not run, and magics that are not known. */
  readonly limits: readonly Omit<Limit, 'file'>[];
  /** The source of a cell by its number, as people see it. */
  readonly cells: ReadonlyMap<number, string>;
}

/** What is left of a line that IPython reads otherwise. */
const NOTHING: PythonLine = { text: '' };

interface PythonCell {
  readonly lines: readonly PythonLine[];
  /** Line in the cell -> the magic on it. */
  readonly unknown: ReadonlyMap<number, string>;
}

/** Reads a notebook's JSON text; never throws for any text. */
export function notebookProgram(json: string): NotebookProgram | NoNotebook {
  const cells = pythonCells(json);
  if ('kind' in cells) return cells;
  const texts = [PRELUDE];
  const origins: (LineOrigin | undefined)[] = [undefined];
  const problems: { line: number; limit: Omit<Limit, 'file' | 'region'> }[] = [];
  for (const cell of cells) {
    const python = pythonOf(cell);
    for (const [line, name] of python.unknown)
      problems.push({ line: texts.length + line, limit: unknownMagic(name) });
    const text = python.lines.map((line) => line.text).join('\n');
    const problem = firstProblem(text);
    if (problem) problems.push({ line: texts.length + 1 + problem.line, limit: brokenCell(problem.message) });
    for (const [index, line] of python.lines.entries()) {
      texts.push(problem ? '' : line.text);
      origins.push(originOf(cell, index, line));
    }
  }
  const map = new CellMap(origins, new LineTable(json));
  const limits = problems.map(({ line, limit }) => {
    const width = (map.origin(line)?.width ?? 0) + 1;
    const region = map.region({ line, column: 1, endLine: line, endColumn: width });
    return { ...limit, ...(region ? { region } : {}) };
  });
  return {
    text: `${texts.join('\n')}\n`,
    map,
    limits,
    cells: new Map(cells.map(({ number, lines }) => [number, lines.map(({ text }) => text).join('\n')])),
  };
}

function originOf(cell: Cell, index: number, { shift }: PythonLine): LineOrigin {
  const { text, from, longer } = cell.lines[index]!;
  return {
    cell: cell.number,
    line: index + 1,
    json: { from, longer },
    width: text.trimEnd().length,
    indent: text.length - text.trimStart().length,
    ...(shift === undefined ? {} : { shift }),
  };
}

/** A line of Python for each line of the cell. */
function pythonOf({ lines }: Cell): PythonCell {
  const text = lines.map((line) => line.text).join('\n');
  const unknown = new Map<number, string>();
  const made = lines.map(({ text: own }): PythonLine => ({ text: own, shift: 0 }));
  const first = lines.findIndex((line) => line.text.trim() !== '');
  const whole = first < 0 ? undefined : wholeCell(lines[first]!.text, text);
  if (typeof whole === 'object') {
    made.fill(NOTHING);
    if ('code' in whole) made[first] = { text: whole.code };
    else unknown.set(first + 1, whole.unknown);
    return { lines: made, unknown };
  }
  if (whole === 'python') made[first] = NOTHING;
  if (!/[!%?]/.test(text)) return { lines: made, unknown };
  for (let at = 0, line = 0; at <= text.length && line < lines.length; ) {
    const found = made[line]!.text === '' ? undefined : magicAt(text, at, line, made, unknown);
    const end = found ?? logicalLineEnd(text, at);
    line += text.slice(at, end).split('\n').length - 1;
    at = end;
  }
  return { lines: made, unknown };
}

/** A line with those that a backslash at its end joins to it. */
const CONTINUED = /(?:[^\n]*\\\n)*[^\n]*/y;

/** Puts Python in the place of a magic that begins at an offset, and gives the end of its last line. */
function magicAt(
  text: string,
  at: number,
  line: number,
  made: PythonLine[],
  unknown: Map<number, string>,
): number | undefined {
  CONTINUED.lastIndex = at;
  const own = CONTINUED.exec(text)![0];
  const magic = magicLine(own);
  if (!magic) return undefined;
  if ('unknown' in magic) unknown.set(line + 1, magic.unknown);
  const indent = /^[ \t]*/.exec(own)![0];
  made[line] = 'unknown' in magic ? { text: `${indent}pass` } : magic;
  const further = own.split('\n').length - 1;
  for (let next = 1; next <= further; next++) made[line + next] = NOTHING;
  return at + own.length + 1;
}

/** IPython awaits at the top of a cell. */
const AWAITS = /^'(?:await|async \w+)' outside|^asynchronous comprehension outside/;

function firstProblem(text: string): { readonly line: number; readonly message: string } | undefined {
  const problem = parse(`${text}\n`).problems.find(({ message }) => !AWAITS.test(message));
  return problem && { line: text.slice(0, problem.from).split('\n').length - 1, message: problem.message };
}

const brokenCell = (message: string): Omit<Limit, 'file' | 'region'> => ({
  kind: 'syntax',
  reason: 'syntax error in a cell',
  message: `Syntax error: ${message}${/[.?!]$/.test(message) ? '' : '.'} IPython runs nothing of such a cell; it is not analysed.`,
});

const unknownMagic = (name: string): Omit<Limit, 'file' | 'region'> => ({
  kind: 'unresolved-call',
  reason: 'IPython magic',
  message: `What the magic ${name} does is not known; it is not analysed.`,
});
