import { CONTAINER } from '../../facts/ir.ts';
import { DISPATCH } from '../calls/dispatch.ts';
import { callMethodNamed, getAttributes, getItems, remember } from '../calls/operator-callables.ts';
import { ORDERINGS } from '../calls/orderings.ts';
import { awaitValue, enterContext, exitContext, iterateValue } from '../calls/protocols.ts';
import { abstractMethod } from '../classes/abstract-classes.ts';
import { attributesOnly, typeOf } from '../classes/dynamic-classes.ts';
import { generateInit, isFalse } from '../classes/generated-init.ts';
import { subclassesOf } from '../classes/metaclass-methods.ts';
import { makeNamedTupleClass } from '../classes/named-tuples.ts';
import { PARAMETRIZED, parametrize, parametrized } from '../classes/parametrized.ts';
import { fieldsAsDict, fieldsAsTuple, replaceFields } from '../classes/record-copies.ts';
import { noteOptions } from '../classes/record-options.ts';
import { superOf } from '../classes/super.ts';
import type { Contents } from '../containers/containers.ts';
import { defaultDict } from '../containers/default-dict.ts';
import { eachKey } from '../containers/keys.ts';
import type { Flow } from '../flow.ts';
import { moduleValue } from '../modules/imports.ts';
import { namesOf } from '../modules/namespaces.ts';
import { NO_ARGUMENTS, type Site } from '../solve/propagation.ts';
import type { Node } from '../solve/solver.ts';
import { type Token, VALUE, WRAPPER } from '../solve/values.ts';
import { typeVariable } from '../types/type-variables.ts';
import { readAttribute, writeAttribute, writeInstanceAttribute } from './attribute-models.ts';
import { callbackModel, leavesToTypes, runCallback } from './callbacks.ts';
import { HEAPS } from './heap-models.ts';
import { chained, iterator, iteratorOf, nextOf, reversedOf, tuplesOf, zipped } from './iterator-models.ts';
import { keepDefaults } from './kept-values.ts';
import { argument, eachText, type Model } from './model-arguments.ts';

/** The model of a library callable by the name it was reached under; `undefined`: none. */
export function modelOf(dotted: string): Model | undefined {
  const model = MODELS.get(dotted);
  if (model) return model;
  const callback = callbackModel(dotted);
  return callback && ((f, site, receiver) => runCallback(f, callback, site, receiver));
}

/** Whether the model of a callable leaves its result to the types. */
export function leavesResult(dotted: string): boolean {
  const callback = MODELS.has(dotted) ? undefined : callbackModel(dotted);
  return callback !== undefined && leavesToTypes(callback);
}

const wrap =
  (wrapper: number): Model =>
  (f, site) => {
    const inner = argument(f, site, 0, 'fget') ?? f.p.solver.nodes(1);
    const token = f.p.values.of(VALUE.wrapper, inner, wrapper);
    const setter = argument(f, site, 1, 'fset');
    if (setter !== undefined) f.p.solver.flow(setter, f.p.field(token, f.p.name('fset')));
    const deleter = argument(f, site, 2, 'fdel');
    if (deleter !== undefined) f.p.solver.flow(deleter, f.p.field(token, f.p.name('fdel')));
    f.p.solver.add(site.result, token);
  };

/** `partial`; `partialmethod` gets the instance as first argument where it is read through one. */
const partial =
  (method: boolean): Model =>
  (f, site) => {
    const id = f.p.site(site.activation, site.op);
    f.partials.set(id, site.arguments);
    if (method) f.receiverPositions.set(id, 1);
    f.p.solver.add(site.result, f.p.values.of(VALUE.partial, id));
  };

/** `MethodType(f, x)`: the function bound to an object. */
const bindMethod: Model = (f, site) => {
  const fn = argument(f, site, 0);
  const object = argument(f, site, 1);
  if (fn === undefined || object === undefined) return;
  f.p.solver.on(fn, (callee) => {
    if (f.p.values.kind(callee) !== VALUE.function) return f.p.solver.add(site.result, callee);
    f.p.solver.on(object, (receiver) =>
      f.p.solver.add(site.result, f.p.values.of(VALUE.boundMethod, callee, receiver)),
    );
  });
};

/** The first argument comes back: decorators that wrap without changing who is called. */
const identity: Model = (f, site) => {
  const first = argument(f, site, 0);
  if (first !== undefined) f.p.solver.flow(first, site.result);
};

/** `wraps(f)`, `lru_cache(maxsize=1)`: gives a decorator that gives what it decorates. */
const identityDecorator: Model = (f, site) => {
  f.p.solver.add(site.result, f.p.library('functools.wraps.<decorator>'));
};

