import type { Confidence } from '../model/finding.ts';

/** A finding that a case expects; what is left out may be anything, but for `data`, without which there is none. */
export interface ExpectedFinding {
  /** Needed where the program has several files. */
  readonly file?: string;
  /** From 1, as all that counts lines and columns; of the place's tight part. */
  readonly line: number;
  readonly column?: number;
  readonly endLine?: number;
  /** Exclusive. */
  readonly endColumn?: number;
  readonly messageId: string;
  readonly data?: Readonly<Record<string, string | number>>;
  readonly confidence?: Confidence;
  /** The names of the witness's steps. */
  readonly witness?: readonly string[];
}

interface Case {
  /** Names the test, too; no other case of the table has it. */
  readonly name: string;
  /** One file, `main.py`, or several behind lines `-- path --`. */
  readonly program: string;
  /** As the configuration would give them; the rule's schema is held against them. */
  readonly options?: Readonly<Record<string, unknown>>;
}

/** A program on which the rule must say nothing. */
export interface ValidCase extends Case {
  /** It looks like an invalid one. At least one case does. */
  readonly nearMiss?: boolean;
}

/** A program with all the findings of the rule, in any order. */
export interface InvalidCase extends Case {
  readonly findings: readonly ExpectedFinding[];
  /** What the rule looks for is reached through a name, a function or a container. At least one case does so. */
  readonly indirect?: boolean;
}

export interface RuleCases {
  readonly valid: readonly ValidCase[];
  readonly invalid: readonly InvalidCase[];
}
