import { OP, type OpId } from '../../facts/ir.ts';
import type { ProgramFile } from '../../link/program.ts';
import type { ClassRecord } from '../classes/classes.ts';
import type { Flow } from '../flow.ts';
import type { Activation } from '../solve/activations.ts';
import type { Node } from '../solve/solver.ts';
import { type Token, VALUE, WRAPPER } from '../solve/values.ts';
import { isLibraryOrigin, originOfUnknown } from './unknown-values.ts';

/** A name says who is meant where no more than so many families of classes define it. */
const MOST_FAMILIES = 1;
/** ... and no more than so many functions bear it. */
const MOST_FUNCTIONS = 12;

/** Public attributes of CPython's builtin types, files, exceptions and generators: such names say nothing. */
const BUILTIN_ATTRIBUTES: ReadonlySet<string> = new Set(
  `
aclose add add_note append args as_integer_ratio asend athrow bit_count bit_length buffer c_contiguous capitalize
casefold cast center characters_written clear close closed closefd code conjugate contiguous copy count decode deleter
denominator detach difference difference_update discard encode encoding end end_lineno end_offset endswith errno errors
expandtabs extend f_contiguous fdel fget filename filename2 fileno find flush format format_map from_bytes fromhex
fromkeys fset get getbuffer getter getvalue hex imag index indices insert intersection intersection_update is_integer
isalnum isalpha isascii isatty isdecimal isdigit isdisjoint isidentifier islower isnumeric isprintable isspace issubset
issuperset istitle isupper items itemsize join keys line_buffering lineno ljust lower lstrip maketrans mode mro msg name
nbytes ndim newlines numerator obj object offset partition path peek pop popitem print_file_and_line raw read read1
readable readall readinto readinto1 readline readlines readonly real reason reconfigure release remove removeprefix
removesuffix replace reverse rfind rindex rjust rpartition rsplit rstrip seek seekable send setdefault setter shape sort
split splitlines start startswith step stop strerror strides strip suboffsets swapcase symmetric_difference
symmetric_difference_update tell text throw title to_bytes tobytes tolist toreadonly translate truncate union update
upper value values with_traceback writable write write_through writelines zfill
`
    .trim()
    .split(/\s+/),
);

/** Functions that a distinctive name may mean: as a method that is called, and as a property that is read. */
interface Meaning {
  readonly methods: readonly Token[];
  readonly getters: readonly Token[];
}

/** Callees by file and op. */
export type NameMatches = ReadonlyMap<ProgramFile, ReadonlyMap<OpId, readonly Token[]>>;

/**
 * What calls and attributes of values about which nothing is known may run, going by the name alone: few classes of
 * the project define it, and no builtin type. Values from outside the project are left out: theirs are other classes.
 * These are guesses, of low confidence; no value flows through them.
 *
 * @param mostFamilies of how many families of classes a name may be
 */
export function nameMatches(f: Flow, mostFamilies = MOST_FAMILIES): NameMatches {
  const meanings = distinctiveNames(f, mostFamilies);
  const found = new Map<ProgramFile, Map<OpId, readonly Token[]>>();
  for (const file of f.p.program.files) {
    const ofFile = new Map<OpId, readonly Token[]>();
    const { kind, a } = file.facts;
    for (const { facts: fn, activations } of f.p.activations.functionsOf(file)) {
      if (activations.length === 0) continue;
      for (let at = fn.start; at < fn.end; at++) {
        const read = kind[at] === OP.Call ? a[at]! : at;
        if (kind[read] !== OP.Attribute) continue;
        const meaning = meaningOf(f, file, activations, read as OpId, meanings);
        const callees = at === read ? meaning?.getters : meaning?.methods;
        if (callees && callees.length > 0) ofFile.set(at as OpId, callees);
      }
    }
    if (ofFile.size > 0) found.set(file, ofFile);
  }
  return found;
}

function meaningOf(
  f: Flow,
  file: ProgramFile,
  activations: readonly Activation[],
  read: OpId,
  meanings: ReadonlyMap<number, Meaning>,
): Meaning | undefined {
  const meaning = meanings.get(file.names[file.facts.b[read]!]!);
  if (!meaning) return undefined;
  const object = file.facts.a[read] as OpId;
  const isKnown = activations.some((each) => f.p.solver.at(f.p.node(each, object)).length > 0);
  if (isKnown || isLibraryOrigin(originOfUnknown(f, file, object))) return undefined;
  return meaning;
}

function distinctiveNames(f: Flow, mostFamilies: number): ReadonlyMap<number, Meaning> {
  const definers = new Map<number, ClassRecord[]>();
  for (const record of f.classes.all) {
    for (const name of record.attributes) {
      const text = f.p.text(name);
      if (text.startsWith('__') || BUILTIN_ATTRIBUTES.has(text)) continue;
      const known = definers.get(name);
      if (known) known.push(record);
      else definers.set(name, [record]);
    }
  }
  const assigned = assignedNames(f);
  const meanings = new Map<number, Meaning>();
  for (const [name, records] of definers) {
    if (families(records) > mostFamilies) continue;
    const { methods, getters } = functionsOf(f, name, records);
    if (methods.length + getters.length > MOST_FUNCTIONS) continue;
    meanings.set(name, { methods, getters: assigned.has(name) ? [] : getters });
  }
  return meanings;
}

/** Classes that define a name without inheriting it from another of them. */
function families(records: readonly ClassRecord[]): number {
  const tokens = new Set<Token>(records.map(({ token }) => token));
  return records.filter(({ token, order }) => !order.some((entry) => entry !== token && tokens.has(entry)))
    .length;
}

/** Names that are put on some object, or that parameters have: who reads them may well mean that. */
function assignedNames(f: Flow): ReadonlySet<number> {
  const names = new Set<number>();
  for (const { facts, names: ids } of f.p.program.files) {
    for (const { parameters } of facts.functions)
      for (const { name } of parameters) names.add(f.p.name(name));
    for (let op = 0; op < facts.kind.length; op++) {
      if (facts.kind[op] === OP.SetAttribute) names.add(ids[facts.b[op]!]!);
    }
  }
  return names;
}

function functionsOf(f: Flow, name: number, records: readonly ClassRecord[]): Meaning {
  const { solver, values } = f.p;
  const methods = new Set<Token>();
  const getters = new Set<Token>();
  const isFunction = (token: Token) => values.kind(token) === VALUE.function;
  for (const { token: type } of records) {
    for (const token of solver.at(f.p.field(type, name))) {
      if (isFunction(token)) methods.add(token);
      if (values.kind(token) !== VALUE.wrapper) continue;
      const wrapper = values.y(token);
      const isProperty = wrapper === WRAPPER.property || wrapper === WRAPPER.cachedProperty;
      const into = isProperty ? getters : methods;
      for (const fn of solver.at(values.x(token) as Node)) if (isFunction(fn)) into.add(fn);
    }
  }
  return { methods: [...methods], getters: [...getters] };
}
