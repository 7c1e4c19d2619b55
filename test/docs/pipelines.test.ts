import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { commandLine } from '../../bin/action/command.ts';
import { readInputs, words } from '../../bin/action/inputs.ts';
import { PLUGIN } from '../cli/shell-plugin.ts';
import { ROOT } from '../sources.ts';
import { runIn } from './command.ts';
import { readPage } from './page.ts';

interface Hook {
  readonly id: string;
  readonly entry?: string;
  readonly args?: readonly string[];
}

interface Pipeline {
  readonly repos?: readonly { readonly hooks: readonly Hook[] }[];
  readonly jobs?: Readonly<
    Record<
      string,
      { readonly steps?: readonly { readonly uses?: string; readonly with?: Record<string, string> }[] }
    >
  >;
  readonly 'pyaudit-lint'?: { readonly script?: readonly string[] };
}

const REPORTS = { sarif: 'report.sarif', json: 'report.json', summary: 'summary.md' };
const HOOKS = parse(readFileSync(join(ROOT, '.pre-commit-hooks.yaml'), 'utf8')) as readonly Required<Hook>[];

/** The words behind the program's name in a line of shell. */
const toolWords = (line: string): string[] =>
  words(line.replace(/^(?:npx (?:--yes )?)?pyaudit-lint(?:@[\d.]+)?(?= )/, ''));

/** The runs of the tool that a pipeline's configuration makes, as arguments. */
function runsOf({ repos = [], jobs = {}, 'pyaudit-lint': job }: Pipeline): string[][] {
  const hooks = repos
    .flatMap((repo) => repo.hooks)
    .map(({ id, entry, args = [] }) => [
      ...toolWords(entry ?? HOOKS.find((hook) => hook.id === id)!.entry),
      ...args,
    ]);
  const steps = Object.values(jobs)
    .flatMap(({ steps = [] }) => steps)
    .filter(({ uses }) => uses?.startsWith('pyaudit/pyaudit-lint@'))
    .map(({ with: given = {} }) => {
      const env = Object.entries(given).map(([name, text]) => [
        `INPUT_${name.replaceAll('-', '_').toUpperCase()}`,
        text,
      ]);
      return commandLine(readInputs(Object.fromEntries(env)), REPORTS, undefined);
    });
  const lines = (job?.script ?? []).filter((line) => line.startsWith('npx ')).map(toolWords);
  return [...hooks, ...steps, ...lines];
}

const runs = readPage('docs/integrations.md')
  .blocks.filter(({ language }) => language === 'yaml')
  .flatMap(({ line, lines }) => runsOf(parse(lines.join('\n')) as Pipeline).map((argv) => ({ line, argv })))
  .filter(({ argv }) => argv.includes('--plugin'));

describe('the guide to integrations', () => {
  let folder = '';
  beforeAll(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'pyaudit-pipelines-')));
    writeFileSync(join(folder, 'app.py'), 'import os\n\nos.system("ls")\n');
    for (const { argv } of runs) {
      const file = join(folder, argv[argv.indexOf('--plugin') + 1]!);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, PLUGIN);
    }
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('runs a plugin in each kind of pipeline', () => {
    expect(runs).toHaveLength(4);
  });

  it.each(runs)('names it as the tool takes it, line $line', async ({ argv }) => {
    const { code, out, err } = await runIn(folder, argv);
    expect([code, err]).toEqual([1, '']);
    expect(out).toContain('ACME0001');
  });
});
