import { attempt, type Host, HostError } from '../../host/host.ts';
import { nameOf } from '../../host/paths.ts';
import { nearest } from '../nearest.ts';
import type { Problems } from '../problems.ts';
import type { Position, TomlNode } from '../toml/node.ts';
import { parseToml } from '../toml/parse.ts';

export const OWN_FILE = 'pyaudit-lint.toml';
export const PROJECT_FILE = 'pyproject.toml';
const NAME = 'pyaudit-lint';
const MOST_BYTES = 10_000_000;

type Table = Extract<TomlNode, { kind: 'table' }>;

/**
 * The table of settings in a file: of a `pyproject.toml` its `[tool.pyaudit-lint]`, of any other the whole. Undefined
 * where there is none; mistakes are noted.
 *
 * @param path absolute; `shown`: as people see it.
 */
export function readTable(
  host: Host,
  path: string,
  shown: string,
  problems: Problems,
): Table | 'missing' | undefined {
  const bytes = attempt(() => host.read(path, MOST_BYTES));
  if (bytes instanceof HostError) {
    if (bytes.code === 'missing' || bytes.code === 'not-a-directory') return 'missing';
    problems.add(
      '',
      `${shown}: ${bytes.message.slice(bytes.path.length + 2)}; make it readable, or use --isolated`,
    );
    return undefined;
  }
  const text = decoded(bytes);
  const isProject = nameOf(path) === PROJECT_FILE;
  // what other tools keep in the file is not ours to judge
  if (isProject && !/pyaudit/i.test(text ?? '')) return undefined;
  if (text === undefined) {
    problems.add(shown, 'is not UTF-8, as TOML must be; save it as UTF-8');
    return undefined;
  }
  const parsed = parseToml(text);
  if ('reason' in parsed) {
    problems.add(placeText(shown, parsed.at), `no valid TOML: ${parsed.reason}`);
    return undefined;
  }
  return isProject ? projectTable(parsed, shown, problems) : ownTable(parsed, shown, problems);
}

const placeText = (file: string, { line, column }: Position): string => `${file}:${line}:${column}`;

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function projectTable(document: Table, shown: string, problems: Problems): Table | undefined {
  const tool = document.entries.get('tool')?.value;
  if (tool?.kind !== 'table') return undefined;
  for (const [name, { at }] of tool.entries) {
    if (name === NAME || !(/^py-?_?audit/i.test(name) || nearest(name, [NAME]))) continue;
    problems.add(placeText(shown, at), `there is no [tool.${name}]; did you mean [tool.${NAME}]?`);
  }
  const own = tool.entries.get(NAME);
  if (!own || own.value.kind === 'table') return own?.value as Table | undefined;
  problems.add(placeText(shown, own.at), `[tool.${NAME}] wants to be a table of settings`);
  return undefined;
}

/** In a file of our own the keys stand at the top. */
function ownTable(document: Table, shown: string, problems: Problems): Table {
  const tool = document.entries.get('tool');
  if (!tool) return document;
  problems.add(
    placeText(shown, tool.at),
    `[tool.${NAME}] belongs into ${PROJECT_FILE}; here the keys stand without it`,
  );
  return { ...document, entries: new Map([...document.entries].filter(([name]) => name !== 'tool')) };
}
