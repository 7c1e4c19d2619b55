import type { ConfiguredRaiser } from '../model/configured-raiser.ts';
import type { Configuration } from './files/load.ts';
import type { Section } from './files/section.ts';
import type { Layer, Override } from './layer.ts';
import { type OptionName, optionOf, type ValueOf } from './options/index.ts';
import { BY_DEFAULT, type Origin } from './origin.ts';

/** Every option with what holds of it. */
export class ResolvedOptions {
  readonly configuration: Configuration;
  private readonly pairs: readonly Section[];
  private readonly flags: Layer;
  /** The later, the stronger. */
  private readonly layers: readonly Layer[];

  /**
   * @param pairs each `--config KEY=VALUE`.
   * @param overrides what holds of one file beside the rest.
   */
  constructor(
    configuration: Configuration,
    pairs: readonly Section[],
    flags: Layer,
    overrides: readonly Layer[] = [],
  ) {
    this.configuration = configuration;
    this.pairs = pairs;
    this.flags = flags;
    const files = configuration.files.map(({ layer }) => layer);
    this.layers = [...files, ...overrides, ...pairs.map(({ layer }) => layer), flags];
  }

  /** Whether any setting differs by file. */
  get hasOverrides(): boolean {
    return this.overrides.length > 0;
  }

  /** What holds of some files, the later the stronger. */
  get overrides(): readonly Override[] {
    return this.sections.flatMap(({ overrides }) => overrides);
  }

  /** What is said of callables, the later the stronger. */
  get raisers(): readonly ConfiguredRaiser[] {
    return this.sections.flatMap(({ raisers }) => raisers);
  }

  private get sections(): readonly Section[] {
    return [...this.configuration.files, ...this.pairs];
  }

  /** The layers of one file, absolute: what is said of some files is stronger than what is said of all. */
  forFile(path: string): ResolvedOptions {
    const matching = this.sections.flatMap(({ overrides }) =>
      overrides.filter(({ applies }) => applies(path)),
    );
    if (matching.length === 0) return this;
    const layers = matching.map(({ layer }) => layer);
    return new ResolvedOptions(this.configuration, this.pairs, this.flags, layers);
  }

  /** The options as each override alone would make them. */
  underEachOverride(): ResolvedOptions[] {
    const { configuration, pairs, flags } = this;
    return this.overrides.map(({ layer }) => new ResolvedOptions(configuration, pairs, flags, [layer]));
  }

  /** Who adds to a list that nobody has begun. */
  addsToNothing(name: OptionName): Origin | undefined {
    if (this.get(name) !== undefined) return undefined;
    return this.layers.map(({ adds }) => adds.get(name)?.origin).find((origin) => origin !== undefined);
  }

  /** How strong the last word on an option is: 0 by default, more the later its source. */
  strength(name: OptionName): number {
    return this.layers.findLastIndex(({ sets, adds }) => sets.has(name) || adds.has(name)) + 1;
  }

  /** What holds of an option. */
  get<Name extends OptionName>(name: Name): ValueOf<Name> {
    const { kind, default: byDefault } = optionOf(name);
    let value: unknown = byDefault;
    for (const { sets, adds } of this.layers) {
      const set = sets.get(name);
      if (set) value = kind.merge && value !== undefined ? kind.merge(value, set.value) : set.value;
      const added = adds.get(name);
      if (added && value !== undefined) value = [...new Set([...items(value), ...items(added.value)])];
    }
    return value as ValueOf<Name>;
  }

  /** Who says so: the default alone, or the source that sets it and those that add to it, in order. */
  origins(name: OptionName): readonly Origin[] {
    const { kind } = optionOf(name);
    let origins: Origin[] = [];
    for (const { sets, adds } of this.layers) {
      const set = sets.get(name);
      if (set) origins = kind.merge ? [...origins, set.origin] : [set.origin];
      const added = adds.get(name);
      if (added) origins.push(added.origin);
    }
    return origins.length > 0 ? origins : [BY_DEFAULT];
  }
}

const items = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
