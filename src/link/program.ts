import type { FileFacts } from '../facts/ir.ts';
import type { Brand } from '../model/brand.ts';

/** Index of a file in `Program.files`. */
export type FileId = Brand<number, 'FileId'>;

/** A file as `discover` placed it, with its facts. */
export interface LinkInput {
  /** As shown to people; the file's identity. */
  readonly path: string;
  /** Absolute path of its source root. */
  readonly root: string;
  /** Dotted name below the root; of a script, its file name. */
  readonly module: string;
  readonly isPackage: boolean;
  readonly kind: 'module' | 'script';
  /** An installed package's: its own sites are no findings. */
  readonly isDependency?: boolean;
  /** A `.pyi`: it says what a module is like, and holds no code that runs. */
  readonly isStub?: boolean;
  readonly facts: FileFacts;
}

/**
 * What stands behind a name that no file of the program is: the standard library; a package that is not installed, or
 * left out by the user; machine code; a file of the project or of a package that is not among those read.
 */
export type Outside = 'library' | 'missing' | 'left-out' | 'native' | 'not-analysed' | 'not-read';

/** Where imports look, beside the roots of the files themselves. Absolute. */
export interface LinkPaths {
  /** Modules that are known not to be among the files, by dotted name. */
  readonly outside?: ReadonlyMap<string, Outside>;
  /** Installed packages are left out. */
  readonly leftOut?: boolean;
  /** Of the project. */
  readonly roots?: readonly string[];
  /** Of installed packages, in the order of `sys.path`. */
  readonly dependencies?: readonly string[];
}

/** Whether what stands in a file is the project's own: it is no installed package's, and no stub. */
export const isProject = ({ isDependency, isStub }: LinkInput): boolean => !isDependency && !isStub;

export interface ProgramFile extends LinkInput {
  readonly id: FileId;
  /** Program-wide id of each of the file's names. */
  readonly names: Int32Array;
}

/** What an import names: files of the project, or something outside by its dotted name. */
export type ImportTarget =
  | { readonly kind: 'file'; readonly file: FileId }
  /** A folder of the project without `__init__.py`. */
  | { readonly kind: 'namespace'; readonly name: string; readonly root: string }
  | { readonly kind: 'external'; readonly name: string };

/** All files of the project, and what their imports mean. Immutable. */
export interface Program {
  readonly files: readonly ProgramFile[];
  /** Names of the whole program; `ProgramFile.names` leads here. */
  readonly names: readonly string[];
  readonly nameId: (text: string) => number;
  /** The module a dotted name means when imported from `from` (absolute imports). */
  readonly resolve: (from: FileId, name: string) => ImportTarget;
  /** Why a dotted name that `resolve` finds nowhere, or a name below it, is none of the files. */
  readonly outside: (name: string) => Outside;
  /** The dotted name that `from .x import` starts at; `undefined` above the top. */
  readonly relative: (from: FileId, level: number, module: string) => string | undefined;
}
