import { CALL_FLAGS, type FileFacts, OP } from '../../facts/ir.ts';
import { isAbstract } from '../classes/abstract-classes.ts';
import { madeBy } from '../classes/class-creation.ts';
import type { ClassRecord } from '../classes/classes.ts';
import { isEnum, memberByValue } from '../classes/enums.ts';
import {
  isGeneratedInit,
  isNamedTuple,
  makeNamedTuple,
  runGeneratedInit,
} from '../classes/generated-init.ts';
import { instanceMadeAt } from '../classes/instances.ts';
import { newNamedTuple } from '../classes/named-tuples.ts';
import { returnedTo } from '../constrain/none-returns.ts';
import { containerProtocol, inheritedContents } from '../containers/container-subclasses.ts';
import type { Flow } from '../flow.ts';
import { callbackModel, runCallback } from '../library/callbacks.ts';
import { callConfigured, callConfiguredFunction } from '../library/configured-calls.ts';
import { isContextManager } from '../library/context-managers.ts';
import { callFromC } from '../library/interpreter-calls.ts';
import { keepArguments } from '../library/kept-values.ts';
import { libraryResult } from '../library/library.ts';
import { leavesResult, modelOf } from '../library/models.ts';
import { receiverContext } from '../library/receivers.ts';
import type { ActivationId, FunctionId } from '../solve/activations.ts';
import type { Site } from '../solve/propagation.ts';
import type { Node } from '../solve/solver.ts';
import { type Token, VALUE, WRAPPER } from '../solve/values.ts';
import { methodResult } from '../types/members.ts';
import { accepts } from './arity.ts';
import { bind } from './binding.ts';
import { passRaised } from './raised.ts';
import { callMethodOf } from './value-methods.ts';

/** Calls a value at a site: binds arguments, gives the result, notes the edge. */
export function call(f: Flow, callee: Token, site: Site): void {
  const { values } = f.p;
  switch (values.kind(callee)) {
    case VALUE.function:
      if (f.summarises && isContextManager(f, callee)) return passThrough(f, site);
      return enterIfFits(f, callee, undefined, site);
    case VALUE.boundMethod: {
      const method = values.x(callee) as Token;
      if (isGeneratedInit(f, method)) return runGeneratedInit(f, method, values.y(callee) as Token, site);
      return enterIfFits(f, method, values.y(callee) as Token, site);
    }
    case VALUE.class:
      return construct(f, callee, site);
    case VALUE.instance:
      return f.p.callMethod(callee, '__call__', site);
    case VALUE.library:
      return callLibrary(f, callee, site);
    case VALUE.libraryMethod:
      if (values.kind(values.y(callee) as Token) === VALUE.class) callTypeMethod(f, callee, site);
      return callMethodOf(f, callee, site);
    case VALUE.libraryInstance: {
      const owner = f.p.text(values.x(callee));
      if (NEVER_CALLED.has(owner)) return;
      const model = callbackModel(`${owner}.__call__`);
      if (model) return runCallback(f, model, site, callee);
      f.p.edge(site, values.of(VALUE.libraryMethod, f.p.name(`${owner}.__call__`), callee));
      if (isDecoratorCall(site)) passThrough(f, site);
      else methodResult(f, `${owner}.__call__`, callee, site);
      return;
    }
    case VALUE.generator:
      // `@manager()`: who calls the function enters the context and leaves it (contextlib.ContextDecorator)
      if (isDecoratorCall(site)) passThrough(f, site);
      return;
    case VALUE.partial:
      return callPartial(f, callee, site);
    case VALUE.wrapper:
      if (isGeneratedInit(f, callee) || values.y(callee) === WRAPPER.names) return;
      return callWrapped(f, values.x(callee) as Node, site);
    default:
  }
}

// apart from `call`, which would make room for what the closure sees at each of its calls
function callWrapped(f: Flow, wrapped: Node, site: Site): void {
  f.p.solver.on(wrapped, (inner) => f.p.call(inner, site));
}

/** Builtin values that cannot be called: `flag and f or g` is no flag where it is called. */
const NEVER_CALLED: ReadonlySet<string> = new Set(
  'bool bytearray bytes complex dict float frozenset int list set slice str tuple'
    .split(' ')
    .map((name) => `builtins.${name}`),
);

/** Enters a function that takes such arguments; another one only where the op calls nothing else. */
function enterIfFits(f: Flow, fn: Token, receiver: Token | undefined, site: Site): void {
  const id = f.p.values.x(fn) as FunctionId;
  if (!accepts(f, id, site.arguments, receiver === undefined ? 0 : 1)) {
    return enterAlone(f, fn, receiver, site);
  }
  f.p.edge(site, fn);
  enter(f, fn, receiver, site);
  if (f.p.table.configured !== undefined) callConfiguredFunction(f, fn, site, receiver);
}

