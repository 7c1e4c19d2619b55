import type { Host } from '../../host/host.ts';
import type { SelectorCheck } from '../kinds/kind.ts';
import type { Problems } from '../problems.ts';
import { nodeOfValue } from '../toml/from-value.ts';
import { readSection, type Section } from './section.ts';

/** What a program passes in place of a configuration file, by the keys of one. */
export type GivenSettings = object;

const SUBJECT = 'settings';

/** Reads settings that a program gives; paths are seen from the current directory, mistakes are noted. */
export function valueSection(
  given: GivenSettings,
  host: Host,
  problems: Problems,
  selectors: SelectorCheck,
): Section | undefined {
  if ('extend' in given) {
    problems.add(SUBJECT, '`extend` is for files; pass the file as `configuration`');
    return undefined;
  }
  let node: ReturnType<typeof nodeOfValue>;
  try {
    node = nodeOfValue(given, SUBJECT);
  } catch (error) {
    problems.add('', (error as Error).message);
    return undefined;
  }
  if (node.kind !== 'table') {
    problems.add(SUBJECT, 'are an object, by the keys of a configuration file');
    return undefined;
  }
  return readSection(node, {
    isProject: false,
    where: () => SUBJECT,
    origin: () => ({ kind: 'flag', flag: SUBJECT }),
    folder: host.directory,
    path: (written) => written,
    problems,
    selectors,
  });
}
