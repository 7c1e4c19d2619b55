import type { LibraryValues } from '../src/model/raiser-table.ts';

const simple = [
  'c_bool c_byte c_char c_char_p c_double c_float c_int c_int8 c_int16 c_int32 c_int64 c_long c_longdouble',
  'c_longlong c_short c_size_t c_ssize_t c_time_t c_ubyte c_uint c_uint8 c_uint16 c_uint32 c_uint64 c_ulong',
  'c_ulonglong c_ushort c_void_p c_wchar c_wchar_p py_object HRESULT',
]
  .join(' ')
  .split(' ');

const exceptions = [
  'Exception ArithmeticError AssertionError AttributeError BlockingIOError BrokenPipeError BufferError',
  'ChildProcessError ConnectionAbortedError ConnectionError ConnectionRefusedError ConnectionResetError EOFError',
  'FileExistsError FileNotFoundError FloatingPointError GeneratorExit ImportError IndexError InterruptedError',
  'IsADirectoryError KeyError KeyboardInterrupt LookupError MemoryError ModuleNotFoundError NameError',
  'NotADirectoryError NotImplementedError OSError OverflowError PermissionError ProcessLookupError',
  'RecursionError ReferenceError RuntimeError StopAsyncIteration StopIteration SyntaxError SystemError',
  'SystemExit TimeoutError TypeError UnboundLocalError UnicodeDecodeError UnicodeEncodeError UnicodeError',
  'ValueError Warning ZeroDivisionError',
]
  .join(' ')
  .split(' ');

const browsers = 'Mozilla Netscape Galeon Epiphany Chrome Chromium Opera Elinks Edge'.split(' ');

/**
 * Library names that raise nothing themselves but lead to raisers: what they are instances of, what they give, what
 * they derive from. Only facts that a raiser needs; the library's own summaries know the rest.
 */
