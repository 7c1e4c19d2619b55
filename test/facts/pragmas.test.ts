import { describe, expect, it } from 'vitest';
import { lower } from '../../src/facts/lower.ts';
import { parse } from '../../src/parse/parse.ts';

/** Each pragma: its text, the logical line it stands on, and the first words of the next one. */
const pragmas = (text: string) =>
  lower(parse(text)).pragmas.map(({ at, text: said, line, next }) => {
    expect(text.slice(at.from, at.to)).toBe(said);
    return [said, text.slice(line.from, line.to), text.slice(next.from, next.to).split('\n', 1)[0]];
  });

const P = '# pyaudit: ignore[x]';

describe('pragmas', () => {
  it.each([
    ['at the end of a line', `a = 1  ${P}\nb = 2\n`, [P, `a = 1  ${P}`, 'b = 2']],
    ['within brackets', `f(\n  a,\n  ${P}\n  b,\n)\nc\n`, [P, `f(\n  a,\n  ${P}\n  b,\n)`, 'c']],
    ['behind a text over lines', `a = """\n#\n"""  ${P}\nb\n`, [P, `a = """\n#\n"""  ${P}`, 'b']],
    ['behind a continued line', `a = 1 + \\\n  2  ${P}\nb\n`, [P, `a = 1 + \\\n  2  ${P}`, 'b']],
    ['at a decorator', `@d(1)  ${P}\ndef f(): pass\n`, [P, `@d(1)  ${P}`, 'def f(): pass']],
    ['at the head of a block', `if a:  ${P}\n  b\n`, [P, `if a:  ${P}`, 'b']],
    ['on a line of its own', `a\n  ${P}\n\n# x\nb\n`, [P, '', 'b']],
    ['on the last line, which has no end', `a  ${P}`, [P, `a  ${P}`, '']],
    ['at the end of the file', `a\n${P}\n`, [P, '', '']],
    ['in a file of comments', `${P}\n`, [P, '', '']],
    ['with other line ends', `a  ${P}\r\nb\rc\n`, [P, `a  ${P}`, 'b']],
    ['in a replacement field', `f"""{a  ${P}\n}"""\nb\n`, [P, `f"""{a  ${P}\n}"""`, 'b']],
  ])('%s', (_, text, expected) => {
    expect(pragmas(text)).toEqual([expected]);
  });

  it('share a comment with others', () => {
    const text = `a  # noqa: S1  ${P} -- see #12  # type: ignore\nb  ${P}  # pyaudit: ignore-next[y]\n`;
    expect(pragmas(text).map(([said]) => said)).toEqual([`${P} -- see #12`, P, '# pyaudit: ignore-next[y]']);
  });

  it('are also those that are nearly right', () => {
    expect(pragmas('a  #PyAudit-Lint : ignore\n').map(([said]) => said)).toEqual(['#PyAudit-Lint : ignore']);
  });

  it('stand in comments only', () => {
    expect(pragmas(`a = "${P}"\n"""\n${P}\n"""\n# pyaudit\n# see pyaudit.toml\n`)).toEqual([]);
  });

  it('are found in broken code', () => {
    expect(pragmas(`def (:  ${P}\n  f(1  ${P}\nb = 1\n`).map(([said]) => said)).toEqual([P, P]);
  });
});
