import { rules } from '../../rules/index.ts';
import { libraryValues } from '../../rules/library-values.ts';
import { compileRaisers } from '../../rules/raiser-table.ts';
import { lower } from '../../src/facts/lower.ts';
import type { SummarisedCode } from '../../src/flow/flow.ts';
import type { SummaryRow } from '../../src/flow/library/summaries.ts';
import { summariesOf } from '../../src/flow/library/summarise.ts';
import { link } from '../../src/link/link.ts';
import { targetMask } from '../../src/model/targets.ts';
import { parse } from '../../src/parse/parse.ts';

const TABLE = compileRaisers(rules, libraryValues);

/** What the functions of a small library reach, by name. */
export function summarised(
  files: Readonly<Record<string, string>>,
  code?: SummarisedCode,
): ReadonlyMap<string, readonly SummaryRow[]> {
  const inputs = Object.entries(files).map(([path, text]) => ({
    path,
    root: '/lib',
    module: path.replace(/(\/__init__)?\.py$/, '').replaceAll('/', '.'),
    isPackage: path.endsWith('__init__.py'),
    kind: 'module' as const,
    isDependency: true,
    facts: lower(parse(text)),
  }));
  return summariesOf(link(inputs), TABLE, targetMask(['3.13'], ['linux']), code).summaries;
}

/** `leaf cost` of each row of a function. */
export const rowsOf = (text: string, name: string): string[] =>
  (summarised({ 'm.py': text }).get(`m.${name}`) ?? []).map(({ leaf, cost }) => `${leaf} ${cost}`).sort();
