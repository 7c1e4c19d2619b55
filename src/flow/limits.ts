import { CALL_FLAGS, type GuardId, OP, type OpId } from '../facts/ir.ts';
import { isProject, type Outside, type ProgramFile } from '../link/program.ts';
import { meet, NO_TARGETS, type TargetMask } from '../model/targets.ts';
import { isSummarised } from '../stdlib/closure.ts';
import type { AnalysisLimit } from './analysis.ts';
import type { Guards } from './conditions/guards.ts';
import type { ConfiguredCallables } from './events/configured.ts';
import { Operands } from './events/operands.ts';
import type { Flow } from './flow.ts';
import { modelOf } from './library/models.ts';
import { importLimits } from './modules/import-limits.ts';
import type { Activation } from './solve/activations.ts';
import { EMPTY, type SetId } from './solve/value-sets.ts';
import { type Token, VALUE } from './solve/values.ts';

const OUTSIDE: Readonly<Record<Outside, string>> = {
  library: 'code outside the project, which is not looked into',
  missing: 'code of a module that was not found',
  'left-out': 'code of a dependency, which is left out',
  native: 'machine code',
  'not-analysed': 'code of a file that is not analysed',
  'not-read': 'more installed code than is read',
};

/** Calls that run text, and the operand that holds it. */
const RUNS_TEXT: ReadonlySet<string> = new Set(['builtins.exec', 'builtins.eval', 'builtins.compile']);
const IMPORTS_BY_NAME: ReadonlySet<string> = new Set(['builtins.__import__', 'importlib.import_module']);

/** What the analysis could not see: calls of unknown values, text run as code, modules imported by computed name. */
export function limitsOf(f: Flow, guards: Guards, targets: TargetMask): AnalysisLimit[] {
  return f.p.program.files
    .filter(isProject)
    .flatMap((file) => [...importLimits(f, guards, targets, file), ...fileLimits(f, guards, targets, file)]);
}

/** Rows of the configuration that name nothing: what they say is lost. */
export function unknownCallables(configured: ConfiguredCallables | undefined): AnalysisLimit[] {
  return (configured?.unknown ?? []).map(({ api, where }) => ({
    kind: 'unresolved-call',
    file: where.replace(/(?::\d+)+$/, ''),
    reason: 'configured name not found',
    message: `${where}: \`api = "${api}"\` names nothing: its module is analysed and has no such function or class.`,
  }));
}

function fileLimits(f: Flow, guards: Guards, targets: TargetMask, file: ProgramFile): AnalysisLimit[] {
  const limits: AnalysisLimit[] = [];
  const unresolved = new Map<string, number>();
  const { facts } = file;
  for (const { facts: fn, activations } of f.p.activations.functionsOf(file)) {
    for (let op = fn.start; op < fn.end; op++) {
      if (facts.kind[op] !== OP.Call) continue;
      if (meet(targets, guards.targets(file, facts.guard[op] as GuardId)) === NO_TARGETS) continue;
      const reason = unresolvedReason(f, activations, op) ?? outsideReason(f, activations, op);
      if (reason !== undefined) unresolved.set(reason, (unresolved.get(reason) ?? 0) + 1);
      const [first] = activations;
      const limit = first && dynamicLimit(f, first, op);
      if (limit) limits.push(limit);
    }
  }
  for (const [reason, count] of unresolved) {
    limits.push({
      kind: 'unresolved-call',
      file: file.path,
      reason,
      count,
      message: `${count} ${count === 1 ? 'call' : 'calls'} not followed: ${reason}`,
    });
  }
  return limits;
}

/** Why a call has no callee; `undefined` if it has one in some context. */
function unresolvedReason(f: Flow, activations: readonly Activation[], op: number): string | undefined {
  const [first] = activations;
  if (!first) return undefined;
  const { facts } = first.file;
  const callee = facts.a[op] as OpId;
  for (const activation of activations) {
    if (f.p.solver.setAt(f.p.node(activation, callee)) !== EMPTY) return undefined;
  }
  switch (facts.kind[callee]) {
    case OP.Parameter:
      return 'a parameter that nobody passes a value to';
    case OP.Attribute:
      return 'an attribute of an unknown value';
    case OP.Call:
      return 'the result of an unknown call';
    case OP.Item:
      return 'an item of an unknown container';
    case OP.LoadName:
      return 'a name that nothing binds';
    default:
      return 'a value of unknown origin';
  }
}

