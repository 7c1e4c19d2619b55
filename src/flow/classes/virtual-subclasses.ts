import { OP } from '../../facts/ir.ts';
import type { Program } from '../../link/program.ts';
import type { Flow } from '../flow.ts';
import { type Token, VALUE } from '../solve/values.ts';

const known = new WeakMap<Program, ReadonlySet<string>>();

/**
 * Whether a class may take others as subclasses that do not derive from it (PEP 3119): it, or a class of its name, is
 * asked to `register`, or answers by `__subclasshook__`.
 */
export function takesVirtualSubclasses(f: Flow, type: Token): boolean {
  const record = f.classes.of(type);
  const { p } = f;
  if (record.order.every((entry) => p.values.kind(entry) !== VALUE.library)) return false;
  return registering(p.program).has(record.name) || f.classes.defines(record, p.name('__subclasshook__'));
}

/** Names of which `register` is read anywhere. */
function registering(program: Program): ReadonlySet<string> {
  let names = known.get(program);
  if (names) return names;
  const found = new Set<string>();
  for (const { facts } of program.files) {
    const register = facts.names.indexOf('register');
    if (register < 0) continue;
    for (let op = 0; op < facts.kind.length; op++) {
      if (facts.kind[op] !== OP.Attribute || facts.b[op] !== register) continue;
      const object = facts.a[op]!;
      const kind = facts.kind[object];
      if (kind === OP.LoadVariable) found.add(facts.variables[facts.a[object]!]!.name);
      if (kind === OP.Class) found.add(facts.classes[facts.a[object]!]!.name);
      if (kind === OP.ImportFrom || kind === OP.Attribute) found.add(facts.names[facts.b[object]!]!);
    }
  }
  names = found;
  known.set(program, names);
  return names;
}
