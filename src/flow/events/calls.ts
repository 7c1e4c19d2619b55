import { OP, type OpId } from '../../facts/ir.ts';
import type { CompiledRaiser } from '../../model/raiser-table.ts';
import type { Activation } from '../activations.ts';
import type { Flow } from '../flow.ts';
import { callableNames } from '../library.ts';
import { type Token, VALUE } from '../values.ts';
import { type AccessKind, attributeRaisers } from './attributes.ts';
import type { Collector } from './collect.ts';
import { customEvent } from './custom.ts';
import { Operands } from './operands.ts';

const NAMED_ACCESS: Readonly<Record<string, AccessKind>> = {
  'builtins.getattr': 'get',
  'builtins.hasattr': 'get',
  'builtins.setattr': 'set',
  'builtins.delattr': 'delete',
};

/** Events of everything that ops call: functions, classes, methods, protocol methods. */
export function callEvents(collector: Collector): void {
  const { f } = collector;
  for (const { op, callees } of edgesByPlace(f)) {
    const targets = new Map<string, { readonly activation: Activation; readonly token: Token }>();
    for (const { activation, token } of callees) {
      const key = calleeKey(f, token);
      if (!targets.has(key)) targets.set(key, { activation, token });
    }
    const cost = isElement(callees[0]!.activation, op) ? ELEMENT : candidateCost(targets.size);
    for (const { activation, token } of targets.values()) {
      tokenEvents(collector, activation, op, token, cost);
    }
  }
}

interface Place {
  readonly op: OpId;
  readonly callees: { readonly activation: Activation; readonly token: Token }[];
}

/** What each op of each file may call, over all contexts. */
function edgesByPlace(f: Flow): Place[] {
  const places = new Map<string, Place>();
  f.p.edges.forEach((edges, id) => {
    const activation = f.p.activations.all[id]!;
    for (const [op, tokens] of edges) {
      const key = `${activation.file.id}:${op}`;
      let place = places.get(key);
      if (!place) {
        place = { op, callees: [] };
        places.set(key, place);
      }
      for (const token of tokens) place.callees.push({ activation, token });
    }
  });
  return [...places.values()];
}

/** Two names of one object are one candidate; a function of the project is one in all its contexts. */
function calleeKey(f: Flow, token: Token): string {
  const { values } = f.p;
  switch (values.kind(token)) {
    case VALUE.library:
      return f.p.canonical(f.p.text(values.x(token)));
    case VALUE.libraryMethod:
      return callableNames(f, f.p.text(values.x(token)))[0] ?? '';
    case VALUE.function:
      return `function ${values.x(token)}`;
    default:
      return `value ${token}`;
  }
}

/** DESIGN's grades for analysed code: one candidate is certain, two or three cost 2, more cost 10. */
export function candidateCost(candidates: number): number {
  return candidates <= 1 ? 0 : candidates <= 3 ? 2 : 10;
}

/** What a callee costs that comes out of a container under a key nobody knows. */
const ELEMENT = 10;

/** `for f in handlers: f()`, `table[name]()`. */
function isElement({ file: { facts } }: Activation, op: OpId): boolean {
  if (facts.kind[op] !== OP.Call) return false;
  const callee = facts.a[op]!;
  if (facts.kind[callee] === OP.Iterate) return true;
  return facts.kind[callee] === OP.Item && facts.kind[facts.b[callee]!] !== OP.Const;
}

function tokenEvents(
  collector: Collector,
  activation: Activation,
  op: OpId,
  token: Token,
  cost: number,
): void {
  const { f } = collector;
  const { values } = f.p;
  const kind = values.kind(token);
  if (kind !== VALUE.library && kind !== VALUE.libraryMethod) return;
  const dotted = f.p.text(values.x(token));
  const raisers = raisersOf(f, dotted);
  const operands = new Operands(f, activation, op);
  for (const raiser of raisers) collector.raise(activation, op, raiser, operands, { cost, api: dotted });
  if (activation.file.facts.kind[op] !== OP.Call) return;
  const access = NAMED_ACCESS[dotted];
  if (access !== undefined) namedAccess(collector, activation, op, access, dotted);
  if (f.p.canonical(dotted) === 'sys.audit') customEvent(collector, activation, op, operands, cost);
}

/** Raisers behind a library name; calling `C.__init__` of a base does what creating a C does. */
function raisersOf(f: Flow, dotted: string): readonly CompiledRaiser[] {
  for (const name of callableNames(f, dotted)) {
    const found = f.p.table.calls.get(name);
    if (found) return found;
  }
  const made = /^(.*)\.(__init__|__new__)$/.exec(dotted)?.[1];
  return made === undefined ? [] : classRaisers(f, made);
}

function classRaisers(f: Flow, name: string): readonly CompiledRaiser[] {
  for (const candidate of [name, ...(f.p.table.bases.get(f.p.canonical(name)) ?? [])]) {
    const found = f.p.table.calls.get(f.p.canonical(candidate));
    if (found) return found;
  }
  return [];
}

/** `getattr(f, "__code__")` is the attribute access it spells. */
function namedAccess(
  collector: Collector,
  activation: Activation,
  op: OpId,
  access: AccessKind,
  api: string,
): void {
  const operands = Operands.ofNamedAccess(collector.f, activation, op);
  const name = operands.attributeName;
  if (name === undefined) return;
  for (const { raiser, cost } of attributeRaisers(collector.f, access, name, operands.receiverTokens)) {
    collector.raise(activation, op, raiser, operands, { cost, api });
  }
}
