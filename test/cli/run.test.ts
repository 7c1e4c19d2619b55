import { describe, expect, it } from 'vitest';
import type { Composition } from '../../src/cli/io.ts';
import { UsageError } from '../../src/config/usage-error.ts';
import { ALL_TARGETS, targetMask } from '../../src/model/targets.ts';
import { report } from '../report/sample.ts';
import { lines, start } from './start.ts';

describe('check', () => {
  it('is the default, on the current directory, with the defaults of the design', async () => {
    const { code, out, err, settings } = await lines();
    expect(settings).toEqual({
      paths: ['.'],
      targets: ALL_TARGETS,
      versionsGiven: false,
      preset: 'recommended',
      select: [],
      ignore: [],
      minLevel: 'note',
      failOn: 'warning',
      provenances: [],
      dependencies: { leftOut: false, sitePackages: [] },
    });
    expect([code, err]).toEqual([1, '']);
    expect(out).toContain('os.system(command=');
  });

  it('takes every flag', async () => {
    const { settings } = await lines(
      ...[
        'check',
        'a',
        'b',
        '--preset=all',
        '--select',
        'os.*,open',
        '--select=PYA13*',
        '--ignore',
        'import',
      ],
      ...[
        '--min-level',
        'warning',
        '--fail-on',
        'none',
        '--min-confidence',
        'low',
        '--provenance',
        'direct,stdlib',
      ],
      ...['--python-version', '3.9-3.10', '--platform', 'linux', '--platform', 'win32'],
      ...['--site-packages', 'one,two', '--site-packages', 'three', '--venv', 'four'],
    );
    expect(settings).toEqual({
      paths: ['a', 'b'],
      targets: targetMask(['3.9', '3.10'], ['linux', 'win32']),
      versionsGiven: true,
      preset: 'all',
      select: ['os.*', 'open', 'PYA13*'],
      ignore: ['import'],
      minLevel: 'warning',
      failOn: 'none',
      minConfidence: 'low',
      provenances: ['direct', 'stdlib'],
      dependencies: { leftOut: false, sitePackages: ['one,two', 'three'], environment: 'four' },
    });
  });

  it.each([
    [[], { XDG_CACHE_HOME: '/caches', HOME: '/home/me' }, '/caches/pyaudit-lint'],
    [[], { XDG_CACHE_HOME: 'relative', HOME: '/home/me' }, '/home/me/.cache/pyaudit-lint'],
    [[], { LOCALAPPDATA: 'C:/Users/me/AppData/Local' }, 'C:/Users/me/AppData/Local/pyaudit-lint'],
    [['--cache-dir', '/mine'], { HOME: '/home/me' }, '/mine'],
    [['--no-cache'], { HOME: '/home/me' }, undefined],
    [[], {}, undefined],
  ])('keeps what it finds out in the folder of caches: %j, %j', async (words, env, folder) => {
    const { settings } = await start(words, { env });
    expect(settings?.cache).toBe(folder);
  });

  it.each([
    [['--statistics'], ['event'], ['.']],
    [['--statistics', 'src'], ['event'], ['src']],
    [['--statistics', 'category,file', 'src'], ['category', 'file'], ['src']],
    [['--statistics=package', 'file'], ['package'], ['file']],
    [['--', '--statistics'], undefined, ['--statistics']],
  ])('counts by what follows, if it is a way to count: %j', async (words, statistics, paths) => {
    const { settings } = await lines(...words);
    expect([settings?.statistics, settings?.paths]).toEqual([statistics, paths]);
  });

  it('leaves out packages', async () => {
    const { settings } = await lines('--no-dependencies');
    expect(settings?.dependencies).toEqual({ leftOut: true, sitePackages: [] });
  });

  it('keeps 3.10 from becoming 3.1, and takes what follows -- for paths', async () => {
    const { settings } = await lines('--python-version', '3.10', '--', '--odd', '12');
    expect(settings?.targets).toBe(targetMask(['3.10']));
    expect(settings?.paths).toEqual(['--odd', '12']);
  });

  it('exits by --fail-on, and with 2 for a fault', async () => {
    expect((await lines('--fail-on', 'none')).code).toBe(0);
    expect((await lines('--fail-on', 'error')).code).toBe(0);
    const faults = [{ stage: 'parse', file: 'a\u001b.py', message: 'it broke' }];
    const { code, err } = await start([], { analyse: async () => report({ faults }) });
    expect([code, err]).toEqual([2, 'pyaudit-lint: parse, a\\x1b.py: it broke\n']);
  });

  it('writes several reports, to files and to standard output', async () => {
    const { files, out } = await lines(
      '--output',
      'sarif=a.sarif',
      '--output=json=b=c.json',
      '--format',
      'full',
    );
    expect(JSON.parse(files.get('a.sarif')!).version).toBe('2.1.0');
    expect(JSON.parse(files.get('b=c.json')!).schema).toBe(1);
    expect(out).toContain('5 |     os.system');
  });

  it('names the targets asked for where runs are kept side by side', async () => {
    const id = async (...words: string[]) =>
      JSON.parse((await lines('--format', 'sarif', ...words)).out).runs[0].automationDetails.id;
    expect(await id()).toBe('pyaudit-lint/');
    expect(await id('--python-version', '3.13', '--platform', 'linux,darwin')).toBe(
      'pyaudit-lint/3.13-linux,darwin/',
    );
  });

  it('reads standard input for the path -, under the name given', async () => {
    const bytes = new TextEncoder().encode('import os\n');
    const { settings } = await start(['-', 'src', '--stdin-filename', 'src/a.py'], { input: 'import os\n' });
    expect(settings).toMatchObject({ paths: ['src/a.py', 'src'], input: { file: 'src/a.py', bytes } });
    expect((await start(['-'], { input: 'import os\n' })).settings).toMatchObject({
      paths: ['<stdin>'],
      input: { file: '<stdin>', bytes },
    });
  });

  it('takes the flags about what is read', async () => {
    const { settings } = await lines(
      ...['--report-only', 'a,b.py', '--report-only', 'c.py', '--no-errors-on-unmatched', '--force-exclude'],
    );
    expect(settings).toMatchObject({
      reportOnly: ['a,b.py', 'c.py'],
      missingIsFine: true,
      forceExclude: true,
    });
  });

  it('analyses all around the paths that it reports on, where that is asked for', async () => {
    const { settings } = await start(['src/a.py', 'b.py', '--whole-project']);
    expect(settings).toMatchObject({ paths: ['.'], reportOnly: ['src/a.py', 'b.py'] });
    const { settings: all } = await start(['--whole-project']);
    expect(all?.paths).toEqual(['.']);
    expect(all?.reportOnly).toBeUndefined();
  });

  it('says what a format leaves out beside the report', async () => {
    const one = report().findings[0]!;
    const analyse = async () => report({ findings: Array(5001).fill(one) });
    const { err, out } = await start(['--format', 'sarif'], { analyse });
    expect(err).toMatch(/^pyaudit-lint: 5001 results: they stand in order of level/);
    expect(JSON.parse(out).runs[0].results.length).toBeGreaterThan(0);
  });

  it('tells that a version is newer than the data', async () => {
    const { out, settings } = await lines('--python-version', '3.14-3.16', '--format', 'json');
    expect(settings?.targets).toBe(targetMask(['3.14', '3.15']));
    expect(JSON.parse(out).limits[0]).toEqual({
      kind: 'target-version',
      reason: 'version newer than the data',
      message: 'CPython 3.16 is newer than the data; 3.15 stands in for it.',
    });
  });

  it.each([
    [{ isTTY: true }, true],
    [{ isTTY: false }, false],
    [{ isTTY: true, env: { NO_COLOR: '1' } }, false],
    [{ isTTY: true, env: { TERM: 'dumb' } }, false],
    [{ env: { FORCE_COLOR: '1' } }, true],
    [{ isTTY: true, env: { FORCE_COLOR: '0' } }, false],
    [{ env: { FORCE_COLOR: '1', NO_COLOR: '1' } }, false],
  ])('colours by terminal and environment: %j', async (around, colored) => {
    const { out, files } = await start(['--output', 'text=t'], around);
    expect(out.includes('\u001b[33m')).toBe(colored);
    expect(files.get('t')).not.toContain('\u001b');
  });

  it('shows a bar on a terminal for a long run only', async () => {
    const analyse: Composition['analyse'] = async (_settings, _table, { progress }) => {
      progress?.(1, 2, 'parse');
      return report();
    };
    expect((await start([], { isTTY: true, analyse })).err).toBe('');
    let time = 0;
    const slow = await start([], {
      isTTY: true,
      analyse,
      now: () => {
        time += 2000;
        return time;
      },
    });
    expect(slow.err).toMatch(/parse \[.*\] 1\/2/);
    expect(slow.out).toBe((await start([], { isTTY: true })).out);
  });
});

