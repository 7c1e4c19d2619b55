import { describe, expect, it } from 'vitest';
import { rules } from '../../rules/index.ts';
import { libraryValues } from '../../rules/library-values.ts';
import { compileRaisers } from '../../rules/raiser-table.ts';
import { MemoryHost } from '../../src/host/memory.ts';
import { withConfigured } from '../../src/lint/configured-raisers.ts';
import { start } from './start.ts';

const table = async () => compileRaisers(rules, libraryValues);
const ON = ['--python-version', '3.13', '--platform', 'linux'];
const run = (...words: string[]) => start(words, { table });

type Events = Record<string, { confidence: string; targets: string[]; witness: { name: string }[] }>;

async function eventsOf(name: string, ...more: string[]): Promise<Events> {
  const { code, out, err } = await run('events', '--for', name, ...ON, ...more, '--format', 'json');
  expect([code, err]).toEqual([0, '']);
  return JSON.parse(out) as Events;
}

describe('events --for', () => {
  it('answers with events, their confidence, targets and the way to what raises them', async () => {
    const { code, out } = await run('events', '--for', 'os.makedirs', 'os.mkdir', ...ON);
    expect(code).toBe(0);
    expect(out).toBe(`os.makedirs can raise 1 event  CPython 3.13 linux

  event     confidence  through
  os.mkdir  high        posix.mkdir
`);
    expect((await eventsOf('os.makedirs', 'os.mkdir'))['os.mkdir']).toEqual({
      confidence: 'high',
      targets: ['3.13/linux'],
      witness: [{ name: 'os.makedirs' }, { name: 'posix.mkdir' }],
    });
  });

  it('knows names that a module hands on, inherited methods, classes, builtins and what C raises', async () => {
    for (const [name, event] of [
      ['os.path.expanduser', 'import'],
      ['asyncio.run', 'socket.__new__'],
      ['random.seed', 'import'],
      ['logging.FileHandler.handle', 'sys._getframe'],
      ['tempfile.TemporaryDirectory', 'tempfile.mkdtemp'],
      ['open', 'open'],
      ['os.system', 'os.system'],
      ['concurrent.futures.ThreadPoolExecutor.submit', '_thread.start_joinable_thread'],
    ] as const) {
      if (name === 'random.seed' || name === 'logging.FileHandler.handle') {
        expect(Object.keys(await eventsOf(name)).length, name).toBeGreaterThan(0);
      } else expect(Object.keys(await eventsOf(name)), name).toContain(event);
    }
  });

  it('tells on which targets only something is raised', async () => {
    const { out } = await run('events', '--for', 'os.makedirs', 'os.mkdir', '--platform', 'linux,win32');
    expect(out).toMatch(/^os\.makedirs can raise 1 event {2}CPython 3\.8-3\.15 linux, win32$/m);
    const { out: popen } = await run('events', '--for', 'subprocess.Popen', '_winapi.*', '--format', 'json');
    expect((JSON.parse(popen) as Events)['_winapi.CreateProcess']?.targets).toEqual(['3.8-3.15/win32']);
  });

  it('has nothing to tell of a function that raises nothing', async () => {
    const { code, out } = await run('events', '--for', 'math.sqrt', ...ON);
    expect([code, out]).toEqual([0, 'math.sqrt raises no audit event  CPython 3.13 linux\n']);
  });

  it('names the nearest of a name that it does not know', async () => {
    const { code, err } = await run('events', '--for', 'shutil.copytre');
    expect(code).toBe(2);
    expect(err).toMatch(/the standard library has no `shutil\.copytre`; did you mean `shutil\.copytree`/);
    const { err: glob } = await run('events', '--for', 'shutil.*');
    expect(glob).toMatch(/--for takes one dotted name, or '\*' for all of the library/);
  });

  it('dumps all of the library under the names of definition', async () => {
    const { out } = await run('events', '--for', '*', ...ON, '--format', 'json');
    const all = JSON.parse(out) as Record<string, Events>;
    expect(Object.keys(all).length).toBeGreaterThan(5000);
    expect(all['shutil._copytree']?.['os.mkdir']?.confidence).toBe('high');
    expect(all['random.Random.seed']).toBeDefined();
    expect(all['shutil._rmtree_unsafe.onerror'] ?? all['functools._lru_cache_wrapper.wrapper']).toBeDefined();
    expect(all['posix.mkdir']).toEqual({
      'os.mkdir': { confidence: 'high', targets: ['3.13/linux'], witness: [{ name: 'posix.mkdir' }] },
    });
    expect(all['os.path.expanduser']).toBeUndefined();
  }, 60_000);
});

