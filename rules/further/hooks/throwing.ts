import type { FunctionView, PlaceView } from '../../../src/model/program-view.ts';

/** Functions are looked into so many calls below the hook. */
const DEEPEST = 4;

/** The first `raise` in a function, or in what it surely calls, that no handler on the way may catch. */
export function throwing(fn: FunctionView, depth = 0, seen = new Set<FunctionView>()): PlaceView | undefined {
  // what a generator or a coroutine raises comes when somebody goes through it
  if (depth > DEEPEST || seen.has(fn) || fn.isAsync || fn.isGenerator) return undefined;
  seen.add(fn);
  const own = fn.raises().find(({ isHandled }) => !isHandled);
  if (own) return own;
  for (const { callees, mayBeHandled } of fn.calls()) {
    if (mayBeHandled) continue;
    for (const { confidence, function: callee } of callees) {
      const deeper = confidence === 'high' && callee ? throwing(callee, depth + 1, seen) : undefined;
      if (deeper) return deeper;
    }
  }
  return undefined;
}
