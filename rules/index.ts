// Made by bin/dev/generate rules from the files of rules/*/; do not edit.
import type { EventRule } from '../src/model/catalogue.ts';
import { codeNew } from './code/code.__new__.ts';
import { compileEvent } from './code/compile.ts';
import { execEvent } from './code/exec.ts';
import { functionNew } from './code/function.__new__.ts';
import { builtinsInputResult } from './console/builtins.input-result.ts';
import { builtinsInput } from './console/builtins.input.ts';
import { ctypesPyObjFromPtr } from './ctypes/ctypes.PyObj_FromPtr.ts';
import { ctypesAddressof } from './ctypes/ctypes.addressof.ts';
import { ctypesCallFunction } from './ctypes/ctypes.call_function.ts';
import { ctypesCdataBuffer } from './ctypes/ctypes.cdata-buffer.ts';
import { ctypesCdata } from './ctypes/ctypes.cdata.ts';
import { ctypesCreateStringBuffer } from './ctypes/ctypes.create_string_buffer.ts';
import { ctypesCreateUnicodeBuffer } from './ctypes/ctypes.create_unicode_buffer.ts';
import { ctypesDlopen } from './ctypes/ctypes.dlopen.ts';
import { ctypesDlsymHandle } from './ctypes/ctypes.dlsym-handle.ts';
import { ctypesDlsym } from './ctypes/ctypes.dlsym.ts';
import { ctypesGetErrno } from './ctypes/ctypes.get_errno.ts';
import { ctypesGetLastError } from './ctypes/ctypes.get_last_error.ts';
import { ctypesMemoryviewAt } from './ctypes/ctypes.memoryview_at.ts';
import { ctypesSehException } from './ctypes/ctypes.seh_exception.ts';
import { ctypesSetErrno } from './ctypes/ctypes.set_errno.ts';
import { ctypesSetException } from './ctypes/ctypes.set_exception.ts';
import { ctypesSetLastError } from './ctypes/ctypes.set_last_error.ts';
import { ctypesStringAt } from './ctypes/ctypes.string_at.ts';
import { ctypesWstringAt } from './ctypes/ctypes.wstring_at.ts';
import { builtinsBreakpoint } from './debugging/builtins.breakpoint.ts';
import { cpythonRemoteDebuggerScript } from './debugging/cpython.remote_debugger_script.ts';
import { pdbPdb } from './debugging/pdb.Pdb.ts';
import { sysRemoteExec } from './debugging/sys.remote_exec.ts';
import { fcntlFcntl } from './fcntl/fcntl.fcntl.ts';
import { fcntlFlock } from './fcntl/fcntl.flock.ts';
import { fcntlIoctl } from './fcntl/fcntl.ioctl.ts';
import { fcntlLockf } from './fcntl/fcntl.lockf.ts';
import { sysCurrentExceptions } from './frames/sys._current_exceptions.ts';
import { sysCurrentFrames } from './frames/sys._current_frames.ts';
import { sysGetframe } from './frames/sys._getframe.ts';
import { sysGetframemodulename } from './frames/sys._getframemodulename.ts';
import { gcGetObjects } from './gc/gc.get_objects.ts';
import { gcGetReferents } from './gc/gc.get_referents.ts';
import { gcGetReferrers } from './gc/gc.get_referrers.ts';
import { setopencodehook } from './hooks/setopencodehook.ts';
import { sysAddaudithook } from './hooks/sys.addaudithook.ts';
import { sysExcepthook } from './hooks/sys.excepthook.ts';
import { sysMonitoringRegisterCallback } from './hooks/sys.monitoring.register_callback.ts';
import { sysSetAsyncgenHookFinalizer } from './hooks/sys.set_asyncgen_hook_finalizer.ts';
import { sysSetAsyncgenHookFirstiter } from './hooks/sys.set_asyncgen_hook_firstiter.ts';
import { sysSetAsyncgenHooksFinalizer } from './hooks/sys.set_asyncgen_hooks_finalizer.ts';
import { sysSetAsyncgenHooksFirstiter } from './hooks/sys.set_asyncgen_hooks_firstiter.ts';
import { sysSetprofile } from './hooks/sys.setprofile.ts';
import { sysSettrace } from './hooks/sys.settrace.ts';
import { sysUnraisablehook } from './hooks/sys.unraisablehook.ts';
import { ensurepipBootstrap } from './import/ensurepip.bootstrap.ts';
import { importEvent } from './import/import.ts';
import { cpythonPyConfigSet } from './interpreter/cpython.PyConfig_Set.ts';
import { cpythonPyInterpreterStateClear } from './interpreter/cpython.PyInterpreterState_Clear.ts';
import { cpythonPyInterpreterStateNew } from './interpreter/cpython.PyInterpreterState_New.ts';
import { cpythonPySysClearAuditHooks } from './interpreter/cpython._PySys_ClearAuditHooks.ts';
import { cpythonRunCommand } from './interpreter/cpython.run_command.ts';
import { cpythonRunFile } from './interpreter/cpython.run_file.ts';
import { cpythonRunInteractivehook } from './interpreter/cpython.run_interactivehook.ts';
import { cpythonRunModule } from './interpreter/cpython.run_module.ts';
import { cpythonRunStartup } from './interpreter/cpython.run_startup.ts';
import { cpythonRunStdin } from './interpreter/cpython.run_stdin.ts';
import { arrayNew } from './memory/array.__new__.ts';
import { mmapNew } from './memory/mmap.__new__.ts';
import { msvcrtGetOsfhandle } from './msvcrt/msvcrt.get_osfhandle.ts';
import { msvcrtLocking } from './msvcrt/msvcrt.locking.ts';
import { msvcrtOpenOsfhandle } from './msvcrt/msvcrt.open_osfhandle.ts';
import { builtinsId } from './objects/builtins.id.ts';
import { objectDelattr } from './objects/object.__delattr__.ts';
import { objectGetattr } from './objects/object.__getattr__.ts';
import { objectSetattr } from './objects/object.__setattr__.ts';
import { osClearenv } from './os-environment/os._clearenv.ts';
import { osPutenv } from './os-environment/os.putenv.ts';
import { osUnsetenv } from './os-environment/os.unsetenv.ts';
import { openEvent } from './os-files/open.ts';
import { osAddDllDirectory } from './os-files/os.add_dll_directory.ts';
import { osChdir } from './os-files/os.chdir.ts';
import { osChflags } from './os-files/os.chflags.ts';
import { osChmod } from './os-files/os.chmod.ts';
import { osChown } from './os-files/os.chown.ts';
import { osFwalk } from './os-files/os.fwalk.ts';
import { osGetxattr } from './os-files/os.getxattr.ts';
import { osLink } from './os-files/os.link.ts';
import { osListdir } from './os-files/os.listdir.ts';
import { osListdrives } from './os-files/os.listdrives.ts';
import { osListmounts } from './os-files/os.listmounts.ts';
import { osListvolumes } from './os-files/os.listvolumes.ts';
import { osListxattr } from './os-files/os.listxattr.ts';
import { osLockf } from './os-files/os.lockf.ts';
import { osMkdir } from './os-files/os.mkdir.ts';
import { osRemove } from './os-files/os.remove.ts';
import { osRemovexattr } from './os-files/os.removexattr.ts';
import { osRename } from './os-files/os.rename.ts';
import { osRmdir } from './os-files/os.rmdir.ts';
import { osScandir } from './os-files/os.scandir.ts';
import { osSetxattr } from './os-files/os.setxattr.ts';
import { osSymlink } from './os-files/os.symlink.ts';
import { osTruncate } from './os-files/os.truncate.ts';
import { osUtime } from './os-files/os.utime.ts';
import { osWalk } from './os-files/os.walk.ts';
import { osExec } from './os-process/os.exec.ts';
import { osFork } from './os-process/os.fork.ts';
import { osForkpty } from './os-process/os.forkpty.ts';
import { osKill } from './os-process/os.kill.ts';
import { osKillpg } from './os-process/os.killpg.ts';
import { osPosixSpawn } from './os-process/os.posix_spawn.ts';
import { osSpawn } from './os-process/os.spawn.ts';
import { osStartfile2 } from './os-process/os.startfile-2.ts';
import { osStartfile } from './os-process/os.startfile.ts';
import { osSystem } from './os-process/os.system.ts';
import { ptySpawn } from './os-process/pty.spawn.ts';
import { resourcePrlimit } from './os-process/resource.prlimit.ts';
import { resourceSetrlimit } from './os-process/resource.setrlimit.ts';
import { signalPthreadKill } from './os-process/signal.pthread_kill.ts';
import { timeSleep } from './os-process/time.sleep.ts';
import { globGlob2 } from './pathlib/glob.glob-2.ts';
import { globGlob } from './pathlib/glob.glob.ts';
import { pathlibPathGlob } from './pathlib/pathlib.Path.glob.ts';
import { pathlibPathRglob } from './pathlib/pathlib.Path.rglob.ts';
import { pathlibPathWalk } from './pathlib/pathlib.Path.walk.ts';
import { ftplibConnect } from './protocols/ftplib.connect.ts';
import { ftplibSendcmd } from './protocols/ftplib.sendcmd.ts';
import { httpClientConnect } from './protocols/http.client.connect.ts';
import { httpClientSend } from './protocols/http.client.send.ts';
import { imaplibOpen } from './protocols/imaplib.open.ts';
import { imaplibSend } from './protocols/imaplib.send.ts';
import { nntplibConnect } from './protocols/nntplib.connect.ts';
import { nntplibPutline } from './protocols/nntplib.putline.ts';
import { poplibConnect } from './protocols/poplib.connect.ts';
import { poplibPutline } from './protocols/poplib.putline.ts';
import { smtplibSMTPSend } from './protocols/smtplib.SMTP.send.ts';
import { smtplibConnect } from './protocols/smtplib.connect.ts';
import { smtplibSend } from './protocols/smtplib.send.ts';
import { telnetlibTelnetOpen } from './protocols/telnetlib.Telnet.open.ts';
import { telnetlibTelnetWrite } from './protocols/telnetlib.Telnet.write.ts';
import { urllibRequest } from './protocols/urllib.Request.ts';
import { marshalDumps } from './serialization/marshal.dumps.ts';
import { marshalLoad } from './serialization/marshal.load.ts';
import { marshalLoads } from './serialization/marshal.loads.ts';
import { pickleFindClass } from './serialization/pickle.find_class.ts';
import { shutilChown } from './shutil/shutil.chown.ts';
import { shutilCopyfile } from './shutil/shutil.copyfile.ts';
import { shutilCopymode } from './shutil/shutil.copymode.ts';
import { shutilCopystat } from './shutil/shutil.copystat.ts';
import { shutilCopytree } from './shutil/shutil.copytree.ts';
import { shutilMakeArchive } from './shutil/shutil.make_archive.ts';
import { shutilMove } from './shutil/shutil.move.ts';
import { shutilRmtree } from './shutil/shutil.rmtree.ts';
import { shutilUnpackArchive } from './shutil/shutil.unpack_archive.ts';
import { socketNew } from './socket/socket.__new__.ts';
import { socketBind } from './socket/socket.bind.ts';
import { socketConnect } from './socket/socket.connect.ts';
import { socketGetaddrinfo } from './socket/socket.getaddrinfo.ts';
import { socketGethostbyaddr } from './socket/socket.gethostbyaddr.ts';
import { socketGethostbyname } from './socket/socket.gethostbyname.ts';
import { socketGethostname } from './socket/socket.gethostname.ts';
import { socketGetnameinfo } from './socket/socket.getnameinfo.ts';
import { socketGetservbyname } from './socket/socket.getservbyname.ts';
import { socketGetservbyport } from './socket/socket.getservbyport.ts';
import { socketSendmsg } from './socket/socket.sendmsg.ts';
import { socketSendto } from './socket/socket.sendto.ts';
import { socketSethostname } from './socket/socket.sethostname.ts';
import { sqlite3ConnectHandle } from './sqlite3/sqlite3.connect-handle.ts';
import { sqlite3Connect } from './sqlite3/sqlite3.connect.ts';
import { sqlite3EnableLoadExtension } from './sqlite3/sqlite3.enable_load_extension.ts';
import { sqlite3LoadExtension } from './sqlite3/sqlite3.load_extension.ts';
import { posixsubprocessForkExec } from './subprocess/_posixsubprocess.fork_exec.ts';
import { subprocessPopen } from './subprocess/subprocess.Popen.ts';
import { webbrowserOpen } from './subprocess/webbrowser.open.ts';
import { syslogCloselog } from './syslog/syslog.closelog.ts';
import { syslogOpenlog } from './syslog/syslog.openlog.ts';
import { syslogSetlogmask } from './syslog/syslog.setlogmask.ts';
import { syslogSyslog } from './syslog/syslog.syslog.ts';
import { tempfileMkdtemp } from './tempfile/tempfile.mkdtemp.ts';
import { tempfileMkstemp } from './tempfile/tempfile.mkstemp.ts';
import { threadStartJoinableThread } from './threading/_thread.start_joinable_thread.ts';
import { threadStartNewThread } from './threading/_thread.start_new_thread.ts';
import { winapiCopyFile2 } from './winapi/_winapi.CopyFile2.ts';
import { winapiCreateEventW } from './winapi/_winapi.CreateEventW.ts';
import { winapiCreateFile } from './winapi/_winapi.CreateFile.ts';
import { winapiCreateJunction } from './winapi/_winapi.CreateJunction.ts';
import { winapiCreateMutexW } from './winapi/_winapi.CreateMutexW.ts';
import { winapiCreateNamedPipe } from './winapi/_winapi.CreateNamedPipe.ts';
import { winapiCreatePipe } from './winapi/_winapi.CreatePipe.ts';
import { winapiCreateProcess } from './winapi/_winapi.CreateProcess.ts';
import { winapiOpenEventW } from './winapi/_winapi.OpenEventW.ts';
import { winapiOpenMutexW } from './winapi/_winapi.OpenMutexW.ts';
import { winapiOpenProcess } from './winapi/_winapi.OpenProcess.ts';
import { winapiTerminateProcess } from './winapi/_winapi.TerminateProcess.ts';
import { wmiExecQuery } from './winapi/_wmi.exec_query.ts';
import { winregConnectRegistry } from './winreg/winreg.ConnectRegistry.ts';
import { winregCreateKey } from './winreg/winreg.CreateKey.ts';
import { winregDeleteKey } from './winreg/winreg.DeleteKey.ts';
import { winregDeleteValue } from './winreg/winreg.DeleteValue.ts';
import { winregDisableReflectionKey } from './winreg/winreg.DisableReflectionKey.ts';
import { winregEnableReflectionKey } from './winreg/winreg.EnableReflectionKey.ts';
import { winregEnumKey } from './winreg/winreg.EnumKey.ts';
import { winregEnumValue } from './winreg/winreg.EnumValue.ts';
import { winregExpandEnvironmentStrings } from './winreg/winreg.ExpandEnvironmentStrings.ts';
import { winregLoadKey } from './winreg/winreg.LoadKey.ts';
import { winregOpenKeyResult } from './winreg/winreg.OpenKey-result.ts';
import { winregOpenKey } from './winreg/winreg.OpenKey.ts';
import { winregPyHKEYDetach } from './winreg/winreg.PyHKEY.Detach.ts';
import { winregQueryInfoKey } from './winreg/winreg.QueryInfoKey.ts';
import { winregQueryReflectionKey } from './winreg/winreg.QueryReflectionKey.ts';
import { winregQueryValue } from './winreg/winreg.QueryValue.ts';
import { winregSaveKey } from './winreg/winreg.SaveKey.ts';
import { winregSetValue } from './winreg/winreg.SetValue.ts';

