import { dirname, join } from 'node:path';
import { declarations } from './declarations.ts';

const REPORT = 'bin/api/generated/public-api.txt';
const HEADER = `Made by bin/dev/generate api: what programs that import pyaudit-lint can see. A change here is a change for them:
a new name or an optional member asks for a minor version, anything else for a major one.
`;

/** One statement of a declaration file. */
interface Statement {
  readonly file: string;
  readonly text: string;
  /** The names it declares. */
  readonly names: readonly string[];
}

const COMMENT = /^[ \t]*\/\*\*?[\s\S]*?\*\/\n/gm;
const DECLARED = /^(?:export )?(?:declare )?(?:abstract )?(?:const|function|class|interface|type) ([\w$]+)/;
const IMPORT = /^import /;
const FROM = /\bfrom '(\.[^']+)\.js'/;

/** The public declarations as one text, without comments: the entries, then what they lead to, by file. */
export function apiReport(root: string): ReadonlyMap<string, string> {
  const files = new Map(
    [...declarations(root)].map(([file, text]) => [file, statements(file, text.replace(COMMENT, ''))]),
  );
  const seen = new Set<Statement>();
  for (const entry of ['bin/api.d.ts', 'bin/rule-tester.d.ts'])
    for (const statement of files.get(entry)!) reach(statement, files, seen);
  const parts = [...files].flatMap(([file, all]) => {
    const shown = all.filter((one) => seen.has(one) && !IMPORT.test(one.text));
    if (shown.length === 0) return [];
    const title = file.replace(/\.d\.ts$/, '');
    return [`\n== ${title}\n\n${shown.map(({ text }) => text).join('\n')}\n`];
  });
  return new Map([[REPORT, HEADER + parts.join('')]]);
}

/** A statement begins where a line begins without indent, and is no closing bracket. */
function statements(file: string, text: string): Statement[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const blocks: string[][] = [];
  for (const line of lines) {
    if (/^[^\s})\]|&]/.test(line)) blocks.push([line]);
    else blocks.at(-1)?.push(line);
  }
  return blocks.map((block) => {
    const whole = block.join('\n');
    const name = DECLARED.exec(whole)?.[1];
    return { file, text: whole, names: name === undefined ? [] : [name] };
  });
}

/** Marks a statement and all that its words lead to: in its own file, and through imports of it. */
function reach(
  statement: Statement,
  files: ReadonlyMap<string, readonly Statement[]>,
  seen: Set<Statement>,
): void {
  if (seen.has(statement)) return;
  seen.add(statement);
  const words = new Set(statement.text.match(/[A-Za-z_$][\w$]*/g));
  const from = targetOf(statement);
  const others = files.get(from ?? statement.file) ?? [];
  for (const other of others) if (other.names.some((name) => words.has(name))) reach(other, files, seen);
  if (from !== undefined) return;
  for (const other of files.get(statement.file) ?? []) {
    const target = IMPORT.test(other.text) ? targetOf(other) : undefined;
    if (target === undefined) continue;
    for (const named of files.get(target) ?? [])
      if (named.names.some((name) => words.has(name))) reach(named, files, seen);
  }
}

/** The file that a statement imports from or hands on. */
function targetOf({ file, text }: Statement): string | undefined {
  const path = FROM.exec(text)?.[1];
  return path === undefined ? undefined : join(dirname(file), `${path}.d.ts`).replaceAll('\\', '/');
}
