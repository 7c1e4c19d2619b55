import { describe, expect, test } from 'vitest';
import { targetMask } from '../../src/model/targets.ts';
import { closureOf } from '../../src/stdlib/closure.ts';

const on = (version: '3.8' | '3.11' | '3.13', platform: 'linux' | 'win32' = 'linux') =>
  targetMask([version], [platform]);

/** Leaves that a function reaches on some target for certain. */
function certain(name: string, targets: number): string[] {
  return closureOf(name)
    .filter((row) => row.cost === 0 && (row.targets & targets) !== 0)
    .map(({ leaf }) => leaf)
    .sort();
}

describe('the closure of the standard library', () => {
  test('a function has what it does itself and through others', () => {
    expect(certain('os.makedirs', on('3.13'))).toEqual(['call:posix.mkdir']);
    expect(certain('shutil.copytree', on('3.13'))).toEqual(
      expect.arrayContaining(['call:posix.mkdir', 'call:posix.scandir', 'sys.audit:shutil.copytree']),
    );
  });

  test('names that a package gives to what is defined elsewhere', () => {
    expect(closureOf('pathlib.Path.read_text').length).toBeGreaterThan(0);
    expect(closureOf('concurrent.futures.ThreadPoolExecutor.submit').length).toBeGreaterThan(0);
  });

  test('methods of a class that inherits them', () => {
    expect(closureOf('socketserver.ThreadingTCPServer.__init__').length).toBeGreaterThan(0);
  });

  test('each path names the function that it goes on to', () => {
    const row = closureOf('tempfile.TemporaryDirectory.__init__').find(
      ({ leaf }) => leaf === 'call:posix.mkdir',
    );
    expect(row).toMatchObject({ cost: 0, edges: 2, next: 'tempfile.mkdtemp' });
  });

  test('what differs by platform and version', () => {
    const spawns = (targets: number) =>
      closureOf('subprocess.Popen.__init__').some(
        (row) => row.leaf === 'call:_winapi.CreateProcess' && (row.targets & targets) !== 0,
      );
    expect([spawns(on('3.11', 'win32')), spawns(on('3.11'))]).toEqual([true, false]);
  });

  test('names that the library does not have reach nothing', () => {
    for (const name of [
      'nothing',
      'os',
      'os.nothing',
      'os.path.join.x',
      '__proto__',
      'constructor.name',
      '',
    ]) {
      expect([name, closureOf(name)]).toEqual([name, []]);
    }
  });
});
