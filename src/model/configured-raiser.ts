import type { Condition, Place, Tier } from './catalogue.ts';

/** What a project's configuration says of a callable that the analysis would not know by itself. */
export interface ConfiguredRaiser {
  /** `mylib.run`, of a method with its class: `mylib.Client.send`. */
  readonly api: string;
  readonly of: 'function' | 'method' | 'class';
  /** What a call raises: an event of CPython, or one of the project's own. */
  readonly event?: string;
  /** Where the event's arguments come from. */
  readonly arguments: Readonly<Record<string, readonly Place[]>>;
  /** Of an event of the project's own. */
  readonly tier: Tier;
  /** Versions and platforms, as the table of events writes them; absent: all. */
  readonly targets?: string;
  /** Whatever it does, its events do not count. */
  readonly safe: boolean;
  /** Arguments that it calls. */
  readonly calls: readonly Place[];
  /** What has to hold of a call for the event; all of it. */
  readonly when: readonly Condition[];
  /** Where that is written, as messages name it. */
  readonly where: string;
}
