import { defineRule } from '../../src/lint/rule/contract.ts';
import type { ArgumentView, CallView, OriginView } from '../../src/model/program-view.ts';

/** What gives code objects and syntax trees: their text was judged where they were made. */
const NO_TEXTS: ReadonlySet<string> = new Set([
  'builtins.compile',
  'codeop.compile_command',
  'marshal.loads',
  'marshal.load',
  'types.CodeType',
]);

/** Text that is only parsed is not made into code. */
const ONLY_PARSED = /(?:^|\.)PyCF_ONLY_AST$/;

/** What only lays out a text that it is given: of a constant it gives a constant. */
const LAYS_OUT: ReadonlySet<string> = new Set(['textwrap.dedent', 'inspect.cleandoc']);

const isNoText = ({ kind, name }: OriginView): boolean =>
  kind === 'call' && (NO_TEXTS.has(name) || /^_?ast\./.test(name));

const onlyParses = (flags: ArgumentView | undefined): boolean =>
  flags?.origins().some(({ name }) => ONLY_PARSED.test(name)) ?? false;

export const computedCode = defineRule({
  meta: {
    code: 'PYA3016',
    name: 'computed-code',
    tier: 'effect',
    summary: 'Text that is made at run time is run or compiled as code.',
    meaning:
      'The text given to `exec`, `eval` or `compile` is no constant, so what it does is in no inventory, and a hook ' +
      'sees it only as it runs. Where the text holds values, pass those as names of the namespace instead; where it ' +
      'is data, use `ast.literal_eval` or a parser; where it is a plug-in, load it as a module, so that the import ' +
      'is audited.',
    messages: {
      computed: '`{{callee}}` gets text that is made at run time.',
    },
  },
  create: ({ report }) => {
    const check = (callee: string) => (call: CallView) => {
      const text = call.argument(0, 'source', 'object');
      if (text === undefined || text.value.kind === 'value') return;
      if (call.callees.every(({ confidence }) => confidence === 'low')) return;
      const origins = text.origins();
      if (origins.some(isNoText)) return;
      if (origins.length > 0 && origins.every(({ name }) => LAYS_OUT.has(name))) return;
      if (callee === 'compile' && onlyParses(call.argument(3, 'flags'))) return;
      report({ place: call, messageId: 'computed', data: { callee } });
    };
    return {
      'Call:builtins.exec': check('exec'),
      'Call:builtins.eval': check('eval'),
      'Call:builtins.compile': check('compile'),
    };
  },
});
