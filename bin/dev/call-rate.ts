import { realpathSync } from 'node:fs';
import { basename } from 'node:path';
import { gradedCalls } from '../../src/flow/graph/call-statistics.ts';
import { solved } from './solved.ts';

const USAGE = `call-rate FOLDER... [--list REASON]
Prints how many call expressions of each package have a callee of medium confidence or better, and why the others have
none; with --list, the places of those whose reason contains REASON.`;

const words = process.argv.slice(2);
const asked = words.indexOf('--list');
const wanted = asked < 0 ? undefined : words[asked + 1];
const folders = asked < 0 ? words : words.slice(0, asked);
if (folders.length === 0) {
  console.error(USAGE);
  process.exit(2);
}
const pooled = { resolved: 0, calls: 0, reasons: new Map<string, number>() };
for (const folder of folders) {
  const program = solved(`${realpathSync(folder)}/`);
  let resolved = 0;
  let calls = 0;
  for (const { file, op, grade, reason } of gradedCalls(program.flow)) {
    calls++;
    if (grade === 'resolved') resolved++;
    else pooled.reasons.set(reason!, (pooled.reasons.get(reason!) ?? 0) + 1);
    if (wanted === undefined || !reason?.includes(wanted)) continue;
    const source = program.sources.get(file.path)!;
    const { from, to } = { from: file.facts.from[op]!, to: file.facts.to[op]! };
    const text = source.text.slice(from, Math.min(to, from + 70)).replaceAll(/\s+/g, ' ');
    console.log(`${file.path}:${source.position(from).line}: ${text}   [${reason}]`);
  }
  pooled.resolved += resolved;
  pooled.calls += calls;
  console.log(
    `${basename(folder).padEnd(10)} ${resolved}/${calls} ${((100 * resolved) / calls).toFixed(1)} %`,
  );
}
console.log(
  `pooled     ${pooled.resolved}/${pooled.calls} ${((100 * pooled.resolved) / pooled.calls).toFixed(1)} %`,
);
for (const [reason, count] of [...pooled.reasons].sort(([, a], [, b]) => b - a))
  console.log(`${count} ${reason}`);
