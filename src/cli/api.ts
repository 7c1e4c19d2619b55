import { UsageError } from '../config/usage-error.ts';
import { moduleCallables } from '../lint/library.ts';
import { CONFIDENCES } from '../model/finding.ts';
import { callablesJson, callablesText } from '../report/library.ts';
import { styleOf } from '../report/style.ts';
import type { CommandLine } from './arguments.ts';
import { catalogue } from './catalogue.ts';
import { type CliIo, type Composition, wantsColor } from './io.ts';
import { chosenTargets, readOptions } from './settings.ts';

/** Prints the public functions of a library module and what each can raise. */
export async function api(line: CommandLine, io: CliIo, parts: Composition): Promise<number> {
  const [module] = line.words;
  if (module === undefined) throw new UsageError('name a module, as in `pyaudit-lint api shutil`');
  const table = await catalogue(line, parts);
  const options = readOptions(line, await parts.host(), table);
  const format = options.get('table-format');
  const least = options.get('event-confidence');
  const { targets, newer } = chosenTargets(options);
  const shown = CONFIDENCES.slice(0, CONFIDENCES.indexOf(least) + 1);
  const answers = moduleCallables(module, targets, table).map(({ name, events }) => ({
    name,
    events: events.filter(({ confidence }) => shown.includes(confidence)),
  }));
  for (const version of newer) io.stderr.write(`pyaudit-lint: CPython ${version} is newer than the data\n`);
  const style = styleOf(wantsColor(io, io.stdout));
  io.stdout.write(format === 'json' ? callablesJson(answers) : callablesText(answers, targets, style));
  return 0;
}
