import type { DependencySettings } from '../config/settings.ts';
import { UsageError } from '../config/usage-error.ts';
import { attempt, byCodeUnits, type Host, HostError } from '../host/host.ts';
import { ancestors, folderOf, normalise, resolve, within } from '../host/paths.ts';

/** Where installed packages lie. Absolute paths. */
export interface Installed {
  /** Folders that `sys.path` would hold behind the project's own, in order. */
  readonly folders: readonly string[];
  /** Packages that an editable install maps by name: top-level name -> folder or file. */
  readonly mapped: ReadonlyMap<string, string>;
}

export const NOTHING_INSTALLED: Installed = { folders: [], mapped: new Map() };

/** Names of virtual environments beside a project, the usual one first. */
const ENVIRONMENTS = ['.venv', 'venv', '.env', 'env'];

/**
 * The folders of installed packages: those named; else those of the environment named, of the active one, or of the
 * first that lies beside the project. Nothing is run: `.pth` files and editable installs are read as texts.
 *
 * @param folders of the project, where an environment may lie, or in a folder above.
 * @throws UsageError for a folder or an environment that is named and is none.
 */
export function installedPackages(
  host: Host,
  settings: DependencySettings,
  folders: readonly string[],
): Installed {
  const named = settings.sitePackages.map((given) => namedFolder(host, given));
  const environments =
    settings.environment !== undefined
      ? [namedEnvironment(host, settings.environment)]
      : named.length > 0
        ? []
        : [settings.active && host.absolute(settings.active), ...beside(host, folders)];
  for (const environment of environments) {
    const found = environment === undefined ? [] : packagesOf(host, environment);
    if (found.length > 0) return withLinks(host, [...named, ...found]);
  }
  return withLinks(host, named);
}

function namedFolder(host: Host, given: string): string {
  const path = host.absolute(given);
  if (!isFolder(host, path))
    throw new UsageError(
      `--site-packages ${given}: no such folder; name the one that holds installed packages`,
    );
  return host.realPath(path);
}

function namedEnvironment(host: Host, given: string): string {
  const path = host.absolute(given);
  if (packagesOf(host, path).length > 0) return path;
  throw new UsageError(
    `--venv ${given}: no virtual environment (lib/pythonX.Y/site-packages or Lib/site-packages is not there); name the folder that \`python -m venv\` made`,
  );
}

/** Environments in the folders of the project and above, as far as the one that holds the project's repository. */
function* beside(host: Host, folders: readonly string[]): Generator<string> {
  for (const folder of folders) {
    for (const above of ancestors(folder)) {
      for (const name of ENVIRONMENTS) {
        if (isFile(host, within(within(above, name), 'pyvenv.cfg'))) yield within(above, name);
      }
      if (entries(host, above).some((entry) => entry === '.git')) break;
    }
  }
}

/** Folders of packages in an environment, and in the interpreter around it where its `pyvenv.cfg` lets them in. */
function packagesOf(host: Host, environment: string): string[] {
  const found = inPrefix(host, environment);
  const config = text(host, within(environment, 'pyvenv.cfg'));
  const option = (name: string) => new RegExp(`^\\s*${name}\\s*=\\s*(.+?)\\s*$`, 'im').exec(config)?.[1];
  const home = option('home');
  if (home === undefined || option('include-system-site-packages')?.toLowerCase() !== 'true') return found;
  return [...found, ...inPrefix(host, folderOf(normalise(home.replaceAll('\\', '/'))))];
}

/** `lib/python3.13/site-packages` (POSIX), `Lib/site-packages` (Windows), `lib/python3/dist-packages` (Debian). */
function inPrefix(host: Host, prefix: string): string[] {
  const found: string[] = [];
  for (const library of ['lib', 'lib64', 'Lib', 'local/lib']) {
    const folder = within(prefix, library);
    const inside = entries(host, folder).filter((name) => /^(python|pypy)3?(\.\d+)?$/.test(name));
    for (const name of [...inside.map((version) => `${version}/`), '']) {
      for (const kind of ['site-packages', 'dist-packages']) {
        const path = within(folder, `${name}${kind}`);
        if (isFolder(host, path)) found.push(host.realPath(path));
      }
    }
  }
  return [...new Set(found)];
}

/** Adds what `.pth` files, egg links and editable installs lead to. */
function withLinks(host: Host, folders: readonly string[]): Installed {
  const all = [...folders];
  const mapped = new Map<string, string>();
  const add = (path: string) => {
    if (isFolder(host, path) && !all.includes(path)) all.push(path);
  };
  for (const folder of folders) {
    for (const name of entries(host, folder).sort(byCodeUnits)) {
      const path = within(folder, name);
      if (/\.(pth|egg-link)$/.test(name)) {
        for (const line of text(host, path).split(/\r?\n/)) {
          // lines that start with `import` are code: they are not run
          if (/^(#|import[ \t]|\s*$)/.test(line) || line === '.') continue;
          add(resolve(folder, line.trim().replaceAll('\\', '/')));
        }
      } else if (/^__editable___.*_finder\.py$/.test(name)) {
        for (const [module, place] of mapping(text(host, path))) mapped.set(module, place);
      } else if (name.endsWith('.dist-info')) {
        const project = editable(text(host, within(path, 'direct_url.json')));
        if (project !== undefined) for (const part of [project, within(project, 'src')]) add(part);
      }
    }
  }
  return { folders: all, mapped };
}

/** `MAPPING = {'package': '/path/to/package'}` of the finder that an editable install of setuptools writes. */
function mapping(source: string): [string, string][] {
  const dict = /^MAPPING\b[^=\n]*= (\{.*\})/m.exec(source)?.[1] ?? '';
  return [...dict.matchAll(/(['"])([\w.]+)\1: (['"])(.*?)\3/g)].map(([, , name, , path]) => [
    name!,
    path!.replaceAll('\\\\', '/'),
  ]);
}

/** The project folder of an editable install (PEP 610). */
function editable(json: string): string | undefined {
  if (!/"editable"\s*:\s*true/.test(json)) return undefined;
  const url = /"url"\s*:\s*"file:\/\/([^"]+)"/.exec(json)?.[1];
  return url === undefined ? undefined : decodeURI(url).replace(/^\/([A-Za-z]:\/)/, '$1');
}

const isFolder = (host: Host, path: string): boolean => kindOf(host, path) === 'directory';
const isFile = (host: Host, path: string): boolean => kindOf(host, path) === 'file';

function kindOf(host: Host, path: string): string | undefined {
  const facts = attempt(() => host.stat(path));
  return facts instanceof HostError ? undefined : facts.kind;
}

function entries(host: Host, folder: string): string[] {
  const found = attempt(() => host.list(folder));
  return found instanceof HostError ? [] : found.map(({ name }) => name);
}

/** A small text; empty if it cannot be read. */
function text(host: Host, path: string): string {
  const bytes = attempt(() => host.read(path, 2 ** 20));
  return bytes instanceof HostError ? '' : new TextDecoder().decode(bytes);
}
