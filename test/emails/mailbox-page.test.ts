/** The mailbox of development: what would have been sent, with its headers. */
import { expect, test } from 'vitest';
import type { Data } from '../support/client.ts';
import { useServer } from '../support/use-server.ts';

const { server, factory } = useServer();

test('The mailbox shows the headers of an e-mail, for people and for programs', async () => {
  const seller = await factory.createPerson();
  await factory.createOrder({ seller });
  const read = async (): Promise<Data[]> => (await fetch(`${server.url}/mailbox.json`)).json() as Promise<Data[]>;
  await expect.poll(async () => (await read()).filter(({ to }) => to === seller.email)).toHaveLength(1);

  const letter = (await read()).find(({ to }) => to === seller.email);
  const html = await (await fetch(`${server.url}/mailbox`)).text();

  expect(letter.headers).toMatchObject({
    'Auto-Submitted': 'auto-generated',
    References: expect.stringContaining('<order.'),
  });
  expect(html).toContain(`References: ${letter.headers['References'].replace('<', '&lt;').replace('>', '&gt;')}`);
});
