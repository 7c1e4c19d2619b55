import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/model/finding.ts';
import { gitlab } from '../../src/report/gitlab.ts';
import { hostileReport } from './hostile.ts';
import { CONTEXT, report, reported } from './sample.ts';

/** What GitLab wants of each entry (docs.gitlab.com, "Code Quality report format"). */
const SHAPE = {
  type: 'array',
  items: {
    type: 'object',
    required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
    properties: {
      description: { type: 'string', minLength: 1 },
      check_name: { type: 'string', minLength: 1 },
      fingerprint: { type: 'string', minLength: 1 },
      severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
      location: {
        type: 'object',
        required: ['path', 'lines'],
        properties: {
          path: { type: 'string', not: { pattern: '^\\./' } },
          lines: {
            type: 'object',
            required: ['begin'],
            properties: { begin: { type: 'integer', minimum: 1 }, end: { type: 'integer', minimum: 1 } },
          },
        },
      },
    },
  },
};

const entries = (made: Report) => JSON.parse(gitlab(made, CONTEXT).text);

describe('gitlab', () => {
  const validate = new Ajv2020().compile(SHAPE);

  it.each([
    ['findings', report()],
    ['none', report({ findings: [] })],
    ['hostile texts', hostileReport()],
  ])('has the shape GitLab documents: %s', (_name, made) => {
    expect(validate(entries(made)) ? [] : validate.errors).toEqual([]);
  });

  it('gives place from the root of the repository, severity and a sentence', () => {
    expect(entries(report())[0]).toEqual({
      description: "'system' can raise the audit event 'os.system'. Arguments: command='ls -l'.",
      check_name: 'os.system',
      fingerprint: '0123456789abcdef0123456789abcdef',
      severity: 'major',
      location: { path: 'sub/app/main.py', lines: { begin: 5, end: 5 } },
    });
    const levels = (['error', 'warning', 'note'] as const).map((level) => reported({ level }));
    expect(entries(report({ findings: levels })).map((one: { severity: string }) => one.severity)).toEqual([
      'critical',
      'major',
      'minor',
    ]);
  });

  it('gives no two entries one fingerprint', () => {
    const prints = entries(report()).map((one: { fingerprint: string }) => one.fingerprint);
    expect(new Set(prints).size).toBe(prints.length);
    expect(prints.slice(0, 2)).toEqual([
      '0123456789abcdef0123456789abcdef',
      '0123456789abcdef0123456789abcdef-2',
    ]);
  });
});
