/** The page that advances the clock. */
import { expect, test } from 'vitest';
import { systemClock } from '../../src/platform/clock.ts';
import { periods } from '../../src/process/periods.ts';
import { startServer } from '../support/server.ts';
import { useServer } from '../support/use-server.ts';

const { server, factory } = useServer({ sessionDays: 1_000 });

const advance = (url: string, body: string, headers: Record<string, string> = {}) =>
  fetch(`${url}/clock`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body,
  });
const statusOf = async (number: number): Promise<string> =>
  (await server.app.db.order.findUniqueOrThrow({ where: { number } })).status;

test('an advanced clock takes the steps that are due, day by day', async () => {
  const { number } = await factory.createOrder();
  const page = await (await fetch(`${server.url}/clock`)).text();

  const answer = await advance(server.url, `days=${periods.expiry}`);

  expect(page).toContain(`order #${number}`);
  expect(answer.status).toBe(303);
  expect(await statusOf(number)).toBe('EXPIRED');
  const mails = await server.app.db.email.findMany({
    where: { order: { number }, role: 'seller' },
    orderBy: { createdAt: 'asc' },
  });
  const [reminder, expiry] = mails.filter(({ template }) => template.startsWith('order-expire'));
  expect([reminder?.template, expiry?.template]).toEqual(['order-expires-soon', 'order-expired']);
  const distanceMs = (expiry?.createdAt.getTime() ?? 0) - (reminder?.createdAt.getTime() ?? 0);
  expect(Math.round(distanceMs / 86_400_000)).toBe(periods.expiryReminder);
});

test.each(['days=0', 'days=401', 'days=1.5', 'days=soon', 'days=0x10', 'days=1e1', 'days=%205', ''])(
  'the form "%s" is refused, and the clock is not advanced',
  async (body) => {
    const before = server.clock.now();

    const { status } = await advance(server.url, body);

    expect(status).toBe(422);
    expect(server.clock.now().getTime() - before.getTime()).toBeLessThan(60_000);
  },
);

test('a page of another site cannot advance the clock', async () => {
  const { number } = await factory.createOrder();

  const { status } = await advance(server.url, 'days=14', { 'sec-fetch-site': 'cross-site' });

  expect(status).toBe(403);
  expect(await statusOf(number)).toBe('PENDING');
});

test('a server with the real clock has no clock page', async () => {
  const real = await startServer({ config: { hasMovableClock: false }, beside: server });

  const answers = [await fetch(`${real.url}/clock`), await advance(real.url, 'days=1')];

  expect(answers.map(({ status }) => status)).toEqual([404, 404]);
  await real.stop();
});

test('after a restart the clock is not behind the newest order', async () => {
  await advance(server.url, 'days=30');
  const { number } = await factory.createOrder();
  const restarted = await startServer({ beside: { database: server.database, clock: undefined } });

  const { createdAt } = await server.app.db.order.findUniqueOrThrow({ where: { number } });

  expect(createdAt.getTime()).toBeGreaterThan(systemClock.now().getTime());
  expect(restarted.app.clock.now().getTime()).toBeGreaterThanOrEqual(createdAt.getTime());
  await restarted.stop();
});
