import { type FileFacts, OP, type OpKind } from '../../src/facts/ir.ts';
import { lower } from '../../src/facts/lower.ts';
import { parse } from '../../src/parse/parse.ts';
import { pythonText } from '../../src/report/python-text.ts';

/** How each operand of an op reads: an op's value, a name, a constant, a list, a variable, a plain number. */
type Form = 'op' | 'name' | 'constant' | 'list' | 'variable' | 'number' | '';

const FORMS: Partial<Record<OpKind, readonly [Form, Form?, Form?]>> = {
  [OP.Const]: ['constant'],
  [OP.Parameter]: ['number'],
  [OP.LoadVariable]: ['variable'],
  [OP.StoreVariable]: ['variable', 'op'],
  [OP.LoadName]: ['name'],
  [OP.LoadBuiltin]: ['name'],
  [OP.Import]: ['name', 'number'],
  [OP.ImportFrom]: ['name', 'name', 'number'],
  [OP.ImportStar]: ['name', '', 'number'],
  [OP.Attribute]: ['op', 'name'],
  [OP.SetAttribute]: ['op', 'name', 'op'],
  [OP.DeleteAttribute]: ['op', 'name'],
  [OP.Item]: ['op', 'op'],
  [OP.SetItem]: ['op', 'op', 'op'],
  [OP.DeleteItem]: ['op', 'op'],
  [OP.Call]: ['op', 'list', 'number'],
  [OP.Closure]: ['number', 'list'],
  [OP.Class]: ['number', 'list', 'list'],
  [OP.ClassAttribute]: ['op', 'name', 'op'],
  [OP.Container]: ['number', 'list'],
  [OP.Unpack]: ['op', 'number', 'number'],
  [OP.Iterate]: ['op', 'number'],
  [OP.Await]: ['op'],
  [OP.Yield]: ['op'],
  [OP.YieldFrom]: ['op'],
  [OP.Enter]: ['op', 'number'],
  [OP.Exit]: ['op', 'number'],
  [OP.Return]: ['op'],
  [OP.Raise]: ['op'],
  [OP.Catch]: ['op'],
  [OP.Binary]: ['op', 'op', 'name'],
  [OP.Compare]: ['op', 'op', 'name'],
  [OP.Unary]: ['op', '', 'name'],
  [OP.Boolean]: ['op', 'op', 'number'],
  [OP.Join]: ['', 'list'],
  [OP.Format]: ['', 'list', 'number'],
  [OP.FormatField]: ['op'],
  [OP.Slice]: ['', 'list'],
  [OP.InPlace]: ['op', 'op', 'name'],
  [OP.Comprehension]: ['number', 'list'],
  [OP.Test]: ['op'],
  [OP.Field]: ['op', 'name', 'list'],
};

const KIND_NAMES = new Map<number, string>(Object.entries(OP).map(([name, kind]) => [kind, name]));

function operand(facts: FileFacts, form: Form | undefined, value: number): string {
  switch (form) {
    case 'op':
      return value < 0 ? '-' : `%${value}`;
    case 'name':
      return facts.names[value] ?? '-';
    case 'constant':
      return pythonText(facts.constants[value]!);
    case 'variable':
      return `$${facts.variables[value]!.name}`;
    case 'list':
      return `[${[...facts.lists.subarray(value + 1, value + 1 + facts.lists[value]!)].join(' ')}]`;
    case 'number':
      return String(value);
    default:
      return '';
  }
}

/** The facts of a text in a stable form: an op per line, `?n` where a guard stands around it. */
export function dump(text: string): string {
  const facts = lower(parse(text));
  const lines: string[] = [];
  facts.functions.forEach((fn) => {
    lines.push(
      `${fn.qualifiedName || '<module>'}${fn.async ? ' async' : ''}${fn.generator ? ' generator' : ''}`,
    );
    for (let op = fn.start; op < fn.end; op++) {
      const forms = FORMS[facts.kind[op] as OpKind] ?? [];
      const words = [facts.a[op]!, facts.b[op]!, facts.c[op]!].map((value, index) =>
        operand(facts, forms[index], value),
      );
      const guard = facts.guard[op]! > 0 ? ` ?${facts.guard[op]}` : '';
      lines.push(`  %${op} ${[KIND_NAMES.get(facts.kind[op]!), ...words].filter(Boolean).join(' ')}${guard}`);
    }
  });
  return lines.join('\n');
}
