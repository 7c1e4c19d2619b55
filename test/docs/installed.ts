import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from '../sources.ts';
import { readPage } from './page.ts';

const TSX = ['--import', pathToFileURL(join(ROOT, 'node_modules/tsx/dist/esm/index.mjs')).href];

/** Writes the files of a guide, each named in its first line, into a folder. */
export function writeGuide(page: string, folder: string): void {
  for (const { lines } of readPage(page).blocks) {
    const name = /^(?:\/\/|#) (\S+\.(?:js|ts|py|toml))$/.exec(lines[0] ?? '')?.[1];
    if (name !== undefined) writeFileSync(join(folder, name), `${lines.join('\n')}\n`);
  }
}

/** A folder with a package `pyaudit-lint` that is our sources, and the files of a guide beside it. */
export class InstalledGuide {
  readonly folder = realpathSync(mkdtempSync(join(tmpdir(), 'pyaudit-guide-')));

  constructor(page: string) {
    const installed = join(this.folder, 'node_modules/pyaudit-lint');
    mkdirSync(installed, { recursive: true });
    const exported = { '.': './api.js', './rule-tester': './rule-tester.js' };
    const manifest = { name: 'pyaudit-lint', type: 'module', exports: exported };
    writeFileSync(join(installed, 'package.json'), JSON.stringify(manifest));
    for (const entry of ['api', 'rule-tester']) {
      const source = pathToFileURL(join(ROOT, `bin/${entry}.ts`)).href;
      writeFileSync(join(installed, `${entry}.js`), `export * from ${JSON.stringify(source)};\n`);
    }
    symlinkSync(join(ROOT, 'node_modules/vitest'), join(this.folder, 'node_modules/vitest'));
    writeFileSync(join(this.folder, 'package.json'), '{"type": "module"}');
    writeGuide(page, this.folder);
  }

  /** Runs Node there. */
  run(...words: readonly string[]): { readonly status: number | null; readonly said: string } {
    const { VITEST, VITEST_WORKER_ID, VITEST_POOL_ID, NODE_ENV, ...env } = process.env;
    const { status, stdout, stderr } = spawnSync(process.execPath, [...TSX, ...words], {
      cwd: this.folder,
      encoding: 'utf8',
      env: { ...env, NODE_OPTIONS: TSX.join(' '), NO_COLOR: '1' },
    });
    return { status, said: `${stdout}${stderr}` };
  }

  delete(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
