import * as K from '../kind-numbers.ts';
import { type Findings, find } from './walk.ts';

/** The handlers of a `try`: order, mixture, types. Gives the bodies of its `except*`. */
export function checkHandlers(findings: Findings, node: number): number[] {
  const { table } = findings;
  const starred: number[] = [];
  let plain = 0;
  let bare = -1;
  for (let child = table.first[node]!; child >= 0; child = table.next[child]!) {
    if (table.kind[child] !== K.kwExcept) continue;
    if (bare >= 0) findings.semantic(bare, "default 'except:' must be last");
    bare = -1;
    const following = table.next[child]!;
    if (table.kind[following] === K.star) starred.push(find(table, following, K.Body));
    else plain++;
    if (table.kind[following] === K.Body) bare = child;
    if (plain > 0 && starred.length > 0) {
      findings.syntax(child, "cannot have both 'except' and 'except*' on the same 'try'");
      break;
    }
    checkHandlerTypes(findings, child);
  }
  return starred;
}

/** `except A, B as e` needs parentheses; without a name it does not (PEP 758). */
function checkHandlerTypes(findings: Findings, word: number): void {
  const { table } = findings;
  let comma = false;
  for (
    let child = table.next[word]!;
    child >= 0 && table.kind[child] !== K.Body;
    child = table.next[child]!
  ) {
    if (table.kind[child] === K.comma) comma = true;
    else if (comma && table.kind[child] === K.kwAs) {
      findings.syntax(child, "multiple exception types must be parenthesized when using 'as'");
    }
  }
}
