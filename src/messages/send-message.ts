import { partyColumnsSql, roleSql, visibleOrderSql, visibleOrders } from '../access/access.ts';
import { type Actor, actorIn, actorWithOneAccount, requireEditor } from '../access/actor.ts';
import { limitOwnerOf, type Member, type Viewer } from '../access/viewer.ts';
import { attach } from '../attachments/attach-files.ts';
import { mediaTypes } from '../files/content.ts';
import { Prisma } from '../generated/prisma/client.ts';
import { limits } from '../limits.ts';
import { topicUpdatesFor } from '../orders/order.ts';
import { OrderNotFound } from '../orders/order-refusals.ts';
import { nextLogNumberSql } from '../orders/timeline/timeline.ts';
import { later, minuteMs } from '../platform/clock.ts';
import type { Database } from '../platform/db.ts';
import { IdempotencyKeyReused, InputInvalid, type InputProblem } from '../platform/errors.ts';
import { searchTextOf } from '../platform/search-text.ts';
import { textProblem } from '../process/fields.ts';
import type { AppServices } from '../services/services.ts';
import type { Message } from './message.ts';
import { raiseUnreadSql } from './read-markers.ts';

export interface MessageCall {
  readonly orderId: string;
  readonly text: string;
  /** The number of the message in the same order that it answers. */
  readonly replyTo?: number | undefined;
  /** Ids of files that the caller has uploaded for it. */
  readonly attachments?: readonly string[] | undefined;
  readonly idempotencyKey?: string | undefined;
}

/**
 * Says something in an order, in any status; where files come with it, there need be no words. The same idempotency key
 * again gives the first message.
 * @throws NotSignedIn, ScopeMissing, AccountRefused, RateLimited, InputInvalid, OrderNotFound, IdempotencyKeyReused; then nothing was said.
 */
export async function sendMessage(app: AppServices, viewer: Viewer, call: MessageCall): Promise<Message> {
  const sender = requireEditor(viewer, 'sendMessage');
  const problems = problemsOf(call);
  if (problems.length > 0) throw new InputInvalid(problems);
  await app.rateLimiter.consume('messages', limitOwnerOf(sender));
  const actor = await findActor(app, sender, call.orderId);

  const message = await appendMessage(app, sender, actor, call);
  if (!message) return throwRefusal(app, viewer, call);
  if (message.isRepeat && !(isSameCall(message, call) && (await hasSameFiles(app, message, call))))
    throw new IdempotencyKeyReused();
  if (!message.isRepeat)
    app.live.publishAll(topicUpdatesFor({ ...message, id: message.orderId, logNumber: message.number }));
  return message;
}

function problemsOf({ text, attachments = [] }: MessageCall): InputProblem[] {
  const hasWords = attachments.length === 0 || text !== '';
  const problem = hasWords ? textProblem(text, limits.messageCharacters) : undefined;
  const maxFiles = limits.attachmentsPerMessage;
  const exceedsLimit = attachments.length > maxFiles || new Set(attachments).size < attachments.length;
  return [
    ...(problem ? [{ field: 'text', message: problem }] : []),
    ...(exceedsLimit
      ? [{ field: 'attachments', message: `must contain at most ${maxFiles} files, each of them once` }]
      : []),
  ];
}

interface WrittenMessage extends Message {
  /** The key was used before: this is what it did then. */
  readonly isRepeat: boolean;
  /** Of its order; only of what was written now. */
  readonly advertiserId: string;
  readonly sellerId: string;
}

/** True if a message is the one that this call sends. Its first text is compared unless it was edited or deleted. */
const isSameCall = ({ orderId, replyToNumber, text, editedAt, deletedAt }: Message, call: MessageCall): boolean =>
  orderId === call.orderId &&
  replyToNumber === (call.replyTo ?? null) &&
  (text === call.text || editedAt !== null || deletedAt !== null);

/** True if the files of a message are those of this call; the files of a deleted message are no longer known. */
async function hasSameFiles(
  { db }: AppServices,
  { orderId, number, deletedAt }: Message,
  { attachments = [] }: MessageCall,
) {
  if (deletedAt) return true;
  const files = await db.entryFile.findMany({ where: { orderId, number }, select: { fileId: true } });
  const isNamed = new Set(attachments);
  return files.length === isNamed.size && files.every(({ fileId }) => isNamed.has(fileId));
}

/**
 * The actor of a message. Only of a person with several accounts, the order says on whose behalf the message is sent.
 * @throws AccountRefused, OrderNotFound
 */
async function findActor({ db }: AppServices, sender: Member, orderId: string): Promise<Actor> {
  const actor = actorWithOneAccount(sender);
  if (actor) return actor;
  const order = await db.order.findFirst({ where: { AND: [{ id: orderId }, visibleOrders(sender)] } });
  if (!order) throw new OrderNotFound();
  return actorIn(order, sender);
}

