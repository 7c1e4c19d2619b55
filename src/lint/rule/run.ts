import type { Finding } from '../../model/finding.ts';
import type { FunctionView, PlaceView, ProgramView } from '../../model/program-view.ts';
import type { EventView, Rule, RuleReport } from './contract.ts';
import { type Dispatch, dispatchOf } from './dispatch.ts';
import { checkEventKeys } from './event-keys.ts';
import type { PluginModule } from './fault-place.ts';
import { filled } from './messages.ts';
import { reportProblems } from './report-problems.ts';
import { isPromise } from './shapes.ts';

/** A rule that failed, and on what. */
export interface RuleFault {
  readonly rule: string;
  /** Of what the rule heard when it failed. */
  readonly file?: string;
  readonly plugin?: PluginModule;
  readonly error: unknown;
}

/** A rule with the options that the configuration gives it. */
export interface ConfiguredRule {
  readonly rule: Rule;
  readonly options: Readonly<Record<string, unknown>>;
  /** Where it was loaded from; absent: it is ours, or a program passed it. */
  readonly plugin?: PluginModule;
}

/**
 * Runs rules over a program. A rule that throws is told of and hears nothing more; what it has reported stays, and
 * the others go on.
 *
 * @param events the program's events as findings, which `Event` listeners hear
 * @param known the events that there are
 */
export function runRules(
  rules: readonly ConfiguredRule[],
  program: ProgramView,
  events: readonly Finding[],
  known: readonly string[],
): { readonly findings: readonly Finding[]; readonly faults: readonly RuleFault[] } {
  const findings: Finding[] = [];
  const faults: RuleFault[] = [];
  for (const { rule, options, plugin } of rules) {
    const run = new RuleRun(rule, program, findings);
    try {
      const listeners = rule.create({ program, options, report: (report) => run.report(report) });
      refusePromise(listeners, '`create`');
      const dispatch = dispatchOf(listeners);
      checkEventKeys(listeners, known, events);
      run.tell(dispatch, events);
    } catch (error) {
      const [file, name] = [run.file, rule.meta.name];
      faults.push({
        rule: name,
        ...(file === undefined ? {} : { file }),
        ...(plugin ? { plugin } : {}),
        error,
      });
    }
  }
  return { findings, faults };
}

/**
 * Rules run at once: what they said later would be in no report.
 *
 * @throws Error for a promise; what it fails with, if it does, is nobody's
 */
function refusePromise(value: unknown, what: string): void {
  if (!isPromise(value)) return;
  value.then(undefined, () => {});
  throw new Error(`${what} is asynchronous, and rules run at once; drop \`async\``);
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
      () => wantedEvents(dispatch, events).map((finding) => eventView(finding, program)),
      ({ event }) => [event],
    );
    this.file = undefined;
    refusePromise(dispatch.end(), 'the listener "Program:end"');
  }

  private each<T extends PlaceView>(
    listeners: readonly { wants(names: readonly string[]): boolean; listen(heard: T): unknown }[],
    heard: () => readonly T[],
    namesOf: (one: T) => readonly string[],
  ): void {
    if (listeners.length === 0) return;
    for (const one of heard()) {
      this.file = one.file;
      const names = namesOf(one);
      for (const listener of listeners)
        if (listener.wants(names)) refusePromise(listener.listen(one), 'a listener');
    }
  }

  report(report: RuleReport): void {
    const problems = reportProblems(report);
    if (problems.length > 0) throw new Error(problems.join('; '));
    const { place, messageId, data = {}, confidence = 'high', witness = [] } = report;
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

/** The events that some listener hears: there are many, and most rules ask for few. */
function wantedEvents({ Event: listeners }: Dispatch, events: readonly Finding[]): readonly Finding[] {
  const asked = new Map<string, boolean>();
  return events.filter(({ kind, event }) => {
    if (kind !== 'event') return false;
    let isWanted = asked.get(event);
    if (isWanted === undefined) {
      isWanted = listeners.some(({ wants }) => wants([event]));
      asked.set(event, isWanted);
    }
    return isWanted;
  });
}

function eventView(finding: Finding, program: ProgramView): EventView {
  return {
    ...finding,
    get call() {
      return program.callAt(finding.file, finding.at);
    },
  };
}
