import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** One run of a program. */
export interface Sample {
  readonly seconds: number;
  /** Peak resident memory in bytes; 0 where /proc does not tell. */
  readonly memory: number;
  readonly exitCode: number | null;
}

const POLL_MS = 10;

/** The peak so far, from the kernel's own mark; it only ever grows, so polling loses the last few milliseconds. */
function peakOf(pid: number): number {
  try {
    const kilobytes = /^VmHWM:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return Number(kilobytes ?? 0) * 1024;
  } catch {
    return 0;
  }
}

/** Runs a program to its end, its output thrown away. */
export function sample(program: string, words: readonly string[]): Promise<Sample> {
  const start = performance.now();
  const child = spawn(program, words, { stdio: 'ignore' });
  let memory = 0;
  const timer = setInterval(() => {
    if (child.pid !== undefined) memory = Math.max(memory, peakOf(child.pid));
  }, POLL_MS);
  return new Promise((resolve, reject) => {
    child.on('error', (error) => {
      clearInterval(timer);
      reject(error);
    });
    child.on('exit', (exitCode) => {
      clearInterval(timer);
      resolve({ seconds: (performance.now() - start) / 1000, memory, exitCode });
    });
  });
}

/** The middle of the values, or the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
