import type { SourceFile } from '../discover/source-file.ts';
import type { FileFacts } from '../facts/ir.ts';
import type { Host } from '../host/host.ts';
import type { LinkInput } from '../link/program.ts';
import type { Limit, RunFault } from '../model/finding.ts';
import { LineTable } from '../model/line-table.ts';
import type { KeptFacts } from './cache/kept-facts.ts';
import { Keeper, type SecondReading } from './keeper.ts';
import type { CellMap } from './notebook/cell-map.ts';
import { readSource, type SourceText } from './read-source.ts';
import type { Stages } from './stages.ts';
import type { Stopwatch } from './stopwatch.ts';
import { depthLimits, syntaxLimit, tooDeep } from './syntax-limit.ts';

/** What is kept of a file when its text and tree are dropped. */
export interface FileRecord {
  readonly file: SourceFile;
  readonly facts: FileFacts;
  readonly lines: LineTable;
  /** Of a notebook: where the lines come from. */
  readonly cells?: CellMap;
  readonly bytes: number;
  readonly again: SecondReading;
}

/** A file with its facts, as the program is put together from them. */
export function linkInput({ file, facts }: FileRecord): LinkInput {
  const { path, module, isPackage, root, kind, isDependency, isStub } = file;
  return {
    ...{ path, module, isPackage, root, kind, facts },
    ...(isDependency ? { isDependency } : {}),
    ...(isStub ? { isStub } : {}),
  };
}

/** What the run gathers beside its results. */
export interface RunLog {
  readonly limits: Limit[];
  readonly faults: RunFault[];
}

/** What went wrong, in one line; a stack says nothing to users. */
export const faultMessage = (error: unknown): string =>
  (error instanceof Error ? `${error.name}: ${error.message}` : String(error)).split('\n', 1)[0]!;

/**
 * Reads, parses and lowers one file. Undefined if it gives no facts: the log then says why. Nothing a file holds can
 * end the run.
 *
 * @param kept facts of earlier runs, in place of parsing and lowering
 */
export function fileFacts(
  host: Host,
  file: SourceFile,
  stages: Stages,
  watch: Stopwatch,
  log: RunLog,
  keeper: Keeper = new Keeper(),
  kept?: KeptFacts,
): FileRecord | undefined {
  let stage = 'read';
  try {
    const source = watch.time('read', () => readSource(host, file));
    if ('limit' in source) {
      log.limits.push(source.limit);
      return undefined;
    }
    stage = 'facts';
    let facts = kept && watch.time('facts', () => kept.read(source.bytes));
    if (!facts) {
      stage = 'parse';
      const parsed = watch.time('parse', () => stages.parse(source.text));
      stage = 'facts';
      const lowered = watch.time('facts', () => stages.lower(parsed));
      if (kept) watch.time('facts', () => kept.write(source.bytes, lowered));
      facts = lowered;
    }
    return record(
      file,
      facts,
      source,
      log,
      watch.time('read', () => keeper.keep(source.bytes)),
    );
  } catch (error) {
    // The only way to run out of stack on one file is its own depth.
    if (error instanceof RangeError && /call stack/i.test(error.message)) log.limits.push(tooDeep(file.path));
    else log.faults.push({ stage, file: file.path, message: faultMessage(error) });
    return undefined;
  }
}

function record(
  file: SourceFile,
  facts: FileFacts,
  source: SourceText,
  log: RunLog,
  again: SecondReading,
): FileRecord {
  const lines = new LineTable(source.text);
  const { notebook } = source;
  // a notebook's cells are parsed one by one when it is read
  const syntax = notebook ? undefined : syntaxLimit(file.path, facts, source.text, lines);
  if (syntax) log.limits.push(syntax);
  for (const limit of notebook?.limits ?? []) log.limits.push({ ...limit, file: file.path });
  log.limits.push(...depthLimits(file.path, facts, lines));
  const cells = notebook ? { cells: notebook.map } : {};
  return { file, facts, lines, ...cells, bytes: source.bytes.length, again };
}
