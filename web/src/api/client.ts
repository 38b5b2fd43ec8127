/** The client of the GraphQL API: a normalised cache, and operations by their ids. */

import { cacheExchange, type KeyingConfig } from '@urql/exchange-graphcache';
import { Client, type CombinedError, fetchExchange, mapExchange, subscriptionExchange } from 'urql';
import { basePath } from './base-path.ts';
import type { LiveClient } from './live-client.ts';
import { persistedQuery } from './operations.ts';
import possibleTypes from './possible-types.json';
import { requestHeaders } from './request-headers.ts';

/** The types that are embedded in their owner although they are objects; all others with an `id` are entities. */
const embedded: KeyingConfig = Object.fromEntries(
  [
    'Money',
    'OrderAction',
    'AdAction',
    'NextStep',
    'StepField',
    'StepFieldOption',
    'OrderItem',
    'OfferItem',
    'AccountMembership',
    'ReadMarker',
    'AttentionCounts',
    'SellerProfile',
    'SellerMetrics',
    'SpaceFacets',
    'SpaceFormat',
    'CreativeRules',
    'TextCount',
    'SpaceKindCount',
    'BooleanCount',
    'OrderRenewal',
    'OrderAmounts',
    'OrderMetrics',
    'Receipt',
    'ReceiptParty',
    'ReceiptItem',
    'CreditNote',
    'AccountStatement',
    'StatementTotals',
    'StatementLine',
    'Refund',
    'ResponseTime',
    'InputProblem',
    'SpaceAvailability',
    'DeliveryGoal',
    'AdDailyResults',
    'AccountMonthlyResults',
    'MonthlyIncome',
    'SetupLink',
    'PublishPreview',
    'PlacementAssignment',
    'Inbox',
    'NotificationPreferences',
    'NotificationChoice',
    'QuietHours',
    'PersonalDataPage',
    'GrantedApplication',
    'OperatorQueueItem',
    'Terms',
    'OAuthClient',
    'ApplicationKey',
    'ApplicationQuota',
    'OperationManifest',
    'RegisteredDocument',
    'WebhookAttempt',
    'PlacementAd',
    'StepPreview',
    'Process',
    'ProcessState',
    'ProcessStep',
    'ProcessDeadline',
    'PreviewedOrder',
    'PreviewedEmail',
    'PreviewedMoneyChange',
    'PreviewedDeadlineChange',
    'PreviewedAdChange',
  ].map((type) => [type, () => null]),
);

interface ApiClientOptions {
  /** The connection for subscriptions. */
  readonly live: LiveClient;
  /** Called when the server no longer accepts the session. */
  readonly onSessionEnded: () => void;
}

/** Makes a client. Its cache also takes what subscriptions bring. */
export function createApiClient({ live, onSessionEnded }: ApiClientOptions): Client {
  return new Client({
    url: `${basePath}/graphql`,
    preferGetMethod: false,
    requestPolicy: 'cache-and-network',
    fetchOptions: () => ({ headers: requestHeaders(), credentials: 'same-origin' }),
    exchanges: [
      cacheExchange({ keys: embedded, possibleTypes }),
      mapExchange({
        onOperation: (operation) => ({
          ...operation,
          extensions: { ...operation.extensions, ...persistedQuery(operation.query) },
        }),
        onError: (error) => {
          if (isSessionEnded(error)) onSessionEnded();
        },
      }),
      fetchExchange,
      subscriptionExchange({
        forwardSubscription: (request) => ({
          subscribe: (sink) => ({ unsubscribe: live.follow(request, sink as Parameters<LiveClient['follow']>[1]) }),
        }),
      }),
    ],
  });
}

/** True if the request was refused because the session has ended. */
const isSessionEnded = ({ graphQLErrors }: CombinedError): boolean =>
  graphQLErrors.some(({ extensions }) => extensions['code'] === 'SESSION_ENDED');
