import type { ConfiguredRaiser } from '../../model/configured-raiser.ts';
import { globMatcher } from '../globs.ts';
import { glob } from '../kinds/glob.ts';
import type { JsonSchema, Kind, ReadContext, SelectorCheck } from '../kinds/kind.ts';
import { list } from '../kinds/list.ts';
import { path, wrongType } from '../kinds/scalars.ts';
import { type Layer, type Override, openLayer } from '../layer.ts';
import { didYouMean } from '../nearest.ts';
import { flagsOf, isOptionName, OPTION_NAMES, optionOf } from '../options/index.ts';
import type { AnyOption } from '../options/option.ts';
import type { Origin } from '../origin.ts';
import type { Problems } from '../problems.ts';
import type { Position, TomlEntry, TomlNode } from '../toml/node.ts';
import { RAISER_SCHEMA, readRaisers } from './raisers.ts';

type Table = Extract<TomlNode, { kind: 'table' }>;

/** Where a table of settings stands, and what reading it needs. */
export interface SectionPlace {
  /** Whether it is a `pyproject.toml`, where tables have longer names. */
  readonly isProject: boolean;
  readonly where: (at: Position) => string;
  readonly origin: (at: Position) => Origin;
  /** The folder that paths and globs are seen from, absolute. */
  readonly folder: string;
  readonly path: (written: string) => string;
  readonly problems: Problems;
  readonly selectors: SelectorCheck;
}

/** What a table of settings says. */
export interface Section {
  readonly layer: Layer;
  /** In the order they are written: the later, the stronger. */
  readonly overrides: readonly Override[];
  /** What it says of callables. */
  readonly raisers: readonly ConfiguredRaiser[];
  /** The file it builds on, as the host takes it. */
  readonly base?: { readonly path: string; readonly at: Position };
}

const files = list(glob);

/** Keys that are no options: each a table or a value of its own shape. Here a further kind of table gets its row. */
export const STRUCTURE: Readonly<
  Record<'extend' | 'overrides' | 'raiser', { describe: string; schema: JsonSchema }>
> = {
  extend: {
    describe: 'a configuration file to build on: what stands here is stronger',
    schema: path('FILE').schema,
  },
  overrides: {
    describe:
      'tables with `files`, a list of globs, and settings for these files; the last that names a file wins',
    schema: files.schema,
  },
  raiser: {
    describe:
      'tables that each tell of a function, method or class by its name: the event that it raises, what it calls, or that it is safe',
    schema: { type: 'array', items: RAISER_SCHEMA },
  },
};

/** Reads the settings of a file: options, the file it extends, and overrides by file. */
export function readSection(table: Table, place: SectionPlace): Section {
  const { entries } = table;
  const [extend, overrides, raiser] = [
    entries.get('extend'),
    entries.get('overrides'),
    entries.get('raiser'),
  ];
  const context = (subject: string): ReadContext => ({ ...contextOf('raiser', place), subject });
  const structure = new Set<string>(Object.keys(STRUCTURE));
  const options = new Map([...table.entries].filter(([name]) => !structure.has(name)));
  const base = extend && readValue('extend', path('FILE'), extend, place);
  return {
    layer: layerOf(options, place, (name) => outOfPlace(name, place)),
    overrides: overrides ? readOverrides(overrides.value, place) : [],
    raisers: raiser
      ? readRaisers(raiser.value, tableName(place.isProject, 'raiser'), context, place.where)
      : [],
    ...(base === undefined ? {} : { base: { path: base, at: extend!.value.at } }),
  };
}

function contextOf(name: string, place: SectionPlace): ReadContext {
  const { where, folder, selectors, problems } = place;
  return {
    subject: `\`${name}\``,
    isFlag: false,
    folder,
    path: place.path,
    selectors,
    problem: (at, message) => problems.add(where(at), message),
  };
}

const readValue = <Value>(
  name: string,
  kind: Kind<Value>,
  { value }: TomlEntry,
  place: SectionPlace,
): Value | undefined => kind.read(value, contextOf(name, place));

