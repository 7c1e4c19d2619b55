import { CONTAINER, OP, type OpId } from '../../facts/ir.ts';
import type { CostPart } from '../../model/finding.ts';
import type { CompiledRaiser, RaiserTable } from '../../model/raiser-table.ts';
import type { Flow } from '../flow.ts';
import { NO_COSTS } from '../graph/call-sites.ts';
import { classAndBases } from '../library/library.ts';
import type { Activation } from '../solve/activations.ts';
import type { Node } from '../solve/solver.ts';
import type { SetId } from '../solve/value-sets.ts';
import { type Token, VALUE } from '../solve/values.ts';
import type { Collector } from './collect.ts';
import { Operands } from './operands.ts';

export type AccessKind = 'get' | 'set' | 'delete';

/** What an attribute whose name alone tells the type costs on a receiver nobody knows. */
const BY_NAME: readonly CostPart[] = [{ cost: 2, cause: 'attribute-name' }];
/** Some of the objects that the receiver may be are of the type. */
const SOME_OBJECTS: readonly CostPart[] = [{ cost: 2, cause: 'some-objects' }];

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
  const object = collector.f.p.node(activation, facts.a[op] as OpId);
  const found = raisersAt(collector.f, access, name, object);
  if (found.length === 0) return;
  const operands = new Operands(collector.f, activation, op);
  for (const { raiser, costs } of found) {
    const api = 'api' in raiser.raiser ? raiser.raiser.api.replace(/\*$/, name) : name;
    collector.raise(activation, op, raiser, operands, { costs, api });
  }
}

function accessOf(kind: number): AccessKind | undefined {
  if (kind === OP.Attribute) return 'get';
  if (kind === OP.SetAttribute) return 'set';
  return kind === OP.DeleteAttribute ? 'delete' : undefined;
}

interface FoundRaiser {
  readonly raiser: CompiledRaiser;
  readonly costs: readonly CostPart[];
}

const foundByFlow = new WeakMap<Flow, Map<readonly Row[], Map<SetId, readonly FoundRaiser[]>>>();

/** `attributeRaisers` of what a node holds: most names have the same rows, and many nodes hold the same values. */
function raisersAt(f: Flow, access: AccessKind, name: string, object: Node): readonly FoundRaiser[] {
  let byRows = foundByFlow.get(f);
  if (!byRows) {
    byRows = new Map();
    foundByFlow.set(f, byRows);
  }
  const rows = rowsOf(f.p.table, access, name);
  let bySet = byRows.get(rows);
  if (!bySet) {
    bySet = new Map();
    byRows.set(rows, bySet);
  }
  const set = f.p.solver.setAt(object);
  let found = bySet.get(set);
  if (!found) {
    found = attributeRaisers(f, access, name, f.p.solver.at(object));
    bySet.set(set, found);
  }
  return found;
}

/** Raisers of an access to `name`, given what the receiver may be; on unknown receivers the distinctive ones. */
export function attributeRaisers(
  f: Flow,
  access: AccessKind,
  name: string,
  receivers: readonly Token[],
): readonly FoundRaiser[] {
  const found: FoundRaiser[] = [];
  for (const { raiser, type } of rowsOf(f.p.table, access, name)) {
    let matching = 0;
    for (const token of receivers) if (isInstance(f, token, type)) matching++;
    if (matching > 0) found.push({ raiser, costs: matching === receivers.length ? NO_COSTS : SOME_OBJECTS });
    else if (receivers.length === 0 && isDistinctive(raiser)) found.push({ raiser, costs: BY_NAME });
    else if (receivers.length === 0 && type === 'builtins.object') found.push({ raiser, costs: NO_COSTS });
  }
  return found;
}

const isDistinctive = ({ raiser }: CompiledRaiser): boolean =>
  'distinctive' in raiser && raiser.distinctive === true;

interface Row {
  readonly raiser: CompiledRaiser;
  /** Class whose instances have the attribute. */
  readonly type: string;
}

type RowsByName = Readonly<Record<AccessKind, Map<string, readonly Row[]>>>;

const rowsByTable = new WeakMap<RaiserTable, RowsByName>();

/** The rows of the table for one kind of access to one name, those for any name included. */
function rowsOf(table: RaiserTable, access: AccessKind, name: string): readonly Row[] {
  let known = rowsByTable.get(table);
  if (!known) {
    known = { get: new Map(), set: new Map(), delete: new Map() };
    rowsByTable.set(table, known);
  }
  const byName = known[access];
  const key = table.attributes.has(name) ? name : '*';
  let rows = byName.get(key);
  if (!rows) {
    const all = new Set([...(table.attributes.get(name) ?? []), ...(table.attributes.get('*') ?? [])]);
    rows = [...all].flatMap((raiser) => {
      if (raiser.raiser.kind !== access) return [];
      const { api } = raiser.raiser;
      return [{ raiser, type: api.slice(0, api.lastIndexOf('.')) }];
    });
    byName.set(key, rows);
  }
  return rows;
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
  if (kind === VALUE.libraryInstance) return derivesFrom(f, values.x(token), type);
  if (kind !== VALUE.instance) return false;
  const { order } = f.classes.of(values.x(token) as Token);
  return order.some((base) => values.kind(base) === VALUE.library && derivesFrom(f, values.x(base), type));
}

const derivedByFlow = new WeakMap<Flow, Map<string, Map<number, boolean>>>();

/** Whether the library class of a name is a type or derives from it; looked for once. */
function derivesFrom(f: Flow, name: number, type: string): boolean {
  let byType = derivedByFlow.get(f);
  if (!byType) {
    byType = new Map();
    derivedByFlow.set(f, byType);
  }
  let byName = byType.get(type);
  if (!byName) {
    byName = new Map();
    byType.set(type, byName);
  }
  let derives = byName.get(name);
  if (derives === undefined) {
    derives = classAndBases(f, f.p.text(name)).includes(type);
    byName.set(name, derives);
  }
  return derives;
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
