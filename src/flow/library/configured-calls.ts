import { type FunctionIndex, OP } from '../../facts/ir.ts';
import type { Place } from '../../model/catalogue.ts';
import type { CallbackModel, Operand } from '../../stdlib/models/callback-model.ts';
import type { Flow } from '../flow.ts';
import type { FunctionId } from '../solve/activations.ts';
import type { Site } from '../solve/propagation.ts';
import type { Token } from '../solve/values.ts';
import { runCallback } from './callbacks.ts';
import { callableNames } from './library.ts';

/** What the configuration says that callables call: outside the program by name, in it by function. */
interface Models {
  readonly byName: ReadonlyMap<string, CallbackModel>;
  readonly byFunction: ReadonlyMap<FunctionId, CallbackModel>;
}

const modelsByFlow = new WeakMap<Flow, Models>();

/** Lets a callable outside the program call what the configuration says that it calls. */
export function callConfigured(f: Flow, dotted: string, site: Site, receiver?: Token): void {
  if (f.p.table.configured === undefined) return;
  const { byName } = modelsOf(f);
  if (byName.size === 0) return;
  for (const name of callableNames(f, dotted)) {
    const model = byName.get(name);
    if (model) return runCallback(f, model, site, receiver);
  }
}

/** The same for a function of the program, beside what its body is seen to call. */
export function callConfiguredFunction(f: Flow, fn: Token, site: Site, receiver: Token | undefined): void {
  const model = modelsOf(f).byFunction.get(f.p.values.x(fn) as FunctionId);
  if (model) runCallback(f, model, site, receiver);
}

function modelsOf(f: Flow): Models {
  let models = modelsByFlow.get(f);
  if (!models) {
    const byName = new Map<string, CallbackModel>();
    const byFunction = new Map<FunctionId, CallbackModel>();
    for (const { api, of, calls } of f.p.table.configured ?? []) {
      if (calls.length === 0) continue;
      const model: CallbackModel = { calls: calls.map((place) => ({ callee: operandOf(place) })) };
      byName.set(f.p.canonical(api), model);
      const id = functionNamed(f, of === 'class' ? `${api}.__init__` : api, 0);
      if (id !== undefined) byFunction.set(id, model);
    }
    models = { byName, byFunction };
    modelsByFlow.set(f, models);
  }
  return models;
}

/** Modules that take a name from each other, one behind another. */
const MOST_IMPORTS = 10;

/** The function that a dotted name means by the text of the program's modules, their `from` imports followed. */
function functionNamed(f: Flow, api: string, depth: number): FunctionId | undefined {
  const { program, activations } = f.p;
  const parts = api.split('.');
  for (let cut = parts.length - 1; cut > 0; cut--) {
    const module = parts.slice(0, cut).join('.');
    const file = program.files.find((one) => one.module === module && !one.isStub);
    if (!file) continue;
    const { facts } = file;
    const defined = facts.functions.findIndex(
      ({ qualifiedName }) => qualifiedName === parts.slice(cut).join('.'),
    );
    if (defined > 0) return activations.functionId(file, defined as FunctionIndex);
    const variable = facts.globals.get(parts[cut]!);
    for (const op of variable === undefined ? [] : f.stores.of(facts, variable)) {
      if (facts.kind[op] !== OP.ImportFrom || depth > MOST_IMPORTS) continue;
      const from = program.relative(file.id, facts.c[op]! >> 1, facts.names[facts.a[op]!]!);
      const name = [from, facts.names[facts.b[op]!]!, ...parts.slice(cut + 1)].join('.');
      const found = from === undefined ? undefined : functionNamed(f, name, depth + 1);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  return undefined;
}

function operandOf(place: Place): Operand {
  if (place === 'self') return 'receiver';
  return place.startsWith('kw:') ? { named: place.slice(3) } : Number(place.slice(4));
}
