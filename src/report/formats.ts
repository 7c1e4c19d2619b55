import type { Format } from '../config/formats.ts';
import type { Reporter } from './reporter.ts';

/** Whether a format shows the source around a finding. */
export const showsSource = (format: Format): boolean => format === 'full' || format === 'sarif';

/** The reporter of a format; each is loaded when it is asked for. */
export async function loadReporter(format: Format): Promise<Reporter> {
  switch (format) {
    case 'text':
      return (await import('./text.ts')).text;
    case 'full':
      return (await import('./full.ts')).full;
    case 'json':
      return (await import('./json.ts')).json;
    case 'sarif':
      return (await import('./sarif/sarif.ts')).sarif;
  }
}
