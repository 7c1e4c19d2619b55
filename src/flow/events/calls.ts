import { OP, type OpId } from '../../facts/ir.ts';
import type { CostPart } from '../../model/finding.ts';
import type { CompiledRaiser } from '../../model/raiser-table.ts';
import { ALL_TARGETS } from '../../model/targets.ts';
import type { Flow } from '../flow.ts';
import { type CallSite, calleeKey, candidateCost, costsOf } from '../graph/call-sites.ts';
import { callableNames } from '../library/library.ts';
import type { Activation } from '../solve/activations.ts';
import { type Token, VALUE } from '../solve/values.ts';
import { type AccessKind, attributeRaisers } from './attributes.ts';
import type { Collector } from './collect.ts';
import { customEvent } from './custom.ts';
import { loadingCall } from './imports.ts';
import { workPlaces } from './lazy-calls.ts';
import { libraryEvents } from './library.ts';
import { Operands } from './operands.ts';

/** Last names of calls that load modules, to pass by all others quickly. */
const LOADING_NAMES = /\.(__import__|import_module|reload|load_module|exec_module|get_code)$/;

const NAMED_ACCESS: Readonly<Record<string, AccessKind>> = {
  'builtins.getattr': 'get',
  'builtins.hasattr': 'get',
  'builtins.setattr': 'set',
  'builtins.delattr': 'delete',
};

/** Events of everything that ops call: functions, classes, methods, protocol methods. */
export function callEvents(collector: Collector, sites: readonly CallSite[]): void {
  for (const site of sites) {
    const { op, callees } = site;
    for (const { activation, token, cost } of callees) {
      collector.grade(activation, op, token, cost);
      if (!site.file.isDependency) {
        tokenEvents(collector, activation, op, token, costsOf(activation, op, cost));
      }
    }
    if (site.file.isDependency) eventsByContext(collector, site);
  }
}

/** In a package each context counts: which of them the project reaches is seen later. */
function eventsByContext(collector: Collector, { op, callees, contexts }: CallSite): void {
  const costs = new Map(callees.map(({ token, cost }) => [calleeKey(collector.f, token), cost]));
  for (const { activation, token } of contexts) {
    const cost = costs.get(calleeKey(collector.f, token)) ?? 0;
    tokenEvents(collector, activation, op, token, costsOf(activation, op, cost));
  }
}

function tokenEvents(
  collector: Collector,
  activation: Activation,
  op: OpId,
  token: Token,
  costs: readonly CostPart[],
): void {
  const { f } = collector;
  const { values } = f.p;
  const kind = values.kind(token);
  if (kind !== VALUE.library && kind !== VALUE.libraryMethod)
    return configuredEvents(collector, activation, op, token, costs);
  const dotted = f.p.text(values.x(token));
  if (collector.configured?.isSafeName(dotted)) return;
  const places = f.summarises === 'library' ? undefined : workPlaces(activation, op, dotted);
  for (const { op: at, targets, callee } of places ?? [])
    libraryEvents(collector, activation, at, callee ?? dotted, costs, {
      targets,
      ...(callee ? { through: dotted } : {}),
    });
  if (places && LOADING_NAMES.test(dotted)) loadingCall(collector, activation, op, dotted);
  const raisers = collector.raisersOf(values.x(token), () => raisersOf(f, dotted));
  const access = NAMED_ACCESS[dotted];
  const audits = f.p.canonical(dotted) === 'sys.audit';
  // most library callables raise nothing
  if (raisers.length === 0 && access === undefined && !audits) return;
  const operands = new Operands(f, activation, op);
  for (const { op: at, targets, callee } of places ?? [{ op, targets: ALL_TARGETS }]) {
    if (callee !== undefined) continue;
    const reach = { costs, api: dotted, targets };
    for (const raiser of raisers) collector.raise(activation, at, raiser, operands, reach);
  }
  if (activation.file.facts.kind[op] !== OP.Call) return;
  if (access !== undefined) namedAccess(collector, activation, op, access, dotted);
  if (audits) customEvent(collector, activation, op, operands, costs);
}

/** Events that the configuration has for a function or class of the program. */
function configuredEvents(
  collector: Collector,
  activation: Activation,
  op: OpId,
  token: Token,
  costs: readonly CostPart[],
): void {
  const { f, configured } = collector;
  const api = configured?.nameOf(token);
  if (api === undefined) return;
  const operands = new Operands(f, activation, op);
  for (const raiser of f.p.table.calls.get(f.p.canonical(api)) ?? [])
    collector.raise(activation, op, raiser, operands, { costs, api });
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
  const names = Operands.ofNamedAccess(collector.f, activation, op);
  const choice = costsOf(activation, op, candidateCost(names.length));
  for (const operands of names) {
    const name = operands.attributeName ?? '';
    for (const { raiser, costs } of attributeRaisers(collector.f, access, name, operands.receiverTokens)) {
      collector.raise(activation, op, raiser, operands, { costs: [...choice, ...costs], api });
    }
  }
}
