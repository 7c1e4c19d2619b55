/**
 * Library callables that call what they are given. `callee` is the operand that is called; `elements`: with an
 * element of each later positional iterable; `rest`: with the operands after it, from `from` on; `later`: not during the call, but
 * from the place where it was handed over all the same.
 */
export interface CallbackModel {
  readonly callee: readonly (`arg:${number}` | `kw:${string}`)[];
  readonly passes?: 'elements' | 'first-elements' | 'rest' | 'thread-arguments';
  /** Position of the first operand of `rest`; 1 where it is not said. */
  readonly from?: number;
  /** Left out: what the types of the callable say. */
  readonly gives?: 'result' | 'list-of-results' | 'elements' | 'callee';
  /** A generic class: an instance of it is given, whose last type argument is what the callee gives. */
  readonly makes?: string;
}

/**
 * Sources: the functions' pages in CPython's documentation (library/functions, functools, itertools, threading,
 * atexit, signal, concurrent.futures, asyncio-eventloop, codecs, sched, sqlite3, json, re).
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
  'concurrent.futures.ThreadPoolExecutor.submit': {
    callee: ['arg:0'],
    passes: 'rest',
    makes: 'concurrent.futures.Future',
  },
  'concurrent.futures.ProcessPoolExecutor.submit': {
    callee: ['arg:0'],
    passes: 'rest',
    makes: 'concurrent.futures.Future',
  },
  'concurrent.futures.Future.add_done_callback': { callee: ['arg:0', 'kw:fn'] },
  'asyncio.events.AbstractEventLoop.call_soon': { callee: ['arg:0'], passes: 'rest' },
  'asyncio.events.AbstractEventLoop.call_soon_threadsafe': { callee: ['arg:0'], passes: 'rest' },
  'asyncio.events.AbstractEventLoop.call_later': { callee: ['arg:1'], passes: 'rest', from: 2 },
  'asyncio.events.AbstractEventLoop.call_at': { callee: ['arg:1'], passes: 'rest', from: 2 },
  'asyncio.events.AbstractEventLoop.add_signal_handler': { callee: ['arg:1'], passes: 'rest', from: 2 },
  'asyncio.events.AbstractEventLoop.add_reader': { callee: ['arg:1'], passes: 'rest', from: 2 },
  'asyncio.events.AbstractEventLoop.add_writer': { callee: ['arg:1'], passes: 'rest', from: 2 },
  'asyncio.events.AbstractEventLoop.run_in_executor': {
    callee: ['arg:1'],
    passes: 'rest',
    from: 2,
    makes: 'asyncio.Future',
  },
  'codecs.register': { callee: ['arg:0'] },
  'sched.scheduler.enter': { callee: ['arg:2', 'kw:action'] },
  'sched.scheduler.enterabs': { callee: ['arg:2', 'kw:action'] },
  'sqlite3.Connection.create_function': { callee: ['arg:2', 'kw:func'] },
  'sqlite3.Connection.create_collation': { callee: ['arg:1'] },
  'json.loads': { callee: ['kw:object_hook', 'kw:object_pairs_hook'] },
  'json.load': { callee: ['kw:object_hook', 'kw:object_pairs_hook'] },
  'json.dumps': { callee: ['kw:default'] },
  'json.dump': { callee: ['kw:default'] },
  're.subn': { callee: ['arg:1', 'kw:repl'] },
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
