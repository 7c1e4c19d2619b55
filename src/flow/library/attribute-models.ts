import { setAttribute, setOnInstance } from '../classes/set-attribute.ts';
import { textTests } from '../conditions/text-tests.ts';
import { eachNameLike } from '../constrain/partial-texts.ts';
import { FALLBACK, NO_ARGUMENTS, type Site } from '../solve/propagation.ts';
import type { Node } from '../solve/solver.ts';
import { type Token, VALUE } from '../solve/values.ts';
import { argument, eachText, type Model } from './model-arguments.ts';

/** Values of which it is known whether they have an attribute. */
const OWN_KINDS: ReadonlySet<number> = new Set([VALUE.module, VALUE.class, VALUE.instance, VALUE.function]);

/** `getattr(object, name, default)`. */
export const readAttribute: Model = (f, site) => {
  const object = argument(f, site, 0);
  const fallback = argument(f, site, 2);
  if (object === undefined) return;
  const useFallback = () => {
    if (fallback !== undefined) f.p.solver.flow(fallback, site.result);
  };
  // where a program is followed closely, an attribute that is found leaves no room for the default
  const isClose = fallback !== undefined && f.contexts.isClose;
  if (!isClose) useFallback();
  else
    for (const node of site.arguments.positional.slice(0, 2))
      f.p.whenEmpty(node, FALLBACK.result, useFallback);
  const read = (token: Token, name: number) => {
    f.p.getAttribute(token, name, { ...site, arguments: NO_ARGUMENTS });
    if (!isClose) return;
    // names of the library are told that it may not have
    if (!OWN_KINDS.has(f.p.values.kind(token))) return useFallback();
    const { value, getters } = f.p.attribute(token, name);
    f.p.whenEmpty(value, FALLBACK.result, () => f.p.whenEmpty(getters, FALLBACK.result, useFallback));
  };
  const asked = argument(f, site, 1);
  const isAsked = asked === undefined ? undefined : textFilter(site, asked);
  eachText(
    f,
    asked,
    (name) => {
      if (isAsked?.(f.p.text(name)) !== false) f.p.solver.on(object, (token) => read(token, name));
    },
    (text) =>
      f.p.solver.on(object, (token) => {
        useFallback();
        eachNameLike(f, f.classes.namesOf(token), text, (name) => read(token, name));
      }),
  );
};

/** Which texts come to a call, by the tests around it. */
function textFilter({ activation, op }: Site, node: Node): ((text: string) => boolean) | undefined {
  const { facts } = activation.file;
  const { start, end } = facts.functions[activation.index]!;
  const subject = node - activation.base;
  return subject >= start && subject < end ? textTests(facts, facts.guard[op]!, subject) : undefined;
}

/** `setattr(object, name, value)`. */
export const writeAttribute: Model = (f, site) => {
  const object = argument(f, site, 0);
  const value = argument(f, site, 2);
  if (object === undefined || value === undefined) return;
  eachText(f, argument(f, site, 1), (name) => {
    f.p.solver.on(object, (token) => setAttribute(f, token, name, value, site));
  });
};

/** `object.__setattr__(object, name, value)`, also as `super().__setattr__(name, value)`. */
export const writeInstanceAttribute: Model = (f, site, receiver) => {
  const bound = receiver === undefined ? 0 : 1;
  const object = receiver === undefined ? argument(f, site, 0) : undefined;
  const value = argument(f, site, 2 - bound);
  if (value === undefined) return;
  eachText(f, argument(f, site, 1 - bound), (name) => {
    const set = (token: Token) => {
      if (f.p.values.kind(token) === VALUE.instance) setOnInstance(f, token, name, value, site);
    };
    if (receiver !== undefined) set(receiver);
    else if (object !== undefined) f.p.solver.on(object, set);
  });
};
