import type { Tier } from '../model/catalogue.ts';
import type { Confidence, Level, Provenance } from '../model/finding.ts';
import type { StatisticsBy } from '../model/statistics.ts';
import type { TargetMask } from '../model/targets.ts';
import type { Glob } from './globs.ts';

export const PRESETS = ['recommended', 'strict', 'all', 'inventory'] as const;
export type Preset = (typeof PRESETS)[number];

export const SHOWN_LEVELS = ['error', 'warning', 'note'] as const;
export const FAIL_LEVELS = [...SHOWN_LEVELS, 'none'] as const;

/**
 * A choice of events: a code (`PYA1001`, `PYA10*`), an event's name or glob (`socket.*`), or `category:process`.
 * Kept as written; `src/lint/select.ts` matches it.
 */
export type Selector = string;

/** What a configuration says of how loud some findings are: those of every tier, or by tier. */
export interface LevelEntry {
  readonly selector: Selector;
  readonly level: Level | Partial<Readonly<Record<Tier, Level>>>;
}

/** Where to look for the packages that the project uses. Paths as the user wrote them. */
export interface DependencySettings {
  /** `--no-dependencies`: treated as unknown, whatever is installed. */
  readonly leftOut: boolean;
  /** `--site-packages`, in order. */
  readonly sitePackages: readonly string[];
  /** `--venv`. */
  readonly environment?: string;
  /** The environment that is active where the tool runs (`VIRTUAL_ENV`). */
  readonly active?: string;
}

/** A file whose content comes from standard input. */
export interface StandardInput {
  /** As the user wrote it. */
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** What is analysed, and for which targets. */
export interface Scope {
  /** As given on the command line; never empty (`.` by default). */
  readonly paths: readonly string[];
  readonly targets: TargetMask;
  /** `--python-version` was given: `requires-python` of the analysed project does not narrow `targets`. */
  readonly versionsGiven?: boolean;
  /** What one of the paths has for its content, read from standard input. */
  readonly input?: StandardInput;
  /** The report is about these files and folders alone, as the user wrote them; absent: about all. */
  readonly reportOnly?: readonly string[];
  /** A named path that does not exist is no failure. */
  readonly missingIsFine?: boolean;
  /** Named paths are left out where excludes or ignore files say so. */
  readonly forceExclude?: boolean;
  /** Where installed packages are looked for; absent: nowhere. */
  readonly dependencies?: DependencySettings;
  /** The folder of what earlier runs found out of packages, absolute; absent: nothing is kept. */
  readonly cache?: string;
  /** Files and folders that the walk leaves out. */
  readonly exclude?: readonly Glob[];
  /** Environments, build output and caches are walked too. */
  readonly noDefaultExcludes?: boolean;
  /** Folders that imports start from, beside those found; as the host takes paths. */
  readonly sourceRoots?: readonly string[];
}

/** What `callgraph` is told. */
export interface CallGraphSettings extends Scope {
  /** Edges below it are left out. */
  readonly minConfidence: Confidence;
}

/** What `why` is told. */
export interface WhySettings extends Scope {
  /** What to analyse beside the file; empty: the project around it. */
  readonly paths: readonly string[];
  /** As given on the command line. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** Absent: all of the line. */
  readonly event?: Selector;
}

/** The findings that are accepted already. */
export interface BaselineSettings {
  /** As the host takes it. */
  readonly file: string;
  /** `write`: it accepts all that is shown; `prune`: its stale entries go. */
  readonly action: 'compare' | 'write' | 'prune';
}

/** How the findings of a file are judged. */
export interface Judgement {
  readonly preset: Preset;
  /** Empty: all. */
  readonly select: readonly Selector[];
  readonly ignore: readonly Selector[];
  readonly levels?: readonly LevelEntry[];
  readonly allow?: AllowList;
  readonly minLevel: Level;
  /** Absent: what the preset says. */
  readonly minConfidence?: Confidence;
  /** Empty: all. */
  readonly provenances: readonly Provenance[];
}

/** The events that some code may raise. */
export interface AllowList {
  readonly events: readonly Selector[];
  /** Where it is written, for messages: `pyproject.toml:12`. */
  readonly source: string;
}

/** What `check` is told. */
export interface Settings extends Scope, Judgement {
  readonly failOn: Level;
  /** As many findings at `failOn` or above are put up with; absent: none. */
  readonly maxFindings?: number;
  /** What the findings shown are counted by; absent: nothing. */
  readonly statistics?: readonly StatisticsBy[];
  /** A file that could not be read or does not parse is trouble. */
  readonly failOnSkipped?: boolean;
  /** Whatever is found, it is no failure. */
  readonly exitZero?: boolean;
  /** A suppression without a reason is a finding. */
  readonly requireReason?: boolean;
  readonly baseline?: BaselineSettings;
  /** A git revision: what it had is accepted. */
  readonly baselineCommit?: string;
  /** Suppression comments are wanted for all that is shown, with that reason. */
  readonly addIgnore?: { readonly reason?: string };
  /** Reports show what is accepted, too. */
  readonly showAccepted?: boolean;
  /** How a file, absolute, is judged, where files differ. */
  readonly forFile?: (path: string) => Judgement;
}
