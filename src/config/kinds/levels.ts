import { TIERS, type Tier } from '../../model/catalogue.ts';
import { LEVELS, type Level } from '../../model/finding.ts';
import type { LevelEntry, Selector } from '../settings.ts';
import type { TomlEntry, TomlNode } from '../toml/node.ts';
import type { Kind, ReadContext } from './kind.ts';
import { choice, wrongType } from './scalars.ts';

const level = choice(LEVELS);
const EXAMPLE = '"os.system" = "error"';

/** `{ dangerous = "error" }`: levels by tier. */
function byTier(
  entries: ReadonlyMap<string, TomlEntry>,
  selector: Selector,
  context: ReadContext,
): LevelEntry['level'] {
  const levels: Partial<Record<Tier, Level>> = {};
  for (const [name, { at, value }] of entries) {
    const tier = TIERS.find((one) => one === name);
    const found =
      tier && level.read(value, { ...context, subject: `${context.subject} of \`${selector}\`, ${tier},` });
    if (tier && found) levels[tier] = found;
    if (tier) continue;
    const whole = `"${selector}.${name}"`;
    context.problem(
      at,
      `${context.subject}: \`${selector}.${name}\` without quotes is a table in a table; write ${whole} = "error" for the event, or { ${TIERS.join(' = "...", ')} = "..." } for levels by tier`,
    );
  }
  return levels;
}

function entry(selector: Selector, { at, value }: TomlEntry, context: ReadContext): LevelEntry | undefined {
  if (value.kind === 'table' && [...value.entries.keys()].some((name) => !isTier(name))) {
    byTier(value.entries, selector, context);
    return undefined;
  }
  const problem = context.selectors.problem(selector, context.isFlag);
  if (problem) context.problem(at, `${context.subject}: ${problem}`);
  const said =
    value.kind === 'table'
      ? byTier(value.entries, selector, context)
      : level.read(value, { ...context, subject: `${context.subject} of \`${selector}\`` });
  return problem || said === undefined ? undefined : { selector, level: said };
}

const isTier = (name: string): boolean => TIERS.some((tier) => tier === name);

function table(words: readonly string[], context: ReadContext): TomlNode | undefined {
  const at = { line: 1, column: 1 };
  const entries = new Map<string, TomlEntry>();
  for (const word of words.flatMap((text) => text.split(','))) {
    const cut = word.lastIndexOf('=');
    const value = word.slice(cut + 1).trim();
    if (cut < 1 || value === '') {
      context.problem(at, `${context.subject} wants EVENTS=LEVEL, as in os.system=error; it got \`${word}\``);
      return undefined;
    }
    entries.set(word.slice(0, cut).trim(), { at, value: { kind: 'string', value, at } });
  }
  return { kind: 'table', entries, at };
}

/** Levels by event, glob, code or category. A stronger source's entry replaces the one of the same name. */
export const levels: Kind<readonly LevelEntry[]> = {
  takes: 'several',
  label: 'EVENTS=LEVEL',
  ofWords: table,
  read: (node, context) => {
    if (node.kind !== 'table') return wrongType(node, `a table, as in ${EXAMPLE}`, context);
    const found: LevelEntry[] = [];
    const codes = new Map<string, Selector>();
    for (const [selector, part] of node.entries) {
      const one = entry(selector, part, context);
      const code = one && context.selectors.exact(selector);
      const other = code && codes.get(code);
      if (other)
        context.problem(
          part.at,
          `${context.subject}: \`${selector}\` and \`${other}\` are one event; remove one`,
        );
      else if (one) found.push(one);
      if (code) codes.set(code, selector);
    }
    return found;
  },
  plain: (entries) => Object.fromEntries(entries.map((one) => [one.selector, one.level])),
  merge: (weaker, stronger) => {
    const named = new Set(stronger.map(({ selector }) => selector));
    return [...weaker.filter(({ selector }) => !named.has(selector)), ...stronger];
  },
  schema: {
    type: 'object',
    additionalProperties: {
      anyOf: [
        level.schema,
        {
          type: 'object',
          properties: Object.fromEntries(TIERS.map((tier) => [tier, level.schema])),
          additionalProperties: false,
        },
      ],
    },
  },
};