/** `lru_cache`, `dataclass`, `total_ordering`: with the function, or first with options. */
const optionalDecorator: Model = (f, site) => {
  identity(f, site);
  identityDecorator(f, site);
};

/** `@dataclass`, bare or with options: writes an `__init__`, unless told not to. */
const recordDecorator =
  (options: string): Model =>
  (f, site) => {
    identity(f, site);
    const first = argument(f, site, 0);
    const isWanted = !isFalse(site.activation, site.op, 'init');
    if (first === undefined)
      f.p.solver.add(site.result, f.p.library(isWanted ? options : 'functools.wraps.<decorator>'));
    else {
      f.p.solver.on(first, (token) => {
        if (f.p.values.kind(token) !== VALUE.class) return;
        noteOptions(f.classes.of(token), site);
        generateInit(f, token);
      });
    }
  };

const isSequence = ({ p: { values } }: Flow, token: Token): boolean =>
  values.kind(token) === VALUE.container &&
  (values.y(token) === CONTAINER.list || values.y(token) === CONTAINER.tuple);

/** `list(x)`, `tuple(x)`, `sorted(x)`: a container with the elements of x. */
const copyInto =
  (kind: number): Model =>
  (f, site) => {
    const id = f.p.site(site.activation, site.op);
    const contents = f.containers.at(id);
    f.p.solver.add(site.result, f.containers.make(id, kind));
    const source = argument(f, site, 0);
    if (source === undefined) return;
    const one = { ...site, arguments: NO_ARGUMENTS, result: contents.wild };
    const isOrdered = kind === CONTAINER.list || kind === CONTAINER.tuple;
    f.p.solver.on(source, (token) => {
      if (isOrdered && isSequence(f, token)) f.containers.copy(f.containers.of(token), contents);
      else iterateValue(f, token, one);
    });
  };

const newDict: Model = (f, site) => {
  const id = f.p.site(site.activation, site.op);
  const contents = f.containers.at(id);
  f.p.solver.add(site.result, f.containers.make(id, CONTAINER.dict));
  for (const [name, value] of site.arguments.keywords) {
    f.p.solver.flow(value, f.containers.slot(contents, `s${f.p.text(name)}`));
  }
  const source = argument(f, site, 0);
  if (source === undefined) return;
  f.p.solver.on(source, (token) => {
    if (f.p.values.kind(token) !== VALUE.container) return;
    if (f.p.values.y(token) === CONTAINER.dict) f.containers.copy(f.containers.of(token), contents);
    else f.p.solver.on(f.containers.elements(token), (pair) => putPair(f, contents, pair));
  });
};

/** `dict([(key, value)])` */
function putPair(f: Flow, contents: Contents, pair: Token): void {
  if (!isSequence(f, pair)) return;
  const items = f.containers.of(pair);
  const value = f.containers.slot(items, 'i1');
  const key = f.containers.slot(items, 'i0');
  f.p.solver.flow(key, contents.keys);
  eachKey(f, key, (each) =>
    f.p.solver.flow(value, each === undefined ? contents.wild : f.containers.slot(contents, each)),
  );
}

/** `__import__("a.b")` gives a, as long as no `fromlist` is in sight; `import_module("a.b")` gives b. */
const importByName =
  (top: boolean): Model =>
  (f, site) => {
    const whole = !top || argument(f, site, 3, 'fromlist') !== undefined;
    eachText(f, argument(f, site, 0, 'name'), (name) => {
      const text = f.p.text(name);
      if (!text.startsWith('.')) return importNamed(f, site, text, whole);
      if (top) return;
      eachText(f, argument(f, site, 1, 'package'), (base) => {
        const absolute = withinPackage(f.p.text(base), text);
        if (absolute !== undefined) importNamed(f, site, absolute, true);
      });
    });
  };

/** `.b` in `a` is `a.b`, `..b` in `a.c` too; undefined above the top. */
function withinPackage(base: string, relative: string): string | undefined {
  const module = relative.replace(/^\.+/, '');
  const parts = base.split('.');
  const up = relative.length - module.length - 1;
  if (base === '' || up >= parts.length) return undefined;
  return [...parts.slice(0, parts.length - up), ...(module ? [module] : [])].join('.');
}

function importNamed(f: Flow, site: Site, name: string, whole: boolean): void {
  const { program } = f.p;
  const from = site.activation.file.id;
  if (name === '') return;
  for (let end = name.indexOf('.'); ; end = name.indexOf('.', end + 1)) {
    const target = program.resolve(from, end < 0 ? name : name.slice(0, end));
    if (target.kind === 'file') f.entries.called(site, f.p.moduleOf(target.file));
    if (end < 0) break;
  }
  const bound = whole ? name : name.split('.', 1)[0]!;
  f.p.solver.add(site.result, moduleValue(f, program.resolve(from, bound)));
}

