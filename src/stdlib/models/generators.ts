import { parseTargets, type TargetMask } from '../../model/targets.ts';

/** A library callable whose call gives an iterator that works when it is asked for elements. */
export interface Lazy {
  /** Where the callable is a generator function: calling it runs nothing. */
  readonly targets: TargetMask;
  /** The generator that it returns elsewhere, which the call itself does not run. */
  readonly returns?: string;
}

const lazy = (targets: string, returns?: string): Lazy => ({
  targets: parseTargets(targets),
  ...(returns ? { returns } : {}),
});

/** By the name of definition; read off the `yield`s and `return`s of each version's Lib. */
export const GENERATORS: ReadonlyMap<string, Lazy> = new Map([
  // Lib/os.py: 3.9 to 3.11 have `sys.audit(...); return _walk(...)`
  ['os.walk', lazy('3.8, 3.12-3.15', 'os._walk')],
  ['os.fwalk', lazy('3.8-3.15')],
  // Lib/pathlib.py; from 3.13 the events come first, and a generator expression is returned
  ['pathlib.Path.iterdir', lazy('3.8-3.12')],
  ['pathlib.Path.glob', lazy('3.8-3.12')],
  ['pathlib.Path.rglob', lazy('3.8-3.12')],
  ['pathlib.Path.walk', lazy('3.12-3.15')],
  ['pkgutil.iter_modules', lazy('3.8-3.15')],
  ['pkgutil.walk_packages', lazy('3.8-3.15')],
  ['pkgutil.iter_importers', lazy('3.8-3.15')],
  ['ftplib.FTP.mlsd', lazy('3.8-3.15')],
  ['mailbox.Mailbox.itervalues', lazy('3.8-3.15')],
  ['mailbox.Mailbox.iteritems', lazy('3.8-3.15')],
  ['traceback.TracebackException.format', lazy('3.8-3.15')],
]);

/** Last names of these, to pass by all others quickly. */
export const GENERATOR_NAMES: ReadonlySet<string> = new Set(
  [...GENERATORS.keys()].map((name) => name.slice(name.lastIndexOf('.') + 1)),
);
