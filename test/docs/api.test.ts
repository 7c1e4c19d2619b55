import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { InstalledGuide } from './installed.ts';
import { readPage } from './page.ts';

const PAGE = 'docs/api.md';
let guide: InstalledGuide;
beforeAll(() => {
  guide = new InstalledGuide(PAGE);
});
afterAll(() => guide.delete());

const shown = readPage(PAGE).blocks.flatMap(({ language, lines: [first = '', ...printed] }) =>
  language === 'console' ? [[first.replace('$ node ', ''), printed] as const] : [],
);

describe('the programs of the page on the library', () => {
  it.each(shown)('%s prints what the page says', (program, printed) => {
    expect(guide.run(program).said.trimEnd().split('\n')).toEqual(printed);
  });

  it('are all there', () => expect(shown.map(([program]) => program)).toEqual(['gate.js', 'callers.js']));
});
