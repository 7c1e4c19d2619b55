// usage: node run-pyodide.mjs PACKAGE_FOLDER run_examples.py JOBS OUT
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [folder, runner, jobs, out] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(join(folder, 'pyodide.mjs')).href);
const python = await loadPyodide({ indexURL: `${folder}/`, stdout: () => {}, stderr: () => {} });
python.globals.set('EXAMPLES', readFileSync(jobs, 'utf8'));
python.runPython(readFileSync(runner, 'utf8'));
writeFileSync(out, python.runPython('run_all(EXAMPLES, fork=False)'));
