/**
 * Modules that much of the library leads to and few programs reach: printing of tracebacks, reading of sources,
 * translation of messages. Entering them from elsewhere costs as much as a handler. Measured on the library's own
 * tests: of what lies behind, one in twenty happens.
 */
const HUBS: ReadonlySet<string> = new Set(['traceback', 'linecache', 'gettext', 'tokenize', 'copy']);

/** The import system: what an import does is told where the import stands. */
const IMPORTING = /^importlib\._bootstrap$/;

/** Programs that run others, under test or in a debugger: the same, where the library itself enters them. */
const RUNNERS: ReadonlySet<string> = new Set([
  'unittest',
  'doctest',
  'pdb',
  'bdb',
  'pydoc',
  'profile',
  'cProfile',
  'trace',
]);
const INTO_HUB = 10;

/** What it costs that a module of the library calls into another. */
export function hubCost(from: string, to: string): number {
  const other = topLevel(to);
  if (topLevel(from) === other) return 0;
  if (IMPORTING.test(to) && topLevel(from) !== 'importlib') return INTO_HUB;
  // sources are read to be printed: who came to the lines comes to the file
  if (other === 'tokenize' && topLevel(from) === 'linecache') return 0;
  return HUBS.has(other) || RUNNERS.has(other) ? INTO_HUB : 0;
}

/**
 * What it costs that a program calls into a module of the library. Who prints a traceback or copies an object means
 * it; catalogues of translations are seldom there.
 */
export const hubEntryCost = (callee: string): number => (topLevel(callee) === 'gettext' ? INTO_HUB : 0);

function topLevel(module: string): string {
  const dot = module.indexOf('.');
  return dot < 0 ? module : module.slice(0, dot);
}
