import type { Category, Condition, Tier } from './catalogue.ts';
import type { Constant } from './constant.ts';
import type { EntryKind } from './entry.ts';
import type { Statistic } from './statistics.ts';
import type { TargetMask } from './targets.ts';

/** A stretch of a file's text as UTF-16 offsets, the end exclusive. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** A span as people count: lines and columns from 1, columns in UTF-16 units, `endColumn` exclusive. */
export interface Stretch {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** Where something stands in a file. */
export interface Region extends Stretch {
  /** Of a notebook: the number of its cell, from 1; lines and columns count in the cell. */
  readonly cell?: number;
  /** Of a notebook: the same in the text of the file itself, for readers that know no cells. */
  readonly inFile?: Stretch;
}

export const LEVELS = ['error', 'warning', 'note', 'none'] as const;
export type Level = (typeof LEVELS)[number];

export const CONFIDENCES = ['high', 'medium', 'low'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

export const PROVENANCES = ['direct', 'custom', 'stdlib', 'dependency'] as const;
export type Provenance = (typeof PROVENANCES)[number];

export const PHASES = ['import-time', 'call-time', 'main', 'install'] as const;
export type Phase = (typeof PHASES)[number];

export type ArgumentValue =
  | { readonly kind: 'value'; readonly value: Constant }
  | { readonly kind: 'unknown'; readonly reason: string }
  | { readonly kind: 'redacted' };

/** One step of a witness: what is entered, and where in the analysed code, if it is there. */
export interface WitnessStep {
  readonly name: string;
  readonly file?: string;
  readonly line?: number;
  /** Of a notebook: the cell that `line` counts in, and the line of the file itself. */
  readonly cell?: number;
  readonly lineInFile?: number;
  /** UTF-16 offset in the file, until the engine has put the line in its place. */
  readonly offset?: number;
}

/** Why the way from a site to a raiser is not certain. */
export type CostCause =
  | 'few-candidates'
  | 'many-candidates'
  | 'container-element'
  | 'undecided-condition'
  | 'attribute-name'
  | 'some-objects'
  | 'loaded-before'
  | 'kept-result'
  | 'inside-packages'
  | 'inside-library';

/** A part of the cost of a finding. */
export interface CostPart {
  readonly cost: number;
  readonly cause: CostCause;
  /** Of an undecided condition: which. */
  readonly condition?: Condition;
}

/** How the function around a site comes to run: an entry point, and the calls that lead from there to it. */
export interface ReachedFrom {
  readonly kind: EntryKind;
  /** Of a script its name, of a file how it is run, of a function its own name. */
  readonly name: string;
  /** The callers in turn, each where it calls the next; none: the site stands in the entry point itself. */
  readonly steps: readonly WitnessStep[];
}

/**
 * What `lint` gives: one (site, event). `file` is the path as shown to people; `at` the tight region (the callee's
 * last name, the imported name, the attribute), `site` the whole operation.
 */
export interface Finding {
  readonly kind: 'event' | 'rule';
  readonly file: string;
  readonly at: Span;
  readonly site: Span;
  readonly event: string;
  readonly code: string;
  readonly tier: Tier;
  /** What the rule proposes, before presets and configuration. */
  readonly confidence: Confidence;
  readonly provenance: Provenance;
  readonly phases: readonly Phase[];
  readonly targets: TargetMask;
  /** In the order of the event's arguments. */
  readonly arguments: readonly (readonly [name: string, value: ArgumentValue])[];
  readonly witness: readonly WitnessStep[];
  /** Of an import: other events that come along where it really loads the module, by name; none has a finding. */
  readonly along?: readonly string[];
  /** Absent: nothing in sight leads to the site. */
  readonly reachedFrom?: ReachedFrom;
  /** Qualified name of the enclosing function without the module; empty in the module body. */
  readonly enclosing: string;
  /** Rules beyond the table: the message in place of "can raise". */
  readonly message?: string;
  /** What the rule itself asks for; absent: what the preset makes of the tier. */
  readonly level?: Level;
}

export const LIMIT_KINDS = [
  'syntax',
  'unresolved-call',
  'unresolved-import',
  'dynamic-code',
  'dynamic-import',
  'dynamic-attribute',
  'native-module',
  'too-deep',
  'unreadable',
  'no-python',
  'encoding',
  'target-version',
  'internal',
] as const;
export type LimitKind = (typeof LIMIT_KINDS)[number];

/** What the analysis could not see. `region` absent: the file as a whole. */
export interface Limit {
  readonly kind: LimitKind;
  readonly file: string;
  readonly region?: Region;
  /** A short fixed phrase, for counting. */
  readonly reason: string;
  /** A sentence that says what to do or what it means. */
  readonly message: string;
  /** How many places of the file it stands for; absent: one. */
  readonly count?: number;
}

/** An event the code base can raise, over all its findings. */
export interface InventoryEntry {
  readonly event: string;
  readonly code: string;
  readonly category: Category | 'custom';
  readonly count: number;
  readonly files: number;
  readonly tier: Tier;
  readonly provenances: readonly Provenance[];
  readonly confidence: Confidence;
}

/** What any run of the program raises without a site. */
export interface InterpreterEntry {
  readonly event: string;
  readonly code: string;
  readonly when: string;
  readonly targets: TargetMask;
}

export interface Inventory {
  readonly events: readonly InventoryEntry[];
  readonly interpreter: readonly InterpreterEntry[];
}

/** A finding as it is shown: levelled, placed, fingerprinted, with the text around it. */
export interface ReportedFinding extends Finding {
  readonly level: Level;
  readonly region: Region;
  readonly siteRegion: Region;
  /** `pyauditEvent/v1`: 32 hex digits. */
  readonly fingerprint: string;
  /** Filled in by `engine` from the file, for the findings that are shown. */
  readonly excerpt?: Excerpt;
  /**
   * Against a baseline, what brought the finding. `data`: the tool alone, since the code is as it was when the
   * baseline was written; it is a note and fails nothing.
   */
  readonly broughtBy?: 'code' | 'data';
}

/** Why a finding is held back although the settings ask for it. */
export type Acceptance =
  /** A suppression comment on that line of the file. */
  { readonly by: 'comment'; readonly line: number; readonly reason?: string } | { readonly by: 'baseline' };

/** A finding that somebody has looked at and let stand. */
export interface AcceptedFinding extends ReportedFinding {
  readonly acceptance: Acceptance;
}

/** Text around a finding, read again when the report is made. */
export interface Excerpt {
  /** The text of the region's lines. */
  readonly text: string;
  /** 1-based line of the first of `context`. */
  readonly contextStart: number;
  /** The lines around the region, it included; without line ends. */
  readonly context: readonly string[];
  /** `primaryLocationLineHash` as github/codeql-action computes it, over the file itself. */
  readonly lineHash: string;
  /** Of a notebook: the excerpt of the file's own text, about the region's `inFile`. */
  readonly inFile?: Omit<Excerpt, 'lineHash' | 'inFile'>;
}

/** Where the analysed tree comes from, if it is a git work tree. */
export interface Provenances {
  /** Absolute path of the work tree's root. */
  readonly root: string;
  /** The `origin` remote as an https URL without credentials. */
  readonly repository?: string;
  readonly revision?: string;
  readonly branch?: string;
}

/** A file as it is to be. */
export interface FileEdit {
  /** Absolute, free of links. */
  readonly path: string;
  /** As people see it. */
  readonly shown: string;
  readonly bytes: Uint8Array;
  /** How many comments were put in or added to, and how many findings they accept. */
  readonly comments: number;
  readonly findings: number;
}

/** Files with suppression comments, to be written. */
export interface SuppressionEdits {
  readonly files: readonly FileEdit[];
  /** Sentences about files that are left as they are. */
  readonly notices: readonly string[];
}

/** What comparing with a baseline gave. */
export interface BaselineReport {
  /** The baseline's path as shown to people, or the revision. */
  readonly name: string;
  /** How many findings it accepts. */
  readonly accepted: number;
  /** How many findings it would accept that are gone; each of its lines that holds any is a finding. */
  readonly stale: number;
  /** How many findings are new only because the tool knows more. */
  readonly broughtByData: number;
  /** Sentences about the comparison. */
  readonly notices: readonly string[];
  /** Of a pruned file: how many findings it accepts beside those, which this run cannot judge. */
  readonly kept?: number;
  /** What the file is to hold from now on, where that was asked for. */
  readonly text?: string;
}

export interface RunFault {
  readonly stage: string;
  readonly file?: string;
  readonly message: string;
}

/** All that a formatter needs. Findings in order of file, line, column, event. */
export interface Report {
  readonly tool: { readonly name: string; readonly version: string };
  readonly targets: TargetMask;
  readonly files: {
    readonly analysed: number;
    readonly bytes: number;
    /** Modules of installed packages and stubs that were read with them; absent: none. */
    readonly dependencies?: number;
    /** Suppression comments in installed packages, none of which is heard; absent: none. */
    readonly unheardComments?: number;
    /** Found, but not analysed; each has a limit. */
    readonly skipped: number;
    /** Folders and files the walk left out, by reason (`.git`, `virtual environment`, `.gitignore`, ...). */
    readonly excluded?: ReadonlyMap<string, number>;
  };
  readonly findings: readonly ReportedFinding[];
  /** Findings held back, by reason ("below medium confidence", ...); the accepted ones too. */
  readonly hidden: ReadonlyMap<string, number>;
  /** Held back by a comment or the baseline, in the order of `findings`; absent: none. */
  readonly accepted?: readonly AcceptedFinding[];
  /** Reports for people and SARIF list them, too. */
  readonly showsAccepted?: boolean;
  readonly baseline?: BaselineReport;
  /** Files with comments for all that is shown, where that was asked for. */
  readonly edits?: SuppressionEdits;
  /** Counts of what is shown, where they were asked for. */
  readonly statistics?: readonly Statistic[];
  readonly inventory: Inventory;
  readonly limits: readonly Limit[];
  readonly faults: readonly RunFault[];
  readonly repository?: Provenances;
  /** Current directory, absolute, that relative paths refer to. */
  readonly directory: string;
}
