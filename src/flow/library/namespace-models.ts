import { CONTAINER } from '../../facts/ir.ts';
import { namesPutOnSelf } from '../classes/own-attributes.ts';
import { namesOf } from '../modules/namespaces.ts';
import { NO_ARGUMENTS } from '../solve/propagation.ts';
import { type Token, VALUE } from '../solve/values.ts';
import { libraryResult } from './library.ts';
import { argument, type Model } from './model-arguments.ts';

/** `globals()`, `vars(x)`. */
export const ownModule: Model = (f, site) => {
  const object = argument(f, site, 0);
  if (object !== undefined) {
    f.p.solver.on(object, (token) =>
      f.p.getAttribute(token, f.p.name('__dict__'), { ...site, arguments: NO_ARGUMENTS }),
    );
  } else f.p.solver.add(site.result, namesOf(f, f.p.values.of(VALUE.module, site.activation.file.id)));
};

/** `locals()` of a module's body. */
export const ownNames: Model = (f, site) => {
  if (site.activation.index === 0) ownModule(f, site);
};

/** `dir(x)`: names without underscores in front; in small programs alone, others seldom call all that they find. */
export const namesIn: Model = (f, site) => {
  const object = argument(f, site, 0);
  if (object === undefined || !f.contexts.isClose) return libraryResult(f, 'builtins.dir', site);
  const id = f.p.site(site.activation, site.op);
  const { wild } = f.containers.at(id);
  f.p.solver.add(site.result, f.containers.make(id, CONTAINER.list));
  const give = (name: number) => {
    if (!f.p.text(name).startsWith('_')) f.p.solver.add(wild, f.p.values.of(VALUE.text, name));
  };
  f.p.solver.on(object, (token) => {
    const run = () => {
      for (const name of f.classes.namesOf(token)) give(name);
      if (f.p.values.kind(token) !== VALUE.instance) return;
      for (const entry of f.classes.of(f.p.values.x(token) as Token).order) {
        if (f.p.values.kind(entry) !== VALUE.class) continue;
        for (const name of namesPutOnSelf(f.classes.of(entry))) give(f.p.name(name));
      }
    };
    if (f.p.values.kind(token) === VALUE.module) {
      const { facts } = f.p.program.files[f.p.values.x(token)]!;
      for (const name of facts.globals.keys()) give(f.p.name(name));
    } else f.p.whenIdle(run);
  });
};
