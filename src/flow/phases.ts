import type { GuardId, OpId } from '../facts/ir.ts';
import { PHASES, type Phase } from '../model/finding.ts';
import type { Activation, FunctionId } from './activations.ts';
import type { Flow } from './flow.ts';
import type { Guards } from './guards.ts';
import { type Token, VALUE } from './values.ts';

const BIT: Readonly<Record<Phase, number>> = { 'import-time': 1, 'call-time': 2, main: 4, install: 8 };
const INSTALL_FILES = /(^|\/)(setup|sitecustomize|usercustomize)\.py$/;

/**
 * When each function may run: from module bodies, from `if __name__ == "__main__"`, from install scripts, and at
 * call time where code out of sight may call it (public names, or nobody in sight does).
 */
export class Phases {
  private readonly bits: Int32Array;
  private readonly f: Flow;
  private readonly guards: Guards;

  constructor(f: Flow, guards: Guards) {
    this.f = f;
    this.guards = guards;
    this.bits = new Int32Array(f.p.activations.functionCount);
    const callees = this.calleesByPlace();
    const queue: FunctionId[] = [];
    const mark = (id: FunctionId, bits: number) => {
      const merged = this.bits[id]! | bits;
      if (merged === this.bits[id]) return;
      this.bits[id] = merged;
      queue.push(id);
    };
    for (const { caller, op, callee } of callees) {
      if (!this.isModule(caller)) continue;
      mark(callee, this.moduleBits(caller, op));
    }
    const called = new Set(callees.map(({ callee }) => callee));
    for (let id = 0; id < this.bits.length; id++) {
      if (this.isPublic(id as FunctionId) || !called.has(id as FunctionId))
        mark(id as FunctionId, BIT['call-time']);
    }
    const next = new Map<FunctionId, Set<FunctionId>>();
    for (const { caller, callee } of callees) {
      if (this.isModule(caller)) continue;
      const known = next.get(caller);
      if (known) known.add(callee);
      else next.set(caller, new Set([callee]));
    }
    for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
      for (const callee of next.get(at) ?? []) mark(callee, this.bits[at]!);
    }
  }

  private isModule(id: FunctionId): boolean {
    return this.f.p.activations.facts(id).kind === 'module';
  }

  /** Lambdas and nested functions are reached through what is around them. */
  private isPublic(id: FunctionId): boolean {
    const facts = this.f.p.activations.facts(id);
    if (facts.kind !== 'function') return false;
    const around = this.f.p.activations.fileOfFunction(id).facts.functions[facts.parent]!;
    return around.kind === 'module' && (!facts.name.startsWith('_') || facts.name.endsWith('__'));
  }

  private moduleBits(id: FunctionId, op: OpId): number {
    const file = this.f.p.activations.fileOfFunction(id);
    if (this.guards.isMain(file, file.facts.guard[op] as GuardId)) return BIT.main;
    return INSTALL_FILES.test(file.path) ? BIT.install : BIT['import-time'];
  }

  private calleesByPlace(): { caller: FunctionId; op: OpId; callee: FunctionId }[] {
    const { p } = this.f;
    const found: { caller: FunctionId; op: OpId; callee: FunctionId }[] = [];
    for (const activation of p.activations.all) {
      for (const [op, tokens] of p.edges.of(activation)) {
        for (const token of tokens) {
          if (p.values.kind(token) !== VALUE.function) continue;
          found.push({ caller: activation.function, op, callee: functionOfToken(this.f, token) });
        }
      }
    }
    return found;
  }

  /** Phases of an op, in the order of PHASES. */
  at(activation: Activation, op: OpId): readonly Phase[] {
    const bits = this.isModule(activation.function)
      ? this.moduleBits(activation.function, op)
      : this.bits[activation.function]!;
    return PHASES.filter((phase) => bits & BIT[phase]);
  }
}

function functionOfToken(f: Flow, token: Token): FunctionId {
  return f.p.values.x(token) as FunctionId;
}
