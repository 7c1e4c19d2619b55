import type { DependencySettings } from '../config/settings.ts';
import { type Installed, installedPackages, NOTHING_INSTALLED } from '../discover/installed.ts';
import { type Located, Locator } from '../discover/locate.ts';
import type { Discovery, SourceFile } from '../discover/source-file.ts';
import type { Cache } from '../host/cache.ts';
import { attempt, type Host, HostError } from '../host/host.ts';
import { folderOf } from '../host/paths.ts';
import { importsOf } from '../link/imports-of.ts';
import { moduleFinder, relativeName } from '../link/link.ts';
import type { ImportTarget, LinkPaths, Outside } from '../link/program.ts';
import { BUILD } from '../model/version.ts';
import { isLibraryModule } from '../stdlib/module-names.ts';
import { KeptFacts } from './cache/kept-facts.ts';
import { type FileRecord, fileFacts, linkInput, type RunLog } from './file-stages.ts';
import { Keeper } from './keeper.ts';
import { SHELL_FILE } from './notebook/shell.ts';
import type { Stages } from './stages.ts';
import type { Stopwatch } from './stopwatch.ts';

/**
 * No more of installed packages is read than this; the modules nearest to the project come first. A project that
 * reaches more takes longer than anybody waits for a linter.
 */
export const MOST_MODULES = 2000;
export const MOST_BYTES = 24 * 2 ** 20;

/** What reading further files needs. */
export interface DependencyRun {
  readonly host: Host;
  readonly found: Discovery;
  readonly settings: DependencySettings | undefined;
  readonly stages: Stages;
  readonly watch: Stopwatch;
  readonly log: RunLog;
  /** What earlier runs found out of packages; absent: everything is found out anew. */
  readonly cache?: Cache;
}

/**
 * Reads the modules of installed packages that the project's imports lead to, and those that these import, until
 * nothing is new, and adds them to `records`. Gives where imports look, and what is known of modules not read.
 *
 * @throws UsageError for a folder of packages that the user names and that is none.
 */
export function readDependencies(records: Map<string, FileRecord>, run: DependencyRun): LinkPaths {
  const { found, host, settings } = run;
  const folders = found.named.map(({ real, kind }) => (kind === 'file' ? folderOf(real) : real));
  const installed =
    settings && !settings.leftOut
      ? run.watch.time('discover', () => installedPackages(host, settings, folders))
      : NOTHING_INSTALLED;
  const reading = new Reading(records, run, installed);
  reading.everything();
  return {
    roots: found.roots,
    dependencies: records.has(SHELL_FILE) ? [...installed.folders, SHELL_FILE] : installed.folders,
    outside: reading.outside,
    leftOut: settings?.leftOut ?? false,
  };
}

/** Findings stand in the project alone: nobody asks for the text of a package again. */
const NOTHING_KEPT = new Keeper(0);

class Reading {
  readonly outside = new Map<string, Outside>();
  private readonly records: Map<string, FileRecord>;
  private readonly run: DependencyRun;
  private readonly project: (root: string, name: string) => ImportTarget;
  /** Files of the project's folders that are not among those analysed: native modules, stubs. */
  private readonly beside: Locator;
  private readonly installed: Locator;
  private readonly asked = new Set<string>();
  private readonly read: Set<string>;
  private readonly queue: FileRecord[];
  private readonly kept: KeptFacts | undefined;
  private modules = 0;
  private bytes = 0;
  private isFull = false;

  constructor(records: Map<string, FileRecord>, run: DependencyRun, installed: Installed) {
    this.records = records;
    this.run = run;
    this.kept = run.cache && new KeptFacts(run.cache, BUILD);
    this.queue = [...records.values()];
    this.read = new Set(this.queue.map(({ file }) => file.real));
    this.project = moduleFinder(this.queue.map(linkInput), { roots: run.found.roots });
    this.beside = new Locator(run.host, { folders: run.found.roots, mapped: new Map() });
    this.installed = new Locator(run.host, installed);
  }

  everything(): void {
    for (let next = 0; next < this.queue.length; next++) this.imports(this.queue[next]!);
    if (this.isFull) this.run.log.limits.push(full(this.modules));
  }

  private imports({ file, facts }: FileRecord): void {
    // what packages import for their annotations alone leads far and runs nothing
    for (const { level, module, name } of importsOf(facts, !file.isDependency)) {
      if (level === 0 && isLibraryModule(module)) continue;
      const dotted = relativeName(file, level, module, this.run.found.roots);
      if (dotted === undefined) continue;
      if (dotted !== '') this.module(file, dotted);
      if (name !== undefined) this.module(file, dotted === '' ? name : `${dotted}.${name}`);
    }
  }

  /** A module and the packages around it, which are loaded first. */
  private module(from: SourceFile, dotted: string): void {
    const key = from.isDependency ? dotted : `${from.root}:${dotted}`;
    if (this.asked.has(key)) return;
    this.asked.add(key);
    if (isLibraryModule(dotted)) return;
    for (let dot = dotted.indexOf('.'); dot > 0; dot = dotted.indexOf('.', dot + 1)) {
      this.one(from, dotted.slice(0, dot));
    }
    this.one(from, dotted);
  }

  private one(from: SourceFile, name: string): void {
    if (!from.isDependency && this.project(from.root, name).kind !== 'external') return;
    const beside = from.isDependency ? undefined : this.beside.locate(name);
    const located = beside ?? this.installed.locate(name);
    if (!located) return;
    // a stub says what a module is like, and not what it does; beside the project's own code it is of one still to build
    if (located.native !== undefined || (beside && located.file?.isStub)) this.outside.set(name, 'native');
    else if (located.file?.isStub) this.outside.set(name, 'missing');
    if (located.file) this.add(name, located.file, beside);
  }

  private add(name: string, file: SourceFile, beside: Located | undefined): void {
    const real = attempt(() => this.run.host.realPath(file.real));
    if (real instanceof HostError || this.read.has(real)) return;
    if (beside && !file.isStub) {
      this.outside.set(name, 'not-analysed');
      return;
    }
    if (this.modules >= MOST_MODULES || this.bytes >= MOST_BYTES) {
      this.isFull = true;
      this.outside.set(name, 'not-read');
      return;
    }
    this.read.add(real);
    const { isDependency: _, ...own } = file;
    const { host, stages, watch, log } = this.run;
    const placed = { ...(beside ? own : file), real };
    const record = fileFacts(host, placed, stages, watch, log, NOTHING_KEPT, this.kept);
    if (!record) return;
    this.modules++;
    this.bytes += record.bytes;
    this.records.set(file.path, record);
    this.queue.push(record);
  }
}

const full = (modules: number) =>
  ({
    kind: 'unresolved-import',
    file: '',
    reason: 'too much installed code is reached',
    message: `Only the first ${modules} modules of installed packages that imports lead to are analysed.`,
  }) as const;
