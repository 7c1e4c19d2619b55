import { enterContext, exitContext } from '../calls/protocols.ts';
import { NO_ARGUMENTS } from '../solve/propagation.ts';
import { VALUE } from '../solve/values.ts';
import { argument, type Model } from './model-arguments.ts';

/** `closing(x)`, `nullcontext(x)`: entering gives x, leaving the first closes it. */
export const givesBack =
  (method?: string): Model =>
  (f, site) => {
    const id = f.p.site(site.activation, site.op);
    const thing = argument(f, site, 0, method ? 'thing' : 'enter_result');
    f.p.solver.add(site.result, f.p.values.of(VALUE.manager, id));
    if (thing === undefined) return;
    f.p.solver.flow(thing, f.containers.at(id).wild);
    if (method === undefined) return;
    const silent = { ...site, arguments: NO_ARGUMENTS, result: f.p.solver.nodes(1) };
    f.p.solver.on(thing, (token) => f.p.callMethod(token, method, silent));
  };

/** `stack.enter_context(x)`: x is entered now and left later. */
export const enterLater =
  (async: boolean): Model =>
  (f, site) => {
    const context = argument(f, site, 0, 'cm');
    if (context === undefined) return;
    const inner = { ...site, arguments: NO_ARGUMENTS };
    f.p.solver.on(context, (token) => {
      enterContext(f, token, async, inner);
      exitContext(f, token, async, { ...inner, result: f.p.solver.nodes(1) });
    });
  };