describe('wrong usage', () => {
  it.each([
    ['--fromat json', 'there is no flag --fromat (did you mean `--format`?)'],
    ['--min_level note', '(did you mean `--min-level`?)'],
    ['-x', 'there is no flag -x;'],
    ['events --preset all', 'there is no flag --preset; `check` has it'],
    ['--format jsn', '--format cannot be `jsn`; did you mean `json`?'],
    ['--format', '--format wants a value'],
    ['--preset everything', 'choose from recommended, strict, all, inventory'],
    ['--fail-on warn', '--fail-on cannot be `warn`; did you mean `warning`?'],
    ['--select os.sistem', 'did you mean `os.system`?'],
    ['--ignore category:proces', 'did you mean `category:process`?'],
    ['--python-version 3.7', 'known are 3.8 to 3.15'],
    ['--platform windows', 'choose from linux, darwin, win32'],
    ['--output sarif', '--output wants FORMAT=FILE'],
    ['--output sarf=a', 'did you mean `sarif`?'],
    ['--output text=a --output json=a', 'two reports cannot go to one file: a'],
    ['--output text=/nowhere/a', 'the text report cannot be written to /nowhere/a: no such directory'],
    ['explain', 'name an event or a code'],
    ['explain os.sytem', 'did you mean `os.system`?'],
    ['explain open exec', 'one event or code at a time'],
    ['--select=', '--select wants a value'],
    ['why -', '`why` reads no standard input'],
    ['- -', 'standard input (-) can be read once'],
    ['a.py --stdin-filename b.py', 'that path is not given; add it'],
    ['. --report-only a --write-baseline', 'a baseline of some files'],
    ['events nothing*', 'no event or code matches `nothing*`'],
    ['completion tcsh', 'there is no completion for tcsh; name one of bash, zsh, fish'],
  ])('%s', async (line, message) => {
    const { code, err, out } = await lines(...line.split(' '));
    expect(err).toContain(message);
    expect(err).toMatch(/^pyaudit-lint: .*\n$/);
    expect([code, out]).toEqual([2, '']);
  });

  it('refuses an empty path', async () => {
    expect(await lines('')).toMatchObject({ code: 2, out: '' });
    expect((await lines('--select', 'os.*,')).settings?.select).toEqual(['os.*']);
    expect((await lines('--select', '')).code).toBe(2);
  });

  it('tells of the command where a path looks like one', async () => {
    const analyse = async () => {
      throw new UsageError('explian: no such file or folder');
    };
    const { err } = await start(['explian', 'os.system'], { analyse });
    expect(err).toBe('pyaudit-lint: explian: no such file or folder, or use the command `explain`\n');
  });

  it('tells a fault of ours from it, without a stack trace', async () => {
    const analyse = async () => {
      throw new Error('it broke');
    };
    expect(await start([], { analyse })).toMatchObject({
      code: 2,
      err: 'pyaudit-lint: internal fault: it broke\n',
    });
  });
});

