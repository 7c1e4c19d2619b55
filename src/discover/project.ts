import type { Host } from '../host/host.ts';
import { below, folderOf } from '../host/paths.ts';
import { gitRoot } from './git-root.ts';
import { SourceRoots } from './roots.ts';

/**
 * The folder to analyse for the sake of one file, absolute and free of links: of the project around it, else of its
 * git work tree, else the current directory if the file lies there, else that of its package. None: the file alone.
 */
export function projectAround(host: Host, file: string): readonly string[] {
  const places = new SourceRoots(host);
  const { root, module } = places.place(file, false);
  const [project] = places.around(root);
  const tree = project ?? gitRoot(host, folderOf(file));
  if (tree !== undefined) return [tree];
  if (below(host.directory, file) !== undefined) return [host.directory];
  return module.includes('.') ? [`${root}/${module.slice(0, module.indexOf('.'))}`] : [];
}
