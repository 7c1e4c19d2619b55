import { UsageError } from '../config/usage-error.ts';
import { checkSelectors, rulesNamed } from '../lint/select.ts';
import { styleOf } from '../report/style.ts';
import type { CommandLine } from './arguments.ts';
import { catalogue } from './catalogue.ts';
import { eventPage } from './event-page.ts';
import { rulesJson } from './events-table.ts';
import { type CliIo, type Composition, wantsColor } from './io.ts';
import { ownRulePage } from './own-rule-page.ts';
import { readOptions } from './settings.ts';

const WIDEST = 100;

/** Prints what is known of an event, or of all that a glob names. */
export async function explain(line: CommandLine, io: CliIo, parts: Composition): Promise<number> {
  const [wanted] = line.words;
  if (wanted === undefined)
    throw new UsageError('name an event or a code, as in `pyaudit-lint explain os.system`');
  const table = await catalogue(line, parts);
  const options = readOptions(line, await parts.host(), table);
  checkSelectors([wanted], table.named);
  const found = rulesNamed(wanted, table.named);
  const style = styleOf(wantsColor(io, io.stdout));
  const width = Math.min(WIDEST, io.columns);
  const pages = found.map((rule) =>
    'event' in rule ? eventPage(rule, style, width) : ownRulePage(rule, style, width),
  );
  io.stdout.write(options.get('table-format') === 'json' ? rulesJson(found) : pages.join('\n'));
  return 0;
}
