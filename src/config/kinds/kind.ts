import type { Position, TomlNode } from '../toml/node.ts';

/** A JSON schema, as far as options need one. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** What reading a value may ask for and tell. */
export interface ReadContext {
  /** What is read, as messages call it: `--preset`, or `` `preset` ``. */
  readonly subject: string;
  /** Whether the value was written on the command line: numbers are texts there. */
  readonly isFlag: boolean;
  /** Notes a mistake; reading goes on, so that all mistakes are told at once. */
  readonly problem: (at: Position, message: string) => void;
  /** A path as written -> what the host takes: absolute where it stands in a configuration file. */
  readonly path: (written: string) => string;
  /** The folder that globs are seen from, absolute. */
  readonly folder: string;
  readonly selectors: SelectorCheck;
}

/** What is known of selectors where the rules are. */
export interface SelectorCheck {
  /**
   * Why a selector names nothing; undefined if it names something. What is no flag may name a rule of a plugin that
   * this run is without: a project has one configuration for runs with it and without.
   */
  readonly problem: (selector: string, isFlag: boolean) => string | undefined;
  /** The code of the one rule that it names by code or event; undefined for globs and categories. */
  readonly exact: (selector: string) => string | undefined;
}

/** One kind of value that options have: how it is read, shown and described to editors. */
export interface Kind<Value> {
  /** What a flag takes: nothing, one value (of several the last stands), values with commas, values taken whole. */
  readonly takes: 'nothing' | 'one' | 'list' | 'several';
  /** What stands for the value in the help: `DIR`. */
  readonly label?: string;
  /** All values there are, if they can be listed. */
  readonly choices?: readonly string[];
  /** The words of a flag as a node; without it they are a text or a list of texts. */
  readonly ofWords?: (words: readonly string[], context: ReadContext) => TomlNode | undefined;
  /** The value; undefined where a problem was noted. */
  read(node: TomlNode, context: ReadContext): Value | undefined;
  /** The value as it could be written in a configuration file: texts, numbers, booleans, lists, tables. */
  plain(value: Value): unknown;
  /** What a stronger source makes of a weaker one's value; without it, it takes its place. */
  merge?(weaker: Value, stronger: Value): Value;
  readonly schema: JsonSchema;
}
