import type { Artifact, ArtifactLocation } from 'sarif';
import type { Report } from '../../model/finding.ts';
import { locator } from './uri.ts';

/** The files a run names, each once, numbered as they come up. */
export interface Artifacts {
  /** The location of a file, with its index in `list`. */
  readonly locate: (file: string) => ArtifactLocation;
  readonly list: Artifact[];
}

export function artifactsOf(report: Report): Artifacts {
  const locationOf = locator(report);
  const known = new Map<string, ArtifactLocation>();
  const list: Artifact[] = [];
  const locate = (file: string): ArtifactLocation => {
    const before = known.get(file);
    if (before) return before;
    const location = locationOf(file);
    const indexed = { ...location, index: list.length };
    // a baseline is no source
    list.push({ location, ...(file.endsWith('.jsonl') ? {} : { sourceLanguage: 'python' }) });
    known.set(file, indexed);
    return indexed;
  };
  return { locate, list };
}
