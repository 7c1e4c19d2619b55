import { ARGUMENT, type FileFacts, GUARD, OP } from '../facts/ir.ts';
import { listOf } from '../facts/read-facts.ts';

/** A module that a file names in an import, as it spells it. */
export interface ImportRequest {
  /** Leading dots. */
  readonly level: number;
  readonly module: string;
  /** What `from` takes from it: an attribute or a submodule. */
  readonly name?: string;
}

/**
 * Every module that a file imports, anywhere in it: by statement, or by a constant name given to the import system.
 *
 * @param typesToo also what stands under `if TYPE_CHECKING:` and never runs
 */
export function importsOf(facts: FileFacts, typesToo: boolean): ImportRequest[] {
  const found: ImportRequest[] = [];
  const { kind, a, b, c, names } = facts;
  for (let op = 0; op < kind.length; op++) {
    switch (kind[op]) {
      case OP.Import:
        if (typesToo || !isTypesOnly(facts, op)) found.push({ level: 0, module: names[a[op]!]! });
        break;
      case OP.ImportFrom:
        if (!typesToo && isTypesOnly(facts, op)) break;
        found.push({ level: c[op]! >> 1, module: names[a[op]!]!, name: names[b[op]!]! });
        break;
      case OP.ImportStar:
        found.push({ level: c[op]! >> 1, module: names[a[op]!]! });
        break;
      case OP.Call: {
        const named = namedInCall(facts, op);
        if (named) found.push(named);
        break;
      }
      default:
    }
  }
  return found;
}

/** `import_module("a.b")`, `__import__("a")`, `import_module(".b", __package__)`. */
function namedInCall(facts: FileFacts, op: number): ImportRequest | undefined {
  const callee = facts.a[op]!;
  let name = '';
  if (facts.kind[callee] === OP.Attribute || facts.kind[callee] === OP.ImportFrom) {
    name = facts.names[facts.b[callee]!]!;
  } else if (facts.kind[callee] === OP.LoadName) name = facts.names[facts.a[callee]!]!;
  else if (facts.kind[callee] === OP.LoadVariable) name = facts.variables[facts.a[callee]!]!.name;
  if (name !== 'import_module' && name !== '__import__') return undefined;
  const list = listOf(facts, facts.b[op]!);
  if (list.length < 3 || list[0] !== ARGUMENT.positional || facts.kind[list[2]!] !== OP.Const)
    return undefined;
  const value = facts.constants[facts.a[list[2]!]!]!;
  if (value.kind !== 'str') return undefined;
  const module = value.value.replace(/^\.+/, '');
  return { level: value.value.length - module.length, module };
}

function isTypesOnly(facts: FileFacts, op: number): boolean {
  for (let at = facts.guard[op]!; at !== 0; at = facts.guards[at]!.parent) {
    const { kind, when, condition } = facts.guards[at]!;
    if (kind === GUARD.test && when && spelled(facts, condition) === 'TYPE_CHECKING') return true;
  }
  return false;
}

function spelled(facts: FileFacts, op: number): string {
  switch (facts.kind[op]) {
    case OP.ImportFrom:
    case OP.Attribute:
      return facts.names[facts.b[op]!]!;
    case OP.LoadVariable:
      return facts.variables[facts.a[op]!]!.name;
    default:
      return '';
  }
}
