/**
 * `npx tsx bin/dev/try-rules.ts FOLDER...`: what the rules beyond the table say of some code, place by place, for
 * reading; with the time that they take beside the rest.
 */
import { readFileSync } from 'node:fs';
import { furtherRules } from '../../rules/further.ts';
import { analysePaths } from '../../src/engine/analyse.ts';
import { NodeHost } from '../../src/host/node.ts';
import { ALL_TARGETS } from '../../src/model/targets.ts';
import { raiserTable } from '../analysis.ts';

const table = raiserTable();
for (const folder of process.argv.slice(2)) {
  const start = performance.now();
  const { findings, faults } = await analysePaths(
    {
      paths: [folder],
      targets: ALL_TARGETS,
      preset: 'all',
      select: ['PYA301*'],
      ignore: [],
      minLevel: 'note',
      failOn: 'none',
      provenances: [],
    },
    new NodeHost(),
    table,
    {
      rules: furtherRules.map((rule) => ({ rule, options: {} })),
      excerpts: false,
      timings: (all) =>
        process.stderr.write(
          `${all.map((one) => `${one.stage} ${Math.round(one.milliseconds)}`).join(', ')}\n`,
        ),
    },
  );
  process.stdout.write(`# ${folder}: ${findings.length} in ${Math.round(performance.now() - start)} ms\n`);
  for (const fault of faults)
    process.stdout.write(`! ${fault.stage} ${fault.file ?? ''}: ${fault.message}\n`);
  for (const { file, region, event, message, witness } of findings) {
    const line = readFileSync(file, 'utf8').split('\n')[region.line - 1] ?? '';
    const from = witness.map((step) => ` from ${step.file}:${step.line}`).join('');
    process.stdout.write(`${file}:${region.line} ${event}: ${message}${from}\n    ${line.trim()}\n`);
  }
}
