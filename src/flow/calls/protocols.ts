import { CONTAINER } from '../../facts/ir.ts';
import { closureOf } from '../../stdlib/closure.ts';
import { libraryClass, memberOfClass } from '../../stdlib/types/library.ts';
import { isEnum } from '../classes/enums.ts';
import { callOfMetaclass } from '../classes/metaclass-methods.ts';
import type { Flow } from '../flow.ts';
import { heldBySys } from '../library/interpreter-calls.ts';
import { callableNames } from '../library/library.ts';
import type { Activation, ActivationId } from '../solve/activations.ts';
import { NO_ARGUMENTS, type Site, type SiteId } from '../solve/propagation.ts';
import type { Node } from '../solve/solver.ts';
import { type Token, VALUE } from '../solve/values.ts';
import { eachOfVariable, methodResult } from '../types/members.ts';
import { passRaised } from './raised.ts';

/** Elements of what `source` holds go to the site's result: `__iter__`, then `__next__`. */
export function iterate(f: Flow, source: Node, site: Site): void {
  f.p.solver.on(source, (token) => iterateValue(f, token, site));
}

/** As `iterate`, but the elements are made only where somebody asks for them. */
export function throughLazily(f: Flow, source: Node, site: Site): void {
  const { solver, values, activations } = f.p;
  solver.on(source, (token) => {
    const kind = values.kind(token);
    if (kind === VALUE.container) solver.flow(f.containers.elements(token), site.result);
    else if (kind === VALUE.generator) {
      solver.flow(activations.all[values.x(token) as ActivationId]!.yielded, site.result);
    } else iterateValue(f, token, site);
  });
}

/** `async for`: `__aiter__`, then what awaiting `__anext__` gives. */
export function iterateAsyncValue(f: Flow, token: Token, site: Site): void {
  const { values, solver } = f.p;
  const kind = values.kind(token);
  if (kind !== VALUE.instance && kind !== VALUE.libraryInstance) return iterateValue(f, token, site);
  if (!isFirst(f, token, site)) return;
  const made = f.p.solver.nodes(1);
  f.p.callMethod(token, '__aiter__', { ...site, arguments: NO_ARGUMENTS, result: made });
  solver.on(made, (iterator) => {
    if (values.kind(iterator) !== VALUE.instance) return iterateValue(f, iterator, site);
    awaitResult(f, site, (inner) => f.p.callMethod(iterator, '__anext__', inner));
  });
}

/** Elements of one value go to the site's result. */
export function iterateValue(f: Flow, token: Token, site: Site): void {
  const { values, solver } = f.p;
  switch (values.kind(token)) {
    case VALUE.class: {
      if (isEnum(f, f.classes.of(token))) return solver.add(site.result, values.of(VALUE.instance, token));
      if (!isFirst(f, token, site)) return;
      const made = f.p.solver.nodes(1);
      callOfMetaclass(f, token, '__iter__', { ...site, arguments: NO_ARGUMENTS, result: made });
      return iterateMade(f, made, site);
    }
    case VALUE.container:
      if (values.y(token) === CONTAINER.generator) runExpression(f, token, site, new Set());
      return solver.flow(f.containers.elements(token), site.result);
    case VALUE.generator: {
      // a coroutine is awaited; to iterate over it is an error
      if (isCoroutine(f, token)) return;
      const made = resumed(f, token, site);
      f.p.edge(site, values.of(VALUE.function, made.function, made.around));
      return solver.flow(made.yielded, site.result);
    }
    case VALUE.instance: {
      if (!isFirst(f, token, site)) return;
      const made = f.p.solver.nodes(1);
      f.p.callMethod(token, '__iter__', { ...site, arguments: NO_ARGUMENTS, result: made });
      iterateMade(f, made, site);
      return itemsByIndex(f, token, site);
    }
    case VALUE.libraryInstance:
      if (isFirst(f, token, site)) iterateLibrary(f, token, site);
      return;
    case VALUE.library:
      heldBySys(f, f.p.text(values.x(token)), site);
      eachOfVariable(f, token, (inner) => iterateValue(f, inner, site));
      return;
    default:
  }
}

