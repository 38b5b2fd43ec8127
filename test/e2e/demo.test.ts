/** `npm run demo`, as somebody runs it: a program of its own against a running server. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { loadDemoData } from '../../src/demo/load.ts';
import { people } from '../../src/demo/people.ts';
import { limits } from '../../src/limits.ts';
import { apiClient } from '../support/client.ts';
import { startServer } from '../support/server.ts';
import { useServer } from '../support/use-server.ts';

// Budgets that are shared through Redis would outlive the test: the demo people have the same addresses each time.
const alone = { redisUrl: undefined };
const { server } = useServer({ config: alone });
const { server: emptyServer } = useServer({ config: alone });

beforeAll(() => loadDemoData(server.app, () => {}));

async function runDemo(url: string): Promise<{ code: number | null; told: string; complaint: string }> {
  const child = spawn(process.execPath, ['scripts/demo.ts'], {
    env: { PLACARD_URL: url },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exit = once(child, 'exit');
  const [told, complaint] = await Promise.all([text(child.stdout), text(child.stderr)]);
  const [code] = await exit;
  return { code, told, complaint };
}

test('plays the life of an order, and tells it without colours where nobody sees them', async () => {
  const { code, told, complaint } = await runDemo(server.url);

  expect(complaint).toBe('');
  expect(told).toMatch(/Order \d+ is COMPLETED\./);
  expect(told).toMatch(/→ Tech Weekly has entry \d+ \(provideFeedback\) after [\d.]+ ms/);
  expect(told).toMatch(/→ Ada Coffee has entry \d+ \(submitProof\) after [\d.]+ ms/);
  expect(told).toMatch(/→ Ada Coffee has entry \d+ \(publishAd\) after [\d.]+ ms/);
  expect(told).toMatch(/→ Ada Coffee has entry \d+ \(resumeOrder\) after [\d.]+ ms/);
  expect(told).toContain('Tech Weekly learns that there is a rating, and nothing of what it says');
  expect(told).toContain('both can be read now: ★★★★★ “Quick, and a pleasure to work with.” and ★★★★ “A clear brief.”');
  expect(told).toMatch(/→ both have entry \d+ \(sendMetricsSurvey\)/);
  expect(told).toMatch(/→ both have entry \d+ \(requestRenewalPayment\)/);
  expect(told).toMatch(/Order \d+ was set up for it, with the same details, paid with €1,100\.00/);
  expect(told).toMatch(/renewal: ENDS_AT_PERIOD, until \d{4}-\d\d-\d\d/);
  expect(told).not.toContain('\u001b');
  expect(code).toBe(0);
});

test('plays it once more where it was played before', async () => {
  const { code, told, complaint } = await runDemo(server.url);

  expect([complaint, code]).toEqual(['', 0]);
  expect(told).toContain('renewal: ENDS_AT_PERIOD');
});

test('plays it also where a server takes no operation as text, and leaves out what time brings where it cannot be put forward', async () => {
  // On a database of its own: another instance beside it would get some of its mails.
  const strict = await startServer({ config: { ...alone, allowsArbitraryOperations: false, hasMovableClock: false } });
  onTestFinished(() => strict.stop());
  await loadDemoData(strict.app, () => {});

  const { code, told, complaint } = await runDemo(strict.url);

  expect(complaint).toBe('');
  expect(told).toContain('The clock of this server cannot be put forward');
  expect(told).toMatch(/→ Tech Weekly has entry \d+ \(rateCollaboration\)/);
  expect(told).not.toContain('days pass');
  expect(told).toMatch(/Order \d+ is COMPLETED\./);
  expect(code).toBe(0);
});

test('says that no server is there', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const address = other.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  other.close();
  await once(other, 'close');

  const { code, complaint } = await runDemo(`http://127.0.0.1:${port}`);

  expect(complaint).toContain(`No server answers at http://127.0.0.1:${port}. Start one in another terminal`);
  expect(code).toBe(1);
});

test('says that the server sends real mails, so that nobody can read the sign-in codes', async () => {
  const { mail } = readConfig({ RESEND_API_KEY: 're_test' });
  const mailing = await startServer({ config: { ...alone, mail }, beside: emptyServer });
  onTestFinished(() => mailing.stop());

  const { code, complaint } = await runDemo(mailing.url);

  expect(mailing.app.mailbox).toBeUndefined();
  expect(complaint).toContain('has no mailbox');
  expect(code).toBe(1);
});

test('says that there is no demo data', async () => {
  const { code, complaint } = await runDemo(emptyServer.url);

  expect(complaint).toContain('The demo needs the demo data');
  expect(code).toBe(1);
});

test('ends at the first refusal, and says why', async () => {
  // An instance of its own counts for itself: the budget that is used up here is no other test's.
  const { url, stop } = await startServer({ config: alone, beside: server });
  onTestFinished(stop);
  const { points } = limits.rates.signInCodesPerAddress;
  for (let asked = 0; asked < points; asked += 1)
    await apiClient(url).ask(
      'mutation ($input: RequestSignInCodeInput!) { requestSignInCode(input: $input) { __typename } }',
      { input: { email: people.ada.email } },
    );

  const { code, told, complaint } = await runDemo(url);

  expect(complaint).toContain('It was refused (RATE_LIMITED): Too many requests. Try again in');
  expect(told).not.toContain('signs in');
  expect(code).toBe(1);
});
