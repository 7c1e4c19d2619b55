import type { CliIo, Composition } from '../../src/cli/io.ts';
import { run } from '../../src/cli/run.ts';
import type { CallGraphSettings, Settings, WhySettings } from '../../src/config/settings.ts';
import { discover } from '../../src/discover/discover.ts';
import type { CallGraphReport } from '../../src/engine/call-graph.ts';
import { MemoryHost } from '../../src/host/memory.ts';
import { table } from '../lint/sample.ts';
import { report } from '../report/sample.ts';
import { why } from '../report/why-sample.ts';

export interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  readonly files: ReadonlyMap<string, string>;
  readonly settings: Settings | undefined;
  readonly graphed: readonly CallGraphSettings[];
  readonly places: readonly WhySettings[];
}

interface Surroundings {
  readonly env?: Record<string, string>;
  readonly isTTY?: boolean;
  readonly input?: string;
  readonly analyse?: Composition['analyse'];
  readonly callGraph?: Composition['callGraph'];
  readonly table?: Composition['table'];
  readonly now?: () => number;
  readonly host?: MemoryHost;
}

export const GRAPH: CallGraphReport = {
  graph: {
    functions: [
      { name: 'm', module: 'm' },
      { name: 'm.f', module: 'm' },
    ],
    edges: [
      { caller: 'm', callee: 'm.f', cost: 0 },
      { caller: 'm.f', callee: '<builtin>.print', cost: 2 },
      { caller: 'm.f', callee: 'm.f', cost: 10 },
    ],
  },
  limits: [],
  faults: [],
};

/** Runs the command line on parts of a test. */
export async function start(argv: readonly string[], around: Surroundings = {}): Promise<Outcome> {
  const { env = {}, isTTY = false, analyse = async () => report(), now = () => 0 } = around;
  const { callGraph = async () => GRAPH, host = new MemoryHost() } = around;
  const files = new Map<string, string>();
  const said = { out: '', err: '' };
  const output = (name: 'out' | 'err') => ({
    isTTY,
    write: (text: string) => {
      said[name] += text;
    },
  });
  const io: CliIo = {
    stdout: output('out'),
    stderr: output('err'),
    columns: 80,
    env,
    readInput: async () => new TextEncoder().encode(around.input ?? ''),
    writeFile: async (path, content) => {
      if (path.startsWith('/nowhere/')) throw new Error('no such directory');
      const bytes = content instanceof Uint8Array;
      files.set(path, bytes ? new TextDecoder().decode(content) : [...content].join(''));
    },
    newFile: async (path, text) => void files.set(path, text),
  };
  let settings: Settings | undefined;
  const graphed: CallGraphSettings[] = [];
  const places: WhySettings[] = [];
  const code = await run(argv, io, {
    version: '1.2.3',
    host: async () => host,
    rules: async () => [],
    configured: async () => [],
    table: around.table ?? (async () => table()),
    discover: async (given) => discover(host, given),
    analyse: (given, ...rest) => {
      settings = given;
      return analyse(given, ...rest);
    },
    callGraph: (given, ...rest) => {
      graphed.push(given);
      return callGraph(given, ...rest);
    },
    why: async (given) => {
      places.push(given);
      return why;
    },
    now,
    gzipSize: (text) => text.length,
  });
  return { code, ...said, files, settings, graphed, places };
}

export const lines = (...words: string[]) => start(words);
