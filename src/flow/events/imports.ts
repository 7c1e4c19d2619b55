import { type FileFacts, OP, type OpId } from '../../facts/ir.ts';
import { str } from '../../model/constant.ts';
import type { ArgumentValue, CostPart, Span } from '../../model/finding.ts';
import { meet, NO_TARGETS, parseVersions, type TargetMask, targetMask } from '../../model/targets.ts';
import { bodyClosure } from '../../stdlib/closure.ts';
import { definitionsOf } from '../../stdlib/definitions.ts';
import { LOADING_CALLS } from '../../stdlib/models/loading.ts';
import { loadedAtStartup } from '../../stdlib/startup.ts';
import type { Activation } from '../solve/activations.ts';
import type { Collector } from './collect.ts';
import { NOT_KEPT } from './inside.ts';
import { type Entry, rowEvents } from './library.ts';
import { importName, isLazy, ModuleBodies, sureImports } from './module-bodies.ts';

/**
 * Events of import statements: `import` for a module that no earlier statement of the file has surely loaded and
 * that start-up does not load. Whether another file was first is not known, hence never above medium.
 */
export function importEvents(collector: Collector): void {
  for (const module of collector.f.p.modules) {
    const loaded = surelyLoaded(collector, module);
    const importing = { collector, bodies: new ModuleBodies(collector, module) };
    const { facts } = module.file;
    for (const { facts: fn, index, activations } of collector.f.p.activations.functionsOf(module.file)) {
      for (const activation of module.file.isDependency ? activations : activations.slice(0, 1)) {
        for (let op = fn.start; op < fn.end; op++) {
          const name = importName(collector.f, activation, op as OpId);
          if (name === undefined) continue;
          const first = loaded.get(name);
          const again = first !== undefined && first !== op && (index > 0 || first < op);
          if (again) continue;
          if (isLazy(facts, op)) lazyImport(importing, activation, op as OpId, name);
          else importEvent(importing, activation, op as OpId, name, collector.at(activation, op as OpId));
        }
      }
    }
  }
}

/** Modules that the file's own body imports unconditionally, with the first op that does. */
function surelyLoaded(collector: Collector, module: Activation): Map<string, OpId> {
  const loaded = new Map<string, OpId>();
  for (const [op, name] of sureImports(collector.f, module)) if (!loaded.has(name)) loaded.set(name, op);
  return loaded;
}

/** What an import of a file needs to know of the others. */
interface Importing {
  readonly collector: Collector;
  readonly bodies: ModuleBodies;
}

/** Another file may have been first: then nothing is loaded here. */
const LOADED_BEFORE: readonly CostPart[] = [{ cost: 1, cause: 'loaded-before' }];

function importEvent(
  { collector, bodies }: Importing,
  activation: Activation,
  op: OpId,
  name: string,
  possible: TargetMask,
  at?: Span,
): void {
  const { f } = collector;
  bodies.note(activation, op, name, possible, at);
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
      costs: LOADED_BEFORE,
      ceiling: 'medium',
      provenance: 'direct',
      arguments: importArguments(collector, raiser.event, name),
      api: at ? 'lazy import' : 'import',
    });
  }
  if (!project && f.summarises !== 'library')
    bodyEvents(collector, { activation, op, at, name, loaded, possible });
}

/** What a call that loads a module raises in the import system, which no summary follows. */
export function loadingCall(collector: Collector, activation: Activation, op: OpId, dotted: string): void {
  const { table } = collector.f.p;
  if (![...definitionsOf(dotted).keys()].some((name) => LOADING_CALLS.has(name))) return;
  for (const { event, versions, seldom } of table.imports.flatMap(
    (raiser) => table.rules[raiser.event]!.alongside ?? [],
  )) {
    const id = table.eventIds.get(event);
    const targets = meet(collector.at(activation, op), targetMask(parseVersions(versions)));
    if (id === undefined || targets === NO_TARGETS) continue;
    collector.add({
      activation,
      op,
      event: { id },
      targets,
      costs: seldom ? OFTEN_LOADED : LOADED_BEFORE,
      ceiling: 'medium',
      edges: 2,
      provenance: 'stdlib',
      arguments: table.rules[id]!.arguments.map(({ name }) => [
        name,
        { kind: 'unknown', reason: 'computed' },
      ]),
      api: event,
      through: () => [{ name: dotted }, { name: NOT_KEPT }],
    });
  }
}

interface ImportedModule {
  readonly activation: Activation;
  readonly op: OpId;
  readonly at: Span | undefined;
  readonly name: string;
  /** Where start-up has loaded it. */
  readonly loaded: TargetMask;
  readonly possible: TargetMask;
}

/** Most programs have loaded a module of the library before, on their own or through another. */
const OFTEN_LOADED: readonly CostPart[] = [{ cost: 10, cause: 'loaded-before' }];

/** What the body of a module of the library raises; what that imports in turn is told at no place. */
function bodyEvents(
  collector: Collector,
  { activation, op, at, name, loaded, possible }: ImportedModule,
): void {
  const targets = meet(possible, ~loaded as TargetMask);
  for (const row of bodyClosure(name)) {
    // with what it costs that the module is loaded here at all, these are far-fetched
    if (row.cost >= OFTEN_LOADED[0]!.cost) continue;
    const entry: Entry = { targets, ceiling: 'medium', ofBody: true, ...(at ? { at } : {}) };
    rowEvents(collector, activation, op, { name, row, entry }, OFTEN_LOADED);
  }
}

/**
 * `lazy import` (PEP 810, 3.15) raises nothing where it stands: the module is loaded when the name is first used.
 * Which use comes first is not known, so the first of each function counts.
 */
function lazyImport(importing: Importing, module: Activation, op: OpId, name: string): void {
  const { collector } = importing;
  const { facts } = module.file;
  for (const { facts: fn, activations } of collector.f.p.activations.functionsOf(module.file)) {
    const [activation] = activations;
    if (!activation) continue;
    for (let user = fn.start; user < fn.end; user++) {
      if (!USES.has(facts.kind[user]!) || !isName(collector, facts, facts.a[user]!, op)) continue;
      const from = facts.from[user]!;
      const possible = meet(collector.at(activation, user as OpId), targetMask(['3.15']));
      importEvent(importing, activation, user as OpId, name, possible, {
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
