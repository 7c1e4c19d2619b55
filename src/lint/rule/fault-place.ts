/** The module that a rule was loaded from. */
export interface PluginModule {
  /** As it was named. */
  readonly file: string;
  /** Absolute path. */
  readonly path: string;
}

/** `at create (file:///srv/rule.mjs:3:5)`, also without a function and without a scheme. */
const FRAME = /(?:\(|at (?:async )?)(?:file:\/\/)?(\/[^()\n]*|[A-Za-z]:[^()\n]*?):(\d+):(\d+)\)?$/gm;

/** The path up to the last slash, which stays. */
const folderOf = (path: string): string =>
  path.slice(0, Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);

/**
 * Where in a plugin an error comes from, `rules/no-shell.js:12:5`: the first frame of the error's stack that stands in
 * the plugin's folder, packages that are installed there left out; the plugin alone where no frame does.
 */
export function faultPlace({ file, path }: PluginModule, error: unknown): string {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  const folder = folderOf(path);
  for (const [, written = '', line, column] of stack.matchAll(FRAME)) {
    const frame = decodeURI(written);
    const rest = frame.startsWith(folder) ? frame.slice(folder.length) : undefined;
    if (rest === undefined || rest.split(/[\\/]/).includes('node_modules')) continue;
    return `${folderOf(file)}${rest}:${line}:${column}`;
  }
  return file;
}
