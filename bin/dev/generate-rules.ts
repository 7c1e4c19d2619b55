import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const CONTRACT = '../src/model/catalogue.ts';
const HEAD = `// Made by bin/dev/generate rules from the files of rules/*/; do not edit.
import type { EventRule } from '${CONTRACT}';
`;

/** The folder of the rules that are no rows of the table. */
const FURTHER = 'further';

/** Names, as many on a line as fit. */
function wrapped(names: readonly string[]): string {
  const lines = [''];
  for (const name of names) {
    if (lines.at(-1)!.length + name.length > 105) lines.push('');
    lines.push(`${lines.pop()} ${name},`);
  }
  return lines.map((line) => ` ${line}`).join('\n');
}

/** `rules/index.ts`: every rule of every family, in order of path. */
export function rulesIndex(root: string): ReadonlyMap<string, string> {
  const folder = join(root, 'rules');
  const families = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== FURTHER)
    .map((entry) => entry.name)
    .sort();
  const imports: string[] = [];
  const names: string[] = [];
  for (const family of families) {
    for (const file of readdirSync(join(folder, family)).sort()) {
      if (!file.endsWith('.ts')) continue;
      const text = readFileSync(join(folder, family, file), 'utf8');
      const name = /^export const (\w+): EventRule = /m.exec(text)?.[1];
      if (!name) throw new Error(`rules/${family}/${file}: no line "export const NAME: EventRule = {"`);
      imports.push(`import { ${name} } from './${family}/${file}';`);
      names.push(name);
    }
  }
  const list = `/** Every row of the audit event table. */\nexport const rules: readonly EventRule[] = [\n${wrapped(names)}\n];\n`;
  return new Map([
    ['rules/index.ts', `${HEAD}${imports.join('\n')}\n\n${list}`],
    ['rules/further.ts', furtherIndex(join(folder, FURTHER))],
  ]);
}

/** `rules/further.ts`: every rule beyond the table, in order of code. */
function furtherIndex(folder: string): string {
  const files = readdirSync(folder).filter((name) => name.endsWith('.ts'));
  const found = files.map((file) => {
    const text = readFileSync(join(folder, file), 'utf8');
    const name = /^export const (\w+) = defineRule\(/m.exec(text)?.[1];
    const code = /^ {4}code: '(PYA30\d\d)',$/m.exec(text)?.[1];
    if (!name || !code)
      throw new Error(`rules/${FURTHER}/${file}: no "export const NAME = defineRule(" with a code PYA30xx`);
    return { name, code, line: `import { ${name} } from './${FURTHER}/${file}';` };
  });
  const lines = found.map(({ line }) => line).sort();
  const names = found.sort((a, b) => (a.code < b.code ? -1 : 1)).map(({ name }) => name);
  return [
    '// Made by bin/dev/generate rules from the files of rules/further/; do not edit.',
    "import type { Rule } from '../src/lint/rule/contract.ts';",
    ...lines,
    '',
    '/** The rules beyond the audit event table, in order of code. */',
    'export const furtherRules: readonly Rule[] = [',
    ...names.map((name) => `  ${name},`),
    '];',
    '',
  ].join('\n');
}
