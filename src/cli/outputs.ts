import { UsageError } from '../config/usage-error.ts';
import { FORMATS, type Format } from '../report/formats.ts';
import { choice } from './values.ts';

/** A report that goes to a file. */
export interface FileOutput {
  readonly format: Format;
  readonly path: string;
}

/** What `--output FORMAT=FILE` says. */
export function fileOutput(text: string): FileOutput {
  const [word, ...rest] = text.split('=');
  const path = rest.join('=');
  if (path === '')
    throw new UsageError(`--output wants FORMAT=FILE, as in sarif=audit.sarif; it got \`${text}\``);
  return { format: choice('output', word!, FORMATS), path };
}

/** @throws UsageError where two reports would go to one file. */
export function fileOutputs(texts: readonly string[]): FileOutput[] {
  const outputs = texts.map(fileOutput);
  const twice = outputs.find(
    ({ path }, index) => outputs.findIndex((other) => other.path === path) !== index,
  );
  if (twice) throw new UsageError(`two reports cannot go to one file: ${twice.path}`);
  return outputs;
}
