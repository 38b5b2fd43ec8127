/** Sample facts of e-mails, with every fact present or none of the optional ones. */
import type { OrderEmailData } from '../../src/emails/email.ts';
import { entryTypes } from '../../src/process/entries.ts';
import type { Field } from '../../src/process/fields.ts';

export const sampleTime = new Date('2026-12-01T15:00:00.000Z');

/** A value for every field that any entry logs, so that one input fits all e-mails. */
const sampleInput: Readonly<Record<string, unknown>> = Object.fromEntries(
  entryTypes.flatMap(({ input }) => Object.entries(input).map(([name, field]) => [name, sampleOf(name, field)])),
);

function sampleOf(name: string, field: Field): unknown {
  switch (field.kind) {
    case 'date':
      return sampleTime;
    case 'money':
      return { minorUnits: 120_000n, currency: 'EUR' };
    case 'number':
      return 2;
    case 'choice':
      return field.values?.[0];
    case 'files':
      return [`https://files.example/${name}`];
    default:
      return `A ${name} with {braces}, <b>tags</b> and it's`;
  }
}

/** The facts of an order, its payment, its setup link, its receipt, its renewal and its unread messages. */
export const fullFacts: OrderEmailData = {
  number: 1_234,
  url: 'https://placard.example/orders/1234',
  reader: { name: 'Alma {Tea}' },
  other: { name: 'Harbour Weekly' },
  marketplace: { name: 'Placard' },
  brief: 'An ad for tea.',
  items: [{ title: 'Front page', price: { minorUnits: 120_000n, currency: 'EUR' } }],
  value: { minorUnits: 120_000n, currency: 'EUR' },
  paymentInstructions: 'IBAN DE02 1203 0000 0000 2020 51',
  transferReference: 'Order #7',
  payment: {
    isByLink: true,
    sum: { minorUnits: 120_000n, currency: 'EUR' },
    hasCome: true,
    url: 'https://pay.example/1',
  },
  receipt: { number: '2026-1', url: 'https://placard.example/receipts/1' },
  creditNotes: [{ number: 'CN-2026-1', url: 'https://placard.example/credit-notes/1' }],
  offer: {
    items: [{ title: 'Back page', price: { minorUnits: 90_000n, currency: 'EUR' } }],
    total: { minorUnits: 90_000n, currency: 'EUR' },
    previousTotal: { minorUnits: 120_000n, currency: 'EUR' },
    expiresAt: sampleTime,
  },
  renewal: { periodEndsAt: sampleTime, successor: 1_235 },
  ads: [
    { name: 'Order #1234', itemTitle: 'Front page: one week', size: { width: 970, height: 250 } },
    { name: 'Order #1234 / 2', itemTitle: 'Back page: one week', size: undefined },
  ],
  setup: { url: 'https://placard.example/setup/1', expiresAt: sampleTime },
  unread: {
    messages: [
      { author: 'Harbour Weekly', text: 'When?', fileCount: 2 },
      { author: 'Placard', text: '', fileCount: 1 },
    ],
    count: 3,
  },
  input: sampleInput,
};

/** The facts of an order without anything that an order may lack; paid outside the marketplace. */
export const bareFacts: OrderEmailData = {
  ...fullFacts,
  paymentInstructions: undefined,
  payment: { isByLink: false, sum: fullFacts.value, hasCome: true, url: undefined },
  receipt: undefined,
  creditNotes: [],
  offer: undefined,
  ads: [],
  renewal: { periodEndsAt: undefined, successor: undefined },
  unread: { messages: [{ author: 'Harbour Weekly', text: 'When?', fileCount: 0 }], count: 1 },
  input: Object.fromEntries(Object.entries(sampleInput).filter(([, value]) => typeof value === 'number')),
};
