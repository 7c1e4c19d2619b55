import { unreachable } from '../model/brand.ts';
import type { EntryKind } from '../model/entry.ts';

/** An entry point as people say it. */
export function entryName(kind: EntryKind, name: string): string {
  switch (kind) {
    case 'console-script':
      return `console script ${name}`;
    case 'main':
    case 'import':
      return name;
    case 'install':
      return `installation (${name})`;
    case 'public':
      return `public function ${name}`;
    case 'unseen':
      return `${name}, which nothing in the analysed files calls`;
    default:
      return unreachable(kind);
  }
}
