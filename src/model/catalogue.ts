import type { Constant } from './constant.ts';
import type { Platform } from './targets.ts';

/** The first two digits of a code name its category: `PYA10xx` is `process`. */
export const CATEGORIES = {
  process: 10,
  'code-execution': 11,
  native: 12,
  network: 13,
  filesystem: 14,
  import: 15,
  serialization: 16,
  introspection: 17,
  debugging: 18,
  threading: 19,
  memory: 20,
  database: 21,
  registry: 22,
  console: 23,
  logging: 24,
  interpreter: 25,
} as const;
export type Category = keyof typeof CATEGORIES;

export const TIERS = ['dangerous', 'effect', 'inventory'] as const;
export type Tier = (typeof TIERS)[number];

/**
 * Where an operand of a raising operation stands: the N-th positional argument (the receiver not counted; -1 the
 * last, -2 the one before it), a keyword, the tuple of all positional arguments, the receiver, the assigned value,
 * or the name of the attribute that is read, set or deleted.
 */
export type Place = `arg:${number}` | `kw:${string}` | 'args' | 'self' | 'value' | 'attribute';

/**
 * What a raiser does to a value before it puts it into the event. `raw-mode`: a mode without its `b` and `t`.
 * `listed`: a text becomes a tuple of itself (`Popen("ls")`). `shell-listed`: the same behind `/bin/sh -c`.
 * `first-item`, `second-item`: that item of a tuple; a text is its own first item. `text-or-none`: a value that is
 * no text becomes None.
 */
export const CONVERSIONS = [
  'raw-mode',
  'listed',
  'shell-listed',
  'first-item',
  'second-item',
  'text-or-none',
] as const;
export type Conversion = (typeof CONVERSIONS)[number];

/**
 * Where an event's argument comes from: the first of `from` that the call gives, else `default`; then converted.
 * No place at all and a default: always that constant. Absent (`null` in a map): computed inside the raiser, not
 * the caller's.
 */
export interface ArgumentSource {
  readonly from: readonly Place[];
  readonly default?: Constant;
  readonly convert?: Conversion;
}

/** Event argument name -> its source. `null`: the raiser computes it. */
export type ArgumentMap = Readonly<Record<string, readonly Place[] | ArgumentSource | null>>;

/**
 * What an operand must be. `true`, `false`: by truth value. `text`: str or bytes. `matches`: a regular expression
 * found in a text. `noBits`: an integer that has none of these bits set. An operand that the call does not give
 * (and that has no default) fails every test but `absent`.
 */
export type OperandTest =
  | 'given'
  | 'absent'
  | 'none'
  | 'not-none'
  | 'true'
  | 'false'
  | 'text'
  | 'not-text'
  | 'tuple'
  | { readonly equals: Constant }
  | { readonly matches: string }
  | { readonly noBits: number };

/**
 * A raiser fires only where all its conditions hold. An operand is the first of `operand` that the call gives,
 * else `default`; a condition that cannot be decided costs one step of confidence. `runtime` names a state of the
 * process that code cannot show ("standard input is a terminal"); it is never decided. Several raisers of one API
 * and event are cases of one raiser: each adds its targets, and their arguments are unknown where the maps differ and
 * the cases are open (`CompiledRaiser.exhaustive`).
 */
export type Condition =
  | { readonly operand: readonly Place[]; readonly is: OperandTest; readonly default?: Constant }
  | { readonly runtime: string };

interface RaiserBase {
  /**
   * Versions and platforms where this API raises the event, as `parseTargets` reads them: `3.12-3.15`,
   * `3.8-3.11/linux,darwin`. Absent: wherever the event itself is raised.
   */
  readonly targets?: string;
  readonly when?: readonly Condition[];
  readonly map?: ArgumentMap;
  /** The raise stands in Python code of the library (a `sys.audit` there, or a Python wrapper around C). */
  readonly python?: true;
  readonly note?: string;
  /** A complete program that raises the event on each line that ends in `# raises`; run under real CPython. */
  readonly example?: string;
  /** The operation must not happen when the example runs: the test's hook raises at the event. */
  readonly stop?: true;
  /** Why the example cannot be run under CPython on Linux. Static checks still apply. */
  readonly notRun?: string;
}

