import { describe, expect, it } from 'vitest';
import { analyse } from '../../../src/flow/analyse.ts';
import { link } from '../../../src/link/link.ts';
import { LineTable } from '../../../src/model/line-table.ts';
import type { ProgramView, ReachedEventView, ReachOptions } from '../../../src/model/program-view.ts';
import { ALL_TARGETS } from '../../../src/model/targets.ts';
import { type Files, linkInputs, TABLE } from '../programs.ts';

const viewOf = (files: Files): ProgramView =>
  analyse(link(linkInputs(files)), TABLE, ALL_TARGETS, { program: true }).program!;

describe('what a module reaches', () => {
  const FILES = {
    'app.py': [
      'import os, net',
      'def run(command):',
      '    os.system(command)',
      'def twice():',
      '    os.system("a")',
      '    os.system("b")',
      'net.look("a")',
      'twice()',
      'if __name__ == "__main__":',
      '    os.remove("x")',
      '    run("ls")',
      '    net.look("b")',
    ].join('\n'),
    'net.py': 'import socket\ndef look(host):\n    socket.gethostbyname(host)\nsocket.gethostname()\n',
  };
  const told = ({ event, place, phases }: ReachedEventView): string => {
    const { line } = new LineTable(FILES[place.file as keyof typeof FILES]).region(place.at);
    return `${event} at ${place.file}:${line} in ${phases.join('+')}`;
  };
  const reached = (options?: ReachOptions, name = 'app') =>
    viewOf(FILES)
      .functions()
      .find((one) => one.name === name)!
      .reaches({}, options)
      .filter(({ event }) => /^(?:os|socket)\./.test(event))
      .map(told);

  it('is each event by its cheapest way, with the phases of that way', () => {
    expect(reached()).toEqual([
      'os.remove at app.py:10 in main',
      'os.system at app.py:5 in import-time',
      'socket.gethostbyname at net.py:3 in import-time',
    ]);
  });

  it('leaves out what does not run in the phase that is asked for', () => {
    expect(reached({ phase: 'import-time' })).toEqual([
      'os.system at app.py:5 in import-time',
      'socket.gethostbyname at net.py:3 in import-time',
    ]);
    expect(reached({ phase: 'main' })).toEqual([
      'os.remove at app.py:10 in main',
      'os.system at app.py:3 in main',
      'socket.gethostbyname at net.py:3 in main',
    ]);
    expect(reached({ phase: 'install' })).toEqual([]);
    expect(reached({ phase: 'call-time' }, 'app.run')).toEqual(['os.system at app.py:3 in call-time+main']);
  });

  it('is every place of an event where it is asked for', () => {
    expect(reached({ phase: 'import-time', places: 'every' }).slice(0, 2)).toEqual([
      'os.system at app.py:5 in import-time',
      'os.system at app.py:6 in import-time',
    ]);
  });

  it('is said of an imported module itself, as an import is no call', () => {
    expect(reached({ phase: 'import-time' }, 'net')).toEqual([
      'socket.gethostname at net.py:4 in import-time',
    ]);
  });
});

describe('what a callable of the library reaches', () => {
  const callees = (text: string, name: string) =>
    viewOf({ 'm.py': text })
      .calls((one) => one === name)
      .flatMap(({ callees: all }) => all.filter(({ names }) => names.includes(name)));
  const events = (text: string, name: string) =>
    callees(text, name).map((callee) =>
      callee
        .reaches()
        .map(({ event }) => event)
        .filter((event) => event.startsWith('socket.')),
    );

  it('is decided by the arguments of the call', () => {
    const connect = (rest: string) =>
      events(
        `import socket\nsocket.create_connection(("localhost", 80)${rest})\n`,
        'socket.create_connection',
      );
    expect(connect('')).toEqual([['socket.__new__', 'socket.connect', 'socket.getaddrinfo']]);
    expect(connect(', None, ("", 0))')).toEqual([
      ['socket.__new__', 'socket.bind', 'socket.connect', 'socket.getaddrinfo'],
    ]);
  });

  it('begins with the callable, whatever raises', () => {
    const ways = callees('import shutil\nshutil.copyfile("a", "b")\n', 'shutil.copyfile').flatMap((callee) =>
      callee.reaches().map(({ event, through }) => `${event}: ${through.join()}`),
    );
    expect(ways).toEqual(
      expect.arrayContaining(['open: shutil.copyfile,_io.open', 'shutil.copyfile: shutil.copyfile']),
    );
  });

  it('is what it can raise at all where it is run in turn', () => {
    const text = 'import socket\nlist(map(socket.create_connection, addresses))\n';
    expect(events(text, 'socket.create_connection')).toEqual([expect.arrayContaining(['socket.bind'])]);
    expect(events('import os\nlist(map(os.system, input()))\n', 'builtins.map')).toEqual([[]]);
  });
});
