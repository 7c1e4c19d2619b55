import { didYouMean, nearest } from '../config/nearest.ts';
import { UsageError } from '../config/usage-error.ts';
import { callableEvents } from '../flow/library/callable-events.ts';
import type { ArgumentMap, EventRule, Raiser } from '../model/catalogue.ts';
import type { ConfiguredRaiser } from '../model/configured-raiser.ts';
import type { OwnRule } from '../model/named-rule.ts';
import type { CompiledRaiser, EventId, RaiserTable } from '../model/raiser-table.ts';
import {
  ALL_TARGETS,
  meet,
  NO_TARGETS,
  PLATFORMS,
  parseTargets,
  parseVersions,
  targetMask,
  VERSIONS,
} from '../model/targets.ts';
import { isLibraryModule } from '../stdlib/module-names.ts';
import { CONFIGURED_EVENT } from './own-rules.ts';

const RANGE = `${VERSIONS[0]}-${VERSIONS.at(-1)!}`;

/**
 * The table with what the configuration says of callables: raisers of its events, and of events of the project's own.
 *
 * @throws UsageError that names each mistake with its place: an argument that the event has not, a name that is almost
 * an event's, targets on which the event is never raised
 */
export function withConfigured(table: RaiserTable, raisers: readonly ConfiguredRaiser[]): RaiserTable {
  if (raisers.length === 0) return table;
  const problems = raisers.flatMap((raiser) =>
    raiserProblems(raiser, table).map((problem) => `${raiser.where}: ${problem}`),
  );
  if (problems.length > 0) throw new UsageError(problems.join('\n'));
  const rules = [...table.rules];
  const eventIds = new Map(table.eventIds);
  const calls = new Map(table.calls);
  const bases = new Map(table.bases);
  for (const one of raisers) {
    if (one.of === 'method') {
      const owner = one.api.slice(0, one.api.lastIndexOf('.'));
      if (!bases.has(owner)) bases.set(owner, []);
    }
    if (one.event === undefined) continue;
    let id = eventIds.get(one.event);
    if (id === undefined) {
      id = rules.length as EventId;
      eventIds.set(one.event, id);
      rules.push(ownEvent(one.event, raisers));
    }
    const key = table.canonical.get(one.api) ?? one.api;
    calls.set(key, [...(calls.get(key) ?? []), compiled(one, id, rules[id]!)]);
  }
  const own = rules.slice(table.rules.length).map(named);
  return { ...table, rules, named: [...table.named, ...own], eventIds, calls, bases, configured: raisers };
}

function raiserProblems(
  { event, arguments: given, targets, api }: ConfiguredRaiser,
  table: RaiserTable,
): string[] {
  const unknownApi = apiProblem(api, table);
  if (unknownApi !== undefined) return [unknownApi];
  if (event === undefined) return [];
  const id = table.eventIds.get(event);
  const rule = id === undefined ? undefined : table.rules[id];
  if (!rule) {
    const family = event.slice(0, event.indexOf('.') + 1);
    const known = [...table.eventIds.keys()].filter((name) => family !== '' && name.startsWith(family));
    const near = nearest(event, known);
    return near
      ? [
          `\`raiser.event\` is \`${event}\`; did you mean \`${near}\`? An event of your own must not look like one of CPython's`,
        ]
      : [];
  }
  const names = rule.arguments.map(({ name }) => name);
  const unknown = Object.keys(given).filter((name) => !names.includes(name));
  const problems = unknown.map(
    (name) =>
      `\`raiser.arguments\`: \`${event}\` has no argument \`${name}\`${didYouMean(name, names)}; it has ${names.join(', ') || 'none'}`,
  );
  const raised = targetMask(parseVersions(rule.raised), rule.platforms);
  if (meet(raised, targets === undefined ? ALL_TARGETS : parseTargets(targets)) === NO_TARGETS)
    problems.push(
      `\`raiser.targets\`: \`${event}\` is never raised there; leave them out, or name others (${api})`,
    );
  return problems;
}

/** A name of the standard library that nothing there bears; names of other modules are looked for in the program. */
function apiProblem(api: string, table: RaiserTable): string | undefined {
  const module = api.slice(0, api.indexOf('.'));
  if (!isLibraryModule(module) || callableEvents(table, api, ALL_TARGETS)) return undefined;
  return `\`raiser.api\`: the standard library has no \`${api}\`; \`pyaudit-lint api ${module}\` lists what it has`;
}

/** An event of the project's own as a row of the table, with the arguments that any of its raisers gives it. */
function ownEvent(event: string, raisers: readonly ConfiguredRaiser[]): EventRule {
  const all = raisers.filter((one) => one.event === event);
  const names = new Set(all.flatMap((one) => Object.keys(one.arguments)));
  return {
    code: CONFIGURED_EVENT.code,
    event,
    category: 'custom',
    raised: RANGE,
    documented: '',
    platforms: PLATFORMS,
    arguments: [...names].map((name) => ({ name })),
    tiers: [{ tier: all[0]!.tier }],
    raisedBy: all.map(raiserOf),
    docs: { summary: summaryOf(all.map(({ api }) => api)), meaning: CONFIGURED_EVENT.meaning, nearMiss: '' },
  };
}

const summaryOf = (apis: readonly string[]): string =>
  `The configuration says that ${[...new Set(apis)].map((api) => `\`${api}\``).join(', ')} ${apis.length > 1 ? 'raise' : 'raises'} it.`;

const raiserOf = ({ api, of, arguments: map, targets, when }: ConfiguredRaiser): Raiser => ({
  ...{ kind: 'call', api, of, map },
  ...(when.length > 0 ? { when } : {}),
  ...(targets === undefined ? {} : { targets }),
});

/** An event of the project's own, as selectors and reports know it. */
const named = ({ event, tiers, docs }: EventRule): OwnRule => ({
  ...CONFIGURED_EVENT,
  name: event,
  tier: tiers[0]!.tier,
  summary: docs.summary,
});

function compiled(one: ConfiguredRaiser, event: EventId, rule: EventRule): CompiledRaiser {
  const all = targetMask(parseVersions(rule.raised), rule.platforms);
  const map: ArgumentMap = Object.fromEntries(
    rule.arguments.map(({ name }) => [name, one.arguments[name] ?? null]),
  );
  return {
    event,
    raiser: raiserOf(one),
    targets: one.targets === undefined ? all : meet(all, parseTargets(one.targets)),
    when: one.when,
    map,
  };
}
