// All that analysing takes, in one module: the bundle has one file for it, where a file per part made a small run wait
// longer for reading them than for its answer.

import { rules } from '../rules/index.ts';
import { libraryValues } from '../rules/library-values.ts';
import { compileRaisers } from '../rules/raiser-table.ts';
import type { RaiserTable } from '../src/model/raiser-table.ts';

export { analysePaths } from '../src/engine/analyse.ts';
export { callGraphOf } from '../src/engine/call-graph.ts';
export { explainLine } from '../src/engine/why.ts';
export { NodeHost } from '../src/host/node.ts';

/** The rules of this tool, as the analysis asks for them. */
export const raiserTable = (): RaiserTable => compileRaisers(rules, libraryValues);
