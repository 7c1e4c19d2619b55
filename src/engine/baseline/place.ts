import { relative } from 'node:path/posix';
import type { Host } from '../../host/host.ts';
import { folderOf, resolve, shown } from '../../host/paths.ts';

/** Where a baseline lies, and how its entries name files. */
export interface BaselinePlace {
  /** As shown to people. */
  readonly name: string;
  /** Absolute. */
  readonly path: string;
  /** A path as findings have it -> as entries have it. */
  readonly toEntry: (file: string) => string;
  /** A path as entries have it -> absolute. */
  readonly absolute: (file: string) => string;
}

/** Entries name files from the folder of the baseline, so that it means the same wherever the tool is started. */
export function placeOf(host: Host, given: string): BaselinePlace {
  const path = host.absolute(given);
  const folder = folderOf(path);
  return {
    name: shown(host.directory, path),
    path,
    toEntry: (file) => relative(folder, host.absolute(file)),
    absolute: (file) => resolve(folder, file),
  };
}
