import { checkSelectors, selectorTest } from '../lint/select.ts';
import type { EventRule } from '../model/catalogue.ts';
import { meet, NO_TARGETS, parseVersions, type TargetMask, targetMask } from '../model/targets.ts';
import { styleOf } from '../report/style.ts';
import type { CommandLine } from './arguments.ts';
import { catalogue } from './catalogue.ts';
import { eventsTable, rulesJson } from './events-table.ts';
import { type CliIo, type Composition, wantsColor } from './io.ts';
import { chosenTargets, readOptions } from './settings.ts';

/** Targets on which some version raises the event; for those only documented, the versions that document it. */
const targetsOf = (rule: EventRule): TargetMask =>
  targetMask(parseVersions(rule.raised || rule.documented), rule.platforms);

/** Prints the rows of the catalogue that the flags ask for. */
export async function events(line: CommandLine, io: CliIo, parts: Composition): Promise<number> {
  const table = await catalogue(line, parts);
  const { rules } = table;
  const options = readOptions(line, await parts.host(), table);
  const categories = options.get('category');
  const { targets, newer } = chosenTargets(options);
  checkSelectors(line.words, table.named);
  const named = selectorTest(line.words);
  const chosen = rules
    .filter((rule) => line.words.length === 0 || named(rule))
    .filter((rule) => categories.length === 0 || categories.some((one) => one === rule.category))
    .filter((rule) => meet(targetsOf(rule), targets) !== NO_TARGETS)
    .toSorted((a, b) => (a.code < b.code ? -1 : 1));
  for (const version of newer) io.stderr.write(`pyaudit-lint: CPython ${version} is newer than the data\n`);
  const style = styleOf(wantsColor(io, io.stdout));
  io.stdout.write(options.get('table-format') === 'json' ? rulesJson(chosen) : eventsTable(chosen, style));
  return 0;
}
