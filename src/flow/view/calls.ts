import type { GuardId, OpId } from '../../facts/ir.ts';
import type { ProgramFile } from '../../link/program.ts';
import { edgeConfidence } from '../../model/confidence.ts';
import type { ConstantOrUnknown } from '../../model/constant.ts';
import type { ArgumentValue } from '../../model/finding.ts';
import type { ArgumentView, CalleeView, CallView, FunctionView } from '../../model/program-view.ts';
import { evaluate } from '../conditions/constants.ts';
import { type CallSite, calleeKey, directKeys } from '../graph/call-sites.ts';
import { functionName } from '../graph/callee-names.ts';
import { callableNames } from '../library/library.ts';
import type { Activation, FunctionId } from '../solve/activations.ts';
import { type Token, VALUE } from '../solve/values.ts';
import { operandsOf } from './call-operands.ts';
import { mayBeHandled } from './course.ts';
import { functionView } from './functions.ts';
import { functionsAt } from './functions-at.ts';
import { libraryEvents } from './library-reached.ts';
import { originsOf } from './origins.ts';
import { placeOf } from './places.ts';
import { possibleTexts } from './possible-texts.ts';
import type { ProgramIndex } from './program-index.ts';

/** Makes the views of calls and of the functions they lead to, each once. */
export class CallViews {
  private readonly index: ProgramIndex;
  private readonly views = new Map<CallSite, CallView>();
  private readonly functions = new Map<FunctionId, FunctionView>();

  constructor(index: ProgramIndex) {
    this.index = index;
  }

  functionOf(id: FunctionId): FunctionView {
    let view = this.functions.get(id);
    if (!view) {
      view = functionView(this.index, id, (site) => this.of(site));
      this.functions.set(id, view);
    }
    return view;
  }

  of(site: CallSite): CallView {
    let view = this.views.get(site);
    if (!view) {
      view = this.make(site);
      this.views.set(site, view);
    }
    return view;
  }

  /** All names that a callee of a call is known by. */
  namesOf(token: Token): readonly string[] {
    const { flow } = this.index;
    const { values } = flow.p;
    switch (values.kind(token)) {
      case VALUE.function:
        return [functionName(flow, values.x(token) as FunctionId)];
      case VALUE.library:
      case VALUE.libraryMethod: {
        const dotted = flow.p.text(values.x(token));
        return [...new Set([dotted, ...callableNames(flow, dotted), flow.p.canonical(dotted)])];
      }
      default:
        return [];
    }
  }

  private make(site: CallSite): CallView {
    const { file, op, caller } = site;
    const { guards, phases } = this.index.solved;
    const [activation] = this.index.activationsOf(caller);
    const operands = operandsOf(file, op);
    return {
      ...placeOf(file, op),
      callees: site.callees.flatMap(({ token, cost }) => this.callee(site, token, cost)),
      function: this.functionOf(caller),
      phases: activation ? phases.at(activation, op) : [],
      targets: guards.targets(file, file.facts.guard[op] as GuardId),
      isOpen: operands.isOpen,
      get mayBeHandled() {
        return mayBeHandled(file, op);
      },
      argument: (position, ...names) => {
        const at = position === undefined ? undefined : operands.positional[position];
        const found =
          at ?? names.map((name) => operands.named.get(name)).find((named) => named !== undefined);
        return found === undefined || !activation
          ? undefined
          : this.argument(file, caller, activation, found);
      },
    };
  }

  private callee(site: CallSite, token: Token, cost: number): CalleeView[] {
    const { op, caller } = site;
    const names = this.namesOf(token);
    const { p } = this.index.flow;
    if (names.length === 0) return [];
    const { flow } = this.index;
    const all = this.index.activationsOf(caller);
    const found = {
      name: names[0]!,
      names,
      confidence: edgeConfidence(cost),
    };
    const isDirect = () => directKeys(flow, all, op).has(calleeKey(flow, token));
    if (p.values.kind(token) !== VALUE.function) {
      return [
        {
          ...found,
          kind: 'library',
          get isDirect() {
            return isDirect();
          },
          reaches: () => libraryEvents(this.index, { site, names, cost, isDirect: isDirect() }),
        },
      ];
    }
    const id = p.values.x(token) as FunctionId;
    const kind = p.activations.fileOfFunction(id).isDependency ? 'dependency' : 'project';
    const view = this.functionOf(id);
    return [
      {
        ...found,
        kind,
        get isDirect() {
          return isDirect();
        },
        function: view,
        reaches: (texts, options) => view.reaches(texts, options),
      },
    ];
  }

  private argument(file: ProgramFile, caller: FunctionId, activation: Activation, op: OpId): ArgumentView {
    const { flow } = this.index;
    const constant = evaluate(flow, activation, op);
    const value: ArgumentValue =
      constant.kind === 'unknown'
        ? { kind: 'unknown', reason: 'no constant' }
        : { kind: 'value', value: constant };
    return {
      at: placeOf(file, op).at,
      value,
      isConstant: isWhole(constant),
      functions: functionsAt(this.index, caller, op).map((id) => this.functionOf(id)),
      texts: () => possibleTexts(this.index, file, op),
      origins: () => originsOf(this.index, file, op),
    };
  }
}

const isWhole = (value: ConstantOrUnknown): boolean =>
  value.kind !== 'unknown' && (value.kind !== 'tuple' || value.items.every(isWhole));
