import type { ResolvedOptions } from '../config/resolve.ts';
import type { Settings, StandardInput } from '../config/settings.ts';
import type { Rule } from '../lint/rule/contract.ts';
import { selectorTest } from '../lint/select.ts';
import type { Limit } from '../model/finding.ts';
import { VERSIONS } from '../model/targets.ts';
import { acceptedSettings } from './accepted.ts';
import { inputSettings } from './input.ts';
import type { CliIo } from './io.ts';
import { judgementOf, scopeOf } from './settings.ts';

/** What the options ask of a check, and the versions among them that the data does not know yet. */
export interface CheckSettings {
  readonly settings: Settings;
  readonly newer: readonly string[];
}

/**
 * What the options ask of a check.
 *
 * @param words the paths, as the user gives them
 */
export function checkSettings(
  words: readonly string[],
  input: StandardInput | undefined,
  options: ResolvedOptions,
  env: CliIo['env'],
): CheckSettings {
  const { paths, ...reading } = inputSettings(words, options, input);
  const { newer, ...scope } = scopeOf(paths, options, env);
  const maxFindings = options.get('max-findings');
  const statistics = options.get('statistics');
  const settings: Settings = {
    ...scope,
    ...reading,
    ...judgementOf(options),
    failOn: options.get('fail-on'),
    ...acceptedSettings(options),
    ...(maxFindings > 0 ? { maxFindings } : {}),
    ...(statistics.length > 0 ? { statistics } : {}),
    ...(options.get('fail-on-skipped') ? { failOnSkipped: true } : {}),
    ...(options.get('exit-zero') ? { exitZero: true } : {}),
    ...(options.hasOverrides ? { forFile: (path) => judgementOf(options.forFile(path)) } : {}),
  };
  return { settings, newer };
}

/** What tells results for these targets from those of a run for others, in services that keep them side by side. */
export function categoryOf(options: ResolvedOptions): string | undefined {
  const asked = [options.get('python-version') ?? '', options.get('platform').join(',')];
  return asked.filter((text) => text !== '').join('-') || undefined;
}

/** Tells of a version that the data does not know yet. */
export const newerLimit = (version: string): Limit => ({
  kind: 'target-version',
  file: '',
  reason: 'version newer than the data',
  message: `CPython ${version} is newer than the data; ${VERSIONS.at(-1)} stands in for it.`,
});

/** Rules of which something may be shown: what is not selected need not run. */
export function wantedRules(rules: readonly Rule[], { select, preset, forFile }: Settings): readonly Rule[] {
  if (preset === 'inventory') return [];
  if (select.length === 0 || forFile) return rules;
  const isSelected = selectorTest(select);
  return rules.filter(({ meta }) => isSelected({ code: meta.code, event: meta.name }));
}
