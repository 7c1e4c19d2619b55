import { CONTAINER } from '../../facts/ir.ts';
import { libraryClass } from '../../stdlib/types/library.ts';
import { containerProtocol, inheritedContents } from '../containers/container-subclasses.ts';
import { slotOf } from '../containers/items.ts';
import { eachKey } from '../containers/keys.ts';
import type { Flow } from '../flow.ts';
import { callConfigured } from '../library/configured-calls.ts';
import { callFromC } from '../library/interpreter-calls.ts';
import { keepArguments, keepReturned } from '../library/kept-values.ts';
import { libraryResult } from '../library/library.ts';
import { leavesResult, modelOf } from '../library/models.ts';
import { callNamesMethod, holderOf } from '../modules/namespaces.ts';
import type { ActivationId } from '../solve/activations.ts';
import { FALLBACK, NO_ARGUMENTS, type Site } from '../solve/propagation.ts';
import type { Node } from '../solve/solver.ts';
import { type Token, VALUE } from '../solve/values.ts';
import { callMember } from '../types/members.ts';
import { classOfValue } from '../types/overloads.ts';
import { iterate } from './protocols.ts';
import { passRaised, throwInto } from './raised.ts';
import { hasSpecial } from './special-methods.ts';

/** Methods of generators that run their code. */
const RESUMING: ReadonlySet<string> = new Set(['send', 'throw', '__next__']);

/** Calls a method of a builtin or library value. */
export function callMethodOf(f: Flow, method: Token, site: Site): void {
  const { values, solver } = f.p;
  const receiver = values.y(method) as Token;
  const name = f.p.text(values.x(method));
  f.p.edge(site, method);
  callFromC(f, name, site);
  callConfigured(f, name, site, receiver);
  switch (values.kind(receiver)) {
    case VALUE.container:
      return containerMethod(f, receiver, name, site);
    case VALUE.generator: {
      const activation = f.p.activations.all[values.x(receiver) as ActivationId]!;
      f.entries.resumed(site, activation);
      passRaised(f, site, activation);
      keepReturned(f, activation);
      // one of many generators costs what one of many callees does
      if (f.summarises || RESUMING.has(name))
        f.p.edge(site, values.of(VALUE.function, activation.function, activation.around));
      const [sent] = site.arguments.positional;
      // a coroutine stands for the task that runs it
      if (name === 'add_done_callback')
        modelOf('asyncio.Task.add_done_callback')?.(f, site, f.p.libraryInstance('asyncio.Task'));
      if (name === 'throw' && sent !== undefined) throwInto(f, sent, activation);
      if (name === 'send' && sent !== undefined) solver.flow(sent, activation.sent);
      solver.flow(name === 'result' ? activation.returned : activation.yielded, site.result);
      return;
    }
    case VALUE.wrapper: {
      const holder = holderOf(f, receiver);
      if (holder !== undefined) return callNamesMethod(f, holder, name, site);
      const [fn] = site.arguments.positional;
      if (fn !== undefined && name === 'setter') solver.flow(fn, f.p.field(receiver, f.p.name('fset')));
      if (fn !== undefined && name === 'deleter') solver.flow(fn, f.p.field(receiver, f.p.name('fdel')));
      solver.add(site.result, receiver);
      return;
    }
    default: {
      if (name.endsWith('.__getitem__') && hasSpecial(f, receiver, '__missing__')) {
        f.p.callMethod(receiver, '__missing__', site);
      }
      if (name.endsWith('.__init__')) keepArguments(f, name.slice(0, -'.__init__'.length), site, receiver);
      const contents = inheritedContents(f, receiver, name);
      if (contents !== undefined) {
        if (name.endsWith('.__getitem__') && hasSpecial(f, receiver, '__missing__')) {
          f.p.callMethod(receiver, '__missing__', site);
        }
        return inheritedMethod(f, contents, name, site);
      }
      const model = modelOf(name);
      if (model) model(f, site, receiver);
      if (!model || leavesResult(name)) libraryResult(f, name, site, receiver);
    }
  }
}

/** A method that a project class has from `dict`, `list` or the like. */
function inheritedMethod(f: Flow, contents: Token, name: string, site: Site): void {
  const method = name.slice(name.lastIndexOf('.') + 1);
  if (!containerProtocol(f, contents, method, site)) containerMethod(f, contents, method, site);
}

