import { gitRoot } from '../discover/git-root.ts';
import { attempt, type Host, HostError } from '../host/host.ts';
import { resolve, within } from '../host/paths.ts';
import type { Provenances } from '../model/finding.ts';

const MOST_BYTES = 50_000_000;
const HASH = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/;

/**
 * What git knows of the work tree around `folder`, read from its files (gitrepository-layout(5)); undefined outside of
 * one. Anything that cannot be read is left out: an unborn branch has no revision, reftables are not read.
 */
export function gitFacts(host: Host, folder: string): Provenances | undefined {
  const root = gitRoot(host, folder);
  if (root === undefined) return undefined;
  const own = gitFolder(host, root);
  if (own === undefined) return { root };
  const common = lineIn(host, within(own, 'commondir'));
  const shared = common === undefined ? own : resolve(own, common);
  const head = lineIn(host, within(own, 'HEAD')) ?? '';
  const ref = /^ref:\s*(\S+)$/.exec(head)?.[1];
  const revision = ref === undefined ? head : refTarget(host, [own, shared], ref);
  const branch = ref?.match(/^refs\/heads\/(.+)$/)?.[1];
  const remote = originUrl(textOf(host, within(shared, 'config')) ?? '');
  const repository = remote === undefined ? undefined : webUrl(remote);
  return {
    root,
    ...(repository === undefined ? {} : { repository }),
    ...(revision !== undefined && HASH.test(revision) ? { revision } : {}),
    ...(branch === undefined ? {} : { branch }),
  };
}

function textOf(host: Host, path: string): string | undefined {
  const bytes = attempt(() => host.read(path, MOST_BYTES));
  return bytes instanceof HostError ? undefined : new TextDecoder().decode(bytes);
}

const lineIn = (host: Host, path: string): string | undefined =>
  textOf(host, path)
    ?.replace(/\n[\s\S]*/, '')
    .trim();

/** `.git` itself, or where the `.git` file of a submodule or further work tree points. */
function gitFolder(host: Host, root: string): string | undefined {
  const path = within(root, '.git');
  const facts = attempt(() => host.stat(path));
  if (facts instanceof HostError) return undefined;
  if (facts.kind === 'directory') return path;
  const target = /^gitdir:\s*(.+)$/.exec(lineIn(host, path) ?? '')?.[1];
  return target === undefined ? undefined : resolve(root, target);
}

function refTarget(host: Host, folders: readonly string[], ref: string): string | undefined {
  for (const folder of folders) {
    const loose = lineIn(host, within(folder, ref));
    if (loose !== undefined) return loose;
  }
  const packed = textOf(host, within(folders.at(-1)!, 'packed-refs')) ?? '';
  const line = packed.split('\n').find((entry) => entry.endsWith(` ${ref}`));
  return line?.split(' ', 1)[0];
}

/** `remote.origin.url` of a git configuration file; the last one holds. */
export function originUrl(config: string): string | undefined {
  let inOrigin = false;
  let url: string | undefined;
  for (const line of config.split(/\r?\n/)) {
    const section = /^\s*\[\s*([^\]]*?)\s*\]/.exec(line)?.[1];
    if (section !== undefined) inOrigin = /^remote\s+"origin"$/i.test(section);
    const value = /^\s*url\s*=\s*(.*?)\s*$/i.exec(line)?.[1];
    if (inOrigin && value !== undefined) url = value.replace(/^"(.*)"$/, '$1');
  }
  return url;
}

const SCP = /^(?:[^@/:]+@)?([^/:]{2,}):(?!\/\/)\/?(.+)$/;

/**
 * A remote as the https address people open: no user, password, query or `.git`. Undefined for folders and files of
 * this machine, which mean nothing elsewhere.
 */
export function webUrl(remote: string): string | undefined {
  const scp = remote.includes('://') ? null : SCP.exec(remote);
  const text = scp ? `ssh://${scp[1]}/${scp[2]}` : remote;
  if (!/^(?:https?|ssh|git|git\+ssh|git\+https):\/\//i.test(text)) return undefined;
  const isWeb = /^(?:git\+)?https?:/i.test(text);
  try {
    const url = new URL(text.replace(/^[^:]+:/, 'https:'));
    if (url.hostname === '') return undefined;
    const path = url.pathname.replace(/\/+$/, '').replace(/\.git$/, '');
    return `https://${isWeb ? url.host : url.hostname}${path}`;
  } catch {
    return undefined;
  }
}
