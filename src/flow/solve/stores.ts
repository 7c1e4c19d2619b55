import { type FileFacts, OP, type OpId } from '../../facts/ir.ts';

/** Which values are stored to each variable of a file. */
export class Stores {
  private readonly known = new WeakMap<FileFacts, Map<number, OpId[]>>();

  of(facts: FileFacts, variable: number): readonly OpId[] {
    let stores = this.known.get(facts);
    if (!stores) {
      stores = new Map();
      for (let op = 0; op < facts.kind.length; op++) {
        if (facts.kind[op] !== OP.StoreVariable) continue;
        const list = stores.get(facts.a[op]!);
        if (list) list.push(facts.b[op] as OpId);
        else stores.set(facts.a[op]!, [facts.b[op] as OpId]);
      }
      this.known.set(facts, stores);
    }
    return stores.get(variable) ?? [];
  }
}
