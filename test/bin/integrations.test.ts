import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { ROOT } from '../sources.ts';
import { actionAt } from './composite.ts';
import { VERSION } from './rehearsal.ts';

const GUIDE = readFileSync(join(ROOT, 'docs/integrations.md'), 'utf8');
const blocks = [...GUIDE.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text]) => text!);

/** The first column of the table under a heading. */
function rowsOf(heading: string): string[] {
  const start = GUIDE.indexOf(`| ${heading} |`);
  const table = GUIDE.slice(start).split('\n\n')[0]!;
  return [...table.matchAll(/^\| `([\w-]+)` \|/gm)].map(([, name]) => name!);
}

describe('the guide to integrations', () => {
  it.each(blocks.map((text) => [text.split('\n')[0]!, text]))('has YAML that can be read: %s', (_, text) => {
    expect(() => parse(text)).not.toThrow();
  });

  it('lists the inputs and outputs of the action, and no others', () => {
    const { inputs, outputs } = actionAt(ROOT);
    expect(rowsOf('input').sort()).toEqual(Object.keys(inputs).sort());
    expect(rowsOf('output')).toEqual(Object.keys(outputs));
  });

  it('lists the hooks', () => {
    const hooks = parse(readFileSync(join(ROOT, '.pre-commit-hooks.yaml'), 'utf8')) as { id: string }[];
    expect(rowsOf('hook')).toEqual(hooks.map(({ id }) => id));
  });

  it('names the version of today', () => {
    const named = [...GUIDE.matchAll(/pyaudit-lint@v?(\d+\.\d+\.\d+)|rev: v(\d+\.\d+\.\d+)/g)];
    expect(named.map(([, one, other]) => one ?? other)).toEqual(named.map(() => VERSION));
  });
});
