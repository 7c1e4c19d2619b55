import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { interpreters } from './generate-startup.ts';

const FILE = 'src/stdlib/generated/modules.json';
const PROGRAM = `
import json, sys
print(json.dumps(sorted(sys.stdlib_module_names)))
`;

/** Gone before `sys.stdlib_module_names` came (3.10), or newer than the interpreters at hand. */
const BY_HAND = [
  ...['_bootlocale', '_dummy_thread', 'dummy_threading', 'formatter', 'macpath', 'parser', 'symbol'],
  ...['_py_warnings', '_remote_debugging', '_zstd', 'annotationlib', 'compression', 'profiling'],
];

/** Top-level names of the standard library, the union over all versions; what an interpreter not found adds is kept. */
export function moduleNames(root: string): ReadonlyMap<string, string> {
  const path = join(root, FILE);
  const known = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as string[]) : [];
  const names = new Set([...known, ...BY_HAND]);
  for (const [version, python] of interpreters()) {
    if (Number(version.slice(2)) < 10) continue;
    const run = spawnSync(python, ['-I', '-c', PROGRAM], { encoding: 'utf8' });
    if (run.status !== 0) continue;
    for (const name of JSON.parse(run.stdout) as string[]) names.add(name);
  }
  return new Map([[FILE, `${JSON.stringify([...names].sort(), null, 1)}\n`]]);
}