/** The API is a dotted name that resolves by import and attribute access; `aliases` are other names of the object. */
export type Raiser =
  | (RaiserBase & {
      readonly kind: 'call';
      readonly api: string;
      readonly aliases?: readonly string[];
      /** `method`: called on an instance of the class before the last dot. `class`: creating an instance. */
      readonly of: 'function' | 'method' | 'class';
      /** What a call gives, where later operations depend on it: the dotted name of the result's class. */
      readonly returns?: string;
      /** The event comes when the result is first iterated (generators), not at the call. */
      readonly deferred?: 'iteration';
    })
  | (RaiserBase & {
      readonly kind: 'get' | 'set' | 'delete';
      /** `class.attribute`; `*` as the attribute stands for any that the class does not define. */
      readonly api: string;
      readonly aliases?: readonly string[];
      /** The attribute's name alone tells the type, so that an unknown receiver counts (`f_code`). */
      readonly distinctive?: true;
    })
  | (RaiserBase & { readonly kind: 'syntax'; readonly form: 'import' })
  | (RaiserBase & { readonly kind: 'interpreter'; readonly moment: InterpreterMoment; readonly api: string });

/**
 * When the interpreter itself raises. `run`: any run of a program; `options`: only with certain options or ways to
 * start; `error`: on an exception nobody catches; `embedding`: through the C API alone.
 */
export type InterpreterMoment = 'run' | 'options' | 'error' | 'embedding';

export interface EventArgument {
  readonly name: string;
  /** Versions that pass this argument, where not all do. */
  readonly versions?: string;
  /** May hold a secret: constants print as `<redacted>`; `user-info`: only the part of a URL before the `@`. */
  readonly sensitive?: true | 'user-info';
}

/** The first case whose conditions all surely hold (an unknown value fails them) gives the tier; the last has none. */
export interface TierCase {
  readonly tier: Tier;
  /** `argument` is an argument of the event. */
  readonly when?: readonly { readonly argument: string; readonly is: OperandTest }[];
  /** Only for findings of this provenance. */
  readonly provenance?: 'direct' | 'stdlib';
}

export interface RuleDocs {
  /** One sentence: what happened when the event comes. */
  readonly summary: string;
  /** What it means to somebody who writes an audit hook: when it comes, what can be trusted, what is missing. */
  readonly meaning: string;
  /** Page of CPython's documentation, relative to docs.python.org/3/: `library/os.html#os.system`. */
  readonly page?: string;
  readonly cwe?: readonly number[];
  /** A program that looks alike and does not raise the event at all. */
  readonly nearMiss: string;
}

/** An event that comes along with another. */
export interface Alongside {
  readonly event: string;
  readonly versions: string;
  /** Seldom: only where something is missing. */
  readonly seldom?: true;
}

/** One row of the audit event table. */
export interface EventRule {
  /** `PYA` and four digits; permanent. */
  readonly code: string;
  /** The name as the runtime spells it. */
  readonly event: string;
  /** `custom`: the configuration has it. */
  readonly category: Category | 'custom';
  /** Versions with a raise site, as ranges; empty for events that are only documented. */
  readonly raised: string;
  /** Versions whose documentation names the event; empty for undocumented ones. */
  readonly documented: string;
  readonly platforms: readonly Platform[];
  readonly arguments: readonly EventArgument[];
  readonly tiers: readonly TierCase[];
  readonly raisedBy: readonly Raiser[];
  /** Events that may come along with it in the same operation; told with it, never on their own. */
  readonly alongside?: readonly Alongside[];
  readonly docs: RuleDocs;
}
