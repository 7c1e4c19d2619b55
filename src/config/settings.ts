import type { Confidence, Level, Provenance } from '../model/finding.ts';
import type { TargetMask } from '../model/targets.ts';

export const PRESETS = ['recommended', 'strict', 'all', 'inventory'] as const;
export type Preset = (typeof PRESETS)[number];

export const SHOWN_LEVELS = ['error', 'warning', 'note'] as const;
export const FAIL_LEVELS = [...SHOWN_LEVELS, 'none'] as const;

/**
 * A choice of events: a code (`PYA1001`, `PYA10*`), an event's name or glob (`socket.*`), or `category:process`.
 * Kept as written; `src/lint/select.ts` matches it.
 */
export type Selector = string;

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

/** Everything a run is told, resolved from flags (and later from configuration files). */
export interface Settings extends Scope {
  readonly preset: Preset;
  /** Empty: all. */
  readonly select: readonly Selector[];
  readonly ignore: readonly Selector[];
  readonly minLevel: Level;
  readonly failOn: Level;
  /** Absent: what the preset says. */
  readonly minConfidence?: Confidence;
  /** Empty: all. */
  readonly provenances: readonly Provenance[];
  /** A suppression without a reason is a finding. */
  readonly requireReason?: boolean;
  readonly baseline?: BaselineSettings;
  /** A git revision: what it had is accepted. */
  readonly baselineCommit?: string;
  /** Reports show what is accepted, too. */
  readonly showAccepted?: boolean;
}
