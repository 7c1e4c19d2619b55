import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { furtherRules } from '../../rules/further.ts';
import { rules } from '../../rules/index.ts';
import { libraryValues } from '../../rules/library-values.ts';
import { compileRaisers } from '../../rules/raiser-table.ts';
import { allCallables } from '../../src/lint/library.ts';
import { OWN_RULES } from '../../src/lint/own-rules.ts';
import { CATEGORIES } from '../../src/model/catalogue.ts';
import { parseTargets } from '../../src/model/targets.ts';
import { eventPage, type LibraryWay } from './docs/event-page.ts';
import { code, list, section } from './docs/markdown.ts';
import { type Example, furtherPage, ownPage } from './docs/rule-page.ts';

const HEAD = '<!-- Made by bin/dev/generate docs; do not edit. -->';

/** What of the library reaches each event, the surest and shortest first. */
function waysByEvent(): ReadonlyMap<string, readonly LibraryWay[]> {
  const found = new Map<string, LibraryWay[]>();
  const table = compileRaisers(rules, libraryValues);
  for (const { name, events } of allCallables(parseTargets('3.14/linux'), table)) {
    if (name.split('.').some((part) => part.startsWith('_') || part.includes('<'))) continue;
    for (const { event, confidence, way } of events) {
      if (confidence === 'low' || way.length < 2) continue;
      const ways = found.get(event) ?? [];
      ways.push({ name, confidence, through: way.slice(1) });
      found.set(event, ways);
    }
  }
  const rank = ({ confidence, through }: LibraryWay) => (confidence === 'high' ? 0 : 100) + through.length;
  for (const ways of found.values()) ways.sort((a, b) => rank(a) - rank(b) || (a.name < b.name ? -1 : 1));
  return found;
}

/** The fixtures that test a rule: a folder per case, its files in order. */
function examplesOf(root: string, rule: string): readonly (readonly Example[])[] {
  const folder = join(root, 'test/fixtures/further', rule);
  return readdirSync(folder)
    .sort()
    .map((name) =>
      readdirSync(join(folder, name))
        .sort()
        .map((file) => ({ file, text: readFileSync(join(folder, name, file), 'utf8') })),
    );
}

const link = (name: string, page: string, summary: string): string =>
  `[${code(name)}](${page}.md): ${summary}`;

/** The pages of `docs/events` and `docs/rules`, from the rules, the library's data and the fixtures. */
export function documentation(root: string): ReadonlyMap<string, string> {
  const pages = new Map<string, string>();
  const ways = waysByEvent();
  for (const rule of rules)
    pages.set(`docs/events/${rule.code}.md`, eventPage(rule, ways.get(rule.event) ?? []));
  for (const rule of furtherRules)
    pages.set(`docs/rules/${rule.meta.code}.md`, furtherPage(rule, examplesOf(root, rule.meta.name)));
  for (const rule of OWN_RULES) pages.set(`docs/rules/${rule.code}.md`, ownPage(rule));
  const categories = Object.keys(CATEGORIES).map((category) =>
    section(
      category,
      list(
        rules
          .filter((rule) => rule.category === category)
          .map(({ event, code: page, docs }) => link(event, page, docs.summary)),
      ),
    ),
  );
  pages.set('docs/events/README.md', `${[HEAD, '# Audit events', ...categories].join('\n\n')}\n`);
  const further = furtherRules.map(({ meta }) => link(meta.name, meta.code, meta.summary));
  const own = OWN_RULES.map(({ name, code: page, summary }) => link(name, page, summary));
  pages.set(
    'docs/rules/README.md',
    `${[HEAD, '# Rules', section('For those who write hooks', list(further)), section('Other findings', list(own))].join('\n\n')}\n`,
  );
  return pages;
}
