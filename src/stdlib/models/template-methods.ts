import type { CallbackCall, CallbackModel, Operand } from './callback-model.ts';

const an = (name: string): Operand => ({ an: name });

const methods = (
  callee: Operand,
  names: string,
  passes: readonly Operand[] = [],
  when?: CallbackCall['when'],
): readonly CallbackCall[] =>
  names.split(' ').map((method) => ({ callee, method, passes, ...(when ? { when } : {}) }));

/** A method that calls others of its own object, which classes of the project may override. */
const own = (names: string, passes: readonly Operand[] = []): CallbackModel => ({
  calls: methods('receiver', names, passes),
});

/** The same where what they give is given, or a default. */
const found = (names: string): CallbackModel => ({
  ...own(names),
  gives: [{ value: 'result' }, { value: { at: 1, named: 'default' } }, 'types'],
});

/** The same row for several methods of a class. */
const each = (owner: string, names: string, model: CallbackModel): Readonly<Record<string, CallbackModel>> =>
  Object.fromEntries(names.split(' ').map((name) => [`${owner}.${name}`, model]));

const RECORD = an('logging.LogRecord');
const STR = an('builtins.str');
const HANDLER_CLASS: Operand = { instanceOf: { at: 1, named: 'RequestHandlerClass' } };

/**
 * Methods of library classes that run methods of their own object which a project's class may override, and objects
 * that the library runs methods of later on. What a base class itself does there is in the closure. `Thread.run` is
 * no callee of `start`, which returns before it may begin: code out of sight calls it.
 */
export const TEMPLATE_METHODS: Readonly<Record<string, CallbackModel>> = {
  // https://docs.python.org/3/library/socketserver.html#request-handler-objects, http.server.html
  'socketserver.BaseServer': {
    calls: methods(HANDLER_CLASS, 'setup handle finish do_* log_message', [], 'later'),
  },
  ...each(
    'socketserver.BaseServer',
    'serve_forever handle_request',
    own(
      'service_actions get_request verify_request process_request finish_request handle_error handle_timeout',
    ),
  ),
  // https://docs.python.org/3/library/logging.html#handler-objects
  'logging.Logger.addHandler': { calls: methods(0, 'emit handle filter format', [RECORD], 'later') },
  'logging.Handler.setFormatter': {
    calls: methods(0, 'format formatTime formatException', [RECORD], 'later'),
  },
  'logging.Filterer.addFilter': { calls: methods(0, 'filter', [RECORD], 'later') },
  'logging.Handler.handle': own('filter emit', [RECORD]),
  'logging.Formatter.format': own('formatTime formatMessage formatException formatStack', [RECORD]),
  // https://docs.python.org/3/library/pickle.html#pickle.Unpickler
  'pickle.Unpickler.load': own('find_class persistent_load', [STR, STR]),
  'pickle.Pickler.dump': own('persistent_id reducer_override'),
  // https://docs.python.org/3/library/collections.abc.html: mixin methods, as Lib/_collections_abc.py writes them;
  // iterating a view is counted where the view is made
  ...each('typing.Mapping', '__contains__', own('__getitem__')),
  ...each('typing.Mapping', 'get', found('__getitem__')),
  ...each('collections.UserDict', 'get', found('__contains__ __getitem__')),
  ...each('typing.Mapping', 'keys', own('__iter__')),
  ...each('typing.Mapping', 'items values __eq__', own('__iter__ __getitem__')),
  ...each('typing.MutableMapping', 'setdefault', found('__getitem__ __setitem__')),
  ...each('typing.MutableMapping', 'pop', found('__getitem__ __delitem__')),
  ...each('typing.MutableMapping', 'popitem', own('__iter__ __getitem__ __delitem__')),
  ...each('typing.MutableMapping', 'clear', own('popitem __iter__ __getitem__ __delitem__')),
  ...each('typing.MutableMapping', 'update', own('__setitem__')),
  ...each('typing.Sequence', 'count __contains__ __iter__', own('__getitem__')),
  ...each('typing.Sequence', 'index __reversed__', own('__getitem__ __len__')),
  ...each('typing.MutableSequence', 'append', own('insert __len__')),
  ...each('typing.MutableSequence', 'extend __iadd__', own('append insert __len__')),
  ...each('typing.MutableSequence', 'reverse', own('__len__ __getitem__ __setitem__')),
  ...each('typing.MutableSequence', 'pop', own('__getitem__ __delitem__')),
  ...each('typing.MutableSequence', 'remove', own('index __getitem__ __len__ __delitem__')),
  ...each('typing.MutableSequence', 'clear', own('pop __getitem__ __delitem__')),
  ...each('typing.MutableSet', 'remove', own('__contains__ discard')),
  ...each('typing.MutableSet', 'pop', own('__iter__ discard')),
  ...each('typing.MutableSet', 'clear', own('pop __iter__ discard')),
  ...each('typing.MutableSet', '__ior__', own('add')),
  ...each('typing.MutableSet', '__iand__', own('discard __contains__ __iter__')),
  // https://docs.python.org/3/library/string.html#string.Formatter
  ...each(
    'string.Formatter',
    'format vformat',
    own('parse get_field get_value check_unused_args format_field convert_field'),
  ),
  // https://docs.python.org/3/library/contextlib.html#contextlib.ContextDecorator
  'contextlib.ContextDecorator.__call__': { calls: methods('receiver', '__enter__ __exit__', [], 'later') },
  // https://docs.python.org/3/library/argparse.html
  ...each(
    'argparse.ArgumentParser',
    'parse_args parse_known_args parse_intermixed_args',
    own('error exit print_help format_help convert_arg_line_to_args', [STR]),
  ),
  // https://docs.python.org/3/library/code.html
  'code.InteractiveConsole.interact': own('push raw_input write runsource runcode showtraceback', [STR]),
  // https://docs.python.org/3/library/queue.html; Lib/queue.py: _init, _qsize, _put, _get are meant to be overridden
  ...each('queue.Queue', 'put put_nowait', own('_put _qsize')),
  ...each('queue.Queue', 'get get_nowait', own('_get _qsize')),
  // https://docs.python.org/3/library/configparser.html#configparser.ConfigParser.optionxform
  ...each(
    'configparser.RawConfigParser',
    'read read_file read_string read_dict get set',
    own('optionxform', [STR]),
  ),
  // https://docs.python.org/3/library/io.html#io.RawIOBase
  ...each('io.RawIOBase', 'read readall', own('readinto')),
  'io.BufferedReader': { calls: methods(0, 'readinto readable close', [], 'later') },
  'io.BufferedWriter': { calls: methods(0, 'write writable close', [], 'later') },
  // https://docs.python.org/3/library/http.server.html#http.server.SimpleHTTPRequestHandler
  ...each(
    'http.server.SimpleHTTPRequestHandler',
    'do_GET do_HEAD send_head',
    own('translate_path list_directory guess_type end_headers log_message copyfile'),
  ),
  // https://docs.python.org/3/library/urllib.request.html#basehandler-objects
  'urllib.request.OpenerDirector.add_handler': {
    calls: methods(
      0,
      'default_open unknown_open http_open https_open ftp_open file_open http_request http_response http_error_* redirect_request',
      [an('urllib.request.Request')],
      'later',
    ),
  },
};
