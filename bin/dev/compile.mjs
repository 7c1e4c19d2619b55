// Bundles the tool into dist/, or into the folder named: `npm run compile`, and `prepare` after every install. Takes
// the sources, gives main.js, one file per further entry, and shared chunks. Everything lies flat in the folder, so
// `new URL('./name', import.meta.url)` means the same from every chunk.
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../..', import.meta.url));
const own = join(root, 'dist');
const outdir = process.argv[2] === undefined ? own : resolve(process.argv[2]);

/** Programs: the command itself, the step of the GitHub Action, and what the command starts as worker threads. */
const ENTRIES = ['bin/main.ts', 'bin/action.ts', 'bin/worker.ts'];

/** Data that others have made, and where their licence stands: data file -> licence. */
const FOREIGN_DATA = { 'src/stdlib/generated/types.json': 'src/stdlib/generated/TYPESHED-LICENCE.txt' };

/** Sources that decide what is found in a program; the others only show it. */
const DECISIVE = /^(?:rules|src\/(?:discover|parse|facts|stdlib|link|flow|lint))\//;

// Packages written as CommonJS call `require` for Node's own modules, which ESM has not. Only their chunks define it:
// what it takes is a millisecond for each.
const REQUIRE = "import{createRequire as $require}from'node:module';const require=$require(import.meta.url);";

const { version } = JSON.parse(readFileSync(`${root}/package.json`, 'utf8'));
const entryPoints = ENTRIES.filter((entry) => existsSync(`${root}/${entry}`));

/**
 * Data as texts that `JSON.parse` reads: V8 takes five times as long for the same as an object literal. A member that
 * is a text already stands as it is, since a second set of escapes would be read character by character.
 */
const dataAsText = {
  name: 'data-as-text',
  setup(plugins) {
    plugins.onLoad({ filter: /\.json$/ }, ({ path }) => ({
      contents: `export default ${asExpression(JSON.parse(readFileSync(path, 'utf8')))};`,
      loader: 'js',
    }));
  },
};

function asExpression(data) {
  const members = Array.isArray(data) ? [] : Object.entries(data);
  if (!members.some(([, value]) => typeof value === 'string')) return parsed(data);
  return `{${members.map(([name, value]) => `${JSON.stringify(name)}:${member(value)}`).join()}}`;
}

const member = (value) => (typeof value === 'string' ? JSON.stringify(value) : parsed(value));
const parsed = (value) => `JSON.parse(${JSON.stringify(JSON.stringify(value))})`;

/** Packages that lay out the help. */
const LAYOUT = /node_modules\/(yargs|cliui|wrap-ansi)\//;

/**
 * The help is ASCII: a text is as wide as it is long. The package that measures texts for its layout loads Unicode's
 * tables at every start, for half as long as Node itself takes.
 */
const helpWidth = {
  name: 'help-width',
  setup(plugins) {
    plugins.onResolve({ filter: /^string-width$/ }, ({ importer, path }) =>
      LAYOUT.test(importer.replaceAll('\\', '/')) ? { path, namespace: 'help-width' } : undefined,
    );
    plugins.onLoad({ filter: /./, namespace: 'help-width' }, () => ({
      contents: 'export default (text) => text.length;',
    }));
  },
};

const options = {
  absWorkingDir: root,
  entryPoints,
  outdir,
  entryNames: '[name]',
  chunkNames: '[name]-[hash]',
  bundle: true,
  plugins: [dataAsText, helpWidth],
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
};

/** Changes with every file that goes into dist/, by path and content. */
function digest(files) {
  const hash = createHash('sha256').update(version);
  for (const path of [...files].sort()) hash.update(path).update(readFileSync(join(root, path)));
  return hash.digest('hex').slice(0, 16);
}

/** The licences of the packages that stand in the bundle, as they ask for. */
function licences(inputs) {
  const packages = new Set();
  for (const path of inputs) {
    const found = path.match(/^.*node_modules\/(?:@[^/]+\/)?[^/]+/);
    if (found) packages.add(found[0]);
  }
  const data = inputs
    .filter((path) => path in FOREIGN_DATA)
    .map((path) => readFileSync(join(root, FOREIGN_DATA[path]), 'utf8'));
  const texts = [...packages].sort().map((folder) => {
    const name = folder.replace(/^.*node_modules\//, '');
    const file = readdirSync(join(root, folder)).find((entry) => /^licen[cs]e/i.test(entry));
    const text = file
      ? readFileSync(join(root, folder, file), 'utf8').trim()
      : 'No licence file in the package.';
    return `${name}\n\n${text}\n`;
  });
  return [...texts, ...data];
}

/** esbuild has said on stderr what is wrong; a stack of its own code would add nothing. */
async function bundle(more) {
  try {
    return await build({ ...options, ...more });
  } catch {
    process.exit(1);
  }
}

const { metafile } = await bundle({ write: false });
const inputs = Object.keys(metafile.inputs).filter((path) => existsSync(join(root, path)));
const buildId = digest(inputs);
const dataId = digest(inputs.filter((path) => DECISIVE.test(path)));
rmSync(outdir, { recursive: true, force: true });
const { outputFiles } = await bundle({
  write: false,
  define: {
    PYAUDIT_LINT_VERSION: JSON.stringify(version),
    PYAUDIT_LINT_BUILD: JSON.stringify(buildId),
    PYAUDIT_LINT_DATA: JSON.stringify(dataId),
  },
});
mkdirSync(outdir, { recursive: true });
for (const { path, text } of outputFiles) {
  writeFileSync(path, /\btypeof require\b/.test(text) ? REQUIRE + text : text);
}
writeFileSync(join(outdir, 'LICENCES.txt'), licences(inputs).join(`\n${'-'.repeat(80)}\n\n`));

// npx looks here first. Without it npm links the package into its own cache and runs `prepare` again there; a first
// try before `npm ci` then leaves that cache broken for good.
const commands = `${root}/node_modules/.bin`;
if (outdir === own && process.platform !== 'win32' && existsSync(commands)) {
  rmSync(`${commands}/pyaudit-lint`, { force: true });
  symlinkSync('../../bin/pyaudit-lint', `${commands}/pyaudit-lint`);
}
