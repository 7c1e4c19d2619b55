import { CALL_FLAGS, OP, type OpId, type OpKind, type VariableId } from '../../facts/ir.ts';
import { unreachable } from '../../model/brand.ts';
import type { Constant } from '../../model/constant.ts';
import { isRuledOut } from '../conditions/decisions.ts';
import type { Flow } from '../flow.ts';
import { importFrom, importModule, loadGlobal } from '../modules/imports.ts';
import type { Replaced } from '../modules/replaced.ts';
import type { Activation } from '../solve/activations.ts';
import type { Node } from '../solve/solver.ts';
import { integerDetail, type Token, VALUE } from '../solve/values.ts';
import { declareFunction } from '../types/annotations.ts';
import { formatText } from './built-texts.ts';
import { constrainContainer, constrainUnpack } from './containers.ts';
import { constrainClass, constrainClosure } from './definitions.ts';
import { caught, raised } from './exceptions.ts';
import { constrainJoin } from './join.ts';
import { operandNode } from './narrowing.ts';
import { sortReturn } from './none-returns.ts';
import { constrainOperator, constrainUnary } from './operators.ts';
import { partialText } from './partial-texts.ts';
import { callOfTuple, tupleOf } from './tuple-calls.ts';

/** Adds what each op of an activation means for values. */
export function constrain(f: Flow, activation: Activation): void {
  const facts = activation.file.facts.functions[activation.index]!;
  declareFunction(f, activation, facts);
  const dead = f.decisions.deadIn(activation.id);
  const replaced = activation.index === 0 ? f.replacements.in(activation.file.id) : undefined;
  const { guard, kind } = activation.file.facts;
  for (let op = facts.start; op < facts.end; op++) {
    // what meets behind an `if` stands under its last branch
    if (dead && kind[op] !== OP.Join && isRuledOut(activation.file.facts, guard[op]!, dead)) continue;
    if (replaced && constrainReplaced(f, activation, op as OpId, replaced)) continue;
    constrainOp(f, activation, op as OpId);
  }
}

/** Whether an op binds a value that is replaced before anybody gets it, or reads one from before. */
function constrainReplaced(f: Flow, { base }: Activation, op: OpId, { ops, reads }: Replaced): boolean {
  const before = reads.get(op);
  if (!before) return ops.has(op);
  const { base: from } = f.p.moduleOf(before.file);
  for (const value of before.ops) f.p.solver.flow((from + value) as Node, (base + op) as Node);
  return true;
}

function constrainOp(f: Flow, activation: Activation, op: OpId): void {
  const { facts, names } = activation.file;
  const kind = facts.kind[op] as OpKind;
  const a = facts.a[op]!;
  const b = facts.b[op]!;
  const { solver } = f.p;
  // nodes are written out here: a function for it would be made for each op
  const { base } = activation;
  const result = (base + op) as Node;
  switch (kind) {
    case OP.Const:
      return constant(f, activation, op);
    case OP.LoadVariable:
      return solver.flow(f.p.activations.variable(activation, a as VariableId), result);
    case OP.StoreVariable:
      return solver.flow((base + b) as Node, f.p.activations.variable(activation, a as VariableId));
    case OP.LoadName:
    case OP.LoadBuiltin:
      return loadGlobal(f, activation, names[a]!, result);
    case OP.Import:
      return importModule(f, activation, op);
    case OP.ImportFrom:
      return importFrom(f, activation, op);
    case OP.Attribute:
    case OP.SetAttribute:
    case OP.DeleteAttribute:
    case OP.ClassAttribute:
    case OP.Item:
    case OP.SetItem:
    case OP.DeleteItem:
    case OP.Iterate:
    case OP.Await:
    case OP.YieldFrom:
    case OP.Enter:
    case OP.Exit:
      return solver.onOp(operandNode(f, activation, op, a), activation.id, op);
    case OP.Call: {
      if (facts.c[op] === CALL_FLAGS.decorator) f.decorations.push({ activation, op });
      const tuple = tupleOf(facts, op);
      if (tuple >= 0) return callOfTuple(f, activation, op, tuple);
      return solver.onOp(operandNode(f, activation, op, a), activation.id, op);
    }
    case OP.Closure:
      return constrainClosure(f, activation, op);
    case OP.Class:
      return constrainClass(f, activation, op);
    case OP.Container:
    case OP.Comprehension:
      return constrainContainer(f, activation, op);
    case OP.Unpack:
      return constrainUnpack(f, activation, op);
    case OP.Yield:
      if (a >= 0) solver.flow(operandNode(f, activation, op, a), activation.yielded);
      return solver.flow(activation.sent, result);
    case OP.Return:
      return a < 0 ? undefined : giveBack(f, activation, op, operandNode(f, activation, op, a));
    case OP.Catch:
      return caught(f, activation, op);
    case OP.Raise:
      return raised(f, activation, op);
    case OP.Binary:
    case OP.InPlace:
      partialText(f, activation, op);
      return constrainOperator(f, activation, op);
    case OP.Unary:
      return constrainUnary(f, activation, op);
    case OP.Boolean:
      solver.flow((base + a) as Node, result);
      return solver.flow((base + b) as Node, result);
    case OP.Join:
      return constrainJoin(f, activation, op);
    case OP.Format:
      solver.add(result, f.p.libraryInstance('builtins.str'));
      partialText(f, activation, op);
      return formatText(f, activation, op);
    case OP.FormatField:
      operandNode(f, activation, op, a);
      return;
    case OP.Parameter:
    case OP.ImportStar:
    case OP.Compare:
    case OP.Slice:
    case OP.Test:
    case OP.Unknown:
    case OP.Field:
      return;
    default:
      unreachable(kind);
  }
}

/** `return value`. */
function giveBack(f: Flow, activation: Activation, op: OpId, value: Node): void {
  f.p.solver.flow(value, activation.returned);
  if (activation.file.facts.guard[op] !== 0) sortReturn(f, activation, op, value);
}

/** Texts are values of their own, since they name attributes and keys; other constants are known by class. */
function constant(f: Flow, { file, base }: Activation, op: OpId): void {
  let known = f.constantTokens[file.id];
  if (!known) {
    known = new Int32Array(file.facts.constants.length);
    f.constantTokens[file.id] = known;
  }
  const index = file.facts.a[op]!;
  if (known[index] === 0) known[index] = 1 + (constantToken(f, file.facts.constants[index]!) ?? -2);
  if (known[index]! > 0) f.p.solver.add((base + op) as Node, (known[index]! - 1) as Token);
}

function constantToken(f: Flow, value: Constant): Token | undefined {
  switch (value.kind) {
    case 'str':
      return f.p.values.of(VALUE.text, f.p.name(value.value));
    case 'int':
      return f.p.values.of(VALUE.libraryInstance, f.p.name('builtins.int'), integerDetail(value.value));
    case 'bytes':
    case 'float':
    case 'complex':
    case 'bool':
      return f.p.libraryInstance(`builtins.${value.kind}`);
    case 'none':
    case 'ellipsis':
    case 'tuple':
      return undefined;
  }
}
