// Runs the catalogue's examples under CPython 3.15's release candidate, which the tests do not install:
//   npm pack pyodide@315.0.0-alpha.2 && tar xzf pyodide-315*.tgz && npx tsx bin/dev/agree-315.ts package
// Prints what was confirmed and what that build lacks; exit 1 if the catalogue and the interpreter disagree.
import { resolve } from 'node:path';
import { runPyodide } from '../../test/rules/examples.ts';
import { badNearMisses, checkArguments, judgeRaisers, unexpected } from '../../test/rules/judge.ts';

const folder = process.argv[2];
if (!folder) {
  console.error('agree-315: name the folder of an unpacked pyodide package');
  process.exit(2);
}
const interpreter = await runPyodide(resolve(folder));
const judged = judgeRaisers(interpreter);
const { compared, wrong } = checkArguments(interpreter);
const failed = judged
  .filter(({ verdict }) => verdict === 'failed')
  .map(({ example, why }) => `${example.id}: ${why}`);
const complaints = [
  ...failed,
  ...unexpected(interpreter).map((id) => `${id} raised in ${interpreter.version} against its targets`),
  ...badNearMisses(interpreter),
  ...wrong,
];
for (const { example, verdict, why } of judged) {
  if (verdict === 'not in this build') console.log(`not in this build: ${example.id} (${why})`);
}
const confirmed = judged.filter(({ verdict }) => verdict === 'confirmed').length;
console.log(
  `${interpreter.version}: ${confirmed} of ${judged.length} raisers confirmed, ${compared} arguments compared`,
);
for (const complaint of complaints) console.error(`disagrees: ${complaint}`);
process.exitCode = complaints.length > 0 ? 1 : 0;
