/** The upgrade of a database with people and e-mails to preferences and languages. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { emailDeliveryOf } from '../../src/notifications/kinds.ts';
import { quietHoursOf } from '../../src/notifications/quiet-hours.ts';
import { type UpgradedDatabase, upgradeDatabase } from '../support/upgrade.ts';

const personId = '00000000-0000-7000-8000-00000000000a';
let upgraded: UpgradedDatabase;
beforeAll(async () => {
  upgraded = await upgradeDatabase({
    before: '20261129001000_email_languages',
    rows: `
      insert into person (id, email, name, language, time_zone, created_at)
        values ('${personId}', 'ada@people.example', 'Ada', 'DE', 'Europe/Berlin', '2026-11-01');
      insert into sign_in_code (id, email, code_hash, tries_left, created_at, expires_at)
        values ('00000000-0000-7000-8000-00000000000b', 'ada@people.example', 'x', 5, '2026-11-28', '2026-11-29');
      insert into mail (id, template, cause, address, status, created_at)
        values ('00000000-0000-7000-8000-00000000000c', 'sign-in-code', '00000000-0000-7000-8000-00000000000b',
          'ada@people.example', 'QUEUED', '2026-11-28');`,
  });
});
afterAll(() => upgraded.drop());

test('A person of an earlier version is notified of everything immediately', async () => {
  const person = await upgraded.opened.db.person.findUniqueOrThrow({ where: { id: personId } });

  expect(emailDeliveryOf(person, 'ORDERS')).toBe('IMMEDIATELY');
  expect(quietHoursOf(person)).toBeUndefined();
  expect([person.language, person.timeZone]).toEqual(['DE', 'Europe/Berlin']);
});

test('An e-mail that an earlier version has queued keeps the text that it had: English, in UTC', async () => {
  const [mail] = await upgraded.opened.db.email.findMany();

  expect(mail).toMatchObject({
    language: 'EN',
    timeZone: 'UTC',
    personId: null,
    status: 'QUEUED',
    dueAt: null,
    digestId: null,
  });
});
