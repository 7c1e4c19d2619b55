import type { ConfiguredRaiser } from '../model/configured-raiser.ts';
import { plainRaiser } from './files/raisers.ts';
import type { Override } from './layer.ts';
import { OPTION_NAMES, type OptionName, optionOf } from './options/index.ts';
import { originText } from './origin.ts';
import type { ResolvedOptions } from './resolve.ts';

/** A plain value as TOML on one line. */
export function tomlText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(tomlText).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const pairs = Object.entries(value).map(([key, inner]) => `${keyText(key)} = ${tomlText(inner)}`);
  return pairs.length === 0 ? '{}' : `{ ${pairs.join(', ')} }`;
}

const keyText = (key: string): string => (/^[\w-]+$/.test(key) ? key : JSON.stringify(key));

/** Lines with what follows them in a column of its own. */
function annotated(rows: readonly (readonly [line: string, note: string])[]): string[] {
  const width = Math.max(...rows.map(([line]) => (line.length > WIDEST ? 0 : line.length)));
  return rows.map(([line, note]) => `${line.padEnd(width)}  # ${note}`);
}

const WIDEST = 60;

/**
 * Every setting that a configuration file can hold, with its value and where that comes from, as such a file would have
 * it: what is printed can be read again.
 */
export function settingsText(options: ResolvedOptions): string {
  const names = OPTION_NAMES.filter((name) => optionOf(name).flagOnly === undefined);
  return `${annotated(names.map((name) => settingLine(name, options))).join('\n')}\n`;
}

function settingLine(name: OptionName, options: ResolvedOptions): readonly [string, string] {
  const { kind, otherwise } = optionOf(name);
  const value: unknown = options.get(name);
  const origin = options.origins(name).map(originText).join(', ');
  if (value === undefined) return [`# ${name}: ${otherwise ?? 'none'}`, origin];
  return [`${name} = ${tomlText(kind.plain(value))}`, origin];
}

/** The overrides in the order they hold, the strongest last. */
export function overridesText(overrides: readonly Override[]): string {
  return overrides
    .map(({ globs, layer }) => {
      const given = [
        ...[...layer.sets].map(([name, one]) => [name, name, one] as const),
        ...[...layer.adds].map(([name, one]) => [`extend-${name}`, name, one] as const),
      ];
      const rows = given.map(([key, name, { value, origin }]) => {
        const line = `${key} = ${tomlText(optionOf(name).kind.plain(value))}`;
        return [line, originText(origin)] as const;
      });
      const files = `files = ${tomlText(globs.map(({ pattern }) => pattern))}`;
      return ['', '[[overrides]]', files, ...(rows.length > 0 ? annotated(rows) : []), ''].join('\n');
    })
    .join('');
}

/** What is said of callables, in the order it holds. */
export function raisersText(raisers: readonly ConfiguredRaiser[]): string {
  return raisers
    .map((raiser) => {
      const [first, ...more] = plainRaiser(raiser).map(([key, value]) => `${key} = ${tomlText(value)}`);
      return ['', '[[raiser]]', `${first}  # ${raiser.where}`, ...more, ''].join('\n');
    })
    .join('');
}
