import { nearestFew } from '../config/nearest.ts';
import { UsageError } from '../config/usage-error.ts';
import { type CallableEvent, callableEvents, definedEvents } from '../flow/library/callable-events.ts';
import type { Confidence } from '../model/finding.ts';
import type { RaiserTable } from '../model/raiser-table.ts';
import type { TargetMask } from '../model/targets.ts';
import { bodyClosure, definedClosure, summarisedNames } from '../stdlib/closure.ts';
import { memberNames } from '../stdlib/types/member-names.ts';
import { isLibraryModule, libraryModules } from '../stdlib/types/modules.ts';
import { confidenceOf } from './grade.ts';
import { compareText } from './order.ts';

/** An event that a callable can raise, graded as a finding of its call would be. */
export interface GradedEvent extends CallableEvent {
  readonly confidence: Confidence;
}

/** A callable of the library and what it can raise; from certain to unlikely, then by name. */
export interface CallableAnswer {
  readonly name: string;
  readonly events: readonly GradedEvent[];
}

/** As many names are offered where one is not known. */
const OFFERED = 3;

/**
 * What a call of a callable can raise, of the library or of the configuration; of a module, what its import runs
 * besides loading it.
 *
 * @throws UsageError for a name that the library does not have, with those nearest to it
 */
export function eventsFor(name: string, targets: TargetMask, table: RaiserTable): CallableAnswer {
  if (isLibraryModule(name)) {
    return answer(name, definedEvents(table, name, bodyClosure(name), targets));
  }
  const events = configuredEvents(table, name, targets) ?? callableEvents(table, name, targets);
  if (events) return answer(name, events);
  const near = nearestFew(name, candidatesFor(name, table), OFFERED).map((one) => `\`${one}\``);
  const hint = near.length > 0 ? `; did you mean ${near.join(' or ')}?` : '';
  throw new UsageError(
    `the standard library has no \`${name}\`${hint || '; name it as it is imported, as in shutil.copytree'}`,
  );
}

/** Every function of the library that can raise something, and every raiser of the table, by the names of definition. */
export function allCallables(targets: TargetMask, table: RaiserTable): CallableAnswer[] {
  const summarised = [...summarisedNames()];
  const known = new Set(summarised);
  const safe = new Set(table.configured?.filter((one) => one.safe).map(({ api }) => api));
  const direct = [...table.calls.keys()].filter((name) => !known.has(name));
  return [
    ...summarised.map((name) => answer(name, definedEvents(table, name, definedClosure(name), targets))),
    ...direct.map((name) => answer(name, callableEvents(table, name, targets) ?? [])),
  ]
    .filter(({ name }) => !safe.has(name))
    .filter(({ events }) => events.length > 0)
    .sort((a, b) => compareText(a.name, b.name));
}

/**
 * The public functions, classes and methods of a library module, those included that raise nothing; of another module,
 * those of which the configuration says something.
 */
export function moduleCallables(module: string, targets: TargetMask, table: RaiserTable): CallableAnswer[] {
  const configured = configuredNames(table, module);
  if (!isLibraryModule(module)) {
    if (configured.length > 0) return configured.map((name) => eventsFor(name, targets, table));
    const near = nearestFew(module, libraryModules(), OFFERED).map((one) => `\`${one}\``);
    throw new UsageError(
      `the standard library has no module \`${module}\`${near.length > 0 ? `; did you mean ${near.join(' or ')}?` : ''}`,
    );
  }
  const events = (name: string) =>
    configuredEvents(table, name, targets) ?? callableEvents(table, name, targets) ?? [];
  return memberNames(module, targets).map((name) => answer(name, events(name)));
}

/** The callables of a module, or below it, of which the configuration says something. */
const configuredNames = ({ configured = [] }: RaiserTable, module: string): readonly string[] =>
  [...new Set(configured.map(({ api }) => api))]
    .filter((api) => api.startsWith(`${module}.`))
    .sort(compareText);

/** What the configuration alone decides: nothing of what is safe; `undefined` for a callable that it does not name. */
function configuredEvents(
  table: RaiserTable,
  name: string,
  targets: TargetMask,
): readonly CallableEvent[] | undefined {
  const rows = (table.configured ?? []).filter(({ api }) => api === name);
  if (rows.length === 0) return undefined;
  return rows.some(({ safe }) => safe) ? [] : (callableEvents(table, name, targets) ?? []);
}

const GRADES: readonly Confidence[] = ['high', 'medium', 'low'];

function answer(name: string, events: readonly CallableEvent[]): CallableAnswer {
  const graded = events.map((event) => ({ ...event, confidence: confidenceOf(event) }));
  graded.sort(
    (a, b) => GRADES.indexOf(a.confidence) - GRADES.indexOf(b.confidence) || compareText(a.event, b.event),
  );
  return { name, events: graded };
}

/** Names that a misspelt one may have meant: those of its module where that is known, else all. */
function candidatesFor(name: string, table: RaiserTable): Iterable<string> {
  for (let dot = name.lastIndexOf('.'); dot > 0; dot = name.lastIndexOf('.', dot - 1)) {
    const module = name.slice(0, dot);
    if (isLibraryModule(module)) return memberNames(module);
  }
  return new Set([...libraryModules(), ...table.calls.keys(), ...summarisedNames()]);
}
