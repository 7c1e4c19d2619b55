import { defineRule, type EventView } from '../../src/lint/rule/contract.ts';
import type { ArgumentView, CallView, OriginView } from '../../src/model/program-view.ts';

/** What people and other programs decide, by name; a name stands for its attributes and methods too. */
const OUTSIDE = [
  'builtins.input',
  'sys.argv',
  'sys.stdin',
  'os.environ',
  'os.environb',
  'os._Environ',
  'os.getenv',
  'os.getenvb',
  'getpass.getpass',
  'argparse.ArgumentParser.parse_args',
  'argparse.ArgumentParser.parse_known_args',
  'optparse.OptionParser.parse_args',
  'getopt.getopt',
  'cgi.FieldStorage',
  'socket.socket.recv',
  'socket.socket.recvfrom',
  'http.server.BaseHTTPRequestHandler.path',
  'http.server.BaseHTTPRequestHandler.headers',
  'http.server.BaseHTTPRequestHandler.rfile',
  'flask.request',
  'bottle.request',
  'django.http.HttpRequest',
  'starlette.requests.Request',
  'fastapi.Request',
  'aiohttp.web.Request',
  'tornado.web.RequestHandler.get_argument',
];

/**
 * What passes its own first argument on to the operation. Other functions may start a program too, but for reasons of
 * their own: `multiprocessing` its resource tracker, a compiler itself.
 */
const PASSES_ON =
  /^(?:asyncio|builtins|code|ctypes|marshal|nt|os|pickle|_pickle|posix|pty|runpy|subprocess|webbrowser)\./;

/** What an operation does is decided by its first argument, or by one of these. */
const DECISIVE = ['args', 'cmd', 'command', 'executable', 'file', 'path', 'source', 'name', 'object', 'code'];

/** Events whose first argument, a text or bytes, decides what is run, loaded or unpickled. */
const DECIDED = [
  '_posixsubprocess.fork_exec',
  '_winapi.CreateProcess',
  'compile',
  'ctypes.dlopen',
  'exec',
  'marshal.load',
  'marshal.loads',
  'os.exec',
  'os.posix_spawn',
  'os.spawn',
  'os.startfile',
  'os.system',
  'pickle.find_class',
  'pty.spawn',
  'subprocess.Popen',
  'webbrowser.open',
] as const;

const isOutside = ({ kind, name }: OriginView): boolean =>
  kind !== 'parameter' && OUTSIDE.some((known) => name === known || name.startsWith(`${known}.`));

function* decisive({ call }: EventView): Generator<ArgumentView> {
  const first = call?.argument(0);
  if (first) yield first;
  for (const name of DECISIVE) {
    const named = call?.argument(undefined, name);
    if (named) yield named;
  }
}

export const outsideArgument = defineRule({
  meta: {
    code: 'PYA3014',
    name: 'outside-argument',
    tier: 'dangerous',
    summary: 'What a dangerous operation does is decided from outside the program.',
    meaning:
      "The operation's argument comes, in whole or in part, from input, the command line, the environment or a " +
      'request. Whoever decides that decides what is run, loaded or unpickled. Choose from a list of your own, pass ' +
      'arguments as a list without a shell, and record these places under an audit hook. The value is followed ' +
      'through names, containers, formatting and calls; a check on the way is not seen.',
    messages: {
      outside: 'What `{{event}}` gets here comes from `{{source}}`.',
    },
    options: {
      type: 'object',
      properties: {
        sources: {
          description: 'Further names of what comes from outside: callables, objects and attributes.',
          type: 'array',
          items: { type: 'string' },
        },
      },
      additionalProperties: false,
    },
  },
  create: ({ report, options }) => {
    const more = (options.sources ?? []) as readonly string[];
    const counts = (origin: OriginView) =>
      isOutside(origin) || more.some((name) => origin.name === name || origin.name.startsWith(`${name}.`));
    const found = new Map<CallView, EventView>();
    // an operation may raise several events: the one nearest to it names it
    const hear = (event: EventView): void => {
      if (event.tier !== 'dangerous' || event.confidence === 'low') return;
      if (!event.call?.callees.some(({ names }) => names.some((name) => PASSES_ON.test(name)))) return;
      const before = found.get(event.call);
      if (!before || event.witness.length < before.witness.length) found.set(event.call, event);
    };
    return {
      ...Object.fromEntries(DECIDED.map((event) => [`Event:${event}` as const, hear])),
      'Program:end': () => {
        for (const event of found.values()) {
          const origin = [...decisive(event)]
            .filter(({ isConstant }) => !isConstant)
            .flatMap((argument) => argument.origins())
            .find(counts);
          if (!origin) continue;
          report({
            place: event,
            messageId: 'outside',
            data: { event: event.event, source: origin.name.replace(/^os\._Environ\b.*/, 'os.environ') },
            confidence: 'medium',
            witness: [{ name: origin.name, file: origin.file, offset: origin.at.from }],
          });
        }
      },
    };
  },
});
