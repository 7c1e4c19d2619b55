/** A finding that a case expects. */
export interface ExpectedFinding {
  /** Needed where the program has several files. */
  readonly file?: string;
  /** From 1. */
  readonly line: number;
  readonly messageId: string;
  readonly data?: Readonly<Record<string, string | number>>;
}

interface Case {
  readonly name: string;
  /** One file, or several behind lines `-- path --`. */
  readonly program: string;
  readonly options?: Readonly<Record<string, unknown>>;
}

/** A program on which the rule must say nothing. */
export interface ValidCase extends Case {
  /** It looks like an invalid one. At least one case does. */
  readonly nearMiss?: boolean;
}

/** A program with all the findings of the rule, in order of file and line. */
export interface InvalidCase extends Case {
  readonly findings: readonly ExpectedFinding[];
  /** What the rule looks for is reached through a name, a function or a container. At least one case does so. */
  readonly indirect?: boolean;
}

export interface RuleCases {
  readonly valid: readonly ValidCase[];
  readonly invalid: readonly InvalidCase[];
}

const CASE = ['name', 'program', 'options'];
const KEYS = {
  valid: [...CASE, 'nearMiss'],
  invalid: [...CASE, 'findings', 'indirect'],
  finding: ['file', 'line', 'messageId', 'data'],
} as const;

function unknownKeys(what: string, value: object, known: readonly string[]): string[] {
  return Object.keys(value)
    .filter((key) => !known.includes(key))
    .map((key) => `${what}: there is no "${key}"; there are ${known.join(', ')}`);
}

/** What is wrong with a table of cases, before any is run: keys, messages, and the kinds of case that must be there. */
export function caseProblems(cases: RuleCases, messages: Readonly<Record<string, string>>): string[] {
  const found: string[] = [];
  const programs = new Map<string, string>();
  for (const kind of ['valid', 'invalid'] as const) {
    for (const one of cases[kind]) {
      found.push(...unknownKeys(one.name, one, KEYS[kind]));
      const key = JSON.stringify([one.program, one.options ?? {}]);
      const before = programs.get(key);
      if (before !== undefined) found.push(`${one.name}: the same program as "${before}"`);
      programs.set(key, one.name);
    }
  }
  const expected = cases.invalid.flatMap(({ name, findings }) => {
    if (findings.length === 0) found.push(`${name}: an invalid case without findings is a valid one`);
    return findings.map((finding) => ({ name, finding }));
  });
  for (const { name, finding } of expected) {
    found.push(...unknownKeys(name, finding, KEYS.finding));
    if (!Object.hasOwn(messages, finding.messageId))
      found.push(
        `${name}: there is no message "${finding.messageId}"; there are ${Object.keys(messages).join(', ')}`,
      );
  }
  for (const id of Object.keys(messages))
    if (!expected.some(({ finding }) => finding.messageId === id))
      found.push(`no case expects the message "${id}"`);
  if (!cases.valid.some(({ nearMiss }) => nearMiss))
    found.push('no valid case is marked `nearMiss: true`: write one that looks like a finding and is none');
  if (!cases.invalid.some(({ indirect }) => indirect))
    found.push(
      'no invalid case is marked `indirect: true`: write one that gets there through a name or a function',
    );
  if (!cases.invalid.some(({ program }) => /^\s*-- \S+ --$/m.test(program)))
    found.push(
      'no invalid case has several files: write one where an import lies between, with lines "-- path --"',
    );
  return found;
}
