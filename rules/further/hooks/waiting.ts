import type { CallView, FunctionView } from '../../../src/model/program-view.ts';

/** Callables that may wait for somebody else without end; a queue that is put to has room, unless it was given a size. */
const WAITING: ReadonlySet<string> = new Set([
  'builtins.input',
  'time.sleep',
  'os.wait',
  'os.waitpid',
  'posix.wait',
  'posix.waitpid',
  'select.select',
  'socket.create_connection',
  'socket.socket.accept',
  'socket.socket.connect',
  'socket.socket.recv',
  'socket.socket.recvfrom',
  'subprocess.run',
  'subprocess.call',
  'subprocess.check_call',
  'subprocess.check_output',
  'subprocess.Popen.wait',
  'subprocess.Popen.communicate',
  'urllib.request.urlopen',
  'queue.Queue.get',
  'queue.Queue.join',
  'threading.Thread.join',
  'threading.Event.wait',
  'threading.Condition.wait',
  'threading.Barrier.wait',
  'threading.Lock.acquire',
  'threading.RLock.acquire',
  'threading.Semaphore.acquire',
  'multiprocessing.Process.join',
]);

const WAITING_METHODS = /^(?:requests|httpx|urllib3)\.(?:get|post|put|patch|delete|head|request)$/;

/** Whether a callable of that name may wait. */
export const waits = (name: string): boolean => WAITING.has(name) || WAITING_METHODS.test(name);

/** Functions are looked into so many calls below the hook. */
const DEEPEST = 3;

export interface Found {
  readonly call: CallView;
  readonly name: string;
}

/** The first call in a function, or in what it calls, that may wait. */
export function waiting(fn: FunctionView, depth = 0, seen = new Set<FunctionView>()): Found | undefined {
  if (depth > DEEPEST || seen.has(fn)) return undefined;
  seen.add(fn);
  for (const call of fn.calls()) {
    for (const { names, confidence, function: callee } of call.callees) {
      if (confidence === 'low') continue;
      const name = names.find(waits);
      if (name !== undefined) return { call, name };
      const deeper = callee && waiting(callee, depth + 1, seen);
      if (deeper) return deeper;
    }
  }
  return undefined;
}