/** What an unknown decorator makes of a function may take other arguments. */
function enterAlone(f: Flow, fn: Token, receiver: Token | undefined, site: Site): void {
  f.p.whenIdle(() => {
    if (f.p.edges.at(site.activation, site.op).some(isFunction(f))) return;
    f.p.edge(site, fn);
    enter(f, fn, receiver, site);
  });
}

const isFunction =
  (f: Flow) =>
  (token: Token): boolean =>
    f.p.values.kind(token) === VALUE.function;

/** Enters a function of the project, with the receiver as its first parameter where it is bound. */
function enter(f: Flow, fn: Token, receiver: Token | undefined, site: Site): void {
  const { values, solver } = f.p;
  f.outside.functionCalled(fn);
  const id = values.x(fn) as FunctionId;
  const around = values.y(fn) as ActivationId;
  const own = f.contexts.of(id, site, receiver);
  const depth = own < 0 ? 0 : site.activation.depth + 1;
  const shared = own < 0 && receiver !== undefined ? receiverContext(f, id, receiver) : own;
  const decision = f.summarises ? undefined : f.decisions.of(f, id, site, receiver, own >= 0);
  const context = decision ? f.decisions.context(f, shared, decision) : shared;
  const callee = f.p.activate(f.p.activations.enter(id, around, context, depth));
  if (decision) f.decisions.note(callee, decision, { fn, receiver });
  f.entries.called(site, callee);
  f.outside.activationCalled(callee.id);
  passRaised(f, site, callee);
  const facts = f.p.activations.facts(id);
  const first = facts.parameters[0];
  if (receiver !== undefined && first) solver.add(f.p.node(callee, first.op), receiver);
  bind(f, callee, site, receiver === undefined ? 0 : 1, own >= 0);
  if (facts.async || facts.generator) solver.add(site.result, values.of(VALUE.generator, callee.id));
  else solver.flow(returnedTo(f, callee, site, receiver === undefined ? 0 : 1), site.result);
}

/** What `__new__` may give in place of an instance; library instances are left out: `object.__new__` makes one. */
const GIVEN_BY_NEW: ReadonlySet<number> = new Set([
  VALUE.instance,
  VALUE.function,
  VALUE.boundMethod,
  VALUE.class,
  VALUE.library,
  VALUE.libraryMethod,
  VALUE.partial,
]);

/** `C(...)` runs `__call__` of the metaclass where that is the project's own (language reference 3.3.3). */
function callMetaclass(f: Flow, type: Token, site: Site): void {
  const { values, solver } = f.p;
  const name = f.p.name('__call__');
  solver.on(f.classes.of(type).metaclass, (meta) => {
    if (values.kind(meta) !== VALUE.class) return;
    f.classes.lookUp(
      f.classes.of(meta),
      name,
      (definer) =>
        solver.on(f.p.field(definer.token, name), (fn) => {
          if (values.kind(fn) !== VALUE.function) return;
          f.p.edge(site, fn);
          enter(f, fn, type, site);
        }),
      () => {},
    );
  });
}

/** `C(...)`: `__new__`, then `__init__` of what it gives (language reference 3.3.1). */
function construct(f: Flow, type: Token, site: Site): void {
  f.p.edge(site, type);
  const record = f.classes.of(type);
  if (isEnum(f, record)) return memberByValue(f, record, site);
  callMetaclass(f, type, site);
  if (hasOwnCall(f, record)) return;
  // what its class defines is known for sure once nothing is new
  if (f.summarises || !isAbstract(f, record)) return makeInstance(f, record, site);
  f.p.whenIdle(() => {
    if (!isAbstract(f, record)) makeInstance(f, record, site);
  });
}

/** Whether the metaclass, as far as it is known, has a `__call__` of its own: it decides what is made. */
function hasOwnCall(f: Flow, { metaclass }: ClassRecord): boolean {
  return f.p.solver
    .at(metaclass)
    .some(
      (meta) =>
        f.p.values.kind(meta) === VALUE.class && f.classes.defines(f.classes.of(meta), f.p.name('__call__')),
    );
}

/** `type.__call__` makes an instance, `type.__new__` a class. */
function callTypeMethod(f: Flow, method: Token, site: Site): void {
  const { values, solver } = f.p;
  const type = values.y(method) as Token;
  const name = f.p.text(values.x(method));
  if (name === 'builtins.type.__call__') makeInstance(f, f.classes.of(type), site);
  else if (name === 'builtins.type.__new__') solver.flow(madeBy(f, type), site.result);
  else if (name.endsWith('typing.NamedTuple.__new__')) newNamedTuple(f, f.classes.of(type), site);
}

