/** The names that follow from the key of a row and from its event: one rule for every surface. */

/** `requestPayment` → `REQUEST_PAYMENT`: an enum value of the API. */
export const enumName = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();

/** `paymentRequested` → `PaymentRequestedEntry`: the type of a timeline entry. */
export const entryTypeName = (event: string): string => `${event.charAt(0).toUpperCase()}${event.slice(1)}Entry`;

/** `paymentRequested` → `Payment requested`: the event in words. */
export function eventTitle(event: string): string {
  const words = event.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** `paymentRequested` → `order.payment_requested`, and `orderPlaced` → `order.placed`: the type of a webhook event. */
export const webhookEventName = (event: string): string =>
  `order.${enumName(event)
    .toLowerCase()
    .replace(/^order_/, '')}`;
