import type { RuleOptions } from '../config/kinds/rule-options.ts';
import type { CallGraphSettings, Settings, WhySettings } from '../config/settings.ts';
import type { Discovery } from '../discover/source-file.ts';
import type { CallGraphReport } from '../engine/call-graph.ts';
import type { RunIo } from '../engine/read-files.ts';
import type { Host } from '../host/host.ts';
import type { Rule } from '../lint/rule/contract.ts';
import type { ConfiguredRule } from '../lint/rule/run.ts';
import type { ConfiguredRaiser } from '../model/configured-raiser.ts';
import type { Report } from '../model/finding.ts';
import type { RaiserTable } from '../model/raiser-table.ts';
import type { Why } from '../model/why.ts';

export interface Output {
  write(text: string): void;
  readonly isTTY: boolean;
}

/** What a file gets: a text, bytes, or the pieces of a text. */
export type FileContent = string | Uint8Array | Iterable<string>;

/** The streams and the surroundings of one run. */
export interface CliIo {
  readonly stdout: Output;
  readonly stderr: Output;
  /** Of the terminal, in characters. */
  readonly columns: number;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** All of standard input. */
  readonly readInput: () => Promise<Uint8Array>;
  /** Writes a whole file; the path as the user gave it. Rejects if that is not possible. */
  readonly writeFile: (path: string, content: FileContent) => Promise<void>;
  /** Writes a file that is not there yet, and the folders around it. Rejects if it is there. */
  readonly newFile: (path: string, text: string) => Promise<void>;
  /** Asks a person and gives the line that is typed; absent: nobody is there to be asked. */
  readonly ask?: (question: string) => Promise<string>;
}

/** A step forward: so many of so many units of a stage. */
export type OnProgress = (done: number, total: number, stage: string) => void;

/** What `bin` puts together; each part loads when it is first asked for. */
export interface Composition {
  readonly version: string;
  /** The machine, for configuration files. */
  readonly host: () => Promise<Host>;
  /** Our rules beyond the table and those of the modules named, whose code is loaded. Rejects with a UsageError. */
  readonly rules: (plugins: readonly string[]) => Promise<readonly Rule[]>;
  /** Rules with their options, by name. Rejects with a UsageError for options that a rule does not have. */
  readonly configured: (rules: readonly Rule[], options: RuleOptions) => Promise<readonly ConfiguredRule[]>;
  /** The table with the names of the rules beyond it; without saying, of ours. */
  readonly table: (rules?: readonly Rule[], raisers?: readonly ConfiguredRaiser[]) => Promise<RaiserTable>;
  /** Finds the files, and analyses none. */
  readonly discover: (settings: Settings) => Promise<Discovery>;
  readonly analyse: (settings: Settings, table: RaiserTable, io: RunIo) => Promise<Report>;
  readonly callGraph: (
    settings: CallGraphSettings,
    table: RaiserTable,
    io: RunIo,
  ) => Promise<CallGraphReport>;
  readonly why: (settings: WhySettings, table: RaiserTable, io: RunIo) => Promise<Why>;
  /** Milliseconds from some fixed moment. */
  readonly now: () => number;
  /** Bytes of a text after gzip. */
  readonly gzipSize: (text: string) => number;
}

/**
 * Whether to colour what goes to `output`: `NO_COLOR` says no, `FORCE_COLOR` yes (but for 0 and false), else a
 * terminal that is not dumb.
 */
export function wantsColor({ env }: Pick<CliIo, 'env'>, output: Output): boolean {
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false';
  return output.isTTY && env.TERM !== 'dumb';
}