/** Methods of lists, tuples, sets and dicts that move elements (https://docs.python.org/3/library/stdtypes.html). */
function containerMethod(f: Flow, receiver: Token, name: string, site: Site): void {
  const { solver } = f.p;
  const contents = f.containers.of(receiver);
  const [first, second] = site.arguments.positional;
  const isDict = f.p.values.y(receiver) === CONTAINER.dict;
  switch (name) {
    case 'append':
    case 'add':
    case 'appendleft':
      if (first !== undefined) solver.flow(first, contents.wild);
      return;
    case 'insert':
      if (second !== undefined) solver.flow(second, contents.wild);
      return;
    case 'extend':
      if (first !== undefined) iterate(f, first, { ...site, arguments: NO_ARGUMENTS, result: contents.wild });
      return;
    case '__iadd__':
      if (first !== undefined) iterate(f, first, { ...site, arguments: NO_ARGUMENTS, result: contents.wild });
      return solver.add(site.result, receiver);
    case '__ior__':
      solver.add(site.result, receiver);
      return updateContents(f, receiver, site);
    case 'update':
      return updateContents(f, receiver, site);
    case 'copy': {
      const made = f.containers.make(f.p.site(site.activation, site.op), f.p.values.y(receiver));
      f.containers.copy(contents, f.containers.of(made));
      return solver.add(site.result, made);
    }
    case 'pop':
    case 'get':
    case 'setdefault':
    case 'popleft':
      if (isDict && first !== undefined) return keyedMethod(f, receiver, name, site);
      return solver.flow(contents.all, site.result);
    case 'values':
    case 'keys':
    case 'items':
      return view(f, receiver, name, site);
    case 'sort': {
      const key = site.arguments.keywords.get(f.p.name('key'));
      if (key === undefined) return;
      const call = {
        ...site,
        arguments: { ...NO_ARGUMENTS, positional: [contents.all] },
        result: solver.nodes(1),
      };
      return solver.on(key, (token) => f.p.call(token, call));
    }
    case '__iter__':
      solver.add(site.result, receiver);
      return;
    default: {
      const type = libraryClass(classOfValue(f, receiver)!);
      if (type) callMember(f, type, name, containerInstance(f, receiver), site);
    }
  }
}

/** A display or comprehension as an instance of its class, with its elements as type arguments. */
function containerInstance(f: Flow, container: Token): Token {
  const contents = f.containers.of(container);
  const isDict = f.p.values.y(container) === CONTAINER.dict;
  return f.types.instance(
    classOfValue(f, container)!,
    isDict ? [contents.keys, contents.all] : [contents.all],
  );
}

function keyedMethod(f: Flow, receiver: Token, name: string, site: Site): void {
  const { solver } = f.p;
  const contents = f.containers.of(receiver);
  const [key, fallback] = site.arguments.positional;
  if (key === undefined) return;
  eachKey(f, key, (each) => {
    solver.flow(slotOf(f, receiver, each), site.result);
    if (name !== 'setdefault' || fallback === undefined) return;
    solver.flow(fallback, each === undefined ? contents.wild : slotOf(f, receiver, each));
  });
  solver.flow(contents.wild, site.result);
  if (fallback !== undefined) giveFallback(f, receiver, key, fallback, site);
  if (name === 'setdefault') solver.flow(key, contents.keys);
}

/** The default, unless a program that is followed closely is seen to put something under each key asked for. */
function giveFallback(f: Flow, receiver: Token, key: Node, fallback: Node, site: Site): void {
  const { solver } = f.p;
  const { wild } = f.containers.of(receiver);
  const give = () => solver.flow(fallback, site.result);
  if (!f.contexts.isClose) return give();
  solver.on(wild, give);
  eachKey(f, key, (each) => f.p.whenEmpty(slotOf(f, receiver, each), FALLBACK.result, give));
}

function updateContents(f: Flow, receiver: Token, site: Site): void {
  const { solver, values } = f.p;
  const contents = f.containers.of(receiver);
  for (const [name, value] of site.arguments.keywords) {
    solver.flow(value, f.containers.slot(contents, `s${f.p.text(name)}`));
  }
  for (const source of site.arguments.positional) {
    solver.on(source, (token) => {
      if (values.kind(token) !== VALUE.container) return;
      f.containers.copy(f.containers.of(token), contents);
    });
  }
}

/** `values()`, `keys()`, `items()`: a container over the dict's own nodes. */
function view(f: Flow, receiver: Token, name: string, site: Site): void {
  const { solver } = f.p;
  const contents = f.containers.of(receiver);
  const outer = f.p.site(site.activation, site.op, 2);
  const made = f.containers.at(outer);
  solver.add(site.result, f.containers.make(outer, CONTAINER.list));
  if (name === 'values') return solver.flow(contents.all, made.wild);
  if (name === 'keys') return solver.flow(contents.keys, made.wild);
  const pair = f.p.site(site.activation, site.op, 3);
  const items = f.containers.at(pair);
  solver.flow(contents.keys, f.containers.slot(items, 'i0'));
  solver.flow(contents.all, f.containers.slot(items, 'i1'));
  solver.add(made.wild, f.containers.make(pair, CONTAINER.tuple));
}
