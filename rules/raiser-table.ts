import {
  type ArgumentMap,
  CATEGORIES,
  type EventRule,
  type Place,
  type Raiser,
} from '../src/model/catalogue.ts';
import type { OwnRule } from '../src/model/named-rule.ts';
import type { CompiledRaiser, EventId, LibraryValues, RaiserTable } from '../src/model/raiser-table.ts';
import {
  meet,
  NO_TARGETS,
  parseTargets,
  parseVersions,
  type TargetMask,
  targetMask,
} from '../src/model/targets.ts';

const PLACE = /^(arg:-?\d+|kw:[A-Za-z_]\w*|args|self|value|attribute)$/;
const API = /^[A-Za-z_]\w*(\.[A-Za-z_]\w*)+(\.\*)?$/;

/** A mistake in the data of one rule: which rule, which field, and what to do about it. */
function mistake(rule: EventRule, field: string, advice: string): Error {
  return new Error(`rule ${rule.event}, ${field}: ${advice}`);
}

/** `text` through `parse`; its RangeError becomes the rule's mistake. */
function parsed<T>(rule: EventRule, field: string, text: string, parse: (text: string) => T): T {
  try {
    return parse(text);
  } catch (error) {
    if (error instanceof RangeError) throw mistake(rule, field, error.message);
    throw error;
  }
}

/** Where the event can come at all: its versions on its platforms. */
function eventTargets(rule: EventRule): TargetMask {
  const versions = parsed(rule, 'raised', rule.raised, parseVersions);
  parsed(rule, 'documented', rule.documented, parseVersions);
  if (rule.platforms.length === 0) throw mistake(rule, 'platforms', 'name at least one platform');
  return targetMask(versions, rule.platforms);
}

