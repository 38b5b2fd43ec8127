/** The order of the page at which the client is opened: it is requested while the session is read. */
import type { Client } from 'urql';
import { operation } from '../api/operations.ts';
import { OrderPageDocument } from '../generated/graphql.ts';

let preloaded: string | undefined;

/** The number of an order in an address, as a variable; undefined if it is not one. */
export const orderNumber = (number: string): number | undefined =>
  /^\d{1,9}$/.test(number) ? Number(number) : undefined;

/** Requests an order by the number in the address. */
export async function preloadOrder(api: Client, text: string | undefined): Promise<void> {
  const number = orderNumber(text ?? '');
  if (number === undefined) return;
  preloaded = text;
  await api.query(operation(OrderPageDocument), { number }, { requestPolicy: 'network-only' }).toPromise();
}

/** True once for the order that was preloaded: it is as new as the page. */
export function takePreloaded(number: string): boolean {
  const isPreloaded = preloaded === number;
  preloaded = undefined;
  return isPreloaded;
}
