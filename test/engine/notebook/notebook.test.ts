import { describe, expect, it } from 'vitest';
import { analysePaths } from '../../../src/engine/analyse.ts';
import { MemoryHost, type MemoryNode } from '../../../src/host/memory.ts';
import { placeText } from '../../../src/report/place.ts';
import { TABLE } from '../../flow/programs.ts';
import { settings } from '../settings.ts';

type Source = string | readonly string[];

const code = (source: Source, metadata = {}) => ({ cell_type: 'code', metadata, source, outputs: [] });
const markdown = (source: Source) => ({ cell_type: 'markdown', metadata: {}, source });

const notebook = (cells: readonly unknown[], more = {}, indent = 1) =>
  JSON.stringify(
    { cells, metadata: { language_info: { name: 'python' } }, nbformat: 4, ...more },
    null,
    indent,
  );

const analysed = (tree: Record<string, MemoryNode>, more = {}) =>
  analysePaths(settings(['.'], more), new MemoryHost(tree), TABLE);

async function places(cells: readonly unknown[], more = {}): Promise<string[]> {
  const { findings, faults } = await analysed(
    { 'a.ipynb': notebook(cells) },
    { minConfidence: 'medium', ...more },
  );
  expect(faults).toEqual([]);
  return findings.map(({ file, region, event }) => `${placeText(file, region)} ${event}`);
}

const limits = async (text: string) =>
  (await analysed({ 'a.ipynb': text })).limits.map(
    ({ file, region, kind, reason }) => `${placeText(file, region)} ${kind}: ${reason}`,
  );

describe('a notebook', () => {
  it('is one program, and its places are those of cells', async () => {
    const cells = [
      markdown('# os.system("no")'),
      code(['import os\n', '\n', 'def run(c):\n', '    os.system(c)\n']),
      code([]),
      code('run("ls")\nos.remove("é\\t"); os.chdir("/")'),
    ];
    expect(await places(cells, { ignore: ['import'] })).toEqual([
      'a.ipynb:cell 2:4:8 os.system',
      'a.ipynb:cell 4:2:4 os.remove',
      'a.ipynb:cell 4:2:22 os.chdir',
    ]);
  });

  it('is found in a folder, imports what is beside it, and runs as a main program', async () => {
    const tree = {
      'nb/a.ipynb': notebook([code('from tool import go\ngo()')]),
      'nb/tool.py': 'import os\ndef go():\n    os.system("x")\n',
      'nb/.ipynb_checkpoints/a-checkpoint.ipynb': notebook([code('import os\nos.system("y")')]),
    };
    const { findings, files } = await analysed(tree, { select: ['os.system'] });
    expect(findings.map(({ file, phases }) => [file, phases])).toEqual([
      ['nb/tool.py', ['call-time', 'main']],
    ]);
    expect(findings[0]!.reachedFrom!.steps[0]).toMatchObject({ file: 'nb/a.ipynb', cell: 1, line: 2 });
    expect(files.excluded).toEqual(new Map([['.ipynb_checkpoints', 1]]));
  });

  it.each([0, 1])(
    'leads back to the text of the file, for readers that know no cells (indent %i)',
    async (indent) => {
      const text = notebook(
        [markdown('x'), code(['import os\n', 't = "\\t"; os.system("ls")\n'])],
        {},
        indent,
      );
      const { findings } = await analysed({ 'a.ipynb': text }, { select: ['os.system'] });
      const { region, excerpt } = findings[0]!;
      const { line, column, endColumn } = region.inFile!;
      expect(text.split('\n')[line - 1]!.slice(column - 1, endColumn - 1)).toBe('system');
      expect(excerpt).toMatchObject({ text: 't = "\\t"; os.system("ls")', contextStart: 1 });
      expect(excerpt!.inFile!.text).toBe(text.split('\n')[line - 1]!.slice(0, 2000));
      expect(excerpt!.lineHash).toMatch(/^[0-9a-f]+:1$/);
    },
  );

  it('takes magics for what IPython makes of them', async () => {
    const cells = [
      code('import os\n!ls\nfor a in ["b"]:\n    !rm $a\nx = !find .'),
      code('%%bash\nrm -rf x\n'),
      code('\n%%timeit -n 1\nos.remove("a")'),
      code('%time os.chdir("b")\ns = """\n!not a command\n"""\nf(\n  1\n  % 2)'),
    ];
    expect(
      await places(cells, { select: ['subprocess.Popen', 'os.remove', 'os.chdir'], provenances: ['direct'] }),
    ).toEqual(['a.ipynb:cell 3:3:4 os.remove', 'a.ipynb:cell 4:1:10 os.chdir']);
    expect(await places(cells, { select: ['subprocess.Popen'] })).toEqual([
      'a.ipynb:cell 1:2:1 subprocess.Popen',
      'a.ipynb:cell 1:4:5 subprocess.Popen',
      'a.ipynb:cell 1:5:1 subprocess.Popen',
      'a.ipynb:cell 2:1:1 subprocess.Popen',
    ]);
    const { findings } = await analysed({ 'a.ipynb': notebook(cells) }, { select: ['subprocess.Popen'] });
    expect(findings[0]).toMatchObject({ provenance: 'dependency', region: { endColumn: 4 } });
    expect(findings[0]!.witness.map(({ name, file }) => [name, file])).toContainEqual([
      'ipython.InteractiveShell.system',
      undefined,
    ]);
  });

  it('has suppressions like any file', async () => {
    const cells = [code('import os\nos.system("a")  # pyaudit: ignore[os.system]\nos.system("b")')];
    expect(await places(cells, { select: ['os.system'] })).toEqual(['a.ipynb:cell 1:3:4 os.system']);
  });

  it('has the same fingerprints when cells move and outputs change', async () => {
    const prints = async (cells: readonly unknown[]) =>
      (await analysed({ 'a.ipynb': notebook(cells) }, { select: ['os.system'] })).findings.map(
        (one) => one.fingerprint,
      );
    const cell = code('import os\nos.system("a")');
    const moved = { ...cell, outputs: [{ output_type: 'stream', text: ['"source": "x"'] }] };
    expect(await prints([markdown('x'), code('y = 1'), moved])).toEqual(await prints([cell]));
  });
});

