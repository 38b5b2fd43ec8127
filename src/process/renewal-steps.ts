import { STAYS, type Step } from './define.ts';
import { date, type Fields, money, newId, optional, text } from './fields.ts';
import { periods } from './periods.ts';

/** A step of the renewal task. When the task is due, it takes the first of its steps whose guards hold. */
const whenDue = (when: string) => ({ by: ['system'], clock: 'renewal', takenBy: `the renewal task, ${when}` }) as const;
const everyDays = `${periods.renewalReminder} days`;

// biome-ignore format: a row is read from left to right: from, to, by
/**
 * The rows of the table for monthly spaces. They can be taken in every status and do not change it: `from`
 * lists all statuses.
 */
export const renewalSteps = <const S extends string>(from: readonly S[]) => ({
  requestRenewalPayment: {
    title: 'Request the payment of the next month', event: 'renewalPaymentRequested',
    from, to: STAYS, ...whenDue(`${periods.renewalNotice} days before the month ends`),
    input: {
      sum: money('Price of the monthly items, as fixed when the order was placed.'),
      dueAt: optional(date('Due date of the payment: the end of the paid month.')),
    },
    guards: ['renewalIsActive', 'renewalIsNotAsked'],
    effects: ['openRenewalPayment'],
    mails: {
      advertiser: { mail: 'renewal-payment-due', when: 'paymentIsNotByLink' },
      seller: { mail: 'renewal-payment-expected', when: 'paymentIsNotByLink' },
    },
  },
  renewOrder: {
    title: 'Confirm the payment of the next month', event: 'orderRenewed',
    from, to: STAYS, by: ['seller', 'operator', 'system'],
    input: {
      amount: optional(money('The amount that was received; defaults to the requested amount.')),
      reference: text('Identifies the payment, for example the number on the bank statement.', 200),
    },
    logs: { successorId: newId('Order', 'The new order for the next month.') },
    guards: ['renewalIsAsked'],
    effects: ['setUpSuccessor'],
    recommendedWhile: 'renewalIsToConfirm',
    mails: { advertiser: 'order-renewed', seller: 'order-renewed' },
  },
  stopRenewal: {
    title: 'Stop the renewal', event: 'renewalStopped',
    from, to: STAYS, by: ['advertiser', 'seller', 'operator'],
    input: { note: optional(text('A note that the other party can read.')) },
    guards: ['renewalCanBeStopped'],
    effects: ['stopAtPeriodEnd'],
    mails: { others: 'renewal-stopped' },
  },
  missRenewalPayment: {
    title: 'Mark the payment of the next month as overdue', event: 'renewalPaymentMissed',
    from, to: STAYS, ...whenDue('when the month has ended and the next one is not paid, or earlier if the payment provider could not collect it'),
    guards: ['renewalIsActive', 'renewalIsAsked'],
    effects: ['noteRenewalOverdue'],
    mails: { advertiser: 'renewal-past-due', seller: 'renewal-past-due' },
  },
  remindOfRenewalPayment: {
    title: 'Remind the advertiser of the payment of the next month', event: 'renewalPaymentReminderSent',
    from, to: STAYS, ...whenDue(`every ${everyDays} while the payment is overdue, ${periods.renewalReminders} times`),
    guards: ['renewalIsOverdue', 'renewalRemindersAreLeft'],
    effects: ['countRenewalReminder'],
    mails: { advertiser: { mail: 'renewal-payment-reminder', when: 'paymentIsNotByLink' } },
  },
  endRenewal: {
    title: 'End the renewal', event: 'renewalEnded',
    from, to: STAYS, ...whenDue(`at the end of the month if it was stopped, or ${everyDays} after the last reminder`),
    guards: ['renewalCanEnd'],
    effects: ['closeRenewal'],
    mails: { advertiser: 'renewal-ended', seller: 'renewal-ended' },
  },
}) as const satisfies Record<string, Omit<Step<S>, 'logs'> & { readonly logs?: Fields }>;
