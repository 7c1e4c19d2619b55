import { defineRule } from '../../src/lint/rule/contract.ts';
import type { CallView, FunctionView } from '../../src/model/program-view.ts';

/** Callables that may wait for somebody else without end. */
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
  'queue.Queue.put',
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

/** Functions are looked into so many calls below the hook. */
const DEEPEST = 3;

interface Found {
  readonly call: CallView;
  readonly name: string;
}

/** The first call in a function, or in what it calls, that may wait. */
function waiting(hook: FunctionView, depth = 0, seen = new Set<FunctionView>()): Found | undefined {
  if (depth > DEEPEST || seen.has(hook)) return undefined;
  seen.add(hook);
  for (const call of hook.calls()) {
    for (const { names, confidence, function: callee } of call.callees) {
      if (confidence === 'low') continue;
      const name = names.find((one) => WAITING.has(one) || WAITING_METHODS.test(one));
      if (name !== undefined) return { call, name };
      const deeper = callee && waiting(callee, depth + 1, seen);
      if (deeper) return deeper;
    }
  }
  return undefined;
}

export const unsafeHook = defineRule({
  meta: {
    code: 'PYA3012',
    name: 'unsafe-hook',
    tier: 'effect',
    summary: 'An audit hook can raise, wait, or call itself without end.',
    meaning:
      'A hook runs inside the operation it hears of, in whatever thread that is. An exception that leaves it aborts ' +
      'the operation; that is how a hook refuses, and a fault if it was not meant. Whatever it waits for holds up ' +
      'the operation, even while locks are held. An event that it raises itself comes back to it: without a test ' +
      'that stops at its own events it calls itself until the stack is full. Take what the hook needs beforehand ' +
      '(open files, compiled patterns, bound methods), and hand slow work to a thread.',
    messages: {
      raises: 'The hook `{{hook}}` raises an exception here; the operation that it hears of is aborted.',
      waits: 'The hook `{{hook}}` may wait in `{{callee}}`, and holds up every operation that it hears of.',
      recurses:
        'The hook `{{hook}}` raises `{{event}}` whenever it runs, by {{way}}, and so calls itself without end.',
    },
  },
  create: ({ report }) => ({
    'Call:sys.addaudithook': (install) => {
      for (const hook of install.argument(0, 'hook')?.functions ?? []) {
        const data = { hook: hook.name };
        const thrown = hook.raises().find(({ isHandled }) => !isHandled);
        if (thrown) report({ place: thrown, messageId: 'raises', data });
        const wait = waiting(hook);
        if (wait) report({ place: wait.call, messageId: 'waits', data: { ...data, callee: wait.name } });
        const own = hook
          .reaches()
          .find(({ isUnconditional, confidence }) => isUnconditional && confidence === 'high');
        if (own) {
          const way = own.through
            .slice(1)
            .map((name) => `\`${name}\``)
            .join(', ');
          report({ place: hook, messageId: 'recurses', data: { ...data, event: own.event, way } });
        }
      }
    },
  }),
});
