import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FORMATS } from '../src/config/formats.ts';
import { flagsOf } from '../src/config/options/index.ts';
import { COMMANDS } from '../src/config/options/option.ts';
import { PRESETS } from '../src/config/settings.ts';
import { presetConfidence, presetLevel } from '../src/filter/level.ts';
import { TIERS } from '../src/model/catalogue.ts';
import { runIn } from './docs/command.ts';
import { readPage } from './docs/page.ts';
import { missingFrom } from './docs/shown.ts';
import { ROOT } from './sources.ts';

const page = (name: string) => readFileSync(join(ROOT, name), 'utf8');
const readme = page('README.md');

describe('README.md', () => {
  it('lists flags that the main command has', () => {
    const rows = [...readme.matchAll(/^\| (`--.*?) \|/gm)].map((match) => match[1]!);
    const listed = rows.flatMap((row) => [...row.matchAll(/`--([a-z-]+)/g)].map((match) => match[1]!));
    expect(listed.filter((flag) => !flagsOf('check').has(flag))).toEqual([]);
  });

  it('names the formats there are', () => {
    const row = /^\| `--format FORMAT` \| (.*) \|$/m.exec(readme)![1]!;
    expect([...row.matchAll(/`(\w+)`/g)].map((match) => match[1])).toEqual([...FORMATS]);
  });

  it('tells what each preset does', () => {
    for (const preset of PRESETS) {
      const levels = TIERS.map((tier) => presetLevel(preset, tier)).map((level) =>
        level === 'none' ? 'hidden' : level,
      );
      const confidence = preset === 'inventory' ? 'the inventory alone' : presetConfidence(preset);
      const name = preset === 'recommended' ? '`recommended` (default)' : `\`${preset}\``;
      expect(readme).toContain(`| ${name} | ${levels.join(' | ')} | ${confidence} |`);
    }
  });

  // The program finds itself at home here: what it prints has the paths that readers see.
  it.each([
    ['what is printed of the example', ['examples/app'], 'examples/app/harbour/health.py', 1],
    ['the call graph of the example', ['callgraph', 'examples/app'], '"harbour.hooks.reload_server": [', 0],
  ] as const)('shows %s as it is', async (_, argv, line, status) => {
    const { lines } = readPage('README.md').blocks.find((block) =>
      block.lines.some((one) => one.trim() === line),
    )!;
    const { code, out } = await runIn(ROOT, argv);
    expect([code, missingFrom(out, lines)]).toEqual([status, undefined]);
  });

  it('uses only commands and flags that exist', () => {
    const lines = `${readme}\n${page('CONTRIBUTING.md')}`.match(/(?:npx pyaudit-lint|bin\/main\.ts) .*/g)!;
    for (const line of lines) {
      const words = line.replace(/\s#.*$|`.*$/, '').split(/\s+/);
      const command = COMMANDS.find((name) => words.includes(name)) ?? 'check';
      const used = words.filter((word) => word.startsWith('--')).map((word) => word.slice(2).split('=')[0]!);
      expect(used.filter((flag) => !flagsOf(command).has(flag))).toEqual([]);
    }
  });
});

describe('pages', () => {
  it.each(['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md'])('%s names files that exist', (name) => {
    const paths = [...page(name).matchAll(/`((?:src|bin|test|rules|examples|schema)\/[\w./-]*\w)`/g)];
    const own = paths.map((match) => match[1]!).filter((path) => !/[A-Z]{3,}/.test(path));
    // Each folder of src is law in ARCHITECTURE.md before it has a file.
    expect(own.filter((path) => !existsSync(join(ROOT, path)) && !/^src\/\w+$/.test(path))).toEqual([]);
  });
});
