/**
 * Library callables that call what they are given. `callee` is the operand that is called; `elements`: with an
 * element of each later positional iterable; `rest`: with the operands after it; `later`: not during the call, but
 * from the place where it was handed over all the same.
 */
export interface CallbackModel {
  readonly callee: readonly (`arg:${number}` | `kw:${string}`)[];
  readonly passes?: 'elements' | 'first-elements' | 'rest' | 'thread-arguments';
  readonly gives?: 'result' | 'list-of-results' | 'elements' | 'callee';
}

/**
 * Sources: the functions' pages in CPython's documentation (library/functions, functools, itertools, threading,
 * atexit, signal, concurrent.futures, asyncio).
 */
export const CALLBACKS: Readonly<Record<string, CallbackModel>> = {
  'builtins.map': { callee: ['arg:0'], passes: 'elements', gives: 'list-of-results' },
  'builtins.filter': { callee: ['arg:0'], passes: 'elements', gives: 'elements' },
  'builtins.sorted': { callee: ['kw:key'], passes: 'first-elements', gives: 'elements' },
  'builtins.min': { callee: ['kw:key'], passes: 'first-elements' },
  'builtins.max': { callee: ['kw:key'], passes: 'first-elements' },
  'functools.reduce': { callee: ['arg:0'], passes: 'elements', gives: 'result' },
  'itertools.starmap': { callee: ['arg:0'], gives: 'list-of-results' },
  'itertools.takewhile': { callee: ['arg:0'], passes: 'elements', gives: 'elements' },
  'itertools.dropwhile': { callee: ['arg:0'], passes: 'elements', gives: 'elements' },
  'itertools.filterfalse': { callee: ['arg:0'], passes: 'elements', gives: 'elements' },
  'itertools.groupby': { callee: ['arg:1', 'kw:key'], passes: 'first-elements' },
  'itertools.accumulate': { callee: ['arg:1', 'kw:func'] },
  'atexit.register': { callee: ['arg:0', 'kw:func'], passes: 'rest', gives: 'callee' },
  'threading.Thread': { callee: ['arg:1', 'kw:target'], passes: 'thread-arguments' },
  'threading.Timer': { callee: ['arg:1', 'kw:function'], passes: 'thread-arguments' },
  'multiprocessing.Process': { callee: ['arg:1', 'kw:target'], passes: 'thread-arguments' },
  '_thread.start_new_thread': { callee: ['arg:0'] },
  'signal.signal': { callee: ['arg:1', 'kw:handler'] },
  'sys.settrace': { callee: ['arg:0'] },
  'sys.setprofile': { callee: ['arg:0'] },
  'sys.addaudithook': { callee: ['arg:0'] },
  'weakref.ref': { callee: ['arg:1'] },
  'weakref.finalize': { callee: ['arg:1'] },
  'contextlib.ExitStack.callback': { callee: ['arg:0'], passes: 'rest' },
  'concurrent.futures.ThreadPoolExecutor.submit': { callee: ['arg:0'], passes: 'rest' },
  'concurrent.futures.ProcessPoolExecutor.submit': { callee: ['arg:0'], passes: 'rest' },
  'concurrent.futures.ThreadPoolExecutor.map': {
    callee: ['arg:0'],
    passes: 'elements',
    gives: 'list-of-results',
  },
  'concurrent.futures.ProcessPoolExecutor.map': {
    callee: ['arg:0'],
    passes: 'elements',
    gives: 'list-of-results',
  },
  'asyncio.to_thread': { callee: ['arg:0'], passes: 'rest', gives: 'result' },
  're.sub': { callee: ['arg:1', 'kw:repl'] },
};
