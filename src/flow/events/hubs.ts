/**
 * Modules that much of the library leads to and few programs reach: printing of tracebacks, reading of sources,
 * translation of messages, and programs that run others under test or in a debugger. Entering them from another module
 * costs as much as a handler. Measured on the library's own tests: of what lies behind, one in twenty happens.
 */
const HUBS: ReadonlySet<string> = new Set([
  'traceback',
  'linecache',
  'gettext',
  'tokenize',
  'unittest',
  'doctest',
  'pdb',
  'bdb',
  'pydoc',
  'profile',
  'cProfile',
]);
const INTO_HUB = 10;

/** What it costs that a module of the library calls into another. */
export function hubCost(from: string, to: string): number {
  const own = topLevel(from);
  const other = topLevel(to);
  return own !== other && HUBS.has(other) ? INTO_HUB : 0;
}

function topLevel(module: string): string {
  const dot = module.indexOf('.');
  return dot < 0 ? module : module.slice(0, dot);
}
