/** The folders of src in the order of the flow: each may import itself and what stands before it. */
export const LAYERS = [
  'model',
  'host',
  'config',
  'discover',
  'parse',
  'facts',
  'stdlib',
  'link',
  'flow',
  'lint',
  'filter',
  'report',
  'engine',
  'testing',
  'cli',
] as const;
export type Layer = (typeof LAYERS)[number];

/**
 * What a layer must not know although it stands earlier. Stages take values and give values, so none reaches the
 * outside world; facts of one file are the same whatever the configuration; nothing after facts sees a tree.
 */
export const REFUSED: Partial<Record<Layer, readonly Layer[]>> = {
  parse: ['host', 'config', 'discover'],
  facts: ['host', 'config', 'discover'],
  link: ['host', 'discover', 'parse'],
  flow: ['host', 'discover', 'parse'],
  lint: ['host', 'discover', 'parse', 'facts', 'link'],
  filter: ['host', 'discover', 'parse', 'link'],
  report: ['host', 'discover', 'parse', 'facts', 'link'],
  testing: ['parse', 'facts', 'link', 'flow'],
  cli: ['parse', 'facts', 'link', 'testing'],
};

/** What folders outside src may import; `.` is the folder itself. */
export const OUTSIDE = {
  rules: ['.', 'src/lint', 'src/model'],
  bin: ['.', 'src', 'rules', 'test'],
  test: ['.', 'src', 'rules', 'bin'],
} as const;

/** Modules of Node that compute only; every other one reaches the world. */
export const PURE_NODE_MODULES = [
  'node:path',
  'node:path/posix',
  'node:crypto',
  'node:util',
  'node:zlib',
  'node:buffer',
];

/** Prefixes of the files that may use the world: files, processes, threads, the environment. */
export const WORLDLY = ['bin/', 'test/', 'src/host/node.ts', 'src/engine/', 'src/testing/'];

/** Package, and the prefixes of the files that may import it. */
export const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  '@lezer/': ['src/parse/', 'test/parse/', 'bin/dev/'],
  yargs: ['src/cli/', 'bin/'],
  'cli-progress': ['src/cli/', 'bin/'],
  esbuild: ['bin/dev/', 'test/'],
  pyodide: ['bin/dev/', 'test/'],
  ajv: ['src/lint/rule/option-problems.ts', 'bin/dev/', 'test/'],
  vitest: ['test/'],
  yaml: ['test/'],
};

export const LONGEST_FILE = 400;

/** Prefixes of files that hold rows of data and no logic, or are generated; they may be long. */
export const DATA_FILES = ['rules/index.ts', 'src/stdlib/models/'];
