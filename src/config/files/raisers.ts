import { type Place, TIERS } from '../../model/catalogue.ts';
import type { ConfiguredRaiser } from '../../model/configured-raiser.ts';
import { parseTargets } from '../../model/targets.ts';
import type { JsonSchema, Kind, ReadContext } from '../kinds/kind.ts';
import { choice, onOff, text, textOf, wrongType } from '../kinds/scalars.ts';
import { didYouMean } from '../nearest.ts';
import type { TomlEntry, TomlNode } from '../toml/node.ts';
import { conditions, places } from './raiser-conditions.ts';

type Table = Extract<TomlNode, { kind: 'table' }>;

/** A dotted name of at least two parts. */
const DOTTED = /^[^\W\d]\w*(?:\.[^\W\d]\w*)+$/u;

const dotted: Kind<string> = {
  takes: 'one',
  read: (node, context) => {
    const written = textOf(node, 'a dotted name, as in "mylib.run"', context);
    if (written === undefined || DOTTED.test(written)) return written;
    context.problem(
      node.at,
      `${context.subject} cannot be \`${written}\`; write the module too, as in "mylib.run"`,
    );
    return undefined;
  },
  plain: (value) => value,
  schema: { type: 'string', pattern: '^[^\\W\\d]\\w*(\\.[^\\W\\d]\\w*)+$' },
};

const operands: Kind<ConfiguredRaiser['arguments']> = {
  takes: 'one',
  read: (node, context) => {
    if (node.kind !== 'table') return wrongType(node, 'a table, as in { command = ["arg:0"] }', context);
    const found: Record<string, readonly Place[]> = {};
    for (const [name, { value }] of node.entries) {
      const read = places.read(value, { ...context, subject: `\`arguments.${name}\`` });
      if (read) found[name] = read;
    }
    return found;
  },
  plain: (value) => value,
  schema: { type: 'object', additionalProperties: places.schema },
};

const targets: Kind<string> = {
  takes: 'one',
  read: (node, context) => {
    const written = textOf(node, 'versions and platforms, as in "3.12-3.15/linux,darwin"', context);
    if (written === undefined) return undefined;
    try {
      parseTargets(written);
      return written;
    } catch (error) {
      context.problem(node.at, `${context.subject}: ${(error as Error).message}`);
      return undefined;
    }
  },
  plain: (value) => value,
  schema: { type: 'string', examples: ['3.12-3.15', '3.8-3.15/linux,darwin'] },
};

/** The keys of a `[[raiser]]`. */
const MEMBERS = {
  api: { kind: dotted, describe: 'a function, method or class by its dotted name' },
  of: {
    kind: choice(['function', 'method', 'class'] as const),
    describe: 'what the name is; a function if absent',
  },
  event: { kind: text('EVENT'), describe: 'what a call raises: an event of CPython, or one of your own' },
  arguments: { kind: operands, describe: 'operands of the call for each argument of the event' },
  tier: { kind: choice(TIERS), describe: 'of an event of your own; effect if absent' },
  targets: { kind: targets, describe: 'versions and platforms where that holds; all if absent' },
  safe: { kind: onOff, describe: 'whatever it does, its events do not count' },
  calls: { kind: places, describe: 'operands that it calls' },
  when: { kind: conditions, describe: 'what has to hold of a call for the event' },
} as const satisfies Readonly<Record<string, { kind: Kind<unknown>; describe: string }>>;

type Member = keyof typeof MEMBERS;
type MemberValue<M extends Member> = (typeof MEMBERS)[M]['kind'] extends Kind<infer Value> ? Value : never;

/** The schema of one `[[raiser]]`. */
export const RAISER_SCHEMA: JsonSchema = {
  type: 'object',
  properties: Object.fromEntries(
    Object.entries(MEMBERS).map(([name, { kind, describe }]) => [
      name,
      { description: `${describe[0]!.toUpperCase()}${describe.slice(1)}.`, ...kind.schema },
    ]),
  ),
  required: ['api'],
  additionalProperties: false,
};

/**
 * The `[[raiser]]` tables of a section; mistakes are noted.
 *
 * @param name as the file has to write the table
 */
export function readRaisers(
  node: TomlNode,
  name: string,
  context: (subject: string) => ReadContext,
  where: (at: TomlNode['at']) => string,
): ConfiguredRaiser[] {
  const wanted = `tables, as in [[${name}]]`;
  if (node.kind !== 'array') return wrongType(node, wanted, context('raiser')) ?? [];
  return node.items.flatMap((item) =>
    item.kind === 'table'
      ? (readRaiser(item, context, where(item.at)) ?? [])
      : (wrongType(item, wanted, context('raiser')) ?? []),
  );
}

function readRaiser(
  { entries, at }: Table,
  context: (subject: string) => ReadContext,
  where: string,
): ConfiguredRaiser | undefined {
  const { problem } = context('raiser');
  for (const [key, entry] of entries) {
    if (Object.hasOwn(MEMBERS, key)) continue;
    const names = Object.keys(MEMBERS);
    problem(
      entry.at,
      `there is no key \`${key}\` in a raiser${didYouMean(key, names)}; there are ${names.join(', ')}`,
    );
  }
  const read = <M extends Member>(member: M): MemberValue<M> | undefined => {
    const entry: TomlEntry | undefined = entries.get(member);
    const kind = MEMBERS[member].kind as unknown as Kind<MemberValue<M>>;
    return entry && kind.read(entry.value, context(`\`raiser.${member}\``));
  };
  const [api, of = 'function', event] = [read('api'), read('of'), read('event')];
  const [given = {}, tier = 'effect', on] = [read('arguments'), read('tier'), read('targets')];
  const [safe = false, calls = [], when = []] = [read('safe'), read('calls'), read('when')];
  if (!entries.has('api')) problem(at, 'a raiser wants `api`, as in api = "mylib.run"');
  else if (!entries.has('event') && !entries.has('safe') && !entries.has('calls'))
    problem(at, 'a raiser wants `event`, `safe = true` or `calls`: what is there to know of it?');
  if (safe && (entries.has('event') || entries.has('calls')))
    problem(at, '`safe` says that nothing counts; leave out `event` and `calls`, or `safe`');
  if (entries.has('when') && !entries.has('event'))
    problem(at, '`when` says which calls raise the event; add `event`, or leave it out');
  if (api === undefined) return undefined;
  if (of === 'method' && api.split('.').length < 3)
    problem(at, `\`api\` of a method names its class too, as in "mylib.Client.send"; this is \`${api}\``);
  return {
    ...{ api, of, arguments: given, tier, safe, calls, when, where },
    ...(event === undefined ? {} : { event }),
    ...(on === undefined ? {} : { targets: on }),
  };
}

/** A raiser as a file could have it: its keys in order, those left out that say nothing. */
export function plainRaiser({
  where: _,
  ...raiser
}: ConfiguredRaiser): readonly (readonly [string, unknown])[] {
  const { tier, of, safe, event } = raiser;
  const says: Readonly<Record<Member, boolean>> = {
    ...{
      api: true,
      of: of !== 'function',
      event: event !== undefined,
      safe,
      targets: raiser.targets !== undefined,
    },
    arguments: Object.keys(raiser.arguments).length > 0,
    tier: event !== undefined && tier !== 'effect',
    calls: raiser.calls.length > 0,
    when: raiser.when.length > 0,
  };
  return (Object.keys(MEMBERS) as Member[])
    .filter((member) => says[member])
    .map((member) => [member, (MEMBERS[member].kind as Kind<unknown>).plain(raiser[member])]);
}
