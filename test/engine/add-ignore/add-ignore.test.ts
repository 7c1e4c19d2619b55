import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Settings } from '../../../src/config/settings.ts';
import { analysePaths } from '../../../src/engine/analyse.ts';
import { MemoryHost, type MemoryNode } from '../../../src/host/memory.ts';
import { TABLE } from '../../flow/programs.ts';
import { findInterpreters } from '../../rules/examples.ts';
import { ROOT } from '../../sources.ts';
import { settings } from '../settings.ts';

type Files = Readonly<Record<string, MemoryNode>>;

const run = (files: Files, reason?: string, more: Partial<Settings> = {}) =>
  analysePaths(
    settings(['.'], {
      preset: 'recommended',
      addIgnore: reason === undefined ? {} : { reason },
      ...more,
    }),
    new MemoryHost(files),
    TABLE,
  );

async function edited(text: MemoryNode, reason?: string) {
  const { edits } = await run({ 'a.py': text }, reason);
  expect(edits!.notices).toEqual([]);
  return edits!.files.map(({ bytes }) => bytes);
}
const editedText = async (text: string, reason?: string) =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode((await edited(text, reason))[0]);

const P = '# pyaudit: ignore';

describe('--add-ignore', () => {
  it.each([
    ['a line', 'os.system("a")', `os.system("a")  ${P}[os.system]`],
    ['a line with blanks behind', 'os.system("a") ', `os.system("a")  ${P}[os.system]`],
    ['a call over lines', 'os.system(\n  "a",  # x\n)', `os.system(\n  "a",  # x\n)  ${P}[os.system]`],
    ['a text over lines', 'os.system("""\n# a\n""")', `os.system("""\n# a\n""")  ${P}[os.system]`],
    ['a continued line', 'x = 1, \\\n  os.system("a")', `x = 1, \\\n  os.system("a")  ${P}[os.system]`],
    ['another comment', 'os.system("a")  # noqa: S605', `os.system("a")  # noqa: S605  ${P}[os.system]`],
    ['a decorator', '@os.system("a")\ndef f(): pass', `@os.system("a")  ${P}[os.system]\ndef f(): pass`],
    [
      'statements on one line',
      'x = 1; os.system("a"); y = 2',
      `x = 1; os.system("a"); y = 2  ${P}[os.system]`,
    ],
    ['the head of a block', 'if os.system("a"):\n\tpass', `if os.system("a"):  ${P}[os.system]\n\tpass`],
    [
      'several events',
      'os.system(open("a", "w").name)',
      `os.system(open("a", "w").name)  ${P}[open, os.system]`,
    ],
    [
      'a comment with other events',
      `os.system(open("a", "w").name)  ${P}[ open ] -- why`,
      `os.system(open("a", "w").name)  ${P}[ open, os.system ] -- why`,
    ],
    [
      'a comment that cannot be read',
      `os.system("a")  ${P}[os.sytem] what`,
      `os.system("a")  ${P}[os.sytem] what  ${P}[os.system]`,
    ],
  ])('writes behind %s', async (_, code, expected) => {
    expect(await editedText(`import os\n${code}\n`)).toBe(`import os\n${expected}\n`);
    expect(await editedText(`import os\r\n${code.replaceAll('\n', '\r\n')}`)).toBe(
      `import os\r\n${expected.replaceAll('\n', '\r\n')}`,
    );
    const again = await run({ 'a.py': `import os\n${expected}\n` });
    expect(again.findings.filter(({ event }) => event !== 'invalid-suppression')).toEqual([]);
  });

  it('writes the reason', async () => {
    expect(await editedText('import os\nos.system("a")', 'größer, #3')).toBe(
      `import os\nos.system("a")  ${P}[os.system] -- größer, #3`,
    );
  });

  it('names a custom event that no list can hold by its code', async () => {
    const report = await run({ 'a.py': 'import sys\nsys.audit("a, b]")\n' }, undefined, { preset: 'all' });
    expect(new TextDecoder().decode(report.edits!.files[0]!.bytes)).toContain(`${P}[PYA8001]`);
  });

  it('keeps the encoding, and every other byte', async () => {
    const utf8 = Buffer.concat([
      Buffer.from([0xef, 0xbb, 0xbf]),
      Buffer.from('# ä\nimport os\nos.system("ö€")\n'),
    ]);
    const [first] = await edited(utf8);
    expect(Buffer.from(first!)).toEqual(
      Buffer.concat([utf8.subarray(0, -1), Buffer.from(`  ${P}[os.system]\n`)]),
    );
    const latin = Buffer.from(
      '# coding: latin-1\nimport os\nos.system("\xe4")  # pyaudit: ignore[open]\n',
      'latin1',
    );
    expect(Buffer.from((await edited(latin))[0]!).toString('latin1')).toBe(
      latin.toString('latin1').replace('[open]', '[open, os.system]'),
    );
    const wide = Buffer.concat([
      Buffer.from('# coding: shift_jis\nimport os\nx = "'),
      Buffer.from([0x83, 0x5c, 0x95, 0x5c]),
      Buffer.from(`"\nos.system("a")  ${P}[open]\n`),
    ]);
    expect(Buffer.from((await edited(wide))[0]!).toString('latin1')).toBe(
      wide.toString('latin1').replace('[open]', `[open]  ${P}[os.system]`),
    );
  });

  it('leaves alone what it cannot be sure of, and says so', async () => {
    const { edits } = await run(
      {
        'broken.py': 'import os\nos.system("a")\nx = (\n',
        'latin.py': Buffer.from('# coding: latin-1\nimport os\nos.system("\xe4")\n', 'latin1'),
        'fine.py': 'x = 1  # pyaudit: ignore[os.system]\n',
      },
      'größer',
    );
    expect(edits).toEqual({
      files: [],
      notices: [
        'broken.py is left as it is: it has a syntax error.',
        'latin.py is left as it is: its encoding is not UTF-8, and the reason is not ASCII.',
      ],
    });
  });
});

