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

// biome keeps imports in these forms: at the start of a line, single quotes, a semicolon.
const NAMES = String.raw`(?:\{[^}]*\}|\* as \w+|\*|\w+(?:, \{[^}]*\})?)`;
const STATIC = new RegExp(`^(?:import|export)(?: type)? ${NAMES} from '([^']+)'`, 'gm');
const BARE = /^import '([^']+)';/gm;
const DYNAMIC = /\bimport\(\s*'([^']+)'/g;

/** The specifiers in a file's text, in no particular order. */
export function specifiers(text: string): string[] {
  return [STATIC, BARE, DYNAMIC].flatMap((form) => [...text.matchAll(form)].map((match) => match[1]!));
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
