// Made by bin/dev/generate config from src/config/options; do not edit.

/** Settings by the keys of a configuration file. */
export interface Settings {
  /** Which tiers are shown at which level: recommended, strict, all, inventory. */
  readonly preset?: 'recommended' | 'strict' | 'all' | 'inventory';
  /** Only these: codes, events, globs (PYA10*, socket.*), category:NAME. */
  readonly select?: readonly string[];
  /** Adds to select. */
  readonly 'extend-select'?: readonly string[];
  /** Not these; as select. */
  readonly ignore?: readonly string[];
  /** Adds to ignore. */
  readonly 'extend-ignore'?: readonly string[];
  /** Levels of events, globs, codes and categories, in place of those of the preset. */
  readonly levels?: { readonly [key: string]: 'error' | 'warning' | 'note' | 'none' | {
    readonly dangerous?: 'error' | 'warning' | 'note' | 'none';
    readonly effect?: 'error' | 'warning' | 'note' | 'none';
    readonly inventory?: 'error' | 'warning' | 'note' | 'none';
  } };
  /** Events that are allowed: these are not shown, all others that would be are errors. */
  readonly allow?: readonly string[];
  /** Adds to allow. */
  readonly 'extend-allow'?: readonly string[];
  /** Show findings from this level up: error, warning, note. */
  readonly 'min-level'?: 'error' | 'warning' | 'note';
  /** Show findings from this confidence up: high, medium, low. */
  readonly 'min-confidence'?: 'high' | 'medium' | 'low';
  /** Show findings of these provenances: direct, custom, stdlib, dependency. */
  readonly provenance?: readonly ('direct' | 'custom' | 'stdlib' | 'dependency')[];
  /** The findings that are accepted already; only others count. */
  readonly baseline?: string;
  /** A suppression comment without a reason is a finding. */
  readonly 'require-reasons'?: boolean;
  /** Also show what comments and the baseline accept, marked as such (SARIF: suppressions). */
  readonly 'show-accepted'?: boolean;
  /** Exit with 1 from this level up: error, warning, note, none. */
  readonly 'fail-on'?: 'error' | 'warning' | 'note' | 'none';
  /** Exit with 1 only if more findings than this reach the level of fail-on. */
  readonly 'max-findings'?: number;
  /** Exit with 2 if a file could not be read or does not parse; else it is a limit alone. */
  readonly 'fail-on-skipped'?: boolean;
  /** Leave out files and folders met while walking; paths that are named stay. */
  readonly exclude?: readonly string[];
  /** Adds to exclude. */
  readonly 'extend-exclude'?: readonly string[];
  /** Leave out virtual environments, build output, caches and folders of other tools. */
  readonly 'default-excludes'?: boolean;
  /** Folders that imports start from. */
  readonly 'source-roots'?: readonly string[];
  /** Leave out named paths too where excludes or .gitignore say so, as pre-commit needs it. */
  readonly 'force-exclude'?: boolean;
  /** CPython versions: 3.13, 3.9-3.13, or a list with commas. */
  readonly 'python-version'?: string | readonly string[];
  /** Platforms: linux, darwin, win32. */
  readonly platform?: readonly ('linux' | 'darwin' | 'win32')[];
  /** Read the installed packages that the code imports; else they are unknown. */
  readonly dependencies?: boolean;
  /** Folders of installed packages, in order. */
  readonly 'site-packages'?: readonly string[];
  /** Virtual environment. */
  readonly venv?: string;
  /** Format on standard output: text, concise, full, json, jsonl, sarif, github, gitlab, junit, markdown. */
  readonly format?: 'text' | 'concise' | 'full' | 'json' | 'jsonl' | 'sarif' | 'github' | 'gitlab' | 'junit' | 'markdown';
  /** Options of rules, a table under the name of each. */
  readonly 'rule-options'?: { readonly [key: string]: { readonly [key: string]: unknown } };
  /** Tables with `files`, a list of globs, and settings for these files; the last that names a file wins. */
  readonly overrides?: readonly {
    /** Globs of the files. */
    readonly files: readonly string[];
    /** Which tiers are shown at which level: recommended, strict, all, inventory. */
    readonly preset?: 'recommended' | 'strict' | 'all' | 'inventory';
    /** Only these: codes, events, globs (PYA10*, socket.*), category:NAME. */
    readonly select?: readonly string[];
    /** Adds to select. */
    readonly 'extend-select'?: readonly string[];
    /** Not these; as select. */
    readonly ignore?: readonly string[];
    /** Adds to ignore. */
    readonly 'extend-ignore'?: readonly string[];
    /** Levels of events, globs, codes and categories, in place of those of the preset. */
    readonly levels?: { readonly [key: string]: 'error' | 'warning' | 'note' | 'none' | {
      readonly dangerous?: 'error' | 'warning' | 'note' | 'none';
      readonly effect?: 'error' | 'warning' | 'note' | 'none';
      readonly inventory?: 'error' | 'warning' | 'note' | 'none';
    } };
    /** Events that are allowed: these are not shown, all others that would be are errors. */
    readonly allow?: readonly string[];
    /** Adds to allow. */
    readonly 'extend-allow'?: readonly string[];
    /** Show findings from this level up: error, warning, note. */
    readonly 'min-level'?: 'error' | 'warning' | 'note';
    /** Show findings from this confidence up: high, medium, low. */
    readonly 'min-confidence'?: 'high' | 'medium' | 'low';
    /** Show findings of these provenances: direct, custom, stdlib, dependency. */
    readonly provenance?: readonly ('direct' | 'custom' | 'stdlib' | 'dependency')[];
  }[];
  /** Tables that each tell of a function, method or class by its name: the event that it raises, what it calls, or that it is safe. */
  readonly raiser?: readonly {
    /** A function, method or class by its dotted name. */
    readonly api: string;
    /** What the name is; a function if absent. */
    readonly of?: 'function' | 'method' | 'class';
    /** What a call raises: an event of CPython, or one of your own. */
    readonly event?: string;
    /** Operands of the call for each argument of the event. */
    readonly arguments?: { readonly [key: string]: readonly string[] };
    /** Of an event of your own; effect if absent. */
    readonly tier?: 'dangerous' | 'effect' | 'inventory';
    /** Versions and platforms where that holds; all if absent. */
    readonly targets?: string;
    /** Whatever it does, its events do not count. */
    readonly safe?: boolean;
    /** Operands that it calls. */
    readonly calls?: readonly string[];
    /** What has to hold of a call for the event. */
    readonly when?: readonly {
      /** The operand that is asked about: the first that the call gives. */
      readonly operand: readonly string[];
      /** What it must be. */
      readonly is?: 'given' | 'absent' | 'none' | 'not-none' | 'true' | 'false' | 'text' | 'not-text';
      /** In place of `is`: the constant that it must be. */
      readonly equals?: string | boolean | number;
      /** What the callable takes where the call gives none. */
      readonly default?: string | boolean | number;
    }[];
  }[];
}
