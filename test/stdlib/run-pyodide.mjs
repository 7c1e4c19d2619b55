// usage: node run-pyodide.mjs PACKAGE_FOLDER run_probes.py probes.txt
// Prints {version, seen: {probe: [event, ...]}}. A probe that ends the interpreter is left out, and a new one goes on.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [folder, runner, probes] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(join(folder, 'pyodide.mjs')).href);

async function started() {
  const python = await loadPyodide({ indexURL: `${folder}/`, stdout: () => {}, stderr: () => {} });
  python.runPython(`import sys\nsys.argv = ['-']\n${readFileSync(runner, 'utf8')}`);
  return python;
}

let python = await started();
const version = python.runPython('".".join(map(str, sys.version_info[:2]))');
const seen = {};
for (const line of readFileSync(probes, 'utf8').split('\n')) {
  try {
    python.globals.set('LINE', line);
    Object.assign(seen, JSON.parse(python.runPython('run_all(LINE, fork=False)')));
  } catch {
    python = await started();
  }
}
process.stdout.write(JSON.stringify({ version, seen }));
process.exit(0);