describe('what is no notebook, or no Python, is a limit', () => {
  it.each([
    ['no JSON', '{', 'a.ipynb unreadable: no notebook'],
    ['no cells', '{"nbformat": 4}', 'a.ipynb unreadable: no notebook'],
    ['cells of another sort', '{"cells": [1, null, {"cell_type": "code", "source": 3}]}', undefined],
    ['format 3', '{"worksheets": [], "nbformat": 3}', 'a.ipynb unreadable: old notebook format'],
    [
      'another language',
      notebook([code('x <- 1')], { metadata: { kernelspec: { language: 'R' } } }),
      'a.ipynb no-python: notebook of another language',
    ],
    ['deep nesting', `${'['.repeat(100_000)}`, 'a.ipynb unreadable: no notebook'],
    [
      'a broken cell',
      notebook([code('x = 1'), code('y = 2\nf(')]),
      'a.ipynb:cell 2:2:1 syntax: syntax error in a cell',
    ],
    [
      'a magic nobody knows',
      notebook([code('\n%%sql\nselect')]),
      'a.ipynb:cell 1:2:1 unresolved-call: IPython magic',
    ],
    ['await', notebook([code('await f()\nasync with a: pass\nx = [y async for y in z]')]), undefined],
    ['a cell in another language', notebook([code('select', { vscode: { languageId: 'sql' } })]), undefined],
    ['nothing', notebook([]), undefined],
  ])('%s', async (_name, text, expected) => {
    const found = (await limits(text)).filter((limit) => !limit.includes('unresolved-call: callee'));
    const telling = found.filter((limit) => !/unresolved-call: (?!IPython)|no Python file/.test(limit));
    expect(telling).toEqual(expected === undefined ? [] : [expected]);
  });

  it('a broken cell takes no other one with it', async () => {
    expect(
      await places([code('import os'), code('s = """'), code('os.system("x")')], { select: ['os.system'] }),
    ).toEqual(['a.ipynb:cell 3:1:4 os.system']);
  });
});
