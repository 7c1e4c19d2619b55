import type { NodeKind } from '../host/host.ts';
import type { DeclaredEntry } from '../model/entry.ts';
import type { Limit } from '../model/finding.ts';
import type { TargetMask } from '../model/targets.ts';

/** A Python file to analyse. */
export interface SourceFile {
  /** As people see it: relative to the current directory where inside it, else absolute. The file's identity. */
  readonly path: string;
  /** Absolute and free of symbolic links: what is read. */
  readonly real: string;
  /** Absolute path of the source root: the folder that `sys.path` would hold. */
  readonly root: string;
  /** Dotted name below the root; `pkg` for `pkg/__init__.py`. Of a script, its file name. */
  readonly module: string;
  readonly isPackage: boolean;
  /** `script`: no `.py` or `.pyw`, told by its first line or named by the user. */
  readonly kind: 'module' | 'script';
  /** Of an installed package, found by name. */
  readonly isDependency?: boolean;
  /** A `.pyi`. */
  readonly isStub?: boolean;
}

/** A path named on the command line that cannot be analysed. */
export interface BadPath {
  readonly path: string;
  readonly isMissing?: true;
  readonly message: string;
}

/** A path of the command line that can be analysed. */
export interface NamedPath {
  readonly given: string;
  /** Absolute and free of links. */
  readonly real: string;
  readonly kind: NodeKind;
  readonly isScript: boolean;
}

/** What `discover` gives. */
export interface Discovery {
  /** The paths that can be analysed, as the user ordered them. */
  readonly named: readonly NamedPath[];
  /** In code-unit order of `path`. */
  readonly files: readonly SourceFile[];
  /** Source roots, absolute, in code-unit order: those of the files and of the projects around them. */
  readonly roots: readonly string[];
  /** Entry points that files beside the code declare. */
  readonly entries: readonly DeclaredEntry[];
  readonly limits: readonly Limit[];
  /** What the walk left out, by reason: folders, or Python files in folders that were walked. */
  readonly excluded: ReadonlyMap<string, number>;
  readonly badPaths: readonly BadPath[];
  /** `settings.targets`, narrowed by `requires-python` unless versions were given. */
  readonly targets: TargetMask;
}