/** The same again would add nothing, and iterators that give each other would never end. */
const isFirst = (f: Flow, token: Token, { activation, op, result }: Site): boolean =>
  f.iterated.add(token, f.p.node(activation, op), result, 0);

/** Elements of what `__iter__` gave. */
function iterateMade(f: Flow, made: Node, site: Site): void {
  f.p.solver.on(made, (iterator) => {
    if (f.p.values.kind(iterator) === VALUE.instance) f.p.callMethod(iterator, '__next__', site);
    else iterateValue(f, iterator, site);
  });
}

/** Whether a call of an `async def` without `yield` made the value (PEP 492). */
export function isCoroutine(f: Flow, token: Token): boolean {
  const made = f.p.activations.all[f.p.values.x(token) as ActivationId]!;
  const { async, generator } = made.file.facts.functions[made.index]!;
  return async && !generator;
}

/** The activation of a generator or coroutine that goes on at a site. */
function resumed(f: Flow, generator: Token, site: Site): Activation {
  const activation = f.p.activations.all[f.p.values.x(generator) as ActivationId]!;
  f.entries.resumed(site, activation);
  passRaised(f, site, activation);
  return activation;
}

/** What a loop runs of an iterator that gives itself. */
const ITERATION = ['__iter__', '__next__'] as const;

/** Elements of an instance of a library class: its type argument as an iterable. */
function iterateLibrary(f: Flow, token: Token, site: Site): void {
  const { solver, values } = f.p;
  const elements = f.types.argumentAs(token, 'typing.Iterable');
  const owner = f.p.text(values.x(token));
  if (elements !== undefined) solver.flow(elements, site.result);
  // the iterators of C call nothing of note, unless the table says so
  const raises = () =>
    callableNames(f, `${owner}.__iter__`).some((name) => f.p.table.calls.has(name)) ||
    (!f.summarises && ITERATION.some((method) => closureOf(`${owner}.${method}`).length > 0));
  if (elements !== undefined && !raises()) return;
  const made = f.p.solver.nodes(1);
  const inner = { ...site, arguments: NO_ARGUMENTS, result: made };
  if (!raises() && methodResult(f, `${owner}.__iter__`, token, inner)) {
    return solver.on(made, (iterator) => {
      if (iterator === token) methodResult(f, `${owner}.__next__`, token, site);
      else iterateValue(f, iterator, site);
    });
  }
  f.p.callMethod(token, '__iter__', inner);
  if (elements !== undefined) {
    if (!f.summarises && closureOf(`${owner}.__next__`).length > 0) f.p.callMethod(token, '__next__', inner);
    return;
  }
  if (!libraryClass(owner)) return solver.flow(made, site.result);
  solver.on(made, (iterator) => {
    if (iterator === token) f.p.callMethod(token, '__next__', site);
    else iterateValue(f, iterator, site);
  });
}

/**
 * Who iterates over a generator expression, or over a lazy iterator that runs through one, runs code of the function
 * that it stands in. `seen` ends iterators that run through themselves.
 */
function runExpression(f: Flow, token: Token, site: Site, seen: Set<Token>): void {
  const { values, solver } = f.p;
  if (values.kind(token) === VALUE.generator) {
    const made = resumed(f, token, site);
    return f.p.edge(site, values.of(VALUE.function, made.function, made.around));
  }
  if (values.kind(token) !== VALUE.container || seen.has(token)) return;
  seen.add(token);
  const id = values.x(token) as SiteId;
  const maker = f.containers.makers.get(id);
  // in the function itself it runs where it stands
  if (maker !== undefined && values.x(maker) !== site.activation.function) f.p.edge(site, maker);
  const source = f.containers.sources.get(id);
  if (source !== undefined) solver.on(source, (inner) => runExpression(f, inner, site, seen));
}

