import { describe, expect, it } from 'vitest';
import { nearest } from '../../src/config/nearest.ts';
import { UsageError } from '../../src/config/usage-error.ts';
import { categoryOf, checkSelectors, rulesNamed, selectorTest } from '../../src/lint/select.ts';
import { RULES } from '../report/sample.ts';

const named = (selector: string) => rulesNamed(selector, RULES).map(({ code }) => code);

describe('selectors', () => {
  it.each([
    ['PYA1001', ['PYA1001']],
    ['pya1001', ['PYA1001']],
    ['PYA1[34]', []],
    ['PYA1*1', ['PYA1001', 'PYA1401', 'PYA1501']],
    ['os.system', ['PYA1001']],
    ['os.*', ['PYA1001']],
    ['*.send', ['PYA1302']],
    ['category:network', ['PYA1302']],
    ['category:custom', ['PYA8001', 'PYA8002']],
    ['category:limit', ['PYA9001', 'PYA9002', 'PYA9003']],
    ['dynamic-code', ['PYA9001']],
    ['os', []],
    ['OS.SYSTEM', []],
  ])('%s names %j', (selector, codes) => {
    expect(named(selector)).toEqual(codes);
  });

  it('match findings, also custom events by code and by glob', () => {
    const custom = { code: 'PYA8001', event: 'acme.started' };
    expect(selectorTest(['custom-event'])(custom)).toBe(true);
    expect(selectorTest(['acme.*', 'os.system'])(custom)).toBe(true);
    expect(selectorTest([])(custom)).toBe(false);
    expect(selectorTest(['category:limit'])(custom)).toBe(false);
  });

  it.each([
    ['os.sistem', 'did you mean `os.system`?'],
    ['PYA1002', 'did you mean `PYA1001`?'],
    ['http.client', 'did you mean `http.client.*`?'],
    ['category:netwrok', 'did you mean `category:network`?'],
    ['category:zzzzzzzzz', 'there are process, code-execution'],
    [
      'category:plugin',
      'no rule here is of the category `plugin`; a rule of a plugin is there with --plugin FILE',
    ],
    ['category:time', 'there is no category `time`'],
    ['nothing.at.all*', 'no event or code matches `nothing.at.all*`'],
  ])('say what to do about %s', (selector, hint) => {
    expect(() => checkSelectors([selector], RULES)).toThrow(UsageError);
    expect(() => checkSelectors([selector], RULES)).toThrow(hint);
  });

  it('take blocks of codes that have no rule yet', () => {
    expect(() => checkSelectors(['PYA30*'], RULES)).not.toThrow();
  });

  it('tell the category by the code', () => {
    expect(['PYA1003', 'PYA2599', 'PYA8001', 'PYA9003', 'PYA3099'].map(categoryOf)).toEqual([
      'process',
      'interpreter',
      'custom',
      'limit',
      undefined,
    ]);
  });
});

describe('nearest', () => {
  it('finds what was meant, and nothing where nothing is like it', () => {
    expect(nearest('fomrat', ['output', 'format'])).toBe('format');
    expect(nearest('xyz', ['output', 'format'])).toBeUndefined();
    expect(nearest('TEXT', ['json', 'text'])).toBe('text');
  });
});
