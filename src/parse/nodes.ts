/**
 * The one module through which the layers above see a syntax tree: node ids, and the shape of each construct as a
 * plain record. Every accessor takes a node of the construct it is named after and never throws on a broken tree:
 * missing parts are absent or NO_NODE.
 */

export type { NodeName } from './kinds.ts';
export * from './shapes/definitions.ts';
export * from './shapes/expressions.ts';
export * from './shapes/lists.ts';
export * from './shapes/statements.ts';
export { NO_NODE, type NodeId, type SyntaxTable } from './syntax-table.ts';
