/** An order with both of its parties, who see each other live. */
import type { TimelineEntryType } from '../operations/generated/graphql.ts';
import { DemoStopped } from './client.ts';
import type { Party } from './party.ts';
import { bold, dim, green, inMs, nextOf, say, standing } from './report.ts';

export interface Room {
  readonly advertiser: Party;
  readonly seller: Party;
  readonly orderId: string;
  /** How long it took, deed by deed, from sending it until the other party had it. */
  readonly latencies: number[];
}

/** One party does something; both get it live. Tells what the other one saw, and where the order stands for each. */
export async function deed(
  { advertiser, seller, latencies }: Room,
  by: Party,
  words: string,
  type: TimelineEntryType,
  send: () => Promise<void>,
): Promise<void> {
  const sentAt = performance.now();
  const [atAdvertiser, atSeller] = await Promise.all([advertiser.next(type), seller.next(type), send()]);
  const [other, pushed] = by === advertiser ? [seller, atSeller] : [advertiser, atAdvertiser];
  const latency = pushed.cameAt - sentAt;
  latencies.push(latency);
  say(
    '',
    `${bold(by.name)} ${words}`,
    `  → ${other.name} has entry ${pushed.entry.number} (${type}) after ${green(inMs(latency))}`,
    `  ${standing(pushed.order)}`,
    dim(`  next: ${nextOf(advertiser.name, atAdvertiser.order)} · ${nextOf(seller.name, atSeller.order)}`),
  );
}

/** What the clock has done reaches both, like what people do. */
export async function deedOfClock({ advertiser, seller }: Room, words: string, type: TimelineEntryType): Promise<void> {
  const [atAdvertiser, atSeller] = await Promise.all([advertiser.next(type), seller.next(type)]);
  say(
    '',
    `${bold('The clock')} ${words}`,
    `  → both have entry ${atSeller.entry.number} (${type})`,
    dim(`  next: ${nextOf(advertiser.name, atAdvertiser.order)} · ${nextOf(seller.name, atSeller.order)}`),
  );
}

/** @throws DemoStopped if a party missed something, or got it twice or out of order */
export function checkGapless({ advertiser, seller }: Room): void {
  for (const { name, received } of [advertiser, seller]) {
    const isGapless = received.every(({ entry }, index) => entry.number === (received[0]?.entry.number ?? 0) + index);
    if (!isGapless) throw new DemoStopped(`${name} did not get every entry once and in order.`);
  }
}
