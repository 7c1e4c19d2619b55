import { defineRule } from '../../src/lint/rule/contract.ts';

/** Functions of C libraries that do what Python tells hooks of, with the event it would be. */
const COUNTERPARTS: ReadonlyMap<string, string> = new Map([
  ['system', 'os.system'],
  ['popen', 'subprocess.Popen'],
  ['fork', 'os.fork'],
  ['vfork', 'os.fork'],
  ['execl', 'os.exec'],
  ['execle', 'os.exec'],
  ['execlp', 'os.exec'],
  ['execv', 'os.exec'],
  ['execve', 'os.exec'],
  ['execvp', 'os.exec'],
  ['posix_spawn', 'os.posix_spawn'],
  ['kill', 'os.kill'],
  ['ptrace', 'os.kill'],
  ['open', 'open'],
  ['open64', 'open'],
  ['openat', 'open'],
  ['fopen', 'open'],
  ['creat', 'open'],
  ['unlink', 'os.remove'],
  ['remove', 'os.remove'],
  ['rename', 'os.rename'],
  ['mkdir', 'os.mkdir'],
  ['rmdir', 'os.rmdir'],
  ['chmod', 'os.chmod'],
  ['chown', 'os.chown'],
  ['mount', 'os.mount'],
  ['connect', 'socket.connect'],
  ['bind', 'socket.bind'],
  ['sendto', 'socket.sendto'],
  ['dlopen', 'ctypes.dlopen'],
  ['WinExec', 'os.system'],
  ['ShellExecuteA', 'os.startfile'],
  ['ShellExecuteW', 'os.startfile'],
  ['CreateProcessA', 'subprocess.Popen'],
  ['CreateProcessW', 'subprocess.Popen'],
  ['CreateFileA', 'open'],
  ['CreateFileW', 'open'],
  ['LoadLibraryA', 'ctypes.dlopen'],
  ['LoadLibraryW', 'ctypes.dlopen'],
]);

export const unauditedNative = defineRule({
  meta: {
    code: 'PYA3015',
    name: 'unaudited-native',
    tier: 'effect',
    summary: 'Machine code does what no audit hook hears of.',
    meaning:
      'CPython raises events where its own functions do something. A C library that is called directly, or an ' +
      'extension module of a package, does the same without a word: no hook hears of it, and no inventory has it. ' +
      'Use the function of the standard library, or read what the library does and confine the process by means of ' +
      'the operating system.',
    messages: {
      counterpart:
        "`{{function}}` of a C library is taken here; Python's own way would raise `{{event}}`, a call of this raises nothing of the kind.",
      extension: 'The extension module `{{module}}` is machine code; hooks do not hear what it does.',
    },
  },
  create: ({ report }) => {
    const told = new Set<string>();
    const isNew = (file: string, name: string): boolean => {
      const key = `${file} ${name}`;
      return !told.has(key) && told.add(key).size > 0;
    };
    return {
      'Event:ctypes.dlsym': (found) => {
        const name = found.arguments.find(([argument]) => argument === 'name')?.[1];
        if (name?.kind !== 'value' || name.value.kind !== 'str') return;
        const event = COUNTERPARTS.get(name.value.value);
        if (event !== undefined && isNew(found.file, `${found.enclosing} ${name.value.value}`))
          report({ place: found, messageId: 'counterpart', data: { function: name.value.value, event } });
      },
      Import: (one) => {
        if (one.from === 'native' && isNew(one.file, one.module))
          report({ place: one, messageId: 'extension', data: { module: one.module } });
      },
    };
  },
});
