import { libraryValues } from '../../rules/library-values.ts';
import { compileRaisers } from '../../rules/raiser-table.ts';
import type { Settings } from '../../src/config/settings.ts';
import type { RaiserTable } from '../../src/model/raiser-table.ts';
import { ALL_TARGETS } from '../../src/model/targets.ts';

/** Settings that show everything, but for what `more` says. */
export const settings = (paths: readonly string[], more: Partial<Settings> = {}): Settings => ({
  paths,
  targets: ALL_TARGETS,
  preset: 'all',
  select: [],
  ignore: [],
  minLevel: 'note',
  failOn: 'warning',
  provenances: [],
  ...more,
});

/** A table without rules, for tests of what goes on around them. */
export const EMPTY_TABLE: RaiserTable = compileRaisers([], libraryValues);
