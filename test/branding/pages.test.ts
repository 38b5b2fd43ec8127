/** The name, the logo and the colour of the marketplace on the pages that people open from e-mails and errors. */
import { afterEach, beforeAll, expect, test } from 'vitest';
import type { TestPerson } from '../support/factory.ts';
import { updateSettings } from '../support/marketplace.ts';
import { errorsIn } from '../support/raw-http.ts';
import { upload } from '../support/uploads.ts';
import { useServer } from '../support/use-server.ts';
import { eventually } from '../support/wait.ts';

const { server, factory } = useServer();
let operator: TestPerson;
let logo: { id: string; url: string };

const name = 'Ads & <b>More</b> "Ltd"';
const escapedName = 'Ads &amp; &lt;b&gt;More&lt;/b&gt; &quot;Ltd&quot;';

beforeAll(async () => {
  operator = await factory.createOperator();
  logo = await upload(operator, undefined, { purpose: 'MARKETPLACE_LOGO' });
  await updateSettings(operator, { name, primaryColor: '#a3201d', logoFileId: logo.id });
});
afterEach(() => expect(errorsIn(server.logged)).toEqual([]));

/** The path of the setup page of an order, as it was mailed. */
async function setupPath(): Promise<string> {
  const { advertiser } = await factory.createOrder();
  return eventually(() => {
    const texts = (server.app.mailbox?.letters() ?? []).filter(({ to }) => to === advertiser.email);
    const [path] = texts.flatMap(({ text }) => /\/setup\/\S+/.exec(text) ?? []);
    if (path === undefined) throw new Error('No setup link has arrived yet');
    return path;
  });
}

/** The path of the receipt of a paid order. */
async function receiptPath(): Promise<string> {
  const order = await factory.createOrder({ status: 'PAYMENT_RECEIVED' });
  const { order: read } = await order.seller.ask(
    'query ($id: ID!) { order(id: $id) { payments { receipts { url } } } }',
    { id: order.id },
  );
  return new URL(read.payments[0].receipts[0].url).pathname;
}

test.each<[string, number, () => Promise<string>]>([
  ['the setup page', 200, setupPath],
  ['a setup link that does not work', 404, async () => '/setup/nonsense'],
  ['a receipt', 200, receiptPath],
  ['a receipt that does not exist', 404, async () => '/receipts/nonsense'],
  ['a test payment that does not exist', 404, async () => '/pay/test/nonsense'],
  ['the page of error codes', 200, async () => '/docs/errors'],
])('%s shows the name, the logo and the colour of the marketplace', async (_page, status, pathOf) => {
  const response = await fetch(`${server.url}${await pathOf()}`);
  const html = await response.text();

  expect(response.status).toBe(status);
  expect(html).toContain(` – ${escapedName}</title>`);
  expect(html).toContain(`<b>${escapedName}</b></header>`);
  expect(html).toContain('--color-brand: #a3201d;');
  expect(html).not.toContain(name);
  const [, source = ''] = /<header[^>]*><img src="([^"]+)"/.exec(html) ?? [];
  expect(source).toBe(new URL(logo.url).pathname);
  expect((await fetch(`${server.url}${source}`)).headers.get('content-type')).toBe('image/png');
});

test('a marketplace without a logo shows its name only', async () => {
  await updateSettings(operator, { logoFileId: null });

  const html = await (await fetch(`${server.url}/docs/errors`)).text();

  expect(html).toContain('<header');
  expect(html).not.toContain('<img');
});
