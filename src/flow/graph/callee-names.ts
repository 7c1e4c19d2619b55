import { CONTAINER } from '../../facts/ir.ts';
import type { Flow } from '../flow.ts';
import type { FunctionId } from '../solve/activations.ts';
import { type Token, VALUE, WRAPPER } from '../solve/values.ts';

/** Classes whose instances are written as `<**PyStr**>` where their methods are called. */
const VALUE_NAMES: ReadonlyMap<string, string> = new Map([
  ['builtins.str', 'PyStr'],
  ['builtins.bytes', 'PyBytes'],
  ['builtins.bytearray', 'PyByteArray'],
  ['builtins.int', 'PyInt'],
  ['builtins.float', 'PyFloat'],
  ['builtins.complex', 'PyComplex'],
  ['builtins.bool', 'PyBool'],
  ['builtins.list', 'PyList'],
  ['builtins.tuple', 'PyTuple'],
  ['builtins.set', 'PySet'],
  ['builtins.frozenset', 'PyFrozenSet'],
  ['builtins.dict', 'PyDict'],
]);

const CONTAINER_NAMES: Readonly<Record<number, string>> = {
  [CONTAINER.list]: 'PyList',
  [CONTAINER.tuple]: 'PyTuple',
  [CONTAINER.set]: 'PySet',
  [CONTAINER.dict]: 'PyDict',
  [CONTAINER.generator]: 'PyGenerator',
};

const WRAPPER_NAMES: Readonly<Record<number, string>> = {
  [WRAPPER.staticMethod]: '<builtin>.staticmethod',
  [WRAPPER.classMethod]: '<builtin>.classmethod',
  [WRAPPER.property]: '<builtin>.property',
  [WRAPPER.cachedProperty]: 'functools.cached_property',
};

/** A function of the project: `mod.C.method`, `mod.f.<lambda1>`; a module body: `mod`. */
export function functionName(f: Flow, id: FunctionId): string {
  const { module } = f.p.activations.fileOfFunction(id);
  const { qualifiedName } = f.p.activations.facts(id);
  return qualifiedName ? `${module}.${qualifiedName}` : module;
}

/**
 * The name of a callee in a call graph; `undefined` where nothing of that name is entered: a class of the project
 * (its `__init__` is a callee of its own), or a function inside the library that has no public name.
 */
export function calleeName(f: Flow, token: Token): string | undefined {
  const { values } = f.p;
  switch (values.kind(token)) {
    case VALUE.function:
      return functionName(f, values.x(token) as FunctionId);
    case VALUE.library:
      return libraryName(f.p.text(values.x(token)));
    case VALUE.libraryMethod:
      return methodName(f, f.p.text(values.x(token)), values.y(token) as Token);
    default:
      return undefined;
  }
}

function libraryName(dotted: string): string | undefined {
  if (dotted.includes('<')) return undefined;
  return dotted.startsWith('builtins.') ? `<builtin>${dotted.slice('builtins'.length)}` : dotted;
}

function methodName(f: Flow, name: string, receiver: Token): string | undefined {
  const { values } = f.p;
  const last = name.slice(name.lastIndexOf('.') + 1);
  switch (values.kind(receiver)) {
    case VALUE.container:
      return `<**${CONTAINER_NAMES[values.y(receiver)]}**>.${last}`;
    case VALUE.generator:
      return `<**PyGenerator**>.${last}`;
    case VALUE.text:
      return `<**PyStr**>.${last}`;
    case VALUE.wrapper: {
      if (values.y(receiver) === WRAPPER.names) return `<**PyDict**>.${last}`;
      const owner = WRAPPER_NAMES[values.y(receiver)];
      return owner === undefined ? undefined : `${owner}.${last}`;
    }
    case VALUE.libraryInstance: {
      const value = VALUE_NAMES.get(f.p.text(values.x(receiver)));
      return value === undefined ? libraryName(name) : `<**${value}**>.${last}`;
    }
    default:
      return libraryName(name);
  }
}
