import type { ArgumentValue, Confidence, Phase, Span, WitnessStep } from './finding.ts';
import type { TargetMask } from './targets.ts';

/** A place in the analysed code that does something. Offsets are UTF-16. */
export interface PlaceView {
  /** Path as reports show it. */
  readonly file: string;
  /** The tight part: the callee's last name, the imported name. */
  readonly at: Span;
  /** The whole expression or statement. */
  readonly site: Span;
  /** Qualified name of the function around it, without the module; empty in a module's body. */
  readonly enclosing: string;
}

/** What a call may run. */
export interface CalleeView {
  /** `os.system`, `builtins.exec`, `app.main.run`: the name by which the program reached it. */
  readonly name: string;
  /** All names it is known by, `name` and the one of its definition among them: `posix.system`. */
  readonly names: readonly string[];
  readonly kind: 'project' | 'dependency' | 'library';
  readonly confidence: Confidence;
  /** It is what the call names. If not, it is run in turn: a constructor, a special method, a callback that is passed. */
  readonly isDirect: boolean;
  /** Of the project and of installed packages. */
  readonly function?: FunctionView;
  /**
   * What running it can raise: of a function as `FunctionView.reaches`. Of a direct callee of the library what it
   * raises with the arguments of this call; of one that is run in turn, whatever it can raise.
   */
  reaches(texts?: Readonly<Record<string, string>>, options?: ReachOptions): readonly ReachedEventView[];
}

/** Where a value comes from, as far back as the code tells. */
export interface OriginView extends PlaceView {
  /**
   * `call`: what a library callable gave; `attribute`: an object of the library, or an attribute of it; `parameter`:
   * what callers out of sight pass.
   */
  readonly kind: 'call' | 'attribute' | 'parameter';
  /** `builtins.input`, `sys.argv`, of a parameter its name. */
  readonly name: string;
}

/** An argument of a call. */
export interface ArgumentView {
  readonly at: Span;
  /** The constant that it is on every way, or unknown. Items of a constant list or tuple may be unknown. */
  readonly value: ArgumentValue;
  /** It is a constant, with all its items. */
  readonly isConstant: boolean;
  /** The functions of the program that it may be; lambdas and bound methods among them. */
  readonly functions: readonly FunctionView[];
  /** All texts that it may be, where the code passes on constants as they are; undefined for anything else. */
  texts(): readonly string[] | undefined;
  /** Followed back through names, containers, formatting, operators, calls and their parameters; asked for, not kept. */
  origins(): readonly OriginView[];
}

/** A call expression, a decorator, or an operation that calls a special method. */
export interface CallView extends PlaceView {
  readonly callees: readonly CalleeView[];
  readonly function: FunctionView;
  readonly phases: readonly Phase[];
  /** On which it can run. */
  readonly targets: TargetMask;
  /** It has `*args` or `**kwargs`: arguments that are not seen may be there. */
  readonly isOpen: boolean;
  /** A handler stands behind it in its function, and may be around it. */
  readonly mayBeHandled: boolean;
  /** The argument at a position, or else under one of the names; undefined where it is not given. */
  argument(position: number | undefined, ...names: readonly string[]): ArgumentView | undefined;
}

/** Which of the events that a function can raise are asked for. */
export interface ReachOptions {
  /** Only what it raises when it runs then: of a module's body what an import does is `import-time`. */
  readonly phase?: Phase;
  /** `every`: each place that raises an event, by its cheapest way; else each event once. */
  readonly places?: 'cheapest' | 'every';
}

/** An event that a function can raise, itself or through what it calls. */
export interface ReachedEventView {
  readonly event: string;
  readonly confidence: Confidence;
  /**
   * It happens whenever the function runs: nothing on the way stands under a condition of the program, or behind a
   * conditional end. What the library decides for itself is in `confidence`.
   */
  readonly isUnconditional: boolean;
  /** In which the asked function goes this way: in a module's body `main` alone, where it only runs as a program. */
  readonly phases: readonly Phase[];
  /** Names of the project's and packages' functions passed through, the asked one first, and the raiser. */
  readonly through: readonly string[];
  /** The whole way, for `report`: each function with where it goes on, then the library's steps and the raiser. */
  readonly witness: readonly WitnessStep[];
  /** Where the event is raised: of several such places, the one at the end of the cheapest way. */
  readonly place: PlaceView;
}

/** A function, lambda or module body of the program. */
export interface FunctionView extends PlaceView {
  /** With the module: `app.main.run`; a module's body has the module's name. */
  readonly name: string;
  readonly kind: 'module' | 'function' | 'lambda';
  readonly isAsync: boolean;
  readonly isGenerator: boolean;
  readonly parameters: readonly { readonly name: string; readonly kind: ParameterKindView }[];
  /** Calls that stand in it, in order. */
  calls(): readonly CallView[];
  /** `raise` statements in it, in order; those within `try` with a handler are marked. */
  raises(): readonly (PlaceView & { readonly isHandled: boolean })[];
  /**
   * What it can raise, itself or through calls, each event by its cheapest way. An import is no call: what the body
   * of the imported module raises is told of that module.
   *
   * @param texts parameters with what they are taken to be, as in `{ event: 'open' }`: tests of them are decided
   */
  reaches(texts?: Readonly<Record<string, string>>, options?: ReachOptions): readonly ReachedEventView[];
}

export type ParameterKindView = 'positional-only' | 'normal' | 'star' | 'keyword-only' | 'double-star';

/** An import of one module or one name. */
export interface ImportView extends PlaceView {
  /** Absolute dotted name of the module, or of the submodule that `from` names. */
  readonly module: string;
  /** What `from` takes out of the module; `*` for all. */
  readonly name?: string;
  readonly from: 'project' | 'dependency' | 'library' | 'native' | 'unknown';
  readonly isLazy: boolean;
  /** Every interpreter has loaded it by the time any program starts. */
  readonly isLoadedAtStartup: boolean;
  /** It runs whenever its function's body does: no condition, loop or handler is around it. */
  readonly isUnconditional: boolean;
  readonly phases: readonly Phase[];
  readonly targets: TargetMask;
}

/** A class statement of the project. */
export interface ClassView extends PlaceView {
  /** With the module. */
  readonly name: string;
  /** All classes it derives from, in order of method resolution, itself left out; library classes by dotted name. */
  readonly bases: readonly string[];
  /** What the class itself has: at the end of its body, whatever statement set it, and set from outside. */
  members(): readonly MemberView[];
}

/** A name of a class with a value that it may have; its place is that of the value. */
export interface MemberView extends PlaceView {
  readonly name: string;
  /** The functions that the value may be, those within `staticmethod`, `classmethod` and `property` too. */
  readonly functions: readonly FunctionView[];
}

/** What rules may ask of a program that is analysed. Lists are in order of file and place. */
export interface ProgramView {
  readonly targets: TargetMask;
  /** Those of the project; with names, those that may run one of them. */
  calls(name?: (name: string) => boolean): readonly CallView[];
  imports(): readonly ImportView[];
  functions(): readonly FunctionView[];
  classes(): readonly ClassView[];
  /** Whether CPython has an event of that name. */
  isEvent(name: string): boolean;
  /** The call that raises an event there, if a call does. */
  callAt(file: string, at: Span): CallView | undefined;
}
