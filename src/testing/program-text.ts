/** A small program: text by path. */
export type Files = Readonly<Record<string, string>>;

/** The file that a text without headings is. */
const ONLY_FILE = 'main.py';

const HEADING = /^-- (\S+) --$/;

/** Takes away the indentation that all lines share, so that programs may stand indented in a test. */
function flush(text: string): string {
  const lines = text
    .replace(/^\n/, '')
    .replace(/\n[ \t]*$/, '\n')
    .split('\n');
  const depths = lines.filter((line) => line.trim() !== '').map((line) => line.search(/\S/));
  const common = Math.min(...depths, Number.POSITIVE_INFINITY);
  return lines.map((line) => line.slice(Number.isFinite(common) ? common : 0)).join('\n');
}

/**
 * The files of a program that is written as one text: each begins with a line `-- path --`; a text without such lines
 * is `main.py`. Lines are counted from the one behind the heading.
 *
 * @throws Error for text before the first heading, or a path given twice
 */
export function filesOf(program: string): Files {
  const text = flush(program);
  if (!text.split('\n').some((line) => HEADING.test(line))) return { [ONLY_FILE]: text };
  const files: Record<string, string[]> = {};
  let at: string[] | undefined;
  for (const line of text.split('\n')) {
    const path = HEADING.exec(line)?.[1];
    if (path !== undefined) {
      if (Object.hasOwn(files, path)) throw new Error(`${path} is given twice`);
      at = [];
      files[path] = at;
    } else if (at) at.push(line);
    else if (line.trim() !== '') throw new Error(`"${line.trim()}" stands before the first "-- path --"`);
  }
  return Object.fromEntries(Object.entries(files).map(([path, lines]) => [path, lines.join('\n')]));
}
