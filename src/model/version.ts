// Put in by bin/dev/compile.mjs; absent when the sources run unbundled (tests, maintainers' scripts).
declare const PYAUDIT_LINT_VERSION: string | undefined;
declare const PYAUDIT_LINT_BUILD: string | undefined;
declare const PYAUDIT_LINT_DATA: string | undefined;

/** The version in package.json. */
export const VERSION: string =
  typeof PYAUDIT_LINT_VERSION === 'string' ? PYAUDIT_LINT_VERSION : '0.0.0-source';

/** 16 hex digits that change with any source file the tool is made of; what caches are keyed by. */
export const BUILD: string = typeof PYAUDIT_LINT_BUILD === 'string' ? PYAUDIT_LINT_BUILD : 'source';

/** 16 hex digits that change with any source file that decides what is found: the data and the analysis. */
export const DATA: string = typeof PYAUDIT_LINT_DATA === 'string' ? PYAUDIT_LINT_DATA : 'source';

/** What a tool is made of, as baselines record it. */
export interface ToolIdentity {
  readonly version: string;
  readonly data: string;
}
