import { CONTAINER } from '../../facts/ir.ts';
import type { Propagation, SiteId } from '../solve/propagation.ts';
import type { Node } from '../solve/solver.ts';
import { type Token, VALUE } from '../solve/values.ts';

/** A key known before the run: `i0`, `sname`. */
export type Key = string;

type Listener = (key: Key, node: Node) => void;

/** Contents of one container: by key where keys are constant. */
export interface Contents {
  /** Every element, whatever its key. */
  readonly all: Node;
  /** Elements stored under unknown keys. */
  readonly wild: Node;
  byKey: ReadonlyMap<Key, Node>;
  /** Keys of a dict. */
  readonly keys: Node;
  /** Keys that are taken out before anybody sees the whole: only who asks for them by name gets what they hold. */
  taken?: ReadonlySet<Key>;
  /** How many items it had when it was made, where that is certain. */
  length?: number;
  /** Told of every key, now and later. */
  listeners: Listener[];
}

/** Items further on share the node of unknown keys, so that sequences that grow in loops come to an end. */
const LAST_POSITION = 64;

/** Shared by all that have none: most containers are never read or written under a constant key. */
const NO_KEYS: ReadonlyMap<Key, Node> = new Map();

/** A key that is new, and how many listeners had not heard of it then. */
interface News {
  readonly contents: Contents;
  readonly key: Key;
  readonly node: Node;
  readonly listeners: number;
}

/** Contents of the containers made at each site. */
export class Containers {
  private readonly known = new Map<SiteId, Contents>();
  private readonly ofInstances = new Map<Token, SiteId>();
  /** Of generator expressions: the function whose code they run. */
  readonly makers = new Map<SiteId, Token>();
  /** Of lazy iterators (`iter(x)`, `islice(x, 3)`): what they run through. */
  readonly sources = new Map<SiteId, Node>();
  /** Of dicts that make what is missing: the factory. */
  readonly factories = new Map<SiteId, Node>();
  /** Of tuples of constants: the key that each is. */
  readonly asKeys = new Map<SiteId, Key>();
  private readonly p: Propagation;
  /** Keys that listeners are still to be told of, and who. */
  private readonly news: News[] = [];
  private telling = false;
  private released = false;

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
        byKey: NO_KEYS,
        keys: (first + 2) as Node,
        listeners: [],
      };
      // what nothing was put into before the program was solved stays empty
      if (!this.released) this.p.solver.flow(contents.wild, contents.all);
      this.known.set(site, contents);
    }
    return contents;
  }

  /** Drops who waits for keys: there will be none any more. */
  release(): void {
    this.released = true;
    for (const contents of this.known.values()) contents.listeners.length = 0;
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
      if (contents.byKey === NO_KEYS) contents.byKey = new Map();
      (contents.byKey as Map<Key, Node>).set(key, node);
      this.p.solver.flow(contents.wild, node);
      if (contents.taken?.has(key)) return node;
      this.p.solver.flow(node, contents.all);
      const listeners = contents.listeners.length;
      if (listeners > 0) this.tell({ contents, key, node, listeners });
    }
    return node;
  }

  /** Listeners make keys of other containers: one news after the other, since within each other rings would be deep. */
  private tell(first: News): void {
    this.news.push(first);
    if (this.telling) return;
    this.telling = true;
    for (let news = this.news.shift(); news; news = this.news.shift()) {
      for (let index = 0; index < news.listeners; index++) {
        news.contents.listeners[index]!(news.key, news.node);
      }
    }
    this.telling = false;
  }

  /** Runs `use` for every constant key that the container has or gets. */
  eachKey(contents: Contents, use: (key: Key, node: Node) => void): void {
    contents.listeners.push(use);
    for (const [key, node] of [...contents.byKey]) if (!contents.taken?.has(key)) use(key, node);
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
