import { CONTAINER } from '../facts/ir.ts';
import type { Propagation, SiteId } from './propagation.ts';
import type { Node } from './solver.ts';
import { type Token, VALUE } from './values.ts';

/** A key known before the run: `i0`, `sname`. */
export type Key = string;

/** Contents of one container: by key where keys are constant. */
export interface Contents {
  /** Every element, whatever its key. */
  readonly all: Node;
  /** Elements stored under unknown keys. */
  readonly wild: Node;
  readonly byKey: Map<Key, Node>;
  /** Keys of a dict. */
  readonly keys: Node;
  /** How many items it had when it was made, where that is certain. */
  length?: number;
  /** Told of every key, now and later. */
  readonly listeners: ((key: Key, node: Node) => void)[];
}

/** Items further on share the node of unknown keys, so that sequences that grow in loops come to an end. */
const LAST_POSITION = 64;

/** Contents of the containers made at each site. */
export class Containers {
  private readonly known = new Map<SiteId, Contents>();
  private readonly ofInstances = new Map<Token, SiteId>();
  /** Of generator expressions: the function whose code they run. */
  readonly makers = new Map<SiteId, Token>();
  /** Of lazy iterators (`iter(x)`, `islice(x, 3)`): what they run through. */
  readonly sources = new Map<SiteId, Node>();
  private readonly p: Propagation;

  constructor(p: Propagation) {
    this.p = p;
  }

  at(site: SiteId): Contents {
    let contents = this.known.get(site);
    if (!contents) {
      const first = this.p.solver.nodes(3);
      contents = {
        all: first,
        wild: (first + 1) as Node,
        byKey: new Map(),
        keys: (first + 2) as Node,
        listeners: [],
      };
      this.p.solver.flow(contents.wild, contents.all);
      this.known.set(site, contents);
    }
    return contents;
  }

  of(token: Token): Contents {
    return this.at(this.p.values.x(token) as SiteId);
  }

  /** Where the contents of an instance hang whose class derives from a library container. */
  siteOf(instance: Token): SiteId {
    let site = this.ofInstances.get(instance);
    if (site === undefined) {
      site = this.p.newSite();
      this.ofInstances.set(instance, site);
    }
    return site;
  }

  make(site: SiteId, kind: number): Token {
    return this.p.values.of(VALUE.container, site, kind);
  }

  /** The node of one key; what unknown keys hold is in it too. */
  slot(contents: Contents, key: Key): Node {
    let node = contents.byKey.get(key);
    if (node === undefined) {
      node = this.p.solver.nodes(1);
      contents.byKey.set(key, node);
      this.p.solver.flow(node, contents.all);
      this.p.solver.flow(contents.wild, node);
      for (const listener of contents.listeners) listener(key, node);
    }
    return node;
  }

  /** Runs `use` for every constant key that the container has or gets. */
  eachKey(contents: Contents, use: (key: Key, node: Node) => void): void {
    contents.listeners.push(use);
    for (const [key, node] of [...contents.byKey]) use(key, node);
  }

  /**
   * All that one container holds, another holds too, under the same keys.
   * @param by how far positions move; NaN: nobody knows
   */
  copy(from: Contents, to: Contents, by = 0): void {
    if (from === to) return;
    const { solver } = this.p;
    this.eachKey(from, (key, node) => {
      const position = key.startsWith('i') ? Number(key.slice(1)) + by : 0;
      if (position >= 0 && position <= LAST_POSITION) {
        solver.flow(node, this.slot(to, key.startsWith('i') ? `i${position}` : key));
      } else if (!(position < 0)) solver.flow(node, to.wild);
    });
    solver.flow(from.wild, to.wild);
    solver.flow(from.keys, to.keys);
  }

  /** What iterating gives: the keys of a dict, the elements of others. */
  elements(token: Token): Node {
    const contents = this.of(token);
    return this.p.values.y(token) === CONTAINER.dict ? contents.keys : contents.all;
  }
}
