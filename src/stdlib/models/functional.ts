import type { CallbackModel, Operand } from './callback-model.ts';

const key = (position: number, passed: Operand): CallbackModel['calls'] => [
  { callee: position < 0 ? { named: 'key' } : { at: position, named: 'key' }, passes: [passed] },
];
const FIRST: Operand = { elementOf: 0 };
const SECOND: Operand = { elementOf: 1 };
/** The match that a replacement is given; of a text, bytes are rare. */
const MATCH: Operand = { an: 're.Match', of: ['builtins.str'] };
const filters: CallbackModel = {
  calls: [{ callee: 0, passes: [SECOND] }],
  gives: { listOf: SECOND },
};
const ordered: CallbackModel = {
  calls: [{ callee: { named: 'key' }, passes: [FIRST] }],
};
const inserted: CallbackModel = {
  calls: [
    { callee: { named: 'key' }, passes: [FIRST] },
    { callee: { named: 'key' }, passes: [1] },
  ],
};
const picked: CallbackModel = {
  calls: [{ callee: { named: 'key' }, passes: [{ candidatesFrom: 0 }] }],
};

/** Functions that take functions. */
export const FUNCTIONAL: Readonly<Record<string, CallbackModel>> = {
  // https://docs.python.org/3/library/functions.html
  'builtins.map': { calls: [{ callee: 0, passes: [{ eachFrom: 1 }] }], gives: { listOf: 'result' } },
  'builtins.filter': filters,
  'builtins.sorted': { calls: key(-1, FIRST), gives: { listOf: FIRST } },
  'builtins.min': picked,
  'builtins.max': picked,
  // errs toward a sum that is one of the elements, as where `__add__` gives `self`
  'builtins.sum': {
    calls: [],
    gives: [{ value: { elementOf: 0 } }, { value: { at: 1, named: 'start' } }, 'types'],
  },
  // https://docs.python.org/3/library/stdtypes.html#list.sort
  'builtins.list.sort': { calls: key(-1, { typeArgument: 0 }) },
  // https://docs.python.org/3/library/heapq.html
  'heapq.nsmallest': { calls: key(2, SECOND) },
  'heapq.nlargest': { calls: key(2, SECOND) },
  'heapq.merge': { calls: key(-1, { elementsFrom: 0 }) },
  // https://docs.python.org/3/library/bisect.html: what is looked for is a key already, what is inserted is not
  'bisect.bisect': ordered,
  'bisect.bisect_left': ordered,
  'bisect.bisect_right': ordered,
  'bisect.insort': inserted,
  'bisect.insort_left': inserted,
  'bisect.insort_right': inserted,
  // https://docs.python.org/3/library/functools.html
  'functools.reduce': {
    calls: [
      { callee: 0, passes: [SECOND, SECOND] },
      { callee: 0, passes: [{ at: 2, named: 'initial' }, SECOND] },
      { callee: 0, passes: ['result', SECOND] },
    ],
    gives: [{ value: 'result' }, { value: { at: 2, named: 'initial' } }],
  },
  // https://docs.python.org/3/library/itertools.html
  'itertools.starmap': {
    calls: [{ callee: 0, passes: [{ spread: SECOND }] }],
    gives: { listOf: 'result' },
  },
  'itertools.takewhile': filters,
  'itertools.dropwhile': filters,
  'itertools.filterfalse': filters,
  'itertools.groupby': { calls: key(1, FIRST) },
  'itertools.accumulate': {
    calls: [
      { callee: { at: 1, named: 'func' }, passes: [FIRST, FIRST] },
      { callee: { at: 1, named: 'func' }, passes: [{ named: 'initial' }, FIRST] },
      { callee: { at: 1, named: 'func' }, passes: ['result', FIRST] },
    ],
    gives: [{ listOf: 'result' }, { listOf: FIRST }, { listOf: { named: 'initial' } }],
  },
  // https://docs.python.org/3/library/re.html#re.sub
  're.sub': { calls: [{ callee: { at: 1, named: 'repl' }, passes: [MATCH] }] },
  're.subn': { calls: [{ callee: { at: 1, named: 'repl' }, passes: [MATCH] }] },
  're.Pattern.sub': { calls: [{ callee: { at: 0, named: 'repl' }, passes: [MATCH] }] },
  're.Pattern.subn': { calls: [{ callee: { at: 0, named: 'repl' }, passes: [MATCH] }] },
  // https://docs.python.org/3/library/contextvars.html#contextvars.Context.run
  'contextvars.Context.run': {
    calls: [{ callee: 0, passes: [{ restFrom: 1 }] }],
    gives: { value: 'result' },
  },
  // https://docs.python.org/3/library/timeit.html
  'timeit.timeit': { calls: [{ callee: { at: 0, named: 'stmt' } }, { callee: { at: 1, named: 'setup' } }] },
  'timeit.repeat': { calls: [{ callee: { at: 0, named: 'stmt' } }, { callee: { at: 1, named: 'setup' } }] },
};
