/** The texts of e-mails in all languages: complete, with the same placeholders, and rendered with sample facts. */
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, test } from 'vitest';
import { accountEmails } from '../../src/emails/account-emails.ts';
import { catalogues, messageIn, writerFor } from '../../src/emails/catalogues.ts';
import type { EmailText } from '../../src/emails/email.ts';
import { orderEmailTemplates } from '../../src/emails/order-emails.ts';
import { emailChangeCode } from '../../src/emails/templates/email-change-code.ts';
import { emailChanged } from '../../src/emails/templates/email-changed.ts';
import { invitation } from '../../src/emails/templates/invitation.ts';
import { signInCode } from '../../src/emails/templates/sign-in-code.ts';
import { webhookDisabled } from '../../src/emails/templates/webhook-disabled.ts';
import type { Language } from '../../src/generated/prisma/client.ts';
import { keysOf } from '../../src/platform/objects.ts';
import { adSteps } from '../../src/process/ad.ts';
import { asList } from '../../src/process/define.ts';
import { orderSteps } from '../../src/process/order.ts';
import { bareFacts, fullFacts, sampleTime } from '../support/email-facts.ts';

const languages = keysOf(catalogues);

/** Every message of a catalogue with its placeholders, by "section.key". */
function placeholdersOf(language: Language): Record<string, readonly string[]> {
  const { language: about, ...sections } = catalogues[language];
  return Object.fromEntries(
    Object.entries(sections).flatMap(([section, messages]) =>
      Object.entries(messages).map(([key, text]) => {
        const ast = new IntlMessageFormat(text, about.tag, undefined, { ignoreTag: true }).getAst();
        return [`${section}.${key}`, [...new Set(namesIn(ast))].sort()];
      }),
    ),
  );
}

/** The names of the placeholders in the parsed parts of a message, those within alternatives included. */
const namesIn = (parts: readonly object[]): string[] =>
  parts.flatMap((part) => {
    const { type, value, options } = part as {
      type: number;
      value?: unknown;
      options?: Record<string, { value: object[] }>;
    };
    const name = type !== 0 && typeof value === 'string' ? [value] : [];
    return [...name, ...Object.values(options ?? {}).flatMap((option) => namesIn(option.value))];
  });

