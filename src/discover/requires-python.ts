import { parse } from 'smol-toml';
import { isArchiveFolder } from '../host/archive/names.ts';
import { attempt, type Host, HostError } from '../host/host.ts';
import { ancestors, within } from '../host/paths.ts';
import { VERSIONS, type Version } from '../model/targets.ts';

export interface RequiresPython {
  /** The `pyproject.toml`, absolute. */
  readonly file: string;
  readonly specifier: string;
  /** Undefined: the specifier cannot be read. Empty: no version the data knows is allowed. */
  readonly versions: readonly Version[] | undefined;
}

const MOST_BYTES = 10_000_000;
/** No release series of CPython 3 has come near this many micro releases. */
const MICROS = 60;
const CLAUSE =
  /^(===|==|!=|<=|>=|~=|<|>)\s*v?(\d+(?:\.\d+)*)(\.\*)?(?:[-._]?(?:a|b|rc|c|alpha|beta|dev|post)\d*)*$/;

/** `project.requires-python` of the nearest `pyproject.toml` at or above `folder`; undefined where none says. */
export function requiresPython(host: Host, folder: string): RequiresPython | undefined {
  for (const candidate of ancestors(folder)) {
    const file = within(candidate, 'pyproject.toml');
    const bytes = attempt(() => host.read(file, MOST_BYTES));
    if (bytes instanceof HostError) {
      const metadata = isArchiveFolder(candidate) ? ofWheel(host, candidate) : undefined;
      if (metadata) return metadata;
      continue;
    }
    const specifier = specifierIn(new TextDecoder().decode(bytes));
    return specifier === undefined ? undefined : { file, specifier, versions: allowedVersions(specifier) };
  }
  return undefined;
}

/** `Requires-Python` of a wheel's metadata (packaging.python.org, "Core metadata specifications"). */
function ofWheel(host: Host, folder: string): RequiresPython | undefined {
  const info = host.list(folder).find(({ name }) => name.endsWith('.dist-info'));
  if (!info) return undefined;
  const file = within(within(folder, info.name), 'METADATA');
  const bytes = attempt(() => host.read(file, MOST_BYTES));
  if (bytes instanceof HostError) return undefined;
  const [head] = new TextDecoder().decode(bytes).split(/\r?\n\r?\n/, 1);
  const specifier = /^Requires-Python:[ \t]*(.*?)[ \t]*$/im.exec(head!)?.[1];
  return specifier === undefined ? undefined : { file, specifier, versions: allowedVersions(specifier) };
}

/** A file that is no TOML says nothing here: other tools complain about it. */
function specifierIn(text: string): string | undefined {
  try {
    const project = parse(text).project;
    if (typeof project !== 'object' || project === null || !('requires-python' in project)) return undefined;
    const specifier = project['requires-python'];
    return typeof specifier === 'string' ? specifier : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The versions of which some release matches every clause of a PEP 440 specifier: `>=3.9.2, <3.13, !=3.11.*` gives
 * 3.9, 3.10 and 3.12. Undefined for what is no specifier.
 */
export function allowedVersions(specifier: string): readonly Version[] | undefined {
  const tests: ((release: readonly number[]) => boolean)[] = [];
  for (const clause of specifier.split(',')) {
    if (clause.trim() === '') continue;
    const test = clauseTest(clause.trim());
    if (!test) return undefined;
    tests.push(test);
  }
  return VERSIONS.filter((version) => {
    const minor = Number(version.slice(2));
    for (let micro = 0; micro < MICROS; micro++) {
      if (tests.every((test) => test([3, minor, micro]))) return true;
    }
    return false;
  });
}

function clauseTest(clause: string): ((release: readonly number[]) => boolean) | undefined {
  const match = CLAUSE.exec(clause);
  if (!match) return undefined;
  const [, operator, digits, wildcard] = match;
  const wanted = digits!.split('.').map(Number);
  const prefix = (release: readonly number[], length: number) =>
    compare(release.slice(0, length), wanted.slice(0, length));
  switch (operator) {
    case '==':
    case '===':
      return (release) => (wildcard ? prefix(release, wanted.length) : compare(release, wanted)) === 0;
    case '!=':
      return (release) => (wildcard ? prefix(release, wanted.length) : compare(release, wanted)) !== 0;
    case '~=':
      return (release) =>
        compare(release, wanted) >= 0 && prefix(release, Math.max(wanted.length - 1, 1)) === 0;
    case '<':
      return (release) => compare(release, wanted) < 0;
    case '<=':
      return (release) => compare(release, wanted) <= 0;
    case '>':
      return (release) => compare(release, wanted) > 0;
    default:
      return (release) => compare(release, wanted) >= 0;
  }
}

/** Missing parts count as 0, as PEP 440 pads releases. */
function compare(a: readonly number[], b: readonly number[]): number {
  for (let index = 0; index < Math.max(a.length, b.length); index++) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
