import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { configured, raiserTable, ruleSet } from '../../bin/analysis.ts';
import { run } from '../../src/cli/run.ts';
import { analysePaths } from '../../src/engine/analyse.ts';
import { explainLine } from '../../src/engine/why.ts';
import { NodeHost } from '../../src/host/node.ts';
import type { GitRepository } from '../git-repository.ts';

export interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the command line in a real folder, as the program does; `answer` is what a person types. */
export async function inRepository(
  { root }: GitRepository,
  argv: readonly string[],
  answer?: string,
): Promise<Said> {
  const said = { out: '', err: '' };
  const output = (name: 'out' | 'err') => ({
    isTTY: false,
    write: (text: string) => {
      said[name] += text;
    },
  });
  const code = await run(
    argv,
    {
      stdout: output('out'),
      stderr: output('err'),
      columns: 100,
      env: {},
      readInput: async () => new Uint8Array(),
      writeFile: (path, content) => writeFile(resolve(root, path), content),
      newFile: async (path, text) => {
        if (existsSync(resolve(root, path))) throw new Error('it is there');
        mkdirSync(dirname(resolve(root, path)), { recursive: true });
        writeFileSync(resolve(root, path), text);
      },
      ...(answer === undefined ? {} : { ask: async () => answer }),
    },
    {
      version: '1.2.3',
      host: async () => new NodeHost(root),
      rules: (plugins) => ruleSet(plugins.map((file) => resolve(root, file))),
      configured,
      table: async (rules) => raiserTable(rules),
      analyse: (settings, table, io) => analysePaths(settings, new NodeHost(root), table, io),
      discover: () => Promise.reject(new Error('not asked for')),
      callGraph: () => Promise.reject(new Error('not asked for')),
      why: async (settings, table, io) => explainLine(settings, new NodeHost(root), table, io),
      now: () => 0,
      gzipSize: (text) => gzipSync(text).length,
    },
  );
  return { code, ...said };
}
