import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../sources.ts';
import { bothDrivers } from './both-drivers.ts';

const samples = ['test', 'examples']
  .flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path)),
  )
  .filter((path) => path.endsWith('.py'));

const COMMENTS = [
  'if x:\n  a  # same line\n  # inner\n# outer\nb\n',
  'if x:\n  if y:\n    a\n    # two\n  # one\n# none\n',
  'if x:\n  a\n  # last line, no end',
  'if x:  # opens\n    # before\n  # odd\n    a\n',
  'x = [  # one\n  1,  # two\n  # three\n]  # four\n',
  'x = (lambda  # c\n  : 1)\n',
  'class A:\n  def f():\n    a',
  '# only',
  '\n\n# a\n\n  # b\n',
];

describe('the two drivers', () => {
  it.each(samples)('give one tree for %s', (path) => {
    const both = bothDrivers(readFileSync(join(ROOT, path), 'utf8'));
    expect(both.refused).toBeUndefined();
    expect(both.fast).toEqual(both.recovering);
    expect(both.table).toEqual(both.tableOfTree);
  });

  it.each(COMMENTS)('put comments into the same nodes: %j', (text) => {
    const both = bothDrivers(text);
    expect(both.refused).toBeUndefined();
    expect(both.fast).toEqual(both.recovering);
    expect(both.table).toEqual(both.tableOfTree);
  });

  it('know no depth: the table of a sum of 100,000 terms', () => {
    const text = `x = ${'1 + '.repeat(100_000)}1`;
    expect(bothDrivers(text).table!.kind.length).toBe(300_005);
  });
});

describe('a comment', () => {
  const owner = (text: string) => {
    const nodes = bothDrivers(text).fast!;
    const at = text.indexOf('#');
    const around = nodes
      .filter((node) => !node.startsWith('Comment'))
      .map(
        (node) =>
          [node.split(' ')[0]!, ...node.split(' ')[1]!.split('-').map(Number)] as [string, number, number],
      )
      .filter(([, from, to]) => from <= at && at < to);
    return around[around.length - 1]![0];
  };

  it('on a line of its own belongs to the block it is indented for', () => {
    expect(owner('if x:\n  a\n  # c\nb\n')).toBe('Body');
    expect(owner('if x:\n  a\n# c\nb\n')).toBe('Script');
    expect(owner('if x:\n  a\n # c\nb\n')).toBe('Script');
    expect(owner('if x:\n  if y:\n    a\n  # c\nb\n')).toBe('Body');
  });

  it('behind the last statement of a block belongs to the block', () => {
    expect(owner('if x:\n  a # c\nb\n')).toBe('Body');
  });
});
