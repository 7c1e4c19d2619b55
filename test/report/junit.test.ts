import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/model/finding.ts';
import { junit } from '../../src/report/junit.ts';
import { HOSTILE_TEXTS, hostileReport } from './hostile.ts';
import { CONTEXT, report } from './sample.ts';
import { type Element, parseXml } from './xml.ts';

/** The common part of the schemas of Ant, Jenkins and GitLab: element -> attributes wanted, children allowed. */
const SHAPE: Readonly<Record<string, readonly [attributes: readonly string[], children: readonly string[]]>> =
  {
    testsuites: [['tests', 'failures', 'errors'], ['testsuite']],
    testsuite: [['name', 'tests', 'failures', 'errors', 'skipped'], ['testcase']],
    testcase: [
      ['name', 'classname'],
      ['failure', 'error', 'system-out'],
    ],
    failure: [['message', 'type'], []],
    error: [['message', 'type'], []],
    'system-out': [[], []],
  };

function faultsOf({ name, attributes, children }: Element): string[] {
  const [wanted, allowed] = SHAPE[name] ?? [[], []];
  return [
    ...(name in SHAPE ? [] : [`unknown ${name}`]),
    ...wanted.filter((key) => !(key in attributes)).map((key) => `${name} without ${key}`),
    ...children.filter((child) => !allowed.includes(child.name)).map((child) => `${child.name} in ${name}`),
    ...children.flatMap(faultsOf),
  ];
}

const tree = (made: Report, failOn: 'warning' | 'note' | 'none' = 'warning') =>
  parseXml(junit(made, { ...CONTEXT, failOn }).text);

describe('junit', () => {
  it.each([
    ['findings', report()],
    ['none', report({ findings: [], limits: [] })],
    ['hostile texts', hostileReport()],
  ])('has the shape that readers of JUnit know: %s', (_name, made) => {
    expect(faultsOf(tree(made))).toEqual([]);
  });

  it('has a suite for each file, and counts what it holds', () => {
    const { attributes, children } = tree(report({ faults: [{ stage: 'flow', message: 'm' }] }));
    expect(attributes).toEqual({ name: 'pyaudit-lint', tests: '8', failures: '1', errors: '1' });
    expect(children.map((suite) => [suite.attributes.name, suite.attributes.tests])).toEqual([
      ['app/main.py', '2'],
      ['app/te\\x1b[31mst é.py', '1'],
      ['app/zz.py', '2'],
      ['limits', '2'],
      ['faults', '1'],
    ]);
    const [first, second] = children[0]!.children;
    expect(first!.attributes).toEqual({
      name: 'os.system at 5:8',
      classname: 'app/main.py',
      file: 'app/main.py',
      line: '5',
    });
    expect(first!.children[0]).toMatchObject({
      name: 'failure',
      attributes: {
        type: 'PYA1001',
        message: "'system' can raise the audit event 'os.system'. Arguments: command='ls -l'.",
      },
      text: "app/main.py:5:8: warning: os.system(command='ls -l')",
    });
    expect(second!.children[0]!.name).toBe('system-out');
  });

  it('fails what makes the run fail', () => {
    expect(tree(report(), 'note').attributes.failures).toBe('5');
    expect(tree(report(), 'none').attributes.failures).toBe('0');
  });

  it('has one passed case where there is nothing', () => {
    const [suite] = tree(report({ findings: [], limits: [] })).children;
    expect(suite!.children.map(({ attributes }) => attributes.name)).toEqual(['no findings']);
  });

  it('keeps every text that XML can hold', () => {
    const messages = tree(hostileReport()).children.flatMap((suite) =>
      suite.children.flatMap(({ children }) => children.map(({ attributes }) => attributes.message ?? '')),
    );
    expect(messages.some((message) => message.includes(HOSTILE_TEXTS[3]!))).toBe(true);
  });
});
