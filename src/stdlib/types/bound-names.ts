/**
 * Modules that hand on the methods of an object of theirs as functions, where the stubs assign what the index cannot
 * follow. Module -> the object's class. Lib/multiprocessing/__init__.py: `globals().update((name,
 * getattr(context._default_context, name)) for name in __all__)`.
 */
export const BOUND_NAMES: ReadonlyMap<string, string> = new Map([
  ['multiprocessing', 'multiprocessing.context.DefaultContext'],
]);
