import { describe, expect, it } from 'vitest';
import type { WhySettings } from '../../src/config/settings.ts';
import { explainLine } from '../../src/engine/why.ts';
import { MemoryHost } from '../../src/host/memory.ts';
import { ALL_TARGETS } from '../../src/model/targets.ts';
import { TABLE } from '../flow/programs.ts';

const TREE = {
  'pyproject.toml': '[project]\nname = "x"\nscripts.tool = "app.cli:main"\n',
  'app/__init__.py': '',
  'app/cli.py': 'from app.work import run\n\ndef main():\n    run("ls")\n',
  'app/work.py': `import os
def run(command):
    for f in [os.system]:
        f(command); unknown()

def _lost():
    os.fork(); helper(os.getpid(), command)
def helper(): pass
`,
  'broken.py': 'def (:\n    x()\n',
  'other/a.py': 'import os\nos.fork()\n',
};

const explain = (place: string, more: Partial<WhySettings> = {}, tree = TREE as Record<string, string>) => {
  const [file, line] = place.split(':') as [string, string];
  const settings = { file, line: Number(line), paths: [], targets: ALL_TARGETS, versionsGiven: true };
  return explainLine({ ...settings, ...more }, new MemoryHost(tree), TABLE);
};

describe('a finding', () => {
  it('is not told of a notebook, whose lines count by cell', async () => {
    const cells = [{ cell_type: 'code', source: 'import os' }];
    await expect(explain('a.ipynb:1', {}, { 'a.ipynb': JSON.stringify({ cells }) })).rejects.toThrow(
      'a.ipynb is a notebook, and its lines count by cell',
    );
  });

  it('has its costs, and the way from the entry point with lines', async () => {
    const why = await explain('app/work.py:4');
    expect(why.enclosing).toBe('app.work.run');
    expect(why.findings).toMatchObject([
      {
        costs: [{ cost: 10, cause: 'container-element' }],
        finding: {
          event: 'os.system',
          confidence: 'low',
          reachedFrom: {
            kind: 'console-script',
            name: 'tool',
            steps: [{ name: 'app.cli.main', file: 'app/cli.py', line: 4 }],
          },
          witness: [{ name: 'app.work.run', file: 'app/work.py', line: 4 }, { name: 'os.system' }],
        },
      },
    ]);
    expect(why.nearest).toEqual([]);
    expect(why.analysed).toEqual({ files: 5, paths: ['.'] });
  });

  it('of another event is only named', async () => {
    const why = await explain('app/work.py:4', { event: 'open' });
    expect([why.findings, why.others]).toEqual([[], ['os.system']]);
    await expect(explain('app/work.py:4', { event: 'os.sytem' })).rejects.toThrow(/did you mean `os.system`/);
  });
});

describe('a line without one', () => {
  it('has its calls, why they are not followed, and what is near', async () => {
    const why = await explain('app/work.py:3');
    expect(why.nearest.map(({ line, event }) => `${line} ${event}`)).toEqual(['4 os.system', '7 os.fork']);
    const { calls } = await explain('app/work.py:7');
    expect(calls.map(({ at, text, callees, reason }) => [at.column, text, callees, reason])).toEqual([
      [8, 'os.fork()', ['os.fork'], undefined],
      [16, 'helper(os.getpid(), command)', ['app.work.helper'], undefined],
      [26, 'os.getpid()', ['os.getpid'], undefined],
    ]);
  });

  it('tells of what could not be read', async () => {
    const why = await explain('broken.py:2');
    expect(why.limits.map(({ kind }) => kind)).toEqual(['syntax']);
  });
});

describe('the paths', () => {
  it('are those given, in place of the project', async () => {
    expect((await explain('other/a.py:2', { paths: ['other'] })).analysed).toEqual({
      files: 1,
      paths: ['other'],
    });
  });

  it('without a project are the current directory', async () => {
    const { 'pyproject.toml': _, ...rest } = TREE;
    expect((await explain('app/work.py:4', {}, rest)).analysed).toEqual({ files: 5, paths: ['.'] });
  });
});

it.each([
  ['app/work.py:9', 'app/work.py has 8 lines; there is no line 9'],
  ['app/work.py:0', 'app/work.py has 8 lines; there is no line 0'],
  ['app/gone.py:1', 'app/gone.py: no such file or folder; check the spelling and the current directory'],
  ['app:1', 'app is a folder; name a file'],
])('refuses %s', async (place, message) => {
  await expect(explain(place)).rejects.toThrow(message);
});

it('refuses a path beside the file that is not there', async () => {
  await expect(explain('app/work.py:4', { paths: ['gone'] })).rejects.toThrow(
    'gone: no such file or folder; check the spelling and the current directory',
  );
});
