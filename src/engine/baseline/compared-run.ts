import type { Discovery } from '../../discover/source-file.ts';
import { attempt, HostError } from '../../host/host.ts';
import type { ToolIdentity } from '../../model/version.ts';
import type { FileRecord } from '../file-stages.ts';
import type { FilterRun } from '../filter-run.ts';
import type { BaselinePlace } from './place.ts';
import { isOwn } from './states.ts';

/** One run, to be compared with a baseline. */
export interface ComparedRun extends FilterRun {
  readonly found: Discovery;
  readonly tool: ToolIdentity;
}

/** The files of a run under the names that a baseline's entries have. */
export class EntryFiles {
  private readonly analysed: ReadonlyMap<string, FileRecord>;
  private readonly run: ComparedRun;
  private readonly place: BaselinePlace;

  constructor(run: ComparedRun, place: BaselinePlace) {
    this.run = run;
    this.place = place;
    const own = [...run.records.values()].filter(
      (record) => isOwn(record) && run.isReported(record.file.path),
    );
    this.analysed = new Map(own.map((record) => [place.toEntry(record.file.path), record]));
  }

  record(file: string): FileRecord | undefined {
    return this.analysed.get(file);
  }

  all(): IterableIterator<readonly [string, FileRecord]> {
    return this.analysed.entries();
  }

  /** It is there, but no part of this run. */
  isElsewhere(file: string): boolean {
    if (this.analysed.has(file)) return false;
    return !(attempt(() => this.run.host.stat(this.place.absolute(file))) instanceof HostError);
  }
}