/** The words that a message chooses between, such as `PENDING` and `other`, by "section.key". */
function choicesOf(language: Language): Record<string, readonly string[]> {
  const { language: _, ...sections } = catalogues[language];
  return Object.fromEntries(
    Object.entries(sections).flatMap(([section, messages]) =>
      Object.entries(messages).map(([key, text]) => [
        `${section}.${key}`,
        [...String(text).matchAll(/\b([A-Z_]{2,}) \{/g)].map(([, word = '']) => word).sort(),
      ]),
    ),
  );
}

describe('The catalogue of each language', () => {
  test.each(languages)('%s has the messages of English with the same placeholders and choices', (language) => {
    expect(placeholdersOf(language)).toEqual(placeholdersOf('EN'));
    expect(choicesOf(language)).toEqual(choicesOf('EN'));
  });

  test.each(languages)('%s has a section for every e-mail that the process tables name', (language) => {
    const named = [...orderSteps, ...adSteps].flatMap(([, row]) => {
      const { mails = {}, reminder } = row as { mails?: object; reminder?: { mails: object } };
      const rules = Object.values(mails).flatMap((rule) => asList(rule as string | { mail: string }));
      return [
        ...rules.map((rule) => (typeof rule === 'string' ? rule : rule.mail)),
        ...Object.values(reminder?.mails ?? {}),
      ];
    });

    expect(named.filter((name) => !Object.hasOwn(catalogues[language], name))).toEqual([]);
    expect(named.length).toBeGreaterThan(30);
    expect(keysOf(orderEmailTemplates).filter((name) => !Object.hasOwn(catalogues[language], name))).toEqual([]);
    expect(keysOf(accountEmails).filter((name) => !Object.hasOwn(catalogues[language], name))).toEqual([]);
  });

  test.each(languages)('%s names its tag and its direction', (language) => {
    const { tag, direction } = catalogues[language].language;

    expect(Intl.getCanonicalLocales(tag)).toEqual([tag]);
    expect(['ltr', 'rtl']).toContain(direction);
  });
});

/** The e-mails that are not about an order, by name, with sample facts. */
const accountSamples = (language: Language): Record<keyof typeof accountEmails, EmailText[]> => {
  const locale = { language, timeZone: 'Europe/Berlin' };
  const account = 'Alma Tea';
  return {
    'sign-in-code': [signInCode({ code: '12345678', minutes: 10 }, writerFor('sign-in-code', locale))],
    'email-change-code': [undefined, account].map((account) =>
      emailChangeCode({ code: '12345678', minutes: 1, account }, writerFor('email-change-code', locale)),
    ),
    'email-changed': [undefined, account].map((account) =>
      emailChanged({ oldAddress: 'a@people.example', account }, writerFor('email-changed', locale)),
    ),
    invitation: [
      invitation(
        { account, inviter: 'Ada', address: 'b@people.example', expiresAt: sampleTime, url: 'https://placard.example' },
        writerFor('invitation', locale),
      ),
    ],
    'webhook-disabled': ['FAILING', 'GONE', 'OPERATION_RETIRED', null].map((reason) =>
      webhookDisabled(
        { account, application: 'Sync', url: 'https://hook.example', reason },
        writerFor('webhook-disabled', locale),
      ),
    ),
  };
};

const expectComplete = ({ subject, paragraphs, link, reason = 'a reason' }: EmailText): void => {
  for (const text of [subject, ...paragraphs, link?.label ?? 'a label', reason]) {
    expect(text.trim()).not.toBe('');
    expect(text).not.toMatch(/undefined|null|NaN|\[object/);
  }
};

describe.each(languages)('In %s', (language) => {
  test.each(keysOf(orderEmailTemplates))('%s is rendered with all facts and with the fewest', (name) => {
    const locale = { language, timeZone: 'Europe/Berlin' };

    for (const facts of [fullFacts, bareFacts]) {
      const text = orderEmailTemplates[name](facts, locale);
      expect(text).toBeDefined();
      if (text) expectComplete(text);
    }
  });

  test('every e-mail that is not about an order is rendered', () => {
    for (const texts of Object.values(accountSamples(language))) texts.forEach(expectComplete);
  });
});

describe('An e-mail', () => {
  test('has dates in the time zone of its reader, and sums and dates in the form of the language', () => {
    const late = { ...fullFacts, input: { ...fullFacts.input, dueAt: new Date('2026-12-01T23:30:00.000Z') } };
    const render = (language: Language, timeZone: string) =>
      orderEmailTemplates['payment-requested'](late, { language, timeZone })?.paragraphs ?? [];

    expect(render('EN', 'UTC')).toEqual([
      'Harbour Weekly asks you to pay EUR 1,200.00 for order #1234 by December 1, 2026 at 11:30 PM UTC.',
      'Use the link to pay. It works until the payment is received or the request is withdrawn.',
    ]);
    expect(render('DE', 'Europe/Berlin')).toEqual([
      'Harbour Weekly bittet Sie, 1.200,00 EUR für Auftrag #1234 bis zum 2. Dezember 2026 um 00:30 MEZ zu bezahlen.',
      'Bezahlen Sie über den Link. Er gilt, bis die Zahlung eingegangen ist oder die Aufforderung zurückgezogen wird.',
    ]);
  });

  test('quotes what people wrote as it is, also braces, tags and apostrophes', () => {
    const text = "{number, plural, other {#}} '{x}' <b>bold</b> it's";

    expect(messageIn('EN', 'shared', 'quote', { text })).toBe(`“${text}”`);
    expect(messageIn('DE', 'shared', 'quote', { text })).toBe(`„${text}“`);
  });

  test('cannot be rendered without a value that a message needs', () => {
    expect(() => messageIn('EN', 'shared', 'quote')).toThrow(/text/);
  });
});
