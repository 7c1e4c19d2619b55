import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** What every run of an interpreter starts with: its builtin names, and the modules it has loaded by then. */
interface Startup {
  /** Union over the versions. */
  builtins: string[];
  /** Version -> modules that plain start-up (no `.pth` files) loads. */
  loaded: Record<string, string[]>;
}

const FILE = 'src/stdlib/generated/startup.json';

/** `site` does its work but for the folders of installed packages: their `.pth` files can import anything. */
const PROGRAM = `
import sys, site
site.addsitepackages = lambda known_paths, *rest: known_paths
site.main()
modules = sorted(name for name in sys.modules if name != '__main__')
import builtins, json
print(json.dumps([modules, dir(builtins)]))
`;

/** Interpreters by version: those under pyenv, else `pythonX.Y` on the path. */
export function interpreters(): Map<string, string> {
  const found = new Map<string, string>();
  const versions = join(homedir(), '.pyenv', 'versions');
  for (const folder of existsSync(versions) ? readdirSync(versions) : []) {
    const [major, minor] = folder.split('.');
    if (major === '3' && Number(minor) >= 8) found.set(`3.${minor}`, join(versions, folder, 'bin', 'python'));
  }
  for (let minor = 8; minor <= 15; minor++) {
    if (!found.has(`3.${minor}`)) found.set(`3.${minor}`, `python3.${minor}`);
  }
  return found;
}

/**
 * The lists, version by version. Versions whose interpreter is not found keep what the file says; 3.14 and 3.15, where absent,
 * take the list of the version before.
 */
export function startupData(root: string): ReadonlyMap<string, string> {
  const path = join(root, FILE);
  const data: Startup = existsSync(path)
    ? (JSON.parse(readFileSync(path, 'utf8')) as Startup)
    : { builtins: [], loaded: {} };
  const builtins = new Set(data.builtins);
  for (const [version, python] of interpreters()) {
    const run = spawnSync(python, ['-I', '-S', '-c', PROGRAM], { encoding: 'utf8' });
    if (run.status !== 0) continue;
    const [modules, names] = JSON.parse(run.stdout) as [string[], string[]];
    data.loaded[version] = modules;
    for (const name of names) if (name !== '_') builtins.add(name);
  }
  for (let minor = 9; minor <= 15; minor++) data.loaded[`3.${minor}`] ??= data.loaded[`3.${minor - 1}`] ?? [];
  const loaded = Object.fromEntries(
    Object.entries(data.loaded).sort(([a], [b]) => Number(a.slice(2)) - Number(b.slice(2))),
  );
  return new Map([[FILE, `${JSON.stringify({ builtins: [...builtins].sort(), loaded }, null, 1)}\n`]]);
}
