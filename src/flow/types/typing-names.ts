/** What a subscripted form of `typing` means: each of its arguments, the first, the class itself, or nothing. */
export type Form = 'each' | 'first' | 'class' | 'nothing';

const MODULES = ['typing', 'typing_extensions'];

const of = (names: string, form: Form): [string, Form][] =>
  names.split(' ').flatMap((name) => MODULES.map((module): [string, Form] => [`${module}.${name}`, form]));

/** Forms by their dotted names (https://docs.python.org/3/library/typing.html). */
export const FORMS: ReadonlyMap<string, Form> = new Map<string, Form>([
  ...of('Optional Union', 'each'),
  ...of('Annotated ClassVar Final Required NotRequired ReadOnly', 'first'),
  ...of('Type', 'class'),
  ...of('Callable Literal TypeGuard TypeIs Concatenate Generic Protocol Unpack', 'nothing'),
  ['builtins.type', 'class'],
  ['collections.abc.Callable', 'nothing'],
  ['dataclasses.InitVar', 'first'],
]);

const SAME_AS: Readonly<Record<string, string>> = {
  List: 'builtins.list',
  Dict: 'builtins.dict',
  Set: 'builtins.set',
  FrozenSet: 'builtins.frozenset',
  Tuple: 'builtins.tuple',
  Text: 'builtins.str',
  AnyStr: 'builtins.str',
  LiteralString: 'builtins.str',
  Deque: 'collections.deque',
  DefaultDict: 'collections.defaultdict',
  OrderedDict: 'collections.OrderedDict',
  Counter: 'collections.Counter',
  ChainMap: 'collections.ChainMap',
};

const SAYS_NOTHING = new Set('Any Self NoReturn Never Callable Hashable Sized TypeAlias TypeVar'.split(' '));

/** The class that a name in an annotation stands for; `undefined` where it says nothing of values. */
export function classNamed(dotted: string): string | undefined {
  if (dotted === 'builtins.object' || dotted === 'builtins.type') return undefined;
  const dot = dotted.lastIndexOf('.');
  const module = dotted.slice(0, dot);
  if (!MODULES.includes(module) && module !== 'collections.abc') return dotted;
  const name = dotted.slice(dot + 1);
  if (SAYS_NOTHING.has(name) || FORMS.has(dotted)) return undefined;
  return SAME_AS[name] ?? dotted;
}
