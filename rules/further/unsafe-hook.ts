import { defineRule, type RuleContext } from '../../src/lint/rule/contract.ts';
import type { CalleeView, PlaceView } from '../../src/model/program-view.ts';
import { loading } from './hooks/loading.ts';
import { recursion } from './hooks/recursion.ts';
import { throwing } from './hooks/throwing.ts';
import { waiting, waits } from './hooks/waiting.ts';

type Message = 'raises' | 'waits' | 'recurses' | 'imports';

const INSTALLER = 'sys.addaudithook';

const ITERATION = /\.__(?:iter|next)__$/;

/**
 * Whether a callee of a call that installs hooks is one. Beside them the call may run the installer itself in turn, as
 * `map` does, and what iterates over the arguments.
 */
const isHook = ({ confidence, isDirect, names }: CalleeView): boolean =>
  confidence !== 'low' &&
  !isDirect &&
  !names.includes(INSTALLER) &&
  !names.some((name) => ITERATION.test(name));

/** Looks at one hook; `install` stands for its place where it is a callable of the library. */
function check(
  { program, options, report }: RuleContext<Message>,
  install: PlaceView,
  hook: CalleeView,
): void {
  const { function: fn, confidence: sure } = hook;
  const data = { hook: hook.name };
  const confidence = sure === 'high' ? 'high' : 'medium';
  const thrown = fn && options.refuses !== true ? throwing(fn) : undefined;
  if (thrown) report({ place: thrown, messageId: 'raises', data, confidence });
  const wait = fn && waiting(fn);
  if (wait)
    report({ place: wait.call, messageId: 'waits', data: { ...data, callee: wait.name }, confidence });
  else if (!fn && hook.names.some(waits))
    report({ place: install, messageId: 'waits', data: { ...data, callee: hook.name }, confidence });
  const loop = recursion(hook);
  if (loop) {
    const { heard, raised } = loop;
    const way = raised.through.slice(1).map((name) => `\`${name}\``);
    report({
      place: fn ?? install,
      messageId: 'recurses',
      data: { ...data, heard, event: raised.event, way: way.length > 0 ? way.join(', ') : 'itself' },
      confidence: raised.confidence === 'high' ? confidence : 'medium',
    });
  }
  const load = fn && loading(fn, program.imports());
  if (load) report({ place: load, messageId: 'imports', data: { ...data, module: load.module }, confidence });
}

export const unsafeHook = defineRule({
  meta: {
    code: 'PYA3012',
    name: 'unsafe-hook',
    tier: 'effect',
    summary: 'An audit hook can raise, wait, or call itself without end.',
    meaning:
      'A hook runs inside the operation it hears of, in whatever thread that is. An exception that leaves it aborts ' +
      'the operation; that is how a hook refuses, and a fault if it was not meant: where it is, set the option ' +
      '`refuses`. Whatever the hook waits for holds up the operation, even while locks are held. An event that it ' +
      'raises itself, by opening a file, by `logging`, by an import, comes back to it: without a test that stops at ' +
      'its own events it calls itself until the stack is full. Take what the hook needs beforehand (open files, ' +
      'loaded modules, bound methods), and hand slow work to a thread.',
    messages: {
      raises: 'The hook `{{hook}}` raises an exception here; the operation that it hears of is aborted.',
      waits: 'The hook `{{hook}}` may wait in `{{callee}}`, and holds up every operation that it hears of.',
      recurses:
        'When it hears `{{heard}}`, the hook `{{hook}}` raises `{{event}}` by {{way}}, and so calls itself without end.',
      imports:
        'The hook `{{hook}}` imports `{{module}}` when it runs; the event of that import comes back to it before the module is there.',
    },
    options: {
      type: 'object',
      properties: {
        refuses: {
          description: 'Hooks of the project refuse what they hear by raising: a `raise` in them is meant.',
          type: 'boolean',
        },
      },
      additionalProperties: false,
    },
  },
  create: (context) => {
    const seen = new Set<string>();
    const once: RuleContext<Message> = {
      ...context,
      report: (found) => {
        const key = `${found.messageId} ${found.place.file} ${found.place.at.from}`;
        if (seen.has(key)) return;
        seen.add(key);
        context.report(found);
      },
    };
    return {
      [`Call:${INSTALLER}`]: (install) => {
        for (const hook of install.callees.filter(isHook)) check(once, install, hook);
      },
    };
  },
});
