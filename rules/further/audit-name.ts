import { defineRule } from '../../src/lint/rule/contract.ts';
import type { ConstantOrUnknown } from '../../src/model/constant.ts';

const constant = (value: ConstantOrUnknown): readonly string[] => (value.kind === 'str' ? [value.value] : []);

export const auditName = defineRule({
  meta: {
    code: 'PYA3013',
    name: 'audit-name',
    tier: 'effect',
    summary: 'sys.audit is called with a name that hooks cannot rely on.',
    meaning:
      'Hooks decide by the name of an event. A name made at run time is in no list that a hook author could write, ' +
      "and makes the event a different one each time. A name of CPython's own tells every hook that something " +
      'happened which did not. Use a constant that begins with the name of your package: `sys.audit("app.login", user)`.',
    messages: {
      computed: 'The name of this event is made at run time; hooks cannot know it.',
      taken: "`{{event}}` is an event of CPython's own; hooks take this for the real one.",
    },
  },
  create: ({ program, report }) => ({
    'Call:sys.audit': (call) => {
      const name = call.argument(0);
      if (name === undefined) return;
      const texts = name.value.kind === 'value' ? constant(name.value.value) : name.texts();
      if (!texts) return report({ place: call, messageId: 'computed' });
      const event = texts.find((text) => program.isEvent(text));
      if (event !== undefined) report({ place: call, messageId: 'taken', data: { event } });
    },
  }),
});
