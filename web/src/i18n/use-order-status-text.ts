import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import type { OrderRole, OrderStatus } from '../generated/graphql.ts';
import { useApiText } from './use-text.ts';

interface OrderOfReader {
  readonly status: OrderStatus;
  readonly statusTitle: string;
  readonly viewerRole?: OrderRole | null | undefined;
}

/**
 * Returns a function that says the status of an order to the reader. The catalogues have a message under
 * `orderStatusOwn.ROLE.STATUS` where the title of the status would name the reader's own party.
 */
export function useOrderStatusText(): (order: OrderOfReader) => string {
  const intl = useIntl();
  const apiText = useApiText();
  return useCallback(
    ({ status, statusTitle, viewerRole }) => {
      const id = `orderStatusOwn.${viewerRole}.${status}`;
      return Object.hasOwn(intl.messages, id)
        ? intl.formatMessage({ id })
        : apiText(`orderStatus.${status}`, statusTitle);
    },
    [intl, apiText],
  );
}
