import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../sources.ts';
import { runIn } from './command.ts';
import { type CodeBlock, guides, type Page, readPage } from './page.ts';
import { missingFrom } from './shown.ts';

const START = /^(?:npx )?pyaudit-lint(?= |$)/;

/** Commands that cannot run in a test as they stand, by how they begin, and why. */
const NOT_RUN: Readonly<Record<string, string>> = {
  '--preset all package-1.0-py3-none-any.whl': 'wants a wheel; test/host/archive reads real ones',
  'why examples/app/harbour/hooks.py:38': 'README.md folds what it prints; getting-started.md runs the same',
  init: 'asks, and without a terminal does nothing; test/cli/init.test.ts tells it all',
  '--prune-baseline': 'wants a repository with a history; test/cli/story.test.ts has one',
  '--baseline-commit': 'wants a repository with a history; test/cli/story.test.ts has one',
  '--write-baseline': 'writes; test/cli/accepted.test.ts',
  '--baseline': 'wants what the command before it wrote; test/cli/accepted.test.ts',
  '--add-ignore': 'writes; test/cli/accepted.test.ts',
};

/** Exit statuses other than 0. */
const STATUS: Readonly<Record<string, number>> = {
  'examples/app': 1,
  '--preset strict examples/app': 1,
  '--preset all --min-confidence low examples/app': 1,
  '--select category:network,os.system examples/app': 1,
  '--provenance direct examples/app': 1,
  '--python-version 3.13 --platform linux examples/app': 1,
  'app.py tools.py': 1,
  'app.py --plugin no-shell.js --select no-shell': 1,
};

interface Command {
  readonly words: readonly string[];
  readonly text: string;
  readonly shown: readonly string[];
}

/** The words of a line of shell, up to a comment, a pipe or a redirection. */
function wordsOf(line: string): string[] {
  const words: string[] = [];
  for (const [word, quoted] of line.replace(START, '').matchAll(/'([^']*)'|"[^"]*"|\S+/g)) {
    if (/^[#|>]/.test(word)) break;
    words.push(quoted ?? word.replaceAll('"', ''));
  }
  return words;
}

/** The commands of a block; what follows the last is what it prints. */
function commandsOf({ language, lines }: CodeBlock): Command[] {
  if (!['', 'sh', 'console', 'text'].includes(language)) return [];
  const at = lines.findLastIndex((line) => START.test(line));
  return lines.slice(0, at + 1).flatMap((line, index) => {
    if (!START.test(line)) return [];
    const words = wordsOf(line);
    return [{ words, text: words.join(' '), shown: index === at ? lines.slice(at + 1) : [] }];
  });
}

/** A folder with what commands name, and the files that the page's own blocks are. */
function folderFor(page: Page): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'pyaudit-docs-')));
  cpSync(join(ROOT, 'examples'), join(folder, 'examples'), { recursive: true });
  for (const path of ['src', 'path/to/package', 'path/to/venv/lib/python3.13/site-packages']) {
    mkdirSync(join(folder, path), { recursive: true });
    writeFileSync(join(folder, path, 'quiet.py'), 'import os\n\nprint(os.getcwd())\n');
  }
  for (const { lines } of page.blocks) {
    const name = /^(?:\/\/|#) (\w[\w-]*\.(?:js|py))$/.exec(lines[0] ?? '')?.[1];
    if (name !== undefined) writeFileSync(join(folder, name), `${lines.join('\n')}\n`);
  }
  return folder;
}

const isRun = ({ text }: Command): boolean => !Object.keys(NOT_RUN).some((start) => text.startsWith(start));
const pages = [readPage('README.md'), ...guides()]
  .map((page) => ({ page, commands: page.blocks.flatMap(commandsOf).filter(isRun) }))
  .filter(({ commands }) => commands.length > 0);

describe.each(pages.map(({ page, commands }) => [page.path, page, commands] as const))(
  '%s',
  (_, page, commands) => {
    it('has commands that run, and print what it shows', async () => {
      const folder = folderFor(page);
      try {
        for (const { words, text, shown } of commands) {
          const { code, out, err } = await runIn(folder, words);
          expect([text, code, err]).toEqual([text, STATUS[text] ?? 0, expect.any(String)]);
          if (shown.some((line) => line.trim() !== ''))
            expect([text, missingFrom(out, shown)]).toEqual([text, undefined]);
        }
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    });
  },
);
