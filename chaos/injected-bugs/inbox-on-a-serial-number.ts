/** The inbox is read up to its highest number, although a lower one may still be under way. */
import { plant } from '../injected-bug.ts';

plant('src/inbox/inbox.ts', [['select feed_horizon() as horizon', 'select last_value + 1 as horizon from feed']]);
