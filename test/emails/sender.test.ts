/** The sender of e-mails and their colours, as the settings of the marketplace say. */
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { senderOf } from '../../src/services/marketplace-settings.ts';
import type { TestPerson } from '../support/factory.ts';
import { type DeliveredMail, type MailService, startMailService } from '../support/mail-service.ts';
import { updateSettings } from '../support/marketplace.ts';
import { change } from '../support/partner.ts';
import { errorsIn } from '../support/raw-http.ts';
import { useServer } from '../support/use-server.ts';

let service: MailService;
beforeAll(async () => {
  service = await startMailService();
});
afterAll(() => service.stop());

const from = 'Placard <orders@mail.example>';
const { server, factory } = useServer({
  config: () => ({
    redisUrl: undefined,
    mail: { resendApiKey: 're_test', resendUrl: service.url, from, retrySeconds: 1, timeoutSeconds: 1 },
  }),
});
let operator: TestPerson;

beforeAll(async () => {
  operator = await factory.createOperator();
});
beforeEach(async () => {
  const defaults = { name: 'Placard', primaryColor: '#1f4fd8', senderName: null, senderAddress: null };
  await updateSettings(operator, defaults);
});
afterEach(() => expect(errorsIn(server.logged)).toEqual([]));

let counter = 0;
/** The e-mail with a sign-in code that is sent now. */
async function signInEmail(): Promise<DeliveredMail> {
  const email = `reader${++counter}@people.example`;
  await change(operator, 'requestSignInCode', { email });
  await service.until(() => service.delivered.some(({ to }) => to === email));
  const delivered = service.delivered.find(({ to }) => to === email);
  if (!delivered) throw new Error('The e-mail is missing');
  return delivered;
}

test('e-mails come from MAIL_FROM, or from the sender of the settings', async () => {
  expect((await signInEmail()).from).toBe(from);
  await updateSettings(operator, { senderAddress: 'hello@market.example' });
  expect((await signInEmail()).from).toBe('Placard <hello@market.example>');
  await updateSettings(operator, { senderName: 'Harbour Ads' });
  expect((await signInEmail()).from).toBe('Harbour Ads <hello@market.example>');
  await updateSettings(operator, { senderAddress: null });
  expect((await signInEmail()).from).toBe('Harbour Ads <orders@mail.example>');
});

test('e-mails about orders come from the same sender, and their button has the colour of the marketplace', async () => {
  await updateSettings(operator, { senderName: 'Harbour Ads', primaryColor: '#ffd400' });

  const { advertiser } = await factory.createOrder();

  const received = () => service.delivered.filter(({ to }) => to === advertiser.email);
  await service.until(() => received().length > 0);
  for (const email of received()) {
    expect(email.from).toBe('Harbour Ads <orders@mail.example>');
    expect(email.html).toContain('background:#ffd400;color:#000000');
  }
});

test.each([
  ['Placard <orders@mail.example>', null, null, 'Placard <orders@mail.example>'],
  ['orders@mail.example', null, null, 'orders@mail.example'],
  ['orders@mail.example', null, 'a@b.example', 'a@b.example'],
  ['orders@mail.example', 'Ads', null, 'Ads <orders@mail.example>'],
  ['"Placard, Inc." <orders@mail.example>', null, 'a@b.example', '"Placard, Inc." <a@b.example>'],
  ['Placard <orders@mail.example>', 'Bücher & Zeitungen', null, '"Bücher & Zeitungen" <orders@mail.example>'],
  ['Placard <orders@mail.example>', 'Bücher', null, 'Bücher <orders@mail.example>'],
  [
    'Placard <orders@mail.example>',
    'Ads" <evil@evil.example>, "\\',
    null,
    '"Ads\\" <evil@evil.example>, \\"\\\\" <orders@mail.example>',
  ],
])(
  'MAIL_FROM %s with the name %s and the address %s is the sender %s',
  (configured, senderName, senderAddress, sender) => {
    expect(senderOf({ mail: { ...server.app.config.mail, from: configured } }, { senderName, senderAddress })).toBe(
      sender,
    );
  },
);

test('e-mails about an act of the marketplace have its name', async () => {
  await updateSettings(operator, { name: 'Harbour Ads' });
  const order = await factory.createOrder({ status: 'DISPUTED' });
  await factory.takeStep(order, 'resolveDispute');

  const texts = () => service.delivered.filter(({ to }) => to === order.seller.email).map(({ text }) => text);
  for (const words of ['Harbour Ads has resolved the dispute', 'paused until Harbour Ads has decided'])
    await service.until(() => texts().some((text) => text.includes(words)));
});
