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
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../..', import.meta.url));
const own = join(root, 'dist');
const outdir = process.argv[2] === undefined ? own : resolve(process.argv[2]);

/** Programs: the command itself, the step of the GitHub Action, and what the command starts as worker threads. */
const ENTRIES = ['bin/main.ts', 'bin/action.ts', 'bin/worker.ts'];

/**
 * What programs import. It is bundled by itself: chunks that it shared with the command would be more files for each
 * start of the command to read.
 */
const LIBRARY = ['bin/api.ts', 'bin/rule-tester.ts'];

/** Data that others have made, and where their licence stands: data file -> licence. */
const FOREIGN_DATA = { 'src/stdlib/generated/types.json': 'src/stdlib/generated/TYPESHED-LICENCE.txt' };

/** Sources that decide what is found in a program; the others only show it. */
const DECISIVE = /^(?:rules|src\/(?:discover|parse|facts|stdlib|link|flow|lint))\//;

// Packages written as CommonJS call `require` for Node's own modules, which ESM has not. Only their chunks define it:
// what it takes is a millisecond for each.
const REQUIRE = "import{createRequire as $require}from'node:module';const require=$require(import.meta.url);";

const { version } = JSON.parse(readFileSync(`${root}/package.json`, 'utf8'));
const entryPoints = ENTRIES.filter((entry) => existsSync(`${root}/${entry}`));

/** From this length on a text of the data is a file of its own, in place of a literal. */
const LONG = 1 << 16;

const PACKAGE = /[\\/]node_modules[\\/]/;

/**
 * Data as texts that `JSON.parse` reads: V8 takes five times as long for the same as an object literal. A member that
 * is a text already stands as it is, since a second set of escapes would be read character by character; a long one is
 * read from a file, which takes a fifth of the time of a literal.
 */
const dataAsText = {
  name: 'data-as-text',
  setup(plugins) {
    plugins.onLoad({ filter: /\.json$/ }, ({ path }) => {
      // packages written as CommonJS `require` theirs, and would be given a module with a default export
      if (PACKAGE.test(path)) return undefined;
      const contents = asModule(basename(path, '.json'), JSON.parse(readFileSync(path, 'utf8')));
      return { contents, loader: 'js' };
    });
  },
};

/** Text files that stand beside the bundle, by name. */
const longTexts = new Map();

function asModule(name, data) {
  const members = Array.isArray(data) ? [] : Object.entries(data);
  if (!members.some(([, value]) => typeof value === 'string')) return `export default ${parsed(data)};`;
  const written = members.map(([key, value]) => `${JSON.stringify(key)}:${member(`${name}-${key}`, value)}`);
  return `import{readFileSync}from'node:fs';export default {${written.join()}};`;
}

function member(name, value) {
  if (typeof value !== 'string') return parsed(value);
  if (value.length < LONG) return JSON.stringify(value);
  const file = `${name}-${createHash('sha256').update(value).digest('hex').slice(0, 8)}.txt`;
  longTexts.set(file, value);
  // a text of ASCII is copied as it stands
  const encoding = Buffer.byteLength(value) === value.length ? 'latin1' : 'utf8';
  return `readFileSync(new URL(${JSON.stringify(`./${file}`)},import.meta.url),'${encoding}')`;
}

const parsed = (value) => `JSON.parse(${JSON.stringify(JSON.stringify(value))})`;

/** The files of the rules, which the bundle holds as data. */
const ruleFiles = new Set();

/** The rules are rows of data: made once, here, and read as such, with a third of the code that a start compiles. */
const rulesAsData = {
  name: 'rules-as-data',
  setup(plugins) {
    plugins.onLoad({ filter: /[\\/]rules[\\/]index\.ts$/ }, async ({ path }) => {
      const { outputFiles, metafile } = await build({
        absWorkingDir: root,
        entryPoints: [path],
        bundle: true,
        format: 'esm',
        metafile: true,
        write: false,
      });
      for (const file of Object.keys(metafile.inputs)) ruleFiles.add(file);
      const { rules } = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);
      const text = JSON.stringify(rules);
      if (!isDeepStrictEqual(JSON.parse(text), rules))
        throw new Error('a rule holds what JSON cannot; write it as plain data');
      return { contents: `export const rules=JSON.parse(${JSON.stringify(text)});`, loader: 'js' };
    });
  },
};

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
  plugins: [dataAsText, rulesAsData, helpWidth],
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

const { metafile } = await bundle({ write: false, entryPoints: [...entryPoints, ...LIBRARY] });
const inputs = [...new Set([...Object.keys(metafile.inputs), ...ruleFiles])].filter((path) =>
  existsSync(join(root, path)),
);
const buildId = digest(inputs);
const dataId = digest(inputs.filter((path) => DECISIVE.test(path)));
rmSync(outdir, { recursive: true, force: true });
const define = {
  PYAUDIT_LINT_VERSION: JSON.stringify(version),
  PYAUDIT_LINT_BUILD: JSON.stringify(buildId),
  PYAUDIT_LINT_DATA: JSON.stringify(dataId),
};
mkdirSync(outdir, { recursive: true });
for (const part of [{}, { entryPoints: LIBRARY, chunkNames: 'api-[name]-[hash]' }]) {
  const { outputFiles } = await bundle({ write: false, define, ...part });
  for (const { path, text } of outputFiles) {
    writeFileSync(path, /\btypeof require\b/.test(text) ? REQUIRE + text : text);
  }
}
for (const [file, text] of longTexts) writeFileSync(join(outdir, file), text);
writeFileSync(join(outdir, 'LICENCES.txt'), licences(inputs).join(`\n${'-'.repeat(80)}\n\n`));

// npx looks here first. Without it npm links the package into its own cache and runs `prepare` again there; a first
// try before `npm ci` then leaves that cache broken for good.
const commands = `${root}/node_modules/.bin`;
if (outdir === own && process.platform !== 'win32' && existsSync(commands)) {
  rmSync(`${commands}/pyaudit-lint`, { force: true });
  symlinkSync('../../bin/pyaudit-lint', `${commands}/pyaudit-lint`);
}
