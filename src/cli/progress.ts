import type { SingleBar } from 'cli-progress';
import type { CliIo, OnProgress } from './io.ts';

/** Shorter runs show no bar. */
const QUIET_MS = 1_000;

export interface Progress {
  readonly step: OnProgress;
  readonly stop: () => void;
}

const SILENT: Progress = { step: () => {}, stop: () => {} };

/** A bar on standard error for runs over a second; nothing where that is no terminal. */
export async function progressOn({ stderr, columns, env }: CliIo, now: () => number): Promise<Progress> {
  if (!stderr.isTTY || env.TERM === 'dumb' || env.CI) return SILENT;
  const start = now();
  let bar: SingleBar | undefined;
  const cliProgress = await import('cli-progress');
  const stream = {
    isTTY: true,
    columns,
    write: (text: string) => stderr.write(text),
  } as unknown as NodeJS.WritableStream;
  return {
    step: (done, total, stage) => {
      if (!bar) {
        if (now() - start < QUIET_MS) return;
        const format = '{stage} [{bar}] {value}/{total}';
        const options = { format, stream, clearOnComplete: true, hideCursor: true, barsize: 30 };
        bar = new cliProgress.default.SingleBar(options, cliProgress.default.Presets.shades_classic);
        bar.start(total, done, { stage });
      }
      bar.setTotal(total);
      bar.update(done, { stage });
      // The work holds the thread, so the bar's own timer seldom gets its turn.
      bar.render();
    },
    stop: () => bar?.stop(),
  };
}
