import { attempt, type Host, HostError } from '../../host/host.ts';
import { ancestors, folderOf, nameOf, relativeTo, within } from '../../host/paths.ts';
import type { SelectorCheck } from '../kinds/kind.ts';
import type { Problems } from '../problems.ts';
import { OWN_FILE, PROJECT_FILE, readTable } from './read.ts';
import { readSection, type Section, type SectionPlace } from './section.ts';

/** A configuration file that was read. */
export interface ConfigurationFile extends Section {
  /** As people see it. */
  readonly file: string;
}

export interface Configuration {
  /** The file found or named, behind those it builds on: the later, the stronger. Empty: there is none. */
  readonly files: readonly ConfigurationFile[];
  /** A file that was found and not used, because one beside it goes first. */
  readonly passedOver?: string;
}

interface Loading {
  readonly host: Host;
  readonly problems: Problems;
  readonly selectors: SelectorCheck;
}

/**
 * The configuration of the current directory: the nearest `pyaudit-lint.toml` or `pyproject.toml` with a
 * `[tool.pyaudit-lint]`, there or in a folder above. Of two in one folder the first goes first. Folders below and
 * other paths on the command line are never asked: code under review must not choose how it is judged.
 */
export function findConfiguration(loading: Loading): Configuration {
  const { host, problems } = loading;
  for (const folder of ancestors(host.directory)) {
    const [own, project] = [OWN_FILE, PROJECT_FILE].map((name) => {
      const path = within(folder, name);
      return { path, table: readTable(host, path, relativeTo(host.directory, path), problems) };
    });
    const found = [own!, project!].filter(({ table }) => typeof table === 'object');
    const [first, second] = found;
    if (!first || typeof first.table !== 'object') continue;
    return {
      files: withBases(first.path, first.table, folder, loading, []),
      ...(second ? { passedOver: relativeTo(host.directory, second.path) } : {}),
    };
  }
  return { files: [] };
}

/** The configuration of a file that the user names; its paths are seen from the current directory. */
export function namedConfiguration(given: string, loading: Loading): Configuration {
  const { host, problems } = loading;
  const path = host.absolute(given);
  const before = problems.count;
  const table = readTable(host, path, given, problems);
  if (table === 'missing') problems.add('', `--config ${given}: no such file; it takes a file or KEY=VALUE`);
  else if (table === undefined && problems.count === before)
    problems.add('', `--config ${given}: it has no [tool.pyaudit-lint]`);
  if (typeof table !== 'object') return { files: [] };
  return { files: withBases(path, table, host.directory, loading, []) };
}

type SettingsTable = Exclude<ReturnType<typeof readTable>, string | undefined>;

function withBases(
  path: string,
  table: SettingsTable,
  folder: string,
  loading: Loading,
  above: readonly string[],
): ConfigurationFile[] {
  const { host, problems, selectors } = loading;
  const file = relativeTo(host.directory, path);
  const place: SectionPlace = {
    isProject: nameOf(path) === PROJECT_FILE,
    where: ({ line, column }) => `${file}:${line}:${column}`,
    origin: (at) => ({ kind: 'file', file, ...at }),
    folder,
    path: (written) => seenFrom(host, folder, written),
    problems,
    selectors,
  };
  const section = readSection(table, place);
  const own = { ...section, file };
  return section.base ? [...baseOf(section.base, own, path, loading, above), own] : [own];
}

function baseOf(
  base: NonNullable<Section['base']>,
  { file }: ConfigurationFile,
  path: string,
  loading: Loading,
  above: readonly string[],
): ConfigurationFile[] {
  const { host, problems } = loading;
  const where = `${file}:${base.at.line}:${base.at.column}`;
  const real = attempt(() => host.realPath(base.path));
  const name = relativeTo(host.directory, base.path);
  if (real instanceof HostError) {
    problems.add(
      where,
      `\`extend\` names ${name}, which is not there; paths are seen from the file's own folder`,
    );
    return [];
  }
  const chain = [...above, path];
  if (chain.includes(real)) {
    problems.add(
      where,
      `\`extend\` leads round in a ring: ${[...chain, real].map((one) => relativeTo(host.directory, one)).join(' -> ')}`,
    );
    return [];
  }
  const before = problems.count;
  const table = readTable(host, real, name, problems);
  if (typeof table !== 'object') {
    if (problems.count === before)
      problems.add(where, `\`extend\` names ${name}, which has no settings of ours`);
    return [];
  }
  return withBases(real, table, folderOf(real), loading, chain);
}

/** A path as written in a file of `folder`; backslashes and drives as the machine has them. */
const seenFrom = (host: Host, folder: string, written: string): string =>
  host.absolute(/^(?:[A-Za-z]:)?[\\/]/.test(written) ? written : `${folder}/${written}`);
