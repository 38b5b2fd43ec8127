import { roleSql, visibleOrderSql } from '../access/access.ts';
import { memberFor } from '../access/scopes.ts';
import { applicationOf, type Member, type Viewer } from '../access/viewer.ts';
import { Prisma } from '../generated/prisma/client.ts';
import { limits } from '../limits.ts';
import { orderTopic } from '../orders/order.ts';
import { OrderNotFound } from '../orders/refusals.ts';
import { IdempotencyKeyReused, InputInvalid, RateLimited } from '../platform/errors.ts';
import type { World } from '../platform/world.ts';
import { textProblem } from '../process/fields.ts';

/** Something said in an order. It stands at the timeline number of its entry. */
export interface Message {
  readonly orderId: string;
  readonly number: number;
  readonly authorId: string;
  readonly role: string;
  readonly text: string;
  readonly createdAt: Date;
}

export interface MessageCall {
  readonly orderId: string;
  readonly text: string;
  readonly idempotencyKey?: string | undefined;
}

/**
 * Says something in an order, in any status. The same idempotency key again gives the first message.
 * @throws NotSignedIn, ScopeMissing, RateLimited, InputInvalid, OrderNotFound, IdempotencyKeyReused; then nothing was said.
 */
export async function sendMessage(app: World, viewer: Viewer, call: MessageCall): Promise<Message> {
  const actor = memberFor(viewer, 'sendMessage');
  const problem = textProblem(call.text, limits.messageCharacters);
  if (problem) throw new InputInvalid([{ field: 'text', message: problem }]);
  const wait = await app.rates.take('messages', actor.accountId);
  if (wait !== undefined) throw new RateLimited(wait);

  const written = await write(app, actor, call);
  if (!written) throw new OrderNotFound();
  if (written.isRepeat && !(written.orderId === call.orderId && written.text === call.text))
    throw new IdempotencyKeyReused();
  if (!written.isRepeat) app.live.nudge(orderTopic(call.orderId), written.number);
  return written;
}

interface Written extends Message {
  /** The key was used before: this is what it did then. */
  readonly isRepeat: boolean;
}

/** Appends the message, and tries once more if a call with the same key came in between: then that one is found. */
async function write(app: World, actor: Member, call: MessageCall): Promise<Written | undefined> {
  const statement = writeStatement(actor, call, app.clock.now());
  try {
    const [row] = await app.db.$queryRaw<Written[]>(statement);
    return row;
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    const [row] = await app.db.$queryRaw<Written[]>(statement);
    return row;
  }
}

/** PostgreSQL's unique_violation, as Prisma reports it for a raw statement. */
const isUniqueViolation = (error: unknown): boolean =>
  error instanceof Prisma.PrismaClientKnownRequestError &&
  error.code === 'P2010' &&
  JSON.stringify(error.meta).includes('23505');

/**
 * One statement, one round trip: the counter, the entry, the message and the answer. The update locks the order's
 * row, so numbers are gapless and in the order of the commits; the condition of access stands in the same statement.
 */
function writeStatement(actor: Member, { orderId, text, idempotencyKey }: MessageCall, at: Date): Prisma.Sql {
  const key = idempotencyKey ?? null;
  return Prisma.sql`
    with first as (
      select entry.order_id, entry.number, message.author_id, message.role, message.text, message.created_at
      from log_entry entry
      left join message on message.order_id = entry.order_id and message.number = entry.number and entry.type = 'sendMessage'
      where entry.actor_id = ${actor.accountId}::uuid and entry.idempotency_key = ${key}
    ), counted as (
      update "order" set log_number = log_number + 1, last_activity_at = ${at}
      where id = ${orderId}::uuid and ${visibleOrderSql(actor)} and not exists (select from first)
      returning id, log_number, revision, ${roleSql(actor)} as role
    ), logged as (
      insert into log_entry (order_id, number, type, at, actor_id, role, input, revision, idempotency_key, application_id)
      select id, log_number, 'sendMessage', ${at}, ${actor.accountId}::uuid, role, '{}'::jsonb, revision, ${key}, ${applicationOf(actor)}::uuid from counted
    ), written as (
      insert into message (order_id, number, author_id, role, text, created_at)
      select id, log_number, ${actor.accountId}::uuid, role, ${text}, ${at} from counted
      returning order_id, number, author_id, role, text, created_at
    )
    select order_id as "orderId", number, author_id as "authorId", role, text, created_at as "createdAt", false as "isRepeat" from written
    union all
    select order_id, number, author_id, role, text, created_at, true from first`;
}
