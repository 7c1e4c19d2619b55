import { NODE_TYPES } from './generated/tables.ts';
import { kindsOf } from './syntax-table.ts';

/** Kind of each node type of our grammar. */
export const NODE_KINDS: Uint8Array = kindsOf({
  types: NODE_TYPES.split(' ').map((name) => ({ name })),
});
