/** Which history this database holds: cursors name it, so that one of another history is noticed and not answered with silence. */
import type { Db } from '../db.ts';
import { newToken } from '../secrets.ts';

export interface Epoch {
  /** The name that cursors carry. Throws before `adopt`. */
  readonly name: string;
  /** Looks where the database stands; call it before anything is served. One that was copied or restored gets a new name. */
  load(): Promise<void>;
}

const nameCharacters = 8;

/**
 * The name is random and stands in the database. It is changed when the database is not where it was: in another
 * cluster (a restored dump), on another timeline (restored to a moment, or a standby that took over), or made anew from
 * a dump in its old place. Then what clients hold may never have happened here.
 */
export function createEpoch(db: Db): Epoch {
  let name: string | undefined;
  return {
    get name() {
      if (name === undefined) throw new Error('The epoch of the database is not known before it is adopted');
      return name;
    },
    load: async () => {
      const fresh = newToken().slice(0, nameCharacters);
      await db.$executeRaw`
        update database_epoch set epoch = ${fresh}, incarnation = here.incarnation
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
