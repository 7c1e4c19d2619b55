// Bundled and run by large-programs.test.ts in a process with little stack: analyses every large program and prints,
// for each, how long that took and whether the last line was found to call `os.system`. A name as argument: that
// program alone, one of those that fail included.

import { FAILING_PROGRAMS, LARGE_PROGRAMS } from './large-programs.ts';
import { findingsOf } from './programs.ts';

const only = process.argv[2];
const failing = Object.entries(FAILING_PROGRAMS).map(([name, [, text]]) => [name, text] as const);
const passing = Object.entries(LARGE_PROGRAMS);
const programs = only === undefined ? passing : [...passing, ...failing].filter(([name]) => name === only);
for (const [name, text] of programs) {
  const start = performance.now();
  let said = '';
  try {
    const last = text.split('\n').length + 1;
    const isFound = findingsOf({ 'main.py': `import os\n${text}\n` }).some(
      ({ line, event }) => line === last && event === 'os.system',
    );
    said = isFound ? 'found' : 'not found';
  } catch (error) {
    said = String(error).split('\n', 1)[0]!;
  }
  console.log(JSON.stringify({ name, said, milliseconds: Math.round(performance.now() - start) }));
}
