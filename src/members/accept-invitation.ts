import { invitationOfToken } from '../access/invitation-tokens.ts';
import type { Person } from '../access/viewer.ts';
import { lockAccount } from '../accounts/memberships.ts';
import { changeRights } from '../accounts/rights.ts';
import { limits } from '../limits.ts';
import { LimitReached } from '../platform/errors.ts';
import type { AppServices } from '../services/services.ts';
import { refuseAnswered } from './invitations.ts';
import { InvitationNotFound, InvitationUnavailable } from './member-refusals.ts';

/** An invitation as the invited person names it: by the token in the e-mail, or by the id. */
export type InvitationReference = { readonly token: string } | { readonly invitationId: string };

/**
 * Makes the person a member of the account that has invited the person's address, which signing in has confirmed, and
 * returns the id of the account. A member who accepts another invitation keeps the role. Of several calls at the same time
 * one accepts.
 * @throws RateLimited, InvitationNotFound, InvitationUnavailable, LimitReached
 */
export async function acceptInvitation(
  app: AppServices,
  { personId }: Person,
  reference: InvitationReference,
): Promise<string> {
  await app.rateLimiter.consume('accountChanges', personId);
  const isByToken = 'token' in reference;
  const where = isByToken ? invitationOfToken(reference.token) : { id: reference.invitationId };
  const reached = await app.db.invitation.findFirst({ where, select: { id: true, accountId: true } });
  if (!reached) throw new InvitationNotFound();
  const { id, accountId } = reached;
  return changeRights(app, personId, async (tx, person) => {
    await lockAccount(tx, accountId);
    const invitation = await tx.invitation.findUniqueOrThrow({
      where: { id },
      include: { account: { select: { closedAt: true } } },
    });
    if (invitation.email !== person.email)
      throw isByToken ? new InvitationUnavailable('INVITATION_FOR_ANOTHER_ADDRESS') : new InvitationNotFound();
    refuseAnswered(invitation);
    if (invitation.account.closedAt) throw new InvitationUnavailable('INVITATION_WITHDRAWN');
    const at = app.clock.now();
    if (invitation.expiresAt <= at) throw new InvitationUnavailable('INVITATION_EXPIRED');
    await tx.invitation.update({ where: { id }, data: { acceptedAt: at } });
    const existing = await tx.membership.findUnique({ where: { personId_accountId: { personId, accountId } } });
    if (existing) return accountId;
    const max = limits.accounts.perPerson;
    if ((await tx.membership.count({ where: { personId } })) >= max)
      throw new LimitReached({ owner: 'A person', max, objects: 'accounts', advice: 'Leave one first.' });
    await tx.membership.create({ data: { personId, accountId, role: invitation.role, createdAt: at } });
    return accountId;
  });
}
