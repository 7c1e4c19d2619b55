import { parse } from 'smol-toml';
import { attempt, type FolderEntry, type Host, HostError } from '../host/host.ts';
import { within } from '../host/paths.ts';
import type { DeclaredEntry } from '../model/entry.ts';

const MOST_BYTES = 10_000_000;
/** Start-up files longer than this are no lists of paths. */
const MOST_PTH_BYTES = 100_000;

type Table = Readonly<Record<string, unknown>>;

const table = (value: unknown): Table =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Table) : {};

/**
 * Entry points that the folders declare in `pyproject.toml`, `setup.cfg`, `.pth` files and, where a wheel is unpacked,
 * `entry_points.txt`; in order of folders.
 */
export function declaredEntries(host: Host, folders: readonly string[]): DeclaredEntry[] {
  return folders.flatMap((folder) => {
    const read = (name: string, most: number): string => {
      const bytes = attempt(() => host.read(within(folder, name), most));
      return bytes instanceof HostError ? '' : new TextDecoder().decode(bytes);
    };
    const names = attempt(() => host.list(folder));
    const ending = (end: string): readonly FolderEntry[] =>
      names instanceof HostError ? [] : names.filter(({ name }) => name.endsWith(end));
    return [
      ...inProject(read('pyproject.toml', MOST_BYTES), folder),
      ...inSetupCfg(read('setup.cfg', MOST_BYTES), folder),
      ...ending('.dist-info').flatMap(({ name }) =>
        inGroups(read(`${name}/entry_points.txt`, MOST_BYTES), folder),
      ),
      ...ending('.pth').flatMap(({ name }) => inPth(read(name, MOST_PTH_BYTES), name, folder)),
    ];
  });
}

/** `module:object` (packaging.python.org, "Entry points specification"); undefined for what is none. */
function reference(name: string, text: unknown, folder: string): DeclaredEntry[] {
  const match = typeof text === 'string' ? /^\s*([\w.]+)\s*(?::\s*([\w.]+))?/.exec(text) : null;
  if (!match) return [];
  const [, module, object] = match;
  return [
    { kind: 'console-script', name, module: module!, ...(object === undefined ? {} : { object }), folder },
  ];
}

/** Scripts and entry points of PEP 621 and of Poetry, and a build backend that lies in the tree itself. */
function inProject(text: string, folder: string): DeclaredEntry[] {
  let parsed: Table;
  try {
    parsed = parse(text);
  } catch {
    // a file that is no TOML says nothing here: other tools complain about it
    return [];
  }
  const project = table(parsed.project);
  const groups = [
    project.scripts,
    project['gui-scripts'],
    ...Object.values(table(project['entry-points'])),
    table(table(parsed.tool).poetry).scripts,
  ];
  const scripts = groups.flatMap((group) =>
    Object.entries(table(group)).flatMap(([name, value]) =>
      reference(name, table(value).reference ?? table(value).callable ?? value, folder),
    ),
  );
  const build = table(parsed['build-system']);
  const backend = build['build-backend'];
  if (typeof backend !== 'string' || build['backend-path'] === undefined) return scripts;
  const [module, object] = backend.split(':') as [string, string?];
  const own: DeclaredEntry = { kind: 'build-backend', name: 'pyproject.toml', module, folder };
  return [...scripts, object === undefined ? own : { ...own, object }];
}

/** `[options.entry_points]`: groups with one `name = module:object` on each indented line. */
function inSetupCfg(text: string, folder: string): DeclaredEntry[] {
  const section = /^\[options\.entry_points\]\s*$([\s\S]*?)(?=^\[|$(?![\s\S]))/m.exec(text)?.[1] ?? '';
  return [...section.matchAll(/^[ \t]+([^\s=#][^=\n]*?)\s*=\s*(\S.*)$/gm)].flatMap(([, name, value]) =>
    reference(name!, value, folder),
  );
}

/** `name = module:object` in any group (packaging.python.org, "Entry points specification"). */
const inGroups = (text: string, folder: string): DeclaredEntry[] =>
  [...text.matchAll(/^[ \t]*([^\s=#;[][^=\n]*?)\s*=\s*(\S.*)$/gm)].flatMap(([, name, value]) =>
    reference(name!, value, folder),
  );

/** Lines that begin with `import` are run at start-up (https://docs.python.org/3/library/site.html). */
function inPth(text: string, name: string, folder: string): DeclaredEntry[] {
  return text
    .split(/\r?\n/)
    .filter((line) => /^import[ \t]/.test(line))
    .flatMap((line) => [...line.matchAll(/\bimport[ \t]+([\w.]+)/g)])
    .map(([, module]) => ({ kind: 'pth', name, module: module!, folder }));
}
