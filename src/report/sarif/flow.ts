import type { CodeFlow, Location, ThreadFlowLocation } from 'sarif';
import type { ReportedFinding, WitnessStep } from '../../model/finding.ts';
import type { Artifacts } from './artifacts.ts';
import { findingLocation, lineLocation } from './location.ts';
import { messageText } from './message.ts';

/** More steps than this no viewer shows; the middle is left out. */
const MOST_STEPS = 100;

type Placed = WitnessStep & { readonly file: string; readonly line: number };

const isPlaced = (step: WitnessStep): step is Placed => step.file !== undefined && step.line !== undefined;

function fewer(steps: readonly WitnessStep[]): readonly WitnessStep[] {
  if (steps.length <= MOST_STEPS) return steps;
  return [...steps.slice(0, MOST_STEPS / 2), ...steps.slice(-MOST_STEPS / 2)];
}

/** From the entry point to the raiser as one thread flow. Steps inside the library have no file here and stand at the finding's place. */
export function codeFlows(finding: ReportedFinding, artifacts: Artifacts): CodeFlow[] {
  const site = findingLocation(finding, artifacts);
  const steps = [...(finding.reachedFrom?.steps ?? []), ...finding.witness];
  const locations = fewer(steps).map((step, depth): ThreadFlowLocation => {
    const place = isPlaced(step) ? lineLocation(step.file, step.lineInFile ?? step.line, artifacts) : site;
    return {
      location: { ...place, message: { text: messageText(step.name) } },
      kinds: ['call', 'function'],
      nestingLevel: depth,
      importance: 'essential',
    };
  });
  return locations.length === 0 ? [] : [{ threadFlows: [{ locations }] }];
}

/** Linked from the message, which names each; the first few of the witness's places that are not the finding's own. */
const MOST_RELATED = 3;

const placeKey = (file: string, { cell, line }: { readonly cell?: number; readonly line: number }): string =>
  `${file}:${cell ?? ''}:${line}`;

/** Places of the witness in the analysed code, but for the finding's own line; their ids count from 1. */
export function relatedLocations(finding: ReportedFinding, artifacts: Artifacts): Location[] {
  const seen = new Set([placeKey(finding.file, finding.region)]);
  const related: Location[] = [];
  for (const step of finding.witness) {
    if (!isPlaced(step) || related.length === MOST_RELATED) continue;
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
