import type { CalleeView, FunctionView, ReachedEventView } from '../../../src/model/program-view.ts';

/** A hook that hears what it raises. */
export interface Recursion {
  /** At which it begins. */
  readonly heard: string;
  /** What the hook raises then, and how. */
  readonly raised: ReachedEventView;
}

/**
 * The parameter that gets the name of the event: the last but one of what is given by position, whatever `self` and
 * arguments of a `partial` stand before it.
 */
function nameParameter({ parameters }: FunctionView): string | undefined {
  const placed = parameters.filter(({ kind }) => kind === 'positional-only' || kind === 'normal');
  const hasRest = parameters.some(({ kind }) => kind === 'star');
  return placed.at(hasRest ? -1 : -2)?.name;
}

/** An `import` raises its event only where the module is not loaded: `loading.ts` tells these apart. */
const counts = ({ event, confidence }: ReachedEventView): boolean =>
  event !== 'import' && confidence !== 'low';

/**
 * Whether a hook, when it hears some event, raises one that leads back to it: what it surely raises for each event is
 * asked, and followed round.
 */
export function recursion(hook: CalleeView): Recursion | undefined {
  const parameter = hook.function && nameParameter(hook.function);
  const known = new Map<string, readonly ReachedEventView[]>();
  const raisedAt = (heard: string): readonly ReachedEventView[] => {
    let found = known.get(heard);
    if (!found) {
      const all = hook.reaches(parameter === undefined ? {} : { [parameter]: heard });
      found = all.filter((one) => one.isUnconditional && counts(one));
      known.set(heard, found);
    }
    return found;
  };
  const leadsBack = (from: string, to: string, seen: Set<string>): boolean =>
    raisedAt(from).some(({ event }) => {
      if (event === to) return true;
      if (seen.has(event)) return false;
      seen.add(event);
      return leadsBack(event, to, seen);
    });
  for (const { event: heard } of hook.reaches().filter(counts)) {
    const raised = raisedAt(heard).find(
      ({ event }) => event === heard || leadsBack(event, heard, new Set([event])),
    );
    if (raised) return { heard, raised };
  }
  return undefined;
}
