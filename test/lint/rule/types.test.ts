import { describe, expect, expectTypeOf, it } from 'vitest';
import {
  type CallView,
  type ClassView,
  defineRule,
  type EventView,
  type FunctionView,
  type ImportView,
  type Listeners,
} from '../../../bin/api.ts';

/** What is compared here is compared by the compiler: a line that it should refuse and does not is an error. */
const meta = {
  code: 'ACME0001',
  name: 'no-shell',
  tier: 'dangerous',
  summary: 'A shell is started.',
  meaning: 'Use a list.',
  messages: { shell: 'no', other: 'no' },
} as const;

describe('listeners of defineRule', () => {
  it('hear what their keys say, with a name and without', () => {
    defineRule({
      meta,
      create: () => ({
        Call: (heard) => expectTypeOf(heard).toEqualTypeOf<CallView>(),
        'Call:os.*': (heard) => expectTypeOf(heard).toEqualTypeOf<CallView>(),
        'Event:open': (heard) => expectTypeOf(heard).toEqualTypeOf<EventView>(),
        'Import:pickle': (heard) => expectTypeOf(heard).toEqualTypeOf<ImportView>(),
        'Function:app.*': (heard) => expectTypeOf(heard).toEqualTypeOf<FunctionView>(),
        'Class:threading.Thread': (heard) => expectTypeOf(heard).toEqualTypeOf<ClassView>(),
        'Program:end': () => {},
      }),
    });
    const name: string = 'os.system';
    expect(defineRule({ meta, create: () => ({ [`Call:${name}`]: () => {} }) }).meta).toBe(meta);
  });

  it('may give back anything that is at once', () => {
    const seen = new Set<string>();
    defineRule({ meta, create: () => ({ Call: ({ file }) => seen.add(file), 'Program:end': () => 1 }) });
    defineRule({ meta, create: (): Listeners => ({ Call: () => {} }) });
  });

  it('are refused under keys that there are not', () => {
    // @ts-expect-error `Calls` is no kind
    defineRule({ meta, create: () => ({ 'Calls:foo': () => {} }) });
    // @ts-expect-error the same without a name, beside one that is right
    defineRule({ meta, create: () => ({ Call: () => {}, Calls: () => {} }) });
    // @ts-expect-error the end of the program has no name
    defineRule({ meta, create: () => ({ 'Program:end:x': () => {} }) });
  });

  it('are refused where they are asynchronous', () => {
    // @ts-expect-error the end
    defineRule({ meta, create: () => ({ 'Program:end': async () => {} }) });
    // @ts-expect-error a kind
    defineRule({ meta, create: () => ({ 'Call:os.*': async () => {} }) });
    // @ts-expect-error all of it
    defineRule({ meta, create: async () => ({ Call: () => {} }) });
    // @ts-expect-error no function
    defineRule({ meta, create: () => ({ Call: 1 }) });
  });

  it('report the messages that there are', () => {
    defineRule({
      meta,
      create: ({ report }) => ({
        Call: (place) => {
          report({ place, messageId: 'shell' });
          // @ts-expect-error there is no such message
          report({ place, messageId: 'shel' });
        },
      }),
    });
  });
});

describe('options of defineRule', () => {
  it('have the types that their schema says', () => {
    defineRule({
      meta: {
        ...meta,
        options: {
          type: 'object',
          properties: {
            hooks: { type: 'array', items: { type: 'string', minLength: 1 }, uniqueItems: true },
            refuses: { type: 'boolean' },
            depth: { type: 'integer', default: 3 },
            how: { enum: ['quick', 'exact'] },
            deep: { type: 'object', properties: { a: { type: 'number' } }, required: ['a'] },
            open: { type: 'object' },
            any: { anyOf: [{ type: 'string' }, { type: 'number' }] },
          },
          required: ['depth'],
          additionalProperties: false,
        },
      },
      create({ options }) {
        expectTypeOf(options.hooks).toEqualTypeOf<readonly string[] | undefined>();
        expectTypeOf(options.refuses).toEqualTypeOf<boolean | undefined>();
        expectTypeOf(options.depth).toEqualTypeOf<number>();
        expectTypeOf(options.how).toEqualTypeOf<'quick' | 'exact' | undefined>();
        expectTypeOf(options.deep?.a).toEqualTypeOf<number | undefined>();
        expectTypeOf(options.open).toEqualTypeOf<Readonly<Record<string, unknown>> | undefined>();
        expectTypeOf(options.any).toEqualTypeOf<unknown>();
        // @ts-expect-error the schema has no such option
        expectTypeOf(options.hook).toBeUndefined;
        return {};
      },
    });
  });

  it('are an object of anything where there is no schema, or one that is not written in place', () => {
    const options: Readonly<Record<string, unknown>> = { type: 'object' };
    for (const part of [{}, { options }]) {
      const create = () => ({});
      expect(defineRule({ meta: { ...meta, ...part }, create }).create).toBe(create);
    }
    defineRule({
      meta,
      create({ options: given }) {
        expectTypeOf(given).toEqualTypeOf<Readonly<Record<string, unknown>>>();
        return {};
      },
    });
  });
});
