import type { Layer } from './layer.ts';
import { type OptionName, optionOf, type ValueOf } from './options/index.ts';
import { BY_DEFAULT, type Origin } from './origin.ts';

/** Every option with what holds of it, read from layers: the later, the stronger. */
export class ResolvedOptions {
  readonly layers: readonly Layer[];

  constructor(layers: readonly Layer[]) {
    this.layers = layers;
  }

  /** What holds of an option. */
  get<Name extends OptionName>(name: Name): ValueOf<Name> {
    const { kind, default: byDefault } = optionOf(name);
    let value: unknown = byDefault;
    for (const { sets, adds } of this.layers) {
      const set = sets.get(name);
      if (set) value = kind.merge && value !== undefined ? kind.merge(value, set.value) : set.value;
      const added = adds.get(name);
      if (added)
        value = [...new Set([...(value as readonly unknown[]), ...(added.value as readonly unknown[])])];
    }
    return value as ValueOf<Name>;
  }

  /** Who says so: the default alone, or the source that sets it and those that add to it, in order. */
  origins(name: OptionName): readonly Origin[] {
    const { kind } = optionOf(name);
    let origins: Origin[] = [BY_DEFAULT];
    for (const { sets, adds } of this.layers) {
      const set = sets.get(name);
      if (set) origins = kind.merge ? [...origins, set.origin] : [set.origin];
      const added = adds.get(name);
      if (added) origins.push(added.origin);
    }
    return origins.length > 1 ? origins.filter((origin) => origin !== BY_DEFAULT) : origins;
  }
}
