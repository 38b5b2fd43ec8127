/** The parts of Stripe events that are used here. Their shape depends on the API version of the endpoint that receives them. */
import * as v from 'valibot';

const id = v.pipe(v.string(), v.maxLength(255));
const reference = v.nullish(v.union([id, v.object({ id })]));
const metadata = v.nullish(v.record(v.string(), v.string()));
const sum = {
  amount: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  currency: v.pipe(v.string(), v.regex(/^[a-z]{3}$/i)),
};

const page = v.object({ id });
const completedPage = v.object({
  ...{ id, payment_intent: reference, client_reference_id: v.nullish(v.string()), metadata },
  payment_status: v.string(),
});
const paidPage = v.object({
  ...completedPage.entries,
  ...{ payment_status: v.literal('paid'), amount_total: sum.amount, currency: sum.currency },
});
const unpaidPage = v.object({
  ...completedPage.entries,
  payment_status: v.picklist(['unpaid', 'no_payment_required']),
});
const refund = v.object({ ...sum, id, payment_intent: reference, metadata, status: v.nullish(v.string()) });
const invoice = v.object({ id, metadata });

/** The shape of the object of each event that is handled. */
const shapes: Readonly<Record<string, v.GenericSchema>> = {
  'checkout.session.completed': v.union([paidPage, unpaidPage]),
  'checkout.session.async_payment_succeeded': v.union([paidPage, unpaidPage]),
  'checkout.session.async_payment_failed': page,
  'checkout.session.expired': page,
  'refund.created': refund,
  'refund.updated': refund,
  'refund.failed': refund,
  'charge.refund.updated': refund,
  'charge.refunded': v.object({ payment_intent: reference }),
  'charge.dispute.created': v.object({ ...sum, payment_intent: reference, reason: v.string() }),
  'invoice.paid': invoice,
  'invoice.payment_failed': invoice,
};

const envelope = v.looseObject({
  id: v.pipe(v.string(), v.regex(/^evt_[\w-]{1,250}$/)),
  type: v.pipe(v.string(), v.regex(/^[\w.]{1,100}$/)),
  data: v.looseObject({ object: v.record(v.string(), v.unknown()) }),
});

export interface ReceivedEvent {
  readonly id: string;
  readonly type: string;
  /** The event as it is stored. */
  readonly payload: object;
  /** True if the event has the fields with which it is handled. */
  readonly isComplete: boolean;
}

/** The event in a signed body; undefined if it is none. */
export function parseEvent(signed: unknown): ReceivedEvent | undefined {
  const { success, output } = v.safeParse(envelope, toStorable(signed));
  if (!success) return undefined;
  const shape = shapes[output.type];
  const isComplete = !shape || v.is(shape, output.data.object);
  return { id: output.id, type: output.type, payload: output, isComplete };
}

/** The JSON without the characters that the database cannot store: NUL and unpaired surrogates are replaced. */
function toStorable(json: unknown): unknown {
  // JSON.stringify escapes both, and only them, in this way. An escaped backslash is matched first, to be left as it is.
  const text = JSON.stringify(json ?? null).replace(/\\\\|\\u(?:0000|d[89a-f][0-9a-f]{2})/g, (found) =>
    found === '\\\\' ? found : '\ufffd',
  );
  return JSON.parse(text);
}

/** The API version of an event, to be shown in the log. */
export function apiVersionOf(signed: unknown): string {
  const { output, success } = v.safeParse(
    v.object({ api_version: v.pipe(v.string(), v.regex(/^[\w.-]{1,40}$/)) }),
    signed,
  );
  return success ? output.api_version : 'unknown';
}
