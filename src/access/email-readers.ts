/** Readers of e-mails: a queued e-mail is sent only to a person who may still read what it is about. */
import type { Email, Order } from '../generated/prisma/client.ts';
import type { Db } from '../platform/db.ts';

/** The columns of an e-mail, and the parties of its order, that decide who may read it. */
export interface EmailToRead extends Pick<Email, 'personId' | 'role'> {
  readonly order: Pick<Order, 'advertiserId' | 'sellerId'> | null;
}

/** A person who may read an e-mail. */
export interface EmailReader {
  /** False for a person who may read everything and change nothing: the e-mail has no link that changes something. */
  readonly isEditor: boolean;
}

const editor: EmailReader = { isEditor: true };

/**
 * The person to whom an e-mail about an order is addressed, if that person is still a member of the party, or an operator,
 * for which it was queued; undefined otherwise. An e-mail that is not about an order, or that an earlier version has
 * queued, has a reader.
 */
export async function findEmailReader(
  { membership }: Pick<Db, 'membership'>,
  { personId, role, order }: EmailToRead,
): Promise<EmailReader | undefined> {
  if (!order || !personId) return editor;
  const account =
    role === 'operator' ? { isOperator: true } : { id: role === 'seller' ? order.sellerId : order.advertiserId };
  const current = await membership.findFirst({ where: { personId, account }, select: { role: true } });
  return current ? { isEditor: current.role !== 'VIEWER' } : undefined;
}
