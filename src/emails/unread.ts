/** The content of a digest: unread messages of others that no earlier digest has reported. */
import type { Email, Order } from '../generated/prisma/client.ts';
import { limits } from '../limits.ts';
import type { Db } from '../platform/db.ts';
import { cleanText, cutText } from '../platform/text.ts';
import type { ChatMail } from '../process/entries.ts';
import type { OrderEmailData } from './email.ts';

const nothingUnread: OrderEmailData['unread'] = { messages: [], count: 0 };

const digest: ChatMail = 'unread-messages';

/** The current state, with messages that were read, edited or deleted since. Empty for other e-mails. */
export async function readUnread(
  db: Db,
  mail: Pick<Email, 'template' | 'address' | 'entryNumber'>,
  { order, readerId, nameOf }: { order: Pick<Order, 'id'>; readerId: string; nameOf: (authorId: string) => string },
): Promise<OrderEmailData['unread']> {
  if (mail.template !== digest || mail.entryNumber === null) return nothingUnread;
  const marker = await db.readMarker.findUnique({
    where: { orderId_accountId: { orderId: order.id, accountId: readerId } },
  });
  const previousDigest = await db.email.findFirst({
    where: { orderId: order.id, template: digest, address: mail.address, entryNumber: { lt: mail.entryNumber } },
    orderBy: { entryNumber: 'desc' },
  });
  const lastDigested = Math.max(marker?.readNumber ?? 0, previousDigest?.entryNumber ?? 0);
  const where = {
    orderId: order.id,
    number: { gt: lastDigested, lte: mail.entryNumber },
    authorId: { not: readerId },
    deletedAt: null,
  };
  const newest = await db.message.findMany({
    where,
    orderBy: { number: 'desc' },
    take: limits.digest.messages,
    include: { entry: { select: { _count: { select: { files: true } } } } },
  });
  return {
    count: await db.message.count({ where }),
    messages: newest.reverse().map(({ authorId, text, entry }) => ({
      author: nameOf(authorId),
      text: cutText(cleanText(text), limits.digest.characters),
      fileCount: entry._count.files,
    })),
  };
}
