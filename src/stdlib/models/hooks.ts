import type { CallbackCall, CallbackModel, Operand } from './callback-model.ts';

const an = (name: string): Operand => ({ an: name });
const STR = an('builtins.str');
const INT = an('builtins.int');
const FRAME = an('types.FrameType');
const TRACEBACK = an('types.TracebackType');
const RAISED: readonly Operand[] = [an('builtins.type'), an('builtins.BaseException'), TRACEBACK];

const later = (callee: Operand, ...passes: readonly Operand[]): CallbackModel => ({
  calls: [{ callee, passes, when: 'later' }],
});
const traced = later({ at: 0, named: 'function' }, FRAME, STR, an('builtins.object'));
const referred: CallbackModel = {
  calls: [{ callee: 1, passes: [an('weakref.ReferenceType')], when: 'later' }],
  gives: { made: 'weakref.ReferenceType', of: 0 },
};
const atEnd = (gives: CallbackModel['gives']): CallbackModel => ({
  calls: [{ callee: 0, passes: [{ restFrom: 1 }], when: 'exit' }],
  ...(gives && { gives }),
});
const exits = (method: string): CallbackModel => ({
  calls: [
    { callee: 0, method, passes: RAISED, when: 'later' },
    { callee: 0, passes: RAISED, when: 'later' },
  ],
  gives: { value: 0 },
});

/** What the interpreter calls when something happens. */
export const HOOKS: Readonly<Record<string, CallbackModel>> = {
  // https://docs.python.org/3/library/atexit.html
  'atexit.register': atEnd({ value: 0 }),
  // https://docs.python.org/3/library/weakref.html
  'weakref.ref': referred,
  'weakref.ReferenceType': referred,
  'weakref.proxy': { ...referred, gives: { value: 0 } },
  'weakref.WeakMethod': referred,
  'weakref.finalize': { calls: [{ callee: 1, passes: [{ restFrom: 2 }], when: 'later' }] },
  // https://docs.python.org/3/library/signal.html#signal.signal
  'signal.signal': later({ at: 1, named: 'handler' }, INT, FRAME),
  // https://docs.python.org/3/library/sys.html, threading.html
  'sys.settrace': traced,
  'sys.setprofile': traced,
  'threading.settrace': traced,
  'threading.setprofile': traced,
  'threading.settrace_all_threads': traced,
  'threading.setprofile_all_threads': traced,
  'sys.addaudithook': later({ at: 0, named: 'hook' }, STR, an('builtins.tuple')),
  'sys.set_asyncgen_hooks': {
    calls: [
      { callee: { at: 0, named: 'firstiter' }, when: 'later' },
      { callee: { at: 1, named: 'finalizer' }, when: 'later' },
    ],
  },
  // https://docs.python.org/3/library/gc.html#gc.callbacks
  'gc.callbacks.append': later(0, STR, an('builtins.dict')),
  // https://docs.python.org/3/library/os.html#os.register_at_fork, os.html#os.walk, shutil.html
  'os.register_at_fork': {
    calls: ['before', 'after_in_parent', 'after_in_child'].map((named) => ({
      callee: { named },
      when: 'later',
    })),
  },
  'os.walk': { calls: [{ callee: { at: 2, named: 'onerror' }, passes: [an('builtins.OSError')] }] },
  'shutil.rmtree': {
    calls: [
      { callee: { at: 2, named: 'onerror' }, passes: [an('builtins.object'), STR, an('builtins.tuple')] },
      { callee: { named: 'onexc' }, passes: [an('builtins.object'), STR, an('builtins.BaseException')] },
    ],
  },
  'shutil.copytree': {
    calls: [
      { callee: { at: 3, named: 'ignore' }, passes: [STR, an('builtins.list')] },
      { callee: { at: 4, named: 'copy_function' }, passes: [STR, STR] },
    ],
  },
  'shutil.move': { calls: [{ callee: { at: 2, named: 'copy_function' }, passes: [STR, STR] }] },
  // https://docs.python.org/3/library/contextlib.html#contextlib.ExitStack
  'contextlib._BaseExitStack.callback': { ...atEnd({ value: 0 }), calls: restLater(0) },
  'contextlib._BaseExitStack.push': exits('__exit__'),
  'contextlib.AsyncExitStack.push_async_exit': exits('__aexit__'),
  'contextlib.AsyncExitStack.push_async_callback': { calls: restLater(0), gives: { value: 0 } },
  // https://docs.python.org/3/library/unittest.html
  'unittest.case.TestCase.addCleanup': { calls: restLater(0) },
  'unittest.case.TestCase.addClassCleanup': { calls: restLater(0) },
  'unittest.case.TestCase.assertRaises': {
    calls: [{ callee: 1, passes: [{ restFrom: 2 }] }],
    gives: 'types',
  },
  // https://docs.python.org/3/library/ctypes.html#callback-functions: a prototype is called with the callable
  'ctypes._CFunctionType': later(0),
  '_ctypes.CFuncPtr': later(0),
};

