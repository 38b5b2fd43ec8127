/** The reader of an e-mail: language and time zone, and the right to read it when it is sent. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { apiClient } from '../support/client.ts';
import { type TestPerson, takeStepAs } from '../support/factory.ts';
import { type MailService, startMailService } from '../support/mail-service.ts';
import { useServer } from '../support/use-server.ts';

let service: MailService;
beforeAll(async () => {
  service = await startMailService();
});
afterAll(() => service.stop());

const { server, factory } = useServer({
  config: () => ({
    mail: {
      resendApiKey: 're_test',
      resendUrl: service.url,
      from: 'Placard <orders@mail.example>',
      retrySeconds: 1,
      timeoutSeconds: 5,
    },
  }),
});

const german = async (person: TestPerson): Promise<TestPerson> => {
  await person.ask('mutation { updatePerson(input: { language: DE, timeZone: "Europe/Berlin" }) { __typename } }');
  return person;
};

const mailsTo = (address: string) => service.delivered.filter(({ to }) => to === address);
const settled = (number: number) =>
  expect.poll(() => server.app.db.email.count({ where: { status: 'QUEUED', order: { number } } })).toBe(0);

describe('An e-mail about an order', () => {
  test('is in the language and the time zone of its reader, which differ within an account', async () => {
    const seller = await german(await factory.createPerson());
    const colleague = await factory.createMember(seller, 'MEMBER');

    const order = await factory.createOrder({ seller });
    await settled(order.number);

    const [toSeller] = mailsTo(seller.email);
    const [toColleague] = mailsTo(colleague.email);
    expect(toSeller?.subject).toBe(`Neuer Auftrag #${order.number} von ${order.advertiser.name}`);
    expect(toSeller?.text).toContain('Summe: 100,00 EUR');
    expect(toSeller?.html).toContain('<html lang="de" dir="ltr">');
    expect(toColleague?.subject).toBe(`New order #${order.number} from ${order.advertiser.name}`);
    expect(toColleague?.html).toContain('<html lang="en" dir="ltr">');
  });

  test('keeps the language in which it was queued when it is tried again', async () => {
    const advertiser = await german(await factory.createPerson());
    const order = await factory.createOrder({ advertiser });
    await settled(order.number);
    service.misbehave(advertiser.email, 'acceptThenCut');

    await factory.takeStep(order, 'requestFeedback');
    await service.until(() => mailsTo(advertiser.email).length === 3);
    await advertiser.ask('mutation { updatePerson(input: { language: EN }) { __typename } }');
    await settled(order.number);

    expect(mailsTo(advertiser.email)).toHaveLength(3);
    const { status, error } = await server.app.db.email.findFirstOrThrow({
      where: { template: 'feedback-requested', address: advertiser.email },
    });
    expect([status, error]).toEqual(['SENT', null]);
  });

  test('is not sent to a member who has left the account since it was queued, and the timeline does not say so', async () => {
    const seller = await factory.createPerson();
    const colleague = await factory.createMember(seller, 'MEMBER');
    service.misbehave(colleague.email, 'broken', 'broken');
    const order = await factory.createOrder({ seller });
    await service.until(() => service.requests.includes(colleague.email));

    await server.app.db.membership.deleteMany({ where: { personId: colleague.personId } });
    await settled(order.number);

    expect(mailsTo(colleague.email)).toEqual([]);
    expect(mailsTo(seller.email)).toHaveLength(1);
    expect(await server.app.db.email.findFirst({ where: { address: colleague.email } })).toMatchObject({
      status: 'DROPPED',
    });
    expect(
      await server.app.db.logEntry.count({ where: { type: 'emailFailed', order: { number: order.number } } }),
    ).toBe(0);
  });

  test('is sent once to a person who is a member of both parties', async () => {
    const order = await factory.createOrder({ status: 'PAYMENT_REQUIRED' });
    const { advertiser, seller } = order;
    await server.app.db.membership.create({
      data: {
        personId: advertiser.personId,
        accountId: seller.accountId,
        role: 'MEMBER',
        createdAt: server.clock.now(),
      },
    });
    await settled(order.number);
    const before = mailsTo(advertiser.email).length;

    await takeStepAs(order.operator, order, 'confirmPayment');
    await settled(order.number);

    const subjects = mailsTo(advertiser.email)
      .slice(before)
      .map(({ subject }) => subject);
    expect(subjects).toEqual([`Payment received for order #${order.number}`]);
  });

  test('brings no link to set up ads to a member who may only read', async () => {
    const advertiser = await factory.createPerson();
    const viewer = await factory.createMember(advertiser, 'VIEWER');

    const order = await factory.createOrder({ advertiser });
    await settled(order.number);
    const { order: read } = await advertiser.ask('query ($id: ID!) { order(id: $id) { ads { id } } }', {
      id: order.id,
    });
    const [{ id: adId }] = read.ads;
    await advertiser.ask('mutation ($id: ID!) { saveAdDraft(input: { adId: $id, html: "Tea" }) { __typename } }', {
      id: adId,
    });
    await advertiser.ask('mutation ($id: ID!) { submitAd(input: { adId: $id }) { __typename } }', { id: adId });
    await order.seller.ask('mutation ($id: ID!) { rejectAd(input: { adId: $id }) { __typename } }', { id: adId });
    await settled(order.number);

    const setupLink = `${server.app.config.setupUrl}/`;
    expect(mailsTo(advertiser.email).filter(({ text }) => text.includes(setupLink))).toHaveLength(2);
    expect(
      mailsTo(viewer.email)
        .map(({ subject }) => subject)
        .sort(),
    ).toEqual([
      `Your ad was rejected (order #${order.number})`,
      `Your order #${order.number} with ${order.seller.name}`,
    ]);
    expect(mailsTo(viewer.email).filter(({ text }) => text.includes(setupLink))).toEqual([]);
  });
});

const request = `mutation ($email: String!, $language: Language) {
  requestSignInCode(input: { email: $email, language: $language }) { __typename } }`;
const signIn = `mutation ($email: String!, $code: String!) { signIn(input: { email: $email, code: $code }) {
  ... on SignedIn { isNewPerson token } } }`;

describe('The e-mail with a sign-in code', () => {
  test('is in the requested language for an unknown address, and the new person has that language', async () => {
    const anyone = apiClient(server.url);
    const email = 'neu@people.example';

    await anyone.ask(request, { email, language: 'DE' });
    const { subject } = await service.mailTo(email);

    expect(subject).toMatch(/^\d{8} ist Ihr Anmeldecode$/);
    const { signIn: answer } = await anyone.ask(signIn, { email, code: subject.slice(0, 8) });
    expect(answer.isNewPerson).toBe(true);
    const { me } = await apiClient(server.url, answer.token).ask('query { me { language } }');
    expect(me).toEqual({ language: 'DE' });
  });

  test('is in the language of a known person, whatever the request asks for', async () => {
    const { email } = await german(await factory.createPerson());

    await apiClient(server.url).ask(request, { email, language: 'EN' });

    expect((await service.mailTo(email)).subject).toMatch(/ist Ihr Anmeldecode$/);
  });

  test('is in English if nothing says otherwise', async () => {
    await apiClient(server.url).ask(request, { email: 'plain@people.example' });

    expect((await service.mailTo('plain@people.example')).subject).toMatch(/is your sign-in code$/);
  });

  test('cannot be requested in a language that does not exist', async () => {
    const { errors } = await apiClient(server.url).send(request, { email: 'x@people.example', language: 'XX' });

    expect(errors?.[0]?.message).toContain('Language');
  });
});

const invite = `mutation ($email: String!) { inviteMember(input: { email: $email, role: MEMBER }) { __typename } }`;

describe('An invitation', () => {
  test('is in the language of its inviter for an unknown address, and in that of the person for a known one', async () => {
    const owner = await german(await factory.createPerson());
    const guest = await factory.createPerson();

    await owner.ask(invite, { email: 'fremd@people.example' });
    await owner.ask(invite, { email: guest.email });

    expect((await service.mailTo('fremd@people.example')).subject).toBe(`${owner.name} lädt Sie zu ${owner.name} ein`);
    expect((await service.mailTo(guest.email)).subject).toBe(`${owner.name} invites you to ${owner.name}`);
  });
});

test('The code for a new address, and the report to the old one, are in the language of the person', async () => {
  const person = await german(await factory.createPerson());
  const newEmail = `new-${person.email}`;

  await person.ask(
    `mutation ($newEmail: String!) { requestEmailChange(input: { newEmail: $newEmail }) { __typename } }`,
    { newEmail },
  );
  const { subject } = await service.mailTo(newEmail);
  await person.ask(`mutation ($code: String!) { confirmEmailChange(input: { code: $code }) { __typename } }`, {
    code: subject.slice(0, 8),
  });

  expect(subject).toMatch(/bestätigt diese Adresse$/);
  expect((await service.mailTo(person.email)).subject).toBe('Ihre Adresse wurde geändert');
});
