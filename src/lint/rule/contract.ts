import type { Tier } from '../../model/catalogue.ts';
import type { Confidence, Finding, WitnessStep } from '../../model/finding.ts';
import type {
  CallView,
  ClassView,
  FunctionView,
  ImportView,
  PlaceView,
  ProgramView,
} from '../../model/program-view.ts';
import type { OptionsOf } from './options-type.ts';

/** Options as the configuration gives them: an object of what the schema of the rule takes. */
export type RuleOptions = Readonly<Record<string, unknown>>;

/** What a rule says of itself. */
export interface RuleMeta<Id extends string = string, Schema extends RuleOptions = RuleOptions> {
  /** Capital letters and four digits, `ACME0001`; never given twice. `PYA` is ours. */
  readonly code: string;
  /** `no-shell`: what people write in place of the code, and what a finding has as its event. */
  readonly name: string;
  /** From which presets make levels. */
  readonly tier: Tier;
  /** One sentence. */
  readonly summary: string;
  /** Why it matters, and what to do about it; Markdown. */
  readonly meaning: string;
  /** A page about it. */
  readonly url?: string;
  /** Texts of its findings; `{{name}}` stands for what `report` is given under that name. */
  readonly messages: Readonly<Record<Id, string>>;
  /** JSON schema of its options; absent: it takes none. */
  readonly options?: Schema;
}

/** One finding, as a rule reports it. */
export interface RuleReport<Id extends string = string> {
  /** Any view has one. */
  readonly place: PlaceView;
  readonly messageId: Id;
  /** What stands for the placeholders of the message. */
  readonly data?: Readonly<Record<string, string | number>>;
  /** `high` if absent. */
  readonly confidence?: Confidence;
  /** How the code gets from the place to what is bad about it. */
  readonly witness?: readonly WitnessStep[];
}

/** What a rule is given. */
export interface RuleContext<Id extends string = string, Options = RuleOptions> {
  readonly program: ProgramView;
  /** From the configuration; an empty object without. */
  readonly options: Options;
  /** @throws Error for an unknown message, or a placeholder without data: a mistake in the rule. */
  report(report: RuleReport<Id>): void;
}

/** An event that a place of the project can raise, as reports show it, and the call behind it. */
export interface EventView
  extends PlaceView,
    Pick<
      Finding,
      'event' | 'tier' | 'confidence' | 'provenance' | 'phases' | 'arguments' | 'witness' | 'targets'
    > {
  /** Undefined where no call raises it: an attribute, an import. */
  readonly call: CallView | undefined;
}

/** What each kind of listener hears. */
export interface Heard {
  readonly Call: CallView;
  readonly Event: EventView;
  readonly Import: ImportView;
  readonly Function: FunctionView;
  readonly Class: ClassView;
}
export type HeardKind = keyof Heard;

/**
 * Functions by what they listen to: a kind, or a kind with a glob for a name: `Call:os.*` for what may be called,
 * `Event:socket.*`, `Import:pickle` for the module, `Class:threading.Thread` for any base. `Program:end` comes last.
 */
export type Listeners = {
  readonly [K in HeardKind as K | `${K}:${string}`]?: (heard: Heard[K]) => void;
} & { readonly 'Program:end'?: () => void };

/** What may stand as a key of listeners. */
type ListenerKey = keyof Listeners;

/**
 * Listeners as they are, with a sentence in place of the type of what is wrong: TypeScript takes surplus keys of what a
 * function returns for harmless, and an asynchronous function for one that returns nothing. A key that is any text is
 * looked at when the rule runs.
 */
type Checked<Given> = {
  readonly [Key in keyof Given]: string extends Key
    ? Given[Key]
    : Key extends ListenerKey
      ? NonNullable<Given[Key]> extends (...heard: never) => PromiseLike<unknown>
        ? 'rules run at once: this listener may not be asynchronous'
        : Given[Key]
      : 'there is no such listener: Call, Event, Import, Function, Class, each with or without `:name`, and Program:end';
};

/** A rule: what it says of itself, and what it does with one program. */
export interface Rule<Id extends string = string> {
  readonly meta: RuleMeta<Id>;
  create(context: RuleContext<Id>): Listeners;
}

/** A rule as its author writes it: options follow from their schema, and listeners are what they are and no more. */
export interface RuleDefinition<Id extends string, Schema extends RuleOptions, Given extends Listeners> {
  readonly meta: RuleMeta<Id, Schema>;
  create(
    context: RuleContext<Id, RuleOptions extends Schema ? RuleOptions : OptionsOf<Schema>>,
  ): Given & Checked<Given>;
}

/** Gives the rule back; ids of messages, types of options and keys of listeners are checked on the way. */
export const defineRule = <
  const Id extends string,
  const Schema extends RuleOptions,
  Given extends Listeners,
>(
  rule: RuleDefinition<Id, Schema, Given>,
): Rule<Id> => rule as unknown as Rule<Id>;
