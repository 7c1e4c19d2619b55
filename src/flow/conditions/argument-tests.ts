import { type FileFacts, OP, type OpId, PARAMETER } from '../../facts/ir.ts';
import type { Place } from '../../model/catalogue.ts';
import type { Constant } from '../../model/constant.ts';
import type { ArgumentQuestion, ArgumentTest } from '../../stdlib/closure.ts';
import type { Flow } from '../flow.ts';
import { definedName } from '../library/definitions.ts';
import type { Activation } from '../solve/activations.ts';

/** What a condition asks of a parameter that its function does not assign to. */
export interface ParameterTest {
  /** The parameter's op. */
  readonly parameter: OpId;
  readonly is: ArgumentQuestion;
  /** More than this must hold: to pass decides nothing, to fail rules the way out. Costs nothing. */
  readonly isPart?: true;
  /** Of a parameter `**kwargs`: the keyword that is asked about, what it is without, and where else it may stand. */
  readonly keyword?: { readonly name: string; readonly default?: Constant; readonly position?: number };
  /** The condition holds as well where one of these does. */
  readonly or?: readonly ParameterTest[];
}

/** What the tests of a way cost: 1 each that may yet be decided for it. */
export const costOfTests = (tests: readonly ParameterTest[]): number =>
  tests.reduce((sum, { isPart }) => (isPart ? sum : sum + 1), 0);

/** Whether two tests of one function ask the same. */
export const isSame = (a: ParameterTest, b: ParameterTest): boolean =>
  a === b ||
  (a.parameter === b.parameter &&
    a.keyword?.name === b.keyword?.name &&
    (a.is === b.is || JSON.stringify(a.is) === JSON.stringify(b.is)) &&
    (a.or === b.or || JSON.stringify(a.or) === JSON.stringify(b.or)));

/** A test as the callers of the function see it; `undefined` where no argument can be told to be the parameter's. */
export function argumentTest(f: Flow, activation: Activation, test: ParameterTest): ArgumentTest | undefined {
  const own = ownTest(f, activation, test);
  if (!own || !test.or) return own;
  const others = test.or.map((one) => ownTest(f, activation, one));
  return others.every((one) => one !== undefined) ? { ...own, or: others } : undefined;
}

function ownTest(
  f: Flow,
  { file, index, around }: Activation,
  test: ParameterTest,
): ArgumentTest | undefined {
  const { facts } = file;
  const { parameters, owner } = facts.functions[index]!;
  const position = parameters.findIndex(({ op }) => op === test.parameter);
  const parameter = parameters[position];
  if (!parameter) return undefined;
  const bound =
    owner < 0 ? 0 : /^(self|cls|mcs|mcls|metacls|klass)$/.test(parameters[0]!.name) ? 1 : undefined;
  if (bound === undefined || position < bound) return undefined;
  const part = test.isPart ? { isPart: true as const } : {};
  if (test.keyword) {
    const { name, default: value, position: at } = test.keyword;
    const places: Place[] = at === undefined ? [`kw:${name}`] : [`arg:${at}`, `kw:${name}`];
    return { operand: places, is: test.is, ...(value ? { default: value } : {}), ...part };
  }
  const places: Place[] = [];
  if (parameter.kind === PARAMETER.positionalOnly || parameter.kind === PARAMETER.normal) {
    places.push(`arg:${position - bound}`);
  }
  if (parameter.kind === PARAMETER.normal || parameter.kind === PARAMETER.keywordOnly) {
    places.push(`kw:${parameter.name}`);
  }
  if (places.length === 0) return undefined;
  if (typeof test.is === 'object' && 'callable' in test.is) {
    const { callable } = test.is;
    const isDefault = isDefaultOf(f, around, parameter.default, callable);
    return { operand: places, is: { callable, ...(isDefault === undefined ? {} : { isDefault }) } };
  }
  const fallback = constantDefault(f, facts, parameter.default, around);
  return { operand: places, is: test.is, ...(fallback ? { default: fallback } : {}), ...part };
}

/** Whether a default is a function of that name; `undefined`: there is none, or nothing says so. */
function isDefaultOf(f: Flow, around: number, op: OpId, name: string): boolean | undefined {
  const outer = op < 0 ? undefined : f.p.activations.all[around];
  const names = outer && f.p.solver.at(f.p.node(outer, op)).map((token) => definedName(f, token));
  if (!names || names.length === 0) return undefined;
  return names.includes(name) || (names.includes(undefined) ? undefined : false);
}

function constantDefault(f: Flow, facts: FileFacts, op: OpId, around: number): Constant | undefined {
  if (op < 0 || around < 0 || !f.summarises) return undefined;
  return facts.kind[op] === OP.Const ? facts.constants[facts.a[op]!] : undefined;
}
