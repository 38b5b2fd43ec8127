/**
 * The topics of the PubSub. A topic that belongs to one row carries its id; a prefix finds all topics of a kind, for the
 * reconcilers that compare them with the database.
 */

export const orderTopicPrefix = 'order:';
/** Moves with each entry of an order, and carries the presence of its parties. Its position is the number of the entry. */
export const orderTopic = (orderId: string): string => `${orderTopicPrefix}${orderId}`;

export const inboxTopicPrefix = 'inbox:';
/** Moves with each entry in an order of the account, and when the account reads one. */
export const inboxTopic = (accountId: string): string => `${inboxTopicPrefix}${accountId}`;

/** Moves with each entry of any order: the inbox of operators. */
export const everyOrderTopic = 'every-order';

/** Moves with each entry of any order. It wakes background tasks and is compared with nothing. */
export const orderActivityTopic = 'activity:orders';

/** Moves when an ad has used up what was bought. It wakes the background task that ends the ad. */
export const usedUpAdsTopic = 'activity:used-up-ads';
/** Moves when a placement shows another ad. */
export const unsettledPlacementsTopic = 'activity:unsettled-placements';

/** Moves when there is something to send to webhook endpoints. It wakes the background tasks that send it. */
export const webhooksTopic = 'activity:webhooks';

/** Moves when texts of a search must be written again. It wakes the background tasks that write them. */
export const missingTextsTopic = 'activity:missing-texts';

/** Moves when the settings of the marketplace change. */
export const marketplaceTopic = 'marketplace';

/** Moves when jobs of a kind were queued. It wakes their workers. */
export const jobsTopic = (kind: string): string => `jobs:${kind}`;

/** Moves with each step of an ad. */
export const adTopic = (adId: string): string => `ad:${adId}`;

/** Moves when a placement shows something else. */
export const placementTopic = (slug: string): string => `placement:${slug}`;

export const sessionTopicPrefix = 'session:';
/** Moves when a session ends or the rights of its account change. */
export const sessionTopic = (sessionId: string): string => `${sessionTopicPrefix}${sessionId}`;

export const setupLinkTopicPrefix = 'setup-link:';
/** Moves when a setup link ends. */
export const setupLinkTopic = (linkId: string): string => `${setupLinkTopicPrefix}${linkId}`;

export const applicationKeyTopicPrefix = 'application-key:';
/** Moves when an application key ends or the scopes of its application change. */
export const applicationKeyTopic = (keyId: string): string => `${applicationKeyTopicPrefix}${keyId}`;

export const accessTokenTopicPrefix = 'access-token:';
/** Moves when an access token ends. */
export const accessTokenTopic = (tokenId: string): string => `${accessTokenTopicPrefix}${tokenId}`;

/** Moves when the scopes of an application change or it is deleted. Access tokens of all its grants depend on it. */
export const applicationTopic = (applicationId: string): string => `application:${applicationId}`;

export const operationTopicPrefix = 'operation:';
/** Moves when all versions of a registered operation are retired. */
export const operationTopic = (applicationId: string, hash: string): string =>
  `${operationTopicPrefix}${applicationId}:${hash}`;

export const sandboxTopicPrefix = 'sandbox:';
/** Moves when a sandbox is deleted. */
export const sandboxTopic = (sandboxId: string): string => `${sandboxTopicPrefix}${sandboxId}`;
