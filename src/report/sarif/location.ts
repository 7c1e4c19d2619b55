import type { Location, Region as SarifRegion } from 'sarif';
import type { Excerpt, Region, ReportedFinding } from '../../model/finding.ts';
import type { Artifacts } from './artifacts.ts';

/** The text of a region, out of the text of its lines. */
export function regionText({ column, endColumn }: Region, { text }: Excerpt): string {
  const lines = text.split(/\r\n|\r|\n/);
  const last = lines.length - 1;
  lines[last] = lines[last]!.slice(0, endColumn - 1);
  lines[0] = lines[0]!.slice(column - 1);
  return lines.join('\n');
}

const sarifRegion = ({ line, column, endLine, endColumn }: Region): SarifRegion => ({
  startLine: line,
  startColumn: column,
  endLine,
  endColumn,
});

/** Lines about the region; `undefined` where they are no more than the region itself (SARIF wants more). */
function contextRegion(region: Region, { context, contextStart }: Excerpt): SarifRegion | undefined {
  const end = contextStart + context.length - 1;
  const whole = region.column === 1 && region.endColumn > (context.at(-1)?.length ?? 0);
  if (context.length === 0 || (contextStart === region.line && end === region.endLine && whole))
    return undefined;
  return { startLine: contextStart, endLine: end, snippet: { text: context.join('\n') } };
}

function physicalRegions({ region, excerpt }: ReportedFinding): {
  region: SarifRegion;
  contextRegion?: SarifRegion;
} {
  const place = sarifRegion(region);
  if (!excerpt) return { region: place };
  const context = contextRegion(region, excerpt);
  return {
    region: { ...place, snippet: { text: regionText(region, excerpt) } },
    ...(context ? { contextRegion: context } : {}),
  };
}

/** Where a finding stands: file, region, the text about it, and the function it is in. */
export function findingLocation(finding: ReportedFinding, artifacts: Artifacts): Location {
  return {
    physicalLocation: { artifactLocation: artifacts.locate(finding.file), ...physicalRegions(finding) },
    ...(finding.enclosing === ''
      ? {}
      : { logicalLocations: [{ fullyQualifiedName: finding.enclosing, kind: 'function' }] }),
  };
}

/** A line of a file, of which no more is known. */
export const lineLocation = (file: string, line: number, artifacts: Artifacts): Location => ({
  physicalLocation: { artifactLocation: artifacts.locate(file), region: { startLine: line } },
});