/**
 * The callee is Python code outside the project, as far as we know: its own calls are not looked into. C functions
 * of the catalogue and the builtins have no such code.
 */
export function outsideReason(f: Flow, activations: readonly Activation[], op: number): string | undefined {
  for (const activation of activations) {
    const { reason } = calleesAt(f, activation, op);
    if (reason !== '') return reason;
  }
  return undefined;
}

/** What calls of a set of values leave unseen. */
interface Callees {
  /** Why they are not looked into; empty where nothing is left out. */
  readonly reason: string;
  readonly runsText: boolean;
  readonly importsByName: boolean;
}

const calleesByFlow = new WeakMap<Flow, Map<SetId, Callees>>();

/** What may be called at an op, looked for once per set of values. */
function calleesAt(f: Flow, activation: Activation, op: number): Callees {
  let bySet = calleesByFlow.get(f);
  if (!bySet) {
    bySet = new Map();
    calleesByFlow.set(f, bySet);
  }
  const set = f.p.solver.setAt(f.p.node(activation, activation.file.facts.a[op] as OpId));
  let callees = bySet.get(set);
  if (!callees) {
    const tokens = f.p.solver.sets.tokens(set);
    const isAmong = (names: ReadonlySet<string>) =>
      tokens.some(
        (token) => f.p.values.kind(token) === VALUE.library && names.has(f.p.text(f.p.values.x(token))),
      );
    callees = {
      reason: reasonAmong(f, tokens),
      runsText: isAmong(RUNS_TEXT),
      importsByName: isAmong(IMPORTS_BY_NAME),
    };
    bySet.set(set, callees);
  }
  return callees;
}

function reasonAmong(f: Flow, callees: readonly Token[]): string {
  for (const token of callees) {
    if (isOpaqueInstance(f, token)) return 'an object from outside the project';
    if (f.p.values.kind(token) !== VALUE.library) continue;
    const name = f.p.text(f.p.values.x(token));
    if (name.startsWith('builtins.') || isSummarised(name)) continue;
    if (f.p.table.calls.has(f.p.canonical(name)) || modelOf(name)) continue;
    return OUTSIDE[f.p.program.outside(name)];
  }
  return '';
}

/** An object of a library class that is called, as a field annotated `object`: the call may run anything. */
function isOpaqueInstance(f: Flow, token: Token): boolean {
  if (f.p.values.kind(token) !== VALUE.libraryInstance) return false;
  return !f.p.table.calls.has(f.p.canonical(`${f.p.text(f.p.values.x(token))}.__call__`));
}

function dynamicLimit(f: Flow, activation: Activation, op: number): AnalysisLimit | undefined {
  const { facts, path } = activation.file;
  const { runsText, importsByName } = calleesAt(f, activation, op);
  if ((!runsText && !importsByName) || facts.c[op] === CALL_FLAGS.followed) return undefined;
  const at = { from: facts.atFrom[op]!, to: facts.atTo[op]! };
  const enclosing = facts.functions[activation.index]!.qualifiedName;
  const operand = new Operands(f, activation, op).at(['arg:0', 'kw:source', 'kw:name']);
  const isConstant = operand.presence === 'given' && operand.constant.kind !== 'unknown';
  const isCode = operand.tokens.some(
    (token) =>
      f.p.values.kind(token) === VALUE.libraryInstance && f.p.text(f.p.values.x(token)) === 'types.CodeType',
  );
  if (runsText && !isCode) {
    const reason = isConstant ? 'a constant text' : 'text that is not a constant';
    const message = `runs ${reason}: what it does is not analysed`;
    return { kind: 'dynamic-code', file: path, at, enclosing, reason, message };
  }
  if (importsByName && !isConstant) {
    const message = 'imports a module whose name is not a constant: what it loads is not known';
    const reason = 'name that is not a constant';
    return { kind: 'dynamic-import', file: path, at, enclosing, reason, message };
  }
  return undefined;
}
