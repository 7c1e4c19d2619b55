import { addLine, type Line } from './modules.ts';
import { type Signature, signaturesOf } from './signature.ts';
import { type Type, typeOf } from './type.ts';

/** A member of a library class; `function` with how it binds. */
export type Member =
  | {
      readonly kind: 'function';
      readonly binds: 'instance' | 'class' | 'nothing';
      readonly signatures: readonly Signature[];
      /** What every call gives, whatever its arguments and receiver; none where these matter. */
      readonly plain?: Type;
    }
  | { readonly kind: 'value'; readonly type: Type }
  | { readonly kind: 'alias'; readonly of: string };

/** A class of the library. */
export class LibraryClass {
  /** Dotted name under which the index has it. */
  readonly name: string;
  readonly parameters: readonly string[];
  readonly bases: readonly Type[];
  private readonly lines: readonly string[];
  private names: Map<string, Line[]> | undefined;
  private readonly members = new Map<string, Member | undefined>();

  constructor(name: string, payload: string) {
    const [parameters = '', bases = '', ...lines] = payload.split('\t');
    this.name = name;
    this.parameters = parameters === '' ? [] : parameters.split(',');
    this.bases = bases === '' ? [] : bases.split(';').map(typeOf);
    this.lines = lines;
  }

  /** Names of what the class itself defines. */
  memberNames(): Iterable<string> {
    return this.linesByName().keys();
  }

  /** A member that the class itself defines. */
  own(name: string): Member | undefined {
    if (this.members.has(name)) return this.members.get(name);
    const lines = this.linesByName().get(name);
    const member = lines && memberOf(lines);
    this.members.set(name, member);
    return member;
  }

  private linesByName(): ReadonlyMap<string, readonly Line[]> {
    if (!this.names) {
      this.names = new Map();
      for (const line of this.lines) addLine(this.names, line);
    }
    return this.names;
  }
}

const BINDS = { d: 'instance', k: 'class', s: 'nothing' } as const;

/** What lines of one name say: overloads of all targets together; where kinds differ, the first counts. */
export function memberOf(lines: readonly Line[]): Member {
  const [first] = lines;
  const { mark, payload } = first!;
  switch (mark) {
    case 'd':
    case 'k':
    case 's': {
      const same = lines.filter((line) => line.mark === mark);
      const texts = new Set(same.flatMap((line) => line.payload));
      const signatures = [...texts].flatMap(signaturesOf);
      const plain = plainResult(signatures);
      return { kind: 'function', binds: BINDS[mark], signatures, ...(plain ? { plain } : {}) };
    }
    case 'i':
      return { kind: 'alias', of: payload };
    default:
      return { kind: 'value', type: typeOf(payload) };
  }
}

function plainResult(signatures: readonly Signature[]): Type | undefined {
  const result = signatures[0]?.result;
  if (!result || result.isOpen) return undefined;
  const isPlain = ({ result: other, parameters }: Signature) =>
    other === result && !parameters.some(({ type }) => type?.isOpen);
  return signatures.every(isPlain) ? result : undefined;
}