export const libraryValues: LibraryValues = {
  instances: {
    'os.environ': 'os._Environ',
    'os.environb': 'os._Environ',
    'ctypes.cdll': 'ctypes.LibraryLoader',
    'ctypes.pydll': 'ctypes.LibraryLoader',
    'ctypes.windll': 'ctypes.LibraryLoader',
    'ctypes.oledll': 'ctypes.LibraryLoader',
    'ctypes.pythonapi': 'ctypes.PyDLL',
  },
  returns: {
    'inspect.currentframe': 'types.FrameType',
    'io.open_code': 'io.BufferedReader',
    'socket.create_connection': 'socket.socket',
    'socket.create_server': 'socket.socket',
    'socket.fromfd': 'socket.socket',
    'socket.fromshare': 'socket.socket',
    'socket.socket.__enter__': 'socket.socket',
    'socket.socket.dup': 'socket.socket',
    'ssl.create_default_context': 'ssl.SSLContext',
    'ssl._create_unverified_context': 'ssl.SSLContext',
    'ssl.SSLContext.wrap_socket': 'ssl.SSLSocket',
    'ssl.wrap_socket': 'ssl.SSLSocket',
    'sqlite3.Connection.__enter__': 'sqlite3.Connection',
    'ftplib.FTP.__enter__': 'ftplib.FTP',
    'imaplib.IMAP4.__enter__': 'imaplib.IMAP4',
    'nntplib.NNTP.__enter__': 'nntplib.NNTP',
    'smtplib.SMTP.__enter__': 'smtplib.SMTP',
    'telnetlib.Telnet.__enter__': 'telnetlib.Telnet',
    'urllib.request.build_opener': 'urllib.request.OpenerDirector',
    'webbrowser.get': 'webbrowser.BaseBrowser',
    'winreg.HKEYType.__enter__': 'winreg.HKEYType',
    'cProfile.Profile.__enter__': 'cProfile.Profile',
    'ctypes.CDLL.__getitem__': '_ctypes.CFuncPtr',
    'types.CodeType': 'types.CodeType',
    'types.FunctionType': 'types.FunctionType',
  },
  tuples: {
    'socket.socketpair': ['socket.socket', 'socket.socket'],
    'socket.socket.accept': ['socket.socket', null],
    'sys.exc_info': [null, null, 'types.TracebackType'],
  },
  bases: {
    // Without bases of note, but named like a constant: an entry says that it is a class.
    'ftplib.FTP': [],
    'imaplib.IMAP4': [],
    'nntplib.NNTP': [],
    'poplib.POP3': [],
    'smtplib.SMTP': [],
    ...Object.fromEntries(exceptions.map((name) => [`builtins.${name}`, ['builtins.BaseException']])),
    'socket.socket': ['_socket.socket'],
    'ssl.SSLSocket': ['socket.socket'],
    'ssl.SSLContext': ['_ssl._SSLContext'],
    'http.client.HTTPSConnection': ['http.client.HTTPConnection'],
    'ftplib.FTP_TLS': ['ftplib.FTP'],
    'imaplib.IMAP4_SSL': ['imaplib.IMAP4'],
    'nntplib.NNTP_SSL': ['nntplib.NNTP'],
    'poplib.POP3_SSL': ['poplib.POP3'],
    'smtplib.SMTP_SSL': ['smtplib.SMTP'],
    'smtplib.LMTP': ['smtplib.SMTP'],
    'pathlib.Path': ['pathlib.PurePath'],
    'pathlib.PosixPath': ['pathlib.Path'],
    'pathlib.WindowsPath': ['pathlib.Path'],
    'cProfile.Profile': ['_lsprof.Profiler'],
    'profiling.tracing.Profile': ['_lsprof.Profiler'],
    'ctypes.PyDLL': ['ctypes.CDLL'],
    'ctypes.WinDLL': ['ctypes.CDLL'],
    'ctypes.OleDLL': ['ctypes.CDLL'],
    'ctypes.BigEndianStructure': ['ctypes.Structure'],
    'ctypes.LittleEndianStructure': ['ctypes.Structure'],
    'ctypes.BigEndianUnion': ['ctypes.Union'],
    'ctypes.LittleEndianUnion': ['ctypes.Union'],
    ...Object.fromEntries(simple.map((name) => [`ctypes.${name}`, ['ctypes._SimpleCData']])),
    ...Object.fromEntries(browsers.map((name) => [`webbrowser.${name}`, ['webbrowser.UnixBrowser']])),
    'webbrowser.BackgroundBrowser': ['webbrowser.GenericBrowser'],
    'webbrowser.GenericBrowser': ['webbrowser.BaseBrowser'],
    'webbrowser.UnixBrowser': ['webbrowser.BaseBrowser'],
    'webbrowser.Konqueror': ['webbrowser.BaseBrowser'],
    'webbrowser.WindowsDefault': ['webbrowser.BaseBrowser'],
    'webbrowser.MacOSXOSAScript': ['webbrowser.BaseBrowser'],
  },
  classes: {
    'ctypes.CFUNCTYPE': '_ctypes.CFuncPtr',
    'ctypes.PYFUNCTYPE': '_ctypes.CFuncPtr',
    'ctypes.WINFUNCTYPE': '_ctypes.CFuncPtr',
  },
  members: {
    'types.FrameType.f_back': 'types.FrameType',
    'types.FrameType.f_code': 'types.CodeType',
    'types.TracebackType.tb_frame': 'types.FrameType',
    'types.TracebackType.tb_next': 'types.TracebackType',
    'types.FunctionType.__code__': 'types.CodeType',
    'types.MethodType.__func__': 'types.FunctionType',
    'types.GeneratorType.gi_frame': 'types.FrameType',
    'types.GeneratorType.gi_code': 'types.CodeType',
    'types.CoroutineType.cr_frame': 'types.FrameType',
    'types.CoroutineType.cr_code': 'types.CodeType',
    'types.AsyncGeneratorType.ag_frame': 'types.FrameType',
    'types.AsyncGeneratorType.ag_code': 'types.CodeType',
    'builtins.BaseException.__traceback__': 'types.TracebackType',
    'pathlib.Path.parent': 'pathlib.Path',
    'ctypes.LibraryLoader.*': 'ctypes.CDLL',
    'ctypes.CDLL.*': '_ctypes.CFuncPtr',
  },
  aliases: {
    'sqlite3.dbapi2.Connection.__enter__': 'sqlite3.Connection.__enter__',
    'pathlib._local.Path': 'pathlib.Path',
    'ctypes.wintypes.HRESULT': 'ctypes.HRESULT',
  },
};
