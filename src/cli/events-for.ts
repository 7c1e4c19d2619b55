import { UsageError } from '../config/usage-error.ts';
import { allCallables, type CallableAnswer, eventsFor } from '../lint/library.ts';
import { checkSelectors, selectorTest } from '../lint/select.ts';
import type { Category } from '../model/catalogue.ts';
import type { RaiserTable } from '../model/raiser-table.ts';
import { callableJson, callablesJson, callablesText, callableText } from '../report/library.ts';
import { styleOf } from '../report/style.ts';
import type { CommandLine } from './arguments.ts';
import { catalogue } from './catalogue.ts';
import { type CliIo, type Composition, wantsColor } from './io.ts';
import { chosenTargets, readOptions } from './settings.ts';

/** All of the library, in place of one name. */
const ALL = '*';

/** Prints what a callable of the standard library can raise, or what all of them can, by the data alone. */
export async function eventsForName(line: CommandLine, io: CliIo, parts: Composition): Promise<number> {
  const table = await catalogue(line, parts);
  const options = readOptions(line, await parts.host(), table);
  const name = options.get('for') ?? ALL;
  const format = options.get('table-format');
  const { targets, newer } = chosenTargets(options);
  const wanted = filterOf(line.words, options.get('category'), table);
  for (const version of newer) io.stderr.write(`pyaudit-lint: CPython ${version} is newer than the data\n`);
  const style = styleOf(wantsColor(io, io.stdout));
  if (name === ALL) {
    const answers = allCallables(targets, table)
      .map(wanted)
      .filter(({ events }) => events.length > 0);
    io.stdout.write(format === 'json' ? callablesJson(answers) : callablesText(answers, targets, style));
    return 0;
  }
  if (/[*?]/.test(name))
    throw new UsageError(`--for takes one dotted name, or '*' for all of the library; it got \`${name}\``);
  const answer = wanted(eventsFor(name, targets, table));
  io.stdout.write(format === 'json' ? callableJson(answer) : callableText(answer, targets, style));
  return 0;
}

/** Keeps the events that the words and `--category` name. */
function filterOf(
  words: readonly string[],
  categories: readonly Category[],
  { rules }: RaiserTable,
): (answer: CallableAnswer) => CallableAnswer {
  if (words.length === 0 && categories.length === 0) return (answer) => answer;
  checkSelectors(words, rules);
  const named = selectorTest(words);
  const kept = new Set(
    rules
      .filter((rule) => words.length === 0 || named(rule))
      .filter((rule) => categories.length === 0 || categories.some((one) => one === rule.category))
      .map(({ event }) => event),
  );
  return ({ name, events }) => ({ name, events: events.filter(({ event }) => kept.has(event)) });
}
