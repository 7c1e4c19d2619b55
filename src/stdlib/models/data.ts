import type { CallbackCall, CallbackModel, Operand } from './callback-model.ts';

const an = (name: string): Operand => ({ an: name });
const STR = an('builtins.str');
const INT = an('builtins.int');
const BYTES = an('builtins.bytes');
const OBJECT = an('builtins.object');

const call = (callee: Operand, ...passes: readonly Operand[]): CallbackModel => ({
  calls: [{ callee, passes }],
});
const method = (callee: Operand, name: string, ...passes: readonly Operand[]): CallbackCall => ({
  callee,
  method: name,
  passes,
});

/** `object_hook` and its like get what was read and give what is in its place. */
const jsonRead: CallbackModel = {
  calls: [
    { callee: { named: 'object_hook' }, passes: [an('builtins.dict')] },
    { callee: { named: 'object_pairs_hook' }, passes: [an('builtins.list')] },
    { callee: { named: 'parse_float' }, passes: [STR] },
    { callee: { named: 'parse_int' }, passes: [STR] },
    { callee: { named: 'parse_constant' }, passes: [STR] },
  ],
  gives: ['types', { value: 'result' }],
};
const jsonWritten: readonly CallbackCall[] = [
  { callee: { named: 'default' }, passes: [0] },
  { callee: { named: 'cls' } },
  { callee: 'result', method: 'default', passes: [0] },
];
/** https://docs.python.org/3/library/pickle.html#pickling-class-instances */
const pickled = ['__reduce_ex__', '__reduce__', '__getstate__', '__getnewargs_ex__', '__getnewargs__'].map(
  (name) => method({ at: 0, named: 'obj' }, name),
);
const written = (position: number, passed: Operand): CallbackCall => method(position, 'write', passed);

/** Data in files and databases. */
export const DATA: Readonly<Record<string, CallbackModel>> = {
  // https://docs.python.org/3/library/json.html
  'json.loads': jsonRead,
  'json.load': { ...jsonRead, calls: [method({ at: 0, named: 'fp' }, 'read'), ...loadHooks()] },
  'json.decoder.JSONDecoder': { calls: loadHooks() },
  'json.dumps': { calls: jsonWritten },
  'json.dump': { calls: [...jsonWritten, method({ at: 1, named: 'fp' }, 'write', STR)] },
  'json.encoder.JSONEncoder': { calls: [{ callee: { named: 'default' }, passes: [OBJECT], when: 'later' }] },
  'json.encoder.JSONEncoder.encode': { calls: [method('receiver', 'default', 0)] },
  'json.encoder.JSONEncoder.iterencode': { calls: [method('receiver', 'default', 0)] },
  // https://docs.python.org/3/library/pickle.html
  'pickle.dumps': { calls: pickled },
  'pickle.dump': { calls: [...pickled, written(1, BYTES)] },
  'pickle.load': {
    calls: [method({ at: 0, named: 'file' }, 'read', INT), method({ at: 0, named: 'file' }, 'readline')],
  },
  // https://docs.python.org/3/library/copyreg.html#copyreg.pickle
  'copyreg.pickle': { calls: [{ callee: 1, passes: [{ instanceOf: 0 }], when: 'later' }] },
  // https://docs.python.org/3/library/csv.html
  'csv.writer': { calls: [{ ...written(0, STR), when: 'later' }] },
  'csv.DictWriter': { calls: [{ ...written(0, STR), when: 'later' }] },
  'csv.reader': { calls: [method(0, '__iter__'), method('result', '__next__')] },
  'csv.DictReader': { calls: [method(0, '__iter__'), method('result', '__next__')] },
  // https://docs.python.org/3/library/codecs.html
  'codecs.register': call(0, STR),
  'codecs.register_error': call(1, an('builtins.UnicodeError')),
  // https://docs.python.org/3/library/sqlite3.html
  'sqlite3.Connection.create_function': call({ at: 2, named: 'func' }, OBJECT),
  'sqlite3.Connection.create_aggregate': {
    calls: [
      { callee: { at: 2, named: 'aggregate_class' } },
      method('result', 'step', OBJECT),
      method('result', 'finalize'),
    ],
  },
  'sqlite3.Connection.create_window_function': {
    calls: [{ callee: 2 }, ...['step', 'inverse', 'value', 'finalize'].map((name) => method('result', name))],
  },
  'sqlite3.Connection.create_collation': call(1, STR, STR),
  'sqlite3.Connection.set_trace_callback': call({ at: 0, named: 'trace_callback' }, STR),
  'sqlite3.Connection.set_progress_handler': call({ at: 0, named: 'progress_handler' }),
  'sqlite3.Connection.set_authorizer': call({ at: 0, named: 'authorizer_callback' }, INT, STR, STR, STR, STR),
  'sqlite3.Connection.backup': call({ named: 'progress' }, INT, INT, INT),
  'sqlite3.register_adapter': call(1, { instanceOf: 0 }),
  'sqlite3.register_converter': call(1, BYTES),
  // https://docs.python.org/3/library/urllib.request.html#urllib.request.urlretrieve
  'urllib.request.urlretrieve': call({ at: 2, named: 'reporthook' }, INT, INT, INT),
  // https://docs.python.org/3/library/tarfile.html#tarfile.TarFile.add
  'tarfile.TarFile.add': call({ named: 'filter' }, an('tarfile.TarInfo')),
  'tarfile.TarFile.extractall': call({ named: 'filter' }, an('tarfile.TarInfo'), STR),
};

function loadHooks(): readonly CallbackCall[] {
  return jsonRead.calls;
}
