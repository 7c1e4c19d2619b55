import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** One TypeScript or JavaScript file of ours. */
export interface SourceFile {
  /** From the repository's root, with forward slashes. */
  readonly path: string;
  readonly text: string;
  /** What it imports, types too: a path from the root for files of ours, else the specifier. */
  readonly imports: readonly string[];
}

// biome keeps imports in these forms: at the start of a line, single quotes, a semicolon. They stand at the head of
// a file; further down such a line is text, as in a script that writes source files.
const HEAD = /^(?:#!.*\n)?(?:\s*(?:\/\/.*|\/\*[\s\S]*?\*\/|import\b[^;]*;))*/;
const NAMES = String.raw`(?:\{[^}]*\}|\* as \w+|\*|\w+(?:, \{[^}]*\})?)`;
const IMPORT = new RegExp(`^import (?:(?:type )?${NAMES} from )?'([^']+)'`, 'gm');
const EXPORT = new RegExp(`^export (?:type )?${NAMES} from '([^']+)'`, 'gm');
const DYNAMIC = /\bimport\(\s*'([^']+)'/g;

const found = (form: RegExp, text: string) => [...text.matchAll(form)].map((match) => match[1]!);

/** The specifiers in a file's text. */
export function specifiers(text: string): string[] {
  return [...found(IMPORT, HEAD.exec(text)![0]), ...found(EXPORT, text), ...found(DYNAMIC, text)];
}

function read(path: string): SourceFile {
  const text = readFileSync(join(ROOT, path), 'utf8');
  const imports = specifiers(text).map((name) =>
    name.startsWith('.') ? relative(ROOT, join(ROOT, dirname(path), name)) : name,
  );
  return { path, text, imports };
}

/** Every source file under a top-level folder; fixtures are data, not ours. */
export function sourceFiles(...folders: readonly string[]): SourceFile[] {
  return folders.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
      .filter((path) => /\.(?:ts|mts|mjs|js)$/.test(path) && !path.startsWith('test/fixtures/'))
      .sort()
      .map(read),
  );
}