/** Says why nothing was written: there is no such order for the viewer, or nothing in it to answer. */
async function throwRefusal(app: AppServices, viewer: Viewer, { orderId }: MessageCall): Promise<never> {
  const visible = await app.db.order.count({ where: { AND: [{ id: orderId }, visibleOrders(viewer)] } });
  if (visible === 0) throw new OrderNotFound();
  throw new InputInvalid([{ field: 'replyTo', message: 'must be the number of a message in this order' }]);
}

/** Appends the message, and tries once more if a call with the same key came in between: then that one is found. */
async function appendMessage(
  app: AppServices,
  sender: Member,
  actor: Actor,
  call: MessageCall,
): Promise<WrittenMessage | undefined> {
  const { attachments = [] } = call;
  const statement = writeStatement(sender, actor, call, app.clock.now());
  const run = async (send: Database['read']) => (await send<WrittenMessage>(statement))[0];
  const runWithFiles = () =>
    app.db.$transaction(async (tx) => {
      const sentMessage = await run((sql) => tx.$queryRaw(sql));
      if (sentMessage && !sentMessage.isRepeat)
        await attach(tx, {
          fileIds: attachments,
          field: 'attachments',
          mediaTypes,
          accountId: actor.accountId,
          entry: { orderId: sentMessage.orderId, number: sentMessage.number },
          at: sentMessage.createdAt,
        });
      return sentMessage;
    });
  const tryOnce = () => (attachments.length === 0 ? run(app.read) : runWithFiles());
  try {
    return await tryOnce();
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    return tryOnce();
  }
}

const uniqueViolation = '23505';

/** PostgreSQL's unique_violation, as the driver reports it, and as Prisma does for a raw statement. */
const isUniqueViolation = (error: unknown): boolean =>
  error instanceof Prisma.PrismaClientKnownRequestError
    ? error.code === 'P2010' && JSON.stringify(error.meta).includes(uniqueViolation)
    : error instanceof Error && 'code' in error && error.code === uniqueViolation;

/**
 * One statement, one round trip: the counter, the entry, the message, what is unread, and the answer. The update locks
 * the order's row, so numbers are gapless and in the order of the commits; the condition of access stands in the same
 * statement. The message that it replies to is read from the snapshot of the statement, which its author has seen before.
 */
function writeStatement(
  sender: Member,
  actor: Actor,
  { orderId, text, replyTo, idempotencyKey }: MessageCall,
  at: Date,
): Prisma.Sql {
  const key = idempotencyKey ?? null;
  const digestDueAt = later(at, limits.digest.minutes * minuteMs);
  const answerable =
    replyTo === undefined
      ? Prisma.sql`true`
      : Prisma.sql`exists (select from message where order_id = ${orderId}::uuid and number = ${replyTo}::int)`;
  return Prisma.sql`
    with first as (
      select entry.order_id, entry.number, message.author_id, message.role, message.text, message.reply_to,
        message.created_at, message.edited_at, message.deleted_at
      from log_entry entry
      left join message on message.order_id = entry.order_id and message.number = entry.number and entry.type = 'sendMessage'
      where entry.actor_id = ${actor.accountId}::uuid and entry.idempotency_key = ${key}
    ), counted as (
      update "order" set ${nextLogNumberSql(at)},
        first_answered_at = coalesce(first_answered_at, case when ${roleSql(sender)} = 'seller' then ${at}::timestamptz end)
      where id = ${orderId}::uuid and ${visibleOrderSql(sender)} and not exists (select from first) and ${answerable}
      returning id, log_number, revision, ${roleSql(sender)} as role, ${partyColumnsSql}
    ), logged as (
      insert into log_entry (order_id, number, type, at, actor_id, role, input, revision, idempotency_key, application_id, person_id)
      select id, log_number, 'sendMessage', ${at}, ${actor.accountId}::uuid, role::"Role", '{}'::jsonb, revision, ${key}, ${actor.applicationId}::uuid, ${actor.personId}::uuid from counted
    ), written as (
      insert into message (order_id, number, author_id, role, text, reply_to, created_at)
      select id, log_number, ${actor.accountId}::uuid, role::"PersonRole", ${text}, ${replyTo ?? null}::int, ${at} from counted
      returning *
    ), indexed as (
      insert into order_text (order_id, number, text) select id, log_number, ${searchTextOf(text)} from counted
    ), raised as (${raiseUnreadSql(Prisma.raw('counted'), { authorId: actor.accountId, digestDueAt })})
    select order_id as "orderId", number, author_id as "authorId", written.role, text, reply_to as "replyToNumber",
      created_at as "createdAt", edited_at as "editedAt", deleted_at as "deletedAt", false as "isRepeat",
      advertiser_id as "advertiserId", seller_id as "sellerId"
    from written cross join counted
    union all
    select order_id, number, author_id, role, text, reply_to, created_at, edited_at, deleted_at, true, null, null from first`;
}