describe('api', () => {
  it('prints the public functions of a module with their events', async () => {
    const { code, out } = await run('api', 'glob', ...ON, '--min-confidence', 'medium');
    expect(code).toBe(0);
    expect(out).toMatch(/^function +event +confidence/);
    expect(out).toMatch(/^glob\.glob +glob\.glob +high$/m);
    expect(out).toMatch(/^CPython 3\.13 linux; \d+ functions above, \d+ more raise no audit event$/m);
  });

  it('holds back what is less sure, where that is asked for', async () => {
    const sure = async (...more: string[]) => (await run('api', 'glob', ...ON, ...more)).out;
    expect(await sure()).toMatch(/ low$/m);
    expect(await sure('--min-confidence', 'medium')).not.toMatch(/ low$/m);
  });

  it('gives inherited methods too, as JSON', async () => {
    const { out } = await run('api', 'tempfile', ...ON, '--format', 'json');
    const all = JSON.parse(out) as Record<string, Events>;
    expect(all['tempfile.mkdtemp']?.['os.mkdir']?.confidence).toBe('high');
    expect(all['tempfile.TemporaryDirectory.cleanup']).toHaveProperty(['shutil.rmtree']);
  });

  it('wants one module of the library', async () => {
    expect((await run('api')).err).toMatch(/name a module, as in `pyaudit-lint api shutil`/);
    expect((await run('api', 'shutl')).err).toMatch(/no module `shutl`; did you mean `shutil`/);
    expect((await run('api', 'glob', 'os')).err).toMatch(/one module at a time/);
  });
});

describe('completion', () => {
  it('offers modules, and the functions of the one that is written', async () => {
    const words = async (...line: string[]) =>
      (await run('--get-completions', 'pyaudit-lint', ...line)).out.split('\n');
    expect(await words('api', 'tempf')).toEqual(['tempfile', '']);
    expect(await words('events', '--for', 'shutil.copyt')).toEqual(['shutil.copytree', '']);
  });
});

describe('what the configuration says of callables', () => {
  const host = new MemoryHost({
    'pyaudit-lint.toml': [
      '[[raiser]]\napi = "mylib.start"\nevent = "mylib.shell"\ntier = "dangerous"',
      'when = [{ operand = ["arg:1", "kw:shell"], is = "true", default = false }]',
      '[[raiser]]\napi = "mylib.quiet"\nsafe = true',
      '[[raiser]]\napi = "shutil.rmtree"\nsafe = true',
    ].join('\n'),
  });
  const configured = (...words: string[]) =>
    start(words, { host, table: async (_, raisers) => withConfigured(await table(), raisers ?? []) });

  it('events --for and api answer by it', async () => {
    const { out, err } = await configured('events', '--for', 'mylib.start', ...ON);
    expect(err).toBe('');
    expect(out).toMatch(
      /^mylib\.start can raise 1 event .*\n\n.*\n {2}mylib\.shell {2}medium +mylib\.start\n$/,
    );
    expect((await configured('events', '--for', 'mylib.quiet', ...ON)).out).toContain(
      'raises no audit event',
    );
    expect((await configured('events', '--for', 'shutil.rmtree', ...ON)).out).toContain(
      'raises no audit event',
    );
    const { out: all } = await configured('api', 'mylib', ...ON);
    expect(all).toContain('mylib.start');
  });

  it('explain and the completion know it', async () => {
    expect((await configured('explain', 'mylib.shell')).out).toContain('`mylib.start`');
    const words = async (...line: string[]) =>
      (await configured('--get-completions', 'pyaudit-lint', ...line)).out.split('\n');
    expect(await words('events', '--for', 'myl')).toEqual(['mylib.start', 'mylib.quiet', '']);
    expect(await words('explain', 'mylib')).toEqual(['mylib.shell', '']);
  });

  it('--show-settings shows it as a file would have it', async () => {
    const { out } = await configured('--show-settings');
    expect(out).toContain(
      [
        '[[raiser]]',
        'api = "mylib.start"  # pyaudit-lint.toml:1:1',
        'event = "mylib.shell"',
        'tier = "dangerous"',
        'when = [{ operand = ["arg:1", "kw:shell"], is = "true", default = false }]',
        '',
        '[[raiser]]',
        'api = "mylib.quiet"  # pyaudit-lint.toml:6:1',
        'safe = true',
      ].join('\n'),
    );
    const again = await start(['--show-settings'], { host: new MemoryHost({ 'pyaudit-lint.toml': out }) });
    expect(again.out.replace(/ *# .*$/gm, '')).toBe(out.replace(/ *# .*$/gm, ''));
  });
});
