import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parse } from '../../src/parse/parse.ts';
import { pyenvPythons } from './parse/corpus.ts';
import { judge } from './parse/judge.ts';

// Usage: snippets [--show]   CPython's own doctests of syntax errors, each version's judged by that version.

const MODULES = [
  'test_syntax',
  'test_unpack_ex',
  'test_named_expressions',
  'test_generators',
  'test_positional_only_arg',
];
const show = process.argv.includes('--show');
const script = fileURLToPath(new URL('parse/doctests.py', import.meta.url));

for (const { version, program, library } of pyenvPythons()) {
  const files = MODULES.map((name) => `${library}/test/${name}.py`);
  const run = spawnSync(program, ['-I', script, ...files], { encoding: 'utf8', maxBuffer: 2 ** 26 });
  const sources = [...new Set(JSON.parse(run.stdout) as string[])];
  const verdicts = judge(
    program,
    sources.map((text) => ({ text })),
  );
  let refused = 0;
  let found = 0;
  let sameClass = 0;
  let accepted = 0;
  let alarms = 0;
  for (const [index, text] of sources.entries()) {
    const [first] = parse(text).problems;
    const { ast, compile } = verdicts[index]!;
    if (compile) {
      refused++;
      if (first) found++;
      else if (show) console.log(`missed in ${version}: ${JSON.stringify(text)}: ${compile[2]}`);
      if (first && (first.class === 'syntax') === (ast !== null)) sameClass++;
      else if (first && show)
        console.log(
          `other class in ${version}: ${JSON.stringify(text)}: ${compile[2]}; ours ${first.message}`,
        );
    } else {
      accepted++;
      if (first) alarms++;
      if (first && show) console.log(`false in ${version}: ${JSON.stringify(text)}: ${first.message}`);
    }
  }
  const share = ((100 * found) / refused).toFixed(1);
  console.log(
    `${version}: ${refused} refused, ${found} found (${share} %), ${sameClass} in the same class; ${accepted} accepted, ${alarms} false`,
  );
}