function restLater(position: number): readonly CallbackCall[] {
  return [{ callee: position, passes: [{ restFrom: position + 1 }], when: 'later' }];
}

/** Attributes of library modules and classes: what is assigned to them is called, with these arguments. */
export const HOOK_ATTRIBUTES: ReadonlyMap<string, readonly Operand[]> = new Map<string, readonly Operand[]>([
  // https://docs.python.org/3/library/sys.html#sys.excepthook and the other hooks there
  ['sys.excepthook', RAISED],
  ['sys.displayhook', [an('builtins.object')]],
  ['sys.unraisablehook', [an('sys.UnraisableHookArgs')]],
  ['sys.breakpointhook', []],
  // https://docs.python.org/3/library/threading.html#threading.excepthook
  ['threading.excepthook', [an('threading.ExceptHookArgs')]],
  // https://docs.python.org/3/library/warnings.html#warnings.showwarning
  ['warnings.showwarning', [an('builtins.Warning'), an('builtins.type'), STR, INT]],
  ['warnings.formatwarning', [an('builtins.Warning'), an('builtins.type'), STR, INT, STR]],
  // https://docs.python.org/3/library/sqlite3.html#sqlite3.Connection.row_factory
  ['sqlite3.Connection.row_factory', [an('sqlite3.Cursor'), an('builtins.tuple')]],
  ['sqlite3.Cursor.row_factory', [an('sqlite3.Cursor'), an('builtins.tuple')]],
  ['sqlite3.Connection.text_factory', [an('builtins.bytes')]],
  // https://docs.python.org/3/library/pyexpat.html#xmlparser-objects
  ...expat(['StartElementHandler'], STR, an('builtins.dict')),
  ...expat(
    ['EndElementHandler CharacterDataHandler CommentHandler DefaultHandler DefaultHandlerExpand'],
    STR,
  ),
  ...expat(['EndNamespaceDeclHandler'], STR),
  ...expat(['ProcessingInstructionHandler StartNamespaceDeclHandler'], STR, STR),
  ...expat(['SkippedEntityHandler'], STR, INT),
  ...expat(['XmlDeclHandler'], STR, STR, INT),
  ...expat(['StartDoctypeDeclHandler'], STR, STR, STR, INT),
  ...expat(['ExternalEntityRefHandler NotationDeclHandler'], STR, STR, STR, STR),
  ...expat(['UnparsedEntityDeclHandler AttlistDeclHandler'], STR, STR, STR, STR, STR),
  ...expat(['EntityDeclHandler'], STR, INT, STR, STR, STR, STR, STR),
  ...expat(['ElementDeclHandler'], STR, an('builtins.tuple')),
  ...expat(['EndDoctypeDeclHandler StartCdataSectionHandler EndCdataSectionHandler NotStandaloneHandler']),
]);

function expat([names]: readonly string[], ...passes: readonly Operand[]): [string, readonly Operand[]][] {
  return names!.split(' ').map((name) => [`pyexpat.XMLParserType.${name}`, passes]);
}
