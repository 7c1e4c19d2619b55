import type { FunctionView, ImportView } from '../../../src/model/program-view.ts';

/**
 * The first import that a function makes whenever it runs, of a module that nothing has loaded by then. Modules that
 * the file of the function, or a file that it imports, loads as it is run are there.
 */
export function loading(fn: FunctionView, imports: readonly ImportView[]): ImportView | undefined {
  const loaded = new Set(
    imports.filter(({ enclosing, isLazy }) => enclosing === '' && !isLazy).map(({ module }) => module),
  );
  return imports.find(
    ({ file, enclosing, module, isUnconditional, isLoadedAtStartup }) =>
      file === fn.file &&
      enclosing === fn.enclosing &&
      isUnconditional &&
      !isLoadedAtStartup &&
      !loaded.has(module),
  );
}
