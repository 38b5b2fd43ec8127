import { STAYS, type Step } from './define.ts';
import { date, type Fields, money, newId, optional, text } from './fields.ts';
import { periods } from './periods.ts';

/** When the clock of renewals acts; which of its steps it takes is decided by what they need. */
const whenDue = (when: string) => ({ by: ['system'], clock: 'renewal', takenBy: `the clock, ${when}` }) as const;
const everyDays = `${periods.renewalReminder} days`;

// biome-ignore format: a row is read from left to right: from, to, by
/**
 * The rows of the table for spaces that are paid every month. They belong to no status and leave it as it is: `from`
 * names every one of them.
 */
export const renewalSteps = <const S extends string>(from: readonly S[]) => ({
  requestRenewalPayment: {
    title: 'The payment of the next month is asked for',
    from, to: STAYS, ...whenDue(`${periods.renewalNotice} days before the month is over`),
    input: {
      sum: money('The price of the monthly items, as it was fixed when the order was placed.'),
      dueAt: optional(date('When it should be paid by: the end of the month that was paid for.')),
    },
    guards: ['renewalIsActive', 'renewalIsNotAsked'],
    effects: ['openRenewalPayment'],
    mails: {
      advertiser: 'renewal-payment-due',
      seller: { mail: 'renewal-payment-expected', when: 'moneyMovesOutside' },
    },
  },
  renewOrder: {
    title: 'Confirm the payment of the next month',
    from, to: STAYS, by: ['seller', 'operator', 'system'],
    input: {
      amount: optional(money('The sum that arrived; the sum asked for if left out.')),
      reference: text('What tells this payment from others, e.g. the number on the bank statement.', 200),
    },
    logs: { successorId: newId('Order', 'The new order, for the next month.') },
    guards: ['renewalIsAsked'],
    effects: ['setUpSuccessor'],
    recommendedWhile: 'renewalIsToConfirm',
    mails: { advertiser: 'order-renewed', seller: 'order-renewed' },
  },
  stopRenewal: {
    title: 'Let it end with this month',
    from, to: STAYS, by: ['advertiser', 'seller', 'operator'],
    input: { note: optional(text('Why, for the other party to read.')) },
    guards: ['renewalGoesOn'],
    effects: ['stopAtPeriodEnd'],
    mails: { others: 'renewal-stopped' },
  },
  missRenewalPayment: {
    title: 'The payment of the next month is overdue',
    from, to: STAYS, ...whenDue('when the month is over and the next one is not paid, or earlier if the payment provider could not collect it'),
    guards: ['renewalIsActive', 'renewalIsAsked'],
    effects: ['noteRenewalOverdue'],
    mails: { advertiser: 'renewal-past-due', seller: 'renewal-past-due' },
  },
  remindOfRenewalPayment: {
    title: 'The advertiser is reminded of the payment of the next month',
    from, to: STAYS, ...whenDue(`every ${everyDays} while it is overdue, ${periods.renewalReminders} times`),
    guards: ['renewalIsOverdue', 'renewalRemindersAreLeft'],
    effects: ['countRenewalReminder'],
    mails: { advertiser: 'renewal-payment-reminder' },
  },
  endRenewal: {
    title: 'The order is not renewed any longer',
    from, to: STAYS, ...whenDue(`at the end of the month if it was stopped, or ${everyDays} after the last reminder`),
    guards: ['renewalIsOver'],
    effects: ['closeRenewal'],
    mails: { advertiser: 'renewal-ended', seller: 'renewal-ended' },
  },
}) as const satisfies Record<string, Omit<Step<S>, 'logs'> & { readonly logs?: Fields }>;
