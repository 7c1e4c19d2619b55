import type { CodeFlow, Location, ThreadFlowLocation } from 'sarif';
import type { ReportedFinding, WitnessStep } from '../../model/finding.ts';
import { counted } from '../style.ts';
import type { Artifacts } from './artifacts.ts';
import type { SarifLimits } from './limits.ts';
import { lineLocation, placeOnly } from './location.ts';
import { messageText } from './message.ts';

type Placed = WitnessStep & { readonly file: string; readonly line: number };

const isPlaced = (step: WitnessStep): step is Placed => step.file !== undefined && step.line !== undefined;

const stepsOf = ({ reachedFrom, witness }: ReportedFinding): readonly WitnessStep[] => [
  ...(reachedFrom?.steps ?? []),
  ...witness,
];

/** Whether the way to the raiser has more steps than a thread flow may. */
export const isCut = (finding: ReportedFinding, { steps }: SarifLimits): boolean =>
  stepsOf(finding).length > steps;

/**
 * From the entry point to the raiser as one thread flow. Of a way that is too long the middle is left out, and the step
 * after the gap says so.
 */
export function codeFlows(finding: ReportedFinding, artifacts: Artifacts, limits: SarifLimits): CodeFlow[] {
  const steps = stepsOf(finding);
  if (steps.length === 0) return [];
  const places = stepPlaces(finding, steps, artifacts);
  const left = Math.max(0, steps.length - limits.steps);
  const gap = Math.ceil(limits.steps / 2);
  const all = steps.map((step, index) => ({ step, place: places[index]! }));
  const kept = left === 0 ? all : [...all.slice(0, gap), ...all.slice(gap + left)];
  const locations = kept.map(({ step, place }, depth): ThreadFlowLocation => {
    const name = messageText(step.name);
    const text = left > 0 && depth === gap ? `${name} (${counted(left, 'step')} before it left out)` : name;
    return { location: { ...place, message: { text } }, kinds: ['call'], nestingLevel: depth };
  });
  return [{ threadFlows: [{ locations }] }];
}

/**
 * Where each step stands. Steps inside the library have no file here, and stand where the code is left for it: where
 * the step before them does, or at the finding's place.
 */
function stepPlaces(
  finding: ReportedFinding,
  steps: readonly WitnessStep[],
  artifacts: Artifacts,
): readonly Location[] {
  const site = placeOnly(finding, artifacts);
  const own = placeKey(finding.file, finding.region);
  let last = site;
  return steps.map((step) => {
    if (isPlaced(step))
      last =
        placeKey(step.file, step) === own
          ? site
          : lineLocation(step.file, step.lineInFile ?? step.line, artifacts);
    return last;
  });
}

const placeKey = (file: string, { cell, line }: { readonly cell?: number; readonly line: number }): string =>
  `${file}:${cell ?? ''}:${line}`;

/**
 * Places of the witness in the analysed code, but for the finding's own line; their ids count from 1. They are linked
 * from the message, which names each: GitHub shows no others.
 */
export function relatedLocations(
  finding: ReportedFinding,
  artifacts: Artifacts,
  limits: SarifLimits,
): Location[] {
  const seen = new Set([placeKey(finding.file, finding.region)]);
  const related: Location[] = [];
  for (const step of finding.witness) {
    if (!isPlaced(step) || related.length === limits.related) continue;
    const key = placeKey(step.file, step);
    if (seen.has(key)) continue;
    seen.add(key);
    related.push({
      id: related.length + 1,
      ...lineLocation(step.file, step.lineInFile ?? step.line, artifacts),
      message: { text: messageText(step.name) },
    });
  }
  return related;
}
