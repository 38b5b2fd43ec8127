import type { BackgroundTask } from '../platform/background-tasks.ts';
import type { AppServices } from '../services/services.ts';
import { tuning } from '../tuning.ts';

/** The task that deletes expired tokens, codes and authorizations. */
export const oauthTasks = (app: AppServices): readonly BackgroundTask[] => [
  { name: 'oauth-records', kind: 'service', run: () => pruneRecords(app), maxPauseMs: tuning.oauth.pruningMs },
];

/** Deletes expired rows of the OAuth provider in batches, and returns their number. Grants are kept. */
export async function pruneRecords({ db, clock }: Pick<AppServices, 'db' | 'clock'>): Promise<number> {
  const { pruningBatchSize } = tuning.oauth;
  let deleted = 0;
  for (;;) {
    // Rows that a request holds are left to the next pass, so that the two do not wait for each other.
    const count = await db.$executeRaw`
      delete from oauth_record where id in (
        select id from oauth_record where expires_at <= ${clock.now()}
        order by expires_at limit ${pruningBatchSize} for update skip locked)`;
    deleted += count;
    if (count < pruningBatchSize) return deleted;
  }
}
