import { importShape, type NodeId } from '../../parse/nodes.ts';
import { OP } from '../ir.ts';
import type { Lowering } from './lowering.ts';

/** An import statement: one op per module or imported name, so that each has a place of its own. */
export function lowerImport(l: Lowering, node: NodeId): void {
  const shape = importShape(l.table, node);
  const lazy = shape.lazy ? 1 : 0;
  const { from, to } = l.table.span(node);
  if (shape.kind === 'import') {
    for (const item of shape.names) {
      const whole = item.alias || !item.name.includes('.') ? 1 : 0;
      const op = l.emitAt(OP.Import, from, to, l.writer.name(item.name), whole, lazy);
      l.writer.pointAt(op, item.from, item.to);
      l.write(item.bound, op, node);
    }
    return;
  }
  if (shape.module === '__future__' && shape.level === 0) {
    l.postponedAnnotations ||= shape.names.some((item) => item.name === 'annotations');
  }
  const module = l.writer.name(shape.module);
  const detail = shape.level * 2 + lazy;
  if (shape.star) {
    const op = l.emitAt(OP.ImportStar, from, to, module, 0, detail);
    l.writer.pointAt(op, shape.moduleFrom, shape.moduleTo);
    return;
  }
  for (const item of shape.names) {
    const op = l.emitAt(OP.ImportFrom, from, to, module, l.writer.name(item.name), detail);
    l.writer.pointAt(op, item.from, item.to);
    l.write(item.bound, op, node);
  }
}
