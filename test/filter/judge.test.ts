import { describe, expect, it } from 'vitest';
import type { Judgement } from '../../src/config/settings.ts';
import { judge } from '../../src/filter/judge.ts';
import type { Finding } from '../../src/model/finding.ts';
import { finding } from '../report/sample.ts';

const judged = (part: Partial<Judgement>, about: Partial<Finding> = {}) =>
  judge({ preset: 'recommended', select: [], ignore: [], minLevel: 'note', provenances: [], ...part })(
    finding(about),
  );
const os = (selector: string, level: 'error' | 'note' | 'none') => ({ selector, level });

describe('configured levels', () => {
  it.each([
    ['an event', [os('os.system', 'error')], 'error'],
    ['a code', [os('PYA1001', 'error')], 'error'],
    ['a category', [os('category:process', 'note')], 'note'],
    ['a glob', [os('os.*', 'note')], 'note'],
    ['a name before a glob', [os('os.system', 'error'), os('os.*', 'note')], 'error'],
    ['a long glob before a short one', [os('os.sys*', 'error'), os('os.*', 'note')], 'error'],
    ['a glob before a category', [os('*', 'error'), os('category:process', 'note')], 'error'],
    ['of equals the later', [os('os.s*', 'error'), os('*.sys', 'note'), os('o*.s', 'note')], 'error'],
    ['of code globs that are equal the later', [os('PYA10*', 'error'), os('PYA1*1', 'note')], 'note'],
  ] as const)('hold for %s', (_, levels, level) => {
    expect(judged({ levels })).toEqual({ level });
  });

  it('show what the preset hides, and hide what it shows', () => {
    expect(judged({ levels: [os('os.system', 'error')] }, { tier: 'inventory' })).toEqual({ level: 'error' });
    expect(judged({ levels: [os('os.system', 'none')] })).toEqual({ hidden: 'level none' });
  });

  it('by tier leave other tiers to the next entry, or the preset', () => {
    const levels = [{ selector: 'os.system', level: { dangerous: 'error' } }, os('os.*', 'note')] as const;
    expect(judged({ levels })).toEqual({ level: 'error' });
    expect(judged({ levels }, { tier: 'effect' })).toEqual({ level: 'note' });
    expect(judged({ levels: levels.slice(0, 1) }, { tier: 'inventory' })).toEqual({
      hidden: 'inventory tier',
    });
  });

  it('do not show what is not sure enough, not selected or ignored', () => {
    const levels = [os('os.system', 'error')];
    expect(judged({ levels }, { confidence: 'low' })).toEqual({ hidden: 'below medium confidence' });
    expect(judged({ levels, ignore: ['os.*'] })).toEqual({ hidden: 'ignored' });
    expect(judged({ levels, select: ['open'] })).toEqual({ hidden: 'not selected' });
    expect(judged({ levels, preset: 'inventory' })).toEqual({ hidden: 'preset inventory' });
  });
});

describe('an allow list', () => {
  const allow = (...events: string[]) => ({ events, source: 'pyproject.toml:4' });

  it('makes an error of what it does not name, and says which list and how to allow', () => {
    expect(judged({ allow: allow('open', 'socket.*') })).toEqual({
      level: 'error',
      message: 'Not in the allow list (pyproject.toml:4): if it may do this, add "os.system" there.',
    });
    expect(judged({ allow: allow() })).toMatchObject({ level: 'error' });
    expect(judged({ allow: allow(), minLevel: 'error' }, { tier: 'effect' })).toMatchObject({
      level: 'error',
    });
  });

  it.each(['os.system', 'os.*', 'PYA1001', 'category:process'])('holds back what %s names', (event) => {
    expect(judged({ allow: allow(event) })).toEqual({ hidden: 'allowed' });
  });

  it('looks only at what would be shown', () => {
    expect(judged({ allow: allow() }, { tier: 'inventory' })).toEqual({ hidden: 'inventory tier' });
    expect(judged({ allow: allow(), preset: 'all' }, { tier: 'inventory' })).toMatchObject({
      level: 'error',
    });
    expect(judged({ allow: allow() }, { confidence: 'low' })).toEqual({ hidden: 'below medium confidence' });
    expect(judged({ allow: allow(), ignore: ['os.system'] })).toEqual({ hidden: 'ignored' });
    expect(judged({ allow: allow(), levels: [os('os.system', 'note')] })).toMatchObject({ level: 'error' });
  });

  it('says nothing of findings that are no events', () => {
    const limit = { kind: 'rule', event: 'dynamic-code', code: 'PYA9001', tier: 'inventory' } as const;
    expect(judged({ allow: allow(), preset: 'all' }, limit)).toEqual({ level: 'note' });
  });
});
