import type { RunIo } from '../engine/read-files.ts';
import type { StageTiming } from '../engine/stopwatch.ts';
import type { CallStatistics } from '../flow/graph/call-statistics.ts';
import { columns } from '../report/columns.ts';
import { neutralise } from '../report/neutralise.ts';
import { counted, grouped } from '../report/style.ts';
import type { CliIo } from './io.ts';

/** What `--timing` tells on standard error, gathered while the run goes on; silent without the flag. */
export class Figures {
  /** What the run is to report to. */
  readonly io: Pick<RunIo, 'timings' | 'calls' | 'cacheTrouble'>;
  private stages: readonly StageTiming[] = [];
  private calls: CallStatistics | undefined;
  private cacheTrouble: string | undefined;

  constructor(isWanted: boolean) {
    this.io = isWanted
      ? {
          timings: (stages) => {
            this.stages = stages;
          },
          calls: (calls) => {
            this.calls = calls;
          },
          cacheTrouble: (reason) => {
            this.cacheTrouble = reason;
          },
        }
      : {};
  }

  print(io: CliIo): void {
    const lines = [
      ...(this.stages.length > 0 ? stageLines(this.stages) : []),
      ...(this.calls ? callLines(this.calls) : []),
      ...(this.cacheTrouble ? [`the cache keeps nothing: ${neutralise(this.cacheTrouble)}`] : []),
    ];
    for (const line of lines) io.stderr.write(`${line}\n`);
  }
}

const MEGABYTE = 1_000_000;

function stageLines(stages: readonly StageTiming[]): string[] {
  const total = stages.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
  const most = Math.max(...stages.map(({ memory }) => memory));
  const row = (name: string, milliseconds: number, memory: number): string[] => [
    name,
    `${grouped(Math.round(milliseconds))} ms`,
    memory === 0 ? '' : `${grouped(Math.round(memory / MEGABYTE))} MB`,
  ];
  return columns(
    [{ title: 'stage' }, { title: 'time', align: 'right' }, { title: 'memory', align: 'right' }],
    [
      ...stages.map(({ stage, milliseconds, memory }) => row(stage, milliseconds, memory)),
      row('all', total, most),
    ],
  );
}

function callLines({ calls, resolved, ambiguous, unknown, reasons }: CallStatistics): string[] {
  const share = (count: number): string => (calls === 0 ? '' : `${((100 * count) / calls).toFixed(1)} %`);
  const grades = columns(
    [{}, { align: 'right' }, { align: 'right' }],
    [
      ['resolved', String(resolved), share(resolved)],
      ['ambiguous', String(ambiguous), share(ambiguous)],
      ['unknown', String(unknown), share(unknown)],
    ],
  );
  const why = columns(
    [{ align: 'right' }, {}],
    reasons.map(([reason, count]) => [String(count), reason]),
  );
  return [
    '',
    `${counted(calls, 'call')}: resolved is one with a callee of medium confidence or better`,
    ...grades,
    ...(why.length > 0 ? ['', 'not resolved, by why:', ...why] : []),
  ];
}
