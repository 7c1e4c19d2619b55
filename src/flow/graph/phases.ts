import type { OpId } from '../../facts/ir.ts';
import type { EntryKind } from '../../model/entry.ts';
import { PHASES, type Phase } from '../../model/finding.ts';
import type { Flow } from '../flow.ts';
import type { Activation, FunctionId } from '../solve/activations.ts';
import { VALUE } from '../solve/values.ts';
import type { CallSite } from './call-sites.ts';
import type { EntryPoint, EntryPoints } from './entry-points.ts';

const BIT: Readonly<Record<Phase, number>> = { 'import-time': 1, 'call-time': 2, main: 4, install: 8 };

const PHASE_OF: Readonly<Record<EntryKind, Phase>> = {
  'console-script': 'main',
  main: 'main',
  install: 'install',
  import: 'import-time',
  public: 'call-time',
  unseen: 'call-time',
};

const bitsOf = (entries: readonly EntryPoint[]): number =>
  entries.reduce((bits, { kind }) => bits | BIT[PHASE_OF[kind]], 0);

/** When each function may run: the phases of every entry point that calls lead to it from. */
export class Phases {
  private readonly bits: Int32Array;
  private readonly entries: EntryPoints;

  constructor(f: Flow, sites: readonly CallSite[], entries: EntryPoints) {
    this.entries = entries;
    const { values, activations } = f.p;
    this.bits = new Int32Array(activations.functionCount);
    const queue: FunctionId[] = [];
    const mark = (id: FunctionId, bits: number) => {
      const merged = this.bits[id]! | bits;
      if (merged === this.bits[id]) return;
      this.bits[id] = merged;
      queue.push(id);
    };
    const next: (Set<FunctionId> | undefined)[] = [];
    for (const { file, caller, op, callees } of sites) {
      const isModule = entries.isModule(caller);
      for (const { token } of callees) {
        if (values.kind(token) !== VALUE.function) continue;
        const callee = values.x(token) as FunctionId;
        if (isModule) mark(callee, bitsOf(entries.ofBody(file, op)));
        else {
          const known = next[caller];
          if (known) known.add(callee);
          else next[caller] = new Set([callee]);
        }
      }
    }
    for (let id = 0 as FunctionId; id < this.bits.length; id++) mark(id, bitsOf(entries.of(id)));
    for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
      for (const callee of next[at] ?? []) mark(callee, this.bits[at]!);
    }
  }

  /** Phases of an op, in the order of PHASES. */
  at(activation: Activation, op: OpId): readonly Phase[] {
    const bits = this.entries.isModule(activation.function)
      ? bitsOf(this.entries.ofBody(activation.file, op))
      : this.bits[activation.function]!;
    return PHASES.filter((phase) => bits & BIT[phase]);
  }
}
