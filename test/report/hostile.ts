import { str } from '../../src/model/constant.ts';
import type { Report } from '../../src/model/finding.ts';
import { report, reported } from './sample.ts';

/** Names and texts that mean something to each of the readers of our reports. */
export const HOSTILE_TEXTS: readonly string[] = [
  '::error file=a.py,line=1::gotcha',
  '##[error]gotcha %0A::set-output name=x::y',
  'a\n::stop-commands::x\r\n::warning::y',
  '</failure><script>alert(1)</script>]]>&amp;"\'',
  '| x | [click](javascript:alert(1)) ``` <img src=x onerror=y> **b** @user #1',
  '`\\`|\\|',
  '\u001b[31m\u009b\u202e\u2028\u0000\ufffe\uffff\ud800',
  'a,b:c%25%',
];

/** A report whose every name and text is hostile. */
export const hostileReport = (): Report =>
  report({
    findings: HOSTILE_TEXTS.map((text, index) =>
      reported({
        file: `${text}.py`,
        event: text,
        code: 'PYA8001',
        arguments: [['command', { kind: 'value', value: str(text) }]],
        region: { line: index + 1, column: 1, endLine: index + 1, endColumn: text.length + 1 },
        enclosing: text,
        witness: [{ name: text, file: `${text}.py`, line: 3 }, { name: text }],
        excerpt: { text, contextStart: index + 1, context: [text, 'x'], lineHash: 'a:1' },
      }),
    ),
    limits: HOSTILE_TEXTS.map((text) => ({
      kind: 'syntax',
      file: `${text}.py`,
      region: { line: 3, column: 7, endLine: 3, endColumn: 8 },
      reason: text,
      message: text,
    })),
    faults: HOSTILE_TEXTS.map((text) => ({ stage: 'parse', file: `${text}.py`, message: text })),
  });
