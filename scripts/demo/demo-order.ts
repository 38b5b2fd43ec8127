/** An order with both of its parties, who receive each other's steps live. */
import type { TimelineEntryType } from '../operations/generated/graphql.ts';
import { DemoError } from './client.ts';
import type { Party } from './party.ts';
import { bold, dim, formatMs, formatNextSteps, formatProgress, green, print } from './report.ts';

export interface DemoOrder {
  readonly advertiser: Party;
  readonly seller: Party;
  readonly orderId: string;
  /** Milliseconds from sending a step until the other party received it, step by step. */
  readonly latencies: number[];
}

/** One party takes a step, and both receive it live. Prints what the other party received, and the status for each. */
export async function playStep(
  { advertiser, seller, latencies }: DemoOrder,
  actor: Party,
  description: string,
  type: TimelineEntryType,
  send: () => Promise<void>,
): Promise<void> {
  const sentAt = performance.now();
  const [atAdvertiser, atSeller] = await Promise.all([advertiser.next(type), seller.next(type), send()]);
  const [other, pushed] = actor === advertiser ? [seller, atSeller] : [advertiser, atAdvertiser];
  const latency = pushed.receivedAt - sentAt;
  latencies.push(latency);
  print(
    '',
    `${bold(actor.name)} ${description}`,
    `  → ${other.name} received entry ${pushed.entry.number} (${type}) after ${green(formatMs(latency))}`,
    `  ${formatProgress(pushed.order)}`,
    dim(
      `  next: ${formatNextSteps(advertiser.name, atAdvertiser.order)} · ${formatNextSteps(seller.name, atSeller.order)}`,
    ),
  );
}

/** Both parties receive a step that the clock took. */
export async function playClockStep(
  { advertiser, seller }: DemoOrder,
  description: string,
  type: TimelineEntryType,
): Promise<void> {
  const [atAdvertiser, atSeller] = await Promise.all([advertiser.next(type), seller.next(type)]);
  print(
    '',
    `${bold('The clock')} ${description}`,
    `  → both received entry ${atSeller.entry.number} (${type})`,
    dim(
      `  next: ${formatNextSteps(advertiser.name, atAdvertiser.order)} · ${formatNextSteps(seller.name, atSeller.order)}`,
    ),
  );
}

/** @throws DemoError if a party missed an entry, or received one twice or out of order */
export function checkGapless({ advertiser, seller }: DemoOrder): void {
  for (const { name, received } of [advertiser, seller]) {
    const isGapless = received.every(({ entry }, index) => entry.number === (received[0]?.entry.number ?? 0) + index);
    if (!isGapless) throw new DemoError(`${name} did not receive every entry once and in order.`);
  }
}
