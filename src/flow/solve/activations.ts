import type { FileFacts, FunctionFacts, FunctionIndex, OpId, VariableId } from '../../facts/ir.ts';
import type { Program, ProgramFile } from '../../link/program.ts';
import type { Brand } from '../../model/brand.ts';
import { PairMap } from './pair-map.ts';
import type { Node, Solver } from './solver.ts';

/** A function of the whole program: dense over all files. */
export type FunctionId = Brand<number, 'FunctionId'>;
/** A function analysed in one context: its ops and variables have nodes of their own. */
export type ActivationId = Brand<number, 'ActivationId'>;
export const NO_ACTIVATION = -1 as ActivationId;

export interface Activation {
  readonly id: ActivationId;
  readonly function: FunctionId;
  readonly file: ProgramFile;
  readonly index: FunctionIndex;
  /** Activation that made the closure; NO_ACTIVATION for module bodies. */
  readonly around: ActivationId;
  /** Call site that this context belongs to; -1: the one for all callers. */
  readonly context: number;
  /** How many contexts lie within each other here. */
  readonly depth: number;
  readonly base: number;
  readonly variables: number;
  readonly returned: Node;
  readonly yielded: Node;
  /** What `yield` gives inside: values sent in. */
  readonly sent: Node;
}

/** Hands out activations and knows the node of every op and variable in them. */
export class Activations {
  readonly all: Activation[] = [];
  private readonly program: Program;
  private readonly solver: Solver;
  private readonly functionBase: number[] = [];
  private readonly fileOf: number[] = [];
  /** Position of each variable among those of its function, per file. */
  private readonly positions: Int32Array[] = [];
  private readonly counts: Int32Array[] = [];
  /** (function, activation around) -> a number; (that, context) -> activation. */
  private readonly closures = new PairMap(1 << 10);
  private readonly known = new PairMap(1 << 10);
  private readonly byFunction = new Map<FunctionId, Activation[]>();

  constructor(program: Program, solver: Solver) {
    this.program = program;
    this.solver = solver;
    for (const file of program.files) {
      this.functionBase.push(this.fileOf.length);
      for (let index = 0; index < file.facts.functions.length; index++) this.fileOf.push(file.id);
      const counts = new Int32Array(file.facts.functions.length);
      this.positions.push(Int32Array.from(file.facts.variables, (variable) => counts[variable.function]++));
      this.counts.push(counts);
    }
  }

  functionId(file: ProgramFile, index: FunctionIndex): FunctionId {
    return (this.functionBase[file.id]! + index) as FunctionId;
  }

  fileOfFunction(id: FunctionId): ProgramFile {
    return this.program.files[this.fileOf[id]!]!;
  }

  indexOf(id: FunctionId): FunctionIndex {
    return (id - this.functionBase[this.fileOf[id]!]!) as FunctionIndex;
  }

  facts(id: FunctionId) {
    return this.fileOfFunction(id).facts.functions[this.indexOf(id)]!;
  }

  /** Activations of a function, in order of making. */
  of(id: FunctionId): readonly Activation[] {
    return this.byFunction.get(id) ?? [];
  }

  /** Each function of a file with its activations, in order. */
  *functionsOf(file: ProgramFile): Generator<{
    readonly facts: FunctionFacts;
    readonly index: number;
    readonly activations: readonly Activation[];
  }> {
    for (const [index, facts] of file.facts.functions.entries()) {
      yield { facts, index, activations: this.of(this.functionId(file, index as FunctionIndex)) };
    }
  }

  get functionCount(): number {
    return this.fileOf.length;
  }

  /** The activation of a function for a closure and a context; `isNew` tells that its constraints are wanted. */
  enter(
    id: FunctionId,
    around: ActivationId,
    context: number,
    depth = 0,
  ): { activation: Activation; isNew: boolean } {
    const closure = this.closure(id, around);
    const known = this.known.get(closure, context + 1);
    if (known !== undefined) return { activation: this.all[known]!, isNew: false };
    const file = this.fileOfFunction(id);
    const index = this.indexOf(id);
    const facts = file.facts.functions[index]!;
    const size = facts.end - facts.start;
    const own = this.counts[file.id]![index]!;
    const first = this.solver.nodes(size + own + 3);
    const extra = first + size + own;
    const activation: Activation = {
      id: this.all.length as ActivationId,
      function: id,
      file,
      index,
      around,
      context,
      depth: Math.max(depth, around < 0 ? 0 : this.all[around]!.depth),
      base: first - facts.start,
      variables: first + size,
      returned: extra as Node,
      yielded: (extra + 1) as Node,
      sent: (extra + 2) as Node,
    };
    this.all.push(activation);
    const same = this.byFunction.get(id);
    if (same) same.push(activation);
    else this.byFunction.set(id, [activation]);
    this.known.set(closure, context + 1, activation.id);
    return { activation, isNew: true };
  }

  private closure(id: FunctionId, around: ActivationId): number {
    const known = this.closures.get(id, around + 1);
    if (known !== undefined) return known;
    const closure = this.closures.size;
    this.closures.set(id, around + 1, closure);
    return closure;
  }

  node(activation: Activation, op: OpId): Node {
    return (activation.base + op) as Node;
  }

  /** The node of a variable, in the activation that holds it: this one or one around it. */
  variable(activation: Activation, variable: VariableId): Node {
    const { file } = activation;
    const holder = file.facts.variables[variable]!.function;
    let at = activation;
    while (at.index !== holder && at.around >= 0) at = this.all[at.around]!;
    return (at.variables + this.positions[file.id]![variable]!) as Node;
  }

  /** Facts of the file an activation lies in. */
  factsOf(activation: Activation): FileFacts {
    return activation.file.facts;
  }
}
