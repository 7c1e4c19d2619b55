import type { OpId } from '../../facts/ir.ts';
import type { ProgramFile } from '../../link/program.ts';
import { ENTRY_KINDS } from '../../model/entry.ts';
import type { ReachedFrom, WitnessStep } from '../../model/finding.ts';
import type { Flow } from '../flow.ts';
import type { Activation, FunctionId } from '../solve/activations.ts';
import { VALUE } from '../solve/values.ts';
import type { CallSite } from './call-sites.ts';
import { functionName } from './callee-names.ts';
import type { EntryPoint, EntryPoints } from './entry-points.ts';

/** The best known way to a function: how it begins, what it costs, and the call that ends it. */
interface Way {
  readonly entry: EntryPoint;
  readonly cost: number;
  readonly length: number;
  /** Absent: the function is the entry point itself. */
  readonly by?: { readonly caller: FunctionId; readonly file: ProgramFile; readonly op: OpId };
}

interface Call {
  readonly file: ProgramFile;
  readonly op: OpId;
  readonly callee: FunctionId;
  readonly cost: number;
}

/** From this cost on a way is of low confidence. */
const LOW = 10;

/**
 * The cheapest, then shortest chain of calls that leads to each function: from what runs by itself (scripts,
 * `__main__`, installation, imports) if that is no mere guess, else from what code out of sight may call.
 */
export class Chains {
  private readonly f: Flow;
  private readonly entries: EntryPoints;
  private readonly calls: readonly (readonly Call[])[];
  private readonly running: (Way | undefined)[];
  private offered: (Way | undefined)[] | undefined;
  private readonly known = new Map<FunctionId, ReachedFrom | undefined>();

  constructor(f: Flow, sites: readonly CallSite[], entries: EntryPoints) {
    this.f = f;
    this.entries = entries;
    const calls: Call[][] = Array.from({ length: f.p.activations.functionCount }, () => []);
    for (const { file, caller, op, callees } of sites) {
      for (const { token, cost } of callees) {
        if (f.p.values.kind(token) !== VALUE.function) continue;
        calls[caller]!.push({ file, op, callee: f.p.values.x(token) as FunctionId, cost });
      }
    }
    this.calls = calls;
    this.running = this.search(runsByItself);
  }

  /** How an op of an activation comes to run; `undefined` where nothing in sight leads to it. */
  to(activation: Activation, op: OpId): ReachedFrom | undefined {
    const id = activation.function;
    if (this.entries.isModule(id)) {
      const [entry] = this.entries.ofBody(activation.file, op);
      return entry && { ...entry, steps: [] };
    }
    if (!this.known.has(id)) this.known.set(id, this.chain(id));
    return this.known.get(id);
  }

  private chain(id: FunctionId): ReachedFrom | undefined {
    const own = this.running[id];
    let ways = this.running;
    if (!own || own.cost >= LOW) {
      this.offered ??= this.search((entry) => !runsByItself(entry));
      if (this.offered[id]) ways = this.offered;
    }
    const steps: WitnessStep[] = [];
    let way = ways[id];
    while (way?.by) {
      const { caller, file, op } = way.by;
      steps.push({ name: functionName(this.f, caller), file: file.path, offset: file.facts.atFrom[op]! });
      if (this.entries.isModule(caller)) break;
      way = ways[caller];
    }
    return way && { ...way.entry, steps: steps.reverse() };
  }

  /** Shortest paths from all the entry points at once; rounds over the functions whose way became better. */
  private search(counts: (entry: EntryPoint) => boolean): (Way | undefined)[] {
    const { calls } = this;
    const ways: (Way | undefined)[] = [];
    let queue: FunctionId[] = [];
    const isWorse = (id: FunctionId, cost: number, length: number): boolean => {
      const known = ways[id];
      return known !== undefined && (cost > known.cost || (cost === known.cost && length > known.length));
    };
    const offer = (id: FunctionId, way: Way) => {
      const known = ways[id];
      if (known && !isBetter(way, known)) return;
      ways[id] = way;
      queue.push(id);
    };
    for (let id = 0 as FunctionId; id < calls.length; id++) {
      if (!this.entries.isModule(id)) {
        for (const entry of this.entries.of(id).filter(counts)) offer(id, { entry, cost: 0, length: 0 });
        continue;
      }
      for (const { file, op, callee, cost } of calls[id]!) {
        for (const entry of this.entries.ofBody(file, op).filter(counts)) {
          offer(callee, { entry, cost, length: 1, by: { caller: id, file, op } });
        }
      }
    }
    while (queue.length > 0) {
      const round = new Set(queue);
      queue = [];
      for (const caller of round) {
        if (this.entries.isModule(caller)) continue;
        const { entry, cost, length } = ways[caller]!;
        for (const { file, op, callee, cost: own } of calls[caller]!) {
          // most calls lead to functions with a better way
          if (isWorse(callee, cost + own, length + 1)) continue;
          offer(callee, { entry, cost: cost + own, length: length + 1, by: { caller, file, op } });
        }
      }
    }
    return ways;
  }
}

const runsByItself = ({ kind }: EntryPoint): boolean => kind !== 'public' && kind !== 'unseen';

/** Cheaper, then shorter; then by what the texts say, so that the order of the files decides nothing. */
function isBetter(way: Way, than: Way): boolean {
  return (
    (way.cost - than.cost ||
      way.length - than.length ||
      ENTRY_KINDS.indexOf(way.entry.kind) - ENTRY_KINDS.indexOf(than.entry.kind) ||
      compare(way.entry.name, than.entry.name) ||
      compare(way.by?.file.path ?? '', than.by?.file.path ?? '') ||
      (way.by?.op ?? 0) - (than.by?.op ?? 0)) < 0
  );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
