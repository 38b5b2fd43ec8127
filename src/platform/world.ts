import type { KeyUses } from '../access/key-uses.ts';
import type { Viewers } from '../access/standing.ts';
import type { Config } from '../config.ts';
import type { Hub } from '../live/hub.ts';
import type { Clock } from './clock.ts';
import type { Db } from './db.ts';
import type { Epoch } from './epoch.ts';
import type { Jobs } from './jobs.ts';
import type { Log } from './log.ts';
import type { Mailer } from './mailer.ts';
import type { Rates } from './rates.ts';
import type { Storage } from './storage.ts';
import type { TokenBuckets } from './token-buckets.ts';

/** What the world outside answers: everything that a feature may use besides its own code. */
export interface World {
  readonly config: Config;
  readonly db: Db;
  readonly epoch: Epoch;
  readonly jobs: Jobs;
  readonly mailer: Mailer;
  readonly storage: Storage;
  readonly clock: Clock;
  readonly log: Log;
  readonly rates: Rates;
  readonly buckets: TokenBuckets;
  readonly live: Hub;
  /** Who viewers are by now. */
  readonly viewers: Viewers;
  /** When keys of applications were last used. */
  readonly keyUses: KeyUses;
}