/** Every row of the audit event table. */
export const rules: readonly EventRule[] = [
  codeNew, compileEvent, execEvent, functionNew, builtinsInputResult, builtinsInput, ctypesPyObjFromPtr,
  ctypesAddressof, ctypesCallFunction, ctypesCdataBuffer, ctypesCdata, ctypesCreateStringBuffer,
  ctypesCreateUnicodeBuffer, ctypesDlopen, ctypesDlsymHandle, ctypesDlsym, ctypesGetErrno,
  ctypesGetLastError, ctypesMemoryviewAt, ctypesSehException, ctypesSetErrno, ctypesSetException,
  ctypesSetLastError, ctypesStringAt, ctypesWstringAt, builtinsBreakpoint, cpythonRemoteDebuggerScript,
  pdbPdb, sysRemoteExec, fcntlFcntl, fcntlFlock, fcntlIoctl, fcntlLockf, sysCurrentExceptions,
  sysCurrentFrames, sysGetframe, sysGetframemodulename, gcGetObjects, gcGetReferents, gcGetReferrers,
  setopencodehook, sysAddaudithook, sysExcepthook, sysMonitoringRegisterCallback,
  sysSetAsyncgenHookFinalizer, sysSetAsyncgenHookFirstiter, sysSetAsyncgenHooksFinalizer,
  sysSetAsyncgenHooksFirstiter, sysSetprofile, sysSettrace, sysUnraisablehook, ensurepipBootstrap,
  importEvent, cpythonPyConfigSet, cpythonPyInterpreterStateClear, cpythonPyInterpreterStateNew,
  cpythonPySysClearAuditHooks, cpythonRunCommand, cpythonRunFile, cpythonRunInteractivehook,
  cpythonRunModule, cpythonRunStartup, cpythonRunStdin, arrayNew, mmapNew, msvcrtGetOsfhandle,
  msvcrtLocking, msvcrtOpenOsfhandle, builtinsId, objectDelattr, objectGetattr, objectSetattr, osClearenv,
  osPutenv, osUnsetenv, openEvent, osAddDllDirectory, osChdir, osChflags, osChmod, osChown, osFwalk,
  osGetxattr, osLink, osListdir, osListdrives, osListmounts, osListvolumes, osListxattr, osLockf, osMkdir,
  osRemove, osRemovexattr, osRename, osRmdir, osScandir, osSetxattr, osSymlink, osTruncate, osUtime, osWalk,
  osExec, osFork, osForkpty, osKill, osKillpg, osPosixSpawn, osSpawn, osStartfile2, osStartfile, osSystem,
  ptySpawn, resourcePrlimit, resourceSetrlimit, signalPthreadKill, timeSleep, globGlob2, globGlob,
  pathlibPathGlob, pathlibPathRglob, pathlibPathWalk, ftplibConnect, ftplibSendcmd, httpClientConnect,
  httpClientSend, imaplibOpen, imaplibSend, nntplibConnect, nntplibPutline, poplibConnect, poplibPutline,
  smtplibSMTPSend, smtplibConnect, smtplibSend, telnetlibTelnetOpen, telnetlibTelnetWrite, urllibRequest,
  marshalDumps, marshalLoad, marshalLoads, pickleFindClass, shutilChown, shutilCopyfile, shutilCopymode,
  shutilCopystat, shutilCopytree, shutilMakeArchive, shutilMove, shutilRmtree, shutilUnpackArchive,
  socketNew, socketBind, socketConnect, socketGetaddrinfo, socketGethostbyaddr, socketGethostbyname,
  socketGethostname, socketGetnameinfo, socketGetservbyname, socketGetservbyport, socketSendmsg,
  socketSendto, socketSethostname, sqlite3ConnectHandle, sqlite3Connect, sqlite3EnableLoadExtension,
  sqlite3LoadExtension, posixsubprocessForkExec, subprocessPopen, webbrowserOpen, syslogCloselog,
  syslogOpenlog, syslogSetlogmask, syslogSyslog, tempfileMkdtemp, tempfileMkstemp,
  threadStartJoinableThread, threadStartNewThread, winapiCopyFile2, winapiCreateEventW, winapiCreateFile,
  winapiCreateJunction, winapiCreateMutexW, winapiCreateNamedPipe, winapiCreatePipe, winapiCreateProcess,
  winapiOpenEventW, winapiOpenMutexW, winapiOpenProcess, winapiTerminateProcess, wmiExecQuery,
  winregConnectRegistry, winregCreateKey, winregDeleteKey, winregDeleteValue, winregDisableReflectionKey,
  winregEnableReflectionKey, winregEnumKey, winregEnumValue, winregExpandEnvironmentStrings, winregLoadKey,
  winregOpenKeyResult, winregOpenKey, winregPyHKEYDetach, winregQueryInfoKey, winregQueryReflectionKey,
  winregQueryValue, winregSaveKey, winregSetValue,
];
