import { rules } from '../../rules/index.ts';
import { libraryValues } from '../../rules/library-values.ts';
import { compileRaisers } from '../../rules/raiser-table.ts';
import { lower } from '../../src/facts/lower.ts';
import { analyse } from '../../src/flow/analyse.ts';
import type { Analysis } from '../../src/flow/analysis.ts';
import { link } from '../../src/link/link.ts';
import type { LinkInput } from '../../src/link/program.ts';
import { lint } from '../../src/lint/lint.ts';
import type { Finding } from '../../src/model/finding.ts';
import { LineTable } from '../../src/model/line-table.ts';
import { ALL_TARGETS, type TargetMask } from '../../src/model/targets.ts';
import { parse } from '../../src/parse/parse.ts';

/** A small program: text by path; all files below one source root. */
export type Files = Readonly<Record<string, string>>;

export const TABLE = compileRaisers(rules, libraryValues);

/** A file as `discover` would place it below its root (`''`: the program's own). */
export function linkInput(path: string, text: string, root = ''): LinkInput {
  const below = root ? path.slice(root.length + 1) : path;
  const parts = below.replace(/\.py$/, '').split('/');
  const isPackage = parts[parts.length - 1] === '__init__';
  if (isPackage) parts.pop();
  return {
    path,
    root: `/${root}`,
    module: parts.join('.'),
    isPackage,
    kind: 'module',
    facts: lower(parse(text)),
  };
}

export const linkInputs = (files: Files): LinkInput[] =>
  Object.entries(files).map(([path, text]) => linkInput(path, text));

/** The whole analysis of a program. */
export const analyseFiles = (files: Files, targets: TargetMask = ALL_TARGETS): Analysis =>
  analyse(link(linkInputs(files)), TABLE, targets);

export interface PlacedFinding extends Finding {
  readonly line: number;
}

/** The findings of events, each with its line. */
export function findingsOf(files: Files, targets: TargetMask = ALL_TARGETS): PlacedFinding[] {
  const tables = new Map(Object.entries(files).map(([path, text]) => [path, new LineTable(text)]));
  return lint(analyseFiles(files, targets))
    .filter((finding) => finding.kind === 'event')
    .map((finding) => ({ ...finding, line: tables.get(finding.file)!.region(finding.at).line }));
}
