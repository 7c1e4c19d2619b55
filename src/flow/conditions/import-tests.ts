import { type FileFacts, GUARD, OP } from '../../facts/ir.ts';
import { listOf } from '../../facts/read-facts.ts';
import { type Platform, targetMask, VERSIONS } from '../../model/targets.ts';
import { not, type Truth, truth } from './target-tests.ts';

/** Modules that are there on some platforms alone (https://docs.python.org/3/py-modindex.html). */
const ONLY_ON: ReadonlyMap<string, readonly Platform[]> = new Map<string, readonly Platform[]>([
  ...named('msvcrt nt winreg winsound _msi _overlapped _winapi', ['win32']),
  ...named('fcntl grp posix pwd resource syslog termios _posixsubprocess', ['linux', 'darwin']),
  ...named('_scproxy', ['darwin']),
]);

function named(names: string, platforms: readonly Platform[]): [string, readonly Platform[]][] {
  return names.split(' ').map((name) => [name, platforms]);
}

/** Ops of a `try` block that are looked at for what it imports. */
const REACH = 12;

/**
 * What it means that one of two values is true, of which one is bound where an import of a module of one platform
 * fails: `try: import msvcrt` and `except ImportError: windows = False`, `pwd = None`.
 */
export function importTruth(facts: FileFacts, values: readonly number[]): Truth | undefined {
  const [first = -1, second = -1] = values;
  if (values.length !== 2 || first < 0 || second < 0) return undefined;
  const [failed, passed] = isHandler(facts, first) ? [first, second] : [second, first];
  const platforms = importedAbove(facts, failed);
  if (!platforms || isTrue(facts, failed) === isTrue(facts, passed)) return undefined;
  const imported = truth(targetMask(VERSIONS, platforms));
  return isTrue(facts, passed) ? imported : not(imported);
}

/** What one value, or each of several, is one of. */
export function alternatives(facts: FileFacts, values: readonly number[]): readonly number[] {
  const [only = -1] = values;
  const isJoin = values.length === 1 && only >= 0 && facts.kind[only] === OP.Join;
  return isJoin ? [...listOf(facts, facts.b[only]!)] : values;
}

const isHandler = (facts: FileFacts, op: number): boolean =>
  facts.guards[facts.guard[op]!]!.kind === GUARD.handler && facts.guard[op] !== 0;

/** Where the modules exist that a `try` block imports, by an op of its handler. */
function importedAbove(facts: FileFacts, op: number): readonly Platform[] | undefined {
  if (!isHandler(facts, op)) return undefined;
  const handler = facts.guard[op]!;
  const { parent } = facts.guards[handler]!;
  for (let at = op - 1; at >= 0 && at > op - REACH; at--) {
    if (facts.guard[at] === handler) continue;
    if (facts.guard[at] !== parent) return undefined;
    const isImport = facts.kind[at] === OP.Import || facts.kind[at] === OP.ImportFrom;
    const platforms = isImport ? ONLY_ON.get(facts.names[facts.a[at]!]!) : undefined;
    if (platforms) return platforms;
  }
  return undefined;
}

/** The truth of a constant, or of a module. */
function isTrue(facts: FileFacts, op: number): boolean | undefined {
  if (facts.kind[op] === OP.Import) return true;
  const value = facts.kind[op] === OP.Const ? facts.constants[facts.a[op]!]! : undefined;
  if (value?.kind === 'none') return false;
  return value?.kind === 'bool' ? value.value : undefined;
}
