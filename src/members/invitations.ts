/** Invitations to become a member of an account: sent, sent again, and withdrawn by its owners. */
import { randomUUID } from 'node:crypto';
import { invitationTokenFor, openInvitations } from '../access/invitation-tokens.ts';
import { lockAccount, requireCurrentOwner } from '../accounts/memberships.ts';
import { normalizeAddress } from '../auth/normalize-address.ts';
import { queueInvitationEmail } from '../emails/queue-emails.ts';
import type { Invitation, MembershipRole } from '../generated/prisma/client.ts';
import { limits } from '../limits.ts';
import { dayMs, later } from '../platform/clock.ts';
import type { Tx } from '../platform/db.ts';
import { LimitReached } from '../platform/errors.ts';
import { hashOf } from '../platform/secrets.ts';
import type { AppServices } from '../services/services.ts';
import { AlreadyMember, InvitationNotFound, InvitationUnavailable } from './member-refusals.ts';

/** The owner who manages the members of an account. */
export interface Manager {
  readonly personId: string;
  readonly accountId: string;
}

/**
 * Invites an address to an account, and returns the id of the invitation. An address with an open invitation gets it again,
 * with the new role.
 * @throws InputInvalid, RateLimited, AccountRefused, AlreadyMember, LimitReached
 */
export async function inviteMember(
  app: AppServices,
  manager: Manager,
  { email: enteredEmail, role }: { readonly email: string; readonly role: MembershipRole },
): Promise<string> {
  const email = normalizeAddress(enteredEmail);
  await consumeInvitation(app, manager, email);
  return manageAccount(app, manager, async (tx) => {
    const { accountId } = manager;
    if ((await tx.membership.count({ where: { accountId, person: { email } } })) > 0) throw new AlreadyMember();
    const open = await tx.invitation.findFirst({
      where: { AND: [{ accountId, email }, openInvitations(app.clock.now())] },
    });
    return open ? sendAgain(app, tx, open, role) : createInvitation(app, tx, manager, { email, role });
  });
}

/** Sends an invitation again and extends it, also one that has expired. Returns the id of the one that was sent. @throws as `inviteMember`, InvitationNotFound, InvitationUnavailable */
export async function resendInvitation(app: AppServices, manager: Manager, invitationId: string): Promise<string> {
  const { email } = await findInvitation(app.db, manager, invitationId);
  await consumeInvitation(app, manager, email);
  return manageAccount(app, manager, async (tx) => {
    const invitation = await findInvitation(tx, manager, invitationId);
    refuseAnswered(invitation);
    const { accountId } = manager;
    if ((await tx.membership.count({ where: { accountId, person: { email } } })) > 0) throw new AlreadyMember();
    const at = app.clock.now();
    if (invitation.expiresAt > at) return sendAgain(app, tx, invitation, invitation.role);
    // Another invitation of the address may have replaced the one that has expired.
    const open = await tx.invitation.findFirst({ where: { AND: [{ accountId, email }, openInvitations(at)] } });
    if (open) return sendAgain(app, tx, open, open.role);
    await requireRoom(app, tx, accountId);
    return sendAgain(app, tx, invitation, invitation.role);
  });
}

/** Withdraws an invitation, and returns its id. Repeating it changes nothing. @throws AccountRefused, InvitationNotFound, InvitationUnavailable */
export async function withdrawInvitation(app: AppServices, manager: Manager, invitationId: string): Promise<string> {
  await app.rateLimiter.consume('accountChanges', manager.personId);
  return manageAccount(app, manager, async (tx) => {
    const invitation = await findInvitation(tx, manager, invitationId);
    if (invitation.acceptedAt) throw new InvitationUnavailable('INVITATION_USED');
    if (!invitation.withdrawnAt)
      await tx.invitation.update({ where: { id: invitationId }, data: { withdrawnAt: app.clock.now() } });
    return invitationId;
  });
}

/** Changes what belongs to an account in a transaction that holds the account, for a person who owns it now. */
function manageAccount<Result>(
  app: AppServices,
  manager: Manager,
  change: (tx: Tx) => Promise<Result>,
): Promise<Result> {
  return app.db.$transaction(async (tx) => {
    // An invitation refers to the person who sends it: people are held before accounts, here too.
    await tx.$queryRaw`select 1 from person where id = ${manager.personId}::uuid for key share`;
    await lockAccount(tx, manager.accountId);
    await requireCurrentOwner(tx, manager);
    return change(tx);
  });
}

/** @throws RateLimited */
async function consumeInvitation({ rateLimiter }: AppServices, { accountId }: Manager, email: string): Promise<void> {
  await rateLimiter.consume('invitations', accountId);
  await rateLimiter.consume('invitationsPerAddress', email);
}

/** @throws InvitationNotFound for an invitation to another account */
async function findInvitation(db: Pick<Tx, 'invitation'>, { accountId }: Manager, id: string): Promise<Invitation> {
  const invitation = await db.invitation.findFirst({ where: { id, accountId } });
  if (!invitation) throw new InvitationNotFound();
  return invitation;
}

/** @throws InvitationUnavailable for an invitation that was accepted or withdrawn */
export function refuseAnswered({ acceptedAt, withdrawnAt }: Invitation): void {
  if (acceptedAt) throw new InvitationUnavailable('INVITATION_USED');
  if (withdrawnAt) throw new InvitationUnavailable('INVITATION_WITHDRAWN');
}

/** @throws LimitReached if the members and the open invitations of a locked account are as many as are allowed */
async function requireRoom({ clock }: AppServices, tx: Tx, accountId: string): Promise<void> {
  const max = limits.accounts.members;
  const members = await tx.membership.count({ where: { accountId } });
  const open = await tx.invitation.count({ where: { AND: [{ accountId }, openInvitations(clock.now())] } });
  if (members + open >= max)
    throw new LimitReached({
      owner: 'An account',
      max,
      objects: 'members and open invitations',
      advice: 'Remove a member or withdraw an invitation first.',
    });
}

async function createInvitation(
  app: AppServices,
  tx: Tx,
  { accountId, personId }: Manager,
  invited: { readonly email: string; readonly role: MembershipRole },
): Promise<string> {
  await requireRoom(app, tx, accountId);
  const id = randomUUID();
  const createdAt = app.clock.now();
  const invitation = await tx.invitation.create({
    data: {
      id,
      ...invited,
      accountId,
      invitedById: personId,
      tokenHash: hashOf(invitationTokenFor(app.config.secret, id)),
      createdAt,
      expiresAt: later(createdAt, limits.accounts.invitationDays * dayMs),
    },
  });
  await queueInvitationEmail(app, tx, invitation);
  return id;
}

async function sendAgain(app: AppServices, tx: Tx, { id }: Invitation, role: MembershipRole): Promise<string> {
  const expiresAt = later(app.clock.now(), limits.accounts.invitationDays * dayMs);
  const invitation = await tx.invitation.update({
    where: { id },
    data: { role, expiresAt, sentCount: { increment: 1 } },
  });
  await queueInvitationEmail(app, tx, invitation);
  return id;
}
