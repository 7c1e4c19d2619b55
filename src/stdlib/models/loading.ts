/**
 * Callables of the library that load a module through the import system, by the name of definition. What they reach
 * there goes through hooks and tables that no summary follows.
 */
export const LOADING_CALLS: ReadonlySet<string> = new Set([
  'builtins.__import__',
  'importlib.__import__',
  'importlib.import_module',
  'importlib.reload',
  // Lib/importlib/_bootstrap_external.py
  'importlib._bootstrap_external.SourceFileLoader.load_module',
  'importlib._bootstrap_external.SourceFileLoader.exec_module',
  'importlib._bootstrap_external.SourceFileLoader.get_code',
]);
