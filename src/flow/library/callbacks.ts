import type { CallbackCall, CallbackModel, Given } from '../../stdlib/models/callback-model.ts';
import { CALLBACK_METHODS, CALLBACKS } from '../../stdlib/models/callbacks.ts';
import { HOOK_ATTRIBUTES } from '../../stdlib/models/hooks.ts';
import { ancestors, libraryClass } from '../../stdlib/types/library.ts';
import type { Flow } from '../flow.ts';
import type { Site } from '../solve/propagation.ts';
import type { Node } from '../solve/solver.ts';
import { type Token, VALUE } from '../solve/values.ts';
import { type CallbackSite, listOf, operandNode, passedArguments } from './callback-operands.ts';

const inherited = new Map<string, CallbackModel | undefined>();

/** The row of a library callable: its own, of the class for `C.__init__`, or of the class that a method is from. */
export function callbackModel(dotted: string): CallbackModel | undefined {
  const own = CALLBACKS.get(dotted);
  if (own) return own;
  const dot = dotted.lastIndexOf('.');
  const name = dotted.slice(dot + 1);
  const isInit = name === '__init__';
  const isClass = /^[A-Z]/.test(name);
  if (!isInit && !isClass && !CALLBACK_METHODS.has(name)) return undefined;
  if (!inherited.has(dotted)) {
    const owner = isClass ? dotted : dotted.slice(0, dot);
    inherited.set(dotted, inheritedModel(owner, isInit || isClass ? '' : `.${name}`));
  }
  return inherited.get(dotted);
}

/**
 * The row of a member of a class, or of what it derives from; without a name, of making an instance. What typeshed
 * has a builtin derive from is not what it runs: `dict.values` is C and asks no method of its own.
 */
function inheritedModel(owner: string, member: string): CallbackModel | undefined {
  const known = CALLBACKS.get(`${owner}${member}`);
  const type = known ? undefined : libraryClass(owner);
  if (!type) return known;
  for (const { class: ancestor } of ancestors(type)) {
    const model = CALLBACKS.get(`${ancestor.name}${member}`);
    if (model || ancestor.name.startsWith('builtins.')) return model;
  }
  return undefined;
}

/** Whether a row leaves the result of its callable to the types. */
export function leavesToTypes({ gives }: CallbackModel): boolean {
  return gives === undefined || (Array.isArray(gives) ? gives.includes('types') : gives === 'types');
}

/** Lets a library callable call the callables it is given; the calls are edges of the caller. */
export function runCallback(f: Flow, model: CallbackModel, site: Site, receiver?: Token): void {
  const at: CallbackSite = { site, receiver, results: f.p.solver.nodes(1) };
  for (const call of model.calls) runCall(f, at, call);
  if (model.gives === undefined) return;
  for (const given of [model.gives].flat() as Given[]) give(f, at, given);
}

function runCall(f: Flow, at: CallbackSite, { callee, method, passes = [], named = {} }: CallbackCall): void {
  const node = operandNode(f, at, callee);
  if (node === undefined) return;
  const site: Site = { ...at.site, arguments: passedArguments(f, at, passes, named), result: at.results };
  f.p.solver.on(node, (token) => {
    if (method === undefined) f.p.call(token, site);
    else if (f.p.values.kind(token) === VALUE.instance) callOwnMethods(f, token, method, site);
  });
}

/** Calls methods that classes of the project have; those of library values are no business of the program. */
function callOwnMethods(f: Flow, object: Token, method: string, site: Site): void {
  const record = f.classes.of(f.p.values.x(object) as Token);
  if (!method.endsWith('*')) {
    if (f.classes.defines(record, f.p.name(method))) f.p.callMethod(object, method, site);
    return;
  }
  const prefix = method.slice(0, -1);
  const names = new Set<string>();
  for (const entry of record.order) {
    if (f.p.values.kind(entry) !== VALUE.class) continue;
    for (const name of f.classes.of(entry).attributes) names.add(f.p.text(name));
  }
  for (const name of names) if (name.startsWith(prefix)) f.p.callMethod(object, name, site);
}

function give(f: Flow, at: CallbackSite, given: Given): void {
  const { solver } = f.p;
  if (given === 'types') return;
  const operand = 'value' in given ? given.value : 'listOf' in given ? given.listOf : given.of;
  const node = operandNode(f, at, operand);
  if (node === undefined) return;
  if ('value' in given) return solver.flow(node, at.site.result);
  if ('listOf' in given) return listOf(f, at.site, node);
  const made = f.types.generic(given.made);
  const last: Node | undefined = made.args[made.args.length - 1];
  if (last !== undefined) solver.flow(node, last);
  solver.add(at.site.result, made.instance);
}

/** `sys.excepthook = f`, `parser.StartElementHandler = f`: what is assigned there is called. */
export function assignHook(f: Flow, object: Token, name: number, value: Node, site: Site): void {
  const owner = f.p.text(f.p.values.x(object));
  const text = f.p.text(name);
  const passes = hookArguments(owner, text);
  if (!passes) return;
  const at: CallbackSite = { site, receiver: object, results: f.p.solver.nodes(1) };
  const call: Site = { ...site, arguments: passedArguments(f, at, passes, {}), result: at.results };
  f.p.solver.on(value, (token) => f.p.call(token, call));
}

const HOOK_NAMES = new Set(
  [...HOOK_ATTRIBUTES.keys()].map((dotted) => dotted.slice(dotted.lastIndexOf('.') + 1)),
);

function hookArguments(owner: string, name: string) {
  if (!HOOK_NAMES.has(name)) return undefined;
  const own = HOOK_ATTRIBUTES.get(`${owner}.${name}`);
  const type = own ? undefined : libraryClass(owner);
  if (!type) return own;
  return ancestors(type)
    .map((ancestor) => HOOK_ATTRIBUTES.get(`${ancestor.class.name}.${name}`))
    .find((passes) => passes !== undefined);
}