/** The old protocol: `__getitem__` with 0, 1, ... where there is no `__iter__`. */
function itemsByIndex(f: Flow, token: Token, site: Site): void {
  const record = f.classes.of(f.p.values.x(token) as Token);
  const defines = (name: string) =>
    record.order.some(
      (entry) => f.p.values.kind(entry) === VALUE.class && f.classes.of(entry).attributes.has(f.p.name(name)),
    );
  // a library base may have an `__iter__` of its own, as `dict` has
  const isPlain = record.order.every(
    (entry) => f.p.values.kind(entry) === VALUE.class || entry === f.p.library('builtins.object'),
  );
  if (isPlain && !defines('__iter__') && defines('__getitem__')) f.p.callMethod(token, '__getitem__', site);
}

/** `with`: what `as` gets. A generator function under `contextmanager` gives what it yields. */
export function enterContext(f: Flow, token: Token, async: boolean, site: Site): void {
  const { values, solver } = f.p;
  if (values.kind(token) === VALUE.generator) {
    return solver.flow(resumed(f, token, site).yielded, site.result);
  }
  if (values.kind(token) === VALUE.manager) {
    return solver.flow(f.containers.of(token).all, site.result);
  }
  if (values.kind(token) === VALUE.library) {
    eachOfVariable(f, token, (inner) => enterContext(f, inner, async, site));
    return;
  }
  if (!async) f.p.callMethod(token, '__enter__', site);
  else awaitResult(f, site, (inner) => f.p.callMethod(token, '__aenter__', inner));
  if (values.kind(token) === VALUE.libraryInstance) libraryEntry(f, token, site);
}

/** An instance of a library class whose `__enter__` the table does not know is taken to give itself. */
function libraryEntry(f: Flow, token: Token, site: Site): void {
  const owner = f.p.text(f.p.values.x(token));
  const type = libraryClass(owner);
  if (type && (memberOfClass(type, '__enter__') ?? memberOfClass(type, '__aenter__'))) return;
  if (!f.p.table.returns.has(f.p.canonical(`${owner}.__enter__`))) f.p.solver.add(site.result, token);
}

export function exitContext(f: Flow, token: Token, async: boolean, site: Site): void {
  // what runs behind the `yield` belongs to the generator that was entered
  if (f.p.values.kind(token) === VALUE.generator) return;
  f.p.callMethod(token, async ? '__aexit__' : '__exit__', site);
}

/** Runs `call` and puts what awaiting its result gives into the site's result. */
function awaitResult(f: Flow, site: Site, call: (inner: Site) => void): void {
  const awaited = f.p.solver.nodes(1);
  call({ ...site, result: awaited });
  f.p.solver.on(awaited, (token) => awaitValue(f, token, site));
}

/** `await x`: what a coroutine returns, or `__await__`. */
export function awaitValue(f: Flow, token: Token, site: Site): void {
  const { values, solver } = f.p;
  if (values.kind(token) === VALUE.generator) {
    return solver.flow(resumed(f, token, site).returned, site.result);
  }
  if (values.kind(token) === VALUE.instance) {
    // the awaiting code gets what the iterator of `__await__` returns in the end
    const made = solver.nodes(1);
    f.p.callMethod(token, '__await__', { ...site, result: made });
    solver.on(made, (iterator) => {
      if (values.kind(iterator) !== VALUE.generator) return;
      solver.flow(resumed(f, iterator, site).returned, site.result);
    });
  }
  if (values.kind(token) === VALUE.libraryInstance) {
    const given = f.types.argumentAs(token, 'typing.Awaitable');
    if (given !== undefined) return solver.flow(given, site.result);
  }
  // an awaitable of the library is taken for what it gives: `await asyncio.open_connection()`
  if (values.kind(token) === VALUE.instance) return;
  if (values.kind(token) !== VALUE.text) solver.add(site.result, token);
}

/** `yield from x`: elements pass through, and what is sent; what x returns is the value (PEP 380). */
export function delegate(f: Flow, token: Token, yielded: Node, site: Site): void {
  iterateValue(f, token, { ...site, result: yielded });
  if (f.p.values.kind(token) !== VALUE.generator) return;
  const inner = resumed(f, token, site);
  // generators under `types.coroutine` may delegate to coroutines
  if (isCoroutine(f, token)) f.p.edge(site, f.p.values.of(VALUE.function, inner.function, inner.around));
  f.p.solver.flow(inner.returned, site.result);
  f.p.solver.flow(site.activation.sent, inner.sent);
}
