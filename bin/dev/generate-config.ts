import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { KEYS, OVERRIDE_KEYS, STRUCTURE } from '../../src/config/files/section.ts';
import type { JsonSchema } from '../../src/config/kinds/kind.ts';
import { flagsOf, OPTION_NAMES, type OptionName, optionOf } from '../../src/config/options/index.ts';
import { type AnyOption, GROUPS, type Group } from '../../src/config/options/option.ts';
import { tomlText } from '../../src/config/show.ts';
import { settingsInterface } from './api/settings-interface.ts';

const SCHEMA = 'schema/config-v1.schema.json';
const SETTINGS = 'bin/api/generated/settings.ts';
const GUIDE = 'docs/configuration.md';
const BEGIN = '<!-- Made by bin/dev/generate config from src/config/options; do not edit. -->\n';
const END = '<!-- Here ends what is made. -->\n';

/** The JSON schema of configuration files, their type in TypeScript, and the tables of options in their guide. */
export function configFiles(root: string): ReadonlyMap<string, string> {
  const guide = readFileSync(join(root, GUIDE), 'utf8');
  const [from, to] = [guide.indexOf(BEGIN), guide.indexOf(END)];
  if (from < 0 || to < from) throw new Error(`${GUIDE} has no place for the tables of options`);
  return new Map([
    [SCHEMA, `${JSON.stringify(schema(), null, 2)}\n`],
    [SETTINGS, settingsInterface(schema())],
    [GUIDE, guide.slice(0, from + BEGIN.length) + tables() + guide.slice(to)],
  ]);
}

/** The option that a key sets or adds to. */
const optionOfKey = (key: string): AnyOption => optionOf(key.replace(/^extend-/, '') as OptionName);

const isStructure = (key: string): key is keyof typeof STRUCTURE => Object.hasOwn(STRUCTURE, key);

function keySchema(key: string): JsonSchema {
  const option = optionOfKey(key);
  const adds = key.startsWith('extend-');
  return {
    description: adds ? `Adds to ${key.slice('extend-'.length)}.` : sentence(describe(option)),
    ...option.kind.schema,
    ...(adds || option.default === undefined ? {} : { default: option.kind.plain(option.default) }),
  };
}

const properties = (keys: readonly string[]): JsonSchema =>
  Object.fromEntries(keys.filter((key) => !isStructure(key)).map((key) => [key, keySchema(key)]));

function schema(): JsonSchema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Configuration of pyaudit-lint',
    description: 'pyaudit-lint.toml, or [tool.pyaudit-lint] of pyproject.toml',
    type: 'object',
    properties: {
      ...properties(KEYS),
      extend: { description: sentence(STRUCTURE.extend.describe), ...STRUCTURE.extend.schema },
      overrides: {
        description: sentence(STRUCTURE.overrides.describe),
        type: 'array',
        items: {
          type: 'object',
          properties: {
            files: { description: 'Globs of the files.', minItems: 1, ...STRUCTURE.overrides.schema },
            ...properties(OVERRIDE_KEYS.filter((key) => key !== 'files')),
          },
          required: ['files'],
          additionalProperties: false,
        },
      },
      raiser: { description: sentence(STRUCTURE.raiser.describe), ...STRUCTURE.raiser.schema },
    },
    additionalProperties: false,
  };
}

const sentence = (phrase: string): string => `${phrase[0]!.toUpperCase()}${phrase.slice(1)}.`;

/** What an option does, with what its values may be. */
const describe = ({ describe: text, kind }: AnyOption): string =>
  kind.choices ? `${text}: ${kind.choices.join(', ')}` : text;

function tables(): string {
  const groups = Object.keys(GROUPS) as Group[];
  const structure = Object.entries(STRUCTURE).map(
    ([key, { describe: text }]) => `| ${code(key)} | ${text} |`,
  );
  const files = `\n### In files alone\n\n| key | |\n|---|---|\n${structure.join('\n')}\n`;
  return groups.map((group) => table(group)).join('') + files;
}

function table(group: Group): string {
  const names = OPTION_NAMES.filter(
    (name) => optionOf(name).group === group && optionOf(name).commands.includes('check'),
  );
  if (names.length === 0) return '';
  const rows = names.map((name) => `| ${row(name).join(' | ')} |`);
  return `\n### ${GROUPS[group]}\n\n| key | flag | | default |\n|---|---|---|---|\n${rows.join('\n')}\n`;
}

function row(name: OptionName): readonly string[] {
  const option = optionOf(name);
  const flags = [...flagsOf('check')].filter(([, flag]) => flag.name === name && !flag.isHidden);
  const { label } = option.kind;
  const keys = [name, ...(option.extendable ? [`extend-${name}`] : [])].map(code);
  const isSwitch = option.flagOnly !== undefined && option.kind.takes === 'nothing';
  const byDefault = isSwitch ? '' : (option.otherwise ?? code(tomlText(option.kind.plain(option.default))));
  const not = isSwitch && option.default ? 'do not ' : '';
  return [
    option.flagOnly === undefined ? keys.join(', ') : '',
    flags
      .map(([flag, { gives }]) => code(`--${flag}${gives === undefined && label ? ` ${label}` : ''}`))
      .join(', '),
    not + describe(option) + (option.perFile ? '; may differ by file' : ''),
    byDefault,
  ].map((cell) => cell.replaceAll('|', '\\|'));
}

const code = (text: string): string => `\`${text}\``;
