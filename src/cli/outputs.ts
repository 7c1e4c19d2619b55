import { UsageError } from '../config/usage-error.ts';
import type { CliIo } from './io.ts';
import { choice } from './values.ts';

/** A report that goes to a file. */
export interface FileOutput<Format extends string> {
  readonly format: Format;
  readonly path: string;
}

/** What `--output FORMAT=FILE` says. */
export function fileOutput<Format extends string>(
  text: string,
  formats: readonly Format[],
): FileOutput<Format> {
  const [word, ...rest] = text.split('=');
  const path = rest.join('=');
  if (path === '')
    throw new UsageError(
      `--output wants FORMAT=FILE, as in ${formats[0]}=report.${formats[0]}; it got \`${text}\``,
    );
  return { format: choice('output', word!, formats), path };
}

/** @throws UsageError where two reports would go to one file. */
export function fileOutputs<Format extends string>(
  texts: readonly string[],
  formats: readonly Format[],
): FileOutput<Format>[] {
  const outputs = texts.map((text) => fileOutput(text, formats));
  const twice = outputs.find(
    ({ path }, index) => outputs.findIndex((other) => other.path === path) !== index,
  );
  if (twice) throw new UsageError(`two reports cannot go to one file: ${twice.path}`);
  return outputs;
}

/** Writes a whole file. @throws UsageError if that is not possible. */
export async function writeOutput(io: CliIo, what: string, path: string, text: string): Promise<void> {
  await io.writeFile(path, text).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${what} cannot be written to ${path}: ${reason}`);
  });
}
