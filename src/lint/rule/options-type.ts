/** The types that a schema names, as values of them are in TypeScript. */
interface Types {
  readonly string: string;
  readonly number: number;
  readonly integer: number;
  readonly boolean: boolean;
  readonly null: null;
}

/**
 * The values that a JSON schema takes, as far as its `type`, `enum`, `const`, `items`, `properties` and `required`
 * tell: `unknown` for anything else. What is not required may be absent, whatever default the schema says.
 */
export type OptionsOf<Schema> = Schema extends { readonly const: infer Value }
  ? Value
  : Schema extends { readonly enum: readonly (infer Value)[] }
    ? Value
    : Schema extends { readonly type: infer Name extends keyof Types }
      ? Types[Name]
      : Schema extends { readonly type: 'array' }
        ? readonly (Schema extends { readonly items: infer Item } ? OptionsOf<Item> : unknown)[]
        : Schema extends { readonly properties: infer Properties }
          ? { readonly [Key in RequiredOf<Schema> & keyof Properties]: OptionsOf<Properties[Key]> } & {
              readonly [Key in Exclude<keyof Properties, RequiredOf<Schema>>]?: OptionsOf<Properties[Key]>;
            }
          : Schema extends { readonly type: 'object' }
            ? Readonly<Record<string, unknown>>
            : unknown;

type RequiredOf<Schema> = Schema extends { readonly required: readonly (infer Name)[] } ? Name : never;