/** Two folders of files, compared as CPython parses them; comments are in no tree. */
const COMPARE = `
import ast, os, sys, warnings
warnings.simplefilter("ignore")
for name in sorted(os.listdir(sys.argv[1])):
    texts = [open(os.path.join(folder, name), "rb").read() for folder in sys.argv[1:3]]
    try:
        tree = ast.parse(texts[0])
    except (SyntaxError, ValueError):
        continue
    compile(texts[1], name, "exec")
    print(name, ast.dump(tree) == ast.dump(ast.parse(texts[1])))
`;

const PYTHON = [...findInterpreters().values()].at(-1);

it.skipIf(!PYTHON)('changes no program, as CPython sees it, and leaves nothing to be found', async () => {
  const folder = join(ROOT, 'test/fixtures');
  const files = Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      // what that program's comments name exists by its configuration alone
      .filter((name) => name.endsWith('.py') && !name.startsWith('configured-raisers'))
      .map((name, index) => [`f${index}.py`, readFileSync(join(folder, name))]),
  );
  const report = await run(files, undefined, { preset: 'all' });
  const after = { ...files } as Record<string, MemoryNode>;
  const at = mkdtempSync(join(tmpdir(), 'pyaudit-ignore-'));
  try {
    const [before, now] = ['before', 'now'].map((name) => mkdtempSync(join(at, name)));
    for (const { shown, bytes } of report.edits!.files) {
      after[shown] = bytes as Uint8Array<ArrayBuffer>;
      writeFileSync(join(before!, shown), files[shown]!);
      writeFileSync(join(now!, shown), bytes);
    }
    const { stdout, stderr } = spawnSync(PYTHON!, ['-c', COMPARE, before!, now!], {
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
    const said = stdout.trim().split('\n');
    expect(said.length).toBeGreaterThan(100);
    expect(said.filter((line) => !line.endsWith(' True'))).toEqual([]);
  } finally {
    rmSync(at, { recursive: true, force: true });
  }
  const left = (await run(after, undefined, { preset: 'all' })).findings.map(({ file }) => file);
  const untouched = report.edits!.notices.map((notice) => notice.split(' ')[0]);
  expect(left.filter((file) => !untouched.includes(file))).toEqual([]);
});
