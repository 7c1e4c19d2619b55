import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { KIND, type NodeName } from '../../src/parse/kinds.ts';
import { parse } from '../../src/parse/parse.ts';
import type { SyntaxTable } from '../../src/parse/syntax-table.ts';
import { pyenvPythons, pythonFiles, pythonText } from './parse/corpus.ts';

// Usage: compare-ast [--pyodide DIR] [PATH...]   every statement, expression, handler and pattern of CPython 3.13's (or that pyodide's) ast has its node
// with the same span, by the table and the conventions below; and there are as many nodes of the main kinds.

/** Class of the ast -> node names. */
const NODES: Readonly<Record<string, readonly NodeName[]>> = {
  AnnAssign: ['AssignStatement'],
  Assert: ['AssertStatement'],
  Assign: ['AssignStatement'],
  AsyncFor: ['ForStatement'],
  AsyncFunctionDef: ['FunctionDefinition'],
  AsyncWith: ['WithStatement'],
  Attribute: ['MemberExpression'],
  AugAssign: ['UpdateStatement'],
  Await: ['AwaitExpression'],
  BinOp: ['BinaryExpression'],
  BoolOp: ['BinaryExpression'],
  Break: ['BreakStatement'],
  Call: ['CallExpression'],
  ClassDef: ['ClassDefinition'],
  Compare: ['BinaryExpression'],
  Constant: ['Number', 'String', 'ContinuedString', 'None', 'Boolean', 'Ellipsis'],
  Continue: ['ContinueStatement'],
  Delete: ['DeleteStatement'],
  Dict: ['DictionaryExpression'],
  DictComp: ['DictionaryComprehensionExpression'],
  ExceptHandler: ['except'],
  Expr: ['ExpressionStatement', 'YieldStatement'],
  For: ['ForStatement'],
  FormattedValue: ['FormatReplacement'],
  FunctionDef: ['FunctionDefinition'],
  GeneratorExp: ['ComprehensionExpression', 'ArgList'],
  Global: ['ScopeStatement'],
  If: ['IfStatement', 'elif'],
  IfExp: ['ConditionalExpression'],
  Import: ['ImportStatement'],
  ImportFrom: ['ImportStatement'],
  Interpolation: ['FormatReplacement'],
  JoinedStr: ['FormatString', 'ContinuedString'],
  Lambda: ['LambdaExpression'],
  List: ['ArrayExpression'],
  ListComp: ['ArrayComprehensionExpression'],
  Match: ['MatchStatement'],
  MatchAs: ['CapturePattern', 'AsPattern'],
  MatchClass: ['ClassPattern'],
  MatchMapping: ['MappingPattern'],
  MatchOr: ['OrPattern'],
  MatchSequence: ['SequencePattern'],
  MatchSingleton: ['LiteralPattern'],
  MatchStar: ['StarPattern'],
  MatchValue: ['LiteralPattern', 'AttributePattern'],
  Name: ['VariableName'],
  NamedExpr: ['NamedExpression'],
  Nonlocal: ['ScopeStatement'],
  Pass: ['PassStatement'],
  Raise: ['RaiseStatement'],
  Return: ['ReturnStatement'],
  Set: ['SetExpression'],
  SetComp: ['SetComprehensionExpression'],
  Starred: ['*'],
  Subscript: ['MemberExpression'],
  TemplateStr: ['TemplateString', 'ContinuedString'],
  Try: ['TryStatement'],
  TryStar: ['TryStatement'],
  Tuple: ['TupleExpression'],
  TypeAlias: ['TypeDefinition'],
  UnaryOp: ['UnaryExpression'],
  While: ['WhileStatement'],
  With: ['WithStatement'],
  Yield: ['YieldExpression', 'YieldStatement'],
  YieldFrom: ['YieldExpression', 'YieldStatement'],
};

/** Nodes of which a keyword or sign stands for the whole: only the beginning is compared. */
const BEGINS = new Set(['ExceptHandler', 'Starred']);

type Span = readonly [name: string, from: number, to: number, parent: string];

/** What has no node by convention. */
function isConvention(
  [name, from, to, parent]: Span,
  text: string,
  isFlat: (from: number) => boolean,
): boolean {
  // A list without parentheses is flat in its statement, subscript or `case`.
  if (name === 'Tuple') return text[from] !== '(' || text[to - 1] !== ')' || isFlat(from);
  if (name === 'MatchSequence') return parent === 'match_case.pattern';
  // Bounds of a subscript are flat in it.
  if (name === 'Slice') return true;
  // Text between the fields of a string, and format specs, are parts of its token.
  if (parent === 'JoinedStr.values' || parent === 'TemplateStr.values') return name === 'Constant';
  if (parent.endsWith('.format_spec')) return true;
  // Literals of patterns are one node, names in them are flat.
  return parent.startsWith('MatchValue') || parent === 'MatchMapping.keys' || parent === 'MatchClass.cls';
}

/** End of a node's last token: a block's node reaches to its line end, or over comments. */
function codeEnd(table: SyntaxTable, node: number): number {
  for (;;) {
    let last = -1;
    for (let child = table.first[node]!; child >= 0; child = table.next[child]!) last = child;
    if (last < 0 || !COMPOUND.has(table.kind[node]!)) return table.to[node]!;
    node = last;
  }
}

const COMPOUND = new Set<number>(
  (
    [
      'Body',
      'ClassDefinition',
      'DecoratedStatement',
      'ForStatement',
      'FunctionDefinition',
      'IfStatement',
      'MatchBody',
      'MatchClause',
      'MatchStatement',
      'StatementGroup',
      'TryStatement',
      'WhileStatement',
      'WithStatement',
    ] as const
  ).map((name) => KIND[name]),
);

