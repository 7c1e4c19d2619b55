import type { AllowList, Judgement, LevelEntry } from '../config/settings.ts';
import { narrowness, selectorTest } from '../lint/select.ts';
import { CONFIDENCES, type Finding, LEVELS, type Level } from '../model/finding.ts';
import { presetConfidence, presetLevel } from './level.ts';

/** A finding is shown. */
export interface Shown {
  readonly level: Level;
  /** Why it has that level, where the preset does not tell. */
  readonly message?: string;
}

/** Gives a finding's level, or why it is not shown. */
export type Judge = (finding: Finding) => Shown | { readonly hidden: string };

/** Whether `level` is `least` or graver. */
export const reaches = (level: Level, least: Level): boolean =>
  LEVELS.indexOf(level) <= LEVELS.indexOf(least);

/**
 * The level that the configuration gives a finding; undefined where it says nothing of it. The narrowest entry that
 * names it decides, of equals the later one; an entry with levels by tier is silent about other tiers.
 */
function configuredLevel(entries: readonly LevelEntry[]): (finding: Finding) => Level | undefined {
  const tests = entries
    .toReversed()
    .map(({ selector, level }) => ({ test: selectorTest([selector]), level, weight: narrowness(selector) }))
    .sort((a, b) => (a.weight === b.weight ? 0 : b.weight - a.weight));
  return (finding) => {
    for (const { test, level } of tests) {
      const said = typeof level === 'string' ? level : level[finding.tier];
      if (said !== undefined && test(finding)) return said;
    }
    return undefined;
  };
}

/** What an allow list makes of a finding that would be shown: rules of ours are no events, and none of its business. */
function allowed({ events, source }: AllowList): (finding: Finding, level: Level) => ReturnType<Judge> {
  const isAllowed = selectorTest(events);
  return (finding, level) => {
    if (finding.kind !== 'event') return { level };
    if (isAllowed(finding)) return { hidden: 'allowed' };
    const message = `Not in the allow list (${source}): if it may do this, add "${finding.event}" there.`;
    return { level: 'error', message };
  };
}

/** Judges findings one by one. Each is held back for the first reason that applies. */
export function judge(settings: Judgement): Judge {
  const selected = selectorTest(settings.select);
  const ignored = selectorTest(settings.ignore);
  const confidence = settings.minConfidence ?? presetConfidence(settings.preset);
  const levelOf = configuredLevel(settings.levels ?? []);
  const listed = settings.allow ? allowed(settings.allow) : (_: Finding, level: Level): Shown => ({ level });
  return (finding) => {
    if (settings.select.length > 0 && !selected(finding)) return { hidden: 'not selected' };
    if (ignored(finding)) return { hidden: 'ignored' };
    if (settings.provenances.length > 0 && !settings.provenances.includes(finding.provenance)) {
      return { hidden: 'other provenance' };
    }
    if (settings.preset === 'inventory') return { hidden: 'preset inventory' };
    const configured = levelOf(finding);
    if (configured === 'none') return { hidden: 'level none' };
    const level = configured ?? finding.level ?? presetLevel(settings.preset, finding.tier);
    if (level === 'none') return { hidden: `${finding.tier} tier` };
    if (CONFIDENCES.indexOf(finding.confidence) > CONFIDENCES.indexOf(confidence)) {
      return { hidden: `below ${confidence} confidence` };
    }
    const verdict = listed(finding, level);
    if ('hidden' in verdict || reaches(verdict.level, settings.minLevel)) return verdict;
    return { hidden: `below level ${settings.minLevel}` };
  };
}
