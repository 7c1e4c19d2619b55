import type { ConfiguredRaiser } from '../../model/configured-raiser.ts';
import type { Flow } from '../flow.ts';
import { callableNames } from '../library/library.ts';
import type { Activation, FunctionId } from '../solve/activations.ts';
import { type Token, VALUE } from '../solve/values.ts';

/** What the configuration says of callables, found in the program once it is solved. */
export class ConfiguredCallables {
  private readonly f: Flow;
  /** Functions and classes of the program -> the names that the configuration has for them. */
  private readonly functions = new Map<FunctionId, string>();
  private readonly classes = new Map<Token, string>();
  private readonly safeFunctions = new Set<FunctionId>();
  private readonly safeNames = new Set<string>();
  /** Rows that name something in a module of the program that it does not have. */
  readonly unknown: ConfiguredRaiser[] = [];

  constructor(f: Flow, raisers: readonly ConfiguredRaiser[]) {
    this.f = f;
    for (const raiser of raisers) {
      if (raiser.safe) this.safeNames.add(f.p.canonical(raiser.api));
      const found = this.find(raiser.api);
      if (found?.length === 0) this.unknown.push(raiser);
      for (const token of found ?? []) this.note(token, raiser);
    }
  }

  private note(token: Token, { api, safe }: ConfiguredRaiser): void {
    const { values } = this.f.p;
    if (values.kind(token) === VALUE.function) {
      const id = values.x(token) as FunctionId;
      this.functions.set(id, api);
      if (safe) this.safeFunctions.add(id);
    } else if (values.kind(token) === VALUE.class) {
      this.classes.set(token, api);
      for (const name of safe ? ['__init__', '__new__'] : [])
        for (const method of this.member(token, name)) this.safeFunctions.add(values.x(method) as FunctionId);
    }
  }

  /** What a name means in the modules of the program; undefined: it is of a module outside. */
  private find(api: string): readonly Token[] | undefined {
    const { p } = this.f;
    const parts = api.split('.');
    for (let cut = parts.length - 1; cut > 0; cut--) {
      const module = parts.slice(0, cut).join('.');
      const file = p.program.files.find((one) => one.module === module && !one.isStub);
      if (!file) continue;
      const variable = file.facts.globals.get(parts[cut]!);
      if (variable === undefined) return [];
      let tokens = p.solver.at(p.activations.variable(p.moduleOf(file.id), variable));
      for (const name of parts.slice(cut + 1)) tokens = tokens.flatMap((token) => this.member(token, name));
      return tokens.filter((token) =>
        [VALUE.function, VALUE.class].some((kind) => kind === p.values.kind(token)),
      );
    }
    return undefined;
  }

  private member(type: Token, name: string): Token[] {
    const { p } = this.f;
    if (p.values.kind(type) !== VALUE.class) return [];
    return p.solver
      .at(p.field(type, p.name(name)))
      .filter((token) => p.values.kind(token) === VALUE.function);
  }

  /** The name that the configuration has for a function or class of the program. */
  nameOf(token: Token): string | undefined {
    const { values } = this.f.p;
    return values.kind(token) === VALUE.function
      ? this.functions.get(values.x(token) as FunctionId)
      : this.classes.get(token);
  }

  /** Whether events of an activation do not count. */
  isSafe(activation: Activation): boolean {
    return this.safeFunctions.size > 0 && this.safeFunctions.has(activation.function);
  }

  /** Whether events of a callable outside the program do not count. */
  isSafeName(dotted: string): boolean {
    return this.safeNames.size > 0 && callableNames(this.f, dotted).some((name) => this.safeNames.has(name));
  }
}
