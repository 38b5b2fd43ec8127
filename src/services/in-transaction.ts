import { afterCommit, clientInTransaction, type Tx } from '../platform/db.ts';
import type { AppServices } from './services.ts';

/**
 * The services in an open transaction: what code does with them is committed with it or not at all, and what it publishes is
 * published after the commit. Code that keeps them after the transaction would use a client that is closed.
 */
export function inTransaction<Services extends AppServices>(app: Services, tx: Tx): Services {
  const { live } = app;
  const later =
    <Details extends unknown[]>(publish: (...details: Details) => void) =>
    (...details: Details) =>
      afterCommit(tx, () => publish(...details));
  return {
    ...app,
    db: clientInTransaction(tx),
    read: (sql) => tx.$queryRaw(sql),
    live: {
      ...live,
      publish: later(live.publish),
      publishAll: later(live.publishAll),
      setPresence: later(live.setPresence),
      clearPresence: later(live.clearPresence),
    },
  };
}
