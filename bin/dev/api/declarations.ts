import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, normalize } from 'node:path';

/** What programs import, as sources. */
const ENTRIES = ['bin/api.ts', 'bin/rule-tester.ts'];

const SPECIFIER = /(\b(?:from|import)\s*\(?\s*['"])(\.[^'"]+)\.ts(['"])/g;

/**
 * The type declarations that programs read: those of the library's entries and of what these name, by path from the
 * repository's root, in its order. They name each other as the compiled files would be called.
 *
 * @throws Error with what the compiler says, where the sources have mistakes
 */
export function declarations(root: string): ReadonlyMap<string, string> {
  const folder = mkdtempSync(join(tmpdir(), 'pyaudit-declarations-'));
  try {
    emit(root, folder);
    const found = new Map<string, string>();
    const open = ENTRIES.map(declared);
    for (let path = open.pop(); path !== undefined; path = open.pop()) {
      if (found.has(path)) continue;
      const text = readFileSync(join(folder, path), 'utf8');
      found.set(path, text.replace(SPECIFIER, '$1$2.js$3'));
      for (const [, , specifier] of text.matchAll(SPECIFIER))
        open.push(declared(normalize(join(dirname(path), `${specifier}.ts`)).replaceAll('\\', '/')));
    }
    return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Writes the declarations into `types` of a bundle's folder. */
export function writeDeclarations(root: string, dist: string): void {
  for (const [path, text] of declarations(root)) {
    const file = join(dist, 'types', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

const declared = (path: string): string => path.replace(/\.ts$/, '.d.ts');

/** Writes declarations of all that the entries import. */
function emit(root: string, folder: string): void {
  const config = join(folder, 'tsconfig.json');
  const compilerOptions = {
    noEmit: false,
    declaration: true,
    emitDeclarationOnly: true,
    outDir: folder,
    rootDir: root,
    typeRoots: [join(root, 'node_modules/@types')],
  };
  const files = ENTRIES.map((entry) => join(root, entry));
  const whole = { extends: join(root, 'tsconfig.json'), compilerOptions, files, include: [] };
  writeFileSync(config, JSON.stringify(whole));
  const compiler = join(root, 'node_modules/typescript/lib/tsc.js');
  if (!existsSync(compiler)) throw new Error(`${compiler} is not there; run npm ci`);
  try {
    execFileSync(process.execPath, [compiler, '-p', config], { cwd: root, encoding: 'utf8' });
  } catch (error) {
    throw new Error(`no declarations: ${(error as { stdout?: string }).stdout ?? String(error)}`);
  }
}
