import type { Host } from '../host/host.ts';

export const STAGE_NAMES = [
  'discover',
  'read',
  'parse',
  'facts',
  'link',
  'flow',
  'lint',
  'filter',
  'excerpts',
] as const;
export type StageName = (typeof STAGE_NAMES)[number];

/** What a stage took, all files together. */
export interface StageTiming {
  readonly stage: StageName;
  readonly milliseconds: number;
  /** Bytes the process held when the stage ended last. */
  readonly memory: number;
}

/** Adds up what each stage takes. */
export class Stopwatch {
  private readonly host: Host;
  private readonly spent = new Map<StageName, { milliseconds: number; memory: number }>();

  constructor(host: Host) {
    this.host = host;
  }

  /** The result of `action`, its time booked on `stage`, also if it throws. */
  time<T>(stage: StageName, action: () => T): T {
    const start = this.host.now();
    try {
      return action();
    } finally {
      const entry = this.spent.get(stage) ?? { milliseconds: 0, memory: 0 };
      entry.milliseconds += this.host.now() - start;
      this.spent.set(stage, entry);
    }
  }

  /** Notes the memory in use as that of `stage`; too slow to do after every file. */
  weigh(stage: StageName): void {
    const entry = this.spent.get(stage);
    if (entry) entry.memory = this.host.memory();
  }

  /** In the order of the flow. */
  timings(): StageTiming[] {
    return STAGE_NAMES.flatMap((stage) => {
      const entry = this.spent.get(stage);
      return entry ? [{ stage, ...entry }] : [];
    });
  }
}
