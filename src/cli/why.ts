import { configuredRaisers } from '../config/configuration.ts';
import type { WhySettings } from '../config/settings.ts';
import { UsageError } from '../config/usage-error.ts';
import { styleOf } from '../report/style.ts';
import { whyText } from '../report/why.ts';
import type { CommandLine } from './arguments.ts';
import { type CliIo, type Composition, wantsColor } from './io.ts';
import { rulesOf } from './plugin-rules.ts';
import { progressOn } from './progress.ts';
import { readOptions, scopeOf } from './settings.ts';

const WIDEST = 100;

/** `FILE:LINE`, or `FILE:LINE:COLUMN` as reports print it; the column says nothing more. */
function placeOf(word: string): { readonly file: string; readonly line: number } {
  const match = /^(.+?):(\d+)(?::\d+)?:?$/.exec(word);
  if (match) return { file: match[1]!, line: Number(match[2]) };
  throw new UsageError(`a place is FILE:LINE, as in src/app.py:12; it got \`${word}\``);
}

/** Prints how a line comes to raise its events. Gives 0, also where it raises none: an answer is no verdict. */
export async function why(line: CommandLine, io: CliIo, parts: Composition): Promise<number> {
  const [place, event] = line.words;
  if (place === undefined) throw new UsageError('name a place, as in `pyaudit-lint why src/app.py:12`');
  const at = placeOf(place);
  const rules = await rulesOf(line, parts);
  const table = await parts.table(rules, configuredRaisers(line, await parts.host()));
  const options = readOptions(line, await parts.host(), table);
  const { newer, ...scope } = scopeOf(options.get('with'), options, io.env);
  const settings: WhySettings = { ...scope, ...at, ...(event === undefined ? {} : { event }) };
  const running = await parts.configured(rules, options.get('rule-options'));
  const progress = await progressOn(io, parts.now);
  const answer = await parts
    .why(settings, table, { progress: progress.step, rules: running })
    .finally(() => progress.stop());
  for (const version of newer) io.stderr.write(`pyaudit-lint: CPython ${version} is newer than the data\n`);
  io.stdout.write(whyText(answer, styleOf(wantsColor(io, io.stdout)), Math.min(WIDEST, io.columns)));
  return 0;
}
