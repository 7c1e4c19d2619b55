import type { CallbackModel } from './callback-model.ts';
import { CONCURRENCY } from './concurrency.ts';
import { DATA } from './data.ts';
import { FUNCTIONAL } from './functional.ts';
import { HOOKS } from './hooks.ts';
import { PARSING } from './parsing.ts';
import { TEMPLATE_METHODS } from './template-methods.ts';

/**
 * Library callables that call what they are given, by dotted name; methods stand under the class that defines them,
 * and those of subclasses are found by it. `C.__init__` is the row of the class.
 */
export const CALLBACKS: ReadonlyMap<string, CallbackModel> = new Map(
  [TEMPLATE_METHODS, FUNCTIONAL, CONCURRENCY, HOOKS, DATA, PARSING].flatMap((rows) => Object.entries(rows)),
);

/** Names of methods that have rows. */
export const CALLBACK_METHODS: ReadonlySet<string> = new Set(
  [...CALLBACKS.keys()].map((dotted) => dotted.slice(dotted.lastIndexOf('.') + 1)),
);
