import { defineRule } from '../../src/lint/rule/contract.ts';
import type { CallView, ImportView } from '../../src/model/program-view.ts';

const SHOWN = 3;

/** Module names without doubles, the first few by name. */
function listed(imports: readonly ImportView[]): string {
  const names = [...new Set(imports.map(({ module }) => module))];
  const rest = names.length - SHOWN;
  const shown = names.slice(0, SHOWN).map((name) => `\`${name}\``);
  return rest > 0 ? `${shown.join(', ')} and ${rest} more` : shown.join(', ');
}

/** Imports of the hook's own file that have run by then; that of `__future__` can stand nowhere else. */
const ranBefore = (hook: CallView, imports: readonly ImportView[]): readonly ImportView[] =>
  imports.filter(
    (one) =>
      one.file === hook.file &&
      one.isUnconditional &&
      one.module !== '__future__' &&
      !one.isLoadedAtStartup &&
      !one.isLazy &&
      (one.enclosing === hook.enclosing ? one.at.from < hook.at.from : one.enclosing === ''),
  );

export const lateHook = defineRule({
  meta: {
    code: 'PYA3011',
    name: 'late-hook',
    tier: 'effect',
    summary: 'An audit hook is installed after imports that have already raised events.',
    meaning:
      'A hook hears only what comes after it. Every import above it has read files and run code that the hook knows ' +
      'nothing of, and could have replaced `sys.addaudithook` itself. Install the hook first: at the top of the ' +
      'program before other imports, in `sitecustomize`, or by `PySys_AddAuditHook` before the interpreter starts.',
    messages: {
      late: 'This hook is installed after imports it has not heard of: {{modules}}.',
    },
  },
  create: ({ program, report }) => ({
    'Call:sys.addaudithook': (call) => {
      const before = ranBefore(call, program.imports());
      if (before.length > 0) report({ place: call, messageId: 'late', data: { modules: listed(before) } });
    },
  }),
});
