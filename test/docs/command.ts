import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import {
  analysePaths,
  callGraphOf,
  configured,
  discover,
  explainLine,
  raiserTable,
  ruleSet,
} from '../../bin/analysis.ts';
import type { Output } from '../../src/cli/io.ts';
import { run } from '../../src/cli/run.ts';
import type { Scope } from '../../src/config/settings.ts';
import { MountedHost } from '../../src/host/archive/mounted.ts';
import { NodeHost } from '../../src/host/node.ts';
import { OverlayHost } from '../../src/host/overlay.ts';

export interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the program as it is, in this process and as if in `folder`. */
export async function runIn(folder: string, argv: readonly string[]): Promise<Said> {
  const said = { out: '', err: '' };
  const output = (name: 'out' | 'err'): Output => ({
    isTTY: false,
    write: (text) => {
      said[name] += text;
    },
  });
  const host = ({ input }: Pick<Scope, 'input'> = {}) => {
    const disk = new MountedHost(new NodeHost(folder));
    return input ? new OverlayHost(disk, input.file, input.bytes) : disk;
  };
  const code = await run(
    argv,
    {
      stdout: output('out'),
      stderr: output('err'),
      columns: 80,
      env: {},
      readInput: async () => new TextEncoder().encode('import os\nos.system("ls")\n'),
      writeFile: (path, content) => writeFile(resolve(folder, path), content),
      newFile: async (path, text) => {
        const file = resolve(folder, path);
        if (existsSync(file)) throw new Error('it is there');
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, text);
      },
    },
    {
      version: '0.1.0',
      host: async () => host(),
      rules: (plugins) => ruleSet(plugins.map((file) => resolve(folder, file))),
      configured,
      table: async (rules) => raiserTable(rules),
      analyse: async (settings, table, io) => analysePaths(settings, host(settings), table, io),
      discover: async (settings) => discover(host(settings), settings),
      callGraph: async (settings, table, io) => callGraphOf(settings, host(settings), table, io),
      why: async (settings, table, io) => explainLine(settings, host(settings), table, io),
      now: () => 0,
      gzipSize: (text) => gzipSync(text).length,
    },
  );
  return { code, ...said };
}