/** What `type.__call__` does: `__new__`, then `__init__` of an instance that it gives. */
function makeInstance(f: Flow, record: ClassRecord, site: Site): void {
  const { values, solver } = f.p;
  const type = record.token;
  const instance = instanceMadeAt(f, record, site);
  const silent: Site = { ...site, result: solver.nodes(1) };
  f.classes.lookUp(
    record,
    f.p.name('__new__'),
    (definer) =>
      solver.on(f.p.field(definer.token, f.p.name('__new__')), (token) => {
        if (values.kind(token) !== VALUE.function) return;
        const made = { ...site, result: silent.result };
        enterIfFits(f, token, type, made);
        solver.on(silent.result, (value) => {
          if (GIVEN_BY_NEW.has(values.kind(value))) solver.add(site.result, value);
        });
      }),
    () => {},
  );
  if (isReplaced(f, record)) return;
  solver.add(site.result, instance);
  if (isNamedTuple(f, record) && !f.classes.defines(record, f.p.name('__new__')))
    makeNamedTuple(f, record, instance, site);
  f.classes.lookUp(
    record,
    f.p.name('__init__'),
    (definer) =>
      solver.on(f.p.field(definer.token, f.p.name('__init__')), (token) => {
        if (isGeneratedInit(f, token)) return runGeneratedInit(f, token, instance, silent);
        if (values.kind(token) !== VALUE.function) return;
        enterIfFits(f, token, instance, silent);
      }),
    (base) => {
      f.p.edge(site, base);
      keepArguments(f, f.p.text(values.x(base)), site, instance);
      const init = `${f.p.text(values.x(base))}.__init__`;
      const callbacks = callbackModel(init);
      if (callbacks) runCallback(f, callbacks, silent, instance);
      const contents = inheritedContents(f, instance, init);
      if (contents !== undefined) containerProtocol(f, contents, '__init__', silent);
    },
  );
}

/** Whether `__new__` never asks another `__new__`: then what it gives is no fresh instance of the class. */
function isReplaced(f: Flow, record: ClassRecord): boolean {
  const name = f.p.name('__new__');
  const definer = record.order.find(
    (entry) => f.p.values.kind(entry) === VALUE.class && f.classes.of(entry).attributes.has(name),
  );
  if (definer === undefined) return false;
  const { index, activation } = f.classes.of(definer);
  const { facts } = activation.file;
  const own = facts.functions.filter((fn) => fn.owner === index && fn.name === '__new__');
  return own.length > 0 && !own.some(({ start, end }) => asksNew(facts, start, end));
}

function asksNew(facts: FileFacts, start: number, end: number): boolean {
  for (let op = start; op < end; op++) {
    if (facts.kind[op] === OP.Attribute && facts.names[facts.b[op]!] === '__new__') return true;
  }
  return false;
}

/** A call of something outside the project. */
function callLibrary(f: Flow, callee: Token, site: Site): void {
  const dotted = f.p.text(f.p.values.x(callee));
  f.p.edge(site, callee);
  callFromC(f, dotted, site);
  callConfigured(f, dotted, site);
  keepArguments(f, dotted, site);
  const model = modelOf(dotted);
  if (model) {
    model(f, site);
    if (leavesResult(dotted)) libraryResult(f, dotted, site);
    return;
  }
  if (isDecoratorCall(site)) passThrough(f, site);
  libraryResult(f, dotted, site);
}

function isDecoratorCall(site: Site): boolean {
  const { facts } = site.activation.file;
  return facts.kind[site.op] === OP.Call && facts.c[site.op] === CALL_FLAGS.decorator;
}

/**
 * An unknown decorator is taken to give what it decorates: most register or wrap it. Errs toward calling the
 * undecorated function.
 */
function passThrough(f: Flow, site: Site): void {
  const [decorated] = site.arguments.positional;
  if (decorated !== undefined) f.p.solver.flow(decorated, site.result);
}

function callPartial(f: Flow, partial: Token, site: Site): void {
  const { solver, values } = f.p;
  const made = f.partials.get(values.x(partial));
  if (!made) return;
  const [fn, ...bound] = made.positional;
  if (fn === undefined) return;
  const joined: Site = {
    ...site,
    arguments: {
      positional: [...bound, ...site.arguments.positional],
      stars: [
        ...made.stars.map((star) => ({ ...star, at: Math.max(star.at - 1, 0) })),
        ...site.arguments.stars.map((star) => ({ ...star, at: star.at + bound.length })),
      ],
      keywords: new Map([...made.keywords, ...site.arguments.keywords]),
      doubleStars: [...made.doubleStars, ...site.arguments.doubleStars],
      isWhole: made.isWhole === true && site.arguments.isWhole === true,
    },
  };
  solver.on(fn, (callee) => f.p.call(callee, joined));
}
