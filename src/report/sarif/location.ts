import type { Location, LogicalLocation, Region as SarifRegion } from 'sarif';
import type { Excerpt, ReportedFinding, Stretch } from '../../model/finding.ts';
import { regionText } from '../sentence.ts';
import type { Artifacts } from './artifacts.ts';

const sarifRegion = ({ line, column, endLine, endColumn }: Stretch): SarifRegion => ({
  startLine: line,
  startColumn: column,
  endLine,
  endColumn,
});

type FileExcerpt = Omit<Excerpt, 'lineHash' | 'inFile'>;

/** Lines about the region; `undefined` where they are no more than the region itself (SARIF wants more). */
function contextRegion(region: Stretch, { context, contextStart }: FileExcerpt): SarifRegion | undefined {
  const end = contextStart + context.length - 1;
  const whole = region.column === 1 && region.endColumn > (context.at(-1)?.length ?? 0);
  if (context.length === 0 || (contextStart === region.line && end === region.endLine && whole))
    return undefined;
  return { startLine: contextStart, endLine: end, snippet: { text: context.join('\n') } };
}

/** In the text of the file itself, also of a notebook. */
function physicalRegions({ region: shown, excerpt: around }: ReportedFinding): {
  region: SarifRegion;
  contextRegion?: SarifRegion;
} {
  const region = shown.inFile ?? shown;
  const excerpt = shown.inFile ? around?.inFile : around;
  const place = sarifRegion(region);
  if (!excerpt) return { region: place };
  const context = contextRegion(region, excerpt);
  return {
    region: { ...place, snippet: { text: regionText(region, excerpt) } },
    ...(context ? { contextRegion: context } : {}),
  };
}

/** The function and the cell of a notebook that a finding stands in. */
function logicalLocations({ enclosing, region }: ReportedFinding): LogicalLocation[] {
  return [
    ...(enclosing === '' ? [] : [{ fullyQualifiedName: enclosing, kind: 'function' }]),
    ...(region.cell === undefined ? [] : [{ name: `cell ${region.cell}`, kind: 'module' }]),
  ];
}

/** Where a finding stands: file, region, the text about it, and what it is in. */
export function findingLocation(finding: ReportedFinding, artifacts: Artifacts): Location {
  const logical = logicalLocations(finding);
  return {
    physicalLocation: { artifactLocation: artifacts.locate(finding.file), ...physicalRegions(finding) },
    ...(logical.length === 0 ? {} : { logicalLocations: logical }),
  };
}

/** A finding's place without the text about it, for the steps that stand there. */
export const placeOnly = ({ file, region }: ReportedFinding, artifacts: Artifacts): Location => ({
  physicalLocation: {
    artifactLocation: artifacts.locate(file),
    region: sarifRegion(region.inFile ?? region),
  },
});

/** A line of a file, of which no more is known. */
export const lineLocation = (file: string, line: number, artifacts: Artifacts): Location => ({
  physicalLocation: { artifactLocation: artifacts.locate(file), region: { startLine: line } },
});
