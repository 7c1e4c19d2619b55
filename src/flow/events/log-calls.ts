import { type ClosureRow, closureOf } from '../../stdlib/closure.ts';
import { stepsInside } from './inside.ts';

/** https://docs.python.org/3/library/logging.html#logger-objects and #module-level-functions */
const LOG_CALL = /^logging\.(?:\w+\.)?(debug|info|warning|warn|error|exception|critical|fatal|log)$/;

/** How a record finds its caller. */
const CALLER: ReadonlySet<string> = new Set(['call:sys._getframe', 'get:types.FrameType.f_code']);

/**
 * What is logged for who hunts an error: the root logger has the level WARNING unless a program sets another, and such a
 * call then asks for its level and returns. On the library's own tests 12 of 72 ways through one were seen to happen; of
 * `info` there are too few to tell it from a warning.
 */
const BELOW: ReadonlySet<string> = new Set(['debug']);
const BELOW_LEVEL = 10;

/** Of a log call whose level is asked for, and nothing else of what `logging` does with it. */
const ABOVE_LEVEL = 1;

export interface WayInside {
  readonly cost: number;
  readonly edges: number;
}

/**
 * Cost and call edges of a row of a callable of the library, with a log call on its way as one step: how `logging`
 * looks for the caller is the same behind every one of them, and further away in newer versions.
 *
 * @param cost what the row costs where it is met
 */
export function wayInside(name: string, row: ClosureRow, cost: number = row.cost): WayInside {
  if (row.cost >= BELOW_LEVEL || !CALLER.has(row.leaf)) {
    const called = LOG_CALL.exec(name)?.[1];
    // handlers run behind the level
    const level = called !== undefined && BELOW.has(called) ? BELOW_LEVEL : 0;
    return { cost: cost + level, edges: row.edges };
  }
  const steps = stepsInside(name, row);
  for (const [index, step] of steps.entries()) {
    const method = LOG_CALL.exec(step.name)?.[1];
    if (method === undefined) continue;
    const own = closureOf(step.name).filter(({ leaf }) => leaf === row.leaf);
    const before = Math.max(cost - Math.min(...own.map((one) => one.cost)), 0);
    return { cost: before + (BELOW.has(method) ? BELOW_LEVEL : ABOVE_LEVEL), edges: index + 1 };
  }
  return { cost, edges: row.edges };
}
