import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'smol-toml';
import { describe, expect, it } from 'vitest';
import { configFiles } from '../../bin/dev/generate-config.ts';
import { rules } from '../../rules/index.ts';
import { KEYS } from '../../src/config/files/section.ts';
import { ROOT } from '../sources.ts';
import { mistakes } from './files.ts';

const file = (name: string) => readFileSync(join(ROOT, name), 'utf8');
const guide = file('docs/configuration.md');
/** The TOML of the guide, each with the table it stands in. */
const examples = [...guide.matchAll(/```toml\n(.*?)```/gs)].map((match) => match[1]!);

describe('the schema and the guide', () => {
  it('are what the table of options makes of them', () => {
    for (const [name, text] of configFiles(ROOT)) expect(file(name), name).toBe(text);
  });

  it('have every key', () => {
    const { properties } = JSON.parse(file('schema/config-v1.schema.json'));
    expect(Object.keys(properties).sort()).toEqual([...KEYS].sort());
    for (const key of KEYS) expect(guide).toContain(`\`${key}\``);
  });
});

describe('the examples of the guide', () => {
  const validate = new Ajv2020({ strict: false }).compile(JSON.parse(file('schema/config-v1.schema.json')));
  const settings = (text: string) => {
    const document = parse(text) as { tool?: Record<string, unknown> };
    return document.tool?.['pyaudit-lint'] ?? document;
  };

  it.each(examples)('%s', (text) => {
    expect(validate(settings(text)), JSON.stringify(validate.errors)).toBe(true);
    const name = text.includes('[tool.') ? 'pyproject.toml' : 'pyaudit-lint.toml';
    const files = { [`/repo/services/mail/${name}`]: text, '/repo/pyaudit-lint.toml': 'allow = ["open"]' };
    expect(mistakes({ files, directory: '/repo/services/mail', rules })).toEqual([]);
  });

  it.each(['presett = 1', 'preset = "loud"', 'levels = { open = "loud" }', 'overrides = [{ ignore = [] }]'])(
    'the schema refuses %s',
    (text) => {
      expect(validate(settings(text))).toBe(false);
    },
  );
});