describe('events', () => {
  it('lists the catalogue', async () => {
    const { out, code } = await lines('events');
    expect(code).toBe(0);
    expect(out.split('\n').slice(0, 2)).toEqual([
      'code     event                category     tier               raised by CPython  platforms',
      'PYA1001  os.system            process      dangerous          3.8-3.15           linux, darwin, win32',
    ]);
  });

  it('filters by name, category, version and platform', async () => {
    const codes = async (...words: string[]) =>
      JSON.parse((await lines('events', '--format', 'json', ...words)).out).rules.map(
        ({ code }: { code: string }) => code,
      );
    expect(await codes('os.*', 'PYA13*')).toEqual(['PYA1001', 'PYA1302']);
    expect(await codes('--category', 'network,import')).toEqual(['PYA1302', 'PYA1501']);
    expect(await codes('--python-version', '3.8', '--platform', 'linux')).toHaveLength(5);
  });
});

describe('explain', () => {
  it('takes an event, a code, or a rule of ours', async () => {
    const { out } = await lines('explain', 'os.system');
    expect(out).toContain('os.system  PYA1001, process\n\nA command is about to run in a shell.\n');
    expect(out).toContain('\n  posix.system()  3.8-3.15 linux, darwin, win32  also os.system\n');
    expect(out).toContain('https://docs.python.org/3/library/os.html#os.system');
    expect((await lines('explain', 'PYA1001')).out).toBe(out);
    expect((await lines('explain', 'PYA9001')).out).toMatch(/^dynamic-code {2}PYA9001/);
    expect(JSON.parse((await lines('explain', 'open', '--format=json')).out).rules[0].event).toBe('open');
  });
});

describe('help and completion', () => {
  it('answers on standard output', async () => {
    expect(await lines('--version')).toMatchObject({ code: 0, out: '1.2.3\n', err: '' });
    const { code, out, err } = await lines('--help');
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('--min-confidence');
    expect((await lines('events', '-h')).out).toContain('--category');
  });

  it('completes commands, flags, values and events', async () => {
    const words = async (...line: string[]) =>
      (await lines('--get-completions', 'pyaudit-lint', ...line)).out.split('\n').filter(Boolean);
    expect(await words('e')).toEqual(['events', 'explain']);
    expect(await words('check', '--pre')).toEqual(['--preset']);
    expect(await words('--preset', 's')).toEqual(['strict']);
    expect(await words('--select', 'os')).toEqual(['os.system']);
    expect(await words('explain', 'PYA9')).toEqual(['PYA9001', 'PYA9002', 'PYA9003']);
    expect(await words('src/', '')).toEqual([]);
    expect((await start(['completion'], { env: { SHELL: '/usr/bin/zsh' } })).out).toContain('compdef');
    expect((await lines('completion', 'fish')).out).toContain('complete -c pyaudit-lint');
  });
});
