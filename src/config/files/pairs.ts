import type { Host } from '../../host/host.ts';
import type { SelectorCheck } from '../kinds/kind.ts';
import type { Problems } from '../problems.ts';
import { parseToml } from '../toml/parse.ts';
import { readSection, type Section } from './section.ts';

/** What a `--config KEY=VALUE` says: TOML, as a line of a configuration file would. */
export function pairSection(
  pair: string,
  host: Host,
  problems: Problems,
  selectors: SelectorCheck,
): Section | undefined {
  const flag = `--config ${pair}`;
  const parsed = parseToml(pair);
  if ('reason' in parsed) {
    const [key, ...rest] = pair.split('=');
    const value = rest.join('=').trim();
    const quoted = `'${key!.trim()}=${JSON.stringify(value)}'`;
    const hint = /^[^"'[{]/.test(value) ? `; a text wants quotes, as in --config ${quoted}` : '';
    problems.add(flag, `no valid TOML: ${parsed.reason}${hint}`);
    return undefined;
  }
  if (parsed.entries.has('extend')) {
    problems.add(flag, '`extend` is for files; name the file: --config FILE');
    return undefined;
  }
  return readSection(parsed, {
    isProject: false,
    where: () => flag,
    origin: () => ({ kind: 'flag', flag: '--config' }),
    folder: host.directory,
    path: (written) => written,
    problems,
    selectors,
  });
}
