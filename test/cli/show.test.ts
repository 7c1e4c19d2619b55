import { describe, expect, it } from 'vitest';
import { parseToml } from '../../src/config/toml/parse.ts';
import { MemoryHost } from '../../src/host/memory.ts';
import { start } from './start.ts';

const tree = {
  'pyaudit-lint.toml': [
    'extend = "shared/base.toml"',
    'preset = "strict"',
    'extend-ignore = ["import"]',
    '[[overrides]]',
    'files = ["tests/**"]',
    'ignore = []',
  ].join('\n'),
  'shared/base.toml': 'ignore = ["open"]\n[levels]\n"os.system" = "error"\n',
  'app.py': 'import os\n',
  'tests/test_app.py': 'import os\n',
  'vendor/lib.py': '',
  '.venv/pyvenv.cfg': '',
  '.venv/lib/x.py': '',
};

/** The line of a setting. */
const line = (text: string, name: string) =>
  text.split('\n').find((one) => new RegExp(`^(?:# )?${name}\\b`).test(one));

describe('--show-settings', () => {
  it('tells each value and where it comes from, and analyses nothing', async () => {
    const analyse = async () => {
      throw new Error('it analyses');
    };
    const { out, err, code } = await start(['--show-settings', '--fail-on', 'error'], {
      host: new MemoryHost(tree),
      analyse,
    });
    expect([code, err]).toEqual([0, '']);
    expect(out.split('\n')[0]).toBe('# pyaudit-lint.toml, on top of shared/base.toml');
    expect(line(out, 'preset')).toMatch(/^preset = "strict" +# pyaudit-lint.toml:2$/);
    expect(line(out, 'ignore')).toMatch(
      /^ignore = \["open", "import"\] +# shared\/base.toml:1, pyaudit-lint.toml:3$/,
    );
    expect(line(out, 'levels')).toMatch(/^levels = \{ "os.system" = "error" \} +# shared\/base.toml:2$/);
    expect(line(out, 'fail-on')).toMatch(/^fail-on = "error" +# --fail-on$/);
    expect(line(out, 'min-level')).toMatch(/^min-level = "note" +# default$/);
    expect(line(out, 'min-confidence')).toMatch(/^# min-confidence: what the preset says +# default$/);
    expect(out).toContain('[[overrides]]\nfiles = ["tests/**"]\nignore = []  # pyaudit-lint.toml:6\n');
  });

  it('prints what can be read again to the same effect', async () => {
    const first = await start(['--show-settings'], { host: new MemoryHost(tree) });
    expect('reason' in parseToml(first.out)).toBe(false);
    const again = await start(['--show-settings'], {
      host: new MemoryHost({ 'pyaudit-lint.toml': first.out }),
    });
    const values = (text: string) => text.replace(/ *# .*$/gm, '');
    expect(values(again.out)).toBe(values(first.out));
  });

  it('tells what holds for a file', async () => {
    const { out } = await start(['--show-settings', 'tests/test_app.py'], { host: new MemoryHost(tree) });
    expect(out).toContain('# for tests/test_app.py\n');
    expect(line(out, 'ignore')).toMatch(/^ignore = \[\] +# pyaudit-lint.toml:6$/);
  });

  it('names no file where there is none', async () => {
    const { out } = await start(['--isolated', '--show-settings'], { host: new MemoryHost(tree) });
    expect(out.split('\n')[0]).toBe('# no configuration file');
    expect(line(out, 'preset')).toMatch(/# default$/);
  });
});

describe('--show-files', () => {
  it('lists what would be analysed, and tells what is left out', async () => {
    const { out, err, code } = await start(['--show-files', '--exclude', 'vendor'], {
      host: new MemoryHost(tree),
    });
    expect([out, err, code]).toEqual([
      'app.py\ntests/test_app.py\n',
      'pyaudit-lint: left out: 1 virtual environment, 1 exclude vendor\n',
      0,
    ]);
  });

  it('shows what is walked without the default excludes', async () => {
    const { out } = await start(['--show-files', '--no-default-excludes'], { host: new MemoryHost(tree) });
    expect(out).toBe('.venv/lib/x.py\napp.py\ntests/test_app.py\nvendor/lib.py\n');
  });

  it('ends with 2 for a path that is not there', async () => {
    const { err, code } = await start(['--show-files', 'nothing'], { host: new MemoryHost(tree) });
    expect(code).toBe(2);
    expect(err).toMatch(/^pyaudit-lint: nothing: no such file or folder; check/);
  });
});

describe('two configuration files in one folder', () => {
  it('are one too many: the own file holds, and that is said', async () => {
    const host = new MemoryHost({
      'pyaudit-lint.toml': 'preset = "all"',
      'pyproject.toml': '[tool.pyaudit-lint]\npreset = "strict"',
    });
    const { settings, err } = await start([], { host });
    expect(settings?.preset).toBe('all');
    expect(err).toBe(
      'pyaudit-lint: pyproject.toml has settings that are passed over, because pyaudit-lint.toml stands beside it; keep one of the two\n',
    );
  });
});