/** An option as a key names it: itself, or `extend-` before a list. */
function optionNamed(
  key: string,
): { name: (typeof OPTION_NAMES)[number]; option: AnyOption; adds: boolean } | undefined {
  const inner = key.startsWith('extend-') ? key.slice('extend-'.length) : key;
  if (!isOptionName(inner)) return undefined;
  const option = optionOf(inner);
  const adds = inner !== key;
  return adds && !option.extendable ? undefined : { name: inner, option, adds };
}

/** @param refuse gives why a key has no place here; undefined if it has. */
function layerOf(
  entries: ReadonlyMap<string, TomlEntry>,
  place: SectionPlace,
  refuse: (key: string) => string | undefined,
): Layer {
  const layer = openLayer();
  for (const [key, entry] of entries) {
    const { at } = entry;
    const named = optionNamed(key);
    const problem = refuse(key);
    if (problem) contextOf(key, place).problem(at, problem);
    if (problem || !named) continue;
    const value = readValue(key, named.option.kind, entry, place);
    const given = { value, origin: place.origin(at) };
    if (value !== undefined) (named.adds ? layer.adds : layer.sets).set(named.name, given);
  }
  return layer;
}

function outOfPlace(key: string, { isProject }: SectionPlace): string | undefined {
  const named = optionNamed(key);
  if (named)
    return named.option.flagOnly && `\`${key}\` belongs on the command line: ${named.option.flagOnly}`;
  if (key === 'files') return `\`files\` belongs into [[${tableName(isProject, 'overrides')}]]`;
  const inner = key.replace(/^extend-/, '');
  if (inner !== key && isOptionName(inner))
    return `\`${inner}\` is no list that could be added to; write \`${inner}\``;
  const flag = flagsOf('check').get(key);
  if (flag && !flag.adds) {
    const write = flag.gives === undefined ? flag.name : `${flag.name} = ${flag.gives}`;
    return `there is no key \`${key}\`; as a setting it is \`${write}\``;
  }
  return `there is no key \`${key}\`${didYouMean(key, KEYS)}; \`pyaudit-lint --isolated --show-settings\` lists them`;
}

/** A table's name as it is written in the file. */
const tableName = (isProject: boolean, name: string): string =>
  isProject ? `tool.pyaudit-lint.${name}` : name;

/** Every key of the table itself. */
export const KEYS: readonly string[] = [
  ...OPTION_NAMES.filter((name) => optionOf(name).flagOnly === undefined).flatMap((name) =>
    optionOf(name).extendable ? [name, `extend-${name}`] : [name],
  ),
  ...Object.keys(STRUCTURE),
];

/** Keys that may stand in an override. */
export const OVERRIDE_KEYS: readonly string[] = [
  'files',
  ...KEYS.filter((key) => optionNamed(key)?.option.perFile),
];

function readOverrides(node: TomlNode, place: SectionPlace): Override[] {
  const context = contextOf('overrides', place);
  const wanted = `tables, as in [[${tableName(place.isProject, 'overrides')}]]`;
  if (node.kind !== 'array') return wrongType(node, wanted, context) ?? [];
  return node.items.flatMap((item) => {
    if (item.kind !== 'table') return wrongType(item, wanted, context) ?? [];
    return readOverride(item, place) ?? [];
  });
}

function readOverride({ entries, at }: Table, place: SectionPlace): Override | undefined {
  const context = contextOf('overrides', place);
  const options = new Map([...entries].filter(([name]) => name !== 'files'));
  const layer = layerOf(options, place, (key) => {
    const named = optionNamed(key);
    if (named?.option.perFile) return undefined;
    if (named && named.option.flagOnly === undefined)
      return `\`${key}\` cannot differ by file; write it outside of the overrides`;
    return `there is no key \`${key}\` in an override${didYouMean(key, OVERRIDE_KEYS)}; there are ${OVERRIDE_KEYS.join(', ')}`;
  });
  const entry = entries.get('files');
  if (!entry) {
    context.problem(at, 'an override wants `files`, a list of globs, as in files = ["tests/**"]');
    return undefined;
  }
  const globs = readValue('files', files, entry, place);
  if (!globs) return undefined;
  if (globs.length === 0 && entry.value.kind === 'array' && entry.value.items.length === 0)
    context.problem(
      entry.value.at,
      '`files` is empty, so the override holds for no file; name some or remove it',
    );
  const matches = globMatcher(globs);
  return { globs, applies: (file) => matches(file) !== undefined, layer };
}
