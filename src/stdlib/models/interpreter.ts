/**
 * What C code and the interpreter itself do with functions and classes of the library, where its own sources do not
 * say so: used while the library is summarised. Names that a version does not have are left out there.
 */

const CALL_SOON: readonly string[] = ['asyncio.base_events.BaseEventLoop.call_soon'];
const PRINTED: readonly string[] = ['traceback._print_exception_bltin'];

/** Functions of the library that C code calls by name. */
export const CALLED_FROM_C: ReadonlyMap<string, readonly string[]> = new Map([
  // Modules/_asynciomodule.c: future_schedule_callbacks, future_add_done_callback, _asyncio_Task___init___impl
  ...['_asyncio.Future', 'asyncio.base_futures.Future', '_asyncio.Task', 'asyncio.tasks.Task'].flatMap(
    (type) =>
      ['set_result', 'set_exception', 'cancel', 'add_done_callback'].map(
        (method) => [`${type}.${method}`, CALL_SOON] as const,
      ),
  ),
  ['_asyncio.Task', CALL_SOON],
  // _asyncio_get_event_loop_impl: without a running loop
  ['_asyncio.get_event_loop', ['asyncio.events.BaseDefaultEventLoopPolicy.get_event_loop']],
  // Python/pythonrun.c, 3.13: _PyErr_Display
  ['sys.excepthook', PRINTED],
  ['sys.__excepthook__', PRINTED],
  ['_thread._excepthook', PRINTED],
  // Modules/timemodule.c: time_strptime; Modules/_datetimemodule.c: datetime_strptime
  ['time.strptime', ['_strptime._strptime_time']],
  ['_datetime.datetime.strptime', ['_strptime._strptime_datetime']],
]);

/** Values that the interpreter passes while it starts (Python/import.c, Python/pylifecycle.c: init_importlib). */
export const PASSED_AT_START: ReadonlyMap<string, Readonly<Record<string, string>>> = new Map([
  ['importlib._bootstrap._setup', { sys_module: 'sys', _imp_module: '_imp' }],
  ['importlib._bootstrap_external._set_bootstrap_module', { _bootstrap_module: 'importlib._bootstrap' }],
]);

/** What lists of `sys` hold once the interpreter has started: classes, and what methods of classes give. */
export const HELD_BY_SYS: ReadonlyMap<
  string,
  { readonly classes: readonly string[]; readonly made?: string }
> = new Map([
  [
    'sys.meta_path',
    {
      classes: [
        'importlib._bootstrap.BuiltinImporter',
        'importlib._bootstrap.FrozenImporter',
        'importlib._bootstrap_external.PathFinder',
      ],
    },
  ],
  [
    'sys.path_hooks',
    { classes: ['zipimport.zipimporter'], made: 'importlib._bootstrap_external.FileFinder.path_hook' },
  ],
]);

/** Frozen modules under the names of their sources (Python/frozen.c). */
export const FROZEN: ReadonlyMap<string, string> = new Map([
  ['_frozen_importlib', 'importlib._bootstrap'],
  ['_frozen_importlib_external', 'importlib._bootstrap_external'],
]);

/**
 * What a C function raises beside, and the cost: an error in source that has a file name shows the line of that file
 * (Python/errors.c: _PyErr_ProgramDecodedTextObject).
 */
export const RAISED_BESIDE: ReadonlyMap<string, { readonly leaf: string; readonly cost: number }> = new Map([
  ['call:builtins.compile', { leaf: 'call:_io.open', cost: 20 }],
]);
