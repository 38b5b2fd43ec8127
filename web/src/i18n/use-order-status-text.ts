import { useCallback } from 'react';
import type { OrderRole, OrderStatus } from '../generated/graphql.ts';
import { useApiText, useText } from './use-text.ts';

interface OrderOfReader {
  readonly status: OrderStatus;
  readonly statusTitle: string;
  readonly viewerRole?: OrderRole | null | undefined;
}

/** The statuses whose title names a party, with the text for that party. */
const ownTexts = {
  'SELLER.PENDING': 'orderStatusOwn.PENDING',
  'SELLER.FEEDBACK_REQUIRED': 'orderStatusOwn.FEEDBACK_REQUIRED',
  'ADVERTISER.FEEDBACK_PROVIDED': 'orderStatusOwn.FEEDBACK_PROVIDED',
  'SELLER.PROCESSING': 'orderStatusOwn.PROCESSING',
} as const;

const isOwn = (key: string): key is keyof typeof ownTexts => Object.hasOwn(ownTexts, key);

/** Returns a function that says the status of an order to the reader: "you" for the reader's own party. */
export function useOrderStatusText(): (order: OrderOfReader) => string {
  const text = useText();
  const apiText = useApiText();
  return useCallback(
    ({ status, statusTitle, viewerRole }) => {
      const key = `${viewerRole}.${status}`;
      return isOwn(key) ? text(ownTexts[key]) : apiText(`orderStatus.${status}`, statusTitle);
    },
    [text, apiText],
  );
}
