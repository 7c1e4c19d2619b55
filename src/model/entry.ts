/**
 * An entry point that the files around the code declare: a console script or another entry point of the package
 * (PEP 621), its own build backend (PEP 517), a module that a `.pth` file imports at start-up.
 */
export interface DeclaredEntry {
  readonly kind: 'console-script' | 'build-backend' | 'pth';
  /** Of the script, or of the file that declares it. */
  readonly name: string;
  readonly module: string;
  /** `main`, `App.run`; absent: the module's body. */
  readonly object?: string;
  /** Absolute path of the folder that holds the declaration. */
  readonly folder: string;
}

/**
 * How code comes to run, those that run by themselves first: a console script, `__main__` or `python file.py`, the
 * installation, an import; a public function, or one that nobody in sight calls.
 */
export const ENTRY_KINDS = ['console-script', 'main', 'install', 'import', 'public', 'unseen'] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];
