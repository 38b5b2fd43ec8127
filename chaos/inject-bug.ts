/** Preloaded into an instance: changes one file while it is loaded. The environment names the bug. */
import { registerHooks } from 'node:module';
import { applyBug, findBug, urlOf } from './injected-bugs.ts';

const bug = findBug(process.env['CHAOS_BUG'] ?? '');
const source = applyBug(bug);
const { href } = urlOf(bug);
registerHooks({
  load: (url, context, next) =>
    url === href ? { format: 'module-typescript', source, shortCircuit: true } : next(url, context),
});
