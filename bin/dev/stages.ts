// One run of the engine over a path in this process; prints each stage's time and memory as JSON. For bin/dev/bench.

import { rules } from '../../rules/index.ts';
import { libraryValues } from '../../rules/library-values.ts';
import { compileRaisers } from '../../rules/raiser-table.ts';
import { analysePaths } from '../../src/engine/analyse.ts';
import { NodeHost } from '../../src/host/node.ts';
import { ALL_TARGETS } from '../../src/model/targets.ts';

const settings = {
  paths: [process.argv[2] ?? '.'],
  targets: ALL_TARGETS,
  preset: 'all',
  select: [],
  ignore: [],
  minLevel: 'note',
  failOn: 'none',
  provenances: [],
} as const;
await analysePaths(settings, new NodeHost(), compileRaisers(rules, libraryValues), {
  timings: (timings) => console.log(JSON.stringify(timings)),
});
