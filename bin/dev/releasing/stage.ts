import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { writeDeclarations } from '../api/declarations.ts';
import { type Manifest, releasedManifest } from './manifest.ts';

/** What the release commit holds besides the files of the package: what git and GitHub read from it. */
const AROUND_THE_PACKAGE = [
  'README.md',
  'LICENSE',
  'CHANGELOG.md',
  'docs',
  'action.yml',
  '.pre-commit-hooks.yaml',
  '.gitattributes',
  '.github/workflows/publish.yml',
];

/** Writes what is released into an empty folder: the tool, compiled, the files around it, and the released manifest. */
export function stage(root: string, folder: string): Manifest {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest;
  for (const path of [...manifest.files, ...AROUND_THE_PACKAGE]) {
    if (path === 'dist') continue;
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    cpSync(join(root, path), join(folder, path), { recursive: true });
  }
  execFileSync(process.execPath, [join(root, 'bin/dev/compile.mjs'), join(folder, 'dist')], {
    stdio: 'inherit',
  });
  writeDeclarations(root, join(folder, 'dist'));
  const released = releasedManifest(manifest);
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(released, null, 2)}\n`);
  return released;
}
