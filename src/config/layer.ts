import type { Glob } from './globs.ts';
import type { OptionName } from './options/index.ts';
import type { Origin } from './origin.ts';

/** A value, and who says so. */
export interface Given {
  readonly value: unknown;
  readonly origin: Origin;
}

/** What one source says: a configuration file, an override of it, the command line. */
export interface Layer {
  readonly sets: ReadonlyMap<OptionName, Given>;
  /** Lists that are added to what weaker sources say. */
  readonly adds: ReadonlyMap<OptionName, Given>;
}

/** A layer while it is read. */
export interface OpenLayer extends Layer {
  readonly sets: Map<OptionName, Given>;
  readonly adds: Map<OptionName, Given>;
}

export const openLayer = (): OpenLayer => ({ sets: new Map(), adds: new Map() });

/** What a configuration file says of some files. */
export interface Override {
  readonly globs: readonly Glob[];
  /** Whether it holds for a file, absolute. */
  readonly applies: (file: string) => boolean;
  readonly layer: Layer;
}
