import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One tarball as `npm pack` describes it; sizes in bytes. */
export interface Packed {
  readonly filename: string;
  readonly size: number;
  readonly unpackedSize: number;
  readonly files: readonly { readonly path: string; readonly size: number; readonly mode: number }[];
}

/** Four million bytes: what an installation may download. */
export const LARGEST_TARBALL = 4_000_000;

const EXPECTED = [
  /^(?:package\.json|README\.md|LICENSE|CHANGELOG\.md)$/,
  /^bin\/pyaudit-lint$/,
  /^dist\/[\w.-]+\.(?:js|txt|json|bin)$/,
  /^dist\/types\/(?:[\w.-]+\/)*[\w.-]+\.d\.ts$/,
  /^schema\/[\w.-]+\.json$/,
];
const REQUIRED = [
  'package.json',
  'README.md',
  'LICENSE',
  'bin/pyaudit-lint',
  'dist/main.js',
  'dist/api.js',
  'dist/rule-tester.js',
  'dist/types/bin/api.d.ts',
  'dist/types/bin/rule-tester.d.ts',
  'dist/LICENCES.txt',
];

/** Packs a folder, or says what would be packed if `into` is absent. */
export function pack(folder: string, into?: string): Packed {
  const where = into === undefined ? ['--dry-run'] : ['--pack-destination', into];
  const out = execFileSync('npm', ['pack', '--json', ...where], { cwd: folder, encoding: 'utf8' });
  return (JSON.parse(out) as Packed[])[0]!;
}

/** Why this tarball must not be published; empty if it may. */
export function packageProblems(folder: string, packed: Packed): string[] {
  const paths = packed.files.map(({ path }) => path);
  const root = process.cwd();
  return [
    ...REQUIRED.filter((path) => !paths.includes(path)).map((path) => `${path} is not in the tarball`),
    ...paths
      .filter((path) => !EXPECTED.some((pattern) => pattern.test(path)))
      .map((path) => `${path} does not belong in the tarball`),
    ...(packed.size > LARGEST_TARBALL
      ? [`the tarball has ${packed.size} bytes, over ${LARGEST_TARBALL}`]
      : []),
    ...paths
      .filter((path) => path.endsWith('.js') && readFileSync(join(folder, path), 'utf8').includes(root))
      .map((path) => `${path} names a folder of this machine`),
  ];
}
