import * as K from '../kind-numbers.ts';
import type { Findings } from './walk.ts';

/** Order of arguments, bare generators, repeated keywords (Grammar/python.gram: args, invalid_arguments). */
export function checkArguments(findings: Findings, list: number, ofClass: boolean): void {
  const { table } = findings;
  let keyword = false;
  let unpacking = false;
  let commas = 0;
  let generator = -1;
  let names: Set<string> | undefined;
  let start = true;
  let inTargets = false;
  for (let child = table.first[list]!; child >= 0; child = table.next[child]!) {
    const kind = table.kind[child]!;
    if (kind === K.kwFor) inTargets = true;
    else if (kind === K.kwIn) inTargets = false;
    if (kind === K.comma) {
      if (inTargets) continue;
      commas++;
      start = true;
      continue;
    }
    if (kind === K.kwFor && generator < 0) generator = child;
    if (!start || kind === K.parenOpen || kind === K.parenClose) continue;
    start = false;
    const following = table.next[child]!;
    if (kind === K.doubleStar) unpacking = true;
    else if (kind === K.star) {
      if (unpacking) {
        findings.syntax(child, 'iterable argument unpacking follows keyword argument unpacking');
      }
    } else if (following >= 0 && table.kind[following] === K.AssignOp) {
      keyword = true;
      const name = table.text.slice(table.from[child], table.to[child]);
      names ??= new Set();
      if (names.has(name)) findings.semantic(child, `keyword argument repeated: ${name}`);
      names.add(name);
    } else if (unpacking) {
      findings.syntax(child, 'positional argument follows keyword argument unpacking');
    } else if (keyword) findings.syntax(child, 'positional argument follows keyword argument');
  }
  if (generator < 0) return;
  if (ofClass) findings.syntax(generator, 'invalid syntax');
  else if (commas > 0) findings.syntax(generator, 'Generator expression must be parenthesized');
}
