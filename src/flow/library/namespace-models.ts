import { namesOf } from '../modules/namespaces.ts';
import { NO_ARGUMENTS } from '../solve/propagation.ts';
import { VALUE } from '../solve/values.ts';
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
