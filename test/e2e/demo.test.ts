/** `npm run demo`, in its own process against a running server. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { loadDemoData } from '../../src/demo/load.ts';
import { people } from '../../src/demo/people.ts';
import { limits } from '../../src/limits.ts';
import { addDays, dayOf } from '../../src/platform/days.ts';
import { apiClient } from '../support/client.ts';
import { startServer } from '../support/server.ts';
import { useServer } from '../support/use-server.ts';

// Rate limits in Redis would outlive the test, because the demo people have the same addresses each time.
const withoutRedis = { redisUrl: undefined };
const { server } = useServer({ config: withoutRedis });
const { server: emptyServer } = useServer({ config: withoutRedis });

beforeAll(() => loadDemoData(server.app, () => {}));

test('every e-mail of the demo data is delivered', async () => {
  const { db } = server.app;
  await expect.poll(() => db.email.count({ where: { status: 'QUEUED' } })).toBe(0);

  const failed = await db.email.findMany({ where: { error: { not: null } } });
  expect(failed.map(({ template, error }) => `${template}: ${error}`)).toEqual([]);
  expect(await db.logEntry.count({ where: { type: 'emailFailed' } })).toBe(0);
  expect(await db.email.count({ where: { status: 'SENT' } })).toBeGreaterThan(0);
});

test('the ads of the demo data have impressions and clicks of days of the last two weeks', async () => {
  const ads = await server.app.db.ad.findMany({
    where: { publishedAt: { not: null } },
    include: { counter: { include: { days: true } } },
  });

  expect(ads.length).toBeGreaterThan(2);
  const twoWeeksAgo = addDays(dayOf(server.clock.now()), -14);
  for (const { counter, publishedAt } of ads) {
    const days = counter?.days ?? [];
    expect(days.length).toBeGreaterThan(2);
    const sumOf = (what: 'impressions' | 'clicks') => days.reduce((sum, day) => sum + day[what], 0n);
    expect([counter?.impressions, counter?.clicks]).toEqual([sumOf('impressions'), sumOf('clicks')]);
    for (const { day, clicks, impressions } of days) {
      expect(clicks > 0n && clicks < impressions).toBe(true);
      expect(dayOf(day) >= twoWeeksAgo && dayOf(day) >= dayOf(publishedAt as Date)).toBe(true);
    }
  }
});

async function runDemo(url: string): Promise<{ code: number | null; output: string; errors: string }> {
  const child = spawn(process.execPath, ['scripts/demo.ts'], {
    env: { PLACARD_URL: url },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exit = once(child, 'exit');
  const [output, errors] = await Promise.all([text(child.stdout), text(child.stderr)]);
  const [code] = await exit;
  return { code, output, errors };
}

test('the demo plays the life of an order, and prints no colours outside a terminal', async () => {
  const { code, output, errors } = await runDemo(server.url);

  expect(errors).toBe('');
  expect(output).toMatch(
    /Green Letter signs up as a seller, with a code from an e-mail to vera-[0-9a-f]{8}@green-letter/,
  );
  expect(output).toContain(
    'Green Letter lists the space “Sponsor of the letter”: one week EUR 350.00, a month EUR 1,100.00',
  );
  expect(output).toMatch(
    /newsletters in IT for at most EUR 350\.00 finds 1, .*\n +Sponsor of the letter \(Green Letter\)/,
  );
  expect(output).toMatch(/Ada Coffee places order \d+/);
  expect(output).toMatch(/Order \d+ is COMPLETED\./);
  expect(output).toMatch(/→ Green Letter received entry \d+ \(FEEDBACK_PROVIDED\) after [\d.]+ ms/);
  expect(output).toMatch(/→ Ada Coffee received entry \d+ \(PROOF_SUBMITTED\) after [\d.]+ ms/);
  expect(output).toMatch(/→ Ada Coffee received entry \d+ \(AD_PUBLISHED\) after [\d.]+ ms/);
  expect(output).toMatch(/→ Ada Coffee received entry \d+ \(ORDER_RESUMED\) after [\d.]+ ms/);
  expect(output).toContain('Green Letter sees that there is a rating, but not its content');
  expect(output).toContain(
    'both ratings are published now: ★★★★★ “Quick, and a pleasure to work with.” and ★★★★ “A clear brief.”',
  );
  expect(output).toMatch(/→ both received entry \d+ \(METRICS_SURVEY_SENT\)/);
  expect(output).toMatch(/→ both received entry \d+ \(RENEWAL_PAYMENT_REQUESTED\)/);
  expect(output).toMatch(/Order \d+ was created for it, with the same details, paid with EUR 1,100\.00/);
  expect(output).toMatch(/renewal: ENDS_AT_PERIOD, until \d{4}-\d\d-\d\d/);
  expect(output).not.toContain('\u001b');
  expect(code).toBe(0);
});

test('the demo can be played again on the same server', async () => {
  const { code, output, errors } = await runDemo(server.url);

  expect([errors, code]).toEqual(['', 0]);
  expect(output).toContain('finds 2, the newest first:');
  expect(output).toContain('renewal: ENDS_AT_PERIOD');
});

test('the demo runs with trusted documents only, and skips the weeks that a fixed clock cannot advance', async () => {
  // This server has its own database: another instance on it would take some of its e-mails.
  const strict = await startServer({
    config: { ...withoutRedis, allowsArbitraryOperations: false, hasMovableClock: false },
  });
  onTestFinished(() => strict.stop());
  await loadDemoData(strict.app, () => {});

  const { code, output, errors } = await runDemo(strict.url);

  expect(errors).toBe('');
  expect(output).toContain('The clock of this server cannot be advanced');
  expect(output).toMatch(/→ Green Letter received entry \d+ \(COLLABORATION_RATED\)/);
  expect(output).not.toContain('days pass');
  expect(output).toMatch(/Order \d+ is COMPLETED\./);
  expect(code).toBe(0);
});

test('the demo says that no server responds', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const address = other.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  other.close();
  await once(other, 'close');

  const { code, errors } = await runDemo(`http://127.0.0.1:${port}`);

  expect(errors).toContain(`No server responds at http://127.0.0.1:${port}. Start one in another terminal`);
  expect(code).toBe(1);
});

test('the demo says that a server with real e-mails has no mailbox for the sign-in codes', async () => {
  const { mail } = readConfig({ RESEND_API_KEY: 're_test', RESEND_URL: 'http://127.0.0.1:9' });
  const mailing = await startServer({ config: { ...withoutRedis, mail }, beside: emptyServer });
  onTestFinished(() => mailing.stop());

  const { code, errors } = await runDemo(mailing.url);

  expect(mailing.app.mailbox).toBeUndefined();
  expect(errors).toContain('has no mailbox');
  expect(code).toBe(1);
});

test('the demo says that the demo data is missing', async () => {
  const { code, errors } = await runDemo(emptyServer.url);

  expect(errors).toContain('The demo needs the demo data');
  expect(code).toBe(1);
});

test('the demo says that sign-up is closed', async () => {
  const closed = await startServer({ config: { ...withoutRedis, isSignUpOpen: false } });
  onTestFinished(() => closed.stop());

  const { code, errors } = await runDemo(closed.url);

  expect(errors).toContain('(SIGN_UP_CLOSED): This marketplace is open to invited people only.');
  expect(code).toBe(1);
});

test('the demo ends at the first refusal, and prints its message', async () => {
  // This instance has its own rate limits, so the other tests keep theirs.
  const { url, stop } = await startServer({ config: withoutRedis, beside: server });
  onTestFinished(stop);
  const { points } = limits.rates.signInCodesPerAddress;
  for (let asked = 0; asked < points; asked += 1)
    await apiClient(url).ask(
      'mutation ($input: RequestSignInCodeInput!) { requestSignInCode(input: $input) { __typename } }',
      { input: { email: people.ada.email } },
    );

  const { code, output, errors } = await runDemo(url);

  expect(errors).toContain('The server refused a request (RATE_LIMITED): Too many requests. Try again in');
  expect(output).not.toContain('signs in');
  expect(code).toBe(1);
});
