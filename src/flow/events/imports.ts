import { type FileFacts, OP, type OpId } from '../../facts/ir.ts';
import { str } from '../../model/constant.ts';
import type { ArgumentValue, Span } from '../../model/finding.ts';
import { meet, NO_TARGETS, type TargetMask, targetMask } from '../../model/targets.ts';
import { loadedAtStartup } from '../../stdlib/startup.ts';
import type { Activation } from '../activations.ts';
import { importedModule } from '../imports.ts';
import type { Collector } from './collect.ts';

/**
 * Events of import statements: `import` for a module that no earlier statement of the file has surely loaded and
 * that start-up does not load. Whether another file was first is not known, hence never above medium.
 */
export function importEvents(collector: Collector): void {
  for (const module of collector.f.p.modules) {
    const loaded = surelyLoaded(collector, module);
    const { facts } = module.file;
    for (const { facts: fn, index, activations } of collector.f.p.activations.functionsOf(module.file)) {
      const [activation] = activations;
      if (!activation) continue;
      for (let op = fn.start; op < fn.end; op++) {
        const name = importName(collector, activation, op as OpId);
        if (name === undefined) continue;
        const first = loaded.get(name);
        const again = first !== undefined && first !== op && (index > 0 || first < op);
        if (again) continue;
        if (isLazy(facts, op)) lazyImport(collector, activation, op as OpId, name);
        else importEvent(collector, activation, op as OpId, name, collector.at(activation, op as OpId));
      }
    }
  }
}

/** Modules that the file's own body imports unconditionally, with the first op that does. */
function surelyLoaded(collector: Collector, module: Activation): Map<string, OpId> {
  const { facts } = module.file;
  const loaded = new Map<string, OpId>();
  const { start, end } = facts.functions[0]!;
  for (let op = start; op < end; op++) {
    if (facts.guard[op] !== 0 || isLazy(facts, op)) continue;
    const name = importName(collector, module, op as OpId);
    if (name !== undefined && !loaded.has(name)) loaded.set(name, op as OpId);
  }
  return loaded;
}

/** The module an import op names; for `from . import x` the submodule if it is one. */
function importName(collector: Collector, activation: Activation, op: OpId): string | undefined {
  const { facts } = activation.file;
  if (facts.kind[op] === OP.Import) return facts.names[facts.a[op]!]!;
  if (facts.kind[op] !== OP.ImportFrom && facts.kind[op] !== OP.ImportStar) return undefined;
  const module = importedModule(activation, op, collector.f);
  if (module === undefined || facts.kind[op] === OP.ImportStar) return module;
  const dotted = module === '' ? facts.names[facts.b[op]!]! : `${module}.${facts.names[facts.b[op]!]!}`;
  const target = collector.f.p.program.resolve(activation.file.id, dotted);
  return target.kind === 'external' ? module : dotted;
}

function isLazy(facts: FileFacts, op: number): boolean {
  if (facts.kind[op] === OP.Import) return facts.c[op] === 1;
  return (facts.c[op]! & 1) === 1;
}

function importEvent(
  collector: Collector,
  activation: Activation,
  op: OpId,
  name: string,
  possible: TargetMask,
  at?: Span,
): void {
  const { f } = collector;
  const project = f.p.program.resolve(activation.file.id, name).kind !== 'external';
  const loaded = project ? NO_TARGETS : loadedAtStartup(name);
  for (const raiser of f.p.table.imports) {
    const targets = meet(meet(possible, raiser.targets), ~loaded as TargetMask);
    if (targets === NO_TARGETS) continue;
    collector.add({
      activation,
      op,
      ...(at ? { at } : {}),
      event: { id: raiser.event },
      targets,
      cost: 1,
      ceiling: 'medium',
      provenance: 'direct',
      arguments: importArguments(collector, raiser.event, name),
      api: at ? 'lazy import' : 'import',
    });
  }
}

/**
 * `lazy import` (PEP 810, 3.15) raises nothing where it stands: the module is loaded when the name is first used.
 * Which use comes first is not known, so the first of each function counts.
 */
function lazyImport(collector: Collector, module: Activation, op: OpId, name: string): void {
  const { facts } = module.file;
  for (const { facts: fn, activations } of collector.f.p.activations.functionsOf(module.file)) {
    const [activation] = activations;
    if (!activation) continue;
    for (let user = fn.start; user < fn.end; user++) {
      if (!USES.has(facts.kind[user]!) || !isName(collector, facts, facts.a[user]!, op)) continue;
      const from = facts.from[user]!;
      const possible = meet(collector.at(activation, user as OpId), targetMask(['3.15']));
      importEvent(collector, activation, user as OpId, name, possible, {
        from,
        to: from + boundName(facts, op).length,
      });
      break;
    }
  }
}

/** Ops that use the value of a name, their first operand. */
const USES: ReadonlySet<number> = new Set([
  OP.Attribute,
  OP.Call,
  OP.Item,
  OP.SetAttribute,
  OP.Iterate,
  OP.Enter,
]);

/** Whether a value is what an import bound: itself, or read from its variable. */
function isName(collector: Collector, facts: FileFacts, value: number, op: OpId): boolean {
  if (value === op) return true;
  if (value < 0 || facts.kind[value] !== OP.LoadVariable) return false;
  return collector.f.stores.of(facts, facts.a[value]!).includes(op);
}

/** The name an import binds: that of the variable it is stored to. */
function boundName(facts: FileFacts, op: OpId): string {
  const store = facts.kind.findIndex((kind, at) => kind === OP.StoreVariable && facts.b[at] === op);
  return store < 0 ? facts.names[facts.a[op]!]! : facts.variables[facts.a[store]!]!.name;
}

function importArguments(
  collector: Collector,
  event: number,
  name: string,
): (readonly [string, ArgumentValue])[] {
  return collector.f.p.table.rules[event]!.arguments.map(({ name: argument }) => [
    argument,
    argument === 'module'
      ? { kind: 'value', value: str(name) }
      : argument === 'filename'
        ? { kind: 'value', value: { kind: 'none' } }
        : { kind: 'unknown', reason: 'computed' },
  ]);
}
