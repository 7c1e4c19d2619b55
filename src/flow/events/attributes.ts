import { CONTAINER, OP, type OpId } from '../../facts/ir.ts';
import type { CompiledRaiser } from '../../model/raiser-table.ts';
import type { Activation } from '../activations.ts';
import type { Flow } from '../flow.ts';
import { classAndBases } from '../library.ts';
import { type Token, VALUE } from '../values.ts';
import type { Collector } from './collect.ts';
import { Operands } from './operands.ts';

export type AccessKind = 'get' | 'set' | 'delete';

/** What an attribute whose name alone tells the type costs on a receiver nobody knows. */
const BY_NAME = 2;

/** Events of attribute reads, writes and deletions. */
export function attributeEvents(collector: Collector): void {
  const { f } = collector;
  for (const file of f.p.program.files) {
    const { facts } = file;
    for (const { facts: fn, activations } of f.p.activations.functionsOf(file)) {
      for (let op = fn.start; op < fn.end; op++) {
        const access = accessOf(facts.kind[op]!);
        if (access === undefined) continue;
        for (const activation of activations) accessEvents(collector, activation, op as OpId, access);
      }
    }
  }
}

function accessEvents(collector: Collector, activation: Activation, op: OpId, access: AccessKind): void {
  const { facts } = activation.file;
  const name = facts.names[facts.b[op]!]!;
  if (!collector.f.p.table.attributes.has(name) && !collector.f.p.table.attributes.has('*')) return;
  const operands = new Operands(collector.f, activation, op);
  for (const { raiser, cost } of attributeRaisers(collector.f, access, name, operands.receiverTokens)) {
    const api = 'api' in raiser.raiser ? raiser.raiser.api.replace(/\*$/, name) : name;
    collector.raise(activation, op, raiser, operands, { cost, api });
  }
}

function accessOf(kind: number): AccessKind | undefined {
  if (kind === OP.Attribute) return 'get';
  if (kind === OP.SetAttribute) return 'set';
  return kind === OP.DeleteAttribute ? 'delete' : undefined;
}

/** Raisers of an access to `name`, given what the receiver may be; on unknown receivers the distinctive ones. */
export function attributeRaisers(
  f: Flow,
  access: AccessKind,
  name: string,
  receivers: readonly Token[],
): { readonly raiser: CompiledRaiser; readonly cost: number }[] {
  const found: { raiser: CompiledRaiser; cost: number }[] = [];
  const rows = [...(f.p.table.attributes.get(name) ?? []), ...(f.p.table.attributes.get('*') ?? [])];
  for (const raiser of rows) {
    if (raiser.raiser.kind !== access) continue;
    const { api } = raiser.raiser;
    const type = api.slice(0, api.lastIndexOf('.'));
    const matching = receivers.filter((token) => isInstance(f, token, type));
    if (matching.length > 0) found.push({ raiser, cost: matching.length === receivers.length ? 0 : 2 });
    else if (receivers.length === 0 && raiser.raiser.distinctive) found.push({ raiser, cost: BY_NAME });
    else if (receivers.length === 0 && type === 'builtins.object') found.push({ raiser, cost: 0 });
  }
  return found;
}

/** Types of the interpreter's own values. */
const VALUE_TYPES: Readonly<Record<string, readonly number[]>> = {
  'types.FunctionType': [VALUE.function, VALUE.boundMethod],
  'types.MethodType': [VALUE.boundMethod],
  'types.GeneratorType': [VALUE.generator],
  'types.CoroutineType': [VALUE.generator],
  'types.AsyncGeneratorType': [VALUE.generator],
  'builtins.type': [VALUE.class],
};

function isInstance(f: Flow, token: Token, type: string): boolean {
  const { values } = f.p;
  const kind = values.kind(token);
  if (type === 'builtins.object') return kind !== VALUE.module;
  if (kind === VALUE.container && type in GENERATORS) {
    return values.y(token) === CONTAINER.generator && type === 'types.GeneratorType';
  }
  if (VALUE_TYPES[type]?.includes(kind)) return type in GENERATORS ? isGenerator(f, token, type) : true;
  if (kind === VALUE.libraryInstance) return classAndBases(f, f.p.text(values.x(token))).includes(type);
  if (kind !== VALUE.instance) return false;
  const record = f.classes.of(values.x(token) as Token);
  return record.order.some(
    (base) =>
      values.kind(base) === VALUE.library && classAndBases(f, f.p.text(values.x(base))).includes(type),
  );
}

const GENERATORS: Readonly<Record<string, { readonly async: boolean; readonly generator: boolean }>> = {
  'types.GeneratorType': { async: false, generator: true },
  'types.CoroutineType': { async: true, generator: false },
  'types.AsyncGeneratorType': { async: true, generator: true },
};

function isGenerator(f: Flow, token: Token, type: string): boolean {
  const facts = f.p.activations.facts(f.p.activations.all[f.p.values.x(token)]!.function);
  const wanted = GENERATORS[type]!;
  return facts.async === wanted.async && facts.generator === wanted.generator;
}
