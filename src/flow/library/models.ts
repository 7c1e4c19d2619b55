import { CONTAINER } from '../../facts/ir.ts';
import { DISPATCH } from '../calls/dispatch.ts';
import { callMethodNamed, getAttributes, getItems, remember } from '../calls/operator-callables.ts';
import { ORDERINGS } from '../calls/orderings.ts';
import { abstractMethod } from '../classes/abstract-classes.ts';
import { attributesOnly, typeOf } from '../classes/dynamic-classes.ts';
import { subclassesOf } from '../classes/metaclass-methods.ts';
import { makeNamedTupleClass } from '../classes/named-tuples.ts';
import { PARAMETRIZED, parametrize, parametrized } from '../classes/parametrized.ts';
import { fieldsAsDict, fieldsAsTuple, replaceFields } from '../classes/record-copies.ts';
import { superOf } from '../classes/super.ts';
import { defaultDict } from '../containers/default-dict.ts';
import { WRAPPER } from '../solve/values.ts';
import { typeVariable } from '../types/type-variables.ts';
import { readAttribute, writeAttribute, writeInstanceAttribute } from './attribute-models.ts';
import { awaited, waitedFor } from './awaiting-models.ts';
import { callbackModel, leavesToTypes, runCallback } from './callbacks.ts';
import { copyInto, newDict } from './container-models.ts';
import {
  bindMethod,
  identity,
  identityDecorator,
  optionalDecorator,
  partial,
  recordDecorator,
  wrap,
} from './decorator-models.ts';
import { HEAPS } from './heap-models.ts';
import { importByName } from './import-models.ts';
import { chained, iterator, iteratorOf, nextOf, reversedOf, tuplesOf, zipped } from './iterator-models.ts';
import { keepDefaults } from './kept-values.ts';
import { enterLater, givesBack } from './manager-models.ts';
import { argument, type Model } from './model-arguments.ts';
import { namesIn, ownModule, ownNames } from './namespace-models.ts';

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
  ['threading.local', attributesOnly],
  ['types.ModuleType', attributesOnly],
  ['builtins.dir', namesIn],
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
