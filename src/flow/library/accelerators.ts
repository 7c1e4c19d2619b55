import { GUARD, type GuardId, OP, type OpId } from '../../facts/ir.ts';
import { listOf } from '../../facts/read-facts.ts';
import type { Flow } from '../flow.ts';
import { importedModule } from '../modules/imports.ts';
import type { Activation } from '../solve/activations.ts';

/** Modules in C that not every build or platform has. */
const OPTIONAL =
  /^_(winapi|overlapped|scproxy|posix|curses|gdbm|dbm|tkinter|ssl|hashlib|lzma|bz2|ctypes|sqlite3|uuid|wmi|crypt|multiprocessing|remote)/;

/**
 * What a join is one of. In the library a name that is defined in Python, then imported from C where that works
 * (`try: from _warnings import warn`), is the one from C: CPython has it. Python twins of C modules (`_pydatetime`) are
 * not taken where anything else is there.
 */
export function joined(f: Flow, activation: Activation, op: OpId): Iterable<number> {
  const { facts } = activation.file;
  const inputs = listOf(facts, facts.b[op]!);
  if (!f.summarises) return inputs;
  const fromC = [...inputs].filter((input) => isFromC(f, activation, input as OpId));
  if (fromC.length > 0) return fromC;
  const first = [...inputs].filter((input) => !isFallback(activation, input as OpId));
  return first.length > 0 ? first : inputs;
}

/** A name imported in a handler: `except ImportError: from _py_abc import ABCMeta`. */
function isFallback({ file: { facts } }: Activation, op: OpId): boolean {
  if (facts.kind[op] !== OP.ImportFrom || !facts.names[facts.a[op]!]!.startsWith('_py')) return false;
  for (let at = facts.guard[op] as GuardId; at !== 0; at = facts.guards[at]!.parent) {
    if (facts.guards[at]!.kind === GUARD.handler) return true;
  }
  return false;
}

function isFromC(f: Flow, activation: Activation, op: OpId): boolean {
  if (activation.file.facts.kind[op] !== OP.ImportFrom) return false;
  const module = importedModule(activation, op, f);
  if (module === undefined || !module.startsWith('_') || OPTIONAL.test(module)) return false;
  return f.p.program.resolve(activation.file.id, module).kind === 'external';
}
