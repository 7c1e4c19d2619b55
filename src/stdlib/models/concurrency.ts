import type { CallbackCall, CallbackModel, Operand } from './callback-model.ts';

/** A call of `target` with `args` and `kwargs`, in a thread or process of its own. */
const started = (callee: Operand, args: Operand, kwargs: Operand): CallbackModel => ({
  calls: [{ callee, passes: [{ spread: args }, { spreadNamed: kwargs }], when: 'thread' }],
});
const thread = started({ at: 1, named: 'target' }, { at: 3, named: 'args' }, { at: 4, named: 'kwargs' });
/** A call with the arguments behind the callable. */
const withRest = (position: number, when?: CallbackCall['when']): CallbackModel => ({
  calls: [{ callee: position, passes: [{ restFrom: position + 1 }], ...(when && { when }) }],
});
const givesResult = (position: number): CallbackModel => ({
  ...withRest(position, 'thread'),
  gives: { value: 'result' },
});
const initializer = (position: number): CallbackCall => ({
  callee: { at: position, named: 'initializer' },
  passes: [{ spread: { at: position + 1, named: 'initargs' } }],
  when: 'thread',
});

const ARGS: Operand = { at: 1, named: 'args' };
const KWDS: Operand = { at: 2, named: 'kwds' };
const applied: CallbackCall = {
  callee: { at: 0, named: 'func' },
  passes: [{ spread: ARGS }, { spreadNamed: KWDS }],
  when: 'thread',
};
const mapped: CallbackCall = {
  callee: { at: 0, named: 'func' },
  passes: [{ elementOf: { at: 1, named: 'iterable' } }],
  when: 'thread',
};
const starMapped: CallbackCall = {
  ...mapped,
  passes: [{ spread: { elementOf: { at: 1, named: 'iterable' } } }],
};
/** `callback` gets what was worked out, or a list of it; `error_callback` what was raised. */
const answered = (position: number): readonly CallbackCall[] => [
  { callee: { at: position, named: 'callback' }, passes: ['result'], when: 'thread' },
  {
    callee: { at: position + 1, named: 'error_callback' },
    passes: [{ an: 'builtins.BaseException' }],
    when: 'thread',
  },
];
const listed: CallbackModel['gives'] = { listOf: 'result' };
const ASYNC = 'multiprocessing.pool.AsyncResult';

/** Threads, processes, event loops, schedulers. */
export const CONCURRENCY: Readonly<Record<string, CallbackModel>> = {
  // https://docs.python.org/3/library/threading.html
  'threading.Thread': thread,
  'threading.Timer': started(
    { at: 1, named: 'function' },
    { at: 2, named: 'args' },
    { at: 3, named: 'kwargs' },
  ),
  '_thread.start_new_thread': started(0, 1, 2),
  // https://docs.python.org/3/library/multiprocessing.html
  'multiprocessing.Process': thread,
  'multiprocessing.process.BaseProcess': thread,
  'multiprocessing.Pool': { calls: [initializer(1)], gives: { value: { an: 'multiprocessing.pool.Pool' } } },
  'multiprocessing.pool.Pool': { calls: [initializer(1)] },
  'multiprocessing.pool.ThreadPool': { calls: [initializer(1)] },
  'multiprocessing.pool.Pool.apply': { calls: [applied], gives: { value: 'result' } },
  'multiprocessing.pool.Pool.apply_async': {
    calls: [applied, ...answered(3)],
    gives: { made: ASYNC, of: 'result' },
  },
  'multiprocessing.pool.Pool.map': { calls: [mapped], gives: listed },
  'multiprocessing.pool.Pool.imap': { calls: [mapped], gives: listed },
  'multiprocessing.pool.Pool.imap_unordered': { calls: [mapped], gives: listed },
  'multiprocessing.pool.Pool.map_async': { calls: [mapped, ...answered(3)] },
  'multiprocessing.pool.Pool.starmap': { calls: [starMapped], gives: listed },
  'multiprocessing.pool.Pool.starmap_async': { calls: [starMapped, ...answered(3)] },
  // https://docs.python.org/3/library/concurrent.futures.html
  'concurrent.futures.thread.ThreadPoolExecutor': { calls: [initializer(2)] },
  'concurrent.futures.process.ProcessPoolExecutor': { calls: [initializer(2)] },
  'concurrent.futures._base.Executor.submit': {
    ...withRest(0, 'thread'),
    gives: { made: 'concurrent.futures.Future', of: 'result' },
  },
  'concurrent.futures._base.Executor.map': {
    calls: [{ callee: 0, passes: [{ eachFrom: 1 }], when: 'thread' }],
    gives: listed,
  },
  'concurrent.futures._base.Future.add_done_callback': {
    calls: [{ callee: { at: 0, named: 'fn' }, passes: ['receiver'], when: 'later' }],
  },
  // https://docs.python.org/3/library/asyncio-eventloop.html, asyncio-future.html, asyncio-task.html
  'asyncio.to_thread': givesResult(0),
  'asyncio.events.AbstractEventLoop.call_soon': withRest(0, 'later'),
  'asyncio.events.AbstractEventLoop.call_soon_threadsafe': withRest(0, 'later'),
  'asyncio.events.AbstractEventLoop.call_later': withRest(1, 'later'),
  'asyncio.events.AbstractEventLoop.call_at': withRest(1, 'later'),
  'asyncio.events.AbstractEventLoop.add_signal_handler': withRest(1, 'later'),
  'asyncio.events.AbstractEventLoop.add_reader': withRest(1, 'later'),
  'asyncio.events.AbstractEventLoop.add_writer': withRest(1, 'later'),
  'asyncio.events.AbstractEventLoop.run_in_executor': {
    ...withRest(1, 'thread'),
    gives: { made: 'asyncio.Future', of: 'result' },
  },
  'asyncio.events.AbstractEventLoop.set_exception_handler': {
    calls: [{ callee: 0, passes: ['receiver', { an: 'builtins.dict' }], when: 'later' }],
  },
  'asyncio.events.AbstractEventLoop.create_server': {
    calls: [{ callee: { at: 0, named: 'protocol_factory' }, when: 'later' }],
  },
  'asyncio.events.AbstractEventLoop.create_connection': {
    calls: [{ callee: { at: 0, named: 'protocol_factory' } }],
  },
  '_asyncio.Future.add_done_callback': {
    calls: [{ callee: 0, passes: ['receiver'], when: 'later' }],
  },
  'asyncio.start_server': {
    calls: [
      {
        callee: { at: 0, named: 'client_connected_cb' },
        passes: [{ an: 'asyncio.StreamReader' }, { an: 'asyncio.StreamWriter' }],
        when: 'later',
      },
    ],
  },
  // https://docs.python.org/3/library/sched.html
  'sched.scheduler.enter': scheduled(),
  'sched.scheduler.enterabs': scheduled(),
  'sched.scheduler': {
    calls: [
      { callee: { at: 0, named: 'timefunc' }, when: 'later' },
      { callee: { at: 1, named: 'delayfunc' }, passes: [{ an: 'builtins.float' }], when: 'later' },
    ],
  },
};

function scheduled(): CallbackModel {
  const [call] = started(
    { at: 2, named: 'action' },
    { at: 3, named: 'argument' },
    { at: 4, named: 'kwargs' },
  ).calls;
  return { calls: [{ ...call!, when: 'later' }] };
}