/** Kinds of which there is exactly one node for each of some classes. */
const COUNTED: readonly (readonly [readonly NodeName[], readonly string[]])[] = [
  [['CallExpression'], ['Call']],
  [['LambdaExpression'], ['Lambda']],
  [['FunctionDefinition'], ['FunctionDef', 'AsyncFunctionDef']],
  [['ClassDefinition'], ['ClassDef']],
  [['ConditionalExpression'], ['IfExp']],
  [['NamedExpression'], ['NamedExpr']],
  [['AwaitExpression'], ['Await']],
  [
    ['YieldExpression', 'YieldStatement'],
    ['Yield', 'YieldFrom'],
  ],
  [['UpdateStatement'], ['AugAssign']],
  [['AssignStatement'], ['Assign', 'AnnAssign']],
  [['ImportStatement'], ['Import', 'ImportFrom']],
  [['ArrayComprehensionExpression'], ['ListComp']],
  [['IfStatement', 'elif'], ['If']],
  [['ReturnStatement'], ['Return']],
];

let checked = 0;
let shown = 0;
const missing = new Map<string, number>();

function tell(name: string, detail: string): void {
  missing.set(name, (missing.get(name) ?? 0) + 1);
  if (shown++ < 30) console.log(`  ${name}: ${detail}`);
}

function compare(path: string, text: string, spans: readonly Span[]): void {
  const { table } = parse(text);
  const places = new Set<string>();
  const counts = new Map<number, number>();
  for (let node = 0; node < table.kind.length; node++) {
    const kind = table.kind[node]!;
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
    places.add(`${kind} ${table.from[node]} ${COMPOUND.has(kind) ? codeEnd(table, node) : table.to[node]}`);
    places.add(`${kind} ${table.from[node]}`);
  }
  const elements = new Set(spans.filter(([, , , parent]) => parent === 'Tuple.elts').map(([, from]) => from));
  // `(a), b` begins with a parenthesis that is its first element's.
  const isFlat = (from: number) =>
    elements.has(from) || places.has(`${KIND.ParenthesizedExpression} ${from}`);
  for (const span of spans) {
    const [name, from, to] = span;
    if (isConvention(span, text, isFlat)) continue;
    const kinds = NODES[name];
    if (!kinds) throw new Error(`no node for ${name}`);
    checked++;
    const found = kinds.some((kind) => {
      const beginsOnly = BEGINS.has(name) || kind === 'elif';
      return places.has(beginsOnly ? `${KIND[kind]} ${from}` : `${KIND[kind]} ${from} ${to}`);
    });
    if (!found)
      tell(
        name,
        `${path}:${text.slice(0, from).split('\n').length} ${JSON.stringify(text.slice(from, Math.min(to, from + 60)))}`,
      );
  }
  for (const [kinds, classes] of COUNTED) {
    const ours = kinds.reduce((sum, kind) => sum + (counts.get(KIND[kind]) ?? 0), 0);
    const theirs = spans.filter(([name]) => classes.includes(name)).length;
    if (ours !== theirs) tell(`count of ${kinds[0]}`, `${path}: ${ours}, the ast has ${theirs}`);
  }
}

function cpythonSpans(program: string, paths: readonly string[]): string[] {
  const run = spawnSync(program, ['-I', script], {
    input: `${paths.join('\n')}\n`,
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  const answers = run.stdout.split('\n').filter(Boolean);
  if (answers.length !== paths.length) throw new Error(run.stderr);
  return answers;
}

/** Answers of `spans.py` in CPython compiled to WebAssembly: for versions that are not installed. */
async function pyodideSpans(folder: string, paths: readonly string[]): Promise<(string | null)[]> {
  const { loadPyodide } = (await import(join(folder, 'pyodide.mjs'))) as {
    loadPyodide(options: { indexURL: string }): Promise<{
      runPython(code: string): unknown;
      globals: { set(name: string, value: unknown): void };
    }>;
  };
  const pyodide = await loadPyodide({ indexURL: folder });
  pyodide.globals.set('__name__', 'spans');
  pyodide.runPython(readFileSync(script, 'utf8'));
  return paths.map((path) => {
    pyodide.globals.set('text', pythonText(path) ?? '');
    try {
      return pyodide.runPython('json.dumps(spans_of(text))') as string;
    } catch (error) {
      tell('refused', `${path}: ${String(error).trim().split('\n').pop()}`);
      return null;
    }
  });
}

const words = process.argv.slice(2);
const folderAt = words.indexOf('--pyodide');
const pyodideFolder = folderAt < 0 ? undefined : resolve(words.splice(folderAt, 2)[1]!);
const script = fileURLToPath(new URL('parse/spans.py', import.meta.url));
const python = pyenvPythons().find(({ version }) => version === '3.13');
if (!python) throw new Error('compare-ast needs CPython 3.13 under pyenv');
const roots = words;
const files = pythonFiles(roots.length > 0 ? roots : [python.library]);
let compared = 0;
for (let at = 0; at < files.length; at += 200) {
  const batch = files.slice(at, at + 200);
  const answers = pyodideFolder
    ? await pyodideSpans(pyodideFolder, batch)
    : cpythonSpans(python.program, batch);
  for (const [index, path] of batch.entries()) {
    const spans = JSON.parse(answers[index] ?? 'null') as Span[] | null;
    const text = pythonText(path);
    if (spans === null || text === undefined) continue;
    compared++;
    compare(path, text, spans);
  }
}
const lost = [...missing].map(([name, count]) => `${name} ${count}`).join(', ');
console.log(
  `${compared} files, ${checked} nodes compared; ${lost === '' ? 'all found' : `missing: ${lost}`}`,
);
if (missing.size > 0) process.exitCode = 1;
