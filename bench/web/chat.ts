/** A long chat in Chromium: the frames while it is scrolled, and the delay of typing while messages arrive. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { soleOwnerOf } from '../../src/access/viewer.ts';
import { sendMessage } from '../../src/messages/send-message.ts';
import type { Factory, TestOrder } from '../../test/support/factory.ts';
import type { TestServer } from '../../test/support/server.ts';

/** The amounts of a run. */
export interface ChatSizes {
  readonly messageCount: number;
  readonly scrollFrames: number;
  readonly messagesPerSecond: number;
  readonly typedCharacters: number;
}

/** Milliseconds; the middle, the 95th percentile and the worst. */
export interface Delays {
  readonly p50: number;
  readonly p95: number;
  readonly max: number;
}

export interface ChatFigures {
  /** Frames while all messages are scrolled through. */
  readonly frames: Delays;
  /** From a key to the frame that shows it. */
  readonly typing: Delays;
  /** Messages that arrived each second while the characters were typed. */
  readonly arrivedPerSecond: number;
}

interface ChatOptions {
  readonly browser: Browser;
  readonly server: TestServer;
  readonly factory: Factory;
  readonly origin: string;
  readonly sizes: ChatSizes;
}

export async function measureChat({ browser, server, factory, origin, sizes }: ChatOptions): Promise<ChatFigures> {
  const order = await factory.createOrder();
  await addMessages(server, order, sizes.messageCount);
  const context = await browser.newContext({ locale: 'en-GB' });
  try {
    await context.addCookies([{ name: 'placard-session', value: order.seller.sessionToken, url: origin }]);
    const page = await context.newPage();
    await page.goto(`${origin}/orders/${order.number}`);
    await loadAll(page);
    const frames = delaysOf(await scrollThrough(page, sizes.scrollFrames));
    return { frames, ...(await typeWhileMessagesArrive(page, { server, order, sizes })) };
  } finally {
    await context.close();
  }
}

const delaysOf = (numbers: readonly number[]): Delays => {
  const sorted = [...numbers].sort((one, other) => one - other);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { p50: at(0.5), p95: at(0.95), max: at(1) };
};

async function addMessages({ app }: TestServer, { number }: TestOrder, count: number): Promise<void> {
  await app.db.$transaction(async (tx) => {
    // As every writer of a log does, so that none waits for another in a circle.
    await tx.$queryRaw`select id from "order" where number = ${number} for update`;
    const { id, logNumber, sellerId } = await tx.order.findFirstOrThrow({ where: { number } });
    await tx.$executeRaw`
      with logged as (
        insert into log_entry (order_id, number, type, at, actor_id, role, input, revision)
        select ${id}::uuid, ${logNumber}::int + n, 'sendMessage', now(), ${sellerId}::uuid, 'seller', '{}', 1
        from generate_series(1, ${count}::int) as n returning number
      ), counted as (update "order" set log_number = ${logNumber + count} where id = ${id}::uuid)
      insert into message (order_id, number, author_id, role, text, created_at)
      select ${id}::uuid, number, ${sellerId}::uuid, 'seller', 'Message ' || number || ' about the size of the space.', now()
      from logged`;
  });
}

/** Scrolls up until every message is loaded. */
async function loadAll(page: Page): Promise<void> {
  const frame = page.locator('.chat__frame');
  const earlier = frame.getByRole('button', { name: 'Show earlier entries' });
  await frame.locator('li').first().waitFor();
  while ((await earlier.count()) > 0) {
    await frame.evaluate((element) => {
      element.scrollTop = element.scrollHeight;
      element.scrollTop = 0;
    });
    await wait(50);
  }
}

/** Scrolls from the newest message to the first, a step with each frame. Returns the times between the frames. */
const scrollThrough = (page: Page, steps: number): Promise<number[]> =>
  page.locator('.chat__frame').evaluate(async (element, count) => {
    const nextFrame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
    element.scrollTop = element.scrollHeight;
    await nextFrame();
    const top = element.scrollTop;
    const times: number[] = [];
    let before = await nextFrame();
    for (let step = 1; step <= count; step += 1) {
      element.scrollTop = top * (1 - step / count);
      const at = await nextFrame();
      times.push(at - before);
      before = at;
    }
    return times;
  }, steps);

async function typeWhileMessagesArrive(
  page: Page,
  { server, order, sizes }: { server: TestServer; order: TestOrder; sizes: ChatSizes },
): Promise<Pick<ChatFigures, 'typing' | 'arrivedPerSecond'>> {
  // Who writes an answer is at the end of the chat.
  await page.locator('.chat__frame').evaluate((element) => {
    element.scrollTop = element.scrollHeight;
  });
  const field = page.locator('textarea').first();
  await field.focus();
  await field.evaluate((element) => {
    const delays: number[] = [];
    Object.assign(window, { typingDelays: delays });
    element.addEventListener('keydown', ({ timeStamp }) => {
      requestAnimationFrame(() => setTimeout(() => delays.push(performance.now() - timeStamp)));
    });
  });
  const { id } = await server.app.db.order.findFirstOrThrow({ where: { number: order.number } });
  const unlimited = { ...server.app, rateLimiter: { ...server.app.rateLimiter, consume: async () => undefined } };
  const advertiser = soleOwnerOf(order.advertiser.accountId, { personId: order.advertiser.personId });
  const typing = new AbortController();
  const messages: Promise<unknown>[] = [];
  const startedAt = performance.now();
  const sending = (async () => {
    while (!typing.signal.aborted) {
      const text = `Answer ${messages.length}`;
      messages.push(sendMessage(unlimited, advertiser, { orderId: id, text }));
      await wait(Math.max(0, startedAt + (messages.length * 1_000) / sizes.messagesPerSecond - performance.now()));
    }
    await Promise.all(messages);
  })();
  await page.keyboard.type('n'.repeat(sizes.typedCharacters), { delay: 100 });
  typing.abort();
  await sending;
  const seconds = (performance.now() - startedAt) / 1_000;
  const last = page.getByText(`Answer ${messages.length - 1}`, { exact: true });
  await last.first().waitFor({ state: 'attached', timeout: 120_000 });
  const delays = await page.evaluate(() => (window as unknown as { typingDelays: number[] }).typingDelays);
  return { typing: delaysOf(delays), arrivedPerSecond: messages.length / seconds };
}
