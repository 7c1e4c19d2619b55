import type { RuleMeta } from '../lint/rule/contract.ts';
import { optionProblems } from '../lint/rule/option-problems.ts';
import type { InvalidCase, RuleCases, ValidCase } from './rule-case.ts';

const CASE = ['name', 'program', 'options'];
const KEYS = {
  valid: [...CASE, 'nearMiss'],
  invalid: [...CASE, 'findings', 'indirect'],
  finding: ['file', 'line', 'column', 'endLine', 'endColumn', 'messageId', 'data', 'confidence', 'witness'],
} as const;

/** A finding that a case expects, with the name of the case. */
interface Expected {
  readonly name: string;
  readonly finding: InvalidCase['findings'][number];
}

/**
 * What is wrong with a table of cases, before any is run: keys, options, messages, what is there twice, and the kinds
 * of case that must be there.
 */
export function caseProblems(cases: RuleCases, meta: RuleMeta): readonly string[] {
  const lists = (['valid', 'invalid'] as const).filter((kind) => !Array.isArray(cases[kind]));
  if (lists.length > 0) return lists.map((kind) => `the cases have no list \`${kind}\``);
  const { valid, invalid } = cases;
  return [
    ...valid.flatMap((one) => ownProblems(one, KEYS.valid, meta)),
    ...invalid.flatMap((one) => [...ownProblems(one, KEYS.invalid, meta), ...withoutFindings(one)]),
    ...repeated([...valid, ...invalid]),
    ...messageProblems(
      invalid.flatMap(({ name, findings }) => findingsOf(findings).map((finding) => ({ name, finding }))),
      meta.messages,
    ),
    ...missingKinds(cases),
  ];
}

const findingsOf = (findings: unknown): InvalidCase['findings'] =>
  Array.isArray(findings) ? (findings as InvalidCase['findings']) : [];

function unknownKeys(what: string, value: object, known: readonly string[]): string[] {
  return Object.keys(value)
    .filter((key) => !known.includes(key))
    .map((key) => `${what}: there is no "${key}"; there are ${known.join(', ')}`);
}

function ownProblems(one: ValidCase, keys: readonly string[], meta: RuleMeta): readonly string[] {
  const found = unknownKeys(one.name, one, keys);
  for (const key of ['name', 'program'] as const)
    if (typeof one[key] !== 'string') found.push(`${one.name}: its \`${key}\` is no text`);
  if (one.options !== undefined)
    found.push(...optionProblems(meta, one.options, 'options').map((problem) => `${one.name}: ${problem}`));
  return found;
}

function withoutFindings({ name, findings }: InvalidCase): readonly string[] {
  if (!Array.isArray(findings))
    return [`${name}: an invalid case has a list \`findings\`, such as [{ line: 1, messageId: '...' }]`];
  return findings.length === 0 ? [`${name}: an invalid case without findings is a valid one`] : [];
}

function repeated(all: readonly ValidCase[]): readonly string[] {
  const found: string[] = [];
  const names = new Set<string>();
  const programs = new Map<string, string>();
  for (const { name, program, options = {} } of all) {
    if (names.has(name)) found.push(`${name}: two cases have this name; a failure must tell which it is of`);
    names.add(name);
    const key = JSON.stringify([program, options]);
    const before = programs.get(key);
    if (before !== undefined) found.push(`${name}: the same program as "${before}"`);
    programs.set(key, name);
  }
  return found;
}

function messageProblems(expected: readonly Expected[], messages: RuleMeta['messages']): readonly string[] {
  const found = expected.flatMap(({ name, finding }) => [
    ...unknownKeys(name, finding, KEYS.finding),
    ...(Object.hasOwn(messages, finding.messageId)
      ? []
      : [
          `${name}: there is no message "${finding.messageId}"; there are ${Object.keys(messages).join(', ')}`,
        ]),
  ]);
  const unused = Object.keys(messages).filter(
    (id) => !expected.some(({ finding }) => finding.messageId === id),
  );
  return [...found, ...unused.map((id) => `no case expects the message "${id}"`)];
}

function missingKinds({ valid, invalid }: RuleCases): readonly string[] {
  const found: string[] = [];
  if (!valid.some(({ nearMiss }) => nearMiss))
    found.push('no valid case is marked `nearMiss: true`: write one that looks like a finding and is none');
  if (!invalid.some(({ indirect }) => indirect))
    found.push(
      'no invalid case is marked `indirect: true`: write one that gets there through a name or a function',
    );
  if (!invalid.some(({ program }) => /^\s*-- \S+ --$/m.test(program)))
    found.push(
      'no invalid case has several files: write one where an import lies between, with lines "-- path --"',
    );
  return found;
}
