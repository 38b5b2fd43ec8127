import { createHash } from 'node:crypto';

/** Value of `webhook-id`, derived from the endpoint and the event, so that it is the same for all attempts. */
export const messageIdOf = (endpointId: string, ...about: readonly (string | number)[]): string =>
  `msg_${createHash('sha256')
    .update([endpointId, ...about].join(':'))
    .digest('base64url')
    .slice(0, 32)}`;
