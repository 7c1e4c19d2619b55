import type { Format } from '../config/formats.ts';
import { unreachable } from '../model/brand.ts';
import type { Reporter } from './reporter.ts';

/** Formats that show no more of a finding's source than its event tells. */
const WITHOUT_SOURCE: ReadonlySet<Format> = new Set(['text', 'concise', 'json', 'jsonl', 'markdown']);

/** Whether a format shows the source at or around a finding. */
export const showsSource = (format: Format): boolean => !WITHOUT_SOURCE.has(format);

/** The reporter of a format; each is loaded when it is asked for. */
export async function loadReporter(format: Format): Promise<Reporter> {
  switch (format) {
    case 'text':
      return (await import('./text.ts')).text;
    case 'concise':
      return (await import('./concise.ts')).concise;
    case 'full':
      return (await import('./full.ts')).full;
    case 'json':
      return (await import('./json.ts')).json;
    case 'jsonl':
      return (await import('./json.ts')).jsonl;
    case 'sarif':
      return (await import('./sarif/sarif.ts')).sarif;
    case 'github':
      return (await import('./github.ts')).github;
    case 'gitlab':
      return (await import('./gitlab.ts')).gitlab;
    case 'junit':
      return (await import('./junit.ts')).junit;
    case 'markdown':
      return (await import('./markdown.ts')).markdown;
    default:
      return unreachable(format);
  }
}
