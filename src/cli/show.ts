import type { ResolvedOptions } from '../config/resolve.ts';
import { overridesText, raisersText, settingsText } from '../config/show.ts';
import type { Discovery } from '../discover/source-file.ts';
import { attempt, type Host, HostError } from '../host/host.ts';
import { neutralise, neutraliseJson } from '../report/neutralise.ts';
import type { CliIo } from './io.ts';

const TROUBLE = 2;

/** What the settings were read from. */
function sourcesText({ configuration: { files, passedOver } }: ResolvedOptions): string {
  const names = files.map(({ file }) => file).reverse();
  const read = names.length === 0 ? 'no configuration file' : names.join(', on top of ');
  return `# ${read}${passedOver ? `; passed over: ${passedOver}` : ''}\n`;
}

/**
 * Prints every setting and where it comes from: as they hold for each path that is a file, else for all files, with
 * the overrides and what is said of callables.
 */
export function showSettings(
  options: ResolvedOptions,
  words: readonly string[],
  host: Host,
  io: CliIo,
): number {
  const files = words.filter((word) => {
    const facts = attempt(() => host.stat(host.absolute(word)));
    return !(facts instanceof HostError) && facts.kind === 'file';
  });
  io.stdout.write(neutraliseJson(sourcesText(options)));
  if (files.length === 0) {
    const { overrides, raisers } = options;
    io.stdout.write(neutraliseJson(settingsText(options) + overridesText(overrides) + raisersText(raisers)));
  }
  for (const file of files) {
    const text = settingsText(options.forFile(host.absolute(file)));
    io.stdout.write(neutraliseJson(`\n# for ${file}\n${text}`));
  }
  return 0;
}

/** Prints the files that would be analysed, a line each, and on standard error what the walk leaves out. */
export function showFiles({ files, excluded, badPaths }: Discovery, io: CliIo): number {
  for (const { path } of files) io.stdout.write(`${neutralise(path)}\n`);
  const left = [...excluded].map(([reason, count]) => `${count} ${reason}`);
  if (left.length > 0) io.stderr.write(`pyaudit-lint: left out: ${neutralise(left.join(', '))}\n`);
  for (const { message } of badPaths) io.stderr.write(`pyaudit-lint: ${neutralise(message)}\n`);
  return badPaths.length > 0 ? TROUBLE : 0;
}
