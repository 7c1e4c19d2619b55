import { OP, type OpId } from '../../facts/ir.ts';
import { listOf } from '../../facts/read-facts.ts';
import type { Flow } from '../flow.ts';
import { importedModule } from '../modules/imports.ts';
import type { Activation } from '../solve/activations.ts';

/** Modules in C that not every build or platform has. */
const OPTIONAL =
  /^_(winapi|overlapped|scproxy|posix|curses|gdbm|dbm|tkinter|ssl|hashlib|lzma|bz2|ctypes|sqlite3|uuid|wmi|crypt|multiprocessing|remote)/;

/**
 * What a join is one of. In the library a name that is defined in Python, then imported from C where that works
 * (`try: from _warnings import warn`), is the one from C: CPython has it.
 */
export function joined(f: Flow, activation: Activation, op: OpId): Iterable<number> {
  const { facts } = activation.file;
  const inputs = listOf(facts, facts.b[op]!);
  if (!f.summarises) return inputs;
  const fromC = [...inputs].filter((input) => isFromC(f, activation, input as OpId));
  return fromC.length > 0 ? fromC : inputs;
}

function isFromC(f: Flow, activation: Activation, op: OpId): boolean {
  if (activation.file.facts.kind[op] !== OP.ImportFrom) return false;
  const module = importedModule(activation, op, f);
  if (module === undefined || !module.startsWith('_') || OPTIONAL.test(module)) return false;
  return f.p.program.resolve(activation.file.id, module).kind === 'external';
}
