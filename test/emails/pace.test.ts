/** A mail service that takes a number of e-mails per second: all arrive, and sign-in codes overtake. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type MailService, startMailService } from '../support/mail-service.ts';
import { change } from '../support/partner.ts';
import { useServer } from '../support/use-server.ts';

let service: MailService;
beforeAll(async () => {
  service = await startMailService();
});
afterAll(() => service.stop());

const { server, factory } = useServer({
  config: () => ({
    redisUrl: undefined,
    mail: {
      resendApiKey: 're_test',
      resendUrl: service.url,
      from: 'Placard <orders@mail.example>',
      // No e-mail may come to a retry of its job, which would take an hour.
      retrySeconds: 3_600,
      timeoutSeconds: 15,
    },
  }),
});

test('more e-mails than the service takes at a time arrive once each, at its pace, and a sign-in code is among the first', async () => {
  const owner = await factory.createPerson();
  service.limitTo(2);
  const invited = Array.from({ length: 32 }, (_, index) => `guest${index}@people.example`);
  const invitations = invited.map((email) => change(owner, 'inviteMember', { email, role: 'MEMBER' }));
  await service.until(() => service.delivered.length > 0);
  await change(owner, 'requestSignInCode', { email: 'urgent@people.example' });
  await Promise.all(invitations);
  await service.until(() => service.delivered.length === invited.length + 1);

  const receivers = service.delivered.map(({ to }) => to);
  expect(receivers.toSorted()).toEqual([...invited, 'urgent@people.example'].toSorted());
  expect(receivers.indexOf('urgent@people.example')).toBeLessThan(invited.length - 1);
  await expect
    .poll(() => server.app.db.email.count({ where: { status: { not: 'SENT' } } }), { timeout: 30_000 })
    .toBe(0);
  expect(service.refusedCount()).toBeLessThan(invited.length);
});
