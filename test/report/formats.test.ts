import { describe, expect, it } from 'vitest';
import { FORMATS } from '../../src/config/formats.ts';
import { loadReporter } from '../../src/report/formats.ts';
import { hostileReport } from './hostile.ts';
import { CONTEXT, report } from './sample.ts';

// all that could steer a terminal; a line end is part of the layout
const UNSAFE = /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u;

describe.each(FORMATS)('%s', (format) => {
  it('ends in one line end, and is the same text every time', async () => {
    const reporter = await loadReporter(format);
    for (const made of [report(), report({ findings: [], limits: [] }), hostileReport()]) {
      const { text } = reporter(made, CONTEXT);
      expect(text).toMatch(/[^\n]\n$/);
      expect(reporter(made, CONTEXT).text).toBe(text);
    }
  });

  it('lets nothing of the analysed code steer a terminal', async () => {
    const reporter = await loadReporter(format);
    expect(UNSAFE.exec(reporter(hostileReport(), CONTEXT).text)).toBeNull();
  });

  it('names the cell of a notebook, or the line of the file itself', async () => {
    const region = { line: 2, column: 5, endLine: 2, endColumn: 11 };
    const [finding] = report().findings;
    const inCell = { ...region, cell: 3, inFile: { line: 41, column: 9, endLine: 41, endColumn: 15 } };
    const made = report({ findings: [{ ...finding!, file: 'nb.ipynb', region: inCell }], limits: [] });
    const { text } = (await loadReporter(format))(made, CONTEXT);
    if (['sarif', 'github', 'gitlab'].includes(format)) expect(text).toMatch(/41/);
    else expect(text).toMatch(/cell 3:2:5|"cell": ?3,\s*"line": ?2/);
  });
});
