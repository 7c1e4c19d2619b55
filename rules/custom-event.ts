/**
 * An event that no row of the table names: `sys.audit("name", ...)` in the analysed code. Its findings carry the
 * name that the program gives and have provenance `custom`; a constant name of the table is that row's finding.
 */
export const customEvent = {
  code: 'PYA8001',
  category: 'custom',
  tier: 'inventory',
  /** `sys.audit` and the names under which the library imports it. */
  raiser: 'sys.audit',
  docs: {
    summary: 'The program raises an audit event of its own with `sys.audit`.',
    meaning:
      'PEP 578 leaves the names open: a library may raise events that CPython does not know, and may also raise ' +
      'one of CPython’s own names with any arguments it likes. A hook that trusts arguments by name alone can ' +
      'therefore be fed false ones from Python code. A name that is not a string ' +
      'is a TypeError, but only where some hook is installed; without hooks `sys.audit` looks at nothing.',
    page: 'library/sys.html#sys.audit',
    example: "import sys\n\nsys.audit('example.started', 42)  # raises\n",
    nearMiss:
      "import sys\n\nsys.addaudithook(lambda event, args: None)\nlog = print\nlog('example.started', 42)\n",
  },
} as const;