function checkRule(rule: EventRule): void {
  if (rule.category === 'custom') throw mistake(rule, 'category', 'is for events that a configuration has');
  const block = CATEGORIES[rule.category];
  if (!/^PYA\d{4}$/.test(rule.code)) throw mistake(rule, 'code', `${rule.code} is not PYA and four digits`);
  if (!rule.code.startsWith(`PYA${block}`)) {
    throw mistake(
      rule,
      'code',
      `${rule.code} is outside the block PYA${block}xx of ${rule.category}; take a free one`,
    );
  }
  const names = rule.arguments.map((argument) => argument.name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw mistake(rule, 'arguments', `${twice} stands twice; keep one`);
  for (const argument of rule.arguments) {
    if (argument.versions) parsed(rule, `arguments.${argument.name}`, argument.versions, parseVersions);
  }
  const last = rule.tiers.at(-1);
  if (!last || last.when || last.provenance) {
    throw mistake(rule, 'tiers', 'the last case must have no condition, so that every finding gets a tier');
  }
  for (const { when = [] } of rule.tiers) {
    const unknown = when.find(({ argument }) => !names.includes(argument));
    if (unknown)
      throw mistake(rule, 'tiers', `no argument ${unknown.argument}; the event has ${names.join(', ')}`);
  }
}

/** Places that a raiser of this kind can have. */
function allowed(raiser: Raiser, place: Place): boolean {
  if (!PLACE.test(place)) return false;
  switch (place) {
    case 'self':
      return raiser.kind !== 'call' ? raiser.kind !== 'interpreter' : raiser.of === 'method';
    case 'value':
      return raiser.kind === 'set';
    case 'attribute':
      return raiser.kind === 'get' || raiser.kind === 'set' || raiser.kind === 'delete';
    default:
      return raiser.kind === 'call' || raiser.kind === 'syntax';
  }
}

function checkMap(rule: EventRule, raiser: Raiser, field: string, map: ArgumentMap): void {
  const names = rule.arguments.map((argument) => argument.name);
  for (const [name, source] of Object.entries(map)) {
    if (!names.includes(name)) {
      throw mistake(rule, `${field}.map`, `no argument ${name}; the event has ${names.join(', ') || 'none'}`);
    }
    const places = source === null ? [] : 'from' in source ? source.from : source;
    const wrong = places.find((place) => !allowed(raiser, place));
    if (wrong)
      throw mistake(rule, `${field}.map.${name}`, `${wrong} is no operand of a ${raiser.kind} raiser`);
    if (source !== null && places.length === 0 && !('default' in source)) {
      throw mistake(rule, `${field}.map.${name}`, 'no place and no default; write null for a computed value');
    }
  }
  const missing = names.find((name) => !(name in map));
  if (missing)
    throw mistake(rule, `${field}.map`, `say where ${missing} comes from, or null if it is computed`);
}

function checkRaiser(rule: EventRule, raiser: Raiser, field: string): void {
  if (raiser.map) checkMap(rule, raiser, field, raiser.map);
  for (const condition of raiser.when ?? []) {
    if ('runtime' in condition) continue;
    const wrong = condition.operand.find((place) => !allowed(raiser, place));
    if (wrong) throw mistake(rule, `${field}.when`, `${wrong} is no operand of a ${raiser.kind} raiser`);
    if (typeof condition.is === 'object' && 'matches' in condition.is) new RegExp(condition.is.matches);
  }
  if (raiser.kind === 'syntax' || raiser.kind === 'interpreter') return;
  for (const name of [raiser.api, ...(raiser.aliases ?? [])]) {
    if (!API.test(name)) throw mistake(rule, field, `${name} is not a dotted name such as os.system`);
  }
}

function push<K>(map: Map<K, CompiledRaiser[]>, key: K, raiser: CompiledRaiser): void {
  const list = map.get(key);
  if (list) list.push(raiser);
  else map.set(key, [raiser]);
}

const OPPOSITES: Readonly<Record<string, string>> = {
  none: 'not-none',
  'not-none': 'none',
  true: 'false',
  false: 'true',
  given: 'absent',
  absent: 'given',
  text: 'not-text',
  'not-text': 'text',
};

/** Whether two cases of one API differ in one condition only, and that one is the other's opposite. */
function opposite(one: CompiledRaiser, other: CompiledRaiser): boolean {
  const [a, b] = [one.when[0], other.when[0]];
  if (one.when.length !== 1 || other.when.length !== 1 || !a || !b) return false;
  if ('runtime' in a || 'runtime' in b || typeof a.is !== 'string') return false;
  const sameOperand = JSON.stringify([a.operand, a.default]) === JSON.stringify([b.operand, b.default]);
  return sameOperand && OPPOSITES[a.is] === b.is && one.targets === other.targets;
}

/** Marks the cases of one API and event that leave no call out. */
function markExhaustive(raisers: readonly CompiledRaiser[]): CompiledRaiser[] {
  return raisers.map((one) => {
    const covered = raisers.some((other) => one.event === other.event && opposite(one, other));
    return covered ? { ...one, exhaustive: true } : one;
  });
}

/** Every name of an object -> its key; refuses a name that would mean two objects. */
class Names {
  readonly canonical = new Map<string, string>();
  private readonly keys = new Map<string, string>();

  /** @throws Error if `alias` already names another object or is itself a key. */
  add(key: string, aliases: readonly string[], where: string): void {
    const known = this.canonical.get(key);
    if (known !== undefined && known !== key) {
      throw new Error(`${where}: ${key} is an alias of ${known}; write api: ${known}`);
    }
    this.keys.set(key, where);
    for (const alias of aliases) {
      const other = this.keys.has(alias) ? alias : this.canonical.get(alias);
      if (other !== undefined && other !== key) {
        throw new Error(
          `${where}: alias ${alias} of ${key} already names ${other}; keep it with one of them`,
        );
      }
      this.canonical.set(alias, key);
    }
  }
}

/**
 * The raiser table of all rules, with the facts about library values that lead to raisers.
 * @throws Error that names rule, field and remedy for every mistake in the data: a code or event that stands twice,
 * an unknown version or platform, an unknown argument or operand, a name that means two objects.
 */
export function compileRaisers(
  rules: readonly EventRule[],
  library: LibraryValues,
  further: readonly OwnRule[] = [],
): RaiserTable {
  const eventIds = new Map<string, EventId>();
  const codes = new Map<string, string>();
  const names = new Names();
  const calls = new Map<string, CompiledRaiser[]>();
  const attributes = new Map<string, CompiledRaiser[]>();
  const imports: CompiledRaiser[] = [];
  const interpreter: CompiledRaiser[] = [];
  const returns = new Map<string, string>();

  const place = (rule: EventRule, compiled: CompiledRaiser, field: string) => {
    const { raiser } = compiled;
    switch (raiser.kind) {
      case 'call':
        names.add(raiser.api, raiser.aliases ?? [], `rule ${rule.event}, ${field}`);
        push(calls, raiser.api, compiled);
        if (raiser.returns) returns.set(raiser.api, raiser.returns);
        break;
      case 'get':
      case 'set':
      case 'delete':
        names.add(raiser.api, raiser.aliases ?? [], `rule ${rule.event}, ${field}`);
        push(attributes, raiser.api.slice(raiser.api.lastIndexOf('.') + 1), compiled);
        break;
      case 'syntax':
        imports.push(compiled);
        break;
      case 'interpreter':
        interpreter.push(compiled);
    }
  };

  rules.forEach((rule, index) => {
    const event = index as EventId;
    if (eventIds.has(rule.event)) throw mistake(rule, 'event', 'stands twice; merge the two files');
    const holder = codes.get(rule.code);
    if (holder)
      throw mistake(rule, 'code', `${rule.code} belongs to ${holder}; codes are permanent, take a free one`);
    eventIds.set(rule.event, event);
    codes.set(rule.code, rule.event);
    checkRule(rule);
    const all = eventTargets(rule);
    rule.raisedBy.forEach((raiser, position) => {
      const field = `raisedBy[${position}]`;
      checkRaiser(rule, raiser, field);
      const own = raiser.targets === undefined ? all : parsed(rule, field, raiser.targets, parseTargets);
      if (meet(own, all) !== own) {
        throw mistake(
          rule,
          `${field}.targets`,
          `${raiser.targets} goes beyond the event's own versions and platforms`,
        );
      }
      if (own === NO_TARGETS)
        throw mistake(rule, `${field}.targets`, 'names no target; leave the raiser out');
      place(rule, { event, raiser, targets: own, when: raiser.when ?? [], map: raiser.map ?? {} }, field);
    });
  });

  for (const [alias, key] of Object.entries(library.aliases))
    names.add(key, [alias], `library value ${alias}`);
  const canonical = (name: string) => names.canonical.get(name) ?? name;
  const keyed = <T>(facts: Readonly<Record<string, T>>) =>
    new Map(Object.entries(facts).map(([name, fact]) => [canonical(name), fact]));
  for (const [name, type] of Object.entries(library.returns)) {
    const key = canonical(name);
    const known = returns.get(key);
    if (known !== undefined && known !== type) {
      throw new Error(`library value ${name}: returns ${type}, but its rule says ${known}; keep one`);
    }
    returns.set(key, type);
  }
  return {
    rules,
    named: [...rules, ...further],
    eventIds,
    canonical: names.canonical,
    calls: new Map([...calls].map(([api, list]) => [api, markExhaustive(list)])),
    attributes,
    imports,
    interpreter,
    returns,
    tuples: keyed(library.tuples),
    instances: keyed(library.instances),
    bases: keyed(library.bases),
    classes: keyed(library.classes),
    members: keyed(library.members),
  };
}