/** `closing(x)`, `nullcontext(x)`: entering gives x, leaving the first closes it. */
const givesBack =
  (method?: string): Model =>
  (f, site) => {
    const id = f.p.site(site.activation, site.op);
    const thing = argument(f, site, 0, method ? 'thing' : 'enter_result');
    f.p.solver.add(site.result, f.p.values.of(VALUE.manager, id));
    if (thing === undefined) return;
    f.p.solver.flow(thing, f.containers.at(id).wild);
    if (method === undefined) return;
    const silent = { ...site, arguments: NO_ARGUMENTS, result: f.p.solver.nodes(1) };
    f.p.solver.on(thing, (token) => f.p.callMethod(token, method, silent));
  };

/** `gather(*coroutines)` */
function awaitEach(f: Flow, spread: Node, site: Site): void {
  const inner = f.p.solver.nodes(1);
  const { wild } = f.containers.at(f.p.site(site.activation, site.op));
  f.p.solver.on(spread, (token) =>
    iterateValue(f, token, { ...site, arguments: NO_ARGUMENTS, result: inner }),
  );
  f.p.solver.on(inner, (token) => awaitValue(f, token, { ...site, arguments: NO_ARGUMENTS, result: wild }));
}

/** `asyncio.run(c)`, `gather(c, d)`: what awaiting each argument gives. */
const awaited =
  (list: boolean): Model =>
  (f, site) => {
    const id = f.p.site(site.activation, site.op);
    if (list) f.p.solver.add(site.result, f.containers.make(id, CONTAINER.list));
    const sources = list ? site.arguments.positional : site.arguments.positional.slice(0, 1);
    for (const { node } of list ? site.arguments.stars : []) awaitEach(f, node, site);
    sources.forEach((source, index) => {
      const result = list ? f.containers.slot(f.containers.at(id), `i${index}`) : site.result;
      const one = { ...site, arguments: NO_ARGUMENTS, result };
      f.p.solver.on(source, (token) => awaitValue(f, token, one));
    });
  };

/** `asyncio.wait(tasks)`: a set of those that are done, and one of the others. */
const waitedFor: Model = (f, site) => {
  const tasks = argument(f, site, 0, 'fs');
  if (tasks === undefined) return;
  const pair = f.containers.at(f.p.site(site.activation, site.op));
  const sets = f.p.site(site.activation, site.op, 1);
  for (const key of ['i0', 'i1'])
    f.p.solver.add(f.containers.slot(pair, key), f.containers.make(sets, CONTAINER.set));
  f.p.solver.add(site.result, f.containers.make(f.p.site(site.activation, site.op), CONTAINER.tuple));
  f.p.solver.on(tasks, (token) =>
    iterateValue(f, token, { ...site, arguments: NO_ARGUMENTS, result: f.containers.at(sets).wild }),
  );
};

/** `stack.enter_context(x)`: x is entered now and left later. */
const enterLater =
  (async: boolean): Model =>
  (f, site) => {
    const context = argument(f, site, 0, 'cm');
    if (context === undefined) return;
    const inner = { ...site, arguments: NO_ARGUMENTS };
    f.p.solver.on(context, (token) => {
      enterContext(f, token, async, inner);
      exitContext(f, token, async, { ...inner, result: f.p.solver.nodes(1) });
    });
  };

/** `globals()`, `vars(x)`. */
const ownModule: Model = (f, site) => {
  const object = argument(f, site, 0);
  if (object !== undefined) {
    f.p.solver.on(object, (token) =>
      f.p.getAttribute(token, f.p.name('__dict__'), { ...site, arguments: NO_ARGUMENTS }),
    );
  } else f.p.solver.add(site.result, namesOf(f, f.p.values.of(VALUE.module, site.activation.file.id)));
};

/** `locals()` of a module's body. */
const ownNames: Model = (f, site) => {
  if (site.activation.index === 0) ownModule(f, site);
};

