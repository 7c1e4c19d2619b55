import type { Finding } from '../../model/finding.ts';
import type { FunctionView, PlaceView, ProgramView } from '../../model/program-view.ts';
import type { EventView, Rule, RuleReport } from './contract.ts';
import { type Dispatch, dispatchOf } from './dispatch.ts';
import { filled } from './messages.ts';

/** A rule that failed, and on what. */
export interface RuleFault {
  readonly rule: string;
  readonly file?: string;
  readonly error: unknown;
}

/** A rule with the options that the configuration gives it. */
export interface ConfiguredRule {
  readonly rule: Rule;
  readonly options: Readonly<Record<string, unknown>>;
}

/**
 * Runs rules over a program. A rule that throws is told of and hears nothing more; what it has reported stays, and
 * the others go on.
 *
 * @param events the program's events as findings, which `Event` listeners hear
 */
export function runRules(
  rules: readonly ConfiguredRule[],
  program: ProgramView,
  events: readonly Finding[],
): { readonly findings: readonly Finding[]; readonly faults: readonly RuleFault[] } {
  const findings: Finding[] = [];
  const faults: RuleFault[] = [];
  for (const { rule, options } of rules) {
    const run = new RuleRun(rule, program, findings);
    try {
      const listeners = rule.create({ program, options, report: (report) => run.report(report) });
      run.tell(dispatchOf(listeners), events);
    } catch (error) {
      faults.push({ rule: rule.meta.name, ...(run.file === undefined ? {} : { file: run.file }), error });
    }
  }
  return { findings, faults };
}

/** One rule on one program. */
class RuleRun {
  /** Of what the rule hears at the moment. */
  file: string | undefined;
  private readonly rule: Rule;
  private readonly program: ProgramView;
  private readonly findings: Finding[];

  constructor(rule: Rule, program: ProgramView, findings: Finding[]) {
    this.rule = rule;
    this.program = program;
    this.findings = findings;
  }

  tell(dispatch: Dispatch, events: readonly Finding[]): void {
    const { program } = this;
    this.each(
      dispatch.Import,
      () => program.imports(),
      ({ module }) => [module],
    );
    this.each(
      dispatch.Class,
      () => program.classes(),
      ({ bases }) => bases,
    );
    this.each(
      dispatch.Function,
      () => program.functions(),
      ({ name }: FunctionView) => [name],
    );
    const all = dispatch.Call.some(({ isNamed }) => !isNamed);
    const named = (name: string) => dispatch.Call.some(({ wants }) => wants([name]));
    this.each(
      dispatch.Call,
      () => program.calls(all ? undefined : named),
      ({ callees }) => callees.flatMap(({ names }) => names),
    );
    this.each(
      dispatch.Event,
      () => events.filter(({ kind }) => kind === 'event').map((finding) => eventView(finding, program)),
      ({ event }) => [event],
    );
    this.file = undefined;
    dispatch.end();
  }

  private each<T extends PlaceView>(
    listeners: readonly { wants(names: readonly string[]): boolean; listen(heard: T): void }[],
    heard: () => readonly T[],
    namesOf: (one: T) => readonly string[],
  ): void {
    if (listeners.length === 0) return;
    for (const one of heard()) {
      this.file = one.file;
      const names = namesOf(one);
      for (const listener of listeners) if (listener.wants(names)) listener.listen(one);
    }
  }

  report({ place, messageId, data = {}, confidence = 'high', witness = [] }: RuleReport): void {
    const { meta } = this.rule;
    const message = Object.hasOwn(meta.messages, messageId) ? meta.messages[messageId] : undefined;
    if (message === undefined)
      throw new Error(
        `there is no message "${messageId}"; there are ${Object.keys(meta.messages).join(', ')}`,
      );
    this.findings.push({
      kind: 'rule',
      file: place.file,
      at: place.at,
      site: place.site,
      event: meta.name,
      code: meta.code,
      tier: meta.tier,
      confidence,
      provenance: 'direct',
      phases: [],
      targets: this.program.targets,
      arguments: [],
      witness,
      enclosing: place.enclosing,
      message: filled(message, data),
    });
  }
}

function eventView(finding: Finding, program: ProgramView): EventView {
  return {
    ...finding,
    get call() {
      return program.callAt(finding.file, finding.at);
    },
  };
}
