/** Invitations: the tokens in their links, and the condition under which they can be accepted. */
import type { Prisma } from '../generated/prisma/client.ts';
import { derivedToken, hashOf } from '../platform/secrets.ts';

/** The token of an invitation. It is derived, not stored, so that a retry of the e-mail has the same one. */
export const invitationTokenFor = (secret: string, invitationId: string): string =>
  derivedToken(secret, `invitation:${invitationId}`);

/** The invitation of a token. Anyone who has the token has received the e-mail, and may read what it says. */
export const invitationOfToken = (token: string): Prisma.InvitationWhereInput => ({ tokenHash: hashOf(token) });

/** The invitations that can be accepted at a time: not accepted, not withdrawn, not expired, to an account that is open. */
export const openInvitations = (at: Date): Prisma.InvitationWhereInput => ({
  acceptedAt: null,
  withdrawnAt: null,
  expiresAt: { gt: at },
  account: { closedAt: null },
});