const MODELS: ReadonlyMap<string, Model> = new Map<string, Model>([
  ['builtins.getattr', readAttribute],
  ['builtins.setattr', writeAttribute],
  ['builtins.object.__setattr__', writeInstanceAttribute],
  ['builtins.super', superOf],
  ['builtins.type', typeOf],
  ['builtins.type.__subclasses__', subclassesOf],
  ['builtins.property', wrap(WRAPPER.property)],
  ['functools.cached_property', wrap(WRAPPER.cachedProperty)],
  ['abc.abstractproperty', wrap(WRAPPER.property)],
  ['builtins.staticmethod', wrap(WRAPPER.staticMethod)],
  ['builtins.classmethod', wrap(WRAPPER.classMethod)],
  ['builtins.list', copyInto(CONTAINER.list)],
  ['builtins.tuple', copyInto(CONTAINER.tuple)],
  ['builtins.set', copyInto(CONTAINER.set)],
  ['builtins.frozenset', copyInto(CONTAINER.set)],
  ['builtins.reversed', reversedOf],
  ['builtins.dict', newDict],
  ['builtins.iter', iteratorOf],
  ['builtins.next', nextOf],
  ['builtins.enumerate', zipped(1)],
  ['builtins.zip', zipped(0)],
  ['builtins.__import__', importByName(true)],
  ['importlib.import_module', importByName(false)],
  ['builtins.globals', ownModule],
  ['builtins.vars', ownModule],
  ['types.SimpleNamespace', attributesOnly],
  ['collections.namedtuple', makeNamedTupleClass],
  ['builtins.locals', ownNames],
  ['operator.attrgetter', remember('operator.attrgetter.<get>')],
  ['operator.attrgetter.<get>', getAttributes],
  ['operator.itemgetter', remember('operator.itemgetter.<get>')],
  ['operator.itemgetter.<get>', getItems],
  ['operator.methodcaller', remember('operator.methodcaller.<call>')],
  ['operator.methodcaller.<call>', callMethodNamed],
  ['contextlib.ExitStack.enter_context', enterLater(false)],
  ['contextlib.AsyncExitStack.enter_context', enterLater(false)],
  ['contextlib.AsyncExitStack.enter_async_context', enterLater(true)],
  ['contextlib.closing', givesBack('close')],
  ['contextlib.nullcontext', givesBack()],
  ['asyncio.run', awaited(false)],
  ['asyncio.gather', awaited(true)],
  ['asyncio.wait', waitedFor],
  ['argparse.ArgumentParser.set_defaults', keepDefaults],
  ['argparse._ActionsContainer.set_defaults', keepDefaults],
  ['enum.member', identity],
  ['enum.nonmember', identity],
  ['copy.copy', identity],
  ['copy.deepcopy', identity],
  ['itertools.chain', chained(false)],
  ['itertools.chain.from_iterable', chained(true)],
  ['itertools.cycle', iterator],
  ['itertools.islice', iterator],
  ['itertools.product', tuplesOf(0)],
  ['itertools.zip_longest', tuplesOf(0)],
  ['pytest.mark.parametrize', parametrize],
  [PARAMETRIZED, parametrized],
  ['functools.partial', partial(false)],
  ['functools.partialmethod', partial(true)],
  ...HEAPS,
  ...ORDERINGS,
  ['collections.defaultdict', defaultDict],
  ...DISPATCH,
  ['functools.wraps', identityDecorator],
  ['functools.wraps.<decorator>', identity],
  ['functools.update_wrapper', identity],
  ['functools.lru_cache', optionalDecorator],
  ['functools.cache', identity],
  ['_functools._lru_cache_wrapper', identity],
  ['types.MethodType', bindMethod],
  ...[
    'dataclasses.dataclass',
    'attr.dataclass',
    'attr.define',
    'attr.frozen',
    'attr.mutable',
    'attrs.define',
    'attrs.frozen',
    'attrs.mutable',
  ].flatMap((name): [string, Model][] => [
    [name, recordDecorator(`${name}.<decorator>`)],
    [`${name}.<decorator>`, recordDecorator(`${name}.<decorator>`)],
  ]),
  ['dataclasses.replace', replaceFields],
  ['copy.replace', replaceFields],
  ['attr.evolve', replaceFields],
  ['attrs.evolve', replaceFields],
  ['dataclasses.asdict', fieldsAsDict],
  ['dataclasses.astuple', fieldsAsTuple],
  ['contextlib.contextmanager', identity],
  ['contextlib.asynccontextmanager', identity],
  ['asyncio.create_task', identity],
  ['asyncio.ensure_future', identity],
  ['asyncio.shield', identity],
  ['asyncio.wait_for', identity],
  ['abc.abstractmethod', abstractMethod],
  ['typing.overload', identity],
  ['typing.TypeVar', typeVariable],
  ['typing_extensions.TypeVar', typeVariable],
  ['typing.final', identity],
  ['typing.no_type_check', identity],
  ['typing.runtime_checkable', identity],
  [
    'typing.cast',
    (f, site) => {
      const value = argument(f, site, 1, 'val');
      if (value !== undefined) f.p.solver.flow(value, site.result);
    },
  ],
]);
