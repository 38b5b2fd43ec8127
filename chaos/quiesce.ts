/** After the faults: waits until background work has ended and every reader has caught up. */

import { differencesOf, type FreshOrders, readFresh } from './check.ts';
import type { Environment } from './environment.ts';
import type { Findings } from './findings.ts';
import type { Participants } from './participants.ts';
import type { Reader } from './readers.ts';

const quietMs = 1_500;
/** Failed mails are retried with pauses that double. */
const maxQuiesceMs = 150_000;
/** A reader may take long to catch up, but within this time an entry must come to one of them. */
const maxStandstillMs = 30_000;

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Waits until no mail is queued and the log no longer grows. Work that does not end is found by the checks. */
export async function quiesce({ database: { pool } }: Environment, log: (text: string) => void): Promise<void> {
  log('waiting until no mail is queued and the log no longer grows …');
  let before: string | undefined;
  let quietSince = performance.now();
  for (const deadline = performance.now() + maxQuiesceMs; performance.now() < deadline; await wait(100)) {
    const { rows } = await pool.query<{ queued: number }>(`
      select (select count(*)::int from mail where status = 'QUEUED') as queued,
        (select sum(log_number) from "order") as entries,
        (select sum(position) from read_marker) as markers,
        feed_horizon() as horizon`);
    const now = JSON.stringify(rows);
    if (now !== before || rows[0]?.queued !== 0) quietSince = performance.now();
    before = now;
    if (performance.now() - quietSince > quietMs) return;
  }
  log(`background work has not ended within ${maxQuiesceMs / 1_000} s: ${before}`);
}

/** Waits until the copy of each reader equals a fresh query, and reports the copies that do not. */
export async function awaitReaders(
  readers: readonly Reader[],
  { participants, urls, findings }: { participants: Participants; urls: readonly string[]; findings: Findings },
): Promise<void> {
  for (const reader of readers) reader.catchUp();
  const url = urls[0] ?? '';
  const fresh: FreshOrders = new Map(
    await Promise.all(
      participants.orders.map(async (order) => [order.id, await readFresh(url, order.seller, order)] as const),
    ),
  );
  const received = () => readers.reduce((sum, reader) => sum + reader.received(), 0);
  let before = received();
  let movedAt = performance.now();
  const hasMoved = () => {
    const now = received();
    if (now > before) movedAt = performance.now();
    before = now;
    return performance.now() - movedAt < maxStandstillMs;
  };
  for (const reader of readers) {
    let differences = await differencesOf(reader, url, fresh);
    while (differences.length > 0 && hasMoved()) {
      await wait(200);
      differences = await differencesOf(reader, url, fresh);
    }
    for (const difference of differences)
      findings.add(
        'copies that differ',
        `${reader.name}: ${difference} (${reader.state()}, cut off ${reader.losses()} times)`,
      );
  }
}
