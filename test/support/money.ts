/** The money of an order as the API shows it. */
import { expect } from 'vitest';
import type { ApiClient, Data } from './client.ts';

const query = `query ($id: ID!) { order(id: $id) {
  cursor number status paymentStatus waitingOn amountPaid { minorUnits } amountRefunded { minorUnits } nextSteps { step title url }
  payment { instructions status amount { minorUnits currency } checkoutUrl payUrl checkoutExpiresAt }
  payments { id status method amount { minorUnits } dueAt failureMessage checkoutUrl
    receipts { number url amount { minorUnits } reference sellerName advertiserName }
    refunds { amount { minorUnits } status isManual reference failureMessage } }
  timeline(last: 50) { pageInfo { endCursor } edges { node { type actorRole number
    ... on CheckoutFailedEntry { failureMessage } ... on PaymentFailedEntry { failureMessage }
    ... on PaymentArrivedLateEntry { sum { minorUnits } reference } ... on PaymentRefundedEntry { sum { minorUnits } }
    ... on PaymentMismatchedEntry { sum { minorUnits currency } expected { minorUnits } mismatch }
    ... on RefundFailedEntry { sum { minorUnits } failureMessage } ... on PaymentExceptionResolvedEntry { decision decisionNote } } } } } }`;

/**
 * The order as this person sees its money. `types` are those of the entries that are about money beside the steps.
 * The order is read before its timeline (decision 23): an answer between whose reads an entry was added is read again.
 */
export async function moneyOf(person: ApiClient, order: { id: string }): Promise<Data> {
  const { order: read } = await person.ask(query, { id: order.id });
  if (read.cursor !== read.timeline.pageInfo.endCursor) return moneyOf(person, order);
  const entries: Data[] = read.timeline.edges.map(({ node }: Data) => node);
  return {
    ...read,
    ...{ paid: read.amountPaid.minorUnits, refunded: read.amountRefunded.minorUnits },
    entries,
    types: entries
      .map(({ type }) => type)
      .filter((type) =>
        /^(CHECKOUT_|REFUND_FAILED|PAYMENT_(INITIATED|FAILED|ARRIVED|MISMATCHED|REFUNDED|DISPUTED|EXCEPTION))/.test(
          type,
        ),
      ),
  };
}

/** Waits until the money of an order looks like this, and gives it back. */
export async function moneyBecomes(person: ApiClient, order: { id: string }, expected: Data): Promise<Data> {
  let seen: Data;
  await expect
    .poll(async () => {
      seen = await moneyOf(person, order);
      return seen;
    })
    .toMatchObject(expected);
  return seen;
}
