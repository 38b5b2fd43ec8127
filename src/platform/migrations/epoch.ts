/** The identity of the history of this database. Cursors contain it, so that cursors of another history are detected. */
import type { Db } from '../db.ts';
import { newToken } from '../secrets.ts';

export interface Epoch {
  /** The name in cursors. Throws before `load`. */
  readonly name: string;
  /** Reads the epoch, before any request is served. A database that was copied or restored gets a new epoch. */
  load(): Promise<void>;
}

const nameCharacters = 8;

/**
 * The name is random and is stored in the database. It changes when the database is in another cluster (a restored dump),
 * on another timeline (point-in-time recovery, or a promoted standby), or was restored from a dump in place. Then the
 * cursors of clients may refer to entries that this database does not have.
 */
export function createEpoch(db: Db): Epoch {
  let name: string | undefined;
  return {
    get name() {
      if (name === undefined) throw new Error('The epoch of the database must be loaded first');
      return name;
    },
    load: async () => {
      const newName = newToken().slice(0, nameCharacters);
      await db.$executeRaw`
        update database_epoch set epoch = ${newName}, incarnation = here.incarnation
        from (
          select concat_ws(':',
            (select system_identifier from pg_control_system()),
            substr(pg_walfile_name(pg_current_wal_insert_lsn()), 1, 8),
            (select oid from pg_database where datname = current_database()),
            'database_epoch'::regclass::oid
          ) as incarnation
        ) as here
        where database_epoch.incarnation is distinct from here.incarnation`;
      name = (await db.databaseEpoch.findUniqueOrThrow({ where: { id: 1 } })).epoch;
    },
  };
}
