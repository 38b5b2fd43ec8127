/** Changes of the rights of people: one transaction, and then every stream of the person is checked again. */
import type { Person } from '../generated/prisma/client.ts';
import { sessionTopic } from '../live/topics.ts';
import type { Tx } from '../platform/db.ts';
import { NotSignedIn } from '../platform/errors.ts';
import type { AppServices } from '../services/services.ts';

/** The services that a change of rights needs, also in a command without live connections. */
export type RightsServices = Pick<AppServices, 'db' | 'clock'> & {
  readonly live: Pick<AppServices['live'], 'publish' | 'publishAll'>;
};

/**
 * Runs a change of the memberships of a person in a transaction that holds the person, so that changes of one person wait
 * for each other. After the commit the streams of the person are checked again, on every instance.
 * @throws NotSignedIn if the person was deleted, and what `change` throws; then nothing has changed
 */
export async function changeRights<Result>(
  app: RightsServices,
  personId: string,
  change: (tx: Tx, person: Person) => Promise<Result>,
): Promise<Result> {
  const { result, sessionIds } = await app.db.$transaction(async (tx) => {
    const person = await raiseRightsRevision(tx, personId);
    // The person was deleted after the request was authenticated.
    if (person.deletedAt) throw new NotSignedIn();
    return { result: await change(tx, person), sessionIds: await liveSessions(tx, personId, app.clock.now()) };
  });
  app.live.publishAll(sessionIds.map((id) => ({ topic: sessionTopic(id) })));
  return result;
}

/** Locks a person until the transaction ends, and marks the rights as changed: the reconciler of sessions compares the revision. */
export const raiseRightsRevision = (tx: Tx, personId: string): Promise<Person> =>
  tx.person.update({ where: { id: personId }, data: { rightsRevision: { increment: 1 } } });

/** The ids of the sessions that a person has open. */
async function liveSessions(tx: Tx, personId: string, at: Date): Promise<readonly string[]> {
  const sessions = await tx.session.findMany({
    where: { personId, revokedAt: null, expiresAt: { gt: at } },
    select: { id: true },
  });
  return sessions.map(({ id }) => id);
}
