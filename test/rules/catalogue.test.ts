import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { customEvent } from '../../rules/custom-event.ts';
import { rules } from '../../rules/index.ts';
import { libraryValues } from '../../rules/library-values.ts';
import { compileRaisers } from '../../rules/raiser-table.ts';
import { CATEGORIES, type Category, type EventRule, type Raiser } from '../../src/model/catalogue.ts';
import { formatTargets } from '../../src/model/targets.ts';
import names from './event-names.json' with { type: 'json' };
import { markedLines } from './examples.ts';

const folder = fileURLToPath(new URL('../../rules/', import.meta.url));
const families = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'further')
  .map((entry) => entry.name);
const rule = (event: string): EventRule => rules.find((one) => one.event === event)!;
const raisers = rules.flatMap((one) =>
  one.raisedBy.map((raiser, index) => ({ id: `${one.event}#${index}`, raiser })),
);

describe('the catalogue', () => {
  test('has every event of the audit table, under its runtime name, and no other', () => {
    expect(rules.map(({ event }) => event).sort()).toEqual([...names].sort());
  });

  test('has one file per event, named after it', () => {
    const files = families.flatMap((family) => readdirSync(join(folder, family)));
    expect(files.sort()).toEqual(rules.map(({ event }) => `${event.replaceAll('/', '-')}.ts`).sort());
  });

  test('gives every rule a code of its own in the block of its category', () => {
    const codes = [...rules.map(({ code }) => code), customEvent.code];
    expect(new Set(codes).size).toBe(codes.length);
    for (const { code, category } of rules)
      expect(code.slice(0, 5)).toBe(`PYA${CATEGORIES[category as Category]}`);
  });

  test('has rules without raisers only for names that no version raises', () => {
    expect(rules.filter(({ raised }) => raised === '').map(({ event }) => event)).toEqual(
      rules.filter(({ raisedBy }) => raisedBy.length === 0).map(({ event }) => event),
    );
    expect(rules.filter(({ raised }) => raised === '')).toHaveLength(3);
  });

  test('explains every rule', () => {
    for (const { event, docs } of rules) {
      expect([event, docs.summary]).toEqual([event, expect.stringMatching(/^[A-Z`].*\.$/)]);
      expect([event, docs.meaning.split(/[.?!:] /).length >= 2]).toEqual([event, true]);
      expect([event, docs.meaning]).toEqual([event, expect.stringMatching(/[^ ]\.$/)]);
      expect([event, docs.nearMiss.trim().length > 0]).toEqual([event, true]);
      expect([event, markedLines(docs.nearMiss)]).toEqual([event, []]);
    }
  });

  test('writes no text twice', () => {
    for (const texts of [rules.map(({ docs }) => docs.meaning)])
      expect(new Set(texts).size).toBe(texts.length);
  });

  test('has an example for every raiser that code can reach, with one marked line', () => {
    for (const { id, raiser } of raisers) {
      if (raiser.kind === 'interpreter') continue;
      expect([id, markedLines(raiser.example ?? '').length]).toEqual([id, 1]);
    }
  });

  test('says why an example is not run', () => {
    const known = /^(only on (Windows|macOS)|not on Linux|needs a terminal|no hook of Python code)/;
    for (const { id, raiser } of raisers) {
      if (raiser.notRun) expect([id, raiser.notRun]).toEqual([id, expect.stringMatching(known)]);
    }
  });

  test('keeps each file of data within two screens, the long lists of attributes and openers apart', () => {
    const long = ['object.__getattr__', 'object.__setattr__', 'open', 'ctypes.dlopen', 'subprocess.Popen'];
    for (const family of families) {
      for (const file of readdirSync(join(folder, family))) {
        const lines = readFileSync(join(folder, family, file), 'utf8').split('\n').length;
        if (!long.includes(file.replace(/\.ts$/, ''))) expect([file, lines <= 160]).toEqual([file, true]);
      }
    }
  });
});

describe('compileRaisers', () => {
  const table = compileRaisers(rules, libraryValues);

  test('finds a raiser by the object that raises, whatever the spelling', () => {
    expect(table.canonical.get('os.system')).toBe('posix.system');
    expect(table.canonical.get('builtins.open')).toBe('_io.open');
    expect(table.calls.get('posix.system')!.map(({ event }) => rules[event]!.event)).toEqual(['os.system']);
    expect(table.attributes.get('f_code')!.map(({ raiser }) => raiser.kind)).toEqual(['get']);
  });

  test('resolves targets by version and platform', () => {
    const fchmod = table.calls.get('posix.fchmod')![0]!;
    expect(formatTargets(fchmod.targets)).toEqual(['3.8-3.15/linux', '3.8-3.15/darwin', '3.13-3.15/win32']);
    const imports = table.calls.get('importlib.import_module')![0]!;
    expect(formatTargets(imports.targets)).toEqual(['3.15/linux', '3.15/darwin', '3.15/win32']);
  });

  test('joins what raisers return with the facts about library values', () => {
    expect(table.returns.get('_sqlite3.connect')).toBe('sqlite3.Connection');
    expect(table.returns.get('inspect.currentframe')).toBe('types.FrameType');
    expect(table.instances.get('os.environ')).toBe('os._Environ');
  });

  const compile =
    (change: Partial<EventRule>, base = rule('os.system')) =>
    () =>
      compileRaisers([{ ...base, ...change }], {
        instances: {},
        returns: {},
        tuples: {},
        classes: {},
        bases: {},
        members: {},
        aliases: {},
      });
  const call = (change: object): readonly Raiser[] => [
    { kind: 'call', api: 'posix.system', of: 'function', map: { command: ['arg:0'] }, ...change } as Raiser,
  ];

  test.each<[string, Partial<EventRule>, string]>([
    ['a code of another shape', { code: 'PYA99' }, 'rule os.system, code: PYA99 is not PYA and four digits'],
    [
      'a code of another block',
      { code: 'PYA1101' },
      'code: PYA1101 is outside the block PYA10xx of process; take a free one',
    ],
    ['an unknown version', { raised: '3.7-3.9' }, 'raised: not a range of CPython versions: 3.7-3.9'],
    ['no platform', { platforms: [] }, 'platforms: name at least one platform'],
    [
      'a last tier with a condition',
      { tiers: [{ tier: 'effect', provenance: 'stdlib' }] },
      'tiers: the last case must have no condition',
    ],
    [
      'a tier for an unknown argument',
      { tiers: [{ tier: 'effect', when: [{ argument: 'mode', is: 'none' }] }, { tier: 'effect' }] },
      'tiers: no argument mode; the event has command',
    ],
    [
      'a map of an unknown argument',
      { raisedBy: call({ map: { cmd: ['arg:0'] } }) },
      'raisedBy[0].map: no argument cmd; the event has command',
    ],
    [
      'a map without an argument',
      { raisedBy: call({ map: {} }) },
      'raisedBy[0].map: say where command comes from',
    ],
    [
      'an operand that the raiser has not got',
      { raisedBy: call({ map: { command: ['value'] } }) },
      'map.command: value is no operand of a call raiser',
    ],
    [
      'a condition on such an operand',
      { raisedBy: call({ when: [{ operand: ['self'], is: 'none' }] }) },
      'when: self is no operand of a call raiser',
    ],
    [
      'an unknown platform',
      { raisedBy: call({ targets: '3.8/amiga' }) },
      'raisedBy[0]: not a platform: amiga',
    ],
    [
      'targets beyond the event',
      { raised: '3.9-3.15', raisedBy: call({ targets: '3.8' }) },
      'targets: 3.8 goes beyond',
    ],
    [
      'a name that is not dotted',
      { raisedBy: call({ api: 'system' }) },
      'system is not a dotted name such as os.system',
    ],
  ])('refuses %s', (_, change, message) => {
    expect(compile(change)).toThrow(message);
  });

  test('refuses what stands twice', () => {
    const empty = {
      instances: {},
      returns: {},
      tuples: {},
      classes: {},
      bases: {},
      members: {},
      aliases: {},
    };
    const one = rule('os.system');
    expect(() => compileRaisers([one, one], empty)).toThrow('rule os.system, event: stands twice');
    expect(() => compileRaisers([one, { ...one, event: 'other' }], empty)).toThrow(
      'PYA1013 belongs to os.system',
    );
    const taken = {
      ...one,
      event: 'other',
      code: 'PYA1099',
      raisedBy: call({ api: 'x.system', aliases: ['os.system'] }),
    };
    expect(() => compileRaisers([one, taken], empty)).toThrow(
      'alias os.system of x.system already names posix.system',
    );
    const alias = { ...one, event: 'other', code: 'PYA1099', raisedBy: call({ api: 'os.system' }) };
    expect(() => compileRaisers([one, alias], empty)).toThrow(
      'os.system is an alias of posix.system; write api: posix.system',
    );
  });
});
