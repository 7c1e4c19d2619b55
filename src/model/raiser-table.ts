import type { Brand } from './brand.ts';
import type { ArgumentMap, Condition, EventRule, Raiser } from './catalogue.ts';
import type { TargetMask } from './targets.ts';

/** Position of a rule in `RaiserTable.rules`. */
export type EventId = Brand<number, 'EventId'>;

/** One raiser of one event, with its targets resolved. */
export interface CompiledRaiser {
  readonly event: EventId;
  readonly raiser: Raiser;
  readonly targets: TargetMask;
  readonly when: readonly Condition[];
  readonly map: ArgumentMap;
}

/**
 * What `flow` asks: which events does this API raise directly? Keys are canonical names; `canonical` maps every
 * alias to its key. Made once from the rules; immutable.
 */
export interface RaiserTable {
  readonly rules: readonly EventRule[];
  readonly eventIds: ReadonlyMap<string, EventId>;
  readonly canonical: ReadonlyMap<string, string>;
  /** Functions, methods and classes by canonical dotted name. */
  readonly calls: ReadonlyMap<string, readonly CompiledRaiser[]>;
  /** Attribute access, by attribute name, then in the raiser the class. `*` holds the wildcard rows. */
  readonly attributes: ReadonlyMap<string, readonly CompiledRaiser[]>;
  readonly imports: readonly CompiledRaiser[];
  readonly interpreter: readonly CompiledRaiser[];
  /** Result class of a call, by canonical name, from `returns`. */
  readonly returns: ReadonlyMap<string, string>;
}
