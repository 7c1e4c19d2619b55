import { existsSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';
import { furtherRules } from '../../rules/further.ts';
import { rules } from '../../rules/index.ts';
import { OWN_RULES } from '../../src/lint/own-rules.ts';
import { LIMIT_KINDS } from '../../src/model/finding.ts';
import { PROJECT } from '../../src/model/page.ts';
import { ROOT } from '../sources.ts';
import { guides, type Page, readPage, references } from './page.ts';

const OTHERS = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'examples/app/README.md'];
const pages = new Map(
  [...guides(), ...references(), ...OTHERS.map(readPage)].map((page) => [page.path, page]),
);

/** Addresses in the project's own repository stand for files of it. */
const OWN = `${PROJECT}/blob/main/`;

/** What is wrong with a link, if anything; pages elsewhere are not asked for. */
function problem(page: Page, target: string): string | undefined {
  const own = target.startsWith(OWN);
  if (!own && /^[a-z]+:/.test(target)) return undefined;
  const [file = '', anchor] = (own ? target.slice(OWN.length) : target).split('#');
  const path = own ? file : file === '' ? page.path : normalize(join(dirname(page.path), file));
  if (!existsSync(join(ROOT, path))) return `${target}: there is no ${path}`;
  const there = pages.get(path);
  return anchor !== undefined && !there?.anchors.has(anchor) ? `${target}: no such heading` : undefined;
}

describe('documentation', () => {
  it('has links that lead somewhere', () => {
    const broken = [...pages.values()].flatMap((page) =>
      page.links.flatMap((target) => {
        const wrong = problem(page, target);
        return wrong === undefined ? [] : [`${page.path}: ${wrong}`];
      }),
    );
    expect(broken).toEqual([]);
  });

  it('has a page for every event and every rule, and each is in its index', () => {
    const events = rules.map(({ code }) => code);
    const others = [...furtherRules.map(({ meta }) => meta.code), ...OWN_RULES.map(({ code }) => code)];
    const listed = (path: string) =>
      pages
        .get(path)!
        .links.filter((target) => target.startsWith('PYA'))
        .sort();
    expect(listed('docs/events/README.md')).toEqual(events.map((code) => `${code}.md`).sort());
    expect(listed('docs/rules/README.md')).toEqual(others.map((code) => `${code}.md`).sort());
  });

  it('lists every guide in its index', () => {
    const listed = pages.get('docs/README.md')!.links;
    const all = guides().map(({ path }) => path.replace('docs/', ''));
    expect(all.filter((name) => name !== 'README.md' && !listed.includes(name))).toEqual([]);
  });

  it('tells of every kind of limit under a heading of its own, where SARIF points to', () => {
    const { anchors } = pages.get('docs/limits.md')!;
    expect([...LIMIT_KINDS, 'fault', 'results'].filter((kind) => !anchors.has(kind))).toEqual([]);
  });
});
