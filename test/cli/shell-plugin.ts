/** A plugin with one rule: `no-shell`, ACME0001. */
export const PLUGIN = `
const meta = {
  code: 'ACME0001',
  name: 'no-shell',
  tier: 'dangerous',
  summary: 'A shell is started.',
  meaning: 'Use a list of arguments.',
  messages: { shell: 'Do not start a shell.' },
  options: { type: 'object', properties: { callees: { type: 'array', items: { type: 'string' } } }, additionalProperties: false },
};
const rule = {
  meta,
  create: ({ options, report }) => ({
    Call: (call) => {
      const callees = options.callees ?? ['os.system'];
      if (call.callees.some(({ names }) => names.some((name) => callees.includes(name)))) report({ place: call, messageId: 'shell' });
    },
  }),
};
/* as default */ export { rule as default };
`;
