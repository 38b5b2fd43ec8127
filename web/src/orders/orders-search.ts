/** The filters of the list of orders in the address of the page. */
import type { OrderStatus } from '../generated/graphql.ts';
import { orderStatuses } from '../steps/statuses.ts';

export interface OrdersSearch {
  readonly text?: string;
  readonly status?: OrderStatus;
  readonly role?: 'ADVERTISER' | 'SELLER';
  /** True for the orders that wait for the viewer. */
  readonly attention?: boolean;
}

/** Reads the parameters of an address. What is not valid is left out. */
export function readOrdersSearch({ text, status, role, attention }: Record<string, unknown>): OrdersSearch {
  const knownStatus = orderStatuses.find((one) => one === status);
  return {
    ...(typeof text === 'string' && text !== '' ? { text } : {}),
    ...(knownStatus ? { status: knownStatus } : {}),
    ...(role === 'ADVERTISER' || role === 'SELLER' ? { role } : {}),
    ...(attention === true ? { attention } : {}),
  };
}
