/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** The invitation that is accepted: its token, or its id. */
export type AcceptInvitationInput = {
  /** A key that the client chooses, of at most 100 characters. The same request with the same key is done once and has the same result. */
  idempotencyKey?: string | null | undefined;
  /** The id of an invitation in `Person.invitations`. */
  invitationId?: string | null | undefined;
  /** The token at the end of the link in the e-mail. */
  token?: string | null | undefined;
};

/** Input of the mutation `acceptTerms`. */
export type AcceptTermsInput = {
  /** A key that the client chooses, of at most 100 characters. The same request with the same key is done once and has the same result. */
  idempotencyKey?: string | null | undefined;
  /** Version of the terms that the person has read and accepts. */
  version: number;
};

/** The role in which somebody acted in an order. */
export type ActorRole =
  /** The party that placed the order. */
  | 'ADVERTISER'
  /** The operator of the marketplace, who mediates. */
  | 'OPERATOR'
  /** The party that owns the space. */
  | 'SELLER'
  /** The system: a timer or an external service. */
  | 'SYSTEM';

/** Status of an ad in its process. */
export type AdStatus =
  /** Status with the title “Draft”. */
  | 'DRAFT'
  /** Status with the title “Expired”. */
  | 'EXPIRED'
  /** Status with the title “Waiting for review”. */
  | 'PENDING'
  /** Status with the title “Published”. */
  | 'PUBLISHED'
  /** Status with the title “Withdrawn”. */
  | 'WITHDRAWN';

/** A step of an ad. Each step that is open to people is a mutation: `SUBMIT_AD` is `submitAd`. */
export type AdStep =
  /** The step with the title “Create an ad”. */
  | 'CREATE_AD'
  /** The step with the title “Let the ad expire”. */
  | 'EXPIRE_AD'
  /** The step with the title “Publish the ad”. */
  | 'PUBLISH_AD'
  /** The step with the title “Publish the draft directly”. */
  | 'PUBLISH_AD_DIRECTLY'
  /** The step with the title “Reject the ad”. */
  | 'REJECT_AD'
  /** The step with the title “Save the draft”. */
  | 'SAVE_AD_DRAFT'
  /** The step with the title “Submit the ad for review”. */
  | 'SUBMIT_AD'
  /** The step with the title “Unpublish the ad”. */
  | 'UNPUBLISH_AD'
  /** The step with the title “Withdraw the ad”. */
  | 'WITHDRAW_AD';

/** Input of the mutation `addOperator`. */
export type AddOperatorInput = {
  /** Address that the new operator signs in with. */
  email: string;
  /** A key that the client chooses, of at most 100 characters. The same request with the same key is done once and has the same result. */
  idempotencyKey?: string | null | undefined;
};

/** Input of the mutation `addSpacePicture`. */
export type AddSpacePictureInput = {
  /** An image that you have uploaded and that is not in use. */
  fileId: string;
  /** A key that the client chooses, of at most 100 characters. The same request with the same key is done once and has the same result. */
  idempotencyKey?: string | null | undefined;
  /** The global id of the space. */
  spaceId: string;
};

/** Input of the mutation `answerMetricsSurvey`. */
export type AnswerMetricsSurveyInput = {
  /** Number of conversions that the ad brought. A whole number from 0 to 1,000,000,000. */
  conversions: number;
  /** Refuse if the order is at another revision than this. */
  expectedRevision?: number | null | undefined;
  /** A key that the client chooses, of at most 100 characters. The same request with the same key is done once and has the same result. */
  idempotencyKey?: string | null | undefined;
  /** Number of leads that the ad brought. A whole number from 0 to 1,000,000,000. */
  leads: number;
  /** The global id of the order. */
  orderId: string;
  /** Number of visits that the ad brought. A whole number from 0 to 1,000,000,000. */
  traffic: number;
};

/** Something that an application may do on behalf of its account. */
export type ApplicationScope =
  /** Reads the ads and the placements of the account. */
  | 'ADS_READ'
  /** Sets up ads, takes their steps, and creates placements. */
  | 'ADS_WRITE'
  /** Sends messages in orders, and marks orders as read. */
  | 'MESSAGES_WRITE'
  /** Reads the orders of the account with their timelines and chats, without the content of ads. */
  | 'ORDERS_READ'
  /** Places orders, and takes their steps. */
  | 'ORDERS_WRITE'
  /** Receives webhooks, and manages the endpoints of the application. */
  | 'WEBHOOKS';

/** Input of the mutation `archivePriceOption`. */
export type ArchivePriceOptionInput = {
  /** A key that the client chooses, of at most 100 characters. The same request with the same key is done once and has the same result. */
  idempotencyKey?: string | null | undefined;
  /** The global id of the price option. */
  priceOptionId: string;
};

/** Input of the mutation `archiveSpace`. */
export type ArchiveSpaceInput = {
  /** A key that the client chooses, of at most 100 characters. The same request with the same key is done once and has the same result. */
  idempotencyKey?: string | null | undefined;
  /** The global id of the space. */
  spaceId: string;
};

/** A kind of act of an operator. */
export type AuditAction =
  /** The operator reinstated a suspended account. */
  | 'ACCOUNT_REINSTATED'
  /** The operator suspended an account. */
  | 'ACCOUNT_SUSPENDED'
  /** The operator restored an ad that was taken down. */
  | 'AD_RESTORED'
  /** The operator took an ad down. */
  | 'AD_TAKEN_DOWN'
  /** The operator changed the quota of an application. */
  | 'APPLICATION_QUOTA_UPDATED'
  /** The operator changed the settings of the marketplace. */
  | 'MARKETPLACE_UPDATED'
  /** The operator made a person an operator. */
  | 'OPERATOR_ADDED'
  /** The operator removed an operator. */
  | 'OPERATOR_REMOVED'
  /** The operator overrode the status of an order. */
  | 'ORDER_STATUS_OVERRIDDEN'
  /** The operator took a step of an order. */
  | 'ORDER_STEP_TAKEN'
  /** The operator resolved a payment exception. */
  | 'PAYMENT_EXCEPTION_RESOLVED'
  /** The operator resolved a report. */
  | 'REPORT_RESOLVED'
  /** The operator restored a space that was taken down. */
  | 'SPACE_RESTORED'
  /** The operator took a space down. */
  | 'SPACE_TAKEN_DOWN';

/** Days of a space on which no order can run. */
export type BlockSpaceDaysInput = {
  /** A key that the client chooses, of at most 100 characters. The same request with the same key is done once and has the same result. */
  idempotencyKey?: string | null | undefined;
  /** Ranges of days in the time zone of the space, from today to 731 days after today; 1 to 50 ranges, which may overlap. */
  ranges: Array<DayRangeInput>;
  /** Reason for blocking the days, of at most 500 characters. Only the seller and operators read it. */
  reason?: string | null | undefined;
  /** The global id of the space. */
  spaceId: string;
};

/** Reason why a step cannot be taken now. */
export type BlockedReasonCode =
  /** A condition of the step is not met; `blockedReason` says which. */
  | 'CONDITION_NOT_MET'
  /** The step is not allowed for the role of the viewer. */
  | 'WRONG_ROLE'
  /** The step is not allowed in the current status. */
  | 'WRONG_STATUS';

/** Input of the mutation `cancelOrder`. */
export type CancelOrderInput = {
  /** Refuse if the order is at another revision than this. */
  expectedRevision?: number | null | undefined;
  /** A key that the client chooses, of at most 100 characters. The same request with the same key is done once and has the same result. */
  idempotencyKey?: string | null | undefined;
  /** The global id of the order. */
  orderId: string;
  /** The reason for the cancellation, visible to both parties. */
  reason: string;
};

/** Input of the mutation `cancelPaidOrder`. */
export type CancelPaidOrderInput = {
  /** Refuse if the order is at another revision than this. */
  expectedRevision?: number | null | undefined;
  /** A key that the client chooses, of at most 100 characters. The same request with the same key is done once and has the same result. */
  idempotencyKey?: string | null | undefined;
  /** The global id of the order. */
  orderId: string;
  /** The reason for the cancellation. The payment is refunded in full. */
  reason: string;
};

/** Input of the mutation `closeAccount`. */
export type CloseAccountInput = {
  /** The global id of the account. */
  accountId: string;
  /** A key that the client chooses, of at most 100 characters. The same request with the same key is done once and has the same result. */
  idempotencyKey?: string | null | undefined;
};

/** Input of the mutation `completeOrder`. */
export type CompleteOrderInput = {
  /** Refuse if the order is at another revision than this. */
  expectedRevision?: number | null | undefined;
  /** A key that the client chooses, of at most 100 characters. The same request with the same key is done once and has the same result. */
  idempotencyKey?: string | null | undefined;
  /** A message to the advertiser about the completed work. */
  note?: string | null | undefined;
  /** The global id of the order. */
  orderId: string;
  /** A link to the ad, if proof is available already. */
  proofLink?: string | null | undefined;
  /** Screenshots of the ad, if proof is available already. At most 5 images. */
  proofScreenshots?: Array<string> | null | undefined;
};

/** Input of the mutation `confirmContactEmailChange`. */
export type ConfirmContactEmailChangeInput = {
  /** The code from the e-mail, eight digits. */
  code: string;
  /** A key that the client chooses, of at most 100 characters. The same request with the same key is done once and has the same result. */
  idempotencyKey?: string | null | undefined;
};

/** Input of the mutation `confirmEmailChange`. */
export type ConfirmEmailChangeInput = {
  /** The code from the e-mail, eight digits. */
  code: string;
  /** A key that the client chooses, of at most 100 characters. The same request with the same key is done once and has the same result. */
  idempotencyKey?: string | null | undefined;
};

/** Input of the mutation `confirmPayment`. */
export type ConfirmPaymentInput = {
  /** The amount that was received; defaults to the requested amount. */
  amount?: MoneyInput | null | undefined;
  /** Refuse if the order is at another revision than this. */
  expectedRevision?: number | null | undefined;
  /** A key that the client chooses, of at most 100 characters. The same request with the same key is done once and has the same result. */
  idempotencyKey?: string | null | undefined;
  /** The global id of the order. */
  orderId: string;
  /** Identifies the payment, for example the number on the bank statement. A reference is counted once. */
  reference: string;
};

/** Input of the mutation `createAccount`. */
export type CreateAccountInput = {
  /** Text for the public profile, at most 2000 characters. */
  about?: string | null | undefined;
  /** Postal address in lines, at most 500 characters. */
  address?: string | null | undefined;
  /** A key that the client chooses, of at most 100 characters. The same request with the same key is done once and has the same result. */
  idempotencyKey?: string | null | undefined;
  /** Name in contracts and on receipts, at most 200 characters. */
  legalName?: string | null | undefined;
  /** Name that other parties see, at most 200 characters. */
  name: string;
  /** Instructions for paying outside the marketplace, at most 2000 characters. */
  paymentInstructions?: string | null | undefined;
  /** Telephone number, at most 50 characters. */
  phone?: string | null | undefined;
  /** Tax id for receipts, at most 50 characters. */
  taxId?: string | null | undefined;
  /** Address of the website, an http:// or https:// URL. */
  website?: string | null | undefined;
};

/** The properties of a new application. */
export type CreateApplicationInput = {
  /** The account on whose behalf it acts; defaults to the viewer's account. Operators may name any account. */
  accountId?: string | null | undefined;
  /** A key that the client chooses, of at most 100 characters. The same request with the same key is done once and has the same result. */
  idempotencyKey?: string | null | undefined;
  /** Name of the application; at most 100 characters; shown beside its actions. */
  name: string;
  /** Scopes that the application is granted. */
  scopes: Array<ApplicationScope>;
};

/** The application that gets a new key. */
export type CreateApplicationKeyInput = {
  /** The global id of the application. */
  applicationId: string;
  /** A key that the client chooses, of at most 100 characters. The same request with the same key is done once and has the same result. */
  idempotencyKey?: string | null | undefined;
};

/** A new placement of the viewer. */
export type CreatePlacementInput = {
  /** A key that the client chooses, of at most 100 characters. The same request with the same key is done once and has the same result. */
  idempotencyKey?: string | null | undefined;
  /** The number of ads that a placement serves. */
  kind: PlacementKind;
  /** The display name, chosen by its owner. */
  name: string;
  /** Its name in addresses: lower-case letters, digits and single hyphens between them. Unique among all placements. */
  slug: string;
};

/** A new price option of a space. */
export type CreatePriceOptionInput = {
  /** A key that the client chooses, of at most 100 characters. The same request with the same key is done once and has the same result. */
  idempotencyKey?: string | null | undefined;
  /** True if the option is paid every month; false if omitted for a new option. */
  isMonthly?: boolean | null | undefined;
  /** The measure that the quantity counts. */
  measure: PriceMeasure;
  /** Price for the quantity, greater than 0. */
  price: MoneyInput;
  /** Number of days (at most 3650), impressions or clicks (at most 1000000000). Required unless the measure is FLAT, which has none. */
  quantity?: number | null | undefined;
  /** The global id of the space. */
  spaceId: string;
  /** Short description of what is bought; at most 200 characters. */
  title: string;
};

/** Input of the mutation `createPushSubscription`: a subscription as the Push API of a browser has it. */
export type CreatePushSubscriptionInput = {
  /** Authentication secret of the browser: 16 bytes in base64url. */
  auth: string;
  /** Address of the push service, with https, at most 1000 characters. */
  endpoint: string;
  /** A key that the client chooses, of at most 100 characters. The same request with the same key is done once and has the same result. */
  idempotencyKey?: string | null | undefined;
  /** Public key of the browser: 65 bytes in base64url. */
  p256dh: string;
};

/** The properties of a new sandbox. */
export type CreateSandboxInput = {
  /** The account that owns it; defaults to the viewer's account. Operators may name any account. */
  accountId?: string | null | undefined;
  /** A key that the client chooses, of at most 100 characters. The same request with the same key is done once and has the same result. */
  idempotencyKey?: string | null | undefined;
  /** Name of the sandbox; at most 100 characters. */
  name: string;
};

/** The sandbox, and the role for which the key acts. */
export type CreateSandboxKeyInput = {
  /** A key that the client chooses, of at most 100 characters. The same request with the same key is done once and has the same result. */
  idempotencyKey?: string | null | undefined;
  /** The role for which the key acts. */
  role: SandboxRole;
  /** The global id of the sandbox. */
  sandboxId: string;
};

/** The properties of a new space. */
export type CreateSpaceInput = {
  /** Description of the people who see the space; at most 2000 characters. */
  audience?: string | null | undefined;
  /** Countries of the audience as ISO 3166-1 alpha-2 codes, such as `DE`; at most 50. */
  countries?: Array<string> | null | undefined;
  /** A placement of the seller in which ads of the space are published if the seller names none. */
  defaultPlacementId?: string | null | undefined;
  /** Information that an advertiser needs before ordering; at most 4000 characters. */
  description: string;
  /** Size or length of an ad; null clears all of it. */
  format?: SpaceFormatInput | null | undefined;
  /** A key that the client chooses, of at most 100 characters. The same request with the same key is done once and has the same result. */
  idempotencyKey?: string | null | undefined;
  /** The kind of medium that the space is in. */
  kind: SpaceKind;
  /** Languages of the audience as BCP 47 tags, such as `en` or `pt-BR`; at most 20. */
  languages?: Array<string> | null | undefined;
  /** Number of days that the seller needs between the order and the first day of the ad; at most 365. */
  leadTimeDays?: number | null | undefined;
  /** Material and information that the seller needs from the advertiser; at most 4000 characters. */
  requirements?: string | null | undefined;
  /** Short name of the space; at most 200 characters. */
  title: string;
};

/** The properties of a new webhook endpoint. */
export type CreateWebhookEndpointInput = {
  /** The application; defaults to the calling application. */
  applicationId?: string | null | undefined;
  /** The id of a registered operation, whose result is sent for each event: a subscription to `orderTimeline` or `inbox`, or a query that needs no variables but `$orderId` and `$number`. It may cost at most 1000. */
  documentId: string;
  /** Types of entries that the endpoint receives; all types if omitted. */
  events?: Array<TimelineEntryType> | null | undefined;
  /** A key that the client chooses, of at most 100 characters. The same request with the same key is done once and has the same result. */
  idempotencyKey?: string | null | undefined;
  /** URL that receives the events: https, a public address, port 443 or a port from 1024; at most 500 characters. */
  url: string;
};

/** A kind of content that a space accepts. */
export type CreativeKind =
  /** The content is text or HTML. */
  | 'HTML'
  /** An image with the address that a click leads to. */
  | 'IMAGE';

/** A range of calendar days, the first and the last included. */
export type DayRangeInput = {
  /** First day of the range of days. */
  from: string;
  /** Last day of the range of days. */
  to: string;
};

/** Input of the mutation `deleteApplicationClientSecret`. */
export type DeleteApplicationClientSecretInput = {
  /** The global id of the application. */
  applicationId: string;
  /** A key that the client chooses, of at most 100 characters. The same request with the same key is done once and has the same result. */
  idempotencyKey?: string | null | undefined;
};

/** The application that is deleted. */
export type DeleteApplicationInput = {
  /** The global id of the application. */
  applicationId: string;
  /** A key that the client chooses, of at most 100 characters. The same request with the same key is done once and has the same result. */
  idempotencyKey?: string | null | undefined;
};

/** A message of the viewer. */
export type DeleteMessageInput = {
  /** A key that the client chooses, of at most 100 characters. The same request with the same key is done once and has the same result. */
  idempotencyKey?: string | null | undefined;
  /** The global id of the message. */
  messageId: string;
};

/** Input of the mutation `deletePerson`. */
export type DeletePersonInput = {
  /** Address that the person signs in with, entered again as a confirmation. */
  confirmation: string;
  /** A key that the client chooses, of at most 100 characters. The same request with the same key is done once and has the same result. */
  idempotencyKey?: string | null | undefined;
};

/** Input of the mutation `deletePlacement`. */
export type DeletePlacementInput = {
  /** A key that the client chooses, of at most 100 characters. The same request with the same key is done once and has the same result. */
  idempotencyKey?: string | null | undefined;
  /** The global id of the placement. */
  placementId: string;
};

/** Input of the mutation `deletePushSubscription`. */
export type DeletePushSubscriptionInput = {
  /** A key that the client chooses, of at most 100 characters. The same request with the same key is done once and has the same result. */
  idempotencyKey?: string | null | undefined;
  /** The global id of the subscription. */
  pushSubscriptionId: string;
};

/** The sandbox that is deleted. */
export type DeleteSandboxInput = {
  /** A key that the client chooses, of at most 100 characters. The same request with the same key is done once and has the same result. */
  idempotencyKey?: string | null | undefined;
  /** The global id of the sandbox. */
  sandboxId: string;
};

/** The endpoint that is deleted. */
export type DeleteWebhookEndpointInput = {
  /** The global id of the webhook endpoint. */
  endpointId: string;
  /** A key that the client chooses, of at most 100 characters. The same request with the same key is done once and has the same result. */
  idempotencyKey?: string | null | undefined;
};

/** The measure that ends a flight that is not bought by days. */
export type DeliveryMeasure =
  /** The quantity counts clicks on the ad. */
  | 'CLICKS'
  /** The quantity counts impressions of the ad. */
  | 'IMPRESSIONS';

/** The outcome that the operator decides. */
export type DisputeOutcome =
  /** The order ends, and the payment is refunded. */
  | 'CANCELLED'
  /** The work counts as completed. */
  | 'COMPLETED'
  /** The payment is refunded although the work was completed. */
  | 'REFUNDED'
  /** The order continues in its previous state. */
  | 'RESUMED';

/** The kind of answer that the advertiser gives. */
export type FeedbackKind =
  /** The draft is approved without changes. */
  | 'APPROVAL'
  /** The draft needs the changes in the answer. */
  | 'EDITS'
  /** The answer contains the requested information. */
  | 'INFORMATION';

/** A use that a file is uploaded for. */
export type FilePurpose =
  /** The file is for the logo of the account, set with `updateAccount`: an image of at most 500000 bytes and 2000 pixels on each side. */
  | 'ACCOUNT_LOGO'
  /** The file is for an ad, for a picture of a space, or to be attached to a step or a message. */
  | 'CONTENT'
  /** The file is for the logo of the marketplace, set with `updateMarketplace` by operators: an image of at most 500000 bytes and 2000 pixels on each side. */
  | 'MARKETPLACE_LOGO';

/** The participant who has to act before the order can be resumed. */
export type HoldParty =
  /** The party that placed the order. */
  | 'ADVERTISER'
  /** The operator of the marketplace, who mediates. */
  | 'OPERATOR'
  /** The party that owns the ad space. */
  | 'SELLER';

/** The status of an invitation to an account. */
export type InvitationStatus =
  /** The invited person has become a member. */
  | 'ACCEPTED'
  /** The invitation was not accepted in time. */
  | 'EXPIRED'
  /** The invitation can be accepted now. */
  | 'OPEN'
  /** The account has withdrawn the invitation. */
  | 'WITHDRAWN';

/** Input of the mutation `inviteMember`. */
export type InviteMemberInput = {
  /** Address of the person who is invited. */
  email: string;
  /** A key that the client chooses, of at most 100 characters. The same request with the same key is done once and has the same result. */
  idempotencyKey?: string | null | undefined;
  /** Role that the person gets in the account. */
  role: MembershipRole;
};

/** A language of e-mails and pages. */
export type Language =
  /** German is the language of the texts. */
  | 'DE'
  /** English is the language of the texts. */
  | 'EN';

/** Input of the mutation `leaveAccount`. */
export type LeaveAccountInput = {
  /** A key that the client chooses, of at most 100 characters. The same request with the same key is done once and has the same result. */
  idempotencyKey?: string | null | undefined;
};

/** Input of the mutation `listSpace`. */
export type ListSpaceInput = {
  /** A key that the client chooses, of at most 100 characters. The same request with the same key is done once and has the same result. */
  idempotencyKey?: string | null | undefined;
  /** The global id of the space. */
  spaceId: string;
};

/** The entry up to which the viewer has read an order. */
export type MarkReadInput = {
  /** A key that the client chooses, of at most 100 characters. The same request with the same key is done once and has the same result. */
  idempotencyKey?: string | null | undefined;
  /** The global id of the order. */
  orderId: string;
  /** The number of the newest entry that was read; a number beyond the end counts as the end. */
  upTo: number;
};

/** The role of a person in an account, which decides what the person may do for it. */
export type MembershipRole =
  /** A person who may do everything except managing the members and closing the account. */
  | 'MEMBER'
  /** A person who may do everything, including managing the members and closing the account. */
  | 'OWNER'
  /** A person who reads everything and changes nothing. */
  | 'VIEWER';

/** An amount of money in a currency. */
export type MoneyInput = {
  /** The currency of the amount. */
  currency: string;
  /** In the currency's smallest unit: 1234 EUR minor units are 12.34 EUR. */
  minorUnits: number;
};

/** The choice for one kind of notifications. */
export type NotificationChoiceInput = {
  /** Delivery by e-mail; does not change if omitted. */
  email?: NotificationDelivery | null | undefined;
  /** True to notify the subscribed browsers, false not to; does not change if omitted. */
  hasPush?: boolean | null | undefined;
  /** The kind of the notifications. */
  kind: NotificationKind;
};

/** The way in which a channel delivers the notifications of a kind. */
export type NotificationDelivery =
  /** The notifications of a day are sent together. */
  | 'DIGEST'
  /** Each notification is sent immediately, or when the quiet hours end. */
  | 'IMMEDIATELY'
  /** No notification of this kind is sent. */
  | 'OFF';

/** A kind of notifications, for which a person chooses the delivery. */
export type NotificationKind =
  /** Sign-in codes, changes of addresses, and invitations. */
  | 'ACCOUNT'
  /** Ads to set up and to review, and the results of reviews. */
  | 'ADS'
  /** Disputes, and decisions of the operators about an order. */
  | 'DISPUTES'
  /** Messages that are unread for some minutes. */
  | 'MESSAGES'
  /** Progress of an order: questions, answers, work, proof, its end. */
  | 'ORDERS'
  /** Requests to pay for an order. */
  | 'PAYMENTS'
  /** Confirmations of orders, payments that were received, and refunds. */
  | 'RECEIPTS'
  /** Monthly orders: the payment of the next month, and the end of the renewal. */
  | 'RENEWALS'
  /** Ratings, and the results of ads. */
  | 'REVIEWS'
  /** Webhook endpoints that were disabled. */
  | 'WEBHOOKS';

/** Kind of an OAuth client. */
export type OAuthClientType =
  /** The client has a secret, which it sends with each request for tokens. */
  | 'CONFIDENTIAL'
  /** The client has no secret. It proves itself with PKCE only. */
  | 'PUBLIC';

/** Input of the mutation `openDispute`. */
export type OpenDisputeInput = {
  /** A link to evidence of the problem. */
  evidence?: string | null | undefined;
  /** Images that show evidence of the problem. At most 5 images. */
  evidenceImages?: Array<string> | null | undefined;
  /** Refuse if the order is at another revision than this. */
  expectedRevision?: number | null | undefined;
  /** A key that the client chooses, of at most 100 characters. The same request with the same key is done once and has the same result. */
  idempotencyKey?: string | null | undefined;
  /** The global id of the order. */
  orderId: string;
  /** The problem, and the outcome that the party asks for. */
  reason: string;
};

/** Type of a GraphQL operation in a document. */
export type OperationKind =
  /** The operation is a mutation, which changes data. */
  | 'MUTATION'
  /** The operation is a query, which only reads. */
  | 'QUERY'
  /** The operation is a subscription to live events. */
  | 'SUBSCRIPTION';

/** Filter for a list of orders. Omitted fields do not filter. */
export type OrderFilter = {
  /** If true, only orders with messages that the viewer has not read; if false, only the others. */
  hasUnreadMessages?: boolean | null | undefined;
  /** If true, only orders in which the viewer is expected to act; if false, only the others. */
  needsAttention?: boolean | null | undefined;
  /** Only those in which the viewer has this role. */
  role?: OrderRole | null | undefined;
  /** Only those in one of these statuses. */
  statuses?: Array<OrderStatus> | null | undefined;
  /** Words that must all occur in the number, brief, items, party names or messages of the order. Three characters or more are found at any place of a word, fewer at its beginning. Letter case and accents make no difference. At most 200 characters and 10 different words. */
  text?: string | null | undefined;
};

/** A price option to buy, with the days on which its ad is to run. */
export type OrderItemInput = {
  /** Number of days. It can be absent if the price option counts days or is monthly, or if there is `endsOn`. */
  days?: number | null | undefined;
  /** Last day, as an alternative to `days`. */
  endsOn?: string | null | undefined;
  /** The global id of the price option. */
  priceOptionId: string;
  /** First day, in the time zone of the space: from `firstBookableDay` to 731 days after today. Its place is reserved until the order ends. If absent, no day is reserved. */
  startsOn?: string | null | undefined;
};

/** The part that somebody has in an order. Roles are per order. */
export type OrderRole =
  /** The party that placed the order. */
  | 'ADVERTISER'
  /** The operator of the marketplace, who sees every order. */
  | 'OPERATOR'
  /** The party that owns the space. */
  | 'SELLER';

/** Status of an order in its process. */
export type OrderStatus =
  /** Status with the title “Cancelled”. */
  | 'CANCELLED'
  /** Status with the title “Completed”. */
  | 'COMPLETED'
  /** Status with the title “In dispute”. */
  | 'DISPUTED'
  /** Status with the title “Expired”. */
  | 'EXPIRED'
  /** Status with the title “The advertiser answered”. */
  | 'FEEDBACK_PROVIDED'
  /** Status with the title “The seller asked a question”. */
  | 'FEEDBACK_REQUIRED'
  /** Status with the title “On hold”. */
  | 'ON_HOLD'
  /** Status with the title “Paid”. */
  | 'PAYMENT_RECEIVED'
  /** Status with the title “Waiting for the payment”. */
  | 'PAYMENT_REQUIRED'
  /** Status with the title “Waiting for the seller”. */
  | 'PENDING'
  /** Status with the title “The seller is working”. */
  | 'PROCESSING'
  /** Status with the title “Refunded”. */
  | 'REFUNDED'
  /** Status with the title “Rejected”. */
  | 'REJECTED';

/** A step of an order. Each step that is open to people is a mutation: `PLACE_ORDER` is `placeOrder`. */
export type OrderStep =
  /** The step with the title “Answer the metrics survey”. */
  | 'ANSWER_METRICS_SURVEY'
  /** The step with the title “Cancel the order”. */
  | 'CANCEL_ORDER'
  /** The step with the title “Cancel the paid order”. */
  | 'CANCEL_PAID_ORDER'
  /** The step with the title “Close the dispute window”. */
  | 'CLOSE_DISPUTE_WINDOW'
  /** The step with the title “Complete the order”. */
  | 'COMPLETE_ORDER'
  /** The step with the title “Confirm the payment”. */
  | 'CONFIRM_PAYMENT'
  /** The step with the title “End the renewal”. */
  | 'END_RENEWAL'
  /** The step with the title “Let the order expire”. */
  | 'EXPIRE_ORDER'
  /** The step with the title “Let the metrics survey lapse”. */
  | 'LAPSE_METRICS_SURVEY'
  /** The step with the title “Stop waiting for the proof”. */
  | 'LAPSE_PROOF'
  /** The step with the title “Mark the payment of the next month as overdue”. */
  | 'MISS_RENEWAL_PAYMENT'
  /** The step with the title “Open a dispute”. */
  | 'OPEN_DISPUTE'
  /** The step with the title “Override the order status”. */
  | 'OVERRIDE_ORDER_STATUS'
  /** The step with the title “Place the order”. */
  | 'PLACE_ORDER'
  /** The step with the title “Provide feedback”. */
  | 'PROVIDE_FEEDBACK'
  /** The step with the title “Publish the ratings after the rating period”. */
  | 'PUBLISH_RATINGS'
  /** The step with the title “Put the order on hold”. */
  | 'PUT_ON_HOLD'
  /** The step with the title “Rate the collaboration”. */
  | 'RATE_COLLABORATION'
  /** The step with the title “Refund the order”. */
  | 'REFUND_ORDER'
  /** The step with the title “Reject the order”. */
  | 'REJECT_ORDER'
  /** The step with the title “Remind the seller of the proof”. */
  | 'REMIND_OF_PROOF'
  /** The step with the title “Remind the advertiser of the payment of the next month”. */
  | 'REMIND_OF_RENEWAL_PAYMENT'
  /** The step with the title “Confirm the payment of the next month”. */
  | 'RENEW_ORDER'
  /** The step with the title “Report the delay to an operator”. */
  | 'REPORT_DELAY'
  /** The step with the title “Request feedback”. */
  | 'REQUEST_FEEDBACK'
  /** The step with the title “Request the payment”. */
  | 'REQUEST_PAYMENT'
  /** The step with the title “Request the payment of the next month”. */
  | 'REQUEST_RENEWAL_PAYMENT'
  /** The step with the title “Resolve the dispute”. */
  | 'RESOLVE_DISPUTE'
  /** The step with the title “Resume the order”. */
  | 'RESUME_ORDER'
  /** The step with the title “Send the metrics survey”. */
  | 'SEND_METRICS_SURVEY'
  /** The step with the title “Remind the other party”. */
  | 'SEND_REMINDER'
  /** The step with the title “Start processing”. */
  | 'START_PROCESSING'
  /** The step with the title “Stop the renewal”. */
  | 'STOP_RENEWAL'
  /** The step with the title “Submit proof that the ad ran”. */
  | 'SUBMIT_PROOF'
  /** The step with the title “Withdraw the feedback request”. */
  | 'WITHDRAW_FEEDBACK_REQUEST'
  /** The step with the title “Withdraw the payment request”. */
  | 'WITHDRAW_PAYMENT_REQUEST';

/** Input of the mutation `overrideOrderStatus`. */
export type OverrideOrderStatusInput = {
  /** Refuse if the order is at another revision than this. */
  expectedRevision?: number | null | undefined;
  /** A key that the client chooses, of at most 100 characters. The same request with the same key is done once and has the same result. */
  idempotencyKey?: string | null | undefined;
  /** The global id of the order. */
  orderId: string;
  /** The reason for the override, visible to both parties. */
  reason: string;
  /** The new status of the order. */
  status: OverrideStatus;
};

/** The new status of the order. */
export type OverrideStatus =
  /** Status with the title “Cancelled”. */
  | 'CANCELLED'
  /** Status with the title “Completed”. */
  | 'COMPLETED'
  /** Status with the title “Expired”. */
  | 'EXPIRED'
  /** Status with the title “The advertiser answered”. */
  | 'FEEDBACK_PROVIDED'
  /** Status with the title “The seller asked a question”. */
  | 'FEEDBACK_REQUIRED'
  /** Status with the title “Paid”. */
  | 'PAYMENT_RECEIVED'
  /** Status with the title “Waiting for the payment”. */
  | 'PAYMENT_REQUIRED'
  /** Status with the title “Waiting for the seller”. */
  | 'PENDING'
  /** Status with the title “The seller is working”. */
  | 'PROCESSING'
  /** Status with the title “Refunded”. */
  | 'REFUNDED'
  /** Status with the title “Rejected”. */
  | 'REJECTED';

/** Decision of an operator about a payment exception. */
export type PaymentExceptionOutcome =
  /** The money is applied to the requested payment as it is. */
  | 'ACCEPT'
  /** The exception was handled outside, as the note explains. A failed refund counts as refunded. */
  | 'MANUAL'
  /** The money is refunded through its provider; a failed refund is tried again. */
  | 'REFUND';

/** Payment method of the advertiser, one of `paymentMethods`. */
export type PaymentMethod =
  /** Bank transfer to the account of the seller. */
  | 'BANK_TRANSFER'
  /** Card payment on a page of the payment provider. */
  | 'CARD'
  /** Cash, paid at a place that the seller names. */
  | 'CASH'
  /** Test payment on a page of this server; never in production. */
  | 'TEST';

/** Direction in which money moves in the ledger. */
export type PaymentMovementKind =
  /** The money was received from the payer. */
  | 'RECEIVED'
  /** The money is refunded to the payer. */
  | 'REFUNDED';

/** Status of a movement in the ledger. */
export type PaymentMovementStatus =
  /** The movement has been completed successfully. */
  | 'DONE'
  /** Did not succeed; an operator takes care of it. */
  | 'FAILED'
  /** The movement has been started and is pending. */
  | 'PENDING';

/** Status of a payment request of an order. */
export type PaymentRequestStatus =
  /** The request was closed without a payment. */
  | 'CLOSED'
  /** The payment failed, and a new request has replaced it. */
  | 'FAILED'
  /** The payment has been requested and is open. */
  | 'OPEN'
  /** The payment has been received in full. */
  | 'RECEIVED';

/** Payment status of an order, independent of its status. */
export type PaymentStatus =
  /** To be paid outside the marketplace (bank transfer, cash) and confirmed manually. */
  | 'AWAITING_MANUAL_PAYMENT'
  /** The payment is requested, and the last attempt failed. */
  | 'FAILED'
  /** No payment is due yet. */
  | 'NONE'
  /** The payment has been received in full. */
  | 'PAID'
  /** The payment was received and partially refunded. */
  | 'PARTIALLY_REFUNDED'
  /** The payment was received and fully refunded. */
  | 'REFUNDED'
  /** The payment has been requested from the advertiser. */
  | 'REQUESTED';

/** The items and the conditions of a new order. */
export type PlaceOrderInput = {
  /** The purpose and message of the ad, and when it should run. */
  brief: string;
  /** A key that the client chooses, of at most 100 characters. The same request with the same key is done once and has the same result. */
  idempotencyKey?: string | null | undefined;
  /** Price options to buy, each with its days: options of one seller in one currency; 1 to 20. Absent if there are `priceOptionIds`. */
  items?: Array<OrderItemInput> | null | undefined;
  /** Payment method of the advertiser, one of `paymentMethods`. */
  paymentMethod: PaymentMethod;
  /** Price options to buy without days: ids of options of one seller in one currency; 1 to 20. Absent if there are `items`. */
  priceOptionIds?: Array<string> | null | undefined;
};

/** Change to a placement when an ad is published into it. */
export type PlacementChange =
  /** The ad joins the group with weight 1. */
  | 'ADDED'
  /** The ad fills a placement that was empty. */
  | 'FILLED'
  /** The ad replaces the current ad, which returns when the new ad is removed. */
  | 'REPLACED';

/** The number of ads that a placement serves. */
export type PlacementKind =
  /** Several ads, by their weight. */
  | 'GROUP'
  /** A placement with a single ad. The newest ad replaces the previous one, which returns when the newest is removed. */
  | 'SINGLE';

/** The measure that the quantity of a price option counts. */
export type PriceMeasure =
  /** The quantity counts clicks on the ad. */
  | 'CLICKS'
  /** The quantity counts days from publication. */
  | 'DAYS'
  /** Bought as a whole without a quantity: the ad runs until it is taken down. */
  | 'FLAT'
  /** The quantity counts impressions of the ad. */
  | 'IMPRESSIONS';

/** Status of the proof that the ad ran. */
export type ProofStatus =
  /** The seller has not submitted the requested proof in time. It can still be submitted. */
  | 'MISSING'
  /** Proof has not been requested yet. */
  | 'NONE'
  /** The seller is asked for proof that the ad ran. */
  | 'REQUESTED'
  /** The seller has submitted proof that the ad ran. */
  | 'SUBMITTED';

/** Input of the mutation `provideFeedback`. */
export type ProvideFeedbackInput = {
  /** The answer to the question, or the edits to the draft. */
  answer: string;
  /** Refuse if the order is at another revision than this. */
  expectedRevision?: number | null | undefined;
  /** A key that the client chooses, of at most 100 characters. The same request with the same key is done once and has the same result. */
  idempotencyKey?: string | null | undefined;
  /** Images for the answer, such as a logo or an edited draft. At most 5 images. */
  images?: Array<string> | null | undefined;
  /** The kind of answer that the advertiser gives. */
  kind: FeedbackKind;
  /** The global id of the order. */
  orderId: string;
};

/** Input of the mutation `publishAdDirectly`. */
export type PublishAdDirectlyInput = {
  /** The global id of the ad. */
  adId: string;
  /** A key that the client chooses, of at most 100 characters. The same request with the same key is done once and has the same result. */
  idempotencyKey?: string | null | undefined;
};

/** Input of the mutation `publishAd`. */
export type PublishAdInput = {
  /** The global id of the ad. */
  adId: string;
  /** A key that the client chooses, of at most 100 characters. The same request with the same key is done once and has the same result. */
  idempotencyKey?: string | null | undefined;
  /** The placement of the seller that serves the ad; the default placement of the space if omitted. With neither, the ad is not served. */
  placementId?: string | null | undefined;
};

/** Input of the mutation `putOnHold`. */
export type PutOnHoldInput = {
  /** Refuse if the order is at another revision than this. */
  expectedRevision?: number | null | undefined;
  /** A key that the client chooses, of at most 100 characters. The same request with the same key is done once and has the same result. */
  idempotencyKey?: string | null | undefined;
  /** The participant who has to act before the order can be resumed. */
  mustAct: HoldParty;
  /** The global id of the order. */
  orderId: string;
  /** The reason why the order is on hold. */
  reason: string;
};

/** The hours of every day in which only required e-mails are sent. */
export type QuietHoursInput = {
  /** Local time at which they begin, such as 22:00. */
  from: string;
  /** Local time at which they end, such as 07:00; it may be of the next day. */
  to: string;
};

/** Input of the mutation `rateCollaboration`. */
export type RateCollaborationInput = {
  /** Refuse if the order is at another revision than this. */
  expectedRevision?: number | null | undefined;
  /** A key that the client chooses, of at most 100 characters. The same request with the same key is done once and has the same result. */
  idempotencyKey?: string | null | undefined;
  /** The global id of the order. */
  orderId: string;
  /** Rating of the collaboration with the other party, in stars. A whole number from 1 to 5. */
  stars: number;
  /** Public comment on the collaboration with the other party. */
  text?: string | null | undefined;
};

/** Kind of progress that a read marker records. */
export type ReadMarkerKind =
  /** Entries that were delivered to a client. */
  | 'DELIVERED'
  /** Entries that the party has read. */
  | 'READ';

/** The way in which a client can recover from an error. */
export type Recovery =
  /** Change the request as the message says, then try again. */
  | 'CORRECTABLE'
  /** The request cannot succeed in the current state. */
  | 'FINAL'
  /** The same request may succeed later. */
  | 'RETRYABLE';

/** Input of the mutation `refreshPaymentLink`. */
export type RefreshPaymentLinkInput = {
  /** A key that the client chooses, of at most 100 characters. The same request with the same key is done once and has the same result. */
  idempotencyKey?: string | null | undefined;
  /** The global id of the order. */
  orderId: string;
};

/** Input of the mutation `refundOrder`. */
export type RefundOrderInput = {
  /** The amount to refund; defaults to the whole remaining payment. */
  amount?: MoneyInput | null | undefined;
  /** Refuse if the order is at another revision than this. */
  expectedRevision?: number | null | undefined;
  /** A key that the client chooses, of at most 100 characters. The same request with the same key is done once and has the same result. */
  idempotencyKey?: string | null | undefined;
  /** The global id of the order. */
  orderId: string;
  /** The reason for the refund, visible to both parties. */
  reason: string;
};

/** Input of the mutation `reinstateAccount`. */
export type ReinstateAccountInput = {
  /** The global id of the account. */
  accountId: string;
  /** A key that the client chooses, of at most 100 characters. The same request with the same key is done once and has the same result. */
  idempotencyKey?: string | null | undefined;
  /** Reason for the act, at most 1000 characters; it is in the audit log. */
  reason: string;
};

/** Input of the mutation `rejectAd`. */
export type RejectAdInput = {
  /** The global id of the ad. */
  adId: string;
  /** A key that the client chooses, of at most 100 characters. The same request with the same key is done once and has the same result. */
  idempotencyKey?: string | null | undefined;
  /** The reason for the rejection, visible to the advertiser. */
  note?: string | null | undefined;
};

/** Input of the mutation `rejectOrder`. */
export type RejectOrderInput = {
  /** Refuse if the order is at another revision than this. */
  expectedRevision?: number | null | undefined;
  /** A key that the client chooses, of at most 100 characters. The same request with the same key is done once and has the same result. */
  idempotencyKey?: string | null | undefined;
  /** A note that the advertiser can read. */
  note?: string | null | undefined;
  /** The global id of the order. */
  orderId: string;
  /** The reason why the seller rejects the order. */
  reasonCode: RejectionReason;
};

/** The reason why the seller rejects the order. */
export type RejectionReason =
  /** The content of the ad cannot run in the space. */
  | 'CONTENT'
  /** The advertiser or the product does not fit the space. */
  | 'NO_FIT'
  /** Another reason, which the note explains. */
  | 'OTHER'
  /** The space is not available at that time. */
  | 'TIMING';

/** Input of the mutation `removeMember`. */
export type RemoveMemberInput = {
  /** A key that the client chooses, of at most 100 characters. The same request with the same key is done once and has the same result. */
  idempotencyKey?: string | null | undefined;
  /** The global id of the member, a person. */
  personId: string;
};

/** Input of the mutation `removeOperator`. */
export type RemoveOperatorInput = {
  /** A key that the client chooses, of at most 100 characters. The same request with the same key is done once and has the same result. */
  idempotencyKey?: string | null | undefined;
  /** The global id of the operator. */
  personId: string;
};

/** Input of the mutation `removeSpacePicture`. */
export type RemoveSpacePictureInput = {
  /** The picture that is to be removed. */
  fileId: string;
  /** A key that the client chooses, of at most 100 characters. The same request with the same key is done once and has the same result. */
  idempotencyKey?: string | null | undefined;
  /** The global id of the space. */
  spaceId: string;
};

/** Input of the mutation `renewOrder`. */
export type RenewOrderInput = {
  /** The amount that was received; defaults to the requested amount. */
  amount?: MoneyInput | null | undefined;
  /** Refuse if the order is at another revision than this. */
  expectedRevision?: number | null | undefined;
  /** A key that the client chooses, of at most 100 characters. The same request with the same key is done once and has the same result. */
  idempotencyKey?: string | null | undefined;
  /** The global id of the order. */
  orderId: string;
  /** Identifies the payment, for example the number on the bank statement. */
  reference: string;
};

/** Renewal status of an order, independent of its status. */
export type RenewalStatus =
  /** The order is renewed at the end of the month if the next one is paid. */
  | 'ACTIVE'
  /** The renewal has ended: it was stopped, was not paid, or continues in the successor. */
  | 'ENDED'
  /** The renewal was stopped and ends with the paid month. */
  | 'ENDS_AT_PERIOD'
  /** The order has no monthly item, or is not paid yet. */
  | 'NONE'
  /** The payment of the next month is overdue and still expected. */
  | 'PAST_DUE';

/** Input of the mutation `reorderSpacePictures`. */
export type ReorderSpacePicturesInput = {
  /** All pictures of the space in their new order. */
  fileIds: Array<string>;
  /** A key that the client chooses, of at most 100 characters. The same request with the same key is done once and has the same result. */
  idempotencyKey?: string | null | undefined;
  /** The global id of the space. */
  spaceId: string;
};

/** The delivery that is sent again. */
export type ReplayDeliveryInput = {
  /** The id of the webhook delivery. */
  deliveryId: string;
  /** A key that the client chooses, of at most 100 characters. The same request with the same key is done once and has the same result. */
  idempotencyKey?: string | null | undefined;
};

/** Input of the mutation `report`. */
export type ReportInput = {
  /** A key that the client chooses, of at most 100 characters. The same request with the same key is done once and has the same result. */
  idempotencyKey?: string | null | undefined;
  /** Reason for the report, as its reporter chose it. */
  reason: ReportReason;
  /** The global id of a message, an ad, a space or an account. */
  subjectId: string;
  /** Explanation for the operators, at most 2000 characters. */
  text?: string | null | undefined;
};

/** The decision of an operator about a report. */
export type ReportOutcome =
  /** The operator acted because of the report. */
  | 'ACTION_TAKEN'
  /** The operator found no reason to act. */
  | 'DISMISSED';

/** A reason for a report. */
export type ReportReason =
  /** The subject breaks the law, for example by fraud. */
  | 'ILLEGAL'
  /** The subject is false or misleads its readers. */
  | 'MISLEADING'
  /** The subject insults, threatens or offends people. */
  | 'OFFENSIVE'
  /** The subject is a problem for another reason, given in the text. */
  | 'OTHER'
  /** The subject is unwanted advertising or repetition. */
  | 'SPAM';

/** Status of a report to the operators. */
export type ReportStatus =
  /** The report waits for the decision of an operator. */
  | 'OPEN'
  /** The report was decided by an operator. */
  | 'RESOLVED';

/** Input of the mutation `requestContactEmailChange`. */
export type RequestContactEmailChangeInput = {
  /** A key that the client chooses, of at most 100 characters. The same request with the same key is done once and has the same result. */
  idempotencyKey?: string | null | undefined;
  /** New address that the code is e-mailed to. */
  newEmail: string;
};

/** Input of the mutation `requestEmailChange`. */
export type RequestEmailChangeInput = {
  /** A key that the client chooses, of at most 100 characters. The same request with the same key is done once and has the same result. */
  idempotencyKey?: string | null | undefined;
  /** New address that the code is e-mailed to. */
  newEmail: string;
};

/** Input of the mutation `requestFeedback`. */
export type RequestFeedbackInput = {
  /** A draft for the advertiser to review. */
  draft?: string | null | undefined;
  /** Images of the draft for the advertiser to review. At most 5 images. */
  draftImages?: Array<string> | null | undefined;
  /** Refuse if the order is at another revision than this. */
  expectedRevision?: number | null | undefined;
  /** A key that the client chooses, of at most 100 characters. The same request with the same key is done once and has the same result. */
  idempotencyKey?: string | null | undefined;
  /** The global id of the order. */
  orderId: string;
  /** The question to the advertiser. */
  question: string;
};

/** Input of the mutation `requestPayment`. */
export type RequestPaymentInput = {
  /** The amount to pay; defaults to the total of the order. */
  amount?: MoneyInput | null | undefined;
  /** The date by which the payment is due. */
  dueAt?: string | null | undefined;
  /** Refuse if the order is at another revision than this. */
  expectedRevision?: number | null | undefined;
  /** A key that the client chooses, of at most 100 characters. The same request with the same key is done once and has the same result. */
  idempotencyKey?: string | null | undefined;
  /** The global id of the order. */
  orderId: string;
};

/** Input of the mutation `requestSignInCode`. */
export type RequestSignInCodeInput = {
  /** Address that the code is e-mailed to. */
  email: string;
  /** A key that the client chooses, of at most 100 characters. The same request with the same key is done once and has the same result. Without a token, the key belongs to the network address of the caller. */
  idempotencyKey?: string | null | undefined;
  /** Language of the e-mail, the first language of the marketplace if omitted, and of a person who signs in for the first time. A known person gets the e-mail in the language of the person. */
  language?: Language | null | undefined;
};

/** The announced file. The uploaded bytes must match it exactly. */
export type RequestUploadInput = {
  /** Name of the file; at most 200 characters. */
  fileName: string;
  /** A key that the client chooses, of at most 100 characters. The same request with the same key is done once and has the same result. */
  idempotencyKey?: string | null | undefined;
  /** Media type of the file: image/png, image/jpeg, image/gif, image/webp, application/pdf. */
  mediaType: string;
  /** Use of the file, which has limits of its own; CONTENT if left out. It cannot be used in another way. */
  purpose?: FilePurpose | null | undefined;
  /** The SHA-256 of its bytes, in 64 hexadecimal digits. */
  sha256: string;
  /** Size of the file in bytes; at most 10000000, of application/pdf 5000000. The image of an ad has at most 1000000, and a larger still image is scaled down to 2560 pixels. */
  sizeBytes: number;
};

/** Input of the mutation `resendInvitation`. */
export type ResendInvitationInput = {
  /** A key that the client chooses, of at most 100 characters. The same request with the same key is done once and has the same result. */
  idempotencyKey?: string | null | undefined;
  /** The global id of the invitation. */
  invitationId: string;
};

/** Reason why a cursor cannot be used. */
export type ResetReason =
  /** The timeline does not go as far as the cursor. */
  | 'CURSOR_AHEAD'
  /** The cursor was made before the database was restored, or by another one. */
  | 'CURSOR_OF_ANOTHER_DATABASE'
  /** The cursor belongs to another order. */
  | 'CURSOR_OF_ANOTHER_ORDER'
  /** The cursor is none of ours. */
  | 'CURSOR_UNKNOWN';

/** Input of the mutation `resolveDispute`. */
export type ResolveDisputeInput = {
  /** Refuse if the order is at another revision than this. */
  expectedRevision?: number | null | undefined;
  /** A key that the client chooses, of at most 100 characters. The same request with the same key is done once and has the same result. */
  idempotencyKey?: string | null | undefined;
  /** The global id of the order. */
  orderId: string;
  /** The outcome that the operator decides. */
  outcome: DisputeOutcome;
  /** The reasoning of the decision, visible to both parties. */
  reasoning: string;
};

/** Input of the mutation `resolvePaymentException`. */
export type ResolvePaymentExceptionInput = {
  /** A key that the client chooses, of at most 100 characters. The same request with the same key is done once and has the same result. */
  idempotencyKey?: string | null | undefined;
  /** A note that both parties can read. */
  note: string;
  /** Decision of an operator about a payment exception. */
  outcome: PaymentExceptionOutcome;
  /** The payment exception to decide about. */
  paymentExceptionId: string;
};

/** Input of the mutation `resolveReport`. */
export type ResolveReportInput = {
  /** A key that the client chooses, of at most 100 characters. The same request with the same key is done once and has the same result. */
  idempotencyKey?: string | null | undefined;
  /** Note for other operators, at most 1000 characters. */
  note: string;
  /** Decision of the operator about the report. */
  outcome: ReportOutcome;
  /** The global id of the report. */
  reportId: string;
};

/** Input of the mutation `restoreAd`. */
export type RestoreAdInput = {
  /** The global id of the ad. */
  adId: string;
  /** A key that the client chooses, of at most 100 characters. The same request with the same key is done once and has the same result. */
  idempotencyKey?: string | null | undefined;
  /** Reason for the act, at most 1000 characters; it is in the audit log. */
  reason: string;
};

/** Input of the mutation `restoreSpace`. */
export type RestoreSpaceInput = {
  /** A key that the client chooses, of at most 100 characters. The same request with the same key is done once and has the same result. */
  idempotencyKey?: string | null | undefined;
  /** Reason for the act, at most 1000 characters; it is in the audit log. */
  reason: string;
  /** The global id of the space. */
  spaceId: string;
};

/** Input of the mutation `resumeOrder`. */
export type ResumeOrderInput = {
  /** Refuse if the order is at another revision than this. */
  expectedRevision?: number | null | undefined;
  /** A key that the client chooses, of at most 100 characters. The same request with the same key is done once and has the same result. */
  idempotencyKey?: string | null | undefined;
  /** The global id of the order. */
  orderId: string;
};

/** The version to retire, and the time of its retirement. */
export type RetireOperationsInput = {
  /** The global id of the application. */
  applicationId: string;
  /** A key that the client chooses, of at most 100 characters. The same request with the same key is done once and has the same result. */
  idempotencyKey?: string | null | undefined;
  /** The name of the manifest. */
  name: string;
  /** The moment from which the version is refused; immediately if left out. */
  retiresAt?: string | null | undefined;
  /** The version of the manifest as registered. */
  version: string;
};

/** Status of the ratings of an order. */
export type ReviewStatus =
  /** The order has not been completed yet. */
  | 'NOT_OPEN'
  /** Each party can rate the other once; ratings are sealed. */
  | 'OPEN'
  /** Both parties have rated, or the rating period has ended: the ratings are visible. */
  | 'PUBLISHED';

/** Input of the mutation `revokeApplicationGrant`. */
export type RevokeApplicationGrantInput = {
  /** The global id of the grant. */
  grantId: string;
  /** A key that the client chooses, of at most 100 characters. The same request with the same key is done once and has the same result. */
  idempotencyKey?: string | null | undefined;
};

/** The application key that is revoked. */
export type RevokeApplicationKeyInput = {
  /** A key that the client chooses, of at most 100 characters. The same request with the same key is done once and has the same result. */
  idempotencyKey?: string | null | undefined;
  /** The id of the key, not the key itself. */
  keyId: string;
};

/** Input of the mutation `revokeOtherSessions`. */
export type RevokeOtherSessionsInput = {
  /** A key that the client chooses, of at most 100 characters. The same request with the same key is done once and has the same result. */
  idempotencyKey?: string | null | undefined;
};

/** Input of the mutation `revokeSession`. */
export type RevokeSessionInput = {
  /** A key that the client chooses, of at most 100 characters. The same request with the same key is done once and has the same result. */
  idempotencyKey?: string | null | undefined;
  /** The global id of the session. */
  sessionId: string;
};

/** Input of the mutation `revokeSetupLink`. */
export type RevokeSetupLinkInput = {
  /** A key that the client chooses, of at most 100 characters. The same request with the same key is done once and has the same result. */
  idempotencyKey?: string | null | undefined;
  /** The global id of the order. */
  orderId: string;
};

/** Input of the mutation `rotateApplicationClientSecret`. */
export type RotateApplicationClientSecretInput = {
  /** The global id of the application. */
  applicationId: string;
  /** A key that the client chooses, of at most 100 characters. The same request with the same key is done once and has the same result. */
  idempotencyKey?: string | null | undefined;
};

/** Input of the mutation `rotateSetupLink`. */
export type RotateSetupLinkInput = {
  /** A key that the client chooses, of at most 100 characters. The same request with the same key is done once and has the same result. */
  idempotencyKey?: string | null | undefined;
  /** The global id of the order. */
  orderId: string;
};

/** The endpoint that gets a new secret. */
export type RotateWebhookSecretInput = {
  /** The global id of the webhook endpoint. */
  endpointId: string;
  /** A key that the client chooses, of at most 100 characters. The same request with the same key is done once and has the same result. */
  idempotencyKey?: string | null | undefined;
};

/** The account for which an application of a sandbox acts. */
export type SandboxRole =
  /** The key acts for the buying account. */
  | 'ADVERTISER'
  /** The key acts for the selling account. */
  | 'SELLER';

/** Status of a sandbox in its life cycle. */
export type SandboxStatus =
  /** The sandbox is being deleted and cannot be used any more. */
  | 'DELETING'
  /** The sandbox is being created, which takes some seconds. */
  | 'PROVISIONING'
  /** The sandbox is ready for use. */
  | 'READY';

/** Input of the mutation `saveAdDraft`. */
export type SaveAdDraftInput = {
  /** The global id of the ad. */
  adId: string;
  /** The ad as text or HTML, if it is not an image. It is stored unchanged and never runs in one of our pages. */
  html?: string | null | undefined;
  /** A key that the client chooses, of at most 100 characters. The same request with the same key is done once and has the same result. */
  idempotencyKey?: string | null | undefined;
  /** The ad as an image, if it is not text: a file that you have uploaded. */
  imageId?: string | null | undefined;
  /** Target of a click. An image needs one before it is submitted. */
  targetUrl?: string | null | undefined;
};

/** Something to say in an order. */
export type SendMessageInput = {
  /** Files that the viewer has uploaded for it, images or PDF; at most 5. A file is used once. */
  attachments?: Array<string> | null | undefined;
  /** A key that the client chooses, of at most 100 characters. The same request with the same key is done once and has the same result. */
  idempotencyKey?: string | null | undefined;
  /** The global id of the order. */
  orderId: string;
  /** The number of the message in the same order that it answers. */
  replyTo?: number | null | undefined;
  /** Text of the message; at most 4000 characters of plain text. It may be empty if there are attachments. */
  text: string;
};

/** Input of the mutation `sendReminder`. */
export type SendReminderInput = {
  /** Refuse if the order is at another revision than this. */
  expectedRevision?: number | null | undefined;
  /** A key that the client chooses, of at most 100 characters. The same request with the same key is done once and has the same result. */
  idempotencyKey?: string | null | undefined;
  /** The global id of the order. */
  orderId: string;
};

/** The endpoint that gets a test event. */
export type SendTestEventInput = {
  /** The global id of the webhook endpoint. */
  endpointId: string;
  /** A key that the client chooses, of at most 100 characters. The same request with the same key is done once and has the same result. */
  idempotencyKey?: string | null | undefined;
};

/** Input of the mutation `signIn`. */
export type SignInInput = {
  /** Version of the terms that the person accepts. Required of a new person while the marketplace has terms. */
  acceptedTermsVersion?: number | null | undefined;
  /** The code from the e-mail, eight digits. */
  code: string;
  /** Address that the code was e-mailed to. */
  email: string;
  /** A key that the client chooses, of at most 100 characters. The same address and code with the same key, from the same network address, get the same session again, as long as an unused code works and the session has not ended. */
  idempotencyKey?: string | null | undefined;
};

/** A rule that decides who may sign up on the marketplace. */
export type SignUpPolicy =
  /** Only invited addresses become people. */
  | 'INVITE'
  /** Everyone who enters the right code for an address becomes a person. */
  | 'OPEN';

/** Filter for a list of spaces. Omitted fields do not filter; a list matches spaces with one of its values. */
export type SpaceFilter = {
  /** Only spaces with one of these countries, as ISO 3166-1 alpha-2 codes. */
  countries?: Array<string> | null | undefined;
  /** Only spaces with a price option in this currency. */
  currency?: string | null | undefined;
  /** Only spaces with this height in pixels. */
  formatHeight?: number | null | undefined;
  /** Only spaces with this width in pixels. */
  formatWidth?: number | null | undefined;
  /** First of at most 366 days on each of which the spaces have a free place. Required with `freeTo`. */
  freeFrom?: string | null | undefined;
  /** Last of the days on each of which the spaces have a free place. Required with `freeFrom`. */
  freeTo?: string | null | undefined;
  /** Only spaces with an option that is, or is not, paid monthly. Currency and prices apply to that option. */
  isMonthly?: boolean | null | undefined;
  /** Only spaces of one of these kinds. */
  kinds?: Array<SpaceKind> | null | undefined;
  /** Only spaces with one of these languages, as exact BCP 47 tags. */
  languages?: Array<string> | null | undefined;
  /** Highest price of an option, in minor units of `currency`, which is required then. */
  maxPrice?: number | null | undefined;
  /** Lowest price of an option, in minor units of `currency`, which is required then. */
  minPrice?: number | null | undefined;
  /** Only spaces of this seller: the id of an account. */
  sellerId?: string | null | undefined;
  /** Words that must all occur in the title, description or audience of the space or in the name of its seller. Three characters or more are found at any place of a word, fewer at its beginning. Letter case and accents make no difference. At most 200 characters and 10 different words. */
  text?: string | null | undefined;
};

/** The format of a space. An omitted field does not change; null clears it. */
export type SpaceFormatInput = {
  /** Height of the space in pixels. At most 100000. */
  height?: number | null | undefined;
  /** Duration of a recording in seconds. At most 86400. */
  seconds?: number | null | undefined;
  /** Width of the space in pixels. At most 100000. */
  width?: number | null | undefined;
  /** Length of a text in words. At most 100000. */
  words?: number | null | undefined;
};

/** The kind of medium that a space is in. */
export type SpaceKind =
  /** A place in a newsletter. */
  | 'NEWSLETTER'
  /** A space of any other kind. */
  | 'OTHER'
  /** A billboard, a screen, or another place outdoors. */
  | 'OUTDOOR'
  /** A mention in a podcast. */
  | 'PODCAST'
  /** A place in a printed publication. */
  | 'PRINT'
  /** A post on a social network. */
  | 'SOCIAL'
  /** A place on a website. */
  | 'WEBSITE';

/** The order of a list of spaces. */
export type SpaceSort =
  /** The newest space comes first. */
  | 'NEWEST'
  /** By the lowest price of the matching options, descending. Needs `filter.currency`. */
  | 'PRICE_HIGH_TO_LOW'
  /** By the lowest price of the matching options, ascending. Needs `filter.currency`; other spaces are left out. */
  | 'PRICE_LOW_TO_HIGH'
  /** By the title in alphabetical order. */
  | 'TITLE';

/** Status of a space, which its seller changes. */
export type SpaceStatus =
  /** The space is withdrawn for good. It never changes again. */
  | 'ARCHIVED'
  /** A new space, visible only to its seller. */
  | 'DRAFT'
  /** The space is offered to everyone. */
  | 'LISTED'
  /** The space is not offered at the moment. Its seller can list it again. */
  | 'UNLISTED';

/** Input of the mutation `startProcessing`. */
export type StartProcessingInput = {
  /** Refuse if the order is at another revision than this. */
  expectedRevision?: number | null | undefined;
  /** A key that the client chooses, of at most 100 characters. The same request with the same key is done once and has the same result. */
  idempotencyKey?: string | null | undefined;
  /** The global id of the order. */
  orderId: string;
  /** The date on which the ad is expected to run. */
  promisedFor?: string | null | undefined;
};

/** Kind of the value of a step field, by which a form chooses its control. */
export type StepFieldKind =
  /** A value of the options of the field. In the input it is an enum value. */
  | 'CHOICE'
  /** A moment in time. In the input it is a DateTime. */
  | 'DATE'
  /** The ids of images that the viewer has uploaded. */
  | 'FILES'
  /** The id of an object of the type that `typeName` names. */
  | 'ID'
  /** An absolute http or https URL. In the input it is a String. */
  | 'LINK'
  /** A positive amount in the currency of the order. In the input it is a MoneyInput. */
  | 'MONEY'
  /** A whole number in a range. In the input it is an Int. */
  | 'NUMBER'
  /** A text that is not blank. In the input it is a String. */
  | 'TEXT';

/** Input of the mutation `stopRenewal`. */
export type StopRenewalInput = {
  /** Refuse if the order is at another revision than this. */
  expectedRevision?: number | null | undefined;
  /** A key that the client chooses, of at most 100 characters. The same request with the same key is done once and has the same result. */
  idempotencyKey?: string | null | undefined;
  /** A note that the other party can read. */
  note?: string | null | undefined;
  /** The global id of the order. */
  orderId: string;
};

/** Input of the mutation `submitAd`. */
export type SubmitAdInput = {
  /** The global id of the ad. */
  adId: string;
  /** A key that the client chooses, of at most 100 characters. The same request with the same key is done once and has the same result. */
  idempotencyKey?: string | null | undefined;
};

/** Input of the mutation `submitProof`. */
export type SubmitProofInput = {
  /** Refuse if the order is at another revision than this. */
  expectedRevision?: number | null | undefined;
  /** A key that the client chooses, of at most 100 characters. The same request with the same key is done once and has the same result. */
  idempotencyKey?: string | null | undefined;
  /** A link to the page with the ad. */
  link?: string | null | undefined;
  /** A note on what the proof shows. */
  note?: string | null | undefined;
  /** The global id of the order. */
  orderId: string;
  /** Screenshots of the ad as it ran. At most 5 images. */
  screenshots?: Array<string> | null | undefined;
};

/** Status of the metrics survey of an order. */
export type SurveyStatus =
  /** The advertiser has answered the survey. */
  | 'ANSWERED'
  /** The survey is waiting for the advertiser to answer. */
  | 'DUE'
  /** The advertiser did not answer in time. */
  | 'LAPSED'
  /** The survey has not been sent yet. */
  | 'NOT_DUE';

/** Input of the mutation `suspendAccount`. */
export type SuspendAccountInput = {
  /** The global id of the account. */
  accountId: string;
  /** A key that the client chooses, of at most 100 characters. The same request with the same key is done once and has the same result. */
  idempotencyKey?: string | null | undefined;
  /** Reason for the act, at most 1000 characters; it is in the audit log. */
  reason: string;
};

/** Input of the mutation `takeDownAd`. */
export type TakeDownAdInput = {
  /** The global id of the ad. */
  adId: string;
  /** A key that the client chooses, of at most 100 characters. The same request with the same key is done once and has the same result. */
  idempotencyKey?: string | null | undefined;
  /** Reason for the act, at most 1000 characters; it is in the audit log. */
  reason: string;
};

/** Input of the mutation `takeDownSpace`. */
export type TakeDownSpaceInput = {
  /** A key that the client chooses, of at most 100 characters. The same request with the same key is done once and has the same result. */
  idempotencyKey?: string | null | undefined;
  /** Reason for the act, at most 1000 characters; it is in the audit log. */
  reason: string;
  /** The global id of the space. */
  spaceId: string;
};

/** The event that an entry of a timeline stands for, in the past tense. */
export type TimelineEntryType =
  /** Ad created: the entry that the step `createAd` adds. */
  | 'AD_CREATED'
  /** Ad draft saved: the entry that the step `saveAdDraft` adds. */
  | 'AD_DRAFT_SAVED'
  /** Ad expired: the entry that the step `expireAd` adds. */
  | 'AD_EXPIRED'
  /** Ad published: the entry that the step `publishAd` adds. */
  | 'AD_PUBLISHED'
  /** Ad published directly: the entry that the step `publishAdDirectly` adds. */
  | 'AD_PUBLISHED_DIRECTLY'
  /** Ad rejected: the entry that the step `rejectAd` adds. */
  | 'AD_REJECTED'
  /** Ad restored: an operator has restored an ad that was taken down. */
  | 'AD_RESTORED'
  /** Ad submitted: the entry that the step `submitAd` adds. */
  | 'AD_SUBMITTED'
  /** Ad taken down: an operator has taken an ad down, which is not shown until it is restored. */
  | 'AD_TAKEN_DOWN'
  /** Ad unpublished: the entry that the step `unpublishAd` adds. */
  | 'AD_UNPUBLISHED'
  /** Ad withdrawn: the entry that the step `withdrawAd` adds. */
  | 'AD_WITHDRAWN'
  /** Checkout expired: the payment link has expired. */
  | 'CHECKOUT_EXPIRED'
  /** Checkout failed: no payment link could be made. */
  | 'CHECKOUT_FAILED'
  /** Checkout opened: a payment link is ready. */
  | 'CHECKOUT_OPENED'
  /** Collaboration rated: the entry that the step `rateCollaboration` adds. */
  | 'COLLABORATION_RATED'
  /** Delay reported: the entry that the step `reportDelay` adds. */
  | 'DELAY_REPORTED'
  /** Dispute opened: the entry that the step `openDispute` adds. */
  | 'DISPUTE_OPENED'
  /** Dispute resolved: the entry that the step `resolveDispute` adds. */
  | 'DISPUTE_RESOLVED'
  /** Dispute window closed: the entry that the step `closeDisputeWindow` adds. */
  | 'DISPUTE_WINDOW_CLOSED'
  /** Email failed: the e-mail could not be delivered. */
  | 'EMAIL_FAILED'
  /** Email sent: the mail service has accepted the e-mail. */
  | 'EMAIL_SENT'
  /** Feedback provided: the entry that the step `provideFeedback` adds. */
  | 'FEEDBACK_PROVIDED'
  /** Feedback requested: the entry that the step `requestFeedback` adds. */
  | 'FEEDBACK_REQUESTED'
  /** Feedback request withdrawn: the entry that the step `withdrawFeedbackRequest` adds. */
  | 'FEEDBACK_REQUEST_WITHDRAWN'
  /** Message deleted: its author has deleted the text. */
  | 'MESSAGE_DELETED'
  /** Message sent: a party wrote in the chat. */
  | 'MESSAGE_SENT'
  /** Message updated: its author has changed the text. */
  | 'MESSAGE_UPDATED'
  /** Metrics survey answered: the entry that the step `answerMetricsSurvey` adds. */
  | 'METRICS_SURVEY_ANSWERED'
  /** Metrics survey lapsed: the entry that the step `lapseMetricsSurvey` adds. */
  | 'METRICS_SURVEY_LAPSED'
  /** Metrics survey sent: the entry that the step `sendMetricsSurvey` adds. */
  | 'METRICS_SURVEY_SENT'
  /** Order cancelled: the entry that the step `cancelOrder` adds. */
  | 'ORDER_CANCELLED'
  /** Order completed: the entry that the step `completeOrder` adds. */
  | 'ORDER_COMPLETED'
  /** Order expired: the entry that the step `expireOrder` adds. */
  | 'ORDER_EXPIRED'
  /** Order placed: the entry that the step `placeOrder` adds. */
  | 'ORDER_PLACED'
  /** Order put on hold: the entry that the step `putOnHold` adds. */
  | 'ORDER_PUT_ON_HOLD'
  /** Order refunded: the entry that the step `refundOrder` adds. */
  | 'ORDER_REFUNDED'
  /** Order rejected: the entry that the step `rejectOrder` adds. */
  | 'ORDER_REJECTED'
  /** Order renewed: the entry that the step `renewOrder` adds. */
  | 'ORDER_RENEWED'
  /** Order resumed: the entry that the step `resumeOrder` adds. */
  | 'ORDER_RESUMED'
  /** Order status overridden: the entry that the step `overrideOrderStatus` adds. */
  | 'ORDER_STATUS_OVERRIDDEN'
  /** Paid order cancelled: the entry that the step `cancelPaidOrder` adds. */
  | 'PAID_ORDER_CANCELLED'
  /** Payment arrived late: the payment was no longer requested, and is refunded. */
  | 'PAYMENT_ARRIVED_LATE'
  /** Payment disputed: the payer's bank disputes the payment, and an operator decides about it. */
  | 'PAYMENT_DISPUTED'
  /** Payment exception resolved: an operator has decided about a payment or a refund. */
  | 'PAYMENT_EXCEPTION_RESOLVED'
  /** Payment failed: an attempt to pay has failed. */
  | 'PAYMENT_FAILED'
  /** Payment mismatched: the payment does not match the request, and an operator decides about it. */
  | 'PAYMENT_MISMATCHED'
  /** Payment received: the entry that the step `confirmPayment` adds. */
  | 'PAYMENT_RECEIVED'
  /** Payment refunded: a payment was refunded, in full or in part. */
  | 'PAYMENT_REFUNDED'
  /** Payment requested: the entry that the step `requestPayment` adds. */
  | 'PAYMENT_REQUESTED'
  /** Payment request withdrawn: the entry that the step `withdrawPaymentRequest` adds. */
  | 'PAYMENT_REQUEST_WITHDRAWN'
  /** Processing started: the entry that the step `startProcessing` adds. */
  | 'PROCESSING_STARTED'
  /** Proof lapsed: the entry that the step `lapseProof` adds. */
  | 'PROOF_LAPSED'
  /** Proof reminder sent: the entry that the step `remindOfProof` adds. */
  | 'PROOF_REMINDER_SENT'
  /** Proof submitted: the entry that the step `submitProof` adds. */
  | 'PROOF_SUBMITTED'
  /** Ratings published: the entry that the step `publishRatings` adds. */
  | 'RATINGS_PUBLISHED'
  /** Refund failed: the refund could not be made, and an operator decides about it. */
  | 'REFUND_FAILED'
  /** Reminder sent: the entry that the step `sendReminder` adds. */
  | 'REMINDER_SENT'
  /** Renewal ended: the entry that the step `endRenewal` adds. */
  | 'RENEWAL_ENDED'
  /** Renewal payment missed: the entry that the step `missRenewalPayment` adds. */
  | 'RENEWAL_PAYMENT_MISSED'
  /** Renewal payment reminder sent: the entry that the step `remindOfRenewalPayment` adds. */
  | 'RENEWAL_PAYMENT_REMINDER_SENT'
  /** Renewal payment requested: the entry that the step `requestRenewalPayment` adds. */
  | 'RENEWAL_PAYMENT_REQUESTED'
  /** Renewal stopped: the entry that the step `stopRenewal` adds. */
  | 'RENEWAL_STOPPED'
  /** Setup link revoked: the link no longer works. */
  | 'SETUP_LINK_REVOKED'
  /** Setup link rotated: a new link was e-mailed, and the previous one no longer works. */
  | 'SETUP_LINK_ROTATED';

/** Blocked days of a space that are offered again. */
export type UnblockSpaceDaysInput = {
  /** A key that the client chooses, of at most 100 characters. The same request with the same key is done once and has the same result. */
  idempotencyKey?: string | null | undefined;
  /** Ranges of days in the time zone of the space, from today to 731 days after today; 1 to 50 ranges, which may overlap. */
  ranges: Array<DayRangeInput>;
  /** The global id of the space. */
  spaceId: string;
};

/** Input of the mutation `unlistSpace`. */
export type UnlistSpaceInput = {
  /** A key that the client chooses, of at most 100 characters. The same request with the same key is done once and has the same result. */
  idempotencyKey?: string | null | undefined;
  /** The global id of the space. */
  spaceId: string;
};

/** Input of the mutation `unpublishAd`. */
export type UnpublishAdInput = {
  /** The global id of the ad. */
  adId: string;
  /** A key that the client chooses, of at most 100 characters. The same request with the same key is done once and has the same result. */
  idempotencyKey?: string | null | undefined;
};

/** Input of the mutation `updateAccount`. Omitted fields do not change; null clears an optional field. */
export type UpdateAccountInput = {
  /** Text for the public profile, at most 2000 characters. */
  about?: string | null | undefined;
  /** Postal address in lines, at most 500 characters. */
  address?: string | null | undefined;
  /** A key that the client chooses, of at most 100 characters. The same request with the same key is done once and has the same result. */
  idempotencyKey?: string | null | undefined;
  /** Name in contracts and on receipts, at most 200 characters. */
  legalName?: string | null | undefined;
  /** The id of a file uploaded with the purpose ACCOUNT_LOGO and not in use; null removes the logo. */
  logoFileId?: string | null | undefined;
  /** Name that other parties see, at most 200 characters. */
  name?: string | null | undefined;
  /** Instructions for paying outside the marketplace, at most 2000 characters. */
  paymentInstructions?: string | null | undefined;
  /** Telephone number, at most 50 characters. */
  phone?: string | null | undefined;
  /** Tax id for receipts, at most 50 characters. */
  taxId?: string | null | undefined;
  /** Address of the website, an http:// or https:// URL. */
  website?: string | null | undefined;
};

/** The settings to change. A setting that is left out stays as it is. */
export type UpdateAccountSettingsInput = {
  /** True if advertisers who order from you are e-mailed a link to set up their ads. */
  adSetupEmails?: boolean | null | undefined;
  /** A key that the client chooses, of at most 100 characters. The same request with the same key is done once and has the same result. */
  idempotencyKey?: string | null | undefined;
};

/** Input of the mutation `updateAdRenewal`. */
export type UpdateAdRenewalInput = {
  /** A key that the client chooses, of at most 100 characters. The same request with the same key is done once and has the same result. */
  idempotencyKey?: string | null | undefined;
  /** If true, ads are published again in the same placement when their order is renewed; otherwise they are copied as drafts. */
  renewsAds: boolean;
  /** The global id of the space. */
  spaceId: string;
};

/** Input of the mutation `updateAdWeight`. */
export type UpdateAdWeightInput = {
  /** An ad in a placement of the kind GROUP. */
  adId: string;
  /** A key that the client chooses, of at most 100 characters. The same request with the same key is done once and has the same result. */
  idempotencyKey?: string | null | undefined;
  /** The weight, from 1 to 1000. */
  weight: number;
};

/** Input of the mutation `updateApplicationRedirectUris`. */
export type UpdateApplicationRedirectUrisInput = {
  /** The global id of the application. */
  applicationId: string;
  /** A key that the client chooses, of at most 100 characters. The same request with the same key is done once and has the same result. */
  idempotencyKey?: string | null | undefined;
  /** The new addresses, at most 10: https, or http on localhost, 127.0.0.1 or [::1]. */
  redirectUris: Array<string>;
};

/** The new scopes of an application, which replace the old ones. */
export type UpdateApplicationScopesInput = {
  /** The global id of the application. */
  applicationId: string;
  /** A key that the client chooses, of at most 100 characters. The same request with the same key is done once and has the same result. */
  idempotencyKey?: string | null | undefined;
  /** All that it may do. */
  scopes: Array<ApplicationScope>;
};

/** The complete creative rules of a space. An omitted field has only the general limits. */
export type UpdateCreativeRulesInput = {
  /** A key that the client chooses, of at most 100 characters. The same request with the same key is done once and has the same result. */
  idempotencyKey?: string | null | undefined;
  /** Maximum height of an image in pixels. */
  imageHeight?: number | null | undefined;
  /** Maximum width of an image in pixels. */
  imageWidth?: number | null | undefined;
  /** If true, an image must have exactly this width and height. */
  isImageSizeExact?: boolean | null | undefined;
  /** Kinds of ads that the space accepts. */
  kinds: Array<CreativeKind>;
  /** Maximum number of characters of a text, HTML included. */
  maxHtmlCharacters?: number | null | undefined;
  /** Maximum size of an image in bytes. */
  maxImageBytes?: number | null | undefined;
  /** The global id of the space. */
  spaceId: string;
};

/** Input of the mutation `updateMarketplace`. Omitted fields do not change; null clears an optional field. */
export type UpdateMarketplaceInput = {
  /** Address at which people reach the operators, visible to everyone. */
  contactEmail?: string | null | undefined;
  /** Currencies in which new prices can be, at most 50; null allows every currency. Existing prices stay. */
  currencies?: Array<string> | null | undefined;
  /** Revision of the settings that the client has read. If they have changed since, nothing is changed. */
  expectedRevision: number;
  /** Fee on new orders in basis points, from 0 to 10000. Placed orders keep theirs. */
  feeBasisPoints?: number | null | undefined;
  /** A key that the client chooses, of at most 100 characters. The same request with the same key is done once and has the same result. */
  idempotencyKey?: string | null | undefined;
  /** Languages that people can choose, at least one. A person who has chosen another keeps it. */
  languages?: Array<Language> | null | undefined;
  /** The id of a file uploaded with the purpose MARKETPLACE_LOGO and not in use; null removes the logo. */
  logoFileId?: string | null | undefined;
  /** Name of the marketplace, at most 100 characters. */
  name?: string | null | undefined;
  /** True if the text behind the address of the terms has changed: makes a new version of the terms. */
  newTermsVersion?: boolean | null | undefined;
  /** Colour of buttons and links: # and six hexadecimal digits. Every colour carries white or black text. */
  primaryColor?: string | null | undefined;
  /** Address of the privacy policy, at most 500 characters. */
  privacyUrl?: string | null | undefined;
  /** Address of the sender of e-mails; null for that of the server. The mail service must accept the domain. */
  senderAddress?: string | null | undefined;
  /** Name of the sender of e-mails, at most 100 characters; null for that of the server. */
  senderName?: string | null | undefined;
  /** Rule for new people. OPEN is refused if the server is configured to accept invited people only. */
  signUp?: SignUpPolicy | null | undefined;
  /** Address of the text of the terms, at most 500 characters. Another address is a new version; null ends the terms. */
  termsUrl?: string | null | undefined;
};

/** Input of the mutation `updateMemberRole`. */
export type UpdateMemberRoleInput = {
  /** A key that the client chooses, of at most 100 characters. The same request with the same key is done once and has the same result. */
  idempotencyKey?: string | null | undefined;
  /** The global id of the member, a person. */
  personId: string;
  /** New role of the member. */
  role: MembershipRole;
};

/** A message of the viewer, and its new text. */
export type UpdateMessageInput = {
  /** A key that the client chooses, of at most 100 characters. The same request with the same key is done once and has the same result. */
  idempotencyKey?: string | null | undefined;
  /** The global id of the message. */
  messageId: string;
  /** New text of the message; at most 4000 characters of plain text. */
  text: string;
};

/** Input of the mutation `updateNotificationPreferences`. Omitted fields do not change. */
export type UpdateNotificationPreferencesInput = {
  /** Choices for kinds of notifications, each kind once. Other kinds do not change. */
  choices?: Array<NotificationChoiceInput> | null | undefined;
  /** A key that the client chooses, of at most 100 characters. The same request with the same key is done once and has the same result. */
  idempotencyKey?: string | null | undefined;
  /** New quiet hours; null ends them. */
  quietHours?: QuietHoursInput | null | undefined;
};

/** Input of the mutation `updatePerson`. Omitted fields do not change. */
export type UpdatePersonInput = {
  /** A key that the client chooses, of at most 100 characters. The same request with the same key is done once and has the same result. */
  idempotencyKey?: string | null | undefined;
  /** Language of e-mails and pages. */
  language?: Language | null | undefined;
  /** Name that others see, at most 200 characters. */
  name?: string | null | undefined;
  /** Time zone, an IANA name such as Europe/Berlin. */
  timeZone?: string | null | undefined;
};

/** Input of the mutation `updatePlacement`. */
export type UpdatePlacementInput = {
  /** A key that the client chooses, of at most 100 characters. The same request with the same key is done once and has the same result. */
  idempotencyKey?: string | null | undefined;
  /** The display name, chosen by its owner. */
  name: string;
  /** The global id of the placement. */
  placementId: string;
};

/** The changes of a price option. An omitted field does not change. */
export type UpdatePriceOptionInput = {
  /** A key that the client chooses, of at most 100 characters. The same request with the same key is done once and has the same result. */
  idempotencyKey?: string | null | undefined;
  /** True if the option is paid every month; false if omitted for a new option. */
  isMonthly?: boolean | null | undefined;
  /** The measure that the quantity counts. */
  measure?: PriceMeasure | null | undefined;
  /** Price for the quantity, greater than 0. */
  price?: MoneyInput | null | undefined;
  /** The global id of the price option. */
  priceOptionId: string;
  /** Number of days (at most 3650), impressions or clicks (at most 1000000000). Required unless the measure is FLAT, which has none. */
  quantity?: number | null | undefined;
  /** Short description of what is bought; at most 200 characters. */
  title?: string | null | undefined;
};

/** The complete settings of the availability of a space. */
export type UpdateSpaceAvailabilityInput = {
  /** Maximum number of ads that run on the same day, from 1 to 10000; null or absent for any number. */
  capacity?: number | null | undefined;
  /** A key that the client chooses, of at most 100 characters. The same request with the same key is done once and has the same result. */
  idempotencyKey?: string | null | undefined;
  /** The global id of the space. */
  spaceId: string;
  /** IANA name of the time zone of the space's days, such as Europe/Berlin. */
  timeZone: string;
};

/** The changes of a space. An omitted field does not change; null clears it. */
export type UpdateSpaceInput = {
  /** Description of the people who see the space; at most 2000 characters. */
  audience?: string | null | undefined;
  /** Countries of the audience as ISO 3166-1 alpha-2 codes, such as `DE`; at most 50. */
  countries?: Array<string> | null | undefined;
  /** A placement of the seller in which ads of the space are published if the seller names none. */
  defaultPlacementId?: string | null | undefined;
  /** Information that an advertiser needs before ordering; at most 4000 characters. */
  description?: string | null | undefined;
  /** Size or length of an ad; null clears all of it. */
  format?: SpaceFormatInput | null | undefined;
  /** A key that the client chooses, of at most 100 characters. The same request with the same key is done once and has the same result. */
  idempotencyKey?: string | null | undefined;
  /** The kind of medium that the space is in. */
  kind?: SpaceKind | null | undefined;
  /** Languages of the audience as BCP 47 tags, such as `en` or `pt-BR`; at most 20. */
  languages?: Array<string> | null | undefined;
  /** Number of days that the seller needs between the order and the first day of the ad; at most 365. */
  leadTimeDays?: number | null | undefined;
  /** Material and information that the seller needs from the advertiser; at most 4000 characters. */
  requirements?: string | null | undefined;
  /** The global id of the space. */
  spaceId: string;
  /** Short name of the space; at most 200 characters. */
  title?: string | null | undefined;
};

/** The typing state of the viewer in an order. */
export type UpdateTypingStatusInput = {
  /** A key that the client chooses, of at most 100 characters. The same request with the same key is done once and has the same result. A repeated request with a key does not extend the time; without a key it does. */
  idempotencyKey?: string | null | undefined;
  /** True while the viewer is typing; false clears the state. */
  isTyping: boolean;
  /** The global id of the order. */
  orderId: string;
};

/** The changes to a webhook endpoint. Omitted fields do not change. */
export type UpdateWebhookEndpointInput = {
  /** The id of a registered operation, whose result is sent for each event: a subscription to `orderTimeline` or `inbox`, or a query that needs no variables but `$orderId` and `$number`. It may cost at most 1000. */
  documentId?: string | null | undefined;
  /** The global id of the webhook endpoint. */
  endpointId: string;
  /** Types of entries that the endpoint receives; all types if the list is empty. */
  events?: Array<TimelineEntryType> | null | undefined;
  /** A key that the client chooses, of at most 100 characters. The same request with the same key is done once and has the same result. */
  idempotencyKey?: string | null | undefined;
  /** True if the endpoint receives events. An endpoint that is enabled again continues where it stopped. */
  isEnabled?: boolean | null | undefined;
  /** URL that receives the events: https, a public address, port 443 or a port from 1024; at most 500 characters. */
  url?: string | null | undefined;
};

/** Status of a webhook delivery and its attempts. */
export type WebhookDeliveryStatus =
  /** The endpoint has taken it, with a status from 200 to 299. */
  | 'DELIVERED'
  /** The delivery is due or will be retried; for a disabled endpoint after it is enabled. */
  | 'WAITING';

/** Reason why an endpoint receives no events. */
export type WebhookDisabledReason =
  /** The endpoint has not accepted an event for 3 days. */
  | 'FAILING'
  /** The endpoint answered with status 410 (Gone). */
  | 'GONE'
  /** The endpoint was disabled by a person or an application. */
  | 'MANUAL'
  /** Every version of its operation is retired: name another one. */
  | 'OPERATION_RETIRED';

/** Input of the mutation `withdrawFeedbackRequest`. */
export type WithdrawFeedbackRequestInput = {
  /** Refuse if the order is at another revision than this. */
  expectedRevision?: number | null | undefined;
  /** A key that the client chooses, of at most 100 characters. The same request with the same key is done once and has the same result. */
  idempotencyKey?: string | null | undefined;
  /** The global id of the order. */
  orderId: string;
};

/** Input of the mutation `withdrawInvitation`. */
export type WithdrawInvitationInput = {
  /** A key that the client chooses, of at most 100 characters. The same request with the same key is done once and has the same result. */
  idempotencyKey?: string | null | undefined;
  /** The global id of the invitation. */
  invitationId: string;
};

/** Input of the mutation `withdrawPaymentRequest`. */
export type WithdrawPaymentRequestInput = {
  /** Refuse if the order is at another revision than this. */
  expectedRevision?: number | null | undefined;
  /** A key that the client chooses, of at most 100 characters. The same request with the same key is done once and has the same result. */
  idempotencyKey?: string | null | undefined;
  /** The global id of the order. */
  orderId: string;
};

export type AccountProfileQueryVariables = Exact<{
  accountId: string;
}>;


export type AccountProfileQuery = { node:
    | { __typename: 'Account', name: string, about: string | null, website: string | null, suspendedAt: string | null, suspendedReason: string | null, id: string, logo: { __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null } | null, profile: { __typename: 'SellerProfile', completedOrderCount: number, ratingAverage: number | null, ratingCount: number, responseTime: { __typename: 'ResponseTime', medianSeconds: number, orderCount: number } | null, metrics: { __typename: 'SellerMetrics', answerCount: number, averageTraffic: number, averageLeads: number, averageConversions: number } | null } | null }
    | { __typename: 'Ad', id: string }
    | { __typename: 'Application', id: string }
    | { __typename: 'AuditEntry', id: string }
    | { __typename: 'File', id: string }
    | { __typename: 'Marketplace', id: string }
    | { __typename: 'Message', id: string }
    | { __typename: 'Order', id: string }
    | { __typename: 'PaymentException', id: string }
    | { __typename: 'Person', id: string }
    | { __typename: 'Placement', id: string }
    | { __typename: 'PriceOption', id: string }
    | { __typename: 'Report', id: string }
    | { __typename: 'Sandbox', id: string }
    | { __typename: 'Space', id: string }
    | { __typename: 'WebhookDelivery', id: string }
    | { __typename: 'WebhookEndpoint', id: string }
   | null };

export type AccountRecordFragment = { __typename: 'SellerProfile', completedOrderCount: number, ratingAverage: number | null, ratingCount: number, responseTime: { __typename: 'ResponseTime', medianSeconds: number, orderCount: number } | null, metrics: { __typename: 'SellerMetrics', answerCount: number, averageTraffic: number, averageLeads: number, averageConversions: number } | null };

export type AccountSpacesQueryVariables = Exact<{
  accountId: string;
  first: number;
  after?: string | null | undefined;
}>;


export type AccountSpacesQuery = { spaces: { __typename: 'SpaceSearchConnection', nodes: Array<{ __typename: 'Space', id: string, title: string, description: string, kind: SpaceKind, seller: { __typename: 'Account', id: string, name: string }, pictures: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, options: Array<{ __typename: 'PriceOption', id: string, title: string, measure: PriceMeasure, quantity: number | null, isMonthly: boolean, price: { __typename: 'Money', minorUnits: number, currency: string, digits: number } }> }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } };

export type AccountRatingsQueryVariables = Exact<{
  accountId: string;
  first: number;
  after?: string | null | undefined;
}>;


export type AccountRatingsQuery = { sellerProfile: { __typename: 'SellerProfile', ratings: { __typename: 'RatingConnection', nodes: Array<{ __typename: 'Rating', id: string, raterName: string, stars: number, text: string | null, publishedAt: string | null }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } } | null };

type RefusalView_AccountNotFound_Fragment = { __typename: 'AccountNotFound', code: string, message: string, recovery: Recovery };

type RefusalView_AccountRefused_Fragment = { __typename: 'AccountRefused', code: string, message: string, recovery: Recovery };

type RefusalView_AdNotFound_Fragment = { __typename: 'AdNotFound', code: string, message: string, recovery: Recovery };

type RefusalView_AdNotInGroup_Fragment = { __typename: 'AdNotInGroup', code: string, message: string, recovery: Recovery };

type RefusalView_AdStepNotAllowed_Fragment = { __typename: 'AdStepNotAllowed', code: string, message: string, recovery: Recovery };

type RefusalView_AlreadyMember_Fragment = { __typename: 'AlreadyMember', code: string, message: string, recovery: Recovery };

type RefusalView_AmountNotPayable_Fragment = { __typename: 'AmountNotPayable', code: string, message: string, recovery: Recovery };

type RefusalView_ApplicationGrantNotFound_Fragment = { __typename: 'ApplicationGrantNotFound', code: string, message: string, recovery: Recovery };

type RefusalView_ApplicationKeyNotFound_Fragment = { __typename: 'ApplicationKeyNotFound', code: string, message: string, recovery: Recovery };

type RefusalView_ApplicationNotFound_Fragment = { __typename: 'ApplicationNotFound', code: string, message: string, recovery: Recovery };

type RefusalView_DaysReserved_Fragment = { __typename: 'DaysReserved', code: string, message: string, recovery: Recovery };

type RefusalView_DaysUnavailable_Fragment = { __typename: 'DaysUnavailable', code: string, message: string, recovery: Recovery };

type RefusalView_EmailChangeCodeInvalid_Fragment = { __typename: 'EmailChangeCodeInvalid', code: string, message: string, recovery: Recovery };

type RefusalView_EmailTaken_Fragment = { __typename: 'EmailTaken', code: string, message: string, recovery: Recovery };

type RefusalView_IdempotencyKeyReused_Fragment = { __typename: 'IdempotencyKeyReused', code: string, message: string, recovery: Recovery };

type RefusalView_InputInvalid_Fragment = { __typename: 'InputInvalid', code: string, message: string, recovery: Recovery, problems: Array<{ __typename: 'InputProblem', field: string, message: string }> };

type RefusalView_InvitationNotFound_Fragment = { __typename: 'InvitationNotFound', code: string, message: string, recovery: Recovery };

type RefusalView_InvitationUnavailable_Fragment = { __typename: 'InvitationUnavailable', code: string, message: string, recovery: Recovery };

type RefusalView_LastOwner_Fragment = { __typename: 'LastOwner', code: string, message: string, recovery: Recovery };

type RefusalView_LimitReached_Fragment = { __typename: 'LimitReached', code: string, message: string, recovery: Recovery };

type RefusalView_MarketplaceChanged_Fragment = { __typename: 'MarketplaceChanged', code: string, message: string, recovery: Recovery };

type RefusalView_MemberNotFound_Fragment = { __typename: 'MemberNotFound', code: string, message: string, recovery: Recovery };

type RefusalView_MessageNotChangeable_Fragment = { __typename: 'MessageNotChangeable', code: string, message: string, recovery: Recovery };

type RefusalView_MessageNotFound_Fragment = { __typename: 'MessageNotFound', code: string, message: string, recovery: Recovery };

type RefusalView_NotAParty_Fragment = { __typename: 'NotAParty', code: string, message: string, recovery: Recovery };

type RefusalView_NotSignedIn_Fragment = { __typename: 'NotSignedIn', code: string, message: string, recovery: Recovery };

type RefusalView_NotificationRequired_Fragment = { __typename: 'NotificationRequired', code: string, message: string, recovery: Recovery };

type RefusalView_OAuthUnavailable_Fragment = { __typename: 'OAuthUnavailable', code: string, message: string, recovery: Recovery };

type RefusalView_OpenOrders_Fragment = { __typename: 'OpenOrders', code: string, message: string, recovery: Recovery };

type RefusalView_OperationsRefused_Fragment = { __typename: 'OperationsRefused', code: string, message: string, recovery: Recovery };

type RefusalView_OperatorNotFound_Fragment = { __typename: 'OperatorNotFound', code: string, message: string, recovery: Recovery };

type RefusalView_OperatorRequired_Fragment = { __typename: 'OperatorRequired', code: string, message: string, recovery: Recovery };

type RefusalView_OrderNotFound_Fragment = { __typename: 'OrderNotFound', code: string, message: string, recovery: Recovery };

type RefusalView_PaymentExceptionNotFound_Fragment = { __typename: 'PaymentExceptionNotFound', code: string, message: string, recovery: Recovery };

type RefusalView_PaymentLinkUnavailable_Fragment = { __typename: 'PaymentLinkUnavailable', code: string, message: string, recovery: Recovery };

type RefusalView_PlacementNotEmpty_Fragment = { __typename: 'PlacementNotEmpty', code: string, message: string, recovery: Recovery };

type RefusalView_PlacementNotFound_Fragment = { __typename: 'PlacementNotFound', code: string, message: string, recovery: Recovery };

type RefusalView_PriceOptionNotFound_Fragment = { __typename: 'PriceOptionNotFound', code: string, message: string, recovery: Recovery };

type RefusalView_PushSubscriptionNotFound_Fragment = { __typename: 'PushSubscriptionNotFound', code: string, message: string, recovery: Recovery };

type RefusalView_PushUnavailable_Fragment = { __typename: 'PushUnavailable', code: string, message: string, recovery: Recovery };

type RefusalView_RateLimited_Fragment = { __typename: 'RateLimited', code: string, message: string, recovery: Recovery };

type RefusalView_ReferenceAlreadyCounted_Fragment = { __typename: 'ReferenceAlreadyCounted', code: string, message: string, recovery: Recovery };

type RefusalView_ReportNotFound_Fragment = { __typename: 'ReportNotFound', code: string, message: string, recovery: Recovery };

type RefusalView_ReportSubjectNotFound_Fragment = { __typename: 'ReportSubjectNotFound', code: string, message: string, recovery: Recovery };

type RefusalView_ResultUnavailable_Fragment = { __typename: 'ResultUnavailable', code: string, message: string, recovery: Recovery };

type RefusalView_SandboxNotFound_Fragment = { __typename: 'SandboxNotFound', code: string, message: string, recovery: Recovery };

type RefusalView_SandboxOnly_Fragment = { __typename: 'SandboxOnly', code: string, message: string, recovery: Recovery };

type RefusalView_SandboxUnavailable_Fragment = { __typename: 'SandboxUnavailable', code: string, message: string, recovery: Recovery };

type RefusalView_SandboxesDisabled_Fragment = { __typename: 'SandboxesDisabled', code: string, message: string, recovery: Recovery };

type RefusalView_ScopeMissing_Fragment = { __typename: 'ScopeMissing', code: string, message: string, recovery: Recovery };

type RefusalView_SessionNotFound_Fragment = { __typename: 'SessionNotFound', code: string, message: string, recovery: Recovery };

type RefusalView_SetupLinkUnavailable_Fragment = { __typename: 'SetupLinkUnavailable', code: string, message: string, recovery: Recovery };

type RefusalView_SignInCodeInvalid_Fragment = { __typename: 'SignInCodeInvalid', code: string, message: string, recovery: Recovery };

type RefusalView_SignUpClosed_Fragment = { __typename: 'SignUpClosed', code: string, message: string, recovery: Recovery };

type RefusalView_SpaceIncomplete_Fragment = { __typename: 'SpaceIncomplete', code: string, message: string, recovery: Recovery };

type RefusalView_SpaceNotFound_Fragment = { __typename: 'SpaceNotFound', code: string, message: string, recovery: Recovery };

type RefusalView_SpaceStatusNotAllowed_Fragment = { __typename: 'SpaceStatusNotAllowed', code: string, message: string, recovery: Recovery };

type RefusalView_StaleRevision_Fragment = { __typename: 'StaleRevision', code: string, message: string, recovery: Recovery };

type RefusalView_StepNotAllowed_Fragment = { __typename: 'StepNotAllowed', code: string, message: string, recovery: Recovery };

type RefusalView_StreamEnded_Fragment = { __typename: 'StreamEnded', code: string, message: string, recovery: Recovery };

type RefusalView_TermsNotAccepted_Fragment = { __typename: 'TermsNotAccepted', code: string, message: string, recovery: Recovery };

type RefusalView_TestPaymentNotFound_Fragment = { __typename: 'TestPaymentNotFound', code: string, message: string, recovery: Recovery };

type RefusalView_TestPaymentNotReady_Fragment = { __typename: 'TestPaymentNotReady', code: string, message: string, recovery: Recovery };

type RefusalView_TooManyUploads_Fragment = { __typename: 'TooManyUploads', code: string, message: string, recovery: Recovery };

type RefusalView_VersionAlreadyExists_Fragment = { __typename: 'VersionAlreadyExists', code: string, message: string, recovery: Recovery };

type RefusalView_VersionNotFound_Fragment = { __typename: 'VersionNotFound', code: string, message: string, recovery: Recovery };

type RefusalView_WebhookDeliveryNotFound_Fragment = { __typename: 'WebhookDeliveryNotFound', code: string, message: string, recovery: Recovery };

type RefusalView_WebhookEndpointDisabled_Fragment = { __typename: 'WebhookEndpointDisabled', code: string, message: string, recovery: Recovery };

type RefusalView_WebhookEndpointNotFound_Fragment = { __typename: 'WebhookEndpointNotFound', code: string, message: string, recovery: Recovery };

export type RefusalViewFragment =
  | RefusalView_AccountNotFound_Fragment
  | RefusalView_AccountRefused_Fragment
  | RefusalView_AdNotFound_Fragment
  | RefusalView_AdNotInGroup_Fragment
  | RefusalView_AdStepNotAllowed_Fragment
  | RefusalView_AlreadyMember_Fragment
  | RefusalView_AmountNotPayable_Fragment
  | RefusalView_ApplicationGrantNotFound_Fragment
  | RefusalView_ApplicationKeyNotFound_Fragment
  | RefusalView_ApplicationNotFound_Fragment
  | RefusalView_DaysReserved_Fragment
  | RefusalView_DaysUnavailable_Fragment
  | RefusalView_EmailChangeCodeInvalid_Fragment
  | RefusalView_EmailTaken_Fragment
  | RefusalView_IdempotencyKeyReused_Fragment
  | RefusalView_InputInvalid_Fragment
  | RefusalView_InvitationNotFound_Fragment
  | RefusalView_InvitationUnavailable_Fragment
  | RefusalView_LastOwner_Fragment
  | RefusalView_LimitReached_Fragment
  | RefusalView_MarketplaceChanged_Fragment
  | RefusalView_MemberNotFound_Fragment
  | RefusalView_MessageNotChangeable_Fragment
  | RefusalView_MessageNotFound_Fragment
  | RefusalView_NotAParty_Fragment
  | RefusalView_NotSignedIn_Fragment
  | RefusalView_NotificationRequired_Fragment
  | RefusalView_OAuthUnavailable_Fragment
  | RefusalView_OpenOrders_Fragment
  | RefusalView_OperationsRefused_Fragment
  | RefusalView_OperatorNotFound_Fragment
  | RefusalView_OperatorRequired_Fragment
  | RefusalView_OrderNotFound_Fragment
  | RefusalView_PaymentExceptionNotFound_Fragment
  | RefusalView_PaymentLinkUnavailable_Fragment
  | RefusalView_PlacementNotEmpty_Fragment
  | RefusalView_PlacementNotFound_Fragment
  | RefusalView_PriceOptionNotFound_Fragment
  | RefusalView_PushSubscriptionNotFound_Fragment
  | RefusalView_PushUnavailable_Fragment
  | RefusalView_RateLimited_Fragment
  | RefusalView_ReferenceAlreadyCounted_Fragment
  | RefusalView_ReportNotFound_Fragment
  | RefusalView_ReportSubjectNotFound_Fragment
  | RefusalView_ResultUnavailable_Fragment
  | RefusalView_SandboxNotFound_Fragment
  | RefusalView_SandboxOnly_Fragment
  | RefusalView_SandboxUnavailable_Fragment
  | RefusalView_SandboxesDisabled_Fragment
  | RefusalView_ScopeMissing_Fragment
  | RefusalView_SessionNotFound_Fragment
  | RefusalView_SetupLinkUnavailable_Fragment
  | RefusalView_SignInCodeInvalid_Fragment
  | RefusalView_SignUpClosed_Fragment
  | RefusalView_SpaceIncomplete_Fragment
  | RefusalView_SpaceNotFound_Fragment
  | RefusalView_SpaceStatusNotAllowed_Fragment
  | RefusalView_StaleRevision_Fragment
  | RefusalView_StepNotAllowed_Fragment
  | RefusalView_StreamEnded_Fragment
  | RefusalView_TermsNotAccepted_Fragment
  | RefusalView_TestPaymentNotFound_Fragment
  | RefusalView_TestPaymentNotReady_Fragment
  | RefusalView_TooManyUploads_Fragment
  | RefusalView_VersionAlreadyExists_Fragment
  | RefusalView_VersionNotFound_Fragment
  | RefusalView_WebhookDeliveryNotFound_Fragment
  | RefusalView_WebhookEndpointDisabled_Fragment
  | RefusalView_WebhookEndpointNotFound_Fragment
;

export type BrandQueryVariables = Exact<{ [key: string]: never; }>;


export type BrandQuery = { marketplace: { __typename: 'Marketplace', id: string, name: string, primaryColor: string, primaryTextColor: string, contactEmail: string | null, privacyUrl: string | null, logo: { __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null } | null, terms: { __typename: 'Terms', url: string, version: number, publishedAt: string } | null } };

export type CatalogueQueryVariables = Exact<{
  filter?: SpaceFilter | null | undefined;
  sort: SpaceSort;
  first: number;
  after?: string | null | undefined;
}>;


export type CatalogueQuery = { spaces: { __typename: 'SpaceSearchConnection', nodes: Array<{ __typename: 'Space', id: string, title: string, description: string, kind: SpaceKind, seller: { __typename: 'Account', id: string, name: string }, pictures: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, options: Array<{ __typename: 'PriceOption', id: string, title: string, measure: PriceMeasure, quantity: number | null, isMonthly: boolean, price: { __typename: 'Money', minorUnits: number, currency: string, digits: number } }> }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } };

export type CatalogueFacetsQueryVariables = Exact<{
  filter?: SpaceFilter | null | undefined;
}>;


export type CatalogueFacetsQuery = { spaces: { __typename: 'SpaceSearchConnection', totalCount: number, facets: { __typename: 'SpaceFacets', kinds: Array<{ __typename: 'SpaceKindCount', value: SpaceKind, count: number }>, languages: Array<{ __typename: 'TextCount', value: string, count: number }>, countries: Array<{ __typename: 'TextCount', value: string, count: number }>, currencies: Array<{ __typename: 'TextCount', value: string, count: number }>, monthly: Array<{ __typename: 'BooleanCount', value: boolean, count: number }> } } };

export type SpaceCardFragment = { __typename: 'Space', id: string, title: string, description: string, kind: SpaceKind, seller: { __typename: 'Account', id: string, name: string }, pictures: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, options: Array<{ __typename: 'PriceOption', id: string, title: string, measure: PriceMeasure, quantity: number | null, isMonthly: boolean, price: { __typename: 'Money', minorUnits: number, currency: string, digits: number } }> };

export type PriceOptionViewFragment = { __typename: 'PriceOption', id: string, title: string, measure: PriceMeasure, quantity: number | null, isMonthly: boolean, price: { __typename: 'Money', minorUnits: number, currency: string, digits: number } };

export type DeskQueueQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type DeskQueueQuery = { operatorQueueCount: number, operatorQueue: { __typename: 'OperatorQueueItemConnection', nodes: Array<{ __typename: 'OperatorQueueItem', since: string, subject:
        | { __typename: 'Order', id: string, number: number, brief: string, advertiser: { __typename: 'Account', id: string, name: string }, seller: { __typename: 'Account', id: string, name: string } }
        | { __typename: 'PaymentException', id: string, kind: PaymentMovementKind, createdAt: string, reference: string | null, movementStatus: PaymentMovementStatus, mismatch: string | null, amount: { __typename: 'Money', minorUnits: number, currency: string, digits: number }, order: { __typename: 'Order', id: string, number: number } | null }
        | { __typename: 'Report', id: string, reason: ReportReason, text: string | null, status: ReportStatus, createdAt: string, resolvedAt: string | null, outcome: ReportOutcome | null, note: string | null, subjectType: string, subjectId: string, reporter: { __typename: 'Person', id: string, name: string, email: string | null } | null }
       }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } };

export type DeskReportsQueryVariables = Exact<{
  status?: ReportStatus | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type DeskReportsQuery = { reports: { __typename: 'ReportConnection', nodes: Array<{ __typename: 'Report', id: string, reason: ReportReason, text: string | null, status: ReportStatus, createdAt: string, resolvedAt: string | null, outcome: ReportOutcome | null, note: string | null, subjectType: string, subjectId: string, reporter: { __typename: 'Person', id: string, name: string, email: string | null } | null }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } };

export type DeskReportSubjectQueryVariables = Exact<{
  id: string;
}>;


export type DeskReportSubjectQuery = { node:
    | { __typename: 'Account', name: string, suspendedAt: string | null, suspendedReason: string | null, id: string }
    | { __typename: 'Ad', name: string, targetUrl: string | null, takenDownAt: string | null, takenDownReason: string | null, id: string, order: { __typename: 'Order', id: string, number: number } | null }
    | { __typename: 'Application', id: string }
    | { __typename: 'AuditEntry', id: string }
    | { __typename: 'File', id: string }
    | { __typename: 'Marketplace', id: string }
    | { __typename: 'Message', text: string, deletedAt: string | null, id: string, author: { __typename: 'Account', id: string, name: string, suspendedAt: string | null, suspendedReason: string | null } | null, messageOrder: { __typename: 'Order', id: string, number: number } }
    | { __typename: 'Order', id: string }
    | { __typename: 'PaymentException', id: string }
    | { __typename: 'Person', id: string }
    | { __typename: 'Placement', id: string }
    | { __typename: 'PriceOption', id: string }
    | { __typename: 'Report', id: string }
    | { __typename: 'Sandbox', id: string }
    | { __typename: 'Space', title: string, description: string, takenDownAt: string | null, takenDownReason: string | null, id: string, seller: { __typename: 'Account', id: string, name: string } }
    | { __typename: 'WebhookDelivery', id: string }
    | { __typename: 'WebhookEndpoint', id: string }
   | null };

export type ReportViewFragment = { __typename: 'Report', id: string, reason: ReportReason, text: string | null, status: ReportStatus, createdAt: string, resolvedAt: string | null, outcome: ReportOutcome | null, note: string | null, subjectType: string, subjectId: string, reporter: { __typename: 'Person', id: string, name: string, email: string | null } | null };

export type PaymentExceptionViewFragment = { __typename: 'PaymentException', id: string, kind: PaymentMovementKind, createdAt: string, reference: string | null, movementStatus: PaymentMovementStatus, mismatch: string | null, amount: { __typename: 'Money', minorUnits: number, currency: string, digits: number }, order: { __typename: 'Order', id: string, number: number } | null };

export type ResolveReportMutationVariables = Exact<{
  input: ResolveReportInput;
}>;


export type ResolveReportMutation = { resolveReport:
    | { __typename: 'AccountRefused', code: string, message: string, recovery: Recovery }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string, recovery: Recovery }
    | { __typename: 'InputInvalid', code: string, message: string, recovery: Recovery, problems: Array<{ __typename: 'InputProblem', field: string, message: string }> }
    | { __typename: 'NotSignedIn', code: string, message: string, recovery: Recovery }
    | { __typename: 'OperatorRequired', code: string, message: string, recovery: Recovery }
    | { __typename: 'Report', id: string, status: ReportStatus, outcome: ReportOutcome | null, note: string | null, resolvedAt: string | null }
    | { __typename: 'ReportNotFound', code: string, message: string, recovery: Recovery }
    | { __typename: 'ResultUnavailable', code: string, message: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', code: string, message: string, recovery: Recovery }
   };

export type ResolvePaymentExceptionMutationVariables = Exact<{
  input: ResolvePaymentExceptionInput;
}>;


export type ResolvePaymentExceptionMutation = { resolvePaymentException:
    | { __typename: 'AccountRefused', code: string, message: string, recovery: Recovery }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string, recovery: Recovery }
    | { __typename: 'InputInvalid', code: string, message: string, recovery: Recovery, problems: Array<{ __typename: 'InputProblem', field: string, message: string }> }
    | { __typename: 'NotSignedIn', code: string, message: string, recovery: Recovery }
    | { __typename: 'PaymentException', id: string, kind: PaymentMovementKind, createdAt: string, reference: string | null, movementStatus: PaymentMovementStatus, mismatch: string | null, amount: { __typename: 'Money', minorUnits: number, currency: string, digits: number }, order: { __typename: 'Order', id: string, number: number } | null }
    | { __typename: 'PaymentExceptionNotFound', code: string, message: string, recovery: Recovery }
    | { __typename: 'ResultUnavailable', code: string, message: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', code: string, message: string, recovery: Recovery }
   };

export type DeskAccountsQueryVariables = Exact<{
  text?: string | null | undefined;
  isSuspended?: boolean | null | undefined;
  isClosed?: boolean | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type DeskAccountsQuery = { accounts: { __typename: 'AccountConnection', nodes: Array<{ __typename: 'Account', id: string, name: string, contactEmail: string | null, createdAt: string, suspendedAt: string | null, suspendedReason: string | null, closedAt: string | null, isOperator: boolean }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } };

export type DeskAccountQueryVariables = Exact<{
  id: string;
}>;


export type DeskAccountQuery = { node:
    | { __typename: 'Account', name: string, about: string | null, address: string | null, closedAt: string | null, contactEmail: string | null, createdAt: string, isOperator: boolean, legalName: string | null, paymentInstructions: string | null, phone: string | null, suspendedAt: string | null, suspendedReason: string | null, taxId: string | null, website: string | null, id: string, members: Array<{ __typename: 'AccountMembership', role: MembershipRole, email: string | null, joinedAt: string, person: { __typename: 'Person', id: string, name: string } }> | null, profile: { __typename: 'SellerProfile', completedOrderCount: number, ratingAverage: number | null, ratingCount: number } | null }
    | { __typename: 'Ad', id: string }
    | { __typename: 'Application', id: string }
    | { __typename: 'AuditEntry', id: string }
    | { __typename: 'File', id: string }
    | { __typename: 'Marketplace', id: string }
    | { __typename: 'Message', id: string }
    | { __typename: 'Order', id: string }
    | { __typename: 'PaymentException', id: string }
    | { __typename: 'Person', id: string }
    | { __typename: 'Placement', id: string }
    | { __typename: 'PriceOption', id: string }
    | { __typename: 'Report', id: string }
    | { __typename: 'Sandbox', id: string }
    | { __typename: 'Space', id: string }
    | { __typename: 'WebhookDelivery', id: string }
    | { __typename: 'WebhookEndpoint', id: string }
   | null };

export type MemberFactsFragment = { __typename: 'AccountMembership', role: MembershipRole, email: string | null, joinedAt: string, person: { __typename: 'Person', id: string, name: string } };

export type DeskAuditLogQueryVariables = Exact<{
  subjectId?: string | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type DeskAuditLogQuery = { auditLog: { __typename: 'AuditEntryConnection', nodes: Array<{ __typename: 'AuditEntry', id: string, at: string, action: AuditAction, reason: string | null, details: string, subjectType: string, subjectId: string, person: { __typename: 'Person', id: string, name: string } | null }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } };

export type DeskOperatorsQueryVariables = Exact<{ [key: string]: never; }>;


export type DeskOperatorsQuery = { viewer: { __typename: 'Account', id: string, isOperator: boolean, members: Array<{ __typename: 'AccountMembership', role: MembershipRole, email: string | null, joinedAt: string, person: { __typename: 'Person', id: string, name: string } }> | null } | null };

export type AddOperatorMutationVariables = Exact<{
  input: AddOperatorInput;
}>;


export type AddOperatorMutation = { addOperator:
    | { __typename: 'AccountRefused', code: string, message: string, recovery: Recovery }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string, recovery: Recovery }
    | { __typename: 'InputInvalid', code: string, message: string, recovery: Recovery, problems: Array<{ __typename: 'InputProblem', field: string, message: string }> }
    | { __typename: 'NotSignedIn', code: string, message: string, recovery: Recovery }
    | { __typename: 'OperatorRequired', code: string, message: string, recovery: Recovery }
    | { __typename: 'Person', id: string, name: string }
    | { __typename: 'ResultUnavailable', code: string, message: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', code: string, message: string, recovery: Recovery }
   };

export type RemoveOperatorMutationVariables = Exact<{
  input: RemoveOperatorInput;
}>;


export type RemoveOperatorMutation = { removeOperator:
    | { __typename: 'AccountRefused', code: string, message: string, recovery: Recovery }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string, recovery: Recovery }
    | { __typename: 'InputInvalid', code: string, message: string, recovery: Recovery, problems: Array<{ __typename: 'InputProblem', field: string, message: string }> }
    | { __typename: 'LastOwner', code: string, message: string, recovery: Recovery }
    | { __typename: 'NotSignedIn', code: string, message: string, recovery: Recovery }
    | { __typename: 'OperatorNotFound', code: string, message: string, recovery: Recovery }
    | { __typename: 'OperatorRequired', code: string, message: string, recovery: Recovery }
    | { __typename: 'Person', id: string, name: string }
    | { __typename: 'ResultUnavailable', code: string, message: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', code: string, message: string, recovery: Recovery }
   };

export type DeskMarketplaceQueryVariables = Exact<{ [key: string]: never; }>;


export type DeskMarketplaceQuery = { marketplace: { __typename: 'Marketplace', id: string, revision: number | null, name: string, primaryColor: string, primaryTextColor: string, contactEmail: string | null, privacyUrl: string | null, senderName: string | null, senderAddress: string | null, languages: Array<Language>, currencies: Array<string> | null, feeBasisPoints: number | null, signUp: SignUpPolicy, logo: { __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null } | null, terms: { __typename: 'Terms', url: string, version: number, publishedAt: string } | null } };

export type MarketplaceSettingsFragment = { __typename: 'Marketplace', id: string, revision: number | null, name: string, primaryColor: string, primaryTextColor: string, contactEmail: string | null, privacyUrl: string | null, senderName: string | null, senderAddress: string | null, languages: Array<Language>, currencies: Array<string> | null, feeBasisPoints: number | null, signUp: SignUpPolicy, logo: { __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null } | null, terms: { __typename: 'Terms', url: string, version: number, publishedAt: string } | null };

export type UpdateMarketplaceMutationVariables = Exact<{
  input: UpdateMarketplaceInput;
}>;


export type UpdateMarketplaceMutation = { updateMarketplace:
    | { __typename: 'AccountRefused', code: string, message: string, recovery: Recovery }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string, recovery: Recovery }
    | { __typename: 'InputInvalid', code: string, message: string, recovery: Recovery, problems: Array<{ __typename: 'InputProblem', field: string, message: string }> }
    | { __typename: 'Marketplace', id: string, revision: number | null, name: string, primaryColor: string, primaryTextColor: string, contactEmail: string | null, privacyUrl: string | null, senderName: string | null, senderAddress: string | null, languages: Array<Language>, currencies: Array<string> | null, feeBasisPoints: number | null, signUp: SignUpPolicy, logo: { __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null } | null, terms: { __typename: 'Terms', url: string, version: number, publishedAt: string } | null }
    | { __typename: 'MarketplaceChanged', code: string, message: string, recovery: Recovery }
    | { __typename: 'NotSignedIn', code: string, message: string, recovery: Recovery }
    | { __typename: 'OperatorRequired', code: string, message: string, recovery: Recovery }
    | { __typename: 'ResultUnavailable', code: string, message: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', code: string, message: string, recovery: Recovery }
   };

export type RequestUploadMutationVariables = Exact<{
  input: RequestUploadInput;
}>;


export type RequestUploadMutation = { requestUpload:
    | { __typename: 'AccountRefused', code: string, message: string, recovery: Recovery }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string, recovery: Recovery }
    | { __typename: 'InputInvalid', code: string, message: string, recovery: Recovery, problems: Array<{ __typename: 'InputProblem', field: string, message: string }> }
    | { __typename: 'NotSignedIn', code: string, message: string, recovery: Recovery }
    | { __typename: 'OperatorRequired', code: string, message: string, recovery: Recovery }
    | { __typename: 'RateLimited', code: string, message: string, recovery: Recovery }
    | { __typename: 'ResultUnavailable', code: string, message: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', code: string, message: string, recovery: Recovery }
    | { __typename: 'TooManyUploads', code: string, message: string, recovery: Recovery }
    | { __typename: 'UploadTarget', fileId: string, url: string }
   };

export type InboxQueryVariables = Exact<{
  filter?: OrderFilter | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type InboxQuery = { orders: { __typename: 'OrderConnection', nodes: Array<{ __typename: 'Order', id: string, number: number, status: OrderStatus, statusTitle: string, needsAttention: boolean, unreadCount: number, lastActivityAt: string, viewerRole: OrderRole | null, advertiser: { __typename: 'Account', id: string, name: string }, seller: { __typename: 'Account', id: string, name: string }, timeline: { __typename: 'TimelineEntryConnection', nodes: Array<
          | { __typename: 'AdCreatedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
          | { __typename: 'AdDraftSavedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
          | { __typename: 'AdExpiredEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
          | { __typename: 'AdPublishedDirectlyEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
          | { __typename: 'AdPublishedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
          | { __typename: 'AdRejectedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
          | { __typename: 'AdRestoredEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
          | { __typename: 'AdSubmittedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
          | { __typename: 'AdTakenDownEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
          | { __typename: 'AdUnpublishedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
          | { __typename: 'AdWithdrawnEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
          | { __typename: 'CheckoutExpiredEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
          | { __typename: 'CheckoutFailedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
          | { __typename: 'CheckoutOpenedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
          | { __typename: 'CollaborationRatedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
          | { __typename: 'DelayReportedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
          | { __typename: 'DisputeOpenedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
          | { __typename: 'DisputeResolvedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
          | { __typename: 'DisputeWindowClosedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
          | { __typename: 'EmailFailedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
          | { __typename: 'EmailSentEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
          | { __typename: 'FeedbackProvidedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
          | { __typename: 'FeedbackRequestWithdrawnEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
          | { __typename: 'FeedbackRequestedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
          | { __typename: 'MessageDeletedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
          | { __typename: 'MessageSentEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
          | { __typename: 'MessageUpdatedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
          | { __typename: 'MetricsSurveyAnsweredEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
          | { __typename: 'MetricsSurveyLapsedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
          | { __typename: 'MetricsSurveySentEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
          | { __typename: 'OrderCancelledEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
          | { __typename: 'OrderCompletedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
          | { __typename: 'OrderExpiredEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
          | { __typename: 'OrderPlacedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
          | { __typename: 'OrderPutOnHoldEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
          | { __typename: 'OrderRefundedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
          | { __typename: 'OrderRejectedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
          | { __typename: 'OrderRenewedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
          | { __typename: 'OrderResumedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
          | { __typename: 'OrderStatusOverriddenEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
          | { __typename: 'PaidOrderCancelledEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
          | { __typename: 'PaymentArrivedLateEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
          | { __typename: 'PaymentDisputedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
          | { __typename: 'PaymentExceptionResolvedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
          | { __typename: 'PaymentFailedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
          | { __typename: 'PaymentMismatchedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
          | { __typename: 'PaymentReceivedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
          | { __typename: 'PaymentRefundedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
          | { __typename: 'PaymentRequestWithdrawnEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
          | { __typename: 'PaymentRequestedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
          | { __typename: 'ProcessingStartedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
          | { __typename: 'ProofLapsedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
          | { __typename: 'ProofReminderSentEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
          | { __typename: 'ProofSubmittedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
          | { __typename: 'RatingsPublishedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
          | { __typename: 'RefundFailedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
          | { __typename: 'ReminderSentEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
          | { __typename: 'RenewalEndedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
          | { __typename: 'RenewalPaymentMissedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
          | { __typename: 'RenewalPaymentReminderSentEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
          | { __typename: 'RenewalPaymentRequestedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
          | { __typename: 'RenewalStoppedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
          | { __typename: 'SetupLinkRevokedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
          | { __typename: 'SetupLinkRotatedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
        > } }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } };

export type InvitationQueryVariables = Exact<{
  token: string;
}>;


export type InvitationQuery = { invitation: { __typename: 'Invitation', id: string, email: string, role: MembershipRole, status: InvitationStatus, expiresAt: string, account: { __typename: 'Account', id: string, name: string }, invitedBy: { __typename: 'Person', id: string, name: string } } | null };

export type ReportSubjectMutationVariables = Exact<{
  input: ReportInput;
}>;


export type ReportSubjectMutation = { report:
    | { __typename: 'IdempotencyKeyReused', code: string, message: string, recovery: Recovery }
    | { __typename: 'InputInvalid', code: string, message: string, recovery: Recovery, problems: Array<{ __typename: 'InputProblem', field: string, message: string }> }
    | { __typename: 'RateLimited', code: string, message: string, recovery: Recovery }
    | { __typename: 'Report', id: string, status: ReportStatus }
    | { __typename: 'ReportSubjectNotFound', code: string, message: string, recovery: Recovery }
    | { __typename: 'ResultUnavailable', code: string, message: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', code: string, message: string, recovery: Recovery }
   };

export type SuspensionViewFragment = { __typename: 'Account', id: string, suspendedAt: string | null, suspendedReason: string | null };

export type SuspendAccountMutationVariables = Exact<{
  input: SuspendAccountInput;
}>;


export type SuspendAccountMutation = { suspendAccount:
    | { __typename: 'Account', id: string, suspendedAt: string | null, suspendedReason: string | null }
    | { __typename: 'AccountNotFound', code: string, message: string, recovery: Recovery }
    | { __typename: 'AccountRefused', code: string, message: string, recovery: Recovery }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string, recovery: Recovery }
    | { __typename: 'InputInvalid', code: string, message: string, recovery: Recovery, problems: Array<{ __typename: 'InputProblem', field: string, message: string }> }
    | { __typename: 'NotSignedIn', code: string, message: string, recovery: Recovery }
    | { __typename: 'OperatorRequired', code: string, message: string, recovery: Recovery }
    | { __typename: 'ResultUnavailable', code: string, message: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', code: string, message: string, recovery: Recovery }
   };

export type ReinstateAccountMutationVariables = Exact<{
  input: ReinstateAccountInput;
}>;


export type ReinstateAccountMutation = { reinstateAccount:
    | { __typename: 'Account', id: string, suspendedAt: string | null, suspendedReason: string | null }
    | { __typename: 'AccountNotFound', code: string, message: string, recovery: Recovery }
    | { __typename: 'AccountRefused', code: string, message: string, recovery: Recovery }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string, recovery: Recovery }
    | { __typename: 'InputInvalid', code: string, message: string, recovery: Recovery, problems: Array<{ __typename: 'InputProblem', field: string, message: string }> }
    | { __typename: 'NotSignedIn', code: string, message: string, recovery: Recovery }
    | { __typename: 'OperatorRequired', code: string, message: string, recovery: Recovery }
    | { __typename: 'ResultUnavailable', code: string, message: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', code: string, message: string, recovery: Recovery }
   };

export type SpaceModerationViewFragment = { __typename: 'Space', id: string, takenDownAt: string | null, takenDownReason: string | null };

export type TakeDownSpaceMutationVariables = Exact<{
  input: TakeDownSpaceInput;
}>;


export type TakeDownSpaceMutation = { takeDownSpace:
    | { __typename: 'AccountRefused', code: string, message: string, recovery: Recovery }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string, recovery: Recovery }
    | { __typename: 'InputInvalid', code: string, message: string, recovery: Recovery, problems: Array<{ __typename: 'InputProblem', field: string, message: string }> }
    | { __typename: 'NotSignedIn', code: string, message: string, recovery: Recovery }
    | { __typename: 'OperatorRequired', code: string, message: string, recovery: Recovery }
    | { __typename: 'ResultUnavailable', code: string, message: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', code: string, message: string, recovery: Recovery }
    | { __typename: 'Space', id: string, takenDownAt: string | null, takenDownReason: string | null }
    | { __typename: 'SpaceNotFound', code: string, message: string, recovery: Recovery }
   };

export type RestoreSpaceMutationVariables = Exact<{
  input: RestoreSpaceInput;
}>;


export type RestoreSpaceMutation = { restoreSpace:
    | { __typename: 'AccountRefused', code: string, message: string, recovery: Recovery }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string, recovery: Recovery }
    | { __typename: 'InputInvalid', code: string, message: string, recovery: Recovery, problems: Array<{ __typename: 'InputProblem', field: string, message: string }> }
    | { __typename: 'NotSignedIn', code: string, message: string, recovery: Recovery }
    | { __typename: 'OperatorRequired', code: string, message: string, recovery: Recovery }
    | { __typename: 'ResultUnavailable', code: string, message: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', code: string, message: string, recovery: Recovery }
    | { __typename: 'Space', id: string, takenDownAt: string | null, takenDownReason: string | null }
    | { __typename: 'SpaceNotFound', code: string, message: string, recovery: Recovery }
   };

export type AdModerationViewFragment = { __typename: 'Ad', id: string, takenDownAt: string | null, takenDownReason: string | null };

export type TakeDownAdMutationVariables = Exact<{
  input: TakeDownAdInput;
}>;


export type TakeDownAdMutation = { takeDownAd:
    | { __typename: 'AccountRefused', code: string, message: string, recovery: Recovery }
    | { __typename: 'Ad', id: string, takenDownAt: string | null, takenDownReason: string | null }
    | { __typename: 'AdNotFound', code: string, message: string, recovery: Recovery }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string, recovery: Recovery }
    | { __typename: 'InputInvalid', code: string, message: string, recovery: Recovery, problems: Array<{ __typename: 'InputProblem', field: string, message: string }> }
    | { __typename: 'NotSignedIn', code: string, message: string, recovery: Recovery }
    | { __typename: 'OperatorRequired', code: string, message: string, recovery: Recovery }
    | { __typename: 'ResultUnavailable', code: string, message: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', code: string, message: string, recovery: Recovery }
   };

export type RestoreAdMutationVariables = Exact<{
  input: RestoreAdInput;
}>;


export type RestoreAdMutation = { restoreAd:
    | { __typename: 'AccountRefused', code: string, message: string, recovery: Recovery }
    | { __typename: 'Ad', id: string, takenDownAt: string | null, takenDownReason: string | null }
    | { __typename: 'AdNotFound', code: string, message: string, recovery: Recovery }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string, recovery: Recovery }
    | { __typename: 'InputInvalid', code: string, message: string, recovery: Recovery, problems: Array<{ __typename: 'InputProblem', field: string, message: string }> }
    | { __typename: 'NotSignedIn', code: string, message: string, recovery: Recovery }
    | { __typename: 'OperatorRequired', code: string, message: string, recovery: Recovery }
    | { __typename: 'ResultUnavailable', code: string, message: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', code: string, message: string, recovery: Recovery }
   };

export type AdResultsQueryVariables = Exact<{
  id: string;
  from: string;
  to: string;
}>;


export type AdResultsQuery = { ad: { __typename: 'Ad', id: string, dailyResults: Array<{ __typename: 'AdDailyResults', day: string, impressions: number, clicks: number }> } | null };

export type OrderPageQueryVariables = Exact<{
  number: number;
}>;


export type OrderPageQuery = { order: { __typename: 'Order', cursor: string, id: string, number: number, revision: number, status: OrderStatus, statusTitle: string, progress: number | null, paymentStatus: PaymentStatus, proofStatus: ProofStatus, reviewStatus: ReviewStatus, surveyStatus: SurveyStatus, viewerRole: OrderRole | null, waitingOn: Array<OrderRole>, statusSince: string, promisedFor: string | null, needsAttention: boolean, lastActivityAt: string, brief: string, createdAt: string, paymentMethod: PaymentMethod, timeline: { __typename: 'TimelineEntryConnection', nodes: Array<
        | { __typename: 'AdCreatedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'AdDraftSavedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'AdExpiredEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'AdPublishedDirectlyEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'AdPublishedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'AdRejectedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'AdRestoredEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'AdSubmittedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'AdTakenDownEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'AdUnpublishedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'AdWithdrawnEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'CheckoutExpiredEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'CheckoutFailedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'CheckoutOpenedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'CollaborationRatedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'DelayReportedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'DisputeOpenedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'DisputeResolvedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'DisputeWindowClosedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'EmailFailedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'EmailSentEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'FeedbackProvidedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'FeedbackRequestWithdrawnEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'FeedbackRequestedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'MessageDeletedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'MessageSentEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'MessageUpdatedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'MetricsSurveyAnsweredEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'MetricsSurveyLapsedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'MetricsSurveySentEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'OrderCancelledEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'OrderCompletedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'OrderExpiredEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'OrderPlacedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'OrderPutOnHoldEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'OrderRefundedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'OrderRejectedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'OrderRenewedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'OrderResumedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'OrderStatusOverriddenEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'PaidOrderCancelledEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'PaymentArrivedLateEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'PaymentDisputedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'PaymentExceptionResolvedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'PaymentFailedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'PaymentMismatchedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'PaymentReceivedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'PaymentRefundedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'PaymentRequestWithdrawnEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'PaymentRequestedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'ProcessingStartedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'ProofLapsedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'ProofReminderSentEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'ProofSubmittedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'RatingsPublishedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'RefundFailedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'ReminderSentEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'RenewalEndedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'RenewalPaymentMissedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'RenewalPaymentReminderSentEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'RenewalPaymentRequestedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'RenewalStoppedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'SetupLinkRevokedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'SetupLinkRotatedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
      >, pageInfo: { __typename: 'PageInfo', hasPreviousPage: boolean, startCursor: string | null } }, readMarkers: Array<{ __typename: 'ReadMarker', role: OrderRole, readUpTo: number, deliveredUpTo: number }>, awaitedActions: Array<{ __typename: 'AwaitedAction', role: OrderRole, title: string, step: OrderStep | null, until: string | null, outcome: string | null }>, nextSteps: Array<{ __typename: 'NextStep', step: OrderStep | null, title: string }>, actions: Array<{ __typename: 'OrderAction', step: OrderStep, title: string, isAllowed: boolean, blockedReason: string | null, blockedReasonCode: BlockedReasonCode | null, isFinal: boolean, requiresOneOf: Array<string>, fields: Array<{ __typename: 'StepField', name: string, title: string, description: string, kind: StepFieldKind, isRequired: boolean, maxLength: number | null, minValue: number | null, maxValue: number | null, maxCount: number | null, typeName: string | null, options: Array<{ __typename: 'StepFieldOption', value: string, title: string, description: string }> }> }>, total: { __typename: 'Money', minorUnits: number, currency: string, digits: number }, advertiser: { __typename: 'Account', id: string, name: string, legalName: string | null, address: string | null, website: string | null, phone: string | null }, seller: { __typename: 'Account', id: string, name: string, legalName: string | null, address: string | null, website: string | null, phone: string | null }, items: Array<{ __typename: 'OrderItem', title: string, startsOn: string | null, endsOn: string | null, price: { __typename: 'Money', minorUnits: number, currency: string, digits: number } }> } | null };

export type EarlierEntriesQueryVariables = Exact<{
  id: string;
  before: string;
}>;


export type EarlierEntriesQuery = { order: { __typename: 'Order', id: string, timeline: { __typename: 'TimelineEntryConnection', nodes: Array<
        | { __typename: 'AdCreatedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'AdDraftSavedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'AdExpiredEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'AdPublishedDirectlyEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'AdPublishedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'AdRejectedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'AdRestoredEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'AdSubmittedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'AdTakenDownEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'AdUnpublishedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'AdWithdrawnEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'CheckoutExpiredEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'CheckoutFailedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'CheckoutOpenedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'CollaborationRatedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'DelayReportedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'DisputeOpenedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'DisputeResolvedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'DisputeWindowClosedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'EmailFailedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'EmailSentEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'FeedbackProvidedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'FeedbackRequestWithdrawnEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'FeedbackRequestedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'MessageDeletedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'MessageSentEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'MessageUpdatedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'MetricsSurveyAnsweredEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'MetricsSurveyLapsedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'MetricsSurveySentEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'OrderCancelledEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'OrderCompletedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'OrderExpiredEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'OrderPlacedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'OrderPutOnHoldEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'OrderRefundedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'OrderRejectedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'OrderRenewedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'OrderResumedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'OrderStatusOverriddenEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'PaidOrderCancelledEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'PaymentArrivedLateEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'PaymentDisputedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'PaymentExceptionResolvedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'PaymentFailedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'PaymentMismatchedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'PaymentReceivedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'PaymentRefundedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'PaymentRequestWithdrawnEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'PaymentRequestedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'ProcessingStartedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'ProofLapsedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'ProofReminderSentEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'ProofSubmittedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'RatingsPublishedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'RefundFailedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'ReminderSentEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'RenewalEndedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'RenewalPaymentMissedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'RenewalPaymentReminderSentEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'RenewalPaymentRequestedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'RenewalStoppedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'SetupLinkRevokedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'SetupLinkRotatedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
      >, pageInfo: { __typename: 'PageInfo', hasPreviousPage: boolean, startCursor: string | null } } } | null };

export type OrderEventsSubscriptionVariables = Exact<{
  orderId: string;
  after?: string | null | undefined;
}>;


export type OrderEventsSubscription = { orderTimeline:
    | { __typename: 'NotSignedIn', code: string, message: string, recovery: Recovery }
    | { __typename: 'OrderNotFound', code: string, message: string, recovery: Recovery }
    | { __typename: 'PresenceChanged', role: OrderRole, isPresent: boolean }
    | { __typename: 'ReadMarkerMoved', role: OrderRole, kind: ReadMarkerKind, upTo: number }
    | { __typename: 'ScopeMissing', code: string, message: string, recovery: Recovery }
    | { __typename: 'StreamEnded', code: string, message: string, recovery: Recovery }
    | { __typename: 'TimelineEntryAdded', cursor: string, entry:
        | { __typename: 'AdCreatedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'AdDraftSavedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'AdExpiredEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'AdPublishedDirectlyEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'AdPublishedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'AdRejectedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'AdRestoredEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'AdSubmittedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'AdTakenDownEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'AdUnpublishedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'AdWithdrawnEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'CheckoutExpiredEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'CheckoutFailedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'CheckoutOpenedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'CollaborationRatedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'DelayReportedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'DisputeOpenedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'DisputeResolvedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'DisputeWindowClosedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'EmailFailedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'EmailSentEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'FeedbackProvidedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'FeedbackRequestWithdrawnEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'FeedbackRequestedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'MessageDeletedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'MessageSentEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'MessageUpdatedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'MetricsSurveyAnsweredEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'MetricsSurveyLapsedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'MetricsSurveySentEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'OrderCancelledEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'OrderCompletedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'OrderExpiredEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'OrderPlacedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'OrderPutOnHoldEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'OrderRefundedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'OrderRejectedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'OrderRenewedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'OrderResumedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'OrderStatusOverriddenEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'PaidOrderCancelledEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'PaymentArrivedLateEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'PaymentDisputedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'PaymentExceptionResolvedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'PaymentFailedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'PaymentMismatchedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'PaymentReceivedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'PaymentRefundedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'PaymentRequestWithdrawnEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'PaymentRequestedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'ProcessingStartedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'ProofLapsedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'ProofReminderSentEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'ProofSubmittedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'RatingsPublishedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'RefundFailedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'ReminderSentEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'RenewalEndedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'RenewalPaymentMissedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'RenewalPaymentReminderSentEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'RenewalPaymentRequestedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'RenewalStoppedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'SetupLinkRevokedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
        | { __typename: 'SetupLinkRotatedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null }
      , order: { __typename: 'Order', id: string, number: number, revision: number, status: OrderStatus, statusTitle: string, progress: number | null, paymentStatus: PaymentStatus, proofStatus: ProofStatus, reviewStatus: ReviewStatus, surveyStatus: SurveyStatus, viewerRole: OrderRole | null, waitingOn: Array<OrderRole>, statusSince: string, promisedFor: string | null, needsAttention: boolean, lastActivityAt: string, awaitedActions: Array<{ __typename: 'AwaitedAction', role: OrderRole, title: string, step: OrderStep | null, until: string | null, outcome: string | null }>, nextSteps: Array<{ __typename: 'NextStep', step: OrderStep | null, title: string }>, actions: Array<{ __typename: 'OrderAction', step: OrderStep, title: string, isAllowed: boolean, blockedReason: string | null, blockedReasonCode: BlockedReasonCode | null, isFinal: boolean, requiresOneOf: Array<string>, fields: Array<{ __typename: 'StepField', name: string, title: string, description: string, kind: StepFieldKind, isRequired: boolean, maxLength: number | null, minValue: number | null, maxValue: number | null, maxCount: number | null, typeName: string | null, options: Array<{ __typename: 'StepFieldOption', value: string, title: string, description: string }> }> }> } }
    | { __typename: 'TimelineReset', cursor: string, reason: ResetReason }
    | { __typename: 'TypingChanged', role: OrderRole, isTyping: boolean }
   };

export type OrderDetailsFragment = { __typename: 'Order', id: string, brief: string, createdAt: string, paymentMethod: PaymentMethod, total: { __typename: 'Money', minorUnits: number, currency: string, digits: number }, advertiser: { __typename: 'Account', id: string, name: string, legalName: string | null, address: string | null, website: string | null, phone: string | null }, seller: { __typename: 'Account', id: string, name: string, legalName: string | null, address: string | null, website: string | null, phone: string | null }, items: Array<{ __typename: 'OrderItem', title: string, startsOn: string | null, endsOn: string | null, price: { __typename: 'Money', minorUnits: number, currency: string, digits: number } }> };

export type PartyViewFragment = { __typename: 'Account', id: string, name: string, legalName: string | null, address: string | null, website: string | null, phone: string | null };

type EntryView_AdCreatedEntry_Fragment = { __typename: 'AdCreatedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null };

type EntryView_AdDraftSavedEntry_Fragment = { __typename: 'AdDraftSavedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null };

type EntryView_AdExpiredEntry_Fragment = { __typename: 'AdExpiredEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null };

type EntryView_AdPublishedDirectlyEntry_Fragment = { __typename: 'AdPublishedDirectlyEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null };

type EntryView_AdPublishedEntry_Fragment = { __typename: 'AdPublishedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null };

type EntryView_AdRejectedEntry_Fragment = { __typename: 'AdRejectedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null };

type EntryView_AdRestoredEntry_Fragment = { __typename: 'AdRestoredEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null };

type EntryView_AdSubmittedEntry_Fragment = { __typename: 'AdSubmittedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null };

type EntryView_AdTakenDownEntry_Fragment = { __typename: 'AdTakenDownEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null };

type EntryView_AdUnpublishedEntry_Fragment = { __typename: 'AdUnpublishedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null };

type EntryView_AdWithdrawnEntry_Fragment = { __typename: 'AdWithdrawnEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null };

type EntryView_CheckoutExpiredEntry_Fragment = { __typename: 'CheckoutExpiredEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null };

type EntryView_CheckoutFailedEntry_Fragment = { __typename: 'CheckoutFailedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null };

type EntryView_CheckoutOpenedEntry_Fragment = { __typename: 'CheckoutOpenedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null };

type EntryView_CollaborationRatedEntry_Fragment = { __typename: 'CollaborationRatedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null };

type EntryView_DelayReportedEntry_Fragment = { __typename: 'DelayReportedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null };

type EntryView_DisputeOpenedEntry_Fragment = { __typename: 'DisputeOpenedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null };

type EntryView_DisputeResolvedEntry_Fragment = { __typename: 'DisputeResolvedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null };

type EntryView_DisputeWindowClosedEntry_Fragment = { __typename: 'DisputeWindowClosedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null };

type EntryView_EmailFailedEntry_Fragment = { __typename: 'EmailFailedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null };

type EntryView_EmailSentEntry_Fragment = { __typename: 'EmailSentEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null };

type EntryView_FeedbackProvidedEntry_Fragment = { __typename: 'FeedbackProvidedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null };

type EntryView_FeedbackRequestWithdrawnEntry_Fragment = { __typename: 'FeedbackRequestWithdrawnEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null };

type EntryView_FeedbackRequestedEntry_Fragment = { __typename: 'FeedbackRequestedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null };

type EntryView_MessageDeletedEntry_Fragment = { __typename: 'MessageDeletedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null };

type EntryView_MessageSentEntry_Fragment = { __typename: 'MessageSentEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null };

type EntryView_MessageUpdatedEntry_Fragment = { __typename: 'MessageUpdatedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null };

type EntryView_MetricsSurveyAnsweredEntry_Fragment = { __typename: 'MetricsSurveyAnsweredEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null };

type EntryView_MetricsSurveyLapsedEntry_Fragment = { __typename: 'MetricsSurveyLapsedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null };

type EntryView_MetricsSurveySentEntry_Fragment = { __typename: 'MetricsSurveySentEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null };

type EntryView_OrderCancelledEntry_Fragment = { __typename: 'OrderCancelledEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null };

type EntryView_OrderCompletedEntry_Fragment = { __typename: 'OrderCompletedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null };

type EntryView_OrderExpiredEntry_Fragment = { __typename: 'OrderExpiredEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null };

type EntryView_OrderPlacedEntry_Fragment = { __typename: 'OrderPlacedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null };

type EntryView_OrderPutOnHoldEntry_Fragment = { __typename: 'OrderPutOnHoldEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null };

type EntryView_OrderRefundedEntry_Fragment = { __typename: 'OrderRefundedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null };

type EntryView_OrderRejectedEntry_Fragment = { __typename: 'OrderRejectedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null };

type EntryView_OrderRenewedEntry_Fragment = { __typename: 'OrderRenewedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null };

type EntryView_OrderResumedEntry_Fragment = { __typename: 'OrderResumedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null };

type EntryView_OrderStatusOverriddenEntry_Fragment = { __typename: 'OrderStatusOverriddenEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null };

type EntryView_PaidOrderCancelledEntry_Fragment = { __typename: 'PaidOrderCancelledEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null };

type EntryView_PaymentArrivedLateEntry_Fragment = { __typename: 'PaymentArrivedLateEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null };

type EntryView_PaymentDisputedEntry_Fragment = { __typename: 'PaymentDisputedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null };

type EntryView_PaymentExceptionResolvedEntry_Fragment = { __typename: 'PaymentExceptionResolvedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null };

type EntryView_PaymentFailedEntry_Fragment = { __typename: 'PaymentFailedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null };

type EntryView_PaymentMismatchedEntry_Fragment = { __typename: 'PaymentMismatchedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null };

type EntryView_PaymentReceivedEntry_Fragment = { __typename: 'PaymentReceivedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null };

type EntryView_PaymentRefundedEntry_Fragment = { __typename: 'PaymentRefundedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null };

type EntryView_PaymentRequestWithdrawnEntry_Fragment = { __typename: 'PaymentRequestWithdrawnEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null };

type EntryView_PaymentRequestedEntry_Fragment = { __typename: 'PaymentRequestedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null };

type EntryView_ProcessingStartedEntry_Fragment = { __typename: 'ProcessingStartedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null };

type EntryView_ProofLapsedEntry_Fragment = { __typename: 'ProofLapsedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null };

type EntryView_ProofReminderSentEntry_Fragment = { __typename: 'ProofReminderSentEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null };

type EntryView_ProofSubmittedEntry_Fragment = { __typename: 'ProofSubmittedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null };

type EntryView_RatingsPublishedEntry_Fragment = { __typename: 'RatingsPublishedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null };

type EntryView_RefundFailedEntry_Fragment = { __typename: 'RefundFailedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null };

type EntryView_ReminderSentEntry_Fragment = { __typename: 'ReminderSentEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null };

type EntryView_RenewalEndedEntry_Fragment = { __typename: 'RenewalEndedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null };

type EntryView_RenewalPaymentMissedEntry_Fragment = { __typename: 'RenewalPaymentMissedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null };

type EntryView_RenewalPaymentReminderSentEntry_Fragment = { __typename: 'RenewalPaymentReminderSentEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null };

type EntryView_RenewalPaymentRequestedEntry_Fragment = { __typename: 'RenewalPaymentRequestedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null };

type EntryView_RenewalStoppedEntry_Fragment = { __typename: 'RenewalStoppedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null };

type EntryView_SetupLinkRevokedEntry_Fragment = { __typename: 'SetupLinkRevokedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null };

type EntryView_SetupLinkRotatedEntry_Fragment = { __typename: 'SetupLinkRotatedEntry', id: string, number: number, type: TimelineEntryType, occurredAt: string, cursor: string, actorRole: ActorRole, idempotencyKey: string | null, isOverride: boolean, fromStatus: OrderStatus | null, toStatus: OrderStatus | null, title: string, details: Array<{ __typename: 'EntryDetail', name: string, title: string, kind: StepFieldKind, text: string, money: { __typename: 'Money', minorUnits: number, currency: string, digits: number } | null }>, files: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, actor: { __typename: 'Account', id: string, name: string } | null, person: { __typename: 'Person', id: string, name: string } | null, message: { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null } | null, ad: { __typename: 'Ad', id: string, name: string } | null };

export type EntryViewFragment =
  | EntryView_AdCreatedEntry_Fragment
  | EntryView_AdDraftSavedEntry_Fragment
  | EntryView_AdExpiredEntry_Fragment
  | EntryView_AdPublishedDirectlyEntry_Fragment
  | EntryView_AdPublishedEntry_Fragment
  | EntryView_AdRejectedEntry_Fragment
  | EntryView_AdRestoredEntry_Fragment
  | EntryView_AdSubmittedEntry_Fragment
  | EntryView_AdTakenDownEntry_Fragment
  | EntryView_AdUnpublishedEntry_Fragment
  | EntryView_AdWithdrawnEntry_Fragment
  | EntryView_CheckoutExpiredEntry_Fragment
  | EntryView_CheckoutFailedEntry_Fragment
  | EntryView_CheckoutOpenedEntry_Fragment
  | EntryView_CollaborationRatedEntry_Fragment
  | EntryView_DelayReportedEntry_Fragment
  | EntryView_DisputeOpenedEntry_Fragment
  | EntryView_DisputeResolvedEntry_Fragment
  | EntryView_DisputeWindowClosedEntry_Fragment
  | EntryView_EmailFailedEntry_Fragment
  | EntryView_EmailSentEntry_Fragment
  | EntryView_FeedbackProvidedEntry_Fragment
  | EntryView_FeedbackRequestWithdrawnEntry_Fragment
  | EntryView_FeedbackRequestedEntry_Fragment
  | EntryView_MessageDeletedEntry_Fragment
  | EntryView_MessageSentEntry_Fragment
  | EntryView_MessageUpdatedEntry_Fragment
  | EntryView_MetricsSurveyAnsweredEntry_Fragment
  | EntryView_MetricsSurveyLapsedEntry_Fragment
  | EntryView_MetricsSurveySentEntry_Fragment
  | EntryView_OrderCancelledEntry_Fragment
  | EntryView_OrderCompletedEntry_Fragment
  | EntryView_OrderExpiredEntry_Fragment
  | EntryView_OrderPlacedEntry_Fragment
  | EntryView_OrderPutOnHoldEntry_Fragment
  | EntryView_OrderRefundedEntry_Fragment
  | EntryView_OrderRejectedEntry_Fragment
  | EntryView_OrderRenewedEntry_Fragment
  | EntryView_OrderResumedEntry_Fragment
  | EntryView_OrderStatusOverriddenEntry_Fragment
  | EntryView_PaidOrderCancelledEntry_Fragment
  | EntryView_PaymentArrivedLateEntry_Fragment
  | EntryView_PaymentDisputedEntry_Fragment
  | EntryView_PaymentExceptionResolvedEntry_Fragment
  | EntryView_PaymentFailedEntry_Fragment
  | EntryView_PaymentMismatchedEntry_Fragment
  | EntryView_PaymentReceivedEntry_Fragment
  | EntryView_PaymentRefundedEntry_Fragment
  | EntryView_PaymentRequestWithdrawnEntry_Fragment
  | EntryView_PaymentRequestedEntry_Fragment
  | EntryView_ProcessingStartedEntry_Fragment
  | EntryView_ProofLapsedEntry_Fragment
  | EntryView_ProofReminderSentEntry_Fragment
  | EntryView_ProofSubmittedEntry_Fragment
  | EntryView_RatingsPublishedEntry_Fragment
  | EntryView_RefundFailedEntry_Fragment
  | EntryView_ReminderSentEntry_Fragment
  | EntryView_RenewalEndedEntry_Fragment
  | EntryView_RenewalPaymentMissedEntry_Fragment
  | EntryView_RenewalPaymentReminderSentEntry_Fragment
  | EntryView_RenewalPaymentRequestedEntry_Fragment
  | EntryView_RenewalStoppedEntry_Fragment
  | EntryView_SetupLinkRevokedEntry_Fragment
  | EntryView_SetupLinkRotatedEntry_Fragment
;

export type MessageViewFragment = { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null };

export type SendMessageMutationVariables = Exact<{
  input: SendMessageInput;
}>;


export type SendMessageMutation = { sendMessage:
    | { __typename: 'AccountRefused', code: string, message: string, recovery: Recovery }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string, recovery: Recovery }
    | { __typename: 'InputInvalid', code: string, message: string, recovery: Recovery, problems: Array<{ __typename: 'InputProblem', field: string, message: string }> }
    | { __typename: 'Message', id: string }
    | { __typename: 'NotSignedIn', code: string, message: string, recovery: Recovery }
    | { __typename: 'OrderNotFound', code: string, message: string, recovery: Recovery }
    | { __typename: 'RateLimited', code: string, message: string, recovery: Recovery }
    | { __typename: 'ResultUnavailable', code: string, message: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', code: string, message: string, recovery: Recovery }
   };

export type UpdateMessageMutationVariables = Exact<{
  input: UpdateMessageInput;
}>;


export type UpdateMessageMutation = { updateMessage:
    | { __typename: 'AccountRefused', code: string, message: string, recovery: Recovery }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string, recovery: Recovery }
    | { __typename: 'InputInvalid', code: string, message: string, recovery: Recovery, problems: Array<{ __typename: 'InputProblem', field: string, message: string }> }
    | { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null }
    | { __typename: 'MessageNotChangeable', code: string, message: string, recovery: Recovery }
    | { __typename: 'MessageNotFound', code: string, message: string, recovery: Recovery }
    | { __typename: 'NotSignedIn', code: string, message: string, recovery: Recovery }
    | { __typename: 'RateLimited', code: string, message: string, recovery: Recovery }
    | { __typename: 'ResultUnavailable', code: string, message: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', code: string, message: string, recovery: Recovery }
   };

export type DeleteMessageMutationVariables = Exact<{
  input: DeleteMessageInput;
}>;


export type DeleteMessageMutation = { deleteMessage:
    | { __typename: 'AccountRefused', code: string, message: string, recovery: Recovery }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string, recovery: Recovery }
    | { __typename: 'InputInvalid', code: string, message: string, recovery: Recovery, problems: Array<{ __typename: 'InputProblem', field: string, message: string }> }
    | { __typename: 'Message', id: string, number: number, text: string, createdAt: string, editedAt: string | null, deletedAt: string | null, authorRole: ActorRole, author: { __typename: 'Account', id: string, name: string } | null, attachments: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, replyTo: { __typename: 'Message', id: string, number: number, text: string, deletedAt: string | null, author: { __typename: 'Account', id: string, name: string } | null } | null }
    | { __typename: 'MessageNotChangeable', code: string, message: string, recovery: Recovery }
    | { __typename: 'MessageNotFound', code: string, message: string, recovery: Recovery }
    | { __typename: 'NotSignedIn', code: string, message: string, recovery: Recovery }
    | { __typename: 'RateLimited', code: string, message: string, recovery: Recovery }
    | { __typename: 'ResultUnavailable', code: string, message: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', code: string, message: string, recovery: Recovery }
   };

export type MarkReadMutationVariables = Exact<{
  input: MarkReadInput;
}>;


export type MarkReadMutation = { markRead:
    | { __typename: 'AccountRefused', code: string, message: string, recovery: Recovery }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string, recovery: Recovery }
    | { __typename: 'InputInvalid', code: string, message: string, recovery: Recovery, problems: Array<{ __typename: 'InputProblem', field: string, message: string }> }
    | { __typename: 'NotAParty', code: string, message: string, recovery: Recovery }
    | { __typename: 'NotSignedIn', code: string, message: string, recovery: Recovery }
    | { __typename: 'Order', id: string, unreadCount: number }
    | { __typename: 'OrderNotFound', code: string, message: string, recovery: Recovery }
    | { __typename: 'ResultUnavailable', code: string, message: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', code: string, message: string, recovery: Recovery }
   };

export type UpdateTypingStatusMutationVariables = Exact<{
  input: UpdateTypingStatusInput;
}>;


export type UpdateTypingStatusMutation = { updateTypingStatus:
    | { __typename: 'AccountRefused', code: string, message: string, recovery: Recovery }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string, recovery: Recovery }
    | { __typename: 'InputInvalid', code: string, message: string, recovery: Recovery, problems: Array<{ __typename: 'InputProblem', field: string, message: string }> }
    | { __typename: 'NotSignedIn', code: string, message: string, recovery: Recovery }
    | { __typename: 'OrderNotFound', code: string, message: string, recovery: Recovery }
    | { __typename: 'RateLimited', code: string, message: string, recovery: Recovery }
    | { __typename: 'ResultUnavailable', code: string, message: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', code: string, message: string, recovery: Recovery }
    | { __typename: 'TypingStatus', expiresAt: string | null }
   };

export type OrderPartsQueryVariables = Exact<{
  id: string;
}>;


export type OrderPartsQuery = { order: { __typename: 'Order', id: string, ads: Array<{ __typename: 'Ad', id: string, name: string, status: AdStatus, html: string | null, frameUrl: string | null, targetUrl: string | null, publishedAt: string | null, endsAt: string | null, impressions: number, clicks: number, takenDownAt: string | null, takenDownReason: string | null, image: { __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null } | null, actions: Array<{ __typename: 'AdAction', step: AdStep, title: string, isAllowed: boolean, blockedReason: string | null, blockedReasonCode: BlockedReasonCode | null, isFinal: boolean, requiresOneOf: Array<string>, fields: Array<{ __typename: 'StepField', name: string, title: string, description: string, kind: StepFieldKind, isRequired: boolean, maxLength: number | null, minValue: number | null, maxValue: number | null, maxCount: number | null, typeName: string | null, options: Array<{ __typename: 'StepFieldOption', value: string, title: string, description: string }> }> }> }>, setupLink: { __typename: 'SetupLink', createdAt: string, expiresAt: string } | null, amountPaid: { __typename: 'Money', minorUnits: number, currency: string, digits: number }, amountRefunded: { __typename: 'Money', minorUnits: number, currency: string, digits: number }, payments: Array<{ __typename: 'Payment', id: string, status: PaymentRequestStatus, method: PaymentMethod, dueAt: string | null, settledAt: string | null, instructions: string | null, checkoutUrl: string | null, checkoutExpiresAt: string | null, failureMessage: string | null, amount: { __typename: 'Money', minorUnits: number, currency: string, digits: number }, receipts: Array<{ __typename: 'Receipt', number: string, issuedAt: string, url: string, amount: { __typename: 'Money', minorUnits: number, currency: string, digits: number } }> }>, ratings: Array<{ __typename: 'Rating', id: string, role: OrderRole, raterName: string, stars: number, text: string | null, publishedAt: string | null }>, metrics: { __typename: 'OrderMetrics', traffic: number, leads: number, conversions: number, answeredAt: string } | null, renewal: { __typename: 'OrderRenewal', status: RenewalStatus, periodEndsAt: string | null }, predecessor: { __typename: 'Order', id: string, number: number } | null, successor: { __typename: 'Order', id: string, number: number } | null } | null };

export type PaymentViewFragment = { __typename: 'Payment', id: string, status: PaymentRequestStatus, method: PaymentMethod, dueAt: string | null, settledAt: string | null, instructions: string | null, checkoutUrl: string | null, checkoutExpiresAt: string | null, failureMessage: string | null, amount: { __typename: 'Money', minorUnits: number, currency: string, digits: number }, receipts: Array<{ __typename: 'Receipt', number: string, issuedAt: string, url: string, amount: { __typename: 'Money', minorUnits: number, currency: string, digits: number } }> };

export type RefreshPaymentLinkMutationVariables = Exact<{
  input: RefreshPaymentLinkInput;
}>;


export type RefreshPaymentLinkMutation = { refreshPaymentLink:
    | { __typename: 'AccountRefused', code: string, message: string, recovery: Recovery }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string, recovery: Recovery }
    | { __typename: 'InputInvalid', code: string, message: string, recovery: Recovery, problems: Array<{ __typename: 'InputProblem', field: string, message: string }> }
    | { __typename: 'NotSignedIn', code: string, message: string, recovery: Recovery }
    | { __typename: 'Order', id: string, paymentStatus: PaymentStatus }
    | { __typename: 'OrderNotFound', code: string, message: string, recovery: Recovery }
    | { __typename: 'PaymentLinkUnavailable', code: string, message: string, recovery: Recovery }
    | { __typename: 'RateLimited', code: string, message: string, recovery: Recovery }
    | { __typename: 'ResultUnavailable', code: string, message: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', code: string, message: string, recovery: Recovery }
   };

export type RotateSetupLinkMutationVariables = Exact<{
  input: RotateSetupLinkInput;
}>;


export type RotateSetupLinkMutation = { rotateSetupLink:
    | { __typename: 'AccountRefused', code: string, message: string, recovery: Recovery }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string, recovery: Recovery }
    | { __typename: 'InputInvalid', code: string, message: string, recovery: Recovery, problems: Array<{ __typename: 'InputProblem', field: string, message: string }> }
    | { __typename: 'NotSignedIn', code: string, message: string, recovery: Recovery }
    | { __typename: 'Order', id: string, setupLink: { __typename: 'SetupLink', createdAt: string, expiresAt: string } | null }
    | { __typename: 'OrderNotFound', code: string, message: string, recovery: Recovery }
    | { __typename: 'RateLimited', code: string, message: string, recovery: Recovery }
    | { __typename: 'ResultUnavailable', code: string, message: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', code: string, message: string, recovery: Recovery }
    | { __typename: 'SetupLinkUnavailable', code: string, message: string, recovery: Recovery }
   };

export type RevokeSetupLinkMutationVariables = Exact<{
  input: RevokeSetupLinkInput;
}>;


export type RevokeSetupLinkMutation = { revokeSetupLink:
    | { __typename: 'AccountRefused', code: string, message: string, recovery: Recovery }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string, recovery: Recovery }
    | { __typename: 'InputInvalid', code: string, message: string, recovery: Recovery, problems: Array<{ __typename: 'InputProblem', field: string, message: string }> }
    | { __typename: 'NotSignedIn', code: string, message: string, recovery: Recovery }
    | { __typename: 'Order', id: string, setupLink: { __typename: 'SetupLink', createdAt: string, expiresAt: string } | null }
    | { __typename: 'OrderNotFound', code: string, message: string, recovery: Recovery }
    | { __typename: 'ResultUnavailable', code: string, message: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', code: string, message: string, recovery: Recovery }
    | { __typename: 'SetupLinkUnavailable', code: string, message: string, recovery: Recovery }
   };

export type PublishPreviewQueryVariables = Exact<{
  adId: string;
  placementId?: string | null | undefined;
}>;


export type PublishPreviewQuery = { ad: { __typename: 'Ad', id: string, publishPreview:
      | { __typename: 'AdStepNotAllowed', code: string, message: string, recovery: Recovery }
      | { __typename: 'IdempotencyKeyReused', code: string, message: string, recovery: Recovery }
      | { __typename: 'InputInvalid', code: string, message: string, recovery: Recovery, problems: Array<{ __typename: 'InputProblem', field: string, message: string }> }
      | { __typename: 'PublishPreview', endsAt: string | null, assignment: { __typename: 'PlacementAssignment', change: PlacementChange, otherAdCount: number, placement: { __typename: 'Placement', id: string, name: string }, replacedAd: { __typename: 'Ad', id: string, name: string } | null } | null, deliveryGoal: { __typename: 'DeliveryGoal', measure: DeliveryMeasure, quantity: number } | null }
      | { __typename: 'ResultUnavailable', code: string, message: string, recovery: Recovery }
      | { __typename: 'ScopeMissing', code: string, message: string, recovery: Recovery }
     } | null };

export type OrderHeaderFragment = { __typename: 'Order', id: string, number: number, revision: number, status: OrderStatus, statusTitle: string, progress: number | null, paymentStatus: PaymentStatus, proofStatus: ProofStatus, reviewStatus: ReviewStatus, surveyStatus: SurveyStatus, viewerRole: OrderRole | null, waitingOn: Array<OrderRole>, statusSince: string, promisedFor: string | null, needsAttention: boolean, lastActivityAt: string, awaitedActions: Array<{ __typename: 'AwaitedAction', role: OrderRole, title: string, step: OrderStep | null, until: string | null, outcome: string | null }>, nextSteps: Array<{ __typename: 'NextStep', step: OrderStep | null, title: string }>, actions: Array<{ __typename: 'OrderAction', step: OrderStep, title: string, isAllowed: boolean, blockedReason: string | null, blockedReasonCode: BlockedReasonCode | null, isFinal: boolean, requiresOneOf: Array<string>, fields: Array<{ __typename: 'StepField', name: string, title: string, description: string, kind: StepFieldKind, isRequired: boolean, maxLength: number | null, minValue: number | null, maxValue: number | null, maxCount: number | null, typeName: string | null, options: Array<{ __typename: 'StepFieldOption', value: string, title: string, description: string }> }> }> };

export type ActionViewFragment = { __typename: 'OrderAction', step: OrderStep, title: string, isAllowed: boolean, blockedReason: string | null, blockedReasonCode: BlockedReasonCode | null, isFinal: boolean, requiresOneOf: Array<string>, fields: Array<{ __typename: 'StepField', name: string, title: string, description: string, kind: StepFieldKind, isRequired: boolean, maxLength: number | null, minValue: number | null, maxValue: number | null, maxCount: number | null, typeName: string | null, options: Array<{ __typename: 'StepFieldOption', value: string, title: string, description: string }> }> };

export type StepFieldViewFragment = { __typename: 'StepField', name: string, title: string, description: string, kind: StepFieldKind, isRequired: boolean, maxLength: number | null, minValue: number | null, maxValue: number | null, maxCount: number | null, typeName: string | null, options: Array<{ __typename: 'StepFieldOption', value: string, title: string, description: string }> };

export type MoneyViewFragment = { __typename: 'Money', minorUnits: number, currency: string, digits: number };

export type FileViewFragment = { __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null };

export type AdViewFragment = { __typename: 'Ad', id: string, name: string, status: AdStatus, html: string | null, frameUrl: string | null, targetUrl: string | null, publishedAt: string | null, endsAt: string | null, impressions: number, clicks: number, takenDownAt: string | null, takenDownReason: string | null, image: { __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null } | null, actions: Array<{ __typename: 'AdAction', step: AdStep, title: string, isAllowed: boolean, blockedReason: string | null, blockedReasonCode: BlockedReasonCode | null, isFinal: boolean, requiresOneOf: Array<string>, fields: Array<{ __typename: 'StepField', name: string, title: string, description: string, kind: StepFieldKind, isRequired: boolean, maxLength: number | null, minValue: number | null, maxValue: number | null, maxCount: number | null, typeName: string | null, options: Array<{ __typename: 'StepFieldOption', value: string, title: string, description: string }> }> }> };

export type OrdersQueryVariables = Exact<{
  filter?: OrderFilter | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type OrdersQuery = { orders: { __typename: 'OrderConnection', nodes: Array<{ __typename: 'Order', id: string, number: number, status: OrderStatus, statusTitle: string, progress: number | null, needsAttention: boolean, unreadCount: number, lastActivityAt: string, viewerRole: OrderRole | null, total: { __typename: 'Money', minorUnits: number, currency: string, digits: number }, advertiser: { __typename: 'Account', id: string, name: string }, seller: { __typename: 'Account', id: string, name: string }, items: Array<{ __typename: 'OrderItem', title: string }>, nextSteps: Array<{ __typename: 'NextStep', step: OrderStep | null, title: string }> }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null } }, attentionCounts: { __typename: 'AttentionCounts', asAdvertiser: number, asSeller: number, asOperator: number } };

export type OrderRowFragment = { __typename: 'Order', id: string, number: number, status: OrderStatus, statusTitle: string, progress: number | null, needsAttention: boolean, unreadCount: number, lastActivityAt: string, viewerRole: OrderRole | null, total: { __typename: 'Money', minorUnits: number, currency: string, digits: number }, advertiser: { __typename: 'Account', id: string, name: string }, seller: { __typename: 'Account', id: string, name: string }, items: Array<{ __typename: 'OrderItem', title: string }>, nextSteps: Array<{ __typename: 'NextStep', step: OrderStep | null, title: string }> };

export type PartnerApplicationsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type PartnerApplicationsQuery = { applications: { __typename: 'ApplicationConnection', nodes: Array<{ __typename: 'Application', id: string, name: string, scopes: Array<ApplicationScope>, createdAt: string }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } };

export type PartnerApplicationQueryVariables = Exact<{
  id: string;
}>;


export type PartnerApplicationQuery = { node:
    | { __typename: 'Account', id: string }
    | { __typename: 'Ad', id: string }
    | { __typename: 'Application', id: string, name: string, scopes: Array<ApplicationScope>, createdAt: string, keys: Array<{ __typename: 'ApplicationKey', id: string, createdAt: string, lastUsedAt: string | null }>, oauthClient: { __typename: 'OAuthClient', clientId: string, type: OAuthClientType, redirectUris: Array<string> }, quota: { __typename: 'ApplicationQuota', capacity: number, restoreRate: number }, webhookEndpoints: Array<{ __typename: 'WebhookEndpoint', id: string, url: string, isEnabled: boolean, disabledReason: WebhookDisabledReason | null, failingSince: string | null, createdAt: string, document: { __typename: 'RegisteredDocument', documentId: string, operationName: string | null } }> }
    | { __typename: 'AuditEntry', id: string }
    | { __typename: 'File', id: string }
    | { __typename: 'Marketplace', id: string }
    | { __typename: 'Message', id: string }
    | { __typename: 'Order', id: string }
    | { __typename: 'PaymentException', id: string }
    | { __typename: 'Person', id: string }
    | { __typename: 'Placement', id: string }
    | { __typename: 'PriceOption', id: string }
    | { __typename: 'Report', id: string }
    | { __typename: 'Sandbox', id: string }
    | { __typename: 'Space', id: string }
    | { __typename: 'WebhookDelivery', id: string }
    | { __typename: 'WebhookEndpoint', id: string }
   | null };

export type ApplicationViewFragment = { __typename: 'Application', id: string, name: string, scopes: Array<ApplicationScope>, createdAt: string, keys: Array<{ __typename: 'ApplicationKey', id: string, createdAt: string, lastUsedAt: string | null }>, oauthClient: { __typename: 'OAuthClient', clientId: string, type: OAuthClientType, redirectUris: Array<string> }, quota: { __typename: 'ApplicationQuota', capacity: number, restoreRate: number }, webhookEndpoints: Array<{ __typename: 'WebhookEndpoint', id: string, url: string, isEnabled: boolean, disabledReason: WebhookDisabledReason | null, failingSince: string | null, createdAt: string, document: { __typename: 'RegisteredDocument', documentId: string, operationName: string | null } }> };

export type EndpointViewFragment = { __typename: 'WebhookEndpoint', id: string, url: string, isEnabled: boolean, disabledReason: WebhookDisabledReason | null, failingSince: string | null, createdAt: string, document: { __typename: 'RegisteredDocument', documentId: string, operationName: string | null } };

export type PartnerOperationsQueryVariables = Exact<{
  applicationId: string;
  after?: string | null | undefined;
}>;


export type PartnerOperationsQuery = { operationManifests: { __typename: 'OperationManifestConnection', nodes: Array<{ __typename: 'OperationManifest', name: string, version: string, createdAt: string, retiresAt: string | null, documents: Array<{ __typename: 'RegisteredDocument', documentId: string, operationName: string | null, kind: OperationKind, cost: number }> }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } };

export type CreateApplicationMutationVariables = Exact<{
  input: CreateApplicationInput;
}>;


export type CreateApplicationMutation = { createApplication:
    | { __typename: 'AccountRefused', code: string, message: string, recovery: Recovery }
    | { __typename: 'Application', id: string, name: string }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string, recovery: Recovery }
    | { __typename: 'InputInvalid', code: string, message: string, recovery: Recovery, problems: Array<{ __typename: 'InputProblem', field: string, message: string }> }
    | { __typename: 'LimitReached', code: string, message: string, recovery: Recovery }
    | { __typename: 'NotSignedIn', code: string, message: string, recovery: Recovery }
    | { __typename: 'RateLimited', code: string, message: string, recovery: Recovery }
    | { __typename: 'ResultUnavailable', code: string, message: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', code: string, message: string, recovery: Recovery }
   };

export type UpdateApplicationScopesMutationVariables = Exact<{
  input: UpdateApplicationScopesInput;
}>;


export type UpdateApplicationScopesMutation = { updateApplicationScopes:
    | { __typename: 'AccountRefused', code: string, message: string, recovery: Recovery }
    | { __typename: 'Application', id: string, scopes: Array<ApplicationScope> }
    | { __typename: 'ApplicationNotFound', code: string, message: string, recovery: Recovery }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string, recovery: Recovery }
    | { __typename: 'InputInvalid', code: string, message: string, recovery: Recovery, problems: Array<{ __typename: 'InputProblem', field: string, message: string }> }
    | { __typename: 'NotSignedIn', code: string, message: string, recovery: Recovery }
    | { __typename: 'RateLimited', code: string, message: string, recovery: Recovery }
    | { __typename: 'ResultUnavailable', code: string, message: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', code: string, message: string, recovery: Recovery }
   };

export type DeleteApplicationMutationVariables = Exact<{
  input: DeleteApplicationInput;
}>;


export type DeleteApplicationMutation = { deleteApplication:
    | { __typename: 'AccountRefused', code: string, message: string, recovery: Recovery }
    | { __typename: 'ApplicationDeleted', id: string }
    | { __typename: 'ApplicationNotFound', code: string, message: string, recovery: Recovery }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string, recovery: Recovery }
    | { __typename: 'InputInvalid', code: string, message: string, recovery: Recovery, problems: Array<{ __typename: 'InputProblem', field: string, message: string }> }
    | { __typename: 'NotSignedIn', code: string, message: string, recovery: Recovery }
    | { __typename: 'RateLimited', code: string, message: string, recovery: Recovery }
    | { __typename: 'ResultUnavailable', code: string, message: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', code: string, message: string, recovery: Recovery }
   };

export type CreateApplicationKeyMutationVariables = Exact<{
  input: CreateApplicationKeyInput;
}>;


export type CreateApplicationKeyMutation = { createApplicationKey:
    | { __typename: 'AccountRefused', code: string, message: string, recovery: Recovery }
    | { __typename: 'ApplicationKeyCreated', secret: string }
    | { __typename: 'ApplicationNotFound', code: string, message: string, recovery: Recovery }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string, recovery: Recovery }
    | { __typename: 'InputInvalid', code: string, message: string, recovery: Recovery, problems: Array<{ __typename: 'InputProblem', field: string, message: string }> }
    | { __typename: 'LimitReached', code: string, message: string, recovery: Recovery }
    | { __typename: 'NotSignedIn', code: string, message: string, recovery: Recovery }
    | { __typename: 'RateLimited', code: string, message: string, recovery: Recovery }
    | { __typename: 'ResultUnavailable', code: string, message: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', code: string, message: string, recovery: Recovery }
   };

export type RevokeApplicationKeyMutationVariables = Exact<{
  input: RevokeApplicationKeyInput;
}>;


export type RevokeApplicationKeyMutation = { revokeApplicationKey:
    | { __typename: 'AccountRefused', code: string, message: string, recovery: Recovery }
    | { __typename: 'Application', id: string }
    | { __typename: 'ApplicationKeyNotFound', code: string, message: string, recovery: Recovery }
    | { __typename: 'ApplicationNotFound', code: string, message: string, recovery: Recovery }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string, recovery: Recovery }
    | { __typename: 'InputInvalid', code: string, message: string, recovery: Recovery, problems: Array<{ __typename: 'InputProblem', field: string, message: string }> }
    | { __typename: 'NotSignedIn', code: string, message: string, recovery: Recovery }
    | { __typename: 'RateLimited', code: string, message: string, recovery: Recovery }
    | { __typename: 'ResultUnavailable', code: string, message: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', code: string, message: string, recovery: Recovery }
   };

export type UpdateRedirectUrisMutationVariables = Exact<{
  input: UpdateApplicationRedirectUrisInput;
}>;


export type UpdateRedirectUrisMutation = { updateApplicationRedirectUris:
    | { __typename: 'AccountRefused', code: string, message: string, recovery: Recovery }
    | { __typename: 'Application', id: string, oauthClient: { __typename: 'OAuthClient', clientId: string, type: OAuthClientType, redirectUris: Array<string> } }
    | { __typename: 'ApplicationNotFound', code: string, message: string, recovery: Recovery }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string, recovery: Recovery }
    | { __typename: 'InputInvalid', code: string, message: string, recovery: Recovery, problems: Array<{ __typename: 'InputProblem', field: string, message: string }> }
    | { __typename: 'NotSignedIn', code: string, message: string, recovery: Recovery }
    | { __typename: 'OAuthUnavailable', code: string, message: string, recovery: Recovery }
    | { __typename: 'RateLimited', code: string, message: string, recovery: Recovery }
    | { __typename: 'ResultUnavailable', code: string, message: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', code: string, message: string, recovery: Recovery }
   };

export type RotateClientSecretMutationVariables = Exact<{
  input: RotateApplicationClientSecretInput;
}>;


export type RotateClientSecretMutation = { rotateApplicationClientSecret:
    | { __typename: 'AccountRefused', code: string, message: string, recovery: Recovery }
    | { __typename: 'ApplicationClientSecretRotated', secret: string }
    | { __typename: 'ApplicationNotFound', code: string, message: string, recovery: Recovery }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string, recovery: Recovery }
    | { __typename: 'InputInvalid', code: string, message: string, recovery: Recovery, problems: Array<{ __typename: 'InputProblem', field: string, message: string }> }
    | { __typename: 'NotSignedIn', code: string, message: string, recovery: Recovery }
    | { __typename: 'OAuthUnavailable', code: string, message: string, recovery: Recovery }
    | { __typename: 'RateLimited', code: string, message: string, recovery: Recovery }
    | { __typename: 'ResultUnavailable', code: string, message: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', code: string, message: string, recovery: Recovery }
   };

export type DeleteClientSecretMutationVariables = Exact<{
  input: DeleteApplicationClientSecretInput;
}>;


export type DeleteClientSecretMutation = { deleteApplicationClientSecret:
    | { __typename: 'AccountRefused', code: string, message: string, recovery: Recovery }
    | { __typename: 'Application', id: string }
    | { __typename: 'ApplicationNotFound', code: string, message: string, recovery: Recovery }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string, recovery: Recovery }
    | { __typename: 'InputInvalid', code: string, message: string, recovery: Recovery, problems: Array<{ __typename: 'InputProblem', field: string, message: string }> }
    | { __typename: 'NotSignedIn', code: string, message: string, recovery: Recovery }
    | { __typename: 'OAuthUnavailable', code: string, message: string, recovery: Recovery }
    | { __typename: 'RateLimited', code: string, message: string, recovery: Recovery }
    | { __typename: 'ResultUnavailable', code: string, message: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', code: string, message: string, recovery: Recovery }
   };

export type RetireOperationsMutationVariables = Exact<{
  input: RetireOperationsInput;
}>;


export type RetireOperationsMutation = { retireOperations:
    | { __typename: 'AccountRefused', code: string, message: string, recovery: Recovery }
    | { __typename: 'ApplicationNotFound', code: string, message: string, recovery: Recovery }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string, recovery: Recovery }
    | { __typename: 'InputInvalid', code: string, message: string, recovery: Recovery, problems: Array<{ __typename: 'InputProblem', field: string, message: string }> }
    | { __typename: 'NotSignedIn', code: string, message: string, recovery: Recovery }
    | { __typename: 'OperationManifest', name: string, version: string, retiresAt: string | null }
    | { __typename: 'RateLimited', code: string, message: string, recovery: Recovery }
    | { __typename: 'ResultUnavailable', code: string, message: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', code: string, message: string, recovery: Recovery }
    | { __typename: 'VersionNotFound', code: string, message: string, recovery: Recovery }
   };

export type CreateWebhookEndpointMutationVariables = Exact<{
  input: CreateWebhookEndpointInput;
}>;


export type CreateWebhookEndpointMutation = { createWebhookEndpoint:
    | { __typename: 'AccountRefused', code: string, message: string, recovery: Recovery }
    | { __typename: 'ApplicationNotFound', code: string, message: string, recovery: Recovery }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string, recovery: Recovery }
    | { __typename: 'InputInvalid', code: string, message: string, recovery: Recovery, problems: Array<{ __typename: 'InputProblem', field: string, message: string }> }
    | { __typename: 'LimitReached', code: string, message: string, recovery: Recovery }
    | { __typename: 'NotSignedIn', code: string, message: string, recovery: Recovery }
    | { __typename: 'RateLimited', code: string, message: string, recovery: Recovery }
    | { __typename: 'ResultUnavailable', code: string, message: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', code: string, message: string, recovery: Recovery }
    | { __typename: 'WebhookSecretPayload', secret: string }
   };

export type UpdateWebhookEndpointMutationVariables = Exact<{
  input: UpdateWebhookEndpointInput;
}>;


export type UpdateWebhookEndpointMutation = { updateWebhookEndpoint:
    | { __typename: 'AccountRefused', code: string, message: string, recovery: Recovery }
    | { __typename: 'ApplicationNotFound', code: string, message: string, recovery: Recovery }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string, recovery: Recovery }
    | { __typename: 'InputInvalid', code: string, message: string, recovery: Recovery, problems: Array<{ __typename: 'InputProblem', field: string, message: string }> }
    | { __typename: 'NotSignedIn', code: string, message: string, recovery: Recovery }
    | { __typename: 'RateLimited', code: string, message: string, recovery: Recovery }
    | { __typename: 'ResultUnavailable', code: string, message: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', code: string, message: string, recovery: Recovery }
    | { __typename: 'WebhookEndpoint', id: string, url: string, isEnabled: boolean, disabledReason: WebhookDisabledReason | null, failingSince: string | null, createdAt: string, document: { __typename: 'RegisteredDocument', documentId: string, operationName: string | null } }
    | { __typename: 'WebhookEndpointNotFound', code: string, message: string, recovery: Recovery }
   };

export type RotateWebhookSecretMutationVariables = Exact<{
  input: RotateWebhookSecretInput;
}>;


export type RotateWebhookSecretMutation = { rotateWebhookSecret:
    | { __typename: 'AccountRefused', code: string, message: string, recovery: Recovery }
    | { __typename: 'ApplicationNotFound', code: string, message: string, recovery: Recovery }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string, recovery: Recovery }
    | { __typename: 'InputInvalid', code: string, message: string, recovery: Recovery, problems: Array<{ __typename: 'InputProblem', field: string, message: string }> }
    | { __typename: 'NotSignedIn', code: string, message: string, recovery: Recovery }
    | { __typename: 'RateLimited', code: string, message: string, recovery: Recovery }
    | { __typename: 'ResultUnavailable', code: string, message: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', code: string, message: string, recovery: Recovery }
    | { __typename: 'WebhookEndpointNotFound', code: string, message: string, recovery: Recovery }
    | { __typename: 'WebhookSecretPayload', secret: string }
   };

export type DeleteWebhookEndpointMutationVariables = Exact<{
  input: DeleteWebhookEndpointInput;
}>;


export type DeleteWebhookEndpointMutation = { deleteWebhookEndpoint:
    | { __typename: 'AccountRefused', code: string, message: string, recovery: Recovery }
    | { __typename: 'ApplicationNotFound', code: string, message: string, recovery: Recovery }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string, recovery: Recovery }
    | { __typename: 'InputInvalid', code: string, message: string, recovery: Recovery, problems: Array<{ __typename: 'InputProblem', field: string, message: string }> }
    | { __typename: 'NotSignedIn', code: string, message: string, recovery: Recovery }
    | { __typename: 'RateLimited', code: string, message: string, recovery: Recovery }
    | { __typename: 'ResultUnavailable', code: string, message: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', code: string, message: string, recovery: Recovery }
    | { __typename: 'WebhookEndpointDeleted', id: string }
    | { __typename: 'WebhookEndpointNotFound', code: string, message: string, recovery: Recovery }
   };

export type SendTestEventMutationVariables = Exact<{
  input: SendTestEventInput;
}>;


export type SendTestEventMutation = { sendTestEvent:
    | { __typename: 'AccountRefused', code: string, message: string, recovery: Recovery }
    | { __typename: 'ApplicationNotFound', code: string, message: string, recovery: Recovery }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string, recovery: Recovery }
    | { __typename: 'InputInvalid', code: string, message: string, recovery: Recovery, problems: Array<{ __typename: 'InputProblem', field: string, message: string }> }
    | { __typename: 'NotSignedIn', code: string, message: string, recovery: Recovery }
    | { __typename: 'RateLimited', code: string, message: string, recovery: Recovery }
    | { __typename: 'ResultUnavailable', code: string, message: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', code: string, message: string, recovery: Recovery }
    | { __typename: 'WebhookDelivery', id: string }
    | { __typename: 'WebhookEndpointDisabled', code: string, message: string, recovery: Recovery }
    | { __typename: 'WebhookEndpointNotFound', code: string, message: string, recovery: Recovery }
   };

export type ReplayDeliveryMutationVariables = Exact<{
  input: ReplayDeliveryInput;
}>;


export type ReplayDeliveryMutation = { replayDelivery:
    | { __typename: 'AccountRefused', code: string, message: string, recovery: Recovery }
    | { __typename: 'ApplicationNotFound', code: string, message: string, recovery: Recovery }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string, recovery: Recovery }
    | { __typename: 'InputInvalid', code: string, message: string, recovery: Recovery, problems: Array<{ __typename: 'InputProblem', field: string, message: string }> }
    | { __typename: 'NotSignedIn', code: string, message: string, recovery: Recovery }
    | { __typename: 'RateLimited', code: string, message: string, recovery: Recovery }
    | { __typename: 'ResultUnavailable', code: string, message: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', code: string, message: string, recovery: Recovery }
    | { __typename: 'WebhookDelivery', id: string }
    | { __typename: 'WebhookDeliveryNotFound', code: string, message: string, recovery: Recovery }
    | { __typename: 'WebhookEndpointDisabled', code: string, message: string, recovery: Recovery }
    | { __typename: 'WebhookEndpointNotFound', code: string, message: string, recovery: Recovery }
   };

export type WebhookEndpointPageQueryVariables = Exact<{
  id: string;
}>;


export type WebhookEndpointPageQuery = { node:
    | { __typename: 'Account', id: string }
    | { __typename: 'Ad', id: string }
    | { __typename: 'Application', id: string }
    | { __typename: 'AuditEntry', id: string }
    | { __typename: 'File', id: string }
    | { __typename: 'Marketplace', id: string }
    | { __typename: 'Message', id: string }
    | { __typename: 'Order', id: string }
    | { __typename: 'PaymentException', id: string }
    | { __typename: 'Person', id: string }
    | { __typename: 'Placement', id: string }
    | { __typename: 'PriceOption', id: string }
    | { __typename: 'Report', id: string }
    | { __typename: 'Sandbox', id: string }
    | { __typename: 'Space', id: string }
    | { __typename: 'WebhookDelivery', id: string }
    | { __typename: 'WebhookEndpoint', id: string, url: string, isEnabled: boolean, disabledReason: WebhookDisabledReason | null, failingSince: string | null, createdAt: string, application: { __typename: 'Application', id: string, name: string }, document: { __typename: 'RegisteredDocument', documentId: string, operationName: string | null } }
   | null };

export type WebhookDeliveriesQueryVariables = Exact<{
  id: string;
  first: number;
  after?: string | null | undefined;
}>;


export type WebhookDeliveriesQuery = { node:
    | { __typename: 'Account', id: string }
    | { __typename: 'Ad', id: string }
    | { __typename: 'Application', id: string }
    | { __typename: 'AuditEntry', id: string }
    | { __typename: 'File', id: string }
    | { __typename: 'Marketplace', id: string }
    | { __typename: 'Message', id: string }
    | { __typename: 'Order', id: string }
    | { __typename: 'PaymentException', id: string }
    | { __typename: 'Person', id: string }
    | { __typename: 'Placement', id: string }
    | { __typename: 'PriceOption', id: string }
    | { __typename: 'Report', id: string }
    | { __typename: 'Sandbox', id: string }
    | { __typename: 'Space', id: string }
    | { __typename: 'WebhookDelivery', id: string }
    | { __typename: 'WebhookEndpoint', id: string, deliveries: { __typename: 'WebhookDeliveryConnection', nodes: Array<{ __typename: 'WebhookDelivery', id: string, type: string, status: WebhookDeliveryStatus, occurredAt: string, nextAttemptAt: string | null, attempts: Array<{ __typename: 'WebhookAttempt', number: number, attemptedAt: string, durationMs: number, statusCode: number | null, error: string | null }> }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } }
   | null };

export type PartnerSandboxesQueryVariables = Exact<{
  first: number;
}>;


export type PartnerSandboxesQuery = { sandboxes: { __typename: 'SandboxConnection', nodes: Array<{ __typename: 'Sandbox', id: string, name: string, status: SandboxStatus, createdAt: string }> } };

export type CreateSandboxMutationVariables = Exact<{
  input: CreateSandboxInput;
}>;


export type CreateSandboxMutation = { createSandbox:
    | { __typename: 'AccountRefused', code: string, message: string, recovery: Recovery }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string, recovery: Recovery }
    | { __typename: 'InputInvalid', code: string, message: string, recovery: Recovery, problems: Array<{ __typename: 'InputProblem', field: string, message: string }> }
    | { __typename: 'LimitReached', code: string, message: string, recovery: Recovery }
    | { __typename: 'NotSignedIn', code: string, message: string, recovery: Recovery }
    | { __typename: 'RateLimited', code: string, message: string, recovery: Recovery }
    | { __typename: 'ResultUnavailable', code: string, message: string, recovery: Recovery }
    | { __typename: 'Sandbox', id: string, name: string, status: SandboxStatus, createdAt: string }
    | { __typename: 'SandboxesDisabled', code: string, message: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', code: string, message: string, recovery: Recovery }
   };

export type CreateSandboxKeyMutationVariables = Exact<{
  input: CreateSandboxKeyInput;
}>;


export type CreateSandboxKeyMutation = { createSandboxKey:
    | { __typename: 'AccountRefused', code: string, message: string, recovery: Recovery }
    | { __typename: 'ApplicationKeyCreated', secret: string }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string, recovery: Recovery }
    | { __typename: 'InputInvalid', code: string, message: string, recovery: Recovery, problems: Array<{ __typename: 'InputProblem', field: string, message: string }> }
    | { __typename: 'LimitReached', code: string, message: string, recovery: Recovery }
    | { __typename: 'NotSignedIn', code: string, message: string, recovery: Recovery }
    | { __typename: 'RateLimited', code: string, message: string, recovery: Recovery }
    | { __typename: 'ResultUnavailable', code: string, message: string, recovery: Recovery }
    | { __typename: 'SandboxNotFound', code: string, message: string, recovery: Recovery }
    | { __typename: 'SandboxUnavailable', code: string, message: string, recovery: Recovery }
    | { __typename: 'SandboxesDisabled', code: string, message: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', code: string, message: string, recovery: Recovery }
   };

export type DeleteSandboxMutationVariables = Exact<{
  input: DeleteSandboxInput;
}>;


export type DeleteSandboxMutation = { deleteSandbox:
    | { __typename: 'AccountRefused', code: string, message: string, recovery: Recovery }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string, recovery: Recovery }
    | { __typename: 'InputInvalid', code: string, message: string, recovery: Recovery, problems: Array<{ __typename: 'InputProblem', field: string, message: string }> }
    | { __typename: 'NotSignedIn', code: string, message: string, recovery: Recovery }
    | { __typename: 'RateLimited', code: string, message: string, recovery: Recovery }
    | { __typename: 'ResultUnavailable', code: string, message: string, recovery: Recovery }
    | { __typename: 'Sandbox', id: string }
    | { __typename: 'SandboxNotFound', code: string, message: string, recovery: Recovery }
    | { __typename: 'SandboxesDisabled', code: string, message: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', code: string, message: string, recovery: Recovery }
   };

export type SpaceToOrderQueryVariables = Exact<{
  id: string;
}>;


export type SpaceToOrderQuery = { paymentMethods: Array<PaymentMethod>, space: { __typename: 'Space', id: string, title: string, requirements: string | null, firstBookableDay: string, timeZone: string, seller: { __typename: 'Account', id: string, name: string }, options: Array<{ __typename: 'PriceOption', id: string, title: string, measure: PriceMeasure, quantity: number | null, isMonthly: boolean, price: { __typename: 'Money', minorUnits: number, currency: string, digits: number } }> } | null };

export type SpacesOfSellerQueryVariables = Exact<{
  sellerId: string;
  currency: string;
  first: number;
  after?: string | null | undefined;
}>;


export type SpacesOfSellerQuery = { spaces: { __typename: 'SpaceSearchConnection', nodes: Array<{ __typename: 'Space', id: string, title: string, requirements: string | null, firstBookableDay: string, timeZone: string, options: Array<{ __typename: 'PriceOption', id: string, title: string, measure: PriceMeasure, quantity: number | null, isMonthly: boolean, price: { __typename: 'Money', minorUnits: number, currency: string, digits: number } }> }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } };

export type OrderableSpaceFragment = { __typename: 'Space', id: string, title: string, requirements: string | null, firstBookableDay: string, timeZone: string, options: Array<{ __typename: 'PriceOption', id: string, title: string, measure: PriceMeasure, quantity: number | null, isMonthly: boolean, price: { __typename: 'Money', minorUnits: number, currency: string, digits: number } }> };

export type PlaceOrderMutationVariables = Exact<{
  input: PlaceOrderInput;
}>;


export type PlaceOrderMutation = { placeOrder:
    | { __typename: 'AccountRefused', code: string, message: string, recovery: Recovery }
    | { __typename: 'AmountNotPayable', code: string, message: string, recovery: Recovery }
    | { __typename: 'DaysUnavailable', code: string, message: string, recovery: Recovery, spaces: Array<{ __typename: 'UnavailableDays', spaceId: string, title: string, free: Array<{ __typename: 'DayRange', from: string, to: string }> }> }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string, recovery: Recovery }
    | { __typename: 'InputInvalid', code: string, message: string, recovery: Recovery, problems: Array<{ __typename: 'InputProblem', field: string, message: string }> }
    | { __typename: 'NotSignedIn', code: string, message: string, recovery: Recovery }
    | { __typename: 'Order', id: string, number: number }
    | { __typename: 'RateLimited', code: string, message: string, recovery: Recovery }
    | { __typename: 'ResultUnavailable', code: string, message: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', code: string, message: string, recovery: Recovery }
   };

export type EditedSpaceQueryVariables = Exact<{
  id: string;
}>;


export type EditedSpaceQuery = { space: { __typename: 'Space', id: string, title: string, description: string, audience: string | null, kind: SpaceKind, status: SpaceStatus, languages: Array<string>, countries: Array<string>, leadTimeDays: number | null, requirements: string | null, renewsAds: boolean, capacity: number | null, timeZone: string, takenDownAt: string | null, takenDownReason: string | null, seller: { __typename: 'Account', id: string }, format: { __typename: 'SpaceFormat', width: number | null, height: number | null, words: number | null, seconds: number | null }, creativeRules: { __typename: 'CreativeRules', kinds: Array<CreativeKind>, imageWidth: number | null, imageHeight: number | null, isImageSizeExact: boolean, maxImageBytes: number | null, maxHtmlCharacters: number | null }, defaultPlacement: { __typename: 'Placement', id: string, name: string } | null, pictures: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, options: Array<{ __typename: 'PriceOption', id: string, title: string, measure: PriceMeasure, quantity: number | null, isMonthly: boolean, price: { __typename: 'Money', minorUnits: number, currency: string, digits: number } }> } | null, viewer: { __typename: 'Account', id: string } | null };

export type EditedSpaceViewFragment = { __typename: 'Space', id: string, title: string, description: string, audience: string | null, kind: SpaceKind, status: SpaceStatus, languages: Array<string>, countries: Array<string>, leadTimeDays: number | null, requirements: string | null, renewsAds: boolean, capacity: number | null, timeZone: string, takenDownAt: string | null, takenDownReason: string | null, seller: { __typename: 'Account', id: string }, format: { __typename: 'SpaceFormat', width: number | null, height: number | null, words: number | null, seconds: number | null }, creativeRules: { __typename: 'CreativeRules', kinds: Array<CreativeKind>, imageWidth: number | null, imageHeight: number | null, isImageSizeExact: boolean, maxImageBytes: number | null, maxHtmlCharacters: number | null }, defaultPlacement: { __typename: 'Placement', id: string, name: string } | null, pictures: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, options: Array<{ __typename: 'PriceOption', id: string, title: string, measure: PriceMeasure, quantity: number | null, isMonthly: boolean, price: { __typename: 'Money', minorUnits: number, currency: string, digits: number } }> };

export type CurrenciesQueryVariables = Exact<{ [key: string]: never; }>;


export type CurrenciesQuery = { marketplace: { __typename: 'Marketplace', id: string, currencies: Array<string> | null } };

export type CreateSpaceMutationVariables = Exact<{
  input: CreateSpaceInput;
}>;


export type CreateSpaceMutation = { createSpace:
    | { __typename: 'AccountRefused', code: string, message: string, recovery: Recovery }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string, recovery: Recovery }
    | { __typename: 'InputInvalid', code: string, message: string, recovery: Recovery, problems: Array<{ __typename: 'InputProblem', field: string, message: string }> }
    | { __typename: 'LimitReached', code: string, message: string, recovery: Recovery }
    | { __typename: 'NotSignedIn', code: string, message: string, recovery: Recovery }
    | { __typename: 'ResultUnavailable', code: string, message: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', code: string, message: string, recovery: Recovery }
    | { __typename: 'Space', id: string, title: string, description: string, audience: string | null, kind: SpaceKind, status: SpaceStatus, languages: Array<string>, countries: Array<string>, leadTimeDays: number | null, requirements: string | null, renewsAds: boolean, capacity: number | null, timeZone: string, takenDownAt: string | null, takenDownReason: string | null, seller: { __typename: 'Account', id: string }, format: { __typename: 'SpaceFormat', width: number | null, height: number | null, words: number | null, seconds: number | null }, creativeRules: { __typename: 'CreativeRules', kinds: Array<CreativeKind>, imageWidth: number | null, imageHeight: number | null, isImageSizeExact: boolean, maxImageBytes: number | null, maxHtmlCharacters: number | null }, defaultPlacement: { __typename: 'Placement', id: string, name: string } | null, pictures: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, options: Array<{ __typename: 'PriceOption', id: string, title: string, measure: PriceMeasure, quantity: number | null, isMonthly: boolean, price: { __typename: 'Money', minorUnits: number, currency: string, digits: number } }> }
   };

export type UpdateSpaceMutationVariables = Exact<{
  input: UpdateSpaceInput;
}>;


export type UpdateSpaceMutation = { updateSpace:
    | { __typename: 'AccountRefused', code: string, message: string, recovery: Recovery }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string, recovery: Recovery }
    | { __typename: 'InputInvalid', code: string, message: string, recovery: Recovery, problems: Array<{ __typename: 'InputProblem', field: string, message: string }> }
    | { __typename: 'NotSignedIn', code: string, message: string, recovery: Recovery }
    | { __typename: 'ResultUnavailable', code: string, message: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', code: string, message: string, recovery: Recovery }
    | { __typename: 'Space', id: string, title: string, description: string, audience: string | null, kind: SpaceKind, status: SpaceStatus, languages: Array<string>, countries: Array<string>, leadTimeDays: number | null, requirements: string | null, renewsAds: boolean, capacity: number | null, timeZone: string, takenDownAt: string | null, takenDownReason: string | null, seller: { __typename: 'Account', id: string }, format: { __typename: 'SpaceFormat', width: number | null, height: number | null, words: number | null, seconds: number | null }, creativeRules: { __typename: 'CreativeRules', kinds: Array<CreativeKind>, imageWidth: number | null, imageHeight: number | null, isImageSizeExact: boolean, maxImageBytes: number | null, maxHtmlCharacters: number | null }, defaultPlacement: { __typename: 'Placement', id: string, name: string } | null, pictures: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, options: Array<{ __typename: 'PriceOption', id: string, title: string, measure: PriceMeasure, quantity: number | null, isMonthly: boolean, price: { __typename: 'Money', minorUnits: number, currency: string, digits: number } }> }
    | { __typename: 'SpaceNotFound', code: string, message: string, recovery: Recovery }
    | { __typename: 'SpaceStatusNotAllowed', code: string, message: string, recovery: Recovery }
   };

export type UpdateCreativeRulesMutationVariables = Exact<{
  input: UpdateCreativeRulesInput;
}>;


export type UpdateCreativeRulesMutation = { updateCreativeRules:
    | { __typename: 'AccountRefused', code: string, message: string, recovery: Recovery }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string, recovery: Recovery }
    | { __typename: 'InputInvalid', code: string, message: string, recovery: Recovery, problems: Array<{ __typename: 'InputProblem', field: string, message: string }> }
    | { __typename: 'NotSignedIn', code: string, message: string, recovery: Recovery }
    | { __typename: 'ResultUnavailable', code: string, message: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', code: string, message: string, recovery: Recovery }
    | { __typename: 'Space', id: string, title: string, description: string, audience: string | null, kind: SpaceKind, status: SpaceStatus, languages: Array<string>, countries: Array<string>, leadTimeDays: number | null, requirements: string | null, renewsAds: boolean, capacity: number | null, timeZone: string, takenDownAt: string | null, takenDownReason: string | null, seller: { __typename: 'Account', id: string }, format: { __typename: 'SpaceFormat', width: number | null, height: number | null, words: number | null, seconds: number | null }, creativeRules: { __typename: 'CreativeRules', kinds: Array<CreativeKind>, imageWidth: number | null, imageHeight: number | null, isImageSizeExact: boolean, maxImageBytes: number | null, maxHtmlCharacters: number | null }, defaultPlacement: { __typename: 'Placement', id: string, name: string } | null, pictures: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, options: Array<{ __typename: 'PriceOption', id: string, title: string, measure: PriceMeasure, quantity: number | null, isMonthly: boolean, price: { __typename: 'Money', minorUnits: number, currency: string, digits: number } }> }
    | { __typename: 'SpaceNotFound', code: string, message: string, recovery: Recovery }
   };

export type UpdateAdRenewalMutationVariables = Exact<{
  input: UpdateAdRenewalInput;
}>;


export type UpdateAdRenewalMutation = { updateAdRenewal:
    | { __typename: 'AccountRefused', code: string, message: string, recovery: Recovery }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string, recovery: Recovery }
    | { __typename: 'InputInvalid', code: string, message: string, recovery: Recovery, problems: Array<{ __typename: 'InputProblem', field: string, message: string }> }
    | { __typename: 'NotSignedIn', code: string, message: string, recovery: Recovery }
    | { __typename: 'ResultUnavailable', code: string, message: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', code: string, message: string, recovery: Recovery }
    | { __typename: 'Space', id: string, title: string, description: string, audience: string | null, kind: SpaceKind, status: SpaceStatus, languages: Array<string>, countries: Array<string>, leadTimeDays: number | null, requirements: string | null, renewsAds: boolean, capacity: number | null, timeZone: string, takenDownAt: string | null, takenDownReason: string | null, seller: { __typename: 'Account', id: string }, format: { __typename: 'SpaceFormat', width: number | null, height: number | null, words: number | null, seconds: number | null }, creativeRules: { __typename: 'CreativeRules', kinds: Array<CreativeKind>, imageWidth: number | null, imageHeight: number | null, isImageSizeExact: boolean, maxImageBytes: number | null, maxHtmlCharacters: number | null }, defaultPlacement: { __typename: 'Placement', id: string, name: string } | null, pictures: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, options: Array<{ __typename: 'PriceOption', id: string, title: string, measure: PriceMeasure, quantity: number | null, isMonthly: boolean, price: { __typename: 'Money', minorUnits: number, currency: string, digits: number } }> }
    | { __typename: 'SpaceNotFound', code: string, message: string, recovery: Recovery }
   };

export type ListSpaceMutationVariables = Exact<{
  input: ListSpaceInput;
}>;


export type ListSpaceMutation = { listSpace:
    | { __typename: 'AccountRefused', code: string, message: string, recovery: Recovery }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string, recovery: Recovery }
    | { __typename: 'InputInvalid', code: string, message: string, recovery: Recovery, problems: Array<{ __typename: 'InputProblem', field: string, message: string }> }
    | { __typename: 'NotSignedIn', code: string, message: string, recovery: Recovery }
    | { __typename: 'ResultUnavailable', code: string, message: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', code: string, message: string, recovery: Recovery }
    | { __typename: 'Space', id: string, title: string, description: string, audience: string | null, kind: SpaceKind, status: SpaceStatus, languages: Array<string>, countries: Array<string>, leadTimeDays: number | null, requirements: string | null, renewsAds: boolean, capacity: number | null, timeZone: string, takenDownAt: string | null, takenDownReason: string | null, seller: { __typename: 'Account', id: string }, format: { __typename: 'SpaceFormat', width: number | null, height: number | null, words: number | null, seconds: number | null }, creativeRules: { __typename: 'CreativeRules', kinds: Array<CreativeKind>, imageWidth: number | null, imageHeight: number | null, isImageSizeExact: boolean, maxImageBytes: number | null, maxHtmlCharacters: number | null }, defaultPlacement: { __typename: 'Placement', id: string, name: string } | null, pictures: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, options: Array<{ __typename: 'PriceOption', id: string, title: string, measure: PriceMeasure, quantity: number | null, isMonthly: boolean, price: { __typename: 'Money', minorUnits: number, currency: string, digits: number } }> }
    | { __typename: 'SpaceIncomplete', code: string, message: string, recovery: Recovery }
    | { __typename: 'SpaceNotFound', code: string, message: string, recovery: Recovery }
    | { __typename: 'SpaceStatusNotAllowed', code: string, message: string, recovery: Recovery }
   };

export type UnlistSpaceMutationVariables = Exact<{
  input: UnlistSpaceInput;
}>;


export type UnlistSpaceMutation = { unlistSpace:
    | { __typename: 'AccountRefused', code: string, message: string, recovery: Recovery }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string, recovery: Recovery }
    | { __typename: 'InputInvalid', code: string, message: string, recovery: Recovery, problems: Array<{ __typename: 'InputProblem', field: string, message: string }> }
    | { __typename: 'NotSignedIn', code: string, message: string, recovery: Recovery }
    | { __typename: 'ResultUnavailable', code: string, message: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', code: string, message: string, recovery: Recovery }
    | { __typename: 'Space', id: string, title: string, description: string, audience: string | null, kind: SpaceKind, status: SpaceStatus, languages: Array<string>, countries: Array<string>, leadTimeDays: number | null, requirements: string | null, renewsAds: boolean, capacity: number | null, timeZone: string, takenDownAt: string | null, takenDownReason: string | null, seller: { __typename: 'Account', id: string }, format: { __typename: 'SpaceFormat', width: number | null, height: number | null, words: number | null, seconds: number | null }, creativeRules: { __typename: 'CreativeRules', kinds: Array<CreativeKind>, imageWidth: number | null, imageHeight: number | null, isImageSizeExact: boolean, maxImageBytes: number | null, maxHtmlCharacters: number | null }, defaultPlacement: { __typename: 'Placement', id: string, name: string } | null, pictures: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, options: Array<{ __typename: 'PriceOption', id: string, title: string, measure: PriceMeasure, quantity: number | null, isMonthly: boolean, price: { __typename: 'Money', minorUnits: number, currency: string, digits: number } }> }
    | { __typename: 'SpaceNotFound', code: string, message: string, recovery: Recovery }
    | { __typename: 'SpaceStatusNotAllowed', code: string, message: string, recovery: Recovery }
   };

export type ArchiveSpaceMutationVariables = Exact<{
  input: ArchiveSpaceInput;
}>;


export type ArchiveSpaceMutation = { archiveSpace:
    | { __typename: 'AccountRefused', code: string, message: string, recovery: Recovery }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string, recovery: Recovery }
    | { __typename: 'InputInvalid', code: string, message: string, recovery: Recovery, problems: Array<{ __typename: 'InputProblem', field: string, message: string }> }
    | { __typename: 'NotSignedIn', code: string, message: string, recovery: Recovery }
    | { __typename: 'ResultUnavailable', code: string, message: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', code: string, message: string, recovery: Recovery }
    | { __typename: 'Space', id: string, title: string, description: string, audience: string | null, kind: SpaceKind, status: SpaceStatus, languages: Array<string>, countries: Array<string>, leadTimeDays: number | null, requirements: string | null, renewsAds: boolean, capacity: number | null, timeZone: string, takenDownAt: string | null, takenDownReason: string | null, seller: { __typename: 'Account', id: string }, format: { __typename: 'SpaceFormat', width: number | null, height: number | null, words: number | null, seconds: number | null }, creativeRules: { __typename: 'CreativeRules', kinds: Array<CreativeKind>, imageWidth: number | null, imageHeight: number | null, isImageSizeExact: boolean, maxImageBytes: number | null, maxHtmlCharacters: number | null }, defaultPlacement: { __typename: 'Placement', id: string, name: string } | null, pictures: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, options: Array<{ __typename: 'PriceOption', id: string, title: string, measure: PriceMeasure, quantity: number | null, isMonthly: boolean, price: { __typename: 'Money', minorUnits: number, currency: string, digits: number } }> }
    | { __typename: 'SpaceNotFound', code: string, message: string, recovery: Recovery }
    | { __typename: 'SpaceStatusNotAllowed', code: string, message: string, recovery: Recovery }
   };

export type CreatePriceOptionMutationVariables = Exact<{
  input: CreatePriceOptionInput;
}>;


export type CreatePriceOptionMutation = { createPriceOption:
    | { __typename: 'AccountRefused', code: string, message: string, recovery: Recovery }
    | { __typename: 'AmountNotPayable', code: string, message: string, recovery: Recovery }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string, recovery: Recovery }
    | { __typename: 'InputInvalid', code: string, message: string, recovery: Recovery, problems: Array<{ __typename: 'InputProblem', field: string, message: string }> }
    | { __typename: 'LimitReached', code: string, message: string, recovery: Recovery }
    | { __typename: 'NotSignedIn', code: string, message: string, recovery: Recovery }
    | { __typename: 'PriceOption', id: string, title: string, measure: PriceMeasure, quantity: number | null, isMonthly: boolean, space: { __typename: 'Space', id: string, options: Array<{ __typename: 'PriceOption', id: string, title: string, measure: PriceMeasure, quantity: number | null, isMonthly: boolean, price: { __typename: 'Money', minorUnits: number, currency: string, digits: number } }> }, price: { __typename: 'Money', minorUnits: number, currency: string, digits: number } }
    | { __typename: 'ResultUnavailable', code: string, message: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', code: string, message: string, recovery: Recovery }
    | { __typename: 'SpaceNotFound', code: string, message: string, recovery: Recovery }
    | { __typename: 'SpaceStatusNotAllowed', code: string, message: string, recovery: Recovery }
   };

export type UpdatePriceOptionMutationVariables = Exact<{
  input: UpdatePriceOptionInput;
}>;


export type UpdatePriceOptionMutation = { updatePriceOption:
    | { __typename: 'AccountRefused', code: string, message: string, recovery: Recovery }
    | { __typename: 'AmountNotPayable', code: string, message: string, recovery: Recovery }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string, recovery: Recovery }
    | { __typename: 'InputInvalid', code: string, message: string, recovery: Recovery, problems: Array<{ __typename: 'InputProblem', field: string, message: string }> }
    | { __typename: 'NotSignedIn', code: string, message: string, recovery: Recovery }
    | { __typename: 'PriceOption', id: string, title: string, measure: PriceMeasure, quantity: number | null, isMonthly: boolean, space: { __typename: 'Space', id: string, options: Array<{ __typename: 'PriceOption', id: string, title: string, measure: PriceMeasure, quantity: number | null, isMonthly: boolean, price: { __typename: 'Money', minorUnits: number, currency: string, digits: number } }> }, price: { __typename: 'Money', minorUnits: number, currency: string, digits: number } }
    | { __typename: 'PriceOptionNotFound', code: string, message: string, recovery: Recovery }
    | { __typename: 'ResultUnavailable', code: string, message: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', code: string, message: string, recovery: Recovery }
    | { __typename: 'SpaceStatusNotAllowed', code: string, message: string, recovery: Recovery }
   };

export type ArchivePriceOptionMutationVariables = Exact<{
  input: ArchivePriceOptionInput;
}>;


export type ArchivePriceOptionMutation = { archivePriceOption:
    | { __typename: 'AccountRefused', code: string, message: string, recovery: Recovery }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string, recovery: Recovery }
    | { __typename: 'InputInvalid', code: string, message: string, recovery: Recovery, problems: Array<{ __typename: 'InputProblem', field: string, message: string }> }
    | { __typename: 'NotSignedIn', code: string, message: string, recovery: Recovery }
    | { __typename: 'PriceOption', id: string, title: string, measure: PriceMeasure, quantity: number | null, isMonthly: boolean, space: { __typename: 'Space', id: string, options: Array<{ __typename: 'PriceOption', id: string, title: string, measure: PriceMeasure, quantity: number | null, isMonthly: boolean, price: { __typename: 'Money', minorUnits: number, currency: string, digits: number } }> }, price: { __typename: 'Money', minorUnits: number, currency: string, digits: number } }
    | { __typename: 'PriceOptionNotFound', code: string, message: string, recovery: Recovery }
    | { __typename: 'ResultUnavailable', code: string, message: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', code: string, message: string, recovery: Recovery }
    | { __typename: 'SpaceIncomplete', code: string, message: string, recovery: Recovery }
    | { __typename: 'SpaceStatusNotAllowed', code: string, message: string, recovery: Recovery }
   };

export type OptionOfSpaceFragment = { __typename: 'PriceOption', id: string, title: string, measure: PriceMeasure, quantity: number | null, isMonthly: boolean, space: { __typename: 'Space', id: string, options: Array<{ __typename: 'PriceOption', id: string, title: string, measure: PriceMeasure, quantity: number | null, isMonthly: boolean, price: { __typename: 'Money', minorUnits: number, currency: string, digits: number } }> }, price: { __typename: 'Money', minorUnits: number, currency: string, digits: number } };

export type AddSpacePictureMutationVariables = Exact<{
  input: AddSpacePictureInput;
}>;


export type AddSpacePictureMutation = { addSpacePicture:
    | { __typename: 'AccountRefused', code: string, message: string, recovery: Recovery }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string, recovery: Recovery }
    | { __typename: 'InputInvalid', code: string, message: string, recovery: Recovery, problems: Array<{ __typename: 'InputProblem', field: string, message: string }> }
    | { __typename: 'LimitReached', code: string, message: string, recovery: Recovery }
    | { __typename: 'NotSignedIn', code: string, message: string, recovery: Recovery }
    | { __typename: 'ResultUnavailable', code: string, message: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', code: string, message: string, recovery: Recovery }
    | { __typename: 'Space', id: string, pictures: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }> }
    | { __typename: 'SpaceNotFound', code: string, message: string, recovery: Recovery }
    | { __typename: 'SpaceStatusNotAllowed', code: string, message: string, recovery: Recovery }
   };

export type RemoveSpacePictureMutationVariables = Exact<{
  input: RemoveSpacePictureInput;
}>;


export type RemoveSpacePictureMutation = { removeSpacePicture:
    | { __typename: 'AccountRefused', code: string, message: string, recovery: Recovery }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string, recovery: Recovery }
    | { __typename: 'InputInvalid', code: string, message: string, recovery: Recovery, problems: Array<{ __typename: 'InputProblem', field: string, message: string }> }
    | { __typename: 'NotSignedIn', code: string, message: string, recovery: Recovery }
    | { __typename: 'ResultUnavailable', code: string, message: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', code: string, message: string, recovery: Recovery }
    | { __typename: 'Space', id: string, pictures: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }> }
    | { __typename: 'SpaceNotFound', code: string, message: string, recovery: Recovery }
    | { __typename: 'SpaceStatusNotAllowed', code: string, message: string, recovery: Recovery }
   };

export type ReorderSpacePicturesMutationVariables = Exact<{
  input: ReorderSpacePicturesInput;
}>;


export type ReorderSpacePicturesMutation = { reorderSpacePictures:
    | { __typename: 'AccountRefused', code: string, message: string, recovery: Recovery }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string, recovery: Recovery }
    | { __typename: 'InputInvalid', code: string, message: string, recovery: Recovery, problems: Array<{ __typename: 'InputProblem', field: string, message: string }> }
    | { __typename: 'NotSignedIn', code: string, message: string, recovery: Recovery }
    | { __typename: 'ResultUnavailable', code: string, message: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', code: string, message: string, recovery: Recovery }
    | { __typename: 'Space', id: string, pictures: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }> }
    | { __typename: 'SpaceNotFound', code: string, message: string, recovery: Recovery }
    | { __typename: 'SpaceStatusNotAllowed', code: string, message: string, recovery: Recovery }
   };

export type SpacePicturesFragment = { __typename: 'Space', id: string, pictures: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }> };

export type SpaceMonthQueryVariables = Exact<{
  id: string;
  from: string;
  to: string;
}>;


export type SpaceMonthQuery = { space: { __typename: 'Space', id: string, capacity: number | null, availability: Array<{ __typename: 'SpaceAvailability', from: string, to: string, freePlaces: number | null, isBlocked: boolean, blockReason: string | null }>, reservations: { __typename: 'SpaceReservationConnection', nodes: Array<{ __typename: 'SpaceReservation', id: string, startsOn: string, endsOn: string, order: { __typename: 'Order', id: string, number: number } }> } } | null };

export type UpdateSpaceAvailabilityMutationVariables = Exact<{
  input: UpdateSpaceAvailabilityInput;
}>;


export type UpdateSpaceAvailabilityMutation = { updateSpaceAvailability:
    | { __typename: 'AccountRefused', code: string, message: string, recovery: Recovery }
    | { __typename: 'DaysReserved', code: string, message: string, recovery: Recovery }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string, recovery: Recovery }
    | { __typename: 'InputInvalid', code: string, message: string, recovery: Recovery, problems: Array<{ __typename: 'InputProblem', field: string, message: string }> }
    | { __typename: 'NotSignedIn', code: string, message: string, recovery: Recovery }
    | { __typename: 'ResultUnavailable', code: string, message: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', code: string, message: string, recovery: Recovery }
    | { __typename: 'Space', id: string, capacity: number | null, timeZone: string }
    | { __typename: 'SpaceNotFound', code: string, message: string, recovery: Recovery }
   };

export type BlockSpaceDaysMutationVariables = Exact<{
  input: BlockSpaceDaysInput;
}>;


export type BlockSpaceDaysMutation = { blockSpaceDays:
    | { __typename: 'AccountRefused', code: string, message: string, recovery: Recovery }
    | { __typename: 'DaysReserved', code: string, message: string, recovery: Recovery }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string, recovery: Recovery }
    | { __typename: 'InputInvalid', code: string, message: string, recovery: Recovery, problems: Array<{ __typename: 'InputProblem', field: string, message: string }> }
    | { __typename: 'NotSignedIn', code: string, message: string, recovery: Recovery }
    | { __typename: 'ResultUnavailable', code: string, message: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', code: string, message: string, recovery: Recovery }
    | { __typename: 'Space', id: string }
    | { __typename: 'SpaceNotFound', code: string, message: string, recovery: Recovery }
   };

export type UnblockSpaceDaysMutationVariables = Exact<{
  input: UnblockSpaceDaysInput;
}>;


export type UnblockSpaceDaysMutation = { unblockSpaceDays:
    | { __typename: 'AccountRefused', code: string, message: string, recovery: Recovery }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string, recovery: Recovery }
    | { __typename: 'InputInvalid', code: string, message: string, recovery: Recovery, problems: Array<{ __typename: 'InputProblem', field: string, message: string }> }
    | { __typename: 'NotSignedIn', code: string, message: string, recovery: Recovery }
    | { __typename: 'ResultUnavailable', code: string, message: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', code: string, message: string, recovery: Recovery }
    | { __typename: 'Space', id: string }
    | { __typename: 'SpaceNotFound', code: string, message: string, recovery: Recovery }
   };

export type OwnPlacementsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type OwnPlacementsQuery = { placements: { __typename: 'PlacementConnection', nodes: Array<{ __typename: 'Placement', id: string, name: string, slug: string, kind: PlacementKind, ads: Array<{ __typename: 'PlacementAd', weight: number, isShown: boolean, ad: { __typename: 'Ad', id: string, name: string, status: AdStatus, order: { __typename: 'Order', id: string, number: number } | null } }> }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } };

export type PlacementViewFragment = { __typename: 'Placement', id: string, name: string, slug: string, kind: PlacementKind, ads: Array<{ __typename: 'PlacementAd', weight: number, isShown: boolean, ad: { __typename: 'Ad', id: string, name: string, status: AdStatus, order: { __typename: 'Order', id: string, number: number } | null } }> };

export type CreatePlacementMutationVariables = Exact<{
  input: CreatePlacementInput;
}>;


export type CreatePlacementMutation = { createPlacement:
    | { __typename: 'AccountRefused', code: string, message: string, recovery: Recovery }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string, recovery: Recovery }
    | { __typename: 'InputInvalid', code: string, message: string, recovery: Recovery, problems: Array<{ __typename: 'InputProblem', field: string, message: string }> }
    | { __typename: 'NotSignedIn', code: string, message: string, recovery: Recovery }
    | { __typename: 'Placement', id: string, name: string, slug: string, kind: PlacementKind, ads: Array<{ __typename: 'PlacementAd', weight: number, isShown: boolean, ad: { __typename: 'Ad', id: string, name: string, status: AdStatus, order: { __typename: 'Order', id: string, number: number } | null } }> }
    | { __typename: 'ResultUnavailable', code: string, message: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', code: string, message: string, recovery: Recovery }
   };

export type UpdatePlacementMutationVariables = Exact<{
  input: UpdatePlacementInput;
}>;


export type UpdatePlacementMutation = { updatePlacement:
    | { __typename: 'AccountRefused', code: string, message: string, recovery: Recovery }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string, recovery: Recovery }
    | { __typename: 'InputInvalid', code: string, message: string, recovery: Recovery, problems: Array<{ __typename: 'InputProblem', field: string, message: string }> }
    | { __typename: 'NotSignedIn', code: string, message: string, recovery: Recovery }
    | { __typename: 'Placement', id: string, name: string, slug: string, kind: PlacementKind, ads: Array<{ __typename: 'PlacementAd', weight: number, isShown: boolean, ad: { __typename: 'Ad', id: string, name: string, status: AdStatus, order: { __typename: 'Order', id: string, number: number } | null } }> }
    | { __typename: 'PlacementNotFound', code: string, message: string, recovery: Recovery }
    | { __typename: 'ResultUnavailable', code: string, message: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', code: string, message: string, recovery: Recovery }
   };

export type DeletePlacementMutationVariables = Exact<{
  input: DeletePlacementInput;
}>;


export type DeletePlacementMutation = { deletePlacement:
    | { __typename: 'AccountRefused', code: string, message: string, recovery: Recovery }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string, recovery: Recovery }
    | { __typename: 'InputInvalid', code: string, message: string, recovery: Recovery, problems: Array<{ __typename: 'InputProblem', field: string, message: string }> }
    | { __typename: 'NotSignedIn', code: string, message: string, recovery: Recovery }
    | { __typename: 'PlacementDeleted', id: string }
    | { __typename: 'PlacementNotEmpty', code: string, message: string, recovery: Recovery }
    | { __typename: 'PlacementNotFound', code: string, message: string, recovery: Recovery }
    | { __typename: 'ResultUnavailable', code: string, message: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', code: string, message: string, recovery: Recovery }
   };

export type UpdateAdWeightMutationVariables = Exact<{
  input: UpdateAdWeightInput;
}>;


export type UpdateAdWeightMutation = { updateAdWeight:
    | { __typename: 'AccountRefused', code: string, message: string, recovery: Recovery }
    | { __typename: 'AdNotInGroup', code: string, message: string, recovery: Recovery }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string, recovery: Recovery }
    | { __typename: 'InputInvalid', code: string, message: string, recovery: Recovery, problems: Array<{ __typename: 'InputProblem', field: string, message: string }> }
    | { __typename: 'NotSignedIn', code: string, message: string, recovery: Recovery }
    | { __typename: 'Placement', id: string, name: string, slug: string, kind: PlacementKind, ads: Array<{ __typename: 'PlacementAd', weight: number, isShown: boolean, ad: { __typename: 'Ad', id: string, name: string, status: AdStatus, order: { __typename: 'Order', id: string, number: number } | null } }> }
    | { __typename: 'ResultUnavailable', code: string, message: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', code: string, message: string, recovery: Recovery }
   };

export type SellerResultsQueryVariables = Exact<{
  id: string;
  from: string;
  to: string;
  timeZone: string;
}>;


export type SellerResultsQuery = { node:
    | { __typename: 'Account', id: string, monthlyResults: Array<{ __typename: 'AccountMonthlyResults', month: string, orderCount: number, income: Array<{ __typename: 'MonthlyIncome', net: { __typename: 'Money', minorUnits: number, currency: string, digits: number } }> }> | null }
    | { __typename: 'Ad' }
    | { __typename: 'Application' }
    | { __typename: 'AuditEntry' }
    | { __typename: 'File' }
    | { __typename: 'Marketplace' }
    | { __typename: 'Message' }
    | { __typename: 'Order' }
    | { __typename: 'PaymentException' }
    | { __typename: 'Person' }
    | { __typename: 'Placement' }
    | { __typename: 'PriceOption' }
    | { __typename: 'Report' }
    | { __typename: 'Sandbox' }
    | { __typename: 'Space' }
    | { __typename: 'WebhookDelivery' }
    | { __typename: 'WebhookEndpoint' }
   | null };

export type AdsToReviewQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type AdsToReviewQuery = { ads: { __typename: 'AdConnection', nodes: Array<{ __typename: 'Ad', id: string, name: string, status: AdStatus, html: string | null, frameUrl: string | null, targetUrl: string | null, publishedAt: string | null, endsAt: string | null, impressions: number, clicks: number, takenDownAt: string | null, takenDownReason: string | null, order: { __typename: 'Order', id: string, number: number, total: { __typename: 'Money', minorUnits: number, currency: string, digits: number }, advertiser: { __typename: 'Account', id: string, name: string } } | null, image: { __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null } | null, actions: Array<{ __typename: 'AdAction', step: AdStep, title: string, isAllowed: boolean, blockedReason: string | null, blockedReasonCode: BlockedReasonCode | null, isFinal: boolean, requiresOneOf: Array<string>, fields: Array<{ __typename: 'StepField', name: string, title: string, description: string, kind: StepFieldKind, isRequired: boolean, maxLength: number | null, minValue: number | null, maxValue: number | null, maxCount: number | null, typeName: string | null, options: Array<{ __typename: 'StepFieldOption', value: string, title: string, description: string }> }> }> }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } };

export type OwnSpacesQueryVariables = Exact<{
  statuses?: Array<SpaceStatus> | SpaceStatus | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type OwnSpacesQuery = { ownSpaces: { __typename: 'SpaceConnection', nodes: Array<{ __typename: 'Space', id: string, title: string, kind: SpaceKind, status: SpaceStatus, takenDownAt: string | null, takenDownReason: string | null, pictures: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, options: Array<{ __typename: 'PriceOption', id: string, title: string, measure: PriceMeasure, quantity: number | null, isMonthly: boolean, price: { __typename: 'Money', minorUnits: number, currency: string, digits: number } }> }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } };

export type OwnSpaceFragment = { __typename: 'Space', id: string, title: string, kind: SpaceKind, status: SpaceStatus, takenDownAt: string | null, takenDownReason: string | null, pictures: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, options: Array<{ __typename: 'PriceOption', id: string, title: string, measure: PriceMeasure, quantity: number | null, isMonthly: boolean, price: { __typename: 'Money', minorUnits: number, currency: string, digits: number } }> };

export type InboxStateQueryVariables = Exact<{ [key: string]: never; }>;


export type InboxStateQuery = { inbox: { __typename: 'Inbox', cursor: string, unreadCount: number } };

export type InboxEventsSubscriptionVariables = Exact<{
  after?: string | null | undefined;
}>;


export type InboxEventsSubscription = { inbox:
    | { __typename: 'InboxEntryAdded', cursor: string, unreadCount: number, order: { __typename: 'Order', id: string, number: number, status: OrderStatus, statusTitle: string, needsAttention: boolean, unreadCount: number, lastActivityAt: string, viewerRole: OrderRole | null, advertiser: { __typename: 'Account', id: string, name: string }, seller: { __typename: 'Account', id: string, name: string }, timeline: { __typename: 'TimelineEntryConnection', nodes: Array<
            | { __typename: 'AdCreatedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
            | { __typename: 'AdDraftSavedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
            | { __typename: 'AdExpiredEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
            | { __typename: 'AdPublishedDirectlyEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
            | { __typename: 'AdPublishedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
            | { __typename: 'AdRejectedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
            | { __typename: 'AdRestoredEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
            | { __typename: 'AdSubmittedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
            | { __typename: 'AdTakenDownEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
            | { __typename: 'AdUnpublishedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
            | { __typename: 'AdWithdrawnEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
            | { __typename: 'CheckoutExpiredEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
            | { __typename: 'CheckoutFailedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
            | { __typename: 'CheckoutOpenedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
            | { __typename: 'CollaborationRatedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
            | { __typename: 'DelayReportedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
            | { __typename: 'DisputeOpenedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
            | { __typename: 'DisputeResolvedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
            | { __typename: 'DisputeWindowClosedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
            | { __typename: 'EmailFailedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
            | { __typename: 'EmailSentEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
            | { __typename: 'FeedbackProvidedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
            | { __typename: 'FeedbackRequestWithdrawnEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
            | { __typename: 'FeedbackRequestedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
            | { __typename: 'MessageDeletedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
            | { __typename: 'MessageSentEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
            | { __typename: 'MessageUpdatedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
            | { __typename: 'MetricsSurveyAnsweredEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
            | { __typename: 'MetricsSurveyLapsedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
            | { __typename: 'MetricsSurveySentEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
            | { __typename: 'OrderCancelledEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
            | { __typename: 'OrderCompletedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
            | { __typename: 'OrderExpiredEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
            | { __typename: 'OrderPlacedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
            | { __typename: 'OrderPutOnHoldEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
            | { __typename: 'OrderRefundedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
            | { __typename: 'OrderRejectedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
            | { __typename: 'OrderRenewedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
            | { __typename: 'OrderResumedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
            | { __typename: 'OrderStatusOverriddenEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
            | { __typename: 'PaidOrderCancelledEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
            | { __typename: 'PaymentArrivedLateEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
            | { __typename: 'PaymentDisputedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
            | { __typename: 'PaymentExceptionResolvedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
            | { __typename: 'PaymentFailedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
            | { __typename: 'PaymentMismatchedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
            | { __typename: 'PaymentReceivedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
            | { __typename: 'PaymentRefundedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
            | { __typename: 'PaymentRequestWithdrawnEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
            | { __typename: 'PaymentRequestedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
            | { __typename: 'ProcessingStartedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
            | { __typename: 'ProofLapsedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
            | { __typename: 'ProofReminderSentEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
            | { __typename: 'ProofSubmittedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
            | { __typename: 'RatingsPublishedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
            | { __typename: 'RefundFailedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
            | { __typename: 'ReminderSentEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
            | { __typename: 'RenewalEndedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
            | { __typename: 'RenewalPaymentMissedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
            | { __typename: 'RenewalPaymentReminderSentEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
            | { __typename: 'RenewalPaymentRequestedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
            | { __typename: 'RenewalStoppedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
            | { __typename: 'SetupLinkRevokedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
            | { __typename: 'SetupLinkRotatedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
          > } } }
    | { __typename: 'InboxOrderRead', cursor: string, unreadCount: number, order: { __typename: 'Order', id: string, number: number, status: OrderStatus, statusTitle: string, needsAttention: boolean, unreadCount: number, lastActivityAt: string, viewerRole: OrderRole | null, advertiser: { __typename: 'Account', id: string, name: string }, seller: { __typename: 'Account', id: string, name: string }, timeline: { __typename: 'TimelineEntryConnection', nodes: Array<
            | { __typename: 'AdCreatedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
            | { __typename: 'AdDraftSavedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
            | { __typename: 'AdExpiredEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
            | { __typename: 'AdPublishedDirectlyEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
            | { __typename: 'AdPublishedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
            | { __typename: 'AdRejectedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
            | { __typename: 'AdRestoredEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
            | { __typename: 'AdSubmittedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
            | { __typename: 'AdTakenDownEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
            | { __typename: 'AdUnpublishedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
            | { __typename: 'AdWithdrawnEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
            | { __typename: 'CheckoutExpiredEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
            | { __typename: 'CheckoutFailedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
            | { __typename: 'CheckoutOpenedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
            | { __typename: 'CollaborationRatedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
            | { __typename: 'DelayReportedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
            | { __typename: 'DisputeOpenedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
            | { __typename: 'DisputeResolvedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
            | { __typename: 'DisputeWindowClosedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
            | { __typename: 'EmailFailedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
            | { __typename: 'EmailSentEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
            | { __typename: 'FeedbackProvidedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
            | { __typename: 'FeedbackRequestWithdrawnEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
            | { __typename: 'FeedbackRequestedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
            | { __typename: 'MessageDeletedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
            | { __typename: 'MessageSentEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
            | { __typename: 'MessageUpdatedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
            | { __typename: 'MetricsSurveyAnsweredEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
            | { __typename: 'MetricsSurveyLapsedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
            | { __typename: 'MetricsSurveySentEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
            | { __typename: 'OrderCancelledEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
            | { __typename: 'OrderCompletedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
            | { __typename: 'OrderExpiredEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
            | { __typename: 'OrderPlacedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
            | { __typename: 'OrderPutOnHoldEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
            | { __typename: 'OrderRefundedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
            | { __typename: 'OrderRejectedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
            | { __typename: 'OrderRenewedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
            | { __typename: 'OrderResumedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
            | { __typename: 'OrderStatusOverriddenEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
            | { __typename: 'PaidOrderCancelledEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
            | { __typename: 'PaymentArrivedLateEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
            | { __typename: 'PaymentDisputedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
            | { __typename: 'PaymentExceptionResolvedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
            | { __typename: 'PaymentFailedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
            | { __typename: 'PaymentMismatchedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
            | { __typename: 'PaymentReceivedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
            | { __typename: 'PaymentRefundedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
            | { __typename: 'PaymentRequestWithdrawnEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
            | { __typename: 'PaymentRequestedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
            | { __typename: 'ProcessingStartedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
            | { __typename: 'ProofLapsedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
            | { __typename: 'ProofReminderSentEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
            | { __typename: 'ProofSubmittedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
            | { __typename: 'RatingsPublishedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
            | { __typename: 'RefundFailedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
            | { __typename: 'ReminderSentEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
            | { __typename: 'RenewalEndedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
            | { __typename: 'RenewalPaymentMissedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
            | { __typename: 'RenewalPaymentReminderSentEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
            | { __typename: 'RenewalPaymentRequestedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
            | { __typename: 'RenewalStoppedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
            | { __typename: 'SetupLinkRevokedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
            | { __typename: 'SetupLinkRotatedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
          > } } }
    | { __typename: 'InboxReset', cursor: string, reason: ResetReason }
    | { __typename: 'NotSignedIn', code: string, message: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', code: string, message: string, recovery: Recovery }
    | { __typename: 'StreamEnded', code: string, message: string, recovery: Recovery }
   };

export type InboxOrderFragment = { __typename: 'Order', id: string, number: number, status: OrderStatus, statusTitle: string, needsAttention: boolean, unreadCount: number, lastActivityAt: string, viewerRole: OrderRole | null, advertiser: { __typename: 'Account', id: string, name: string }, seller: { __typename: 'Account', id: string, name: string }, timeline: { __typename: 'TimelineEntryConnection', nodes: Array<
      | { __typename: 'AdCreatedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
      | { __typename: 'AdDraftSavedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
      | { __typename: 'AdExpiredEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
      | { __typename: 'AdPublishedDirectlyEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
      | { __typename: 'AdPublishedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
      | { __typename: 'AdRejectedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
      | { __typename: 'AdRestoredEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
      | { __typename: 'AdSubmittedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
      | { __typename: 'AdTakenDownEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
      | { __typename: 'AdUnpublishedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
      | { __typename: 'AdWithdrawnEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
      | { __typename: 'CheckoutExpiredEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
      | { __typename: 'CheckoutFailedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
      | { __typename: 'CheckoutOpenedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
      | { __typename: 'CollaborationRatedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
      | { __typename: 'DelayReportedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
      | { __typename: 'DisputeOpenedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
      | { __typename: 'DisputeResolvedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
      | { __typename: 'DisputeWindowClosedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
      | { __typename: 'EmailFailedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
      | { __typename: 'EmailSentEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
      | { __typename: 'FeedbackProvidedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
      | { __typename: 'FeedbackRequestWithdrawnEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
      | { __typename: 'FeedbackRequestedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
      | { __typename: 'MessageDeletedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
      | { __typename: 'MessageSentEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
      | { __typename: 'MessageUpdatedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
      | { __typename: 'MetricsSurveyAnsweredEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
      | { __typename: 'MetricsSurveyLapsedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
      | { __typename: 'MetricsSurveySentEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
      | { __typename: 'OrderCancelledEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
      | { __typename: 'OrderCompletedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
      | { __typename: 'OrderExpiredEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
      | { __typename: 'OrderPlacedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
      | { __typename: 'OrderPutOnHoldEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
      | { __typename: 'OrderRefundedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
      | { __typename: 'OrderRejectedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
      | { __typename: 'OrderRenewedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
      | { __typename: 'OrderResumedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
      | { __typename: 'OrderStatusOverriddenEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
      | { __typename: 'PaidOrderCancelledEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
      | { __typename: 'PaymentArrivedLateEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
      | { __typename: 'PaymentDisputedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
      | { __typename: 'PaymentExceptionResolvedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
      | { __typename: 'PaymentFailedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
      | { __typename: 'PaymentMismatchedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
      | { __typename: 'PaymentReceivedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
      | { __typename: 'PaymentRefundedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
      | { __typename: 'PaymentRequestWithdrawnEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
      | { __typename: 'PaymentRequestedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
      | { __typename: 'ProcessingStartedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
      | { __typename: 'ProofLapsedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
      | { __typename: 'ProofReminderSentEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
      | { __typename: 'ProofSubmittedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
      | { __typename: 'RatingsPublishedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
      | { __typename: 'RefundFailedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
      | { __typename: 'ReminderSentEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
      | { __typename: 'RenewalEndedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
      | { __typename: 'RenewalPaymentMissedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
      | { __typename: 'RenewalPaymentReminderSentEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
      | { __typename: 'RenewalPaymentRequestedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
      | { __typename: 'RenewalStoppedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
      | { __typename: 'SetupLinkRevokedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
      | { __typename: 'SetupLinkRotatedEntry', id: string, number: number, type: TimelineEntryType, title: string, occurredAt: string, actorRole: ActorRole, actor: { __typename: 'Account', id: string, name: string } | null, message: { __typename: 'Message', id: string, text: string, deletedAt: string | null } | null }
    > } };

export type SessionQueryVariables = Exact<{ [key: string]: never; }>;


export type SessionQuery = { me: { __typename: 'Person', id: string, name: string, email: string | null, language: Language | null, timeZone: string | null, hasTermsToAccept: boolean | null, memberships: Array<{ __typename: 'AccountMembership', role: MembershipRole, account: { __typename: 'Account', id: string, name: string, isOperator: boolean, suspendedAt: string | null, suspendedReason: string | null, unreadCount: number | null } }>, invitations: { __typename: 'InvitationConnection', nodes: Array<{ __typename: 'Invitation', id: string, role: MembershipRole, account: { __typename: 'Account', id: string, name: string } }> } } | null };

export type TermsQueryVariables = Exact<{ [key: string]: never; }>;


export type TermsQuery = { marketplace: { __typename: 'Marketplace', id: string, terms: { __typename: 'Terms', version: number, url: string, privacyUrl: string | null } | null } };

export type AcceptTermsMutationVariables = Exact<{
  input: AcceptTermsInput;
}>;


export type AcceptTermsMutation = { acceptTerms:
    | { __typename: 'IdempotencyKeyReused', code: string, message: string, recovery: Recovery }
    | { __typename: 'InputInvalid', code: string, message: string, recovery: Recovery, problems: Array<{ __typename: 'InputProblem', field: string, message: string }> }
    | { __typename: 'NotSignedIn', code: string, message: string, recovery: Recovery }
    | { __typename: 'Person', id: string, hasTermsToAccept: boolean | null }
    | { __typename: 'RateLimited', code: string, message: string, recovery: Recovery }
    | { __typename: 'ResultUnavailable', code: string, message: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', code: string, message: string, recovery: Recovery }
    | { __typename: 'TermsNotAccepted', code: string, message: string, recovery: Recovery }
   };

export type AccountSettingsQueryVariables = Exact<{
  id: string;
}>;


export type AccountSettingsQuery = { node:
    | { __typename: 'Account', id: string, name: string, legalName: string | null, address: string | null, taxId: string | null, website: string | null, phone: string | null, about: string | null, paymentInstructions: string | null, contactEmail: string | null, adSetupEmails: boolean | null, logo: { __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null } | null }
    | { __typename: 'Ad' }
    | { __typename: 'Application' }
    | { __typename: 'AuditEntry' }
    | { __typename: 'File' }
    | { __typename: 'Marketplace' }
    | { __typename: 'Message' }
    | { __typename: 'Order' }
    | { __typename: 'PaymentException' }
    | { __typename: 'Person' }
    | { __typename: 'Placement' }
    | { __typename: 'PriceOption' }
    | { __typename: 'Report' }
    | { __typename: 'Sandbox' }
    | { __typename: 'Space' }
    | { __typename: 'WebhookDelivery' }
    | { __typename: 'WebhookEndpoint' }
   | null };

export type AccountSettingsViewFragment = { __typename: 'Account', id: string, name: string, legalName: string | null, address: string | null, taxId: string | null, website: string | null, phone: string | null, about: string | null, paymentInstructions: string | null, contactEmail: string | null, adSetupEmails: boolean | null, logo: { __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null } | null };

export type AccountMembersQueryVariables = Exact<{
  id: string;
}>;


export type AccountMembersQuery = { node:
    | { __typename: 'Account', id: string, members: Array<{ __typename: 'AccountMembership', role: MembershipRole, email: string | null, joinedAt: string, person: { __typename: 'Person', id: string, name: string } }> | null, invitations: Array<{ __typename: 'Invitation', id: string, email: string, role: MembershipRole, expiresAt: string, sentCount: number }> | null }
    | { __typename: 'Ad' }
    | { __typename: 'Application' }
    | { __typename: 'AuditEntry' }
    | { __typename: 'File' }
    | { __typename: 'Marketplace' }
    | { __typename: 'Message' }
    | { __typename: 'Order' }
    | { __typename: 'PaymentException' }
    | { __typename: 'Person' }
    | { __typename: 'Placement' }
    | { __typename: 'PriceOption' }
    | { __typename: 'Report' }
    | { __typename: 'Sandbox' }
    | { __typename: 'Space' }
    | { __typename: 'WebhookDelivery' }
    | { __typename: 'WebhookEndpoint' }
   | null };

export type AccountApplicationsQueryVariables = Exact<{
  id: string;
}>;


export type AccountApplicationsQuery = { node:
    | { __typename: 'Account', id: string, applicationGrants: { __typename: 'ApplicationGrantConnection', nodes: Array<{ __typename: 'ApplicationGrant', id: string, scopes: Array<ApplicationScope>, createdAt: string, expiresAt: string, lastUsedAt: string | null, application: { __typename: 'GrantedApplication', name: string, maker: { __typename: 'Account', id: string, name: string } }, consentedBy: { __typename: 'Person', id: string, name: string } }> } }
    | { __typename: 'Ad' }
    | { __typename: 'Application' }
    | { __typename: 'AuditEntry' }
    | { __typename: 'File' }
    | { __typename: 'Marketplace' }
    | { __typename: 'Message' }
    | { __typename: 'Order' }
    | { __typename: 'PaymentException' }
    | { __typename: 'Person' }
    | { __typename: 'Placement' }
    | { __typename: 'PriceOption' }
    | { __typename: 'Report' }
    | { __typename: 'Sandbox' }
    | { __typename: 'Space' }
    | { __typename: 'WebhookDelivery' }
    | { __typename: 'WebhookEndpoint' }
   | null };

export type UpdateAccountMutationVariables = Exact<{
  input: UpdateAccountInput;
}>;


export type UpdateAccountMutation = { updateAccount:
    | { __typename: 'Account', id: string, name: string, legalName: string | null, address: string | null, taxId: string | null, website: string | null, phone: string | null, about: string | null, paymentInstructions: string | null, contactEmail: string | null, adSetupEmails: boolean | null, logo: { __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null } | null }
    | { __typename: 'AccountRefused', code: string, message: string, recovery: Recovery }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string, recovery: Recovery }
    | { __typename: 'InputInvalid', code: string, message: string, recovery: Recovery, problems: Array<{ __typename: 'InputProblem', field: string, message: string }> }
    | { __typename: 'NotSignedIn', code: string, message: string, recovery: Recovery }
    | { __typename: 'RateLimited', code: string, message: string, recovery: Recovery }
    | { __typename: 'ResultUnavailable', code: string, message: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', code: string, message: string, recovery: Recovery }
   };

export type UpdateAccountSettingsMutationVariables = Exact<{
  input: UpdateAccountSettingsInput;
}>;


export type UpdateAccountSettingsMutation = { updateAccountSettings:
    | { __typename: 'Account', id: string, adSetupEmails: boolean | null }
    | { __typename: 'AccountRefused', code: string, message: string, recovery: Recovery }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string, recovery: Recovery }
    | { __typename: 'InputInvalid', code: string, message: string, recovery: Recovery, problems: Array<{ __typename: 'InputProblem', field: string, message: string }> }
    | { __typename: 'NotSignedIn', code: string, message: string, recovery: Recovery }
    | { __typename: 'ResultUnavailable', code: string, message: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', code: string, message: string, recovery: Recovery }
   };

export type RequestContactEmailChangeMutationVariables = Exact<{
  input: RequestContactEmailChangeInput;
}>;


export type RequestContactEmailChangeMutation = { requestContactEmailChange:
    | { __typename: 'AccountRefused', code: string, message: string, recovery: Recovery }
    | { __typename: 'EmailChangeRequested', sentTo: string }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string, recovery: Recovery }
    | { __typename: 'InputInvalid', code: string, message: string, recovery: Recovery, problems: Array<{ __typename: 'InputProblem', field: string, message: string }> }
    | { __typename: 'NotSignedIn', code: string, message: string, recovery: Recovery }
    | { __typename: 'RateLimited', code: string, message: string, recovery: Recovery }
    | { __typename: 'ResultUnavailable', code: string, message: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', code: string, message: string, recovery: Recovery }
   };

export type ConfirmContactEmailChangeMutationVariables = Exact<{
  input: ConfirmContactEmailChangeInput;
}>;


export type ConfirmContactEmailChangeMutation = { confirmContactEmailChange:
    | { __typename: 'Account', id: string, contactEmail: string | null }
    | { __typename: 'AccountRefused', code: string, message: string, recovery: Recovery }
    | { __typename: 'EmailChangeCodeInvalid', code: string, message: string, recovery: Recovery }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string, recovery: Recovery }
    | { __typename: 'InputInvalid', code: string, message: string, recovery: Recovery, problems: Array<{ __typename: 'InputProblem', field: string, message: string }> }
    | { __typename: 'NotSignedIn', code: string, message: string, recovery: Recovery }
    | { __typename: 'RateLimited', code: string, message: string, recovery: Recovery }
    | { __typename: 'ResultUnavailable', code: string, message: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', code: string, message: string, recovery: Recovery }
   };

export type InviteMemberMutationVariables = Exact<{
  input: InviteMemberInput;
}>;


export type InviteMemberMutation = { inviteMember:
    | { __typename: 'AccountRefused', code: string, message: string, recovery: Recovery }
    | { __typename: 'AlreadyMember', code: string, message: string, recovery: Recovery }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string, recovery: Recovery }
    | { __typename: 'InputInvalid', code: string, message: string, recovery: Recovery, problems: Array<{ __typename: 'InputProblem', field: string, message: string }> }
    | { __typename: 'Invitation', id: string, email: string }
    | { __typename: 'LimitReached', code: string, message: string, recovery: Recovery }
    | { __typename: 'NotSignedIn', code: string, message: string, recovery: Recovery }
    | { __typename: 'RateLimited', code: string, message: string, recovery: Recovery }
    | { __typename: 'ResultUnavailable', code: string, message: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', code: string, message: string, recovery: Recovery }
   };

export type ResendInvitationMutationVariables = Exact<{
  input: ResendInvitationInput;
}>;


export type ResendInvitationMutation = { resendInvitation:
    | { __typename: 'AccountRefused', code: string, message: string, recovery: Recovery }
    | { __typename: 'AlreadyMember', code: string, message: string, recovery: Recovery }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string, recovery: Recovery }
    | { __typename: 'InputInvalid', code: string, message: string, recovery: Recovery, problems: Array<{ __typename: 'InputProblem', field: string, message: string }> }
    | { __typename: 'Invitation', id: string, sentCount: number, expiresAt: string }
    | { __typename: 'InvitationNotFound', code: string, message: string, recovery: Recovery }
    | { __typename: 'InvitationUnavailable', code: string, message: string, recovery: Recovery }
    | { __typename: 'LimitReached', code: string, message: string, recovery: Recovery }
    | { __typename: 'NotSignedIn', code: string, message: string, recovery: Recovery }
    | { __typename: 'RateLimited', code: string, message: string, recovery: Recovery }
    | { __typename: 'ResultUnavailable', code: string, message: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', code: string, message: string, recovery: Recovery }
   };

export type WithdrawInvitationMutationVariables = Exact<{
  input: WithdrawInvitationInput;
}>;


export type WithdrawInvitationMutation = { withdrawInvitation:
    | { __typename: 'AccountRefused', code: string, message: string, recovery: Recovery }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string, recovery: Recovery }
    | { __typename: 'InputInvalid', code: string, message: string, recovery: Recovery, problems: Array<{ __typename: 'InputProblem', field: string, message: string }> }
    | { __typename: 'Invitation', id: string, status: InvitationStatus }
    | { __typename: 'InvitationNotFound', code: string, message: string, recovery: Recovery }
    | { __typename: 'InvitationUnavailable', code: string, message: string, recovery: Recovery }
    | { __typename: 'NotSignedIn', code: string, message: string, recovery: Recovery }
    | { __typename: 'RateLimited', code: string, message: string, recovery: Recovery }
    | { __typename: 'ResultUnavailable', code: string, message: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', code: string, message: string, recovery: Recovery }
   };

export type UpdateMemberRoleMutationVariables = Exact<{
  input: UpdateMemberRoleInput;
}>;


export type UpdateMemberRoleMutation = { updateMemberRole:
    | { __typename: 'AccountMembership', role: MembershipRole }
    | { __typename: 'AccountRefused', code: string, message: string, recovery: Recovery }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string, recovery: Recovery }
    | { __typename: 'InputInvalid', code: string, message: string, recovery: Recovery, problems: Array<{ __typename: 'InputProblem', field: string, message: string }> }
    | { __typename: 'LastOwner', code: string, message: string, recovery: Recovery }
    | { __typename: 'MemberNotFound', code: string, message: string, recovery: Recovery }
    | { __typename: 'NotSignedIn', code: string, message: string, recovery: Recovery }
    | { __typename: 'RateLimited', code: string, message: string, recovery: Recovery }
    | { __typename: 'ResultUnavailable', code: string, message: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', code: string, message: string, recovery: Recovery }
   };

export type RemoveMemberMutationVariables = Exact<{
  input: RemoveMemberInput;
}>;


export type RemoveMemberMutation = { removeMember:
    | { __typename: 'AccountRefused', code: string, message: string, recovery: Recovery }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string, recovery: Recovery }
    | { __typename: 'InputInvalid', code: string, message: string, recovery: Recovery, problems: Array<{ __typename: 'InputProblem', field: string, message: string }> }
    | { __typename: 'LastOwner', code: string, message: string, recovery: Recovery }
    | { __typename: 'MemberNotFound', code: string, message: string, recovery: Recovery }
    | { __typename: 'MembershipEnded', person: { __typename: 'Person', id: string } }
    | { __typename: 'NotSignedIn', code: string, message: string, recovery: Recovery }
    | { __typename: 'RateLimited', code: string, message: string, recovery: Recovery }
    | { __typename: 'ResultUnavailable', code: string, message: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', code: string, message: string, recovery: Recovery }
   };

export type LeaveAccountMutationVariables = Exact<{
  input: LeaveAccountInput;
}>;


export type LeaveAccountMutation = { leaveAccount:
    | { __typename: 'AccountRefused', code: string, message: string, recovery: Recovery }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string, recovery: Recovery }
    | { __typename: 'InputInvalid', code: string, message: string, recovery: Recovery, problems: Array<{ __typename: 'InputProblem', field: string, message: string }> }
    | { __typename: 'LastOwner', code: string, message: string, recovery: Recovery }
    | { __typename: 'MemberNotFound', code: string, message: string, recovery: Recovery }
    | { __typename: 'MembershipEnded', account: { __typename: 'Account', id: string } }
    | { __typename: 'NotSignedIn', code: string, message: string, recovery: Recovery }
    | { __typename: 'RateLimited', code: string, message: string, recovery: Recovery }
    | { __typename: 'ResultUnavailable', code: string, message: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', code: string, message: string, recovery: Recovery }
   };

export type RevokeApplicationGrantMutationVariables = Exact<{
  input: RevokeApplicationGrantInput;
}>;


export type RevokeApplicationGrantMutation = { revokeApplicationGrant:
    | { __typename: 'AccountRefused', code: string, message: string, recovery: Recovery }
    | { __typename: 'ApplicationGrant', id: string, revokedAt: string | null }
    | { __typename: 'ApplicationGrantNotFound', code: string, message: string, recovery: Recovery }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string, recovery: Recovery }
    | { __typename: 'InputInvalid', code: string, message: string, recovery: Recovery, problems: Array<{ __typename: 'InputProblem', field: string, message: string }> }
    | { __typename: 'NotSignedIn', code: string, message: string, recovery: Recovery }
    | { __typename: 'RateLimited', code: string, message: string, recovery: Recovery }
    | { __typename: 'ResultUnavailable', code: string, message: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', code: string, message: string, recovery: Recovery }
   };

export type CloseAccountMutationVariables = Exact<{
  input: CloseAccountInput;
}>;


export type CloseAccountMutation = { closeAccount:
    | { __typename: 'Account', id: string, name: string }
    | { __typename: 'AccountRefused', code: string, message: string, recovery: Recovery }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string, recovery: Recovery }
    | { __typename: 'InputInvalid', code: string, message: string, recovery: Recovery, problems: Array<{ __typename: 'InputProblem', field: string, message: string }> }
    | { __typename: 'NotSignedIn', code: string, message: string, recovery: Recovery }
    | { __typename: 'OpenOrders', code: string, message: string, recovery: Recovery }
    | { __typename: 'RateLimited', code: string, message: string, recovery: Recovery }
    | { __typename: 'ResultUnavailable', code: string, message: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', code: string, message: string, recovery: Recovery }
   };

export type OwnNotificationsQueryVariables = Exact<{ [key: string]: never; }>;


export type OwnNotificationsQuery = { marketplace: { __typename: 'Marketplace', id: string, pushPublicKey: string | null }, me: { __typename: 'Person', id: string, notificationPreferences: { __typename: 'NotificationPreferences', digestTime: string, choices: Array<{ __typename: 'NotificationChoice', kind: NotificationKind, email: NotificationDelivery, hasPush: boolean | null, isRequired: boolean }>, quietHours: { __typename: 'QuietHours', from: string, to: string } | null } | null, pushSubscriptions: Array<{ __typename: 'PushSubscription', id: string, createdAt: string, userAgent: string | null, isCurrent: boolean }> } | null };

export type OwnSessionsQueryVariables = Exact<{ [key: string]: never; }>;


export type OwnSessionsQuery = { me: { __typename: 'Person', id: string, sessions: { __typename: 'SessionConnection', nodes: Array<{ __typename: 'Session', id: string, createdAt: string, expiresAt: string, isCurrent: boolean, userAgent: string | null }> } } | null };

export type PersonalDataQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type PersonalDataQuery = { exportPersonalData: { __typename: 'PersonalDataPage', document: string, endCursor: string | null } };

export type RequestEmailChangeMutationVariables = Exact<{
  input: RequestEmailChangeInput;
}>;


export type RequestEmailChangeMutation = { requestEmailChange:
    | { __typename: 'EmailChangeRequested', sentTo: string }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string, recovery: Recovery }
    | { __typename: 'InputInvalid', code: string, message: string, recovery: Recovery, problems: Array<{ __typename: 'InputProblem', field: string, message: string }> }
    | { __typename: 'NotSignedIn', code: string, message: string, recovery: Recovery }
    | { __typename: 'RateLimited', code: string, message: string, recovery: Recovery }
    | { __typename: 'ResultUnavailable', code: string, message: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', code: string, message: string, recovery: Recovery }
   };

export type ConfirmEmailChangeMutationVariables = Exact<{
  input: ConfirmEmailChangeInput;
}>;


export type ConfirmEmailChangeMutation = { confirmEmailChange:
    | { __typename: 'EmailChangeCodeInvalid', code: string, message: string, recovery: Recovery }
    | { __typename: 'EmailTaken', code: string, message: string, recovery: Recovery }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string, recovery: Recovery }
    | { __typename: 'InputInvalid', code: string, message: string, recovery: Recovery, problems: Array<{ __typename: 'InputProblem', field: string, message: string }> }
    | { __typename: 'NotSignedIn', code: string, message: string, recovery: Recovery }
    | { __typename: 'Person', id: string, email: string | null }
    | { __typename: 'RateLimited', code: string, message: string, recovery: Recovery }
    | { __typename: 'ResultUnavailable', code: string, message: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', code: string, message: string, recovery: Recovery }
   };

export type UpdateNotificationPreferencesMutationVariables = Exact<{
  input: UpdateNotificationPreferencesInput;
}>;


export type UpdateNotificationPreferencesMutation = { updateNotificationPreferences:
    | { __typename: 'IdempotencyKeyReused', code: string, message: string, recovery: Recovery }
    | { __typename: 'InputInvalid', code: string, message: string, recovery: Recovery, problems: Array<{ __typename: 'InputProblem', field: string, message: string }> }
    | { __typename: 'NotSignedIn', code: string, message: string, recovery: Recovery }
    | { __typename: 'NotificationRequired', code: string, message: string, recovery: Recovery }
    | { __typename: 'Person', id: string }
    | { __typename: 'RateLimited', code: string, message: string, recovery: Recovery }
    | { __typename: 'ResultUnavailable', code: string, message: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', code: string, message: string, recovery: Recovery }
   };

export type CreatePushSubscriptionMutationVariables = Exact<{
  input: CreatePushSubscriptionInput;
}>;


export type CreatePushSubscriptionMutation = { createPushSubscription:
    | { __typename: 'IdempotencyKeyReused', code: string, message: string, recovery: Recovery }
    | { __typename: 'InputInvalid', code: string, message: string, recovery: Recovery, problems: Array<{ __typename: 'InputProblem', field: string, message: string }> }
    | { __typename: 'NotSignedIn', code: string, message: string, recovery: Recovery }
    | { __typename: 'PushSubscription', id: string }
    | { __typename: 'PushUnavailable', code: string, message: string, recovery: Recovery }
    | { __typename: 'RateLimited', code: string, message: string, recovery: Recovery }
    | { __typename: 'ResultUnavailable', code: string, message: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', code: string, message: string, recovery: Recovery }
   };

export type DeletePushSubscriptionMutationVariables = Exact<{
  input: DeletePushSubscriptionInput;
}>;


export type DeletePushSubscriptionMutation = { deletePushSubscription:
    | { __typename: 'IdempotencyKeyReused', code: string, message: string, recovery: Recovery }
    | { __typename: 'InputInvalid', code: string, message: string, recovery: Recovery, problems: Array<{ __typename: 'InputProblem', field: string, message: string }> }
    | { __typename: 'NotSignedIn', code: string, message: string, recovery: Recovery }
    | { __typename: 'PushSubscriptionDeleted', id: string }
    | { __typename: 'PushSubscriptionNotFound', code: string, message: string, recovery: Recovery }
    | { __typename: 'ResultUnavailable', code: string, message: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', code: string, message: string, recovery: Recovery }
   };

export type RevokeSessionMutationVariables = Exact<{
  input: RevokeSessionInput;
}>;


export type RevokeSessionMutation = { revokeSession:
    | { __typename: 'IdempotencyKeyReused', code: string, message: string, recovery: Recovery }
    | { __typename: 'InputInvalid', code: string, message: string, recovery: Recovery, problems: Array<{ __typename: 'InputProblem', field: string, message: string }> }
    | { __typename: 'NotSignedIn', code: string, message: string, recovery: Recovery }
    | { __typename: 'ResultUnavailable', code: string, message: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', code: string, message: string, recovery: Recovery }
    | { __typename: 'Session', id: string, revokedAt: string | null }
    | { __typename: 'SessionNotFound', code: string, message: string, recovery: Recovery }
   };

export type RevokeOtherSessionsMutationVariables = Exact<{
  input: RevokeOtherSessionsInput;
}>;


export type RevokeOtherSessionsMutation = { revokeOtherSessions:
    | { __typename: 'IdempotencyKeyReused', code: string, message: string, recovery: Recovery }
    | { __typename: 'InputInvalid', code: string, message: string, recovery: Recovery, problems: Array<{ __typename: 'InputProblem', field: string, message: string }> }
    | { __typename: 'NotSignedIn', code: string, message: string, recovery: Recovery }
    | { __typename: 'ResultUnavailable', code: string, message: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', code: string, message: string, recovery: Recovery }
    | { __typename: 'SessionsRevoked', count: number }
   };

export type DeletePersonMutationVariables = Exact<{
  input: DeletePersonInput;
}>;


export type DeletePersonMutation = { deletePerson:
    | { __typename: 'IdempotencyKeyReused', code: string, message: string, recovery: Recovery }
    | { __typename: 'InputInvalid', code: string, message: string, recovery: Recovery, problems: Array<{ __typename: 'InputProblem', field: string, message: string }> }
    | { __typename: 'LastOwner', code: string, message: string, recovery: Recovery }
    | { __typename: 'NotSignedIn', code: string, message: string, recovery: Recovery }
    | { __typename: 'PersonDeleted', deletedAt: string }
    | { __typename: 'RateLimited', code: string, message: string, recovery: Recovery }
    | { __typename: 'ResultUnavailable', code: string, message: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', code: string, message: string, recovery: Recovery }
   };

export type RequestSignInCodeMutationVariables = Exact<{
  input: RequestSignInCodeInput;
}>;


export type RequestSignInCodeMutation = { requestSignInCode:
    | { __typename: 'IdempotencyKeyReused', code: string, message: string, recovery: Recovery }
    | { __typename: 'InputInvalid', code: string, message: string, recovery: Recovery, problems: Array<{ __typename: 'InputProblem', field: string, message: string }> }
    | { __typename: 'RateLimited', code: string, message: string, recovery: Recovery }
    | { __typename: 'ResultUnavailable', code: string, message: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', code: string, message: string, recovery: Recovery }
    | { __typename: 'SignInCodeRequested', sentTo: string }
   };

export type SignInMutationVariables = Exact<{
  input: SignInInput;
}>;


export type SignInMutation = { signIn:
    | { __typename: 'IdempotencyKeyReused', code: string, message: string, recovery: Recovery }
    | { __typename: 'InputInvalid', code: string, message: string, recovery: Recovery, problems: Array<{ __typename: 'InputProblem', field: string, message: string }> }
    | { __typename: 'RateLimited', code: string, message: string, recovery: Recovery }
    | { __typename: 'ResultUnavailable', code: string, message: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', code: string, message: string, recovery: Recovery }
    | { __typename: 'SignInCodeInvalid', code: string, message: string, recovery: Recovery }
    | { __typename: 'SignUpClosed', code: string, message: string, recovery: Recovery }
    | { __typename: 'SignedIn', token: string, isNewPerson: boolean }
    | { __typename: 'TermsNotAccepted', code: string, message: string, recovery: Recovery }
   };

export type UpdatePersonMutationVariables = Exact<{
  input: UpdatePersonInput;
}>;


export type UpdatePersonMutation = { updatePerson:
    | { __typename: 'IdempotencyKeyReused', code: string, message: string, recovery: Recovery }
    | { __typename: 'InputInvalid', code: string, message: string, recovery: Recovery, problems: Array<{ __typename: 'InputProblem', field: string, message: string }> }
    | { __typename: 'NotSignedIn', code: string, message: string, recovery: Recovery }
    | { __typename: 'Person', id: string, name: string, language: Language | null, timeZone: string | null }
    | { __typename: 'ResultUnavailable', code: string, message: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', code: string, message: string, recovery: Recovery }
   };

export type CreateAccountMutationVariables = Exact<{
  input: CreateAccountInput;
}>;


export type CreateAccountMutation = { createAccount:
    | { __typename: 'Account', id: string, name: string }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string, recovery: Recovery }
    | { __typename: 'InputInvalid', code: string, message: string, recovery: Recovery, problems: Array<{ __typename: 'InputProblem', field: string, message: string }> }
    | { __typename: 'LimitReached', code: string, message: string, recovery: Recovery }
    | { __typename: 'NotSignedIn', code: string, message: string, recovery: Recovery }
    | { __typename: 'RateLimited', code: string, message: string, recovery: Recovery }
    | { __typename: 'ResultUnavailable', code: string, message: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', code: string, message: string, recovery: Recovery }
   };

export type AcceptInvitationMutationVariables = Exact<{
  input: AcceptInvitationInput;
}>;


export type AcceptInvitationMutation = { acceptInvitation:
    | { __typename: 'AccountMembership', role: MembershipRole, account: { __typename: 'Account', id: string, name: string } }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string, recovery: Recovery }
    | { __typename: 'InputInvalid', code: string, message: string, recovery: Recovery, problems: Array<{ __typename: 'InputProblem', field: string, message: string }> }
    | { __typename: 'InvitationNotFound', code: string, message: string, recovery: Recovery }
    | { __typename: 'InvitationUnavailable', code: string, message: string, recovery: Recovery }
    | { __typename: 'LimitReached', code: string, message: string, recovery: Recovery }
    | { __typename: 'NotSignedIn', code: string, message: string, recovery: Recovery }
    | { __typename: 'RateLimited', code: string, message: string, recovery: Recovery }
    | { __typename: 'ResultUnavailable', code: string, message: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', code: string, message: string, recovery: Recovery }
   };

export type SpaceQueryVariables = Exact<{
  id: string;
  from: string;
  to: string;
}>;


export type SpaceQuery = { space: { __typename: 'Space', status: SpaceStatus, takenDownAt: string | null, takenDownReason: string | null, audience: string | null, requirements: string | null, languages: Array<string>, countries: Array<string>, leadTimeDays: number | null, firstBookableDay: string, timeZone: string, id: string, title: string, description: string, kind: SpaceKind, format: { __typename: 'SpaceFormat', width: number | null, height: number | null, words: number | null, seconds: number | null }, creativeRules: { __typename: 'CreativeRules', kinds: Array<CreativeKind>, imageWidth: number | null, imageHeight: number | null, isImageSizeExact: boolean, maxImageBytes: number | null, maxHtmlCharacters: number | null }, availability: Array<{ __typename: 'SpaceAvailability', from: string, to: string, freePlaces: number | null, isBlocked: boolean }>, seller: { __typename: 'Account', id: string, name: string, about: string | null, website: string | null, profile: { __typename: 'SellerProfile', completedOrderCount: number, ratingAverage: number | null, ratingCount: number } | null }, pictures: Array<{ __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null }>, options: Array<{ __typename: 'PriceOption', id: string, title: string, measure: PriceMeasure, quantity: number | null, isMonthly: boolean, price: { __typename: 'Money', minorUnits: number, currency: string, digits: number } }> } | null };

export type PlacementOptionsQueryVariables = Exact<{ [key: string]: never; }>;


export type PlacementOptionsQuery = { placements: { __typename: 'PlacementConnection', nodes: Array<{ __typename: 'Placement', id: string, name: string }> } };

export type RequestFeedbackMutationVariables = Exact<{
  input: RequestFeedbackInput;
}>;


export type RequestFeedbackMutation = { requestFeedback:
    | { __typename: 'AccountRefused', code: string, message: string, recovery: Recovery }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string, recovery: Recovery }
    | { __typename: 'InputInvalid', code: string, message: string, recovery: Recovery, problems: Array<{ __typename: 'InputProblem', field: string, message: string }> }
    | { __typename: 'NotSignedIn', code: string, message: string, recovery: Recovery }
    | { __typename: 'Order', id: string, number: number, revision: number, status: OrderStatus, statusTitle: string, progress: number | null, paymentStatus: PaymentStatus, proofStatus: ProofStatus, reviewStatus: ReviewStatus, surveyStatus: SurveyStatus, viewerRole: OrderRole | null, waitingOn: Array<OrderRole>, statusSince: string, promisedFor: string | null, needsAttention: boolean, lastActivityAt: string, awaitedActions: Array<{ __typename: 'AwaitedAction', role: OrderRole, title: string, step: OrderStep | null, until: string | null, outcome: string | null }>, nextSteps: Array<{ __typename: 'NextStep', step: OrderStep | null, title: string }>, actions: Array<{ __typename: 'OrderAction', step: OrderStep, title: string, isAllowed: boolean, blockedReason: string | null, blockedReasonCode: BlockedReasonCode | null, isFinal: boolean, requiresOneOf: Array<string>, fields: Array<{ __typename: 'StepField', name: string, title: string, description: string, kind: StepFieldKind, isRequired: boolean, maxLength: number | null, minValue: number | null, maxValue: number | null, maxCount: number | null, typeName: string | null, options: Array<{ __typename: 'StepFieldOption', value: string, title: string, description: string }> }> }> }
    | { __typename: 'OrderNotFound', code: string, message: string, recovery: Recovery }
    | { __typename: 'ResultUnavailable', code: string, message: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', code: string, message: string, recovery: Recovery }
    | { __typename: 'StaleRevision', code: string, message: string, recovery: Recovery }
    | { __typename: 'StepNotAllowed', code: string, message: string, recovery: Recovery }
   };

export type ProvideFeedbackMutationVariables = Exact<{
  input: ProvideFeedbackInput;
}>;


export type ProvideFeedbackMutation = { provideFeedback:
    | { __typename: 'AccountRefused', code: string, message: string, recovery: Recovery }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string, recovery: Recovery }
    | { __typename: 'InputInvalid', code: string, message: string, recovery: Recovery, problems: Array<{ __typename: 'InputProblem', field: string, message: string }> }
    | { __typename: 'NotSignedIn', code: string, message: string, recovery: Recovery }
    | { __typename: 'Order', id: string, number: number, revision: number, status: OrderStatus, statusTitle: string, progress: number | null, paymentStatus: PaymentStatus, proofStatus: ProofStatus, reviewStatus: ReviewStatus, surveyStatus: SurveyStatus, viewerRole: OrderRole | null, waitingOn: Array<OrderRole>, statusSince: string, promisedFor: string | null, needsAttention: boolean, lastActivityAt: string, awaitedActions: Array<{ __typename: 'AwaitedAction', role: OrderRole, title: string, step: OrderStep | null, until: string | null, outcome: string | null }>, nextSteps: Array<{ __typename: 'NextStep', step: OrderStep | null, title: string }>, actions: Array<{ __typename: 'OrderAction', step: OrderStep, title: string, isAllowed: boolean, blockedReason: string | null, blockedReasonCode: BlockedReasonCode | null, isFinal: boolean, requiresOneOf: Array<string>, fields: Array<{ __typename: 'StepField', name: string, title: string, description: string, kind: StepFieldKind, isRequired: boolean, maxLength: number | null, minValue: number | null, maxValue: number | null, maxCount: number | null, typeName: string | null, options: Array<{ __typename: 'StepFieldOption', value: string, title: string, description: string }> }> }> }
    | { __typename: 'OrderNotFound', code: string, message: string, recovery: Recovery }
    | { __typename: 'ResultUnavailable', code: string, message: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', code: string, message: string, recovery: Recovery }
    | { __typename: 'StaleRevision', code: string, message: string, recovery: Recovery }
    | { __typename: 'StepNotAllowed', code: string, message: string, recovery: Recovery }
   };

export type WithdrawFeedbackRequestMutationVariables = Exact<{
  input: WithdrawFeedbackRequestInput;
}>;


export type WithdrawFeedbackRequestMutation = { withdrawFeedbackRequest:
    | { __typename: 'AccountRefused', code: string, message: string, recovery: Recovery }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string, recovery: Recovery }
    | { __typename: 'InputInvalid', code: string, message: string, recovery: Recovery, problems: Array<{ __typename: 'InputProblem', field: string, message: string }> }
    | { __typename: 'NotSignedIn', code: string, message: string, recovery: Recovery }
    | { __typename: 'Order', id: string, number: number, revision: number, status: OrderStatus, statusTitle: string, progress: number | null, paymentStatus: PaymentStatus, proofStatus: ProofStatus, reviewStatus: ReviewStatus, surveyStatus: SurveyStatus, viewerRole: OrderRole | null, waitingOn: Array<OrderRole>, statusSince: string, promisedFor: string | null, needsAttention: boolean, lastActivityAt: string, awaitedActions: Array<{ __typename: 'AwaitedAction', role: OrderRole, title: string, step: OrderStep | null, until: string | null, outcome: string | null }>, nextSteps: Array<{ __typename: 'NextStep', step: OrderStep | null, title: string }>, actions: Array<{ __typename: 'OrderAction', step: OrderStep, title: string, isAllowed: boolean, blockedReason: string | null, blockedReasonCode: BlockedReasonCode | null, isFinal: boolean, requiresOneOf: Array<string>, fields: Array<{ __typename: 'StepField', name: string, title: string, description: string, kind: StepFieldKind, isRequired: boolean, maxLength: number | null, minValue: number | null, maxValue: number | null, maxCount: number | null, typeName: string | null, options: Array<{ __typename: 'StepFieldOption', value: string, title: string, description: string }> }> }> }
    | { __typename: 'OrderNotFound', code: string, message: string, recovery: Recovery }
    | { __typename: 'ResultUnavailable', code: string, message: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', code: string, message: string, recovery: Recovery }
    | { __typename: 'StaleRevision', code: string, message: string, recovery: Recovery }
    | { __typename: 'StepNotAllowed', code: string, message: string, recovery: Recovery }
   };

export type RequestPaymentMutationVariables = Exact<{
  input: RequestPaymentInput;
}>;


export type RequestPaymentMutation = { requestPayment:
    | { __typename: 'AccountRefused', code: string, message: string, recovery: Recovery }
    | { __typename: 'AmountNotPayable', code: string, message: string, recovery: Recovery }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string, recovery: Recovery }
    | { __typename: 'InputInvalid', code: string, message: string, recovery: Recovery, problems: Array<{ __typename: 'InputProblem', field: string, message: string }> }
    | { __typename: 'NotSignedIn', code: string, message: string, recovery: Recovery }
    | { __typename: 'Order', id: string, number: number, revision: number, status: OrderStatus, statusTitle: string, progress: number | null, paymentStatus: PaymentStatus, proofStatus: ProofStatus, reviewStatus: ReviewStatus, surveyStatus: SurveyStatus, viewerRole: OrderRole | null, waitingOn: Array<OrderRole>, statusSince: string, promisedFor: string | null, needsAttention: boolean, lastActivityAt: string, awaitedActions: Array<{ __typename: 'AwaitedAction', role: OrderRole, title: string, step: OrderStep | null, until: string | null, outcome: string | null }>, nextSteps: Array<{ __typename: 'NextStep', step: OrderStep | null, title: string }>, actions: Array<{ __typename: 'OrderAction', step: OrderStep, title: string, isAllowed: boolean, blockedReason: string | null, blockedReasonCode: BlockedReasonCode | null, isFinal: boolean, requiresOneOf: Array<string>, fields: Array<{ __typename: 'StepField', name: string, title: string, description: string, kind: StepFieldKind, isRequired: boolean, maxLength: number | null, minValue: number | null, maxValue: number | null, maxCount: number | null, typeName: string | null, options: Array<{ __typename: 'StepFieldOption', value: string, title: string, description: string }> }> }> }
    | { __typename: 'OrderNotFound', code: string, message: string, recovery: Recovery }
    | { __typename: 'ResultUnavailable', code: string, message: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', code: string, message: string, recovery: Recovery }
    | { __typename: 'StaleRevision', code: string, message: string, recovery: Recovery }
    | { __typename: 'StepNotAllowed', code: string, message: string, recovery: Recovery }
   };

export type WithdrawPaymentRequestMutationVariables = Exact<{
  input: WithdrawPaymentRequestInput;
}>;


export type WithdrawPaymentRequestMutation = { withdrawPaymentRequest:
    | { __typename: 'AccountRefused', code: string, message: string, recovery: Recovery }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string, recovery: Recovery }
    | { __typename: 'InputInvalid', code: string, message: string, recovery: Recovery, problems: Array<{ __typename: 'InputProblem', field: string, message: string }> }
    | { __typename: 'NotSignedIn', code: string, message: string, recovery: Recovery }
    | { __typename: 'Order', id: string, number: number, revision: number, status: OrderStatus, statusTitle: string, progress: number | null, paymentStatus: PaymentStatus, proofStatus: ProofStatus, reviewStatus: ReviewStatus, surveyStatus: SurveyStatus, viewerRole: OrderRole | null, waitingOn: Array<OrderRole>, statusSince: string, promisedFor: string | null, needsAttention: boolean, lastActivityAt: string, awaitedActions: Array<{ __typename: 'AwaitedAction', role: OrderRole, title: string, step: OrderStep | null, until: string | null, outcome: string | null }>, nextSteps: Array<{ __typename: 'NextStep', step: OrderStep | null, title: string }>, actions: Array<{ __typename: 'OrderAction', step: OrderStep, title: string, isAllowed: boolean, blockedReason: string | null, blockedReasonCode: BlockedReasonCode | null, isFinal: boolean, requiresOneOf: Array<string>, fields: Array<{ __typename: 'StepField', name: string, title: string, description: string, kind: StepFieldKind, isRequired: boolean, maxLength: number | null, minValue: number | null, maxValue: number | null, maxCount: number | null, typeName: string | null, options: Array<{ __typename: 'StepFieldOption', value: string, title: string, description: string }> }> }> }
    | { __typename: 'OrderNotFound', code: string, message: string, recovery: Recovery }
    | { __typename: 'ResultUnavailable', code: string, message: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', code: string, message: string, recovery: Recovery }
    | { __typename: 'StaleRevision', code: string, message: string, recovery: Recovery }
    | { __typename: 'StepNotAllowed', code: string, message: string, recovery: Recovery }
   };

export type ConfirmPaymentMutationVariables = Exact<{
  input: ConfirmPaymentInput;
}>;


export type ConfirmPaymentMutation = { confirmPayment:
    | { __typename: 'AccountRefused', code: string, message: string, recovery: Recovery }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string, recovery: Recovery }
    | { __typename: 'InputInvalid', code: string, message: string, recovery: Recovery, problems: Array<{ __typename: 'InputProblem', field: string, message: string }> }
    | { __typename: 'NotSignedIn', code: string, message: string, recovery: Recovery }
    | { __typename: 'Order', id: string, number: number, revision: number, status: OrderStatus, statusTitle: string, progress: number | null, paymentStatus: PaymentStatus, proofStatus: ProofStatus, reviewStatus: ReviewStatus, surveyStatus: SurveyStatus, viewerRole: OrderRole | null, waitingOn: Array<OrderRole>, statusSince: string, promisedFor: string | null, needsAttention: boolean, lastActivityAt: string, awaitedActions: Array<{ __typename: 'AwaitedAction', role: OrderRole, title: string, step: OrderStep | null, until: string | null, outcome: string | null }>, nextSteps: Array<{ __typename: 'NextStep', step: OrderStep | null, title: string }>, actions: Array<{ __typename: 'OrderAction', step: OrderStep, title: string, isAllowed: boolean, blockedReason: string | null, blockedReasonCode: BlockedReasonCode | null, isFinal: boolean, requiresOneOf: Array<string>, fields: Array<{ __typename: 'StepField', name: string, title: string, description: string, kind: StepFieldKind, isRequired: boolean, maxLength: number | null, minValue: number | null, maxValue: number | null, maxCount: number | null, typeName: string | null, options: Array<{ __typename: 'StepFieldOption', value: string, title: string, description: string }> }> }> }
    | { __typename: 'OrderNotFound', code: string, message: string, recovery: Recovery }
    | { __typename: 'ReferenceAlreadyCounted', code: string, message: string, recovery: Recovery }
    | { __typename: 'ResultUnavailable', code: string, message: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', code: string, message: string, recovery: Recovery }
    | { __typename: 'StaleRevision', code: string, message: string, recovery: Recovery }
    | { __typename: 'StepNotAllowed', code: string, message: string, recovery: Recovery }
   };

export type StartProcessingMutationVariables = Exact<{
  input: StartProcessingInput;
}>;


export type StartProcessingMutation = { startProcessing:
    | { __typename: 'AccountRefused', code: string, message: string, recovery: Recovery }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string, recovery: Recovery }
    | { __typename: 'InputInvalid', code: string, message: string, recovery: Recovery, problems: Array<{ __typename: 'InputProblem', field: string, message: string }> }
    | { __typename: 'NotSignedIn', code: string, message: string, recovery: Recovery }
    | { __typename: 'Order', id: string, number: number, revision: number, status: OrderStatus, statusTitle: string, progress: number | null, paymentStatus: PaymentStatus, proofStatus: ProofStatus, reviewStatus: ReviewStatus, surveyStatus: SurveyStatus, viewerRole: OrderRole | null, waitingOn: Array<OrderRole>, statusSince: string, promisedFor: string | null, needsAttention: boolean, lastActivityAt: string, awaitedActions: Array<{ __typename: 'AwaitedAction', role: OrderRole, title: string, step: OrderStep | null, until: string | null, outcome: string | null }>, nextSteps: Array<{ __typename: 'NextStep', step: OrderStep | null, title: string }>, actions: Array<{ __typename: 'OrderAction', step: OrderStep, title: string, isAllowed: boolean, blockedReason: string | null, blockedReasonCode: BlockedReasonCode | null, isFinal: boolean, requiresOneOf: Array<string>, fields: Array<{ __typename: 'StepField', name: string, title: string, description: string, kind: StepFieldKind, isRequired: boolean, maxLength: number | null, minValue: number | null, maxValue: number | null, maxCount: number | null, typeName: string | null, options: Array<{ __typename: 'StepFieldOption', value: string, title: string, description: string }> }> }> }
    | { __typename: 'OrderNotFound', code: string, message: string, recovery: Recovery }
    | { __typename: 'ResultUnavailable', code: string, message: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', code: string, message: string, recovery: Recovery }
    | { __typename: 'StaleRevision', code: string, message: string, recovery: Recovery }
    | { __typename: 'StepNotAllowed', code: string, message: string, recovery: Recovery }
   };

export type PutOnHoldMutationVariables = Exact<{
  input: PutOnHoldInput;
}>;


export type PutOnHoldMutation = { putOnHold:
    | { __typename: 'AccountRefused', code: string, message: string, recovery: Recovery }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string, recovery: Recovery }
    | { __typename: 'InputInvalid', code: string, message: string, recovery: Recovery, problems: Array<{ __typename: 'InputProblem', field: string, message: string }> }
    | { __typename: 'NotSignedIn', code: string, message: string, recovery: Recovery }
    | { __typename: 'Order', id: string, number: number, revision: number, status: OrderStatus, statusTitle: string, progress: number | null, paymentStatus: PaymentStatus, proofStatus: ProofStatus, reviewStatus: ReviewStatus, surveyStatus: SurveyStatus, viewerRole: OrderRole | null, waitingOn: Array<OrderRole>, statusSince: string, promisedFor: string | null, needsAttention: boolean, lastActivityAt: string, awaitedActions: Array<{ __typename: 'AwaitedAction', role: OrderRole, title: string, step: OrderStep | null, until: string | null, outcome: string | null }>, nextSteps: Array<{ __typename: 'NextStep', step: OrderStep | null, title: string }>, actions: Array<{ __typename: 'OrderAction', step: OrderStep, title: string, isAllowed: boolean, blockedReason: string | null, blockedReasonCode: BlockedReasonCode | null, isFinal: boolean, requiresOneOf: Array<string>, fields: Array<{ __typename: 'StepField', name: string, title: string, description: string, kind: StepFieldKind, isRequired: boolean, maxLength: number | null, minValue: number | null, maxValue: number | null, maxCount: number | null, typeName: string | null, options: Array<{ __typename: 'StepFieldOption', value: string, title: string, description: string }> }> }> }
    | { __typename: 'OrderNotFound', code: string, message: string, recovery: Recovery }
    | { __typename: 'ResultUnavailable', code: string, message: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', code: string, message: string, recovery: Recovery }
    | { __typename: 'StaleRevision', code: string, message: string, recovery: Recovery }
    | { __typename: 'StepNotAllowed', code: string, message: string, recovery: Recovery }
   };

export type ResumeOrderMutationVariables = Exact<{
  input: ResumeOrderInput;
}>;


export type ResumeOrderMutation = { resumeOrder:
    | { __typename: 'AccountRefused', code: string, message: string, recovery: Recovery }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string, recovery: Recovery }
    | { __typename: 'InputInvalid', code: string, message: string, recovery: Recovery, problems: Array<{ __typename: 'InputProblem', field: string, message: string }> }
    | { __typename: 'NotSignedIn', code: string, message: string, recovery: Recovery }
    | { __typename: 'Order', id: string, number: number, revision: number, status: OrderStatus, statusTitle: string, progress: number | null, paymentStatus: PaymentStatus, proofStatus: ProofStatus, reviewStatus: ReviewStatus, surveyStatus: SurveyStatus, viewerRole: OrderRole | null, waitingOn: Array<OrderRole>, statusSince: string, promisedFor: string | null, needsAttention: boolean, lastActivityAt: string, awaitedActions: Array<{ __typename: 'AwaitedAction', role: OrderRole, title: string, step: OrderStep | null, until: string | null, outcome: string | null }>, nextSteps: Array<{ __typename: 'NextStep', step: OrderStep | null, title: string }>, actions: Array<{ __typename: 'OrderAction', step: OrderStep, title: string, isAllowed: boolean, blockedReason: string | null, blockedReasonCode: BlockedReasonCode | null, isFinal: boolean, requiresOneOf: Array<string>, fields: Array<{ __typename: 'StepField', name: string, title: string, description: string, kind: StepFieldKind, isRequired: boolean, maxLength: number | null, minValue: number | null, maxValue: number | null, maxCount: number | null, typeName: string | null, options: Array<{ __typename: 'StepFieldOption', value: string, title: string, description: string }> }> }> }
    | { __typename: 'OrderNotFound', code: string, message: string, recovery: Recovery }
    | { __typename: 'ResultUnavailable', code: string, message: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', code: string, message: string, recovery: Recovery }
    | { __typename: 'StaleRevision', code: string, message: string, recovery: Recovery }
    | { __typename: 'StepNotAllowed', code: string, message: string, recovery: Recovery }
   };

export type CompleteOrderMutationVariables = Exact<{
  input: CompleteOrderInput;
}>;


export type CompleteOrderMutation = { completeOrder:
    | { __typename: 'AccountRefused', code: string, message: string, recovery: Recovery }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string, recovery: Recovery }
    | { __typename: 'InputInvalid', code: string, message: string, recovery: Recovery, problems: Array<{ __typename: 'InputProblem', field: string, message: string }> }
    | { __typename: 'NotSignedIn', code: string, message: string, recovery: Recovery }
    | { __typename: 'Order', id: string, number: number, revision: number, status: OrderStatus, statusTitle: string, progress: number | null, paymentStatus: PaymentStatus, proofStatus: ProofStatus, reviewStatus: ReviewStatus, surveyStatus: SurveyStatus, viewerRole: OrderRole | null, waitingOn: Array<OrderRole>, statusSince: string, promisedFor: string | null, needsAttention: boolean, lastActivityAt: string, awaitedActions: Array<{ __typename: 'AwaitedAction', role: OrderRole, title: string, step: OrderStep | null, until: string | null, outcome: string | null }>, nextSteps: Array<{ __typename: 'NextStep', step: OrderStep | null, title: string }>, actions: Array<{ __typename: 'OrderAction', step: OrderStep, title: string, isAllowed: boolean, blockedReason: string | null, blockedReasonCode: BlockedReasonCode | null, isFinal: boolean, requiresOneOf: Array<string>, fields: Array<{ __typename: 'StepField', name: string, title: string, description: string, kind: StepFieldKind, isRequired: boolean, maxLength: number | null, minValue: number | null, maxValue: number | null, maxCount: number | null, typeName: string | null, options: Array<{ __typename: 'StepFieldOption', value: string, title: string, description: string }> }> }> }
    | { __typename: 'OrderNotFound', code: string, message: string, recovery: Recovery }
    | { __typename: 'ResultUnavailable', code: string, message: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', code: string, message: string, recovery: Recovery }
    | { __typename: 'StaleRevision', code: string, message: string, recovery: Recovery }
    | { __typename: 'StepNotAllowed', code: string, message: string, recovery: Recovery }
   };

export type SubmitProofMutationVariables = Exact<{
  input: SubmitProofInput;
}>;


export type SubmitProofMutation = { submitProof:
    | { __typename: 'AccountRefused', code: string, message: string, recovery: Recovery }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string, recovery: Recovery }
    | { __typename: 'InputInvalid', code: string, message: string, recovery: Recovery, problems: Array<{ __typename: 'InputProblem', field: string, message: string }> }
    | { __typename: 'NotSignedIn', code: string, message: string, recovery: Recovery }
    | { __typename: 'Order', id: string, number: number, revision: number, status: OrderStatus, statusTitle: string, progress: number | null, paymentStatus: PaymentStatus, proofStatus: ProofStatus, reviewStatus: ReviewStatus, surveyStatus: SurveyStatus, viewerRole: OrderRole | null, waitingOn: Array<OrderRole>, statusSince: string, promisedFor: string | null, needsAttention: boolean, lastActivityAt: string, awaitedActions: Array<{ __typename: 'AwaitedAction', role: OrderRole, title: string, step: OrderStep | null, until: string | null, outcome: string | null }>, nextSteps: Array<{ __typename: 'NextStep', step: OrderStep | null, title: string }>, actions: Array<{ __typename: 'OrderAction', step: OrderStep, title: string, isAllowed: boolean, blockedReason: string | null, blockedReasonCode: BlockedReasonCode | null, isFinal: boolean, requiresOneOf: Array<string>, fields: Array<{ __typename: 'StepField', name: string, title: string, description: string, kind: StepFieldKind, isRequired: boolean, maxLength: number | null, minValue: number | null, maxValue: number | null, maxCount: number | null, typeName: string | null, options: Array<{ __typename: 'StepFieldOption', value: string, title: string, description: string }> }> }> }
    | { __typename: 'OrderNotFound', code: string, message: string, recovery: Recovery }
    | { __typename: 'ResultUnavailable', code: string, message: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', code: string, message: string, recovery: Recovery }
    | { __typename: 'StaleRevision', code: string, message: string, recovery: Recovery }
    | { __typename: 'StepNotAllowed', code: string, message: string, recovery: Recovery }
   };

export type RateCollaborationMutationVariables = Exact<{
  input: RateCollaborationInput;
}>;


export type RateCollaborationMutation = { rateCollaboration:
    | { __typename: 'AccountRefused', code: string, message: string, recovery: Recovery }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string, recovery: Recovery }
    | { __typename: 'InputInvalid', code: string, message: string, recovery: Recovery, problems: Array<{ __typename: 'InputProblem', field: string, message: string }> }
    | { __typename: 'NotSignedIn', code: string, message: string, recovery: Recovery }
    | { __typename: 'Order', id: string, number: number, revision: number, status: OrderStatus, statusTitle: string, progress: number | null, paymentStatus: PaymentStatus, proofStatus: ProofStatus, reviewStatus: ReviewStatus, surveyStatus: SurveyStatus, viewerRole: OrderRole | null, waitingOn: Array<OrderRole>, statusSince: string, promisedFor: string | null, needsAttention: boolean, lastActivityAt: string, awaitedActions: Array<{ __typename: 'AwaitedAction', role: OrderRole, title: string, step: OrderStep | null, until: string | null, outcome: string | null }>, nextSteps: Array<{ __typename: 'NextStep', step: OrderStep | null, title: string }>, actions: Array<{ __typename: 'OrderAction', step: OrderStep, title: string, isAllowed: boolean, blockedReason: string | null, blockedReasonCode: BlockedReasonCode | null, isFinal: boolean, requiresOneOf: Array<string>, fields: Array<{ __typename: 'StepField', name: string, title: string, description: string, kind: StepFieldKind, isRequired: boolean, maxLength: number | null, minValue: number | null, maxValue: number | null, maxCount: number | null, typeName: string | null, options: Array<{ __typename: 'StepFieldOption', value: string, title: string, description: string }> }> }> }
    | { __typename: 'OrderNotFound', code: string, message: string, recovery: Recovery }
    | { __typename: 'ResultUnavailable', code: string, message: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', code: string, message: string, recovery: Recovery }
    | { __typename: 'StaleRevision', code: string, message: string, recovery: Recovery }
    | { __typename: 'StepNotAllowed', code: string, message: string, recovery: Recovery }
   };

export type AnswerMetricsSurveyMutationVariables = Exact<{
  input: AnswerMetricsSurveyInput;
}>;


export type AnswerMetricsSurveyMutation = { answerMetricsSurvey:
    | { __typename: 'AccountRefused', code: string, message: string, recovery: Recovery }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string, recovery: Recovery }
    | { __typename: 'InputInvalid', code: string, message: string, recovery: Recovery, problems: Array<{ __typename: 'InputProblem', field: string, message: string }> }
    | { __typename: 'NotSignedIn', code: string, message: string, recovery: Recovery }
    | { __typename: 'Order', id: string, number: number, revision: number, status: OrderStatus, statusTitle: string, progress: number | null, paymentStatus: PaymentStatus, proofStatus: ProofStatus, reviewStatus: ReviewStatus, surveyStatus: SurveyStatus, viewerRole: OrderRole | null, waitingOn: Array<OrderRole>, statusSince: string, promisedFor: string | null, needsAttention: boolean, lastActivityAt: string, awaitedActions: Array<{ __typename: 'AwaitedAction', role: OrderRole, title: string, step: OrderStep | null, until: string | null, outcome: string | null }>, nextSteps: Array<{ __typename: 'NextStep', step: OrderStep | null, title: string }>, actions: Array<{ __typename: 'OrderAction', step: OrderStep, title: string, isAllowed: boolean, blockedReason: string | null, blockedReasonCode: BlockedReasonCode | null, isFinal: boolean, requiresOneOf: Array<string>, fields: Array<{ __typename: 'StepField', name: string, title: string, description: string, kind: StepFieldKind, isRequired: boolean, maxLength: number | null, minValue: number | null, maxValue: number | null, maxCount: number | null, typeName: string | null, options: Array<{ __typename: 'StepFieldOption', value: string, title: string, description: string }> }> }> }
    | { __typename: 'OrderNotFound', code: string, message: string, recovery: Recovery }
    | { __typename: 'ResultUnavailable', code: string, message: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', code: string, message: string, recovery: Recovery }
    | { __typename: 'StaleRevision', code: string, message: string, recovery: Recovery }
    | { __typename: 'StepNotAllowed', code: string, message: string, recovery: Recovery }
   };

export type OpenDisputeMutationVariables = Exact<{
  input: OpenDisputeInput;
}>;


export type OpenDisputeMutation = { openDispute:
    | { __typename: 'AccountRefused', code: string, message: string, recovery: Recovery }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string, recovery: Recovery }
    | { __typename: 'InputInvalid', code: string, message: string, recovery: Recovery, problems: Array<{ __typename: 'InputProblem', field: string, message: string }> }
    | { __typename: 'NotSignedIn', code: string, message: string, recovery: Recovery }
    | { __typename: 'Order', id: string, number: number, revision: number, status: OrderStatus, statusTitle: string, progress: number | null, paymentStatus: PaymentStatus, proofStatus: ProofStatus, reviewStatus: ReviewStatus, surveyStatus: SurveyStatus, viewerRole: OrderRole | null, waitingOn: Array<OrderRole>, statusSince: string, promisedFor: string | null, needsAttention: boolean, lastActivityAt: string, awaitedActions: Array<{ __typename: 'AwaitedAction', role: OrderRole, title: string, step: OrderStep | null, until: string | null, outcome: string | null }>, nextSteps: Array<{ __typename: 'NextStep', step: OrderStep | null, title: string }>, actions: Array<{ __typename: 'OrderAction', step: OrderStep, title: string, isAllowed: boolean, blockedReason: string | null, blockedReasonCode: BlockedReasonCode | null, isFinal: boolean, requiresOneOf: Array<string>, fields: Array<{ __typename: 'StepField', name: string, title: string, description: string, kind: StepFieldKind, isRequired: boolean, maxLength: number | null, minValue: number | null, maxValue: number | null, maxCount: number | null, typeName: string | null, options: Array<{ __typename: 'StepFieldOption', value: string, title: string, description: string }> }> }> }
    | { __typename: 'OrderNotFound', code: string, message: string, recovery: Recovery }
    | { __typename: 'ResultUnavailable', code: string, message: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', code: string, message: string, recovery: Recovery }
    | { __typename: 'StaleRevision', code: string, message: string, recovery: Recovery }
    | { __typename: 'StepNotAllowed', code: string, message: string, recovery: Recovery }
   };

export type ResolveDisputeMutationVariables = Exact<{
  input: ResolveDisputeInput;
}>;


export type ResolveDisputeMutation = { resolveDispute:
    | { __typename: 'AccountRefused', code: string, message: string, recovery: Recovery }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string, recovery: Recovery }
    | { __typename: 'InputInvalid', code: string, message: string, recovery: Recovery, problems: Array<{ __typename: 'InputProblem', field: string, message: string }> }
    | { __typename: 'NotSignedIn', code: string, message: string, recovery: Recovery }
    | { __typename: 'Order', id: string, number: number, revision: number, status: OrderStatus, statusTitle: string, progress: number | null, paymentStatus: PaymentStatus, proofStatus: ProofStatus, reviewStatus: ReviewStatus, surveyStatus: SurveyStatus, viewerRole: OrderRole | null, waitingOn: Array<OrderRole>, statusSince: string, promisedFor: string | null, needsAttention: boolean, lastActivityAt: string, awaitedActions: Array<{ __typename: 'AwaitedAction', role: OrderRole, title: string, step: OrderStep | null, until: string | null, outcome: string | null }>, nextSteps: Array<{ __typename: 'NextStep', step: OrderStep | null, title: string }>, actions: Array<{ __typename: 'OrderAction', step: OrderStep, title: string, isAllowed: boolean, blockedReason: string | null, blockedReasonCode: BlockedReasonCode | null, isFinal: boolean, requiresOneOf: Array<string>, fields: Array<{ __typename: 'StepField', name: string, title: string, description: string, kind: StepFieldKind, isRequired: boolean, maxLength: number | null, minValue: number | null, maxValue: number | null, maxCount: number | null, typeName: string | null, options: Array<{ __typename: 'StepFieldOption', value: string, title: string, description: string }> }> }> }
    | { __typename: 'OrderNotFound', code: string, message: string, recovery: Recovery }
    | { __typename: 'ResultUnavailable', code: string, message: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', code: string, message: string, recovery: Recovery }
    | { __typename: 'StaleRevision', code: string, message: string, recovery: Recovery }
    | { __typename: 'StepNotAllowed', code: string, message: string, recovery: Recovery }
   };

export type RefundOrderMutationVariables = Exact<{
  input: RefundOrderInput;
}>;


export type RefundOrderMutation = { refundOrder:
    | { __typename: 'AccountRefused', code: string, message: string, recovery: Recovery }
    | { __typename: 'AmountNotPayable', code: string, message: string, recovery: Recovery }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string, recovery: Recovery }
    | { __typename: 'InputInvalid', code: string, message: string, recovery: Recovery, problems: Array<{ __typename: 'InputProblem', field: string, message: string }> }
    | { __typename: 'NotSignedIn', code: string, message: string, recovery: Recovery }
    | { __typename: 'Order', id: string, number: number, revision: number, status: OrderStatus, statusTitle: string, progress: number | null, paymentStatus: PaymentStatus, proofStatus: ProofStatus, reviewStatus: ReviewStatus, surveyStatus: SurveyStatus, viewerRole: OrderRole | null, waitingOn: Array<OrderRole>, statusSince: string, promisedFor: string | null, needsAttention: boolean, lastActivityAt: string, awaitedActions: Array<{ __typename: 'AwaitedAction', role: OrderRole, title: string, step: OrderStep | null, until: string | null, outcome: string | null }>, nextSteps: Array<{ __typename: 'NextStep', step: OrderStep | null, title: string }>, actions: Array<{ __typename: 'OrderAction', step: OrderStep, title: string, isAllowed: boolean, blockedReason: string | null, blockedReasonCode: BlockedReasonCode | null, isFinal: boolean, requiresOneOf: Array<string>, fields: Array<{ __typename: 'StepField', name: string, title: string, description: string, kind: StepFieldKind, isRequired: boolean, maxLength: number | null, minValue: number | null, maxValue: number | null, maxCount: number | null, typeName: string | null, options: Array<{ __typename: 'StepFieldOption', value: string, title: string, description: string }> }> }> }
    | { __typename: 'OrderNotFound', code: string, message: string, recovery: Recovery }
    | { __typename: 'ResultUnavailable', code: string, message: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', code: string, message: string, recovery: Recovery }
    | { __typename: 'StaleRevision', code: string, message: string, recovery: Recovery }
    | { __typename: 'StepNotAllowed', code: string, message: string, recovery: Recovery }
   };

export type CancelOrderMutationVariables = Exact<{
  input: CancelOrderInput;
}>;


export type CancelOrderMutation = { cancelOrder:
    | { __typename: 'AccountRefused', code: string, message: string, recovery: Recovery }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string, recovery: Recovery }
    | { __typename: 'InputInvalid', code: string, message: string, recovery: Recovery, problems: Array<{ __typename: 'InputProblem', field: string, message: string }> }
    | { __typename: 'NotSignedIn', code: string, message: string, recovery: Recovery }
    | { __typename: 'Order', id: string, number: number, revision: number, status: OrderStatus, statusTitle: string, progress: number | null, paymentStatus: PaymentStatus, proofStatus: ProofStatus, reviewStatus: ReviewStatus, surveyStatus: SurveyStatus, viewerRole: OrderRole | null, waitingOn: Array<OrderRole>, statusSince: string, promisedFor: string | null, needsAttention: boolean, lastActivityAt: string, awaitedActions: Array<{ __typename: 'AwaitedAction', role: OrderRole, title: string, step: OrderStep | null, until: string | null, outcome: string | null }>, nextSteps: Array<{ __typename: 'NextStep', step: OrderStep | null, title: string }>, actions: Array<{ __typename: 'OrderAction', step: OrderStep, title: string, isAllowed: boolean, blockedReason: string | null, blockedReasonCode: BlockedReasonCode | null, isFinal: boolean, requiresOneOf: Array<string>, fields: Array<{ __typename: 'StepField', name: string, title: string, description: string, kind: StepFieldKind, isRequired: boolean, maxLength: number | null, minValue: number | null, maxValue: number | null, maxCount: number | null, typeName: string | null, options: Array<{ __typename: 'StepFieldOption', value: string, title: string, description: string }> }> }> }
    | { __typename: 'OrderNotFound', code: string, message: string, recovery: Recovery }
    | { __typename: 'ResultUnavailable', code: string, message: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', code: string, message: string, recovery: Recovery }
    | { __typename: 'StaleRevision', code: string, message: string, recovery: Recovery }
    | { __typename: 'StepNotAllowed', code: string, message: string, recovery: Recovery }
   };

export type CancelPaidOrderMutationVariables = Exact<{
  input: CancelPaidOrderInput;
}>;


export type CancelPaidOrderMutation = { cancelPaidOrder:
    | { __typename: 'AccountRefused', code: string, message: string, recovery: Recovery }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string, recovery: Recovery }
    | { __typename: 'InputInvalid', code: string, message: string, recovery: Recovery, problems: Array<{ __typename: 'InputProblem', field: string, message: string }> }
    | { __typename: 'NotSignedIn', code: string, message: string, recovery: Recovery }
    | { __typename: 'Order', id: string, number: number, revision: number, status: OrderStatus, statusTitle: string, progress: number | null, paymentStatus: PaymentStatus, proofStatus: ProofStatus, reviewStatus: ReviewStatus, surveyStatus: SurveyStatus, viewerRole: OrderRole | null, waitingOn: Array<OrderRole>, statusSince: string, promisedFor: string | null, needsAttention: boolean, lastActivityAt: string, awaitedActions: Array<{ __typename: 'AwaitedAction', role: OrderRole, title: string, step: OrderStep | null, until: string | null, outcome: string | null }>, nextSteps: Array<{ __typename: 'NextStep', step: OrderStep | null, title: string }>, actions: Array<{ __typename: 'OrderAction', step: OrderStep, title: string, isAllowed: boolean, blockedReason: string | null, blockedReasonCode: BlockedReasonCode | null, isFinal: boolean, requiresOneOf: Array<string>, fields: Array<{ __typename: 'StepField', name: string, title: string, description: string, kind: StepFieldKind, isRequired: boolean, maxLength: number | null, minValue: number | null, maxValue: number | null, maxCount: number | null, typeName: string | null, options: Array<{ __typename: 'StepFieldOption', value: string, title: string, description: string }> }> }> }
    | { __typename: 'OrderNotFound', code: string, message: string, recovery: Recovery }
    | { __typename: 'ResultUnavailable', code: string, message: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', code: string, message: string, recovery: Recovery }
    | { __typename: 'StaleRevision', code: string, message: string, recovery: Recovery }
    | { __typename: 'StepNotAllowed', code: string, message: string, recovery: Recovery }
   };

export type RejectOrderMutationVariables = Exact<{
  input: RejectOrderInput;
}>;


export type RejectOrderMutation = { rejectOrder:
    | { __typename: 'AccountRefused', code: string, message: string, recovery: Recovery }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string, recovery: Recovery }
    | { __typename: 'InputInvalid', code: string, message: string, recovery: Recovery, problems: Array<{ __typename: 'InputProblem', field: string, message: string }> }
    | { __typename: 'NotSignedIn', code: string, message: string, recovery: Recovery }
    | { __typename: 'Order', id: string, number: number, revision: number, status: OrderStatus, statusTitle: string, progress: number | null, paymentStatus: PaymentStatus, proofStatus: ProofStatus, reviewStatus: ReviewStatus, surveyStatus: SurveyStatus, viewerRole: OrderRole | null, waitingOn: Array<OrderRole>, statusSince: string, promisedFor: string | null, needsAttention: boolean, lastActivityAt: string, awaitedActions: Array<{ __typename: 'AwaitedAction', role: OrderRole, title: string, step: OrderStep | null, until: string | null, outcome: string | null }>, nextSteps: Array<{ __typename: 'NextStep', step: OrderStep | null, title: string }>, actions: Array<{ __typename: 'OrderAction', step: OrderStep, title: string, isAllowed: boolean, blockedReason: string | null, blockedReasonCode: BlockedReasonCode | null, isFinal: boolean, requiresOneOf: Array<string>, fields: Array<{ __typename: 'StepField', name: string, title: string, description: string, kind: StepFieldKind, isRequired: boolean, maxLength: number | null, minValue: number | null, maxValue: number | null, maxCount: number | null, typeName: string | null, options: Array<{ __typename: 'StepFieldOption', value: string, title: string, description: string }> }> }> }
    | { __typename: 'OrderNotFound', code: string, message: string, recovery: Recovery }
    | { __typename: 'ResultUnavailable', code: string, message: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', code: string, message: string, recovery: Recovery }
    | { __typename: 'StaleRevision', code: string, message: string, recovery: Recovery }
    | { __typename: 'StepNotAllowed', code: string, message: string, recovery: Recovery }
   };

export type SendReminderMutationVariables = Exact<{
  input: SendReminderInput;
}>;


export type SendReminderMutation = { sendReminder:
    | { __typename: 'AccountRefused', code: string, message: string, recovery: Recovery }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string, recovery: Recovery }
    | { __typename: 'InputInvalid', code: string, message: string, recovery: Recovery, problems: Array<{ __typename: 'InputProblem', field: string, message: string }> }
    | { __typename: 'NotSignedIn', code: string, message: string, recovery: Recovery }
    | { __typename: 'Order', id: string, number: number, revision: number, status: OrderStatus, statusTitle: string, progress: number | null, paymentStatus: PaymentStatus, proofStatus: ProofStatus, reviewStatus: ReviewStatus, surveyStatus: SurveyStatus, viewerRole: OrderRole | null, waitingOn: Array<OrderRole>, statusSince: string, promisedFor: string | null, needsAttention: boolean, lastActivityAt: string, awaitedActions: Array<{ __typename: 'AwaitedAction', role: OrderRole, title: string, step: OrderStep | null, until: string | null, outcome: string | null }>, nextSteps: Array<{ __typename: 'NextStep', step: OrderStep | null, title: string }>, actions: Array<{ __typename: 'OrderAction', step: OrderStep, title: string, isAllowed: boolean, blockedReason: string | null, blockedReasonCode: BlockedReasonCode | null, isFinal: boolean, requiresOneOf: Array<string>, fields: Array<{ __typename: 'StepField', name: string, title: string, description: string, kind: StepFieldKind, isRequired: boolean, maxLength: number | null, minValue: number | null, maxValue: number | null, maxCount: number | null, typeName: string | null, options: Array<{ __typename: 'StepFieldOption', value: string, title: string, description: string }> }> }> }
    | { __typename: 'OrderNotFound', code: string, message: string, recovery: Recovery }
    | { __typename: 'ResultUnavailable', code: string, message: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', code: string, message: string, recovery: Recovery }
    | { __typename: 'StaleRevision', code: string, message: string, recovery: Recovery }
    | { __typename: 'StepNotAllowed', code: string, message: string, recovery: Recovery }
   };

export type RenewOrderMutationVariables = Exact<{
  input: RenewOrderInput;
}>;


export type RenewOrderMutation = { renewOrder:
    | { __typename: 'AccountRefused', code: string, message: string, recovery: Recovery }
    | { __typename: 'DaysUnavailable', code: string, message: string, recovery: Recovery }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string, recovery: Recovery }
    | { __typename: 'InputInvalid', code: string, message: string, recovery: Recovery, problems: Array<{ __typename: 'InputProblem', field: string, message: string }> }
    | { __typename: 'NotSignedIn', code: string, message: string, recovery: Recovery }
    | { __typename: 'Order', id: string, number: number, revision: number, status: OrderStatus, statusTitle: string, progress: number | null, paymentStatus: PaymentStatus, proofStatus: ProofStatus, reviewStatus: ReviewStatus, surveyStatus: SurveyStatus, viewerRole: OrderRole | null, waitingOn: Array<OrderRole>, statusSince: string, promisedFor: string | null, needsAttention: boolean, lastActivityAt: string, awaitedActions: Array<{ __typename: 'AwaitedAction', role: OrderRole, title: string, step: OrderStep | null, until: string | null, outcome: string | null }>, nextSteps: Array<{ __typename: 'NextStep', step: OrderStep | null, title: string }>, actions: Array<{ __typename: 'OrderAction', step: OrderStep, title: string, isAllowed: boolean, blockedReason: string | null, blockedReasonCode: BlockedReasonCode | null, isFinal: boolean, requiresOneOf: Array<string>, fields: Array<{ __typename: 'StepField', name: string, title: string, description: string, kind: StepFieldKind, isRequired: boolean, maxLength: number | null, minValue: number | null, maxValue: number | null, maxCount: number | null, typeName: string | null, options: Array<{ __typename: 'StepFieldOption', value: string, title: string, description: string }> }> }> }
    | { __typename: 'OrderNotFound', code: string, message: string, recovery: Recovery }
    | { __typename: 'ReferenceAlreadyCounted', code: string, message: string, recovery: Recovery }
    | { __typename: 'ResultUnavailable', code: string, message: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', code: string, message: string, recovery: Recovery }
    | { __typename: 'StaleRevision', code: string, message: string, recovery: Recovery }
    | { __typename: 'StepNotAllowed', code: string, message: string, recovery: Recovery }
   };

export type StopRenewalMutationVariables = Exact<{
  input: StopRenewalInput;
}>;


export type StopRenewalMutation = { stopRenewal:
    | { __typename: 'AccountRefused', code: string, message: string, recovery: Recovery }
    | { __typename: 'DaysUnavailable', code: string, message: string, recovery: Recovery }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string, recovery: Recovery }
    | { __typename: 'InputInvalid', code: string, message: string, recovery: Recovery, problems: Array<{ __typename: 'InputProblem', field: string, message: string }> }
    | { __typename: 'NotSignedIn', code: string, message: string, recovery: Recovery }
    | { __typename: 'Order', id: string, number: number, revision: number, status: OrderStatus, statusTitle: string, progress: number | null, paymentStatus: PaymentStatus, proofStatus: ProofStatus, reviewStatus: ReviewStatus, surveyStatus: SurveyStatus, viewerRole: OrderRole | null, waitingOn: Array<OrderRole>, statusSince: string, promisedFor: string | null, needsAttention: boolean, lastActivityAt: string, awaitedActions: Array<{ __typename: 'AwaitedAction', role: OrderRole, title: string, step: OrderStep | null, until: string | null, outcome: string | null }>, nextSteps: Array<{ __typename: 'NextStep', step: OrderStep | null, title: string }>, actions: Array<{ __typename: 'OrderAction', step: OrderStep, title: string, isAllowed: boolean, blockedReason: string | null, blockedReasonCode: BlockedReasonCode | null, isFinal: boolean, requiresOneOf: Array<string>, fields: Array<{ __typename: 'StepField', name: string, title: string, description: string, kind: StepFieldKind, isRequired: boolean, maxLength: number | null, minValue: number | null, maxValue: number | null, maxCount: number | null, typeName: string | null, options: Array<{ __typename: 'StepFieldOption', value: string, title: string, description: string }> }> }> }
    | { __typename: 'OrderNotFound', code: string, message: string, recovery: Recovery }
    | { __typename: 'ResultUnavailable', code: string, message: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', code: string, message: string, recovery: Recovery }
    | { __typename: 'StaleRevision', code: string, message: string, recovery: Recovery }
    | { __typename: 'StepNotAllowed', code: string, message: string, recovery: Recovery }
   };

export type OverrideOrderStatusMutationVariables = Exact<{
  input: OverrideOrderStatusInput;
}>;


export type OverrideOrderStatusMutation = { overrideOrderStatus:
    | { __typename: 'AccountRefused', code: string, message: string, recovery: Recovery }
    | { __typename: 'AmountNotPayable', code: string, message: string, recovery: Recovery }
    | { __typename: 'DaysUnavailable', code: string, message: string, recovery: Recovery }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string, recovery: Recovery }
    | { __typename: 'InputInvalid', code: string, message: string, recovery: Recovery, problems: Array<{ __typename: 'InputProblem', field: string, message: string }> }
    | { __typename: 'NotSignedIn', code: string, message: string, recovery: Recovery }
    | { __typename: 'Order', id: string, number: number, revision: number, status: OrderStatus, statusTitle: string, progress: number | null, paymentStatus: PaymentStatus, proofStatus: ProofStatus, reviewStatus: ReviewStatus, surveyStatus: SurveyStatus, viewerRole: OrderRole | null, waitingOn: Array<OrderRole>, statusSince: string, promisedFor: string | null, needsAttention: boolean, lastActivityAt: string, awaitedActions: Array<{ __typename: 'AwaitedAction', role: OrderRole, title: string, step: OrderStep | null, until: string | null, outcome: string | null }>, nextSteps: Array<{ __typename: 'NextStep', step: OrderStep | null, title: string }>, actions: Array<{ __typename: 'OrderAction', step: OrderStep, title: string, isAllowed: boolean, blockedReason: string | null, blockedReasonCode: BlockedReasonCode | null, isFinal: boolean, requiresOneOf: Array<string>, fields: Array<{ __typename: 'StepField', name: string, title: string, description: string, kind: StepFieldKind, isRequired: boolean, maxLength: number | null, minValue: number | null, maxValue: number | null, maxCount: number | null, typeName: string | null, options: Array<{ __typename: 'StepFieldOption', value: string, title: string, description: string }> }> }> }
    | { __typename: 'OrderNotFound', code: string, message: string, recovery: Recovery }
    | { __typename: 'ResultUnavailable', code: string, message: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', code: string, message: string, recovery: Recovery }
    | { __typename: 'StaleRevision', code: string, message: string, recovery: Recovery }
    | { __typename: 'StepNotAllowed', code: string, message: string, recovery: Recovery }
   };

export type SaveAdDraftMutationVariables = Exact<{
  input: SaveAdDraftInput;
}>;


export type SaveAdDraftMutation = { saveAdDraft:
    | { __typename: 'AccountRefused', code: string, message: string, recovery: Recovery }
    | { __typename: 'Ad', id: string, name: string, status: AdStatus, html: string | null, frameUrl: string | null, targetUrl: string | null, publishedAt: string | null, endsAt: string | null, impressions: number, clicks: number, takenDownAt: string | null, takenDownReason: string | null, image: { __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null } | null, actions: Array<{ __typename: 'AdAction', step: AdStep, title: string, isAllowed: boolean, blockedReason: string | null, blockedReasonCode: BlockedReasonCode | null, isFinal: boolean, requiresOneOf: Array<string>, fields: Array<{ __typename: 'StepField', name: string, title: string, description: string, kind: StepFieldKind, isRequired: boolean, maxLength: number | null, minValue: number | null, maxValue: number | null, maxCount: number | null, typeName: string | null, options: Array<{ __typename: 'StepFieldOption', value: string, title: string, description: string }> }> }> }
    | { __typename: 'AdNotFound', code: string, message: string, recovery: Recovery }
    | { __typename: 'AdStepNotAllowed', code: string, message: string, recovery: Recovery }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string, recovery: Recovery }
    | { __typename: 'InputInvalid', code: string, message: string, recovery: Recovery, problems: Array<{ __typename: 'InputProblem', field: string, message: string }> }
    | { __typename: 'NotSignedIn', code: string, message: string, recovery: Recovery }
    | { __typename: 'ResultUnavailable', code: string, message: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', code: string, message: string, recovery: Recovery }
   };

export type SubmitAdMutationVariables = Exact<{
  input: SubmitAdInput;
}>;


export type SubmitAdMutation = { submitAd:
    | { __typename: 'AccountRefused', code: string, message: string, recovery: Recovery }
    | { __typename: 'Ad', id: string, name: string, status: AdStatus, html: string | null, frameUrl: string | null, targetUrl: string | null, publishedAt: string | null, endsAt: string | null, impressions: number, clicks: number, takenDownAt: string | null, takenDownReason: string | null, image: { __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null } | null, actions: Array<{ __typename: 'AdAction', step: AdStep, title: string, isAllowed: boolean, blockedReason: string | null, blockedReasonCode: BlockedReasonCode | null, isFinal: boolean, requiresOneOf: Array<string>, fields: Array<{ __typename: 'StepField', name: string, title: string, description: string, kind: StepFieldKind, isRequired: boolean, maxLength: number | null, minValue: number | null, maxValue: number | null, maxCount: number | null, typeName: string | null, options: Array<{ __typename: 'StepFieldOption', value: string, title: string, description: string }> }> }> }
    | { __typename: 'AdNotFound', code: string, message: string, recovery: Recovery }
    | { __typename: 'AdStepNotAllowed', code: string, message: string, recovery: Recovery }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string, recovery: Recovery }
    | { __typename: 'InputInvalid', code: string, message: string, recovery: Recovery, problems: Array<{ __typename: 'InputProblem', field: string, message: string }> }
    | { __typename: 'NotSignedIn', code: string, message: string, recovery: Recovery }
    | { __typename: 'ResultUnavailable', code: string, message: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', code: string, message: string, recovery: Recovery }
   };

export type RejectAdMutationVariables = Exact<{
  input: RejectAdInput;
}>;


export type RejectAdMutation = { rejectAd:
    | { __typename: 'AccountRefused', code: string, message: string, recovery: Recovery }
    | { __typename: 'Ad', id: string, name: string, status: AdStatus, html: string | null, frameUrl: string | null, targetUrl: string | null, publishedAt: string | null, endsAt: string | null, impressions: number, clicks: number, takenDownAt: string | null, takenDownReason: string | null, image: { __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null } | null, actions: Array<{ __typename: 'AdAction', step: AdStep, title: string, isAllowed: boolean, blockedReason: string | null, blockedReasonCode: BlockedReasonCode | null, isFinal: boolean, requiresOneOf: Array<string>, fields: Array<{ __typename: 'StepField', name: string, title: string, description: string, kind: StepFieldKind, isRequired: boolean, maxLength: number | null, minValue: number | null, maxValue: number | null, maxCount: number | null, typeName: string | null, options: Array<{ __typename: 'StepFieldOption', value: string, title: string, description: string }> }> }> }
    | { __typename: 'AdNotFound', code: string, message: string, recovery: Recovery }
    | { __typename: 'AdStepNotAllowed', code: string, message: string, recovery: Recovery }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string, recovery: Recovery }
    | { __typename: 'InputInvalid', code: string, message: string, recovery: Recovery, problems: Array<{ __typename: 'InputProblem', field: string, message: string }> }
    | { __typename: 'NotSignedIn', code: string, message: string, recovery: Recovery }
    | { __typename: 'ResultUnavailable', code: string, message: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', code: string, message: string, recovery: Recovery }
   };

export type PublishAdMutationVariables = Exact<{
  input: PublishAdInput;
}>;


export type PublishAdMutation = { publishAd:
    | { __typename: 'AccountRefused', code: string, message: string, recovery: Recovery }
    | { __typename: 'Ad', id: string, name: string, status: AdStatus, html: string | null, frameUrl: string | null, targetUrl: string | null, publishedAt: string | null, endsAt: string | null, impressions: number, clicks: number, takenDownAt: string | null, takenDownReason: string | null, image: { __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null } | null, actions: Array<{ __typename: 'AdAction', step: AdStep, title: string, isAllowed: boolean, blockedReason: string | null, blockedReasonCode: BlockedReasonCode | null, isFinal: boolean, requiresOneOf: Array<string>, fields: Array<{ __typename: 'StepField', name: string, title: string, description: string, kind: StepFieldKind, isRequired: boolean, maxLength: number | null, minValue: number | null, maxValue: number | null, maxCount: number | null, typeName: string | null, options: Array<{ __typename: 'StepFieldOption', value: string, title: string, description: string }> }> }> }
    | { __typename: 'AdNotFound', code: string, message: string, recovery: Recovery }
    | { __typename: 'AdStepNotAllowed', code: string, message: string, recovery: Recovery }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string, recovery: Recovery }
    | { __typename: 'InputInvalid', code: string, message: string, recovery: Recovery, problems: Array<{ __typename: 'InputProblem', field: string, message: string }> }
    | { __typename: 'NotSignedIn', code: string, message: string, recovery: Recovery }
    | { __typename: 'ResultUnavailable', code: string, message: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', code: string, message: string, recovery: Recovery }
   };

export type PublishAdDirectlyMutationVariables = Exact<{
  input: PublishAdDirectlyInput;
}>;


export type PublishAdDirectlyMutation = { publishAdDirectly:
    | { __typename: 'AccountRefused', code: string, message: string, recovery: Recovery }
    | { __typename: 'Ad', id: string, name: string, status: AdStatus, html: string | null, frameUrl: string | null, targetUrl: string | null, publishedAt: string | null, endsAt: string | null, impressions: number, clicks: number, takenDownAt: string | null, takenDownReason: string | null, image: { __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null } | null, actions: Array<{ __typename: 'AdAction', step: AdStep, title: string, isAllowed: boolean, blockedReason: string | null, blockedReasonCode: BlockedReasonCode | null, isFinal: boolean, requiresOneOf: Array<string>, fields: Array<{ __typename: 'StepField', name: string, title: string, description: string, kind: StepFieldKind, isRequired: boolean, maxLength: number | null, minValue: number | null, maxValue: number | null, maxCount: number | null, typeName: string | null, options: Array<{ __typename: 'StepFieldOption', value: string, title: string, description: string }> }> }> }
    | { __typename: 'AdNotFound', code: string, message: string, recovery: Recovery }
    | { __typename: 'AdStepNotAllowed', code: string, message: string, recovery: Recovery }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string, recovery: Recovery }
    | { __typename: 'InputInvalid', code: string, message: string, recovery: Recovery, problems: Array<{ __typename: 'InputProblem', field: string, message: string }> }
    | { __typename: 'NotSignedIn', code: string, message: string, recovery: Recovery }
    | { __typename: 'ResultUnavailable', code: string, message: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', code: string, message: string, recovery: Recovery }
   };

export type UnpublishAdMutationVariables = Exact<{
  input: UnpublishAdInput;
}>;


export type UnpublishAdMutation = { unpublishAd:
    | { __typename: 'AccountRefused', code: string, message: string, recovery: Recovery }
    | { __typename: 'Ad', id: string, name: string, status: AdStatus, html: string | null, frameUrl: string | null, targetUrl: string | null, publishedAt: string | null, endsAt: string | null, impressions: number, clicks: number, takenDownAt: string | null, takenDownReason: string | null, image: { __typename: 'File', id: string, name: string, mediaType: string, sizeBytes: number, url: string, width: number | null, height: number | null } | null, actions: Array<{ __typename: 'AdAction', step: AdStep, title: string, isAllowed: boolean, blockedReason: string | null, blockedReasonCode: BlockedReasonCode | null, isFinal: boolean, requiresOneOf: Array<string>, fields: Array<{ __typename: 'StepField', name: string, title: string, description: string, kind: StepFieldKind, isRequired: boolean, maxLength: number | null, minValue: number | null, maxValue: number | null, maxCount: number | null, typeName: string | null, options: Array<{ __typename: 'StepFieldOption', value: string, title: string, description: string }> }> }> }
    | { __typename: 'AdNotFound', code: string, message: string, recovery: Recovery }
    | { __typename: 'AdStepNotAllowed', code: string, message: string, recovery: Recovery }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string, recovery: Recovery }
    | { __typename: 'InputInvalid', code: string, message: string, recovery: Recovery, problems: Array<{ __typename: 'InputProblem', field: string, message: string }> }
    | { __typename: 'NotSignedIn', code: string, message: string, recovery: Recovery }
    | { __typename: 'ResultUnavailable', code: string, message: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', code: string, message: string, recovery: Recovery }
   };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const AccountRecordFragmentDoc = new TypedDocumentString(`
    fragment AccountRecord on SellerProfile {
  __typename
  completedOrderCount
  ratingAverage
  ratingCount
  responseTime {
    __typename
    medianSeconds
    orderCount
  }
  metrics {
    __typename
    answerCount
    averageTraffic
    averageLeads
    averageConversions
  }
}
    `, {"fragmentName":"AccountRecord"}) as unknown as TypedDocumentString<AccountRecordFragment, unknown>;
export const RefusalViewFragmentDoc = new TypedDocumentString(`
    fragment RefusalView on Refusal {
  __typename
  code
  message
  recovery
  ... on InputInvalid {
    __typename
    problems {
      __typename
      field
      message
    }
  }
}
    `, {"fragmentName":"RefusalView"}) as unknown as TypedDocumentString<RefusalViewFragment, unknown>;
export const FileViewFragmentDoc = new TypedDocumentString(`
    fragment FileView on File {
  __typename
  id
  name
  mediaType
  sizeBytes
  url
  width
  height
}
    `, {"fragmentName":"FileView"}) as unknown as TypedDocumentString<FileViewFragment, unknown>;
export const MoneyViewFragmentDoc = new TypedDocumentString(`
    fragment MoneyView on Money {
  __typename
  minorUnits
  currency
  digits
}
    `, {"fragmentName":"MoneyView"}) as unknown as TypedDocumentString<MoneyViewFragment, unknown>;
export const PriceOptionViewFragmentDoc = new TypedDocumentString(`
    fragment PriceOptionView on PriceOption {
  __typename
  id
  title
  measure
  quantity
  isMonthly
  price {
    __typename
    ...MoneyView
  }
}
    fragment MoneyView on Money {
  __typename
  minorUnits
  currency
  digits
}`, {"fragmentName":"PriceOptionView"}) as unknown as TypedDocumentString<PriceOptionViewFragment, unknown>;
export const SpaceCardFragmentDoc = new TypedDocumentString(`
    fragment SpaceCard on Space {
  __typename
  id
  title
  description
  kind
  seller {
    __typename
    id
    name
  }
  pictures {
    __typename
    ...FileView
  }
  options {
    __typename
    ...PriceOptionView
  }
}
    fragment PriceOptionView on PriceOption {
  __typename
  id
  title
  measure
  quantity
  isMonthly
  price {
    __typename
    ...MoneyView
  }
}
fragment MoneyView on Money {
  __typename
  minorUnits
  currency
  digits
}
fragment FileView on File {
  __typename
  id
  name
  mediaType
  sizeBytes
  url
  width
  height
}`, {"fragmentName":"SpaceCard"}) as unknown as TypedDocumentString<SpaceCardFragment, unknown>;
export const ReportViewFragmentDoc = new TypedDocumentString(`
    fragment ReportView on Report {
  __typename
  id
  reason
  text
  status
  createdAt
  resolvedAt
  outcome
  note
  subjectType
  subjectId
  reporter {
    __typename
    id
    name
    email
  }
}
    `, {"fragmentName":"ReportView"}) as unknown as TypedDocumentString<ReportViewFragment, unknown>;
export const PaymentExceptionViewFragmentDoc = new TypedDocumentString(`
    fragment PaymentExceptionView on PaymentException {
  __typename
  id
  kind
  createdAt
  reference
  movementStatus: status
  mismatch: reason
  amount {
    __typename
    ...MoneyView
  }
  order {
    __typename
    id
    number
  }
}
    fragment MoneyView on Money {
  __typename
  minorUnits
  currency
  digits
}`, {"fragmentName":"PaymentExceptionView"}) as unknown as TypedDocumentString<PaymentExceptionViewFragment, unknown>;
export const MemberFactsFragmentDoc = new TypedDocumentString(`
    fragment MemberFacts on AccountMembership {
  __typename
  role
  email
  joinedAt
  person {
    __typename
    id
    name
  }
}
    `, {"fragmentName":"MemberFacts"}) as unknown as TypedDocumentString<MemberFactsFragment, unknown>;
export const MarketplaceSettingsFragmentDoc = new TypedDocumentString(`
    fragment MarketplaceSettings on Marketplace {
  __typename
  id
  revision
  name
  primaryColor
  primaryTextColor
  contactEmail
  privacyUrl
  senderName
  senderAddress
  languages
  currencies
  feeBasisPoints
  signUp
  logo {
    __typename
    ...FileView
  }
  terms {
    __typename
    url
    version
    publishedAt
  }
}
    fragment FileView on File {
  __typename
  id
  name
  mediaType
  sizeBytes
  url
  width
  height
}`, {"fragmentName":"MarketplaceSettings"}) as unknown as TypedDocumentString<MarketplaceSettingsFragment, unknown>;
export const SuspensionViewFragmentDoc = new TypedDocumentString(`
    fragment SuspensionView on Account {
  __typename
  id
  suspendedAt
  suspendedReason
}
    `, {"fragmentName":"SuspensionView"}) as unknown as TypedDocumentString<SuspensionViewFragment, unknown>;
export const SpaceModerationViewFragmentDoc = new TypedDocumentString(`
    fragment SpaceModerationView on Space {
  __typename
  id
  takenDownAt
  takenDownReason
}
    `, {"fragmentName":"SpaceModerationView"}) as unknown as TypedDocumentString<SpaceModerationViewFragment, unknown>;
export const AdModerationViewFragmentDoc = new TypedDocumentString(`
    fragment AdModerationView on Ad {
  __typename
  id
  takenDownAt
  takenDownReason
}
    `, {"fragmentName":"AdModerationView"}) as unknown as TypedDocumentString<AdModerationViewFragment, unknown>;
export const PartyViewFragmentDoc = new TypedDocumentString(`
    fragment PartyView on Account {
  __typename
  id
  name
  legalName
  address
  website
  phone
}
    `, {"fragmentName":"PartyView"}) as unknown as TypedDocumentString<PartyViewFragment, unknown>;
export const OrderDetailsFragmentDoc = new TypedDocumentString(`
    fragment OrderDetails on Order {
  __typename
  id
  brief
  createdAt
  paymentMethod
  total {
    __typename
    ...MoneyView
  }
  advertiser {
    __typename
    ...PartyView
  }
  seller {
    __typename
    ...PartyView
  }
  items {
    __typename
    title
    startsOn
    endsOn
    price {
      __typename
      ...MoneyView
    }
  }
}
    fragment PartyView on Account {
  __typename
  id
  name
  legalName
  address
  website
  phone
}
fragment MoneyView on Money {
  __typename
  minorUnits
  currency
  digits
}`, {"fragmentName":"OrderDetails"}) as unknown as TypedDocumentString<OrderDetailsFragment, unknown>;
export const MessageViewFragmentDoc = new TypedDocumentString(`
    fragment MessageView on Message {
  __typename
  id
  number
  text
  createdAt
  editedAt
  deletedAt
  authorRole
  author {
    __typename
    id
    name
  }
  attachments {
    __typename
    ...FileView
  }
  replyTo {
    __typename
    id
    number
    text
    deletedAt
    author {
      __typename
      id
      name
    }
  }
}
    fragment FileView on File {
  __typename
  id
  name
  mediaType
  sizeBytes
  url
  width
  height
}`, {"fragmentName":"MessageView"}) as unknown as TypedDocumentString<MessageViewFragment, unknown>;
export const EntryViewFragmentDoc = new TypedDocumentString(`
    fragment EntryView on TimelineEntry {
  __typename
  id
  number
  type
  occurredAt
  cursor
  actorRole
  idempotencyKey
  isOverride
  fromStatus
  toStatus
  title
  details {
    __typename
    name
    title
    kind
    text
    money {
      __typename
      ...MoneyView
    }
  }
  files {
    __typename
    ...FileView
  }
  actor {
    __typename
    id
    name
  }
  person {
    __typename
    id
    name
  }
  message {
    __typename
    ...MessageView
  }
  ad {
    __typename
    id
    name
  }
}
    fragment MessageView on Message {
  __typename
  id
  number
  text
  createdAt
  editedAt
  deletedAt
  authorRole
  author {
    __typename
    id
    name
  }
  attachments {
    __typename
    ...FileView
  }
  replyTo {
    __typename
    id
    number
    text
    deletedAt
    author {
      __typename
      id
      name
    }
  }
}
fragment MoneyView on Money {
  __typename
  minorUnits
  currency
  digits
}
fragment FileView on File {
  __typename
  id
  name
  mediaType
  sizeBytes
  url
  width
  height
}`, {"fragmentName":"EntryView"}) as unknown as TypedDocumentString<EntryViewFragment, unknown>;
export const PaymentViewFragmentDoc = new TypedDocumentString(`
    fragment PaymentView on Payment {
  __typename
  id
  status
  method
  dueAt
  settledAt
  instructions
  checkoutUrl
  checkoutExpiresAt
  failureMessage
  amount {
    __typename
    ...MoneyView
  }
  receipts {
    __typename
    number
    issuedAt
    url
    amount {
      __typename
      ...MoneyView
    }
  }
}
    fragment MoneyView on Money {
  __typename
  minorUnits
  currency
  digits
}`, {"fragmentName":"PaymentView"}) as unknown as TypedDocumentString<PaymentViewFragment, unknown>;
export const StepFieldViewFragmentDoc = new TypedDocumentString(`
    fragment StepFieldView on StepField {
  __typename
  name
  title
  description
  kind
  isRequired
  maxLength
  minValue
  maxValue
  maxCount
  typeName
  options {
    __typename
    value
    title
    description
  }
}
    `, {"fragmentName":"StepFieldView"}) as unknown as TypedDocumentString<StepFieldViewFragment, unknown>;
export const ActionViewFragmentDoc = new TypedDocumentString(`
    fragment ActionView on OrderAction {
  __typename
  step
  title
  isAllowed
  blockedReason
  blockedReasonCode
  isFinal
  requiresOneOf
  fields {
    __typename
    ...StepFieldView
  }
}
    fragment StepFieldView on StepField {
  __typename
  name
  title
  description
  kind
  isRequired
  maxLength
  minValue
  maxValue
  maxCount
  typeName
  options {
    __typename
    value
    title
    description
  }
}`, {"fragmentName":"ActionView"}) as unknown as TypedDocumentString<ActionViewFragment, unknown>;
export const OrderHeaderFragmentDoc = new TypedDocumentString(`
    fragment OrderHeader on Order {
  __typename
  id
  number
  revision
  status
  statusTitle
  progress
  paymentStatus
  proofStatus
  reviewStatus
  surveyStatus
  viewerRole
  waitingOn
  awaitedActions {
    __typename
    role
    title
    step
    until
    outcome
  }
  statusSince
  promisedFor
  needsAttention
  lastActivityAt
  nextSteps {
    __typename
    step
    title
  }
  actions {
    __typename
    ...ActionView
  }
}
    fragment ActionView on OrderAction {
  __typename
  step
  title
  isAllowed
  blockedReason
  blockedReasonCode
  isFinal
  requiresOneOf
  fields {
    __typename
    ...StepFieldView
  }
}
fragment StepFieldView on StepField {
  __typename
  name
  title
  description
  kind
  isRequired
  maxLength
  minValue
  maxValue
  maxCount
  typeName
  options {
    __typename
    value
    title
    description
  }
}`, {"fragmentName":"OrderHeader"}) as unknown as TypedDocumentString<OrderHeaderFragment, unknown>;
export const AdViewFragmentDoc = new TypedDocumentString(`
    fragment AdView on Ad {
  __typename
  id
  name
  status
  html
  frameUrl
  targetUrl
  publishedAt
  endsAt
  impressions
  clicks
  takenDownAt
  takenDownReason
  image {
    __typename
    ...FileView
  }
  actions {
    __typename
    step
    title
    isAllowed
    blockedReason
    blockedReasonCode
    isFinal
    requiresOneOf
    fields {
      __typename
      ...StepFieldView
    }
  }
}
    fragment StepFieldView on StepField {
  __typename
  name
  title
  description
  kind
  isRequired
  maxLength
  minValue
  maxValue
  maxCount
  typeName
  options {
    __typename
    value
    title
    description
  }
}
fragment FileView on File {
  __typename
  id
  name
  mediaType
  sizeBytes
  url
  width
  height
}`, {"fragmentName":"AdView"}) as unknown as TypedDocumentString<AdViewFragment, unknown>;
export const OrderRowFragmentDoc = new TypedDocumentString(`
    fragment OrderRow on Order {
  __typename
  id
  number
  status
  statusTitle
  progress
  needsAttention
  unreadCount
  lastActivityAt
  viewerRole
  total {
    __typename
    ...MoneyView
  }
  advertiser {
    __typename
    id
    name
  }
  seller {
    __typename
    id
    name
  }
  items {
    __typename
    title
  }
  nextSteps {
    __typename
    step
    title
  }
}
    fragment MoneyView on Money {
  __typename
  minorUnits
  currency
  digits
}`, {"fragmentName":"OrderRow"}) as unknown as TypedDocumentString<OrderRowFragment, unknown>;
export const EndpointViewFragmentDoc = new TypedDocumentString(`
    fragment EndpointView on WebhookEndpoint {
  __typename
  id
  url
  isEnabled
  disabledReason
  failingSince
  createdAt
  document {
    __typename
    documentId
    operationName
  }
}
    `, {"fragmentName":"EndpointView"}) as unknown as TypedDocumentString<EndpointViewFragment, unknown>;
export const ApplicationViewFragmentDoc = new TypedDocumentString(`
    fragment ApplicationView on Application {
  __typename
  id
  name
  scopes
  createdAt
  keys {
    __typename
    id
    createdAt
    lastUsedAt
  }
  oauthClient {
    __typename
    clientId
    type
    redirectUris
  }
  quota {
    __typename
    capacity
    restoreRate
  }
  webhookEndpoints {
    __typename
    ...EndpointView
  }
}
    fragment EndpointView on WebhookEndpoint {
  __typename
  id
  url
  isEnabled
  disabledReason
  failingSince
  createdAt
  document {
    __typename
    documentId
    operationName
  }
}`, {"fragmentName":"ApplicationView"}) as unknown as TypedDocumentString<ApplicationViewFragment, unknown>;
export const OrderableSpaceFragmentDoc = new TypedDocumentString(`
    fragment OrderableSpace on Space {
  __typename
  id
  title
  requirements
  firstBookableDay
  timeZone
  options {
    __typename
    ...PriceOptionView
  }
}
    fragment PriceOptionView on PriceOption {
  __typename
  id
  title
  measure
  quantity
  isMonthly
  price {
    __typename
    ...MoneyView
  }
}
fragment MoneyView on Money {
  __typename
  minorUnits
  currency
  digits
}`, {"fragmentName":"OrderableSpace"}) as unknown as TypedDocumentString<OrderableSpaceFragment, unknown>;
export const EditedSpaceViewFragmentDoc = new TypedDocumentString(`
    fragment EditedSpaceView on Space {
  __typename
  id
  title
  description
  audience
  kind
  status
  languages
  countries
  leadTimeDays
  requirements
  renewsAds
  capacity
  timeZone
  takenDownAt
  takenDownReason
  seller {
    __typename
    id
  }
  format {
    __typename
    width
    height
    words
    seconds
  }
  creativeRules {
    __typename
    kinds
    imageWidth
    imageHeight
    isImageSizeExact
    maxImageBytes
    maxHtmlCharacters
  }
  defaultPlacement {
    __typename
    id
    name
  }
  pictures {
    __typename
    ...FileView
  }
  options {
    __typename
    ...PriceOptionView
  }
}
    fragment PriceOptionView on PriceOption {
  __typename
  id
  title
  measure
  quantity
  isMonthly
  price {
    __typename
    ...MoneyView
  }
}
fragment MoneyView on Money {
  __typename
  minorUnits
  currency
  digits
}
fragment FileView on File {
  __typename
  id
  name
  mediaType
  sizeBytes
  url
  width
  height
}`, {"fragmentName":"EditedSpaceView"}) as unknown as TypedDocumentString<EditedSpaceViewFragment, unknown>;
export const OptionOfSpaceFragmentDoc = new TypedDocumentString(`
    fragment OptionOfSpace on PriceOption {
  __typename
  ...PriceOptionView
  space {
    __typename
    id
    options {
      __typename
      ...PriceOptionView
    }
  }
}
    fragment PriceOptionView on PriceOption {
  __typename
  id
  title
  measure
  quantity
  isMonthly
  price {
    __typename
    ...MoneyView
  }
}
fragment MoneyView on Money {
  __typename
  minorUnits
  currency
  digits
}`, {"fragmentName":"OptionOfSpace"}) as unknown as TypedDocumentString<OptionOfSpaceFragment, unknown>;
export const SpacePicturesFragmentDoc = new TypedDocumentString(`
    fragment SpacePictures on Space {
  __typename
  id
  pictures {
    __typename
    ...FileView
  }
}
    fragment FileView on File {
  __typename
  id
  name
  mediaType
  sizeBytes
  url
  width
  height
}`, {"fragmentName":"SpacePictures"}) as unknown as TypedDocumentString<SpacePicturesFragment, unknown>;
export const PlacementViewFragmentDoc = new TypedDocumentString(`
    fragment PlacementView on Placement {
  __typename
  id
  name
  slug
  kind
  ads {
    __typename
    weight
    isShown
    ad {
      __typename
      id
      name
      status
      order {
        __typename
        id
        number
      }
    }
  }
}
    `, {"fragmentName":"PlacementView"}) as unknown as TypedDocumentString<PlacementViewFragment, unknown>;
export const OwnSpaceFragmentDoc = new TypedDocumentString(`
    fragment OwnSpace on Space {
  __typename
  id
  title
  kind
  status
  takenDownAt
  takenDownReason
  pictures {
    __typename
    ...FileView
  }
  options {
    __typename
    ...PriceOptionView
  }
}
    fragment PriceOptionView on PriceOption {
  __typename
  id
  title
  measure
  quantity
  isMonthly
  price {
    __typename
    ...MoneyView
  }
}
fragment MoneyView on Money {
  __typename
  minorUnits
  currency
  digits
}
fragment FileView on File {
  __typename
  id
  name
  mediaType
  sizeBytes
  url
  width
  height
}`, {"fragmentName":"OwnSpace"}) as unknown as TypedDocumentString<OwnSpaceFragment, unknown>;
export const InboxOrderFragmentDoc = new TypedDocumentString(`
    fragment InboxOrder on Order {
  __typename
  id
  number
  status
  statusTitle
  needsAttention
  unreadCount
  lastActivityAt
  viewerRole
  advertiser {
    __typename
    id
    name
  }
  seller {
    __typename
    id
    name
  }
  timeline(last: 5) {
    __typename
    nodes {
      __typename
      id
      number
      type
      title
      occurredAt
      actorRole
      actor {
        __typename
        id
        name
      }
      message {
        __typename
        id
        text
        deletedAt
      }
    }
  }
}
    `, {"fragmentName":"InboxOrder"}) as unknown as TypedDocumentString<InboxOrderFragment, unknown>;
export const AccountSettingsViewFragmentDoc = new TypedDocumentString(`
    fragment AccountSettingsView on Account {
  __typename
  id
  name
  legalName
  address
  taxId
  website
  phone
  about
  paymentInstructions
  contactEmail
  adSetupEmails
  logo {
    __typename
    ...FileView
  }
}
    fragment FileView on File {
  __typename
  id
  name
  mediaType
  sizeBytes
  url
  width
  height
}`, {"fragmentName":"AccountSettingsView"}) as unknown as TypedDocumentString<AccountSettingsViewFragment, unknown>;
export const AccountProfileDocument = new TypedDocumentString(`
    query AccountProfile($accountId: ID!) {
  node(id: $accountId) {
    __typename
    id
    ... on Account {
      __typename
      name
      about
      website
      suspendedAt
      suspendedReason
      logo {
        __typename
        ...FileView
      }
      profile {
        __typename
        ...AccountRecord
      }
    }
  }
}
    fragment AccountRecord on SellerProfile {
  __typename
  completedOrderCount
  ratingAverage
  ratingCount
  responseTime {
    __typename
    medianSeconds
    orderCount
  }
  metrics {
    __typename
    answerCount
    averageTraffic
    averageLeads
    averageConversions
  }
}
fragment FileView on File {
  __typename
  id
  name
  mediaType
  sizeBytes
  url
  width
  height
}`, {"hash":"41e3af1b068e498c23351b9351fd783ac0fce7800ba3fd2d2915ff8b1f15d34d"}) as unknown as TypedDocumentString<AccountProfileQuery, AccountProfileQueryVariables>;
export const AccountSpacesDocument = new TypedDocumentString(`
    query AccountSpaces($accountId: ID!, $first: Int!, $after: String) {
  spaces(filter: {sellerId: $accountId}, first: $first, after: $after) {
    __typename
    nodes {
      __typename
      ...SpaceCard
    }
    pageInfo {
      __typename
      hasNextPage
      endCursor
    }
  }
}
    fragment SpaceCard on Space {
  __typename
  id
  title
  description
  kind
  seller {
    __typename
    id
    name
  }
  pictures {
    __typename
    ...FileView
  }
  options {
    __typename
    ...PriceOptionView
  }
}
fragment PriceOptionView on PriceOption {
  __typename
  id
  title
  measure
  quantity
  isMonthly
  price {
    __typename
    ...MoneyView
  }
}
fragment MoneyView on Money {
  __typename
  minorUnits
  currency
  digits
}
fragment FileView on File {
  __typename
  id
  name
  mediaType
  sizeBytes
  url
  width
  height
}`, {"hash":"a00c710d3884b9996deaf33f2e5681d61fd03f6521a2e9015630cc3a618c1b02"}) as unknown as TypedDocumentString<AccountSpacesQuery, AccountSpacesQueryVariables>;
export const AccountRatingsDocument = new TypedDocumentString(`
    query AccountRatings($accountId: ID!, $first: Int!, $after: String) {
  sellerProfile(accountId: $accountId) {
    __typename
    ratings(first: $first, after: $after) {
      __typename
      nodes {
        __typename
        id
        raterName
        stars
        text
        publishedAt
      }
      pageInfo {
        __typename
        hasNextPage
        endCursor
      }
    }
  }
}
    `, {"hash":"3a83b788c85dae304a9ef1896c3c6ff83045032ff2f612a10a022321c8d00bc1"}) as unknown as TypedDocumentString<AccountRatingsQuery, AccountRatingsQueryVariables>;
export const BrandDocument = new TypedDocumentString(`
    query Brand {
  marketplace {
    __typename
    id
    name
    primaryColor
    primaryTextColor
    contactEmail
    privacyUrl
    logo {
      __typename
      ...FileView
    }
    terms {
      __typename
      url
      version
      publishedAt
    }
  }
}
    fragment FileView on File {
  __typename
  id
  name
  mediaType
  sizeBytes
  url
  width
  height
}`, {"hash":"fa8456a475862635112eb2b5a45fce705c92a4a0a7d3ca0433de2b27d4ee0224"}) as unknown as TypedDocumentString<BrandQuery, BrandQueryVariables>;
export const CatalogueDocument = new TypedDocumentString(`
    query Catalogue($filter: SpaceFilter, $sort: SpaceSort!, $first: Int!, $after: String) {
  spaces(filter: $filter, sort: $sort, first: $first, after: $after) {
    __typename
    nodes {
      __typename
      ...SpaceCard
    }
    pageInfo {
      __typename
      hasNextPage
      endCursor
    }
  }
}
    fragment SpaceCard on Space {
  __typename
  id
  title
  description
  kind
  seller {
    __typename
    id
    name
  }
  pictures {
    __typename
    ...FileView
  }
  options {
    __typename
    ...PriceOptionView
  }
}
fragment PriceOptionView on PriceOption {
  __typename
  id
  title
  measure
  quantity
  isMonthly
  price {
    __typename
    ...MoneyView
  }
}
fragment MoneyView on Money {
  __typename
  minorUnits
  currency
  digits
}
fragment FileView on File {
  __typename
  id
  name
  mediaType
  sizeBytes
  url
  width
  height
}`, {"hash":"fb66ccc6365098326b3e4150050fb881ea4c6faf7f594cf0eeb135903bede81b"}) as unknown as TypedDocumentString<CatalogueQuery, CatalogueQueryVariables>;
export const CatalogueFacetsDocument = new TypedDocumentString(`
    query CatalogueFacets($filter: SpaceFilter) {
  spaces(filter: $filter, first: 1) {
    __typename
    totalCount
    facets {
      __typename
      kinds {
        __typename
        value
        count
      }
      languages {
        __typename
        value
        count
      }
      countries {
        __typename
        value
        count
      }
      currencies {
        __typename
        value
        count
      }
      monthly {
        __typename
        value
        count
      }
    }
  }
}
    `, {"hash":"d5b577d91604b6b42c35c7783b9e75299cfd297eb2c32d42899321dde079c74a"}) as unknown as TypedDocumentString<CatalogueFacetsQuery, CatalogueFacetsQueryVariables>;
export const DeskQueueDocument = new TypedDocumentString(`
    query DeskQueue($first: Int!, $after: String) {
  operatorQueueCount
  operatorQueue(first: $first, after: $after) {
    __typename
    nodes {
      __typename
      since
      subject {
        __typename
        ... on Order {
          __typename
          id
          number
          brief
          advertiser {
            __typename
            id
            name
          }
          seller {
            __typename
            id
            name
          }
        }
        ... on PaymentException {
          __typename
          ...PaymentExceptionView
        }
        ... on Report {
          __typename
          ...ReportView
        }
      }
    }
    pageInfo {
      __typename
      hasNextPage
      endCursor
    }
  }
}
    fragment ReportView on Report {
  __typename
  id
  reason
  text
  status
  createdAt
  resolvedAt
  outcome
  note
  subjectType
  subjectId
  reporter {
    __typename
    id
    name
    email
  }
}
fragment PaymentExceptionView on PaymentException {
  __typename
  id
  kind
  createdAt
  reference
  movementStatus: status
  mismatch: reason
  amount {
    __typename
    ...MoneyView
  }
  order {
    __typename
    id
    number
  }
}
fragment MoneyView on Money {
  __typename
  minorUnits
  currency
  digits
}`, {"hash":"c7853209b923fb1ccbfa242bc1b320db71de1b197b3c26f3d0de39cea5c50a98"}) as unknown as TypedDocumentString<DeskQueueQuery, DeskQueueQueryVariables>;
export const DeskReportsDocument = new TypedDocumentString(`
    query DeskReports($status: ReportStatus, $first: Int!, $after: String) {
  reports(status: $status, first: $first, after: $after) {
    __typename
    nodes {
      __typename
      ...ReportView
    }
    pageInfo {
      __typename
      hasNextPage
      endCursor
    }
  }
}
    fragment ReportView on Report {
  __typename
  id
  reason
  text
  status
  createdAt
  resolvedAt
  outcome
  note
  subjectType
  subjectId
  reporter {
    __typename
    id
    name
    email
  }
}`, {"hash":"bcc872b6a43786916b282aec89f97e6fa816a870cce04e14bed74b75d6e09876"}) as unknown as TypedDocumentString<DeskReportsQuery, DeskReportsQueryVariables>;
export const DeskReportSubjectDocument = new TypedDocumentString(`
    query DeskReportSubject($id: ID!) {
  node(id: $id) {
    __typename
    id
    ... on Account {
      __typename
      name
      suspendedAt
      suspendedReason
    }
    ... on Space {
      __typename
      title
      description
      takenDownAt
      takenDownReason
      seller {
        __typename
        id
        name
      }
    }
    ... on Ad {
      __typename
      name
      targetUrl
      takenDownAt
      takenDownReason
      order {
        __typename
        id
        number
      }
    }
    ... on Message {
      __typename
      text
      deletedAt
      author {
        __typename
        id
        name
        suspendedAt
        suspendedReason
      }
      messageOrder: order {
        __typename
        id
        number
      }
    }
  }
}
    `, {"hash":"3a4e558dfac3944ad9853fb5f920bbc703320f350ba0395eefbd402a79b57521"}) as unknown as TypedDocumentString<DeskReportSubjectQuery, DeskReportSubjectQueryVariables>;
export const ResolveReportDocument = new TypedDocumentString(`
    mutation ResolveReport($input: ResolveReportInput!) {
  resolveReport(input: $input) {
    __typename
    ... on Report {
      __typename
      id
      status
      outcome
      note
      resolvedAt
    }
    ...RefusalView
  }
}
    fragment RefusalView on Refusal {
  __typename
  code
  message
  recovery
  ... on InputInvalid {
    __typename
    problems {
      __typename
      field
      message
    }
  }
}`, {"hash":"00e3066d01189de0c4d8d27e07f59390fb36fc6ce89bd7b7a5fa38717974168e"}) as unknown as TypedDocumentString<ResolveReportMutation, ResolveReportMutationVariables>;
export const ResolvePaymentExceptionDocument = new TypedDocumentString(`
    mutation ResolvePaymentException($input: ResolvePaymentExceptionInput!) {
  resolvePaymentException(input: $input) {
    __typename
    ... on PaymentException {
      __typename
      ...PaymentExceptionView
    }
    ...RefusalView
  }
}
    fragment RefusalView on Refusal {
  __typename
  code
  message
  recovery
  ... on InputInvalid {
    __typename
    problems {
      __typename
      field
      message
    }
  }
}
fragment PaymentExceptionView on PaymentException {
  __typename
  id
  kind
  createdAt
  reference
  movementStatus: status
  mismatch: reason
  amount {
    __typename
    ...MoneyView
  }
  order {
    __typename
    id
    number
  }
}
fragment MoneyView on Money {
  __typename
  minorUnits
  currency
  digits
}`, {"hash":"89003ca428e8c6f778cf1a2dc1936d1f6964d9208338509dd9c6a48313d34861"}) as unknown as TypedDocumentString<ResolvePaymentExceptionMutation, ResolvePaymentExceptionMutationVariables>;
export const DeskAccountsDocument = new TypedDocumentString(`
    query DeskAccounts($text: String, $isSuspended: Boolean, $isClosed: Boolean, $first: Int!, $after: String) {
  accounts(
    text: $text
    isSuspended: $isSuspended
    isClosed: $isClosed
    first: $first
    after: $after
  ) {
    __typename
    nodes {
      __typename
      id
      name
      contactEmail
      createdAt
      suspendedAt
      suspendedReason
      closedAt
      isOperator
    }
    pageInfo {
      __typename
      hasNextPage
      endCursor
    }
  }
}
    `, {"hash":"9785d74ecabc25e0968eb3faa2417703b543d7fe14f38b9fc366fe13784baddd"}) as unknown as TypedDocumentString<DeskAccountsQuery, DeskAccountsQueryVariables>;
export const DeskAccountDocument = new TypedDocumentString(`
    query DeskAccount($id: ID!) {
  node(id: $id) {
    __typename
    id
    ... on Account {
      __typename
      name
      about
      address
      closedAt
      contactEmail
      createdAt
      isOperator
      legalName
      paymentInstructions
      phone
      suspendedAt
      suspendedReason
      taxId
      website
      members {
        __typename
        ...MemberFacts
      }
      profile {
        __typename
        completedOrderCount
        ratingAverage
        ratingCount
      }
    }
  }
}
    fragment MemberFacts on AccountMembership {
  __typename
  role
  email
  joinedAt
  person {
    __typename
    id
    name
  }
}`, {"hash":"ef3d7c1d924e2b8239009c8f46d9b2bdc1e257a4d0ef117454041b1907458f2d"}) as unknown as TypedDocumentString<DeskAccountQuery, DeskAccountQueryVariables>;
export const DeskAuditLogDocument = new TypedDocumentString(`
    query DeskAuditLog($subjectId: ID, $first: Int!, $after: String) {
  auditLog(subjectId: $subjectId, first: $first, after: $after) {
    __typename
    nodes {
      __typename
      id
      at
      action
      reason
      details
      subjectType
      subjectId
      person {
        __typename
        id
        name
      }
    }
    pageInfo {
      __typename
      hasNextPage
      endCursor
    }
  }
}
    `, {"hash":"f4c4771463647d90dc9ee93781c7ebd52d7eafeec6997899d604a6ab63022d22"}) as unknown as TypedDocumentString<DeskAuditLogQuery, DeskAuditLogQueryVariables>;
export const DeskOperatorsDocument = new TypedDocumentString(`
    query DeskOperators {
  viewer {
    __typename
    id
    isOperator
    members {
      __typename
      ...MemberFacts
    }
  }
}
    fragment MemberFacts on AccountMembership {
  __typename
  role
  email
  joinedAt
  person {
    __typename
    id
    name
  }
}`, {"hash":"248a507d38f34a211e7e8e2cdec4146534caf825ec6d510864b3db9c916ff484"}) as unknown as TypedDocumentString<DeskOperatorsQuery, DeskOperatorsQueryVariables>;
export const AddOperatorDocument = new TypedDocumentString(`
    mutation AddOperator($input: AddOperatorInput!) {
  addOperator(input: $input) {
    __typename
    ... on Person {
      __typename
      id
      name
    }
    ...RefusalView
  }
}
    fragment RefusalView on Refusal {
  __typename
  code
  message
  recovery
  ... on InputInvalid {
    __typename
    problems {
      __typename
      field
      message
    }
  }
}`, {"hash":"d31339b47e2c82904f04a1a1a46cdb7397b95f21795a9fe1c5b17f1c486e0944"}) as unknown as TypedDocumentString<AddOperatorMutation, AddOperatorMutationVariables>;
export const RemoveOperatorDocument = new TypedDocumentString(`
    mutation RemoveOperator($input: RemoveOperatorInput!) {
  removeOperator(input: $input) {
    __typename
    ... on Person {
      __typename
      id
      name
    }
    ...RefusalView
  }
}
    fragment RefusalView on Refusal {
  __typename
  code
  message
  recovery
  ... on InputInvalid {
    __typename
    problems {
      __typename
      field
      message
    }
  }
}`, {"hash":"a127e4733528ce954ba331a541fd638d215eaebca1612fccf6f7d95b6143f55f"}) as unknown as TypedDocumentString<RemoveOperatorMutation, RemoveOperatorMutationVariables>;
export const DeskMarketplaceDocument = new TypedDocumentString(`
    query DeskMarketplace {
  marketplace {
    __typename
    ...MarketplaceSettings
  }
}
    fragment MarketplaceSettings on Marketplace {
  __typename
  id
  revision
  name
  primaryColor
  primaryTextColor
  contactEmail
  privacyUrl
  senderName
  senderAddress
  languages
  currencies
  feeBasisPoints
  signUp
  logo {
    __typename
    ...FileView
  }
  terms {
    __typename
    url
    version
    publishedAt
  }
}
fragment FileView on File {
  __typename
  id
  name
  mediaType
  sizeBytes
  url
  width
  height
}`, {"hash":"4d56ec52be072b811a8652688f6647c4bd75a2bfa6eea6a4e30eee411251048e"}) as unknown as TypedDocumentString<DeskMarketplaceQuery, DeskMarketplaceQueryVariables>;
export const UpdateMarketplaceDocument = new TypedDocumentString(`
    mutation UpdateMarketplace($input: UpdateMarketplaceInput!) {
  updateMarketplace(input: $input) {
    __typename
    ...MarketplaceSettings
    ...RefusalView
  }
}
    fragment RefusalView on Refusal {
  __typename
  code
  message
  recovery
  ... on InputInvalid {
    __typename
    problems {
      __typename
      field
      message
    }
  }
}
fragment MarketplaceSettings on Marketplace {
  __typename
  id
  revision
  name
  primaryColor
  primaryTextColor
  contactEmail
  privacyUrl
  senderName
  senderAddress
  languages
  currencies
  feeBasisPoints
  signUp
  logo {
    __typename
    ...FileView
  }
  terms {
    __typename
    url
    version
    publishedAt
  }
}
fragment FileView on File {
  __typename
  id
  name
  mediaType
  sizeBytes
  url
  width
  height
}`, {"hash":"cedf3e9898109549b62c9e0654c58e28f650bde95e265a475275630566e941db"}) as unknown as TypedDocumentString<UpdateMarketplaceMutation, UpdateMarketplaceMutationVariables>;
export const RequestUploadDocument = new TypedDocumentString(`
    mutation RequestUpload($input: RequestUploadInput!) {
  requestUpload(input: $input) {
    __typename
    ... on UploadTarget {
      __typename
      fileId
      url
    }
    ...RefusalView
  }
}
    fragment RefusalView on Refusal {
  __typename
  code
  message
  recovery
  ... on InputInvalid {
    __typename
    problems {
      __typename
      field
      message
    }
  }
}`, {"hash":"8634957dca3c23e95d48e3df5dcb948abc4a85c3348eff663e2c69d1fc676650"}) as unknown as TypedDocumentString<RequestUploadMutation, RequestUploadMutationVariables>;
export const InboxDocument = new TypedDocumentString(`
    query Inbox($filter: OrderFilter, $first: Int!, $after: String) {
  orders(filter: $filter, first: $first, after: $after) {
    __typename
    nodes {
      __typename
      ...InboxOrder
    }
    pageInfo {
      __typename
      hasNextPage
      endCursor
    }
  }
}
    fragment InboxOrder on Order {
  __typename
  id
  number
  status
  statusTitle
  needsAttention
  unreadCount
  lastActivityAt
  viewerRole
  advertiser {
    __typename
    id
    name
  }
  seller {
    __typename
    id
    name
  }
  timeline(last: 5) {
    __typename
    nodes {
      __typename
      id
      number
      type
      title
      occurredAt
      actorRole
      actor {
        __typename
        id
        name
      }
      message {
        __typename
        id
        text
        deletedAt
      }
    }
  }
}`, {"hash":"b471b4a641bba789884f3baf8989c157f32ad606fb4081381a2b8b2c6810750c"}) as unknown as TypedDocumentString<InboxQuery, InboxQueryVariables>;
export const InvitationDocument = new TypedDocumentString(`
    query Invitation($token: String!) {
  invitation(token: $token) {
    __typename
    id
    email
    role
    status
    expiresAt
    account {
      __typename
      id
      name
    }
    invitedBy {
      __typename
      id
      name
    }
  }
}
    `, {"hash":"888406b3ea4bf7edbc03e363144e9f9cf06392a02814a855bfbabda4afc494af"}) as unknown as TypedDocumentString<InvitationQuery, InvitationQueryVariables>;
export const ReportSubjectDocument = new TypedDocumentString(`
    mutation ReportSubject($input: ReportInput!) {
  report(input: $input) {
    __typename
    ... on Report {
      __typename
      id
      status
    }
    ...RefusalView
  }
}
    fragment RefusalView on Refusal {
  __typename
  code
  message
  recovery
  ... on InputInvalid {
    __typename
    problems {
      __typename
      field
      message
    }
  }
}`, {"hash":"b10883569000a48ceb775551282165e6bf3e241cb0ffa675ac2c84ab1fd6f2f1"}) as unknown as TypedDocumentString<ReportSubjectMutation, ReportSubjectMutationVariables>;
export const SuspendAccountDocument = new TypedDocumentString(`
    mutation SuspendAccount($input: SuspendAccountInput!) {
  suspendAccount(input: $input) {
    __typename
    ...SuspensionView
    ...RefusalView
  }
}
    fragment RefusalView on Refusal {
  __typename
  code
  message
  recovery
  ... on InputInvalid {
    __typename
    problems {
      __typename
      field
      message
    }
  }
}
fragment SuspensionView on Account {
  __typename
  id
  suspendedAt
  suspendedReason
}`, {"hash":"38cbb8ded70af78001a2bb02930e6fd786485ff9d12e9779ef7ecb05fa6d8f4b"}) as unknown as TypedDocumentString<SuspendAccountMutation, SuspendAccountMutationVariables>;
export const ReinstateAccountDocument = new TypedDocumentString(`
    mutation ReinstateAccount($input: ReinstateAccountInput!) {
  reinstateAccount(input: $input) {
    __typename
    ...SuspensionView
    ...RefusalView
  }
}
    fragment RefusalView on Refusal {
  __typename
  code
  message
  recovery
  ... on InputInvalid {
    __typename
    problems {
      __typename
      field
      message
    }
  }
}
fragment SuspensionView on Account {
  __typename
  id
  suspendedAt
  suspendedReason
}`, {"hash":"4e6c208c71e7c87515371d7c143b91ceee212b4df1ff07c445446f6aa0a75034"}) as unknown as TypedDocumentString<ReinstateAccountMutation, ReinstateAccountMutationVariables>;
export const TakeDownSpaceDocument = new TypedDocumentString(`
    mutation TakeDownSpace($input: TakeDownSpaceInput!) {
  takeDownSpace(input: $input) {
    __typename
    ...SpaceModerationView
    ...RefusalView
  }
}
    fragment RefusalView on Refusal {
  __typename
  code
  message
  recovery
  ... on InputInvalid {
    __typename
    problems {
      __typename
      field
      message
    }
  }
}
fragment SpaceModerationView on Space {
  __typename
  id
  takenDownAt
  takenDownReason
}`, {"hash":"3ab379f680a9f4ce560def9bed8030317b8def0926a16acc5abc64bcb464d5e9"}) as unknown as TypedDocumentString<TakeDownSpaceMutation, TakeDownSpaceMutationVariables>;
export const RestoreSpaceDocument = new TypedDocumentString(`
    mutation RestoreSpace($input: RestoreSpaceInput!) {
  restoreSpace(input: $input) {
    __typename
    ...SpaceModerationView
    ...RefusalView
  }
}
    fragment RefusalView on Refusal {
  __typename
  code
  message
  recovery
  ... on InputInvalid {
    __typename
    problems {
      __typename
      field
      message
    }
  }
}
fragment SpaceModerationView on Space {
  __typename
  id
  takenDownAt
  takenDownReason
}`, {"hash":"e5836bae47e642151214aa37587017daa0da314665be8093005f2b93f7b46c55"}) as unknown as TypedDocumentString<RestoreSpaceMutation, RestoreSpaceMutationVariables>;
export const TakeDownAdDocument = new TypedDocumentString(`
    mutation TakeDownAd($input: TakeDownAdInput!) {
  takeDownAd(input: $input) {
    __typename
    ...AdModerationView
    ...RefusalView
  }
}
    fragment RefusalView on Refusal {
  __typename
  code
  message
  recovery
  ... on InputInvalid {
    __typename
    problems {
      __typename
      field
      message
    }
  }
}
fragment AdModerationView on Ad {
  __typename
  id
  takenDownAt
  takenDownReason
}`, {"hash":"d9be6f4313389aff0a3d11ede1f4c4e8d6d0373b2b641dddcb4262d736059054"}) as unknown as TypedDocumentString<TakeDownAdMutation, TakeDownAdMutationVariables>;
export const RestoreAdDocument = new TypedDocumentString(`
    mutation RestoreAd($input: RestoreAdInput!) {
  restoreAd(input: $input) {
    __typename
    ...AdModerationView
    ...RefusalView
  }
}
    fragment RefusalView on Refusal {
  __typename
  code
  message
  recovery
  ... on InputInvalid {
    __typename
    problems {
      __typename
      field
      message
    }
  }
}
fragment AdModerationView on Ad {
  __typename
  id
  takenDownAt
  takenDownReason
}`, {"hash":"74628fd08cf464f21a1e099ab1e200600057e1b04323686933d9bd8db00222d7"}) as unknown as TypedDocumentString<RestoreAdMutation, RestoreAdMutationVariables>;
export const AdResultsDocument = new TypedDocumentString(`
    query AdResults($id: ID!, $from: Date!, $to: Date!) {
  ad(id: $id) {
    __typename
    id
    dailyResults(from: $from, to: $to) {
      __typename
      day
      impressions
      clicks
    }
  }
}
    `, {"hash":"e65403da7997ba8f7b0bb2afd49fe97c0b2c2e4ff42995520e581e2beff216fa"}) as unknown as TypedDocumentString<AdResultsQuery, AdResultsQueryVariables>;
export const OrderPageDocument = new TypedDocumentString(`
    query OrderPage($number: Int!) {
  order(number: $number) {
    __typename
    ...OrderHeader
    ...OrderDetails
    cursor
    timeline(last: 50) {
      __typename
      nodes {
        __typename
        ...EntryView
      }
      pageInfo {
        __typename
        hasPreviousPage
        startCursor
      }
    }
    readMarkers {
      __typename
      role
      readUpTo
      deliveredUpTo
    }
  }
}
    fragment OrderDetails on Order {
  __typename
  id
  brief
  createdAt
  paymentMethod
  total {
    __typename
    ...MoneyView
  }
  advertiser {
    __typename
    ...PartyView
  }
  seller {
    __typename
    ...PartyView
  }
  items {
    __typename
    title
    startsOn
    endsOn
    price {
      __typename
      ...MoneyView
    }
  }
}
fragment PartyView on Account {
  __typename
  id
  name
  legalName
  address
  website
  phone
}
fragment EntryView on TimelineEntry {
  __typename
  id
  number
  type
  occurredAt
  cursor
  actorRole
  idempotencyKey
  isOverride
  fromStatus
  toStatus
  title
  details {
    __typename
    name
    title
    kind
    text
    money {
      __typename
      ...MoneyView
    }
  }
  files {
    __typename
    ...FileView
  }
  actor {
    __typename
    id
    name
  }
  person {
    __typename
    id
    name
  }
  message {
    __typename
    ...MessageView
  }
  ad {
    __typename
    id
    name
  }
}
fragment MessageView on Message {
  __typename
  id
  number
  text
  createdAt
  editedAt
  deletedAt
  authorRole
  author {
    __typename
    id
    name
  }
  attachments {
    __typename
    ...FileView
  }
  replyTo {
    __typename
    id
    number
    text
    deletedAt
    author {
      __typename
      id
      name
    }
  }
}
fragment OrderHeader on Order {
  __typename
  id
  number
  revision
  status
  statusTitle
  progress
  paymentStatus
  proofStatus
  reviewStatus
  surveyStatus
  viewerRole
  waitingOn
  awaitedActions {
    __typename
    role
    title
    step
    until
    outcome
  }
  statusSince
  promisedFor
  needsAttention
  lastActivityAt
  nextSteps {
    __typename
    step
    title
  }
  actions {
    __typename
    ...ActionView
  }
}
fragment ActionView on OrderAction {
  __typename
  step
  title
  isAllowed
  blockedReason
  blockedReasonCode
  isFinal
  requiresOneOf
  fields {
    __typename
    ...StepFieldView
  }
}
fragment StepFieldView on StepField {
  __typename
  name
  title
  description
  kind
  isRequired
  maxLength
  minValue
  maxValue
  maxCount
  typeName
  options {
    __typename
    value
    title
    description
  }
}
fragment MoneyView on Money {
  __typename
  minorUnits
  currency
  digits
}
fragment FileView on File {
  __typename
  id
  name
  mediaType
  sizeBytes
  url
  width
  height
}`, {"hash":"eece1d92f0ea266999d54e822f2a06cc2ec30755cbeac844d436f795a397fa3b"}) as unknown as TypedDocumentString<OrderPageQuery, OrderPageQueryVariables>;
export const EarlierEntriesDocument = new TypedDocumentString(`
    query EarlierEntries($id: ID!, $before: String!) {
  order(id: $id) {
    __typename
    id
    timeline(last: 50, before: $before) {
      __typename
      nodes {
        __typename
        ...EntryView
      }
      pageInfo {
        __typename
        hasPreviousPage
        startCursor
      }
    }
  }
}
    fragment EntryView on TimelineEntry {
  __typename
  id
  number
  type
  occurredAt
  cursor
  actorRole
  idempotencyKey
  isOverride
  fromStatus
  toStatus
  title
  details {
    __typename
    name
    title
    kind
    text
    money {
      __typename
      ...MoneyView
    }
  }
  files {
    __typename
    ...FileView
  }
  actor {
    __typename
    id
    name
  }
  person {
    __typename
    id
    name
  }
  message {
    __typename
    ...MessageView
  }
  ad {
    __typename
    id
    name
  }
}
fragment MessageView on Message {
  __typename
  id
  number
  text
  createdAt
  editedAt
  deletedAt
  authorRole
  author {
    __typename
    id
    name
  }
  attachments {
    __typename
    ...FileView
  }
  replyTo {
    __typename
    id
    number
    text
    deletedAt
    author {
      __typename
      id
      name
    }
  }
}
fragment MoneyView on Money {
  __typename
  minorUnits
  currency
  digits
}
fragment FileView on File {
  __typename
  id
  name
  mediaType
  sizeBytes
  url
  width
  height
}`, {"hash":"923b96e68d0110507fb50b5a89ac6676cf4f3b3687b4cee7881b2b11c77b2d6a"}) as unknown as TypedDocumentString<EarlierEntriesQuery, EarlierEntriesQueryVariables>;
export const OrderEventsDocument = new TypedDocumentString(`
    subscription OrderEvents($orderId: ID!, $after: String) {
  orderTimeline(orderId: $orderId, after: $after, ephemeralEvents: true) {
    __typename
    ... on TimelineEntryAdded {
      __typename
      cursor
      entry {
        __typename
        ...EntryView
      }
      order {
        __typename
        ...OrderHeader
      }
    }
    ... on TimelineReset {
      __typename
      cursor
      reason
    }
    ... on TypingChanged {
      __typename
      role
      isTyping
    }
    ... on PresenceChanged {
      __typename
      role
      isPresent
    }
    ... on ReadMarkerMoved {
      __typename
      role
      kind
      upTo
    }
    ...RefusalView
  }
}
    fragment RefusalView on Refusal {
  __typename
  code
  message
  recovery
  ... on InputInvalid {
    __typename
    problems {
      __typename
      field
      message
    }
  }
}
fragment EntryView on TimelineEntry {
  __typename
  id
  number
  type
  occurredAt
  cursor
  actorRole
  idempotencyKey
  isOverride
  fromStatus
  toStatus
  title
  details {
    __typename
    name
    title
    kind
    text
    money {
      __typename
      ...MoneyView
    }
  }
  files {
    __typename
    ...FileView
  }
  actor {
    __typename
    id
    name
  }
  person {
    __typename
    id
    name
  }
  message {
    __typename
    ...MessageView
  }
  ad {
    __typename
    id
    name
  }
}
fragment MessageView on Message {
  __typename
  id
  number
  text
  createdAt
  editedAt
  deletedAt
  authorRole
  author {
    __typename
    id
    name
  }
  attachments {
    __typename
    ...FileView
  }
  replyTo {
    __typename
    id
    number
    text
    deletedAt
    author {
      __typename
      id
      name
    }
  }
}
fragment OrderHeader on Order {
  __typename
  id
  number
  revision
  status
  statusTitle
  progress
  paymentStatus
  proofStatus
  reviewStatus
  surveyStatus
  viewerRole
  waitingOn
  awaitedActions {
    __typename
    role
    title
    step
    until
    outcome
  }
  statusSince
  promisedFor
  needsAttention
  lastActivityAt
  nextSteps {
    __typename
    step
    title
  }
  actions {
    __typename
    ...ActionView
  }
}
fragment ActionView on OrderAction {
  __typename
  step
  title
  isAllowed
  blockedReason
  blockedReasonCode
  isFinal
  requiresOneOf
  fields {
    __typename
    ...StepFieldView
  }
}
fragment StepFieldView on StepField {
  __typename
  name
  title
  description
  kind
  isRequired
  maxLength
  minValue
  maxValue
  maxCount
  typeName
  options {
    __typename
    value
    title
    description
  }
}
fragment MoneyView on Money {
  __typename
  minorUnits
  currency
  digits
}
fragment FileView on File {
  __typename
  id
  name
  mediaType
  sizeBytes
  url
  width
  height
}`, {"hash":"d4e644823b1144b3afe240e0c1385c38357b887424c61cdb7ccb236957e2d898"}) as unknown as TypedDocumentString<OrderEventsSubscription, OrderEventsSubscriptionVariables>;
export const SendMessageDocument = new TypedDocumentString(`
    mutation SendMessage($input: SendMessageInput!) {
  sendMessage(input: $input) {
    __typename
    ... on Message {
      __typename
      id
    }
    ...RefusalView
  }
}
    fragment RefusalView on Refusal {
  __typename
  code
  message
  recovery
  ... on InputInvalid {
    __typename
    problems {
      __typename
      field
      message
    }
  }
}`, {"hash":"de7052e0cab544de490565c752c2857df2e44cde23e300aa6e2d7e0e27e5dc20"}) as unknown as TypedDocumentString<SendMessageMutation, SendMessageMutationVariables>;
export const UpdateMessageDocument = new TypedDocumentString(`
    mutation UpdateMessage($input: UpdateMessageInput!) {
  updateMessage(input: $input) {
    __typename
    ...MessageView
    ...RefusalView
  }
}
    fragment RefusalView on Refusal {
  __typename
  code
  message
  recovery
  ... on InputInvalid {
    __typename
    problems {
      __typename
      field
      message
    }
  }
}
fragment MessageView on Message {
  __typename
  id
  number
  text
  createdAt
  editedAt
  deletedAt
  authorRole
  author {
    __typename
    id
    name
  }
  attachments {
    __typename
    ...FileView
  }
  replyTo {
    __typename
    id
    number
    text
    deletedAt
    author {
      __typename
      id
      name
    }
  }
}
fragment FileView on File {
  __typename
  id
  name
  mediaType
  sizeBytes
  url
  width
  height
}`, {"hash":"ccc85f1956c2cecd69a73a31af8258b3a02270d4cf907412c1f209627e7c0f00"}) as unknown as TypedDocumentString<UpdateMessageMutation, UpdateMessageMutationVariables>;
export const DeleteMessageDocument = new TypedDocumentString(`
    mutation DeleteMessage($input: DeleteMessageInput!) {
  deleteMessage(input: $input) {
    __typename
    ...MessageView
    ...RefusalView
  }
}
    fragment RefusalView on Refusal {
  __typename
  code
  message
  recovery
  ... on InputInvalid {
    __typename
    problems {
      __typename
      field
      message
    }
  }
}
fragment MessageView on Message {
  __typename
  id
  number
  text
  createdAt
  editedAt
  deletedAt
  authorRole
  author {
    __typename
    id
    name
  }
  attachments {
    __typename
    ...FileView
  }
  replyTo {
    __typename
    id
    number
    text
    deletedAt
    author {
      __typename
      id
      name
    }
  }
}
fragment FileView on File {
  __typename
  id
  name
  mediaType
  sizeBytes
  url
  width
  height
}`, {"hash":"8a4c697a9fe4d8c30129009e67e69d715b68385fe11c38c067e7228e16cfc2c0"}) as unknown as TypedDocumentString<DeleteMessageMutation, DeleteMessageMutationVariables>;
export const MarkReadDocument = new TypedDocumentString(`
    mutation MarkRead($input: MarkReadInput!) {
  markRead(input: $input) {
    __typename
    ... on Order {
      __typename
      id
      unreadCount
    }
    ...RefusalView
  }
}
    fragment RefusalView on Refusal {
  __typename
  code
  message
  recovery
  ... on InputInvalid {
    __typename
    problems {
      __typename
      field
      message
    }
  }
}`, {"hash":"1b42929c5506b764d9d2ceadaa44104954cb1e25decacbb6f45f5e9b152c0eae"}) as unknown as TypedDocumentString<MarkReadMutation, MarkReadMutationVariables>;
export const UpdateTypingStatusDocument = new TypedDocumentString(`
    mutation UpdateTypingStatus($input: UpdateTypingStatusInput!) {
  updateTypingStatus(input: $input) {
    __typename
    ... on TypingStatus {
      __typename
      expiresAt
    }
    ...RefusalView
  }
}
    fragment RefusalView on Refusal {
  __typename
  code
  message
  recovery
  ... on InputInvalid {
    __typename
    problems {
      __typename
      field
      message
    }
  }
}`, {"hash":"637e70ce755f59053614e5d6ef60ebac9e0319efe499ce8410f04b76a0a2c26a"}) as unknown as TypedDocumentString<UpdateTypingStatusMutation, UpdateTypingStatusMutationVariables>;
export const OrderPartsDocument = new TypedDocumentString(`
    query OrderParts($id: ID!) {
  order(id: $id) {
    __typename
    id
    ads {
      __typename
      ...AdView
    }
    setupLink {
      __typename
      createdAt
      expiresAt
    }
    amountPaid {
      __typename
      ...MoneyView
    }
    amountRefunded {
      __typename
      ...MoneyView
    }
    payments {
      __typename
      ...PaymentView
    }
    ratings {
      __typename
      id
      role
      raterName
      stars
      text
      publishedAt
    }
    metrics {
      __typename
      traffic
      leads
      conversions
      answeredAt
    }
    renewal {
      __typename
      status
      periodEndsAt
    }
    predecessor {
      __typename
      id
      number
    }
    successor {
      __typename
      id
      number
    }
  }
}
    fragment PaymentView on Payment {
  __typename
  id
  status
  method
  dueAt
  settledAt
  instructions
  checkoutUrl
  checkoutExpiresAt
  failureMessage
  amount {
    __typename
    ...MoneyView
  }
  receipts {
    __typename
    number
    issuedAt
    url
    amount {
      __typename
      ...MoneyView
    }
  }
}
fragment StepFieldView on StepField {
  __typename
  name
  title
  description
  kind
  isRequired
  maxLength
  minValue
  maxValue
  maxCount
  typeName
  options {
    __typename
    value
    title
    description
  }
}
fragment MoneyView on Money {
  __typename
  minorUnits
  currency
  digits
}
fragment FileView on File {
  __typename
  id
  name
  mediaType
  sizeBytes
  url
  width
  height
}
fragment AdView on Ad {
  __typename
  id
  name
  status
  html
  frameUrl
  targetUrl
  publishedAt
  endsAt
  impressions
  clicks
  takenDownAt
  takenDownReason
  image {
    __typename
    ...FileView
  }
  actions {
    __typename
    step
    title
    isAllowed
    blockedReason
    blockedReasonCode
    isFinal
    requiresOneOf
    fields {
      __typename
      ...StepFieldView
    }
  }
}`, {"hash":"435c0127517abb09466bc987225b592446baa6031486f949ae9a4f32e7f2622d"}) as unknown as TypedDocumentString<OrderPartsQuery, OrderPartsQueryVariables>;
export const RefreshPaymentLinkDocument = new TypedDocumentString(`
    mutation RefreshPaymentLink($input: RefreshPaymentLinkInput!) {
  refreshPaymentLink(input: $input) {
    __typename
    ... on Order {
      __typename
      id
      paymentStatus
    }
    ...RefusalView
  }
}
    fragment RefusalView on Refusal {
  __typename
  code
  message
  recovery
  ... on InputInvalid {
    __typename
    problems {
      __typename
      field
      message
    }
  }
}`, {"hash":"47468a63c5b745ab3cbcb2838cffc9e2d31b801eba34378adc24d0f3f3a2050e"}) as unknown as TypedDocumentString<RefreshPaymentLinkMutation, RefreshPaymentLinkMutationVariables>;
export const RotateSetupLinkDocument = new TypedDocumentString(`
    mutation RotateSetupLink($input: RotateSetupLinkInput!) {
  rotateSetupLink(input: $input) {
    __typename
    ... on Order {
      __typename
      id
      setupLink {
        __typename
        createdAt
        expiresAt
      }
    }
    ...RefusalView
  }
}
    fragment RefusalView on Refusal {
  __typename
  code
  message
  recovery
  ... on InputInvalid {
    __typename
    problems {
      __typename
      field
      message
    }
  }
}`, {"hash":"e42a4899e91fff31148bce78661c81aaaf0fda47e3e4b1d0d35437ac6393ec6c"}) as unknown as TypedDocumentString<RotateSetupLinkMutation, RotateSetupLinkMutationVariables>;
export const RevokeSetupLinkDocument = new TypedDocumentString(`
    mutation RevokeSetupLink($input: RevokeSetupLinkInput!) {
  revokeSetupLink(input: $input) {
    __typename
    ... on Order {
      __typename
      id
      setupLink {
        __typename
        createdAt
        expiresAt
      }
    }
    ...RefusalView
  }
}
    fragment RefusalView on Refusal {
  __typename
  code
  message
  recovery
  ... on InputInvalid {
    __typename
    problems {
      __typename
      field
      message
    }
  }
}`, {"hash":"d3b1ba10fabe63f018e8fc77782aacdd36ca0ef603e5b83345e85a4ee3efe25f"}) as unknown as TypedDocumentString<RevokeSetupLinkMutation, RevokeSetupLinkMutationVariables>;
export const PublishPreviewDocument = new TypedDocumentString(`
    query PublishPreview($adId: ID!, $placementId: ID) {
  ad(id: $adId) {
    __typename
    id
    publishPreview(placementId: $placementId) {
      __typename
      ... on PublishPreview {
        __typename
        endsAt
        assignment {
          __typename
          change
          otherAdCount
          placement {
            __typename
            id
            name
          }
          replacedAd {
            __typename
            id
            name
          }
        }
        deliveryGoal {
          __typename
          measure
          quantity
        }
      }
      ...RefusalView
    }
  }
}
    fragment RefusalView on Refusal {
  __typename
  code
  message
  recovery
  ... on InputInvalid {
    __typename
    problems {
      __typename
      field
      message
    }
  }
}`, {"hash":"b5ef82a812f000fca70e1ae593ee1ae026915eea52e95aa35ff83bdad4ef9672"}) as unknown as TypedDocumentString<PublishPreviewQuery, PublishPreviewQueryVariables>;
export const OrdersDocument = new TypedDocumentString(`
    query Orders($filter: OrderFilter, $first: Int!, $after: String) {
  orders(filter: $filter, first: $first, after: $after) {
    __typename
    nodes {
      __typename
      ...OrderRow
    }
    pageInfo {
      __typename
      hasNextPage
      endCursor
    }
  }
  attentionCounts {
    __typename
    asAdvertiser
    asSeller
    asOperator
  }
}
    fragment MoneyView on Money {
  __typename
  minorUnits
  currency
  digits
}
fragment OrderRow on Order {
  __typename
  id
  number
  status
  statusTitle
  progress
  needsAttention
  unreadCount
  lastActivityAt
  viewerRole
  total {
    __typename
    ...MoneyView
  }
  advertiser {
    __typename
    id
    name
  }
  seller {
    __typename
    id
    name
  }
  items {
    __typename
    title
  }
  nextSteps {
    __typename
    step
    title
  }
}`, {"hash":"cc8c79fbf5160178c352ab917679db22bc00e1c33bf6c1887e605ad8ec20df42"}) as unknown as TypedDocumentString<OrdersQuery, OrdersQueryVariables>;
export const PartnerApplicationsDocument = new TypedDocumentString(`
    query PartnerApplications($first: Int!, $after: String) {
  applications(first: $first, after: $after) {
    __typename
    nodes {
      __typename
      id
      name
      scopes
      createdAt
    }
    pageInfo {
      __typename
      hasNextPage
      endCursor
    }
  }
}
    `, {"hash":"6b09a7d226bb359d856b1bc2abc4cc118f240526198159c2daf2251122ffced5"}) as unknown as TypedDocumentString<PartnerApplicationsQuery, PartnerApplicationsQueryVariables>;
export const PartnerApplicationDocument = new TypedDocumentString(`
    query PartnerApplication($id: ID!) {
  node(id: $id) {
    __typename
    id
    ... on Application {
      __typename
      ...ApplicationView
    }
  }
}
    fragment ApplicationView on Application {
  __typename
  id
  name
  scopes
  createdAt
  keys {
    __typename
    id
    createdAt
    lastUsedAt
  }
  oauthClient {
    __typename
    clientId
    type
    redirectUris
  }
  quota {
    __typename
    capacity
    restoreRate
  }
  webhookEndpoints {
    __typename
    ...EndpointView
  }
}
fragment EndpointView on WebhookEndpoint {
  __typename
  id
  url
  isEnabled
  disabledReason
  failingSince
  createdAt
  document {
    __typename
    documentId
    operationName
  }
}`, {"hash":"55b5ed03bb9a3bc4344dd55be90d31850886072b14eb58a71e5754129e4c2a63"}) as unknown as TypedDocumentString<PartnerApplicationQuery, PartnerApplicationQueryVariables>;
export const PartnerOperationsDocument = new TypedDocumentString(`
    query PartnerOperations($applicationId: ID!, $after: String) {
  operationManifests(applicationId: $applicationId, first: 5, after: $after) {
    __typename
    nodes {
      __typename
      name
      version
      createdAt
      retiresAt
      documents {
        __typename
        documentId
        operationName
        kind
        cost
      }
    }
    pageInfo {
      __typename
      hasNextPage
      endCursor
    }
  }
}
    `, {"hash":"db983be7296bcfb2fe183f3589bb0ce9f081e06ee69c5cb8f943d25013db50df"}) as unknown as TypedDocumentString<PartnerOperationsQuery, PartnerOperationsQueryVariables>;
export const CreateApplicationDocument = new TypedDocumentString(`
    mutation CreateApplication($input: CreateApplicationInput!) {
  createApplication(input: $input) {
    __typename
    ... on Application {
      __typename
      id
      name
    }
    ...RefusalView
  }
}
    fragment RefusalView on Refusal {
  __typename
  code
  message
  recovery
  ... on InputInvalid {
    __typename
    problems {
      __typename
      field
      message
    }
  }
}`, {"hash":"7b3f7a21139bafd13cde239bfdee26804897b5e73b4552c4c44c5366f14d4cc1"}) as unknown as TypedDocumentString<CreateApplicationMutation, CreateApplicationMutationVariables>;
export const UpdateApplicationScopesDocument = new TypedDocumentString(`
    mutation UpdateApplicationScopes($input: UpdateApplicationScopesInput!) {
  updateApplicationScopes(input: $input) {
    __typename
    ... on Application {
      __typename
      id
      scopes
    }
    ...RefusalView
  }
}
    fragment RefusalView on Refusal {
  __typename
  code
  message
  recovery
  ... on InputInvalid {
    __typename
    problems {
      __typename
      field
      message
    }
  }
}`, {"hash":"c25e3560a8b1fefae326259ee4edf0162ed232f138b10239d85109c3874f11d1"}) as unknown as TypedDocumentString<UpdateApplicationScopesMutation, UpdateApplicationScopesMutationVariables>;
export const DeleteApplicationDocument = new TypedDocumentString(`
    mutation DeleteApplication($input: DeleteApplicationInput!) {
  deleteApplication(input: $input) {
    __typename
    ... on ApplicationDeleted {
      __typename
      id
    }
    ...RefusalView
  }
}
    fragment RefusalView on Refusal {
  __typename
  code
  message
  recovery
  ... on InputInvalid {
    __typename
    problems {
      __typename
      field
      message
    }
  }
}`, {"hash":"e3a57d9267bb3c49c791951f5070af9e5a900c0728be3866f9596c50a68115b2"}) as unknown as TypedDocumentString<DeleteApplicationMutation, DeleteApplicationMutationVariables>;
export const CreateApplicationKeyDocument = new TypedDocumentString(`
    mutation CreateApplicationKey($input: CreateApplicationKeyInput!) {
  createApplicationKey(input: $input) {
    __typename
    ... on ApplicationKeyCreated {
      __typename
      secret
    }
    ...RefusalView
  }
}
    fragment RefusalView on Refusal {
  __typename
  code
  message
  recovery
  ... on InputInvalid {
    __typename
    problems {
      __typename
      field
      message
    }
  }
}`, {"hash":"02a0c5e8ee817e8f15f70eab318cb1763e7df3f14e8fdbad234ea265020432ef"}) as unknown as TypedDocumentString<CreateApplicationKeyMutation, CreateApplicationKeyMutationVariables>;
export const RevokeApplicationKeyDocument = new TypedDocumentString(`
    mutation RevokeApplicationKey($input: RevokeApplicationKeyInput!) {
  revokeApplicationKey(input: $input) {
    __typename
    ... on Node {
      __typename
      id
    }
    ...RefusalView
  }
}
    fragment RefusalView on Refusal {
  __typename
  code
  message
  recovery
  ... on InputInvalid {
    __typename
    problems {
      __typename
      field
      message
    }
  }
}`, {"hash":"6f05047e1ec347d7366435261aa61964e729fcedcb45425817d04300ad86fb1a"}) as unknown as TypedDocumentString<RevokeApplicationKeyMutation, RevokeApplicationKeyMutationVariables>;
export const UpdateRedirectUrisDocument = new TypedDocumentString(`
    mutation UpdateRedirectUris($input: UpdateApplicationRedirectUrisInput!) {
  updateApplicationRedirectUris(input: $input) {
    __typename
    ... on Application {
      __typename
      id
      oauthClient {
        __typename
        clientId
        type
        redirectUris
      }
    }
    ...RefusalView
  }
}
    fragment RefusalView on Refusal {
  __typename
  code
  message
  recovery
  ... on InputInvalid {
    __typename
    problems {
      __typename
      field
      message
    }
  }
}`, {"hash":"c0c5d5f6610967c372be600f6d39d5993fd595690c82247e3f2233273c87ea97"}) as unknown as TypedDocumentString<UpdateRedirectUrisMutation, UpdateRedirectUrisMutationVariables>;
export const RotateClientSecretDocument = new TypedDocumentString(`
    mutation RotateClientSecret($input: RotateApplicationClientSecretInput!) {
  rotateApplicationClientSecret(input: $input) {
    __typename
    ... on ApplicationClientSecretRotated {
      __typename
      secret
    }
    ...RefusalView
  }
}
    fragment RefusalView on Refusal {
  __typename
  code
  message
  recovery
  ... on InputInvalid {
    __typename
    problems {
      __typename
      field
      message
    }
  }
}`, {"hash":"741914ba8a0312f833f9f3598759002579ea76ac14b34dea06ad64c7c0a78c4a"}) as unknown as TypedDocumentString<RotateClientSecretMutation, RotateClientSecretMutationVariables>;
export const DeleteClientSecretDocument = new TypedDocumentString(`
    mutation DeleteClientSecret($input: DeleteApplicationClientSecretInput!) {
  deleteApplicationClientSecret(input: $input) {
    __typename
    ... on Node {
      __typename
      id
    }
    ...RefusalView
  }
}
    fragment RefusalView on Refusal {
  __typename
  code
  message
  recovery
  ... on InputInvalid {
    __typename
    problems {
      __typename
      field
      message
    }
  }
}`, {"hash":"07eded761e156ad5ee8780210cd0b98c18b14d905d6f24321ce323bb09f55bb0"}) as unknown as TypedDocumentString<DeleteClientSecretMutation, DeleteClientSecretMutationVariables>;
export const RetireOperationsDocument = new TypedDocumentString(`
    mutation RetireOperations($input: RetireOperationsInput!) {
  retireOperations(input: $input) {
    __typename
    ... on OperationManifest {
      __typename
      name
      version
      retiresAt
    }
    ...RefusalView
  }
}
    fragment RefusalView on Refusal {
  __typename
  code
  message
  recovery
  ... on InputInvalid {
    __typename
    problems {
      __typename
      field
      message
    }
  }
}`, {"hash":"5524ba2237773289e9c47dc9b35a539628bd7769290e0405ebcdafd55d5421e0"}) as unknown as TypedDocumentString<RetireOperationsMutation, RetireOperationsMutationVariables>;
export const CreateWebhookEndpointDocument = new TypedDocumentString(`
    mutation CreateWebhookEndpoint($input: CreateWebhookEndpointInput!) {
  createWebhookEndpoint(input: $input) {
    __typename
    ... on WebhookSecretPayload {
      __typename
      secret
    }
    ...RefusalView
  }
}
    fragment RefusalView on Refusal {
  __typename
  code
  message
  recovery
  ... on InputInvalid {
    __typename
    problems {
      __typename
      field
      message
    }
  }
}`, {"hash":"1416eb7723944c223157d54ce72884c4d7ecc5a4c525a6eb23ca170adceb4290"}) as unknown as TypedDocumentString<CreateWebhookEndpointMutation, CreateWebhookEndpointMutationVariables>;
export const UpdateWebhookEndpointDocument = new TypedDocumentString(`
    mutation UpdateWebhookEndpoint($input: UpdateWebhookEndpointInput!) {
  updateWebhookEndpoint(input: $input) {
    __typename
    ...EndpointView
    ...RefusalView
  }
}
    fragment RefusalView on Refusal {
  __typename
  code
  message
  recovery
  ... on InputInvalid {
    __typename
    problems {
      __typename
      field
      message
    }
  }
}
fragment EndpointView on WebhookEndpoint {
  __typename
  id
  url
  isEnabled
  disabledReason
  failingSince
  createdAt
  document {
    __typename
    documentId
    operationName
  }
}`, {"hash":"8b0ed270484bf0aacb52a6e025f9bd299c20d0861c0c942c65a4987c5278d9d3"}) as unknown as TypedDocumentString<UpdateWebhookEndpointMutation, UpdateWebhookEndpointMutationVariables>;
export const RotateWebhookSecretDocument = new TypedDocumentString(`
    mutation RotateWebhookSecret($input: RotateWebhookSecretInput!) {
  rotateWebhookSecret(input: $input) {
    __typename
    ... on WebhookSecretPayload {
      __typename
      secret
    }
    ...RefusalView
  }
}
    fragment RefusalView on Refusal {
  __typename
  code
  message
  recovery
  ... on InputInvalid {
    __typename
    problems {
      __typename
      field
      message
    }
  }
}`, {"hash":"26bf08be49b34d213c41d385dbf7e979f95507d8c8a696751de28800b32d1d22"}) as unknown as TypedDocumentString<RotateWebhookSecretMutation, RotateWebhookSecretMutationVariables>;
export const DeleteWebhookEndpointDocument = new TypedDocumentString(`
    mutation DeleteWebhookEndpoint($input: DeleteWebhookEndpointInput!) {
  deleteWebhookEndpoint(input: $input) {
    __typename
    ... on WebhookEndpointDeleted {
      __typename
      id
    }
    ...RefusalView
  }
}
    fragment RefusalView on Refusal {
  __typename
  code
  message
  recovery
  ... on InputInvalid {
    __typename
    problems {
      __typename
      field
      message
    }
  }
}`, {"hash":"daf9522082df7cd1675ebd6cea170d11447d41c9e1f6de1538d73dd3eeac2696"}) as unknown as TypedDocumentString<DeleteWebhookEndpointMutation, DeleteWebhookEndpointMutationVariables>;
export const SendTestEventDocument = new TypedDocumentString(`
    mutation SendTestEvent($input: SendTestEventInput!) {
  sendTestEvent(input: $input) {
    __typename
    ... on Node {
      __typename
      id
    }
    ...RefusalView
  }
}
    fragment RefusalView on Refusal {
  __typename
  code
  message
  recovery
  ... on InputInvalid {
    __typename
    problems {
      __typename
      field
      message
    }
  }
}`, {"hash":"93c0e9508f571f73f44c314062eaf22044b1b0cbd552cb5ab1dac69ea1c93322"}) as unknown as TypedDocumentString<SendTestEventMutation, SendTestEventMutationVariables>;
export const ReplayDeliveryDocument = new TypedDocumentString(`
    mutation ReplayDelivery($input: ReplayDeliveryInput!) {
  replayDelivery(input: $input) {
    __typename
    ... on Node {
      __typename
      id
    }
    ...RefusalView
  }
}
    fragment RefusalView on Refusal {
  __typename
  code
  message
  recovery
  ... on InputInvalid {
    __typename
    problems {
      __typename
      field
      message
    }
  }
}`, {"hash":"b440642ea8624ef0d223ba63271b227105b02a06dca061a59e2c279117dc60ce"}) as unknown as TypedDocumentString<ReplayDeliveryMutation, ReplayDeliveryMutationVariables>;
export const WebhookEndpointPageDocument = new TypedDocumentString(`
    query WebhookEndpointPage($id: ID!) {
  node(id: $id) {
    __typename
    id
    ... on WebhookEndpoint {
      __typename
      ...EndpointView
      application {
        __typename
        id
        name
      }
    }
  }
}
    fragment EndpointView on WebhookEndpoint {
  __typename
  id
  url
  isEnabled
  disabledReason
  failingSince
  createdAt
  document {
    __typename
    documentId
    operationName
  }
}`, {"hash":"814470cfbb2a7f26bebf3abc3cb1d3a1c9efe8f1430e1b4b372dca6324d6b61f"}) as unknown as TypedDocumentString<WebhookEndpointPageQuery, WebhookEndpointPageQueryVariables>;
export const WebhookDeliveriesDocument = new TypedDocumentString(`
    query WebhookDeliveries($id: ID!, $first: Int!, $after: String) {
  node(id: $id) {
    __typename
    id
    ... on WebhookEndpoint {
      __typename
      deliveries(first: $first, after: $after) {
        __typename
        nodes {
          __typename
          id
          type
          status
          occurredAt
          nextAttemptAt
          attempts {
            __typename
            number
            attemptedAt
            durationMs
            statusCode
            error
          }
        }
        pageInfo {
          __typename
          hasNextPage
          endCursor
        }
      }
    }
  }
}
    `, {"hash":"f8bad4aecff1cff8a89828b6d6b8948af6bb92c38f1bd40d6b96bc94dcb73063"}) as unknown as TypedDocumentString<WebhookDeliveriesQuery, WebhookDeliveriesQueryVariables>;
export const PartnerSandboxesDocument = new TypedDocumentString(`
    query PartnerSandboxes($first: Int!) {
  sandboxes(first: $first) {
    __typename
    nodes {
      __typename
      id
      name
      status
      createdAt
    }
  }
}
    `, {"hash":"2e774c5df8c49ef2069608d8c21c92cc41e8976ec36618d70353a4060ef11077"}) as unknown as TypedDocumentString<PartnerSandboxesQuery, PartnerSandboxesQueryVariables>;
export const CreateSandboxDocument = new TypedDocumentString(`
    mutation CreateSandbox($input: CreateSandboxInput!) {
  createSandbox(input: $input) {
    __typename
    ... on Sandbox {
      __typename
      id
      name
      status
      createdAt
    }
    ...RefusalView
  }
}
    fragment RefusalView on Refusal {
  __typename
  code
  message
  recovery
  ... on InputInvalid {
    __typename
    problems {
      __typename
      field
      message
    }
  }
}`, {"hash":"31a84323e9d2abba228359027c67b134cbe20a34873e314290c562256be2a211"}) as unknown as TypedDocumentString<CreateSandboxMutation, CreateSandboxMutationVariables>;
export const CreateSandboxKeyDocument = new TypedDocumentString(`
    mutation CreateSandboxKey($input: CreateSandboxKeyInput!) {
  createSandboxKey(input: $input) {
    __typename
    ... on ApplicationKeyCreated {
      __typename
      secret
    }
    ...RefusalView
  }
}
    fragment RefusalView on Refusal {
  __typename
  code
  message
  recovery
  ... on InputInvalid {
    __typename
    problems {
      __typename
      field
      message
    }
  }
}`, {"hash":"d6f999614c168860982743a80c98f3b4acc85dc96cce69223dbe8df99b89f6a9"}) as unknown as TypedDocumentString<CreateSandboxKeyMutation, CreateSandboxKeyMutationVariables>;
export const DeleteSandboxDocument = new TypedDocumentString(`
    mutation DeleteSandbox($input: DeleteSandboxInput!) {
  deleteSandbox(input: $input) {
    __typename
    ... on Node {
      __typename
      id
    }
    ...RefusalView
  }
}
    fragment RefusalView on Refusal {
  __typename
  code
  message
  recovery
  ... on InputInvalid {
    __typename
    problems {
      __typename
      field
      message
    }
  }
}`, {"hash":"f7a98de618566e99ecfeff2e8a96ea56db04291a24ac2d640b05ca8d34d9e7ab"}) as unknown as TypedDocumentString<DeleteSandboxMutation, DeleteSandboxMutationVariables>;
export const SpaceToOrderDocument = new TypedDocumentString(`
    query SpaceToOrder($id: ID!) {
  space(id: $id) {
    __typename
    ...OrderableSpace
    seller {
      __typename
      id
      name
    }
  }
  paymentMethods
}
    fragment PriceOptionView on PriceOption {
  __typename
  id
  title
  measure
  quantity
  isMonthly
  price {
    __typename
    ...MoneyView
  }
}
fragment MoneyView on Money {
  __typename
  minorUnits
  currency
  digits
}
fragment OrderableSpace on Space {
  __typename
  id
  title
  requirements
  firstBookableDay
  timeZone
  options {
    __typename
    ...PriceOptionView
  }
}`, {"hash":"ea1cf2c3bac185965edb387c13100e08f77b3894c378ec8163ef57740d89e206"}) as unknown as TypedDocumentString<SpaceToOrderQuery, SpaceToOrderQueryVariables>;
export const SpacesOfSellerDocument = new TypedDocumentString(`
    query SpacesOfSeller($sellerId: ID!, $currency: Currency!, $first: Int!, $after: String) {
  spaces(
    filter: {sellerId: $sellerId, currency: $currency}
    sort: TITLE
    first: $first
    after: $after
  ) {
    __typename
    nodes {
      __typename
      ...OrderableSpace
    }
    pageInfo {
      __typename
      hasNextPage
      endCursor
    }
  }
}
    fragment PriceOptionView on PriceOption {
  __typename
  id
  title
  measure
  quantity
  isMonthly
  price {
    __typename
    ...MoneyView
  }
}
fragment MoneyView on Money {
  __typename
  minorUnits
  currency
  digits
}
fragment OrderableSpace on Space {
  __typename
  id
  title
  requirements
  firstBookableDay
  timeZone
  options {
    __typename
    ...PriceOptionView
  }
}`, {"hash":"3ed2c62e37dc50e3b825dd9ca229486e33f6c03577b67f5cd943688995845a71"}) as unknown as TypedDocumentString<SpacesOfSellerQuery, SpacesOfSellerQueryVariables>;
export const PlaceOrderDocument = new TypedDocumentString(`
    mutation PlaceOrder($input: PlaceOrderInput!) {
  placeOrder(input: $input) {
    __typename
    ... on Order {
      __typename
      id
      number
    }
    ... on DaysUnavailable {
      __typename
      spaces {
        __typename
        spaceId
        title
        free {
          __typename
          from
          to
        }
      }
    }
    ...RefusalView
  }
}
    fragment RefusalView on Refusal {
  __typename
  code
  message
  recovery
  ... on InputInvalid {
    __typename
    problems {
      __typename
      field
      message
    }
  }
}`, {"hash":"d6f1c14822a2c6d26d0027b42c3296e40eebf8656f3f6f52cad35e2db14d5812"}) as unknown as TypedDocumentString<PlaceOrderMutation, PlaceOrderMutationVariables>;
export const EditedSpaceDocument = new TypedDocumentString(`
    query EditedSpace($id: ID!) {
  space(id: $id) {
    __typename
    ...EditedSpaceView
  }
  viewer {
    __typename
    id
  }
}
    fragment PriceOptionView on PriceOption {
  __typename
  id
  title
  measure
  quantity
  isMonthly
  price {
    __typename
    ...MoneyView
  }
}
fragment MoneyView on Money {
  __typename
  minorUnits
  currency
  digits
}
fragment FileView on File {
  __typename
  id
  name
  mediaType
  sizeBytes
  url
  width
  height
}
fragment EditedSpaceView on Space {
  __typename
  id
  title
  description
  audience
  kind
  status
  languages
  countries
  leadTimeDays
  requirements
  renewsAds
  capacity
  timeZone
  takenDownAt
  takenDownReason
  seller {
    __typename
    id
  }
  format {
    __typename
    width
    height
    words
    seconds
  }
  creativeRules {
    __typename
    kinds
    imageWidth
    imageHeight
    isImageSizeExact
    maxImageBytes
    maxHtmlCharacters
  }
  defaultPlacement {
    __typename
    id
    name
  }
  pictures {
    __typename
    ...FileView
  }
  options {
    __typename
    ...PriceOptionView
  }
}`, {"hash":"27d367c887b6bd31bf3076911b61bb2d8165e9b0a09ecc6070349d5978958b8a"}) as unknown as TypedDocumentString<EditedSpaceQuery, EditedSpaceQueryVariables>;
export const CurrenciesDocument = new TypedDocumentString(`
    query Currencies {
  marketplace {
    __typename
    id
    currencies
  }
}
    `, {"hash":"1ce83209cefa779554fbfaf695e534023bb8d680133e88d9b0a7a6824ed19ba9"}) as unknown as TypedDocumentString<CurrenciesQuery, CurrenciesQueryVariables>;
export const CreateSpaceDocument = new TypedDocumentString(`
    mutation CreateSpace($input: CreateSpaceInput!) {
  createSpace(input: $input) {
    __typename
    ...EditedSpaceView
    ...RefusalView
  }
}
    fragment RefusalView on Refusal {
  __typename
  code
  message
  recovery
  ... on InputInvalid {
    __typename
    problems {
      __typename
      field
      message
    }
  }
}
fragment PriceOptionView on PriceOption {
  __typename
  id
  title
  measure
  quantity
  isMonthly
  price {
    __typename
    ...MoneyView
  }
}
fragment MoneyView on Money {
  __typename
  minorUnits
  currency
  digits
}
fragment FileView on File {
  __typename
  id
  name
  mediaType
  sizeBytes
  url
  width
  height
}
fragment EditedSpaceView on Space {
  __typename
  id
  title
  description
  audience
  kind
  status
  languages
  countries
  leadTimeDays
  requirements
  renewsAds
  capacity
  timeZone
  takenDownAt
  takenDownReason
  seller {
    __typename
    id
  }
  format {
    __typename
    width
    height
    words
    seconds
  }
  creativeRules {
    __typename
    kinds
    imageWidth
    imageHeight
    isImageSizeExact
    maxImageBytes
    maxHtmlCharacters
  }
  defaultPlacement {
    __typename
    id
    name
  }
  pictures {
    __typename
    ...FileView
  }
  options {
    __typename
    ...PriceOptionView
  }
}`, {"hash":"ebd30101216e86d445d79d6bb1e8e4090d59c230d67103a2b703a0d745a8fce2"}) as unknown as TypedDocumentString<CreateSpaceMutation, CreateSpaceMutationVariables>;
export const UpdateSpaceDocument = new TypedDocumentString(`
    mutation UpdateSpace($input: UpdateSpaceInput!) {
  updateSpace(input: $input) {
    __typename
    ...EditedSpaceView
    ...RefusalView
  }
}
    fragment RefusalView on Refusal {
  __typename
  code
  message
  recovery
  ... on InputInvalid {
    __typename
    problems {
      __typename
      field
      message
    }
  }
}
fragment PriceOptionView on PriceOption {
  __typename
  id
  title
  measure
  quantity
  isMonthly
  price {
    __typename
    ...MoneyView
  }
}
fragment MoneyView on Money {
  __typename
  minorUnits
  currency
  digits
}
fragment FileView on File {
  __typename
  id
  name
  mediaType
  sizeBytes
  url
  width
  height
}
fragment EditedSpaceView on Space {
  __typename
  id
  title
  description
  audience
  kind
  status
  languages
  countries
  leadTimeDays
  requirements
  renewsAds
  capacity
  timeZone
  takenDownAt
  takenDownReason
  seller {
    __typename
    id
  }
  format {
    __typename
    width
    height
    words
    seconds
  }
  creativeRules {
    __typename
    kinds
    imageWidth
    imageHeight
    isImageSizeExact
    maxImageBytes
    maxHtmlCharacters
  }
  defaultPlacement {
    __typename
    id
    name
  }
  pictures {
    __typename
    ...FileView
  }
  options {
    __typename
    ...PriceOptionView
  }
}`, {"hash":"c04936f31f01de514abec967a61bdec0160454d5c043d04d7e7cfc7ae782e8ac"}) as unknown as TypedDocumentString<UpdateSpaceMutation, UpdateSpaceMutationVariables>;
export const UpdateCreativeRulesDocument = new TypedDocumentString(`
    mutation UpdateCreativeRules($input: UpdateCreativeRulesInput!) {
  updateCreativeRules(input: $input) {
    __typename
    ...EditedSpaceView
    ...RefusalView
  }
}
    fragment RefusalView on Refusal {
  __typename
  code
  message
  recovery
  ... on InputInvalid {
    __typename
    problems {
      __typename
      field
      message
    }
  }
}
fragment PriceOptionView on PriceOption {
  __typename
  id
  title
  measure
  quantity
  isMonthly
  price {
    __typename
    ...MoneyView
  }
}
fragment MoneyView on Money {
  __typename
  minorUnits
  currency
  digits
}
fragment FileView on File {
  __typename
  id
  name
  mediaType
  sizeBytes
  url
  width
  height
}
fragment EditedSpaceView on Space {
  __typename
  id
  title
  description
  audience
  kind
  status
  languages
  countries
  leadTimeDays
  requirements
  renewsAds
  capacity
  timeZone
  takenDownAt
  takenDownReason
  seller {
    __typename
    id
  }
  format {
    __typename
    width
    height
    words
    seconds
  }
  creativeRules {
    __typename
    kinds
    imageWidth
    imageHeight
    isImageSizeExact
    maxImageBytes
    maxHtmlCharacters
  }
  defaultPlacement {
    __typename
    id
    name
  }
  pictures {
    __typename
    ...FileView
  }
  options {
    __typename
    ...PriceOptionView
  }
}`, {"hash":"f4846b0e8c30f8e0ea96a9f58c11e80dc612231e62e18d52dc01665c104d9421"}) as unknown as TypedDocumentString<UpdateCreativeRulesMutation, UpdateCreativeRulesMutationVariables>;
export const UpdateAdRenewalDocument = new TypedDocumentString(`
    mutation UpdateAdRenewal($input: UpdateAdRenewalInput!) {
  updateAdRenewal(input: $input) {
    __typename
    ...EditedSpaceView
    ...RefusalView
  }
}
    fragment RefusalView on Refusal {
  __typename
  code
  message
  recovery
  ... on InputInvalid {
    __typename
    problems {
      __typename
      field
      message
    }
  }
}
fragment PriceOptionView on PriceOption {
  __typename
  id
  title
  measure
  quantity
  isMonthly
  price {
    __typename
    ...MoneyView
  }
}
fragment MoneyView on Money {
  __typename
  minorUnits
  currency
  digits
}
fragment FileView on File {
  __typename
  id
  name
  mediaType
  sizeBytes
  url
  width
  height
}
fragment EditedSpaceView on Space {
  __typename
  id
  title
  description
  audience
  kind
  status
  languages
  countries
  leadTimeDays
  requirements
  renewsAds
  capacity
  timeZone
  takenDownAt
  takenDownReason
  seller {
    __typename
    id
  }
  format {
    __typename
    width
    height
    words
    seconds
  }
  creativeRules {
    __typename
    kinds
    imageWidth
    imageHeight
    isImageSizeExact
    maxImageBytes
    maxHtmlCharacters
  }
  defaultPlacement {
    __typename
    id
    name
  }
  pictures {
    __typename
    ...FileView
  }
  options {
    __typename
    ...PriceOptionView
  }
}`, {"hash":"a115f3fe1617a52487ab300f725994e6f453e9079fab380db71ce6f263d4047b"}) as unknown as TypedDocumentString<UpdateAdRenewalMutation, UpdateAdRenewalMutationVariables>;
export const ListSpaceDocument = new TypedDocumentString(`
    mutation ListSpace($input: ListSpaceInput!) {
  listSpace(input: $input) {
    __typename
    ...EditedSpaceView
    ...RefusalView
  }
}
    fragment RefusalView on Refusal {
  __typename
  code
  message
  recovery
  ... on InputInvalid {
    __typename
    problems {
      __typename
      field
      message
    }
  }
}
fragment PriceOptionView on PriceOption {
  __typename
  id
  title
  measure
  quantity
  isMonthly
  price {
    __typename
    ...MoneyView
  }
}
fragment MoneyView on Money {
  __typename
  minorUnits
  currency
  digits
}
fragment FileView on File {
  __typename
  id
  name
  mediaType
  sizeBytes
  url
  width
  height
}
fragment EditedSpaceView on Space {
  __typename
  id
  title
  description
  audience
  kind
  status
  languages
  countries
  leadTimeDays
  requirements
  renewsAds
  capacity
  timeZone
  takenDownAt
  takenDownReason
  seller {
    __typename
    id
  }
  format {
    __typename
    width
    height
    words
    seconds
  }
  creativeRules {
    __typename
    kinds
    imageWidth
    imageHeight
    isImageSizeExact
    maxImageBytes
    maxHtmlCharacters
  }
  defaultPlacement {
    __typename
    id
    name
  }
  pictures {
    __typename
    ...FileView
  }
  options {
    __typename
    ...PriceOptionView
  }
}`, {"hash":"5dc7cba092111948c15c30d19a78575eb899d48839c63015235cbbb2be933d0e"}) as unknown as TypedDocumentString<ListSpaceMutation, ListSpaceMutationVariables>;
export const UnlistSpaceDocument = new TypedDocumentString(`
    mutation UnlistSpace($input: UnlistSpaceInput!) {
  unlistSpace(input: $input) {
    __typename
    ...EditedSpaceView
    ...RefusalView
  }
}
    fragment RefusalView on Refusal {
  __typename
  code
  message
  recovery
  ... on InputInvalid {
    __typename
    problems {
      __typename
      field
      message
    }
  }
}
fragment PriceOptionView on PriceOption {
  __typename
  id
  title
  measure
  quantity
  isMonthly
  price {
    __typename
    ...MoneyView
  }
}
fragment MoneyView on Money {
  __typename
  minorUnits
  currency
  digits
}
fragment FileView on File {
  __typename
  id
  name
  mediaType
  sizeBytes
  url
  width
  height
}
fragment EditedSpaceView on Space {
  __typename
  id
  title
  description
  audience
  kind
  status
  languages
  countries
  leadTimeDays
  requirements
  renewsAds
  capacity
  timeZone
  takenDownAt
  takenDownReason
  seller {
    __typename
    id
  }
  format {
    __typename
    width
    height
    words
    seconds
  }
  creativeRules {
    __typename
    kinds
    imageWidth
    imageHeight
    isImageSizeExact
    maxImageBytes
    maxHtmlCharacters
  }
  defaultPlacement {
    __typename
    id
    name
  }
  pictures {
    __typename
    ...FileView
  }
  options {
    __typename
    ...PriceOptionView
  }
}`, {"hash":"add994e0730803017bf0c1fb71c6728dfab8a756e88f1f0d0e47d0da217af5cf"}) as unknown as TypedDocumentString<UnlistSpaceMutation, UnlistSpaceMutationVariables>;
export const ArchiveSpaceDocument = new TypedDocumentString(`
    mutation ArchiveSpace($input: ArchiveSpaceInput!) {
  archiveSpace(input: $input) {
    __typename
    ...EditedSpaceView
    ...RefusalView
  }
}
    fragment RefusalView on Refusal {
  __typename
  code
  message
  recovery
  ... on InputInvalid {
    __typename
    problems {
      __typename
      field
      message
    }
  }
}
fragment PriceOptionView on PriceOption {
  __typename
  id
  title
  measure
  quantity
  isMonthly
  price {
    __typename
    ...MoneyView
  }
}
fragment MoneyView on Money {
  __typename
  minorUnits
  currency
  digits
}
fragment FileView on File {
  __typename
  id
  name
  mediaType
  sizeBytes
  url
  width
  height
}
fragment EditedSpaceView on Space {
  __typename
  id
  title
  description
  audience
  kind
  status
  languages
  countries
  leadTimeDays
  requirements
  renewsAds
  capacity
  timeZone
  takenDownAt
  takenDownReason
  seller {
    __typename
    id
  }
  format {
    __typename
    width
    height
    words
    seconds
  }
  creativeRules {
    __typename
    kinds
    imageWidth
    imageHeight
    isImageSizeExact
    maxImageBytes
    maxHtmlCharacters
  }
  defaultPlacement {
    __typename
    id
    name
  }
  pictures {
    __typename
    ...FileView
  }
  options {
    __typename
    ...PriceOptionView
  }
}`, {"hash":"44ba8aa00971d6a0f58cc76f088c67075b5df9df58749d69acae646808a73e09"}) as unknown as TypedDocumentString<ArchiveSpaceMutation, ArchiveSpaceMutationVariables>;
export const CreatePriceOptionDocument = new TypedDocumentString(`
    mutation CreatePriceOption($input: CreatePriceOptionInput!) {
  createPriceOption(input: $input) {
    __typename
    ...OptionOfSpace
    ...RefusalView
  }
}
    fragment RefusalView on Refusal {
  __typename
  code
  message
  recovery
  ... on InputInvalid {
    __typename
    problems {
      __typename
      field
      message
    }
  }
}
fragment PriceOptionView on PriceOption {
  __typename
  id
  title
  measure
  quantity
  isMonthly
  price {
    __typename
    ...MoneyView
  }
}
fragment MoneyView on Money {
  __typename
  minorUnits
  currency
  digits
}
fragment OptionOfSpace on PriceOption {
  __typename
  ...PriceOptionView
  space {
    __typename
    id
    options {
      __typename
      ...PriceOptionView
    }
  }
}`, {"hash":"99abe2b93cead01c6dcdbff20f208ac530bf4947c8fcb4d6df66bfa660f84156"}) as unknown as TypedDocumentString<CreatePriceOptionMutation, CreatePriceOptionMutationVariables>;
export const UpdatePriceOptionDocument = new TypedDocumentString(`
    mutation UpdatePriceOption($input: UpdatePriceOptionInput!) {
  updatePriceOption(input: $input) {
    __typename
    ...OptionOfSpace
    ...RefusalView
  }
}
    fragment RefusalView on Refusal {
  __typename
  code
  message
  recovery
  ... on InputInvalid {
    __typename
    problems {
      __typename
      field
      message
    }
  }
}
fragment PriceOptionView on PriceOption {
  __typename
  id
  title
  measure
  quantity
  isMonthly
  price {
    __typename
    ...MoneyView
  }
}
fragment MoneyView on Money {
  __typename
  minorUnits
  currency
  digits
}
fragment OptionOfSpace on PriceOption {
  __typename
  ...PriceOptionView
  space {
    __typename
    id
    options {
      __typename
      ...PriceOptionView
    }
  }
}`, {"hash":"8136076a34eb8536c963953063352cb626eb759a5a998e74425a043aefca22c9"}) as unknown as TypedDocumentString<UpdatePriceOptionMutation, UpdatePriceOptionMutationVariables>;
export const ArchivePriceOptionDocument = new TypedDocumentString(`
    mutation ArchivePriceOption($input: ArchivePriceOptionInput!) {
  archivePriceOption(input: $input) {
    __typename
    ...OptionOfSpace
    ...RefusalView
  }
}
    fragment RefusalView on Refusal {
  __typename
  code
  message
  recovery
  ... on InputInvalid {
    __typename
    problems {
      __typename
      field
      message
    }
  }
}
fragment PriceOptionView on PriceOption {
  __typename
  id
  title
  measure
  quantity
  isMonthly
  price {
    __typename
    ...MoneyView
  }
}
fragment MoneyView on Money {
  __typename
  minorUnits
  currency
  digits
}
fragment OptionOfSpace on PriceOption {
  __typename
  ...PriceOptionView
  space {
    __typename
    id
    options {
      __typename
      ...PriceOptionView
    }
  }
}`, {"hash":"ff2c787eb8acc078bb72ca259780b25ad58206dd5bb86beecaa0fe2cfecdafda"}) as unknown as TypedDocumentString<ArchivePriceOptionMutation, ArchivePriceOptionMutationVariables>;
export const AddSpacePictureDocument = new TypedDocumentString(`
    mutation AddSpacePicture($input: AddSpacePictureInput!) {
  addSpacePicture(input: $input) {
    __typename
    ...SpacePictures
    ...RefusalView
  }
}
    fragment RefusalView on Refusal {
  __typename
  code
  message
  recovery
  ... on InputInvalid {
    __typename
    problems {
      __typename
      field
      message
    }
  }
}
fragment FileView on File {
  __typename
  id
  name
  mediaType
  sizeBytes
  url
  width
  height
}
fragment SpacePictures on Space {
  __typename
  id
  pictures {
    __typename
    ...FileView
  }
}`, {"hash":"c460eac1c628a94262fa57096fc4cde38b4aba66b3aabbe232a47a5b68af56b7"}) as unknown as TypedDocumentString<AddSpacePictureMutation, AddSpacePictureMutationVariables>;
export const RemoveSpacePictureDocument = new TypedDocumentString(`
    mutation RemoveSpacePicture($input: RemoveSpacePictureInput!) {
  removeSpacePicture(input: $input) {
    __typename
    ...SpacePictures
    ...RefusalView
  }
}
    fragment RefusalView on Refusal {
  __typename
  code
  message
  recovery
  ... on InputInvalid {
    __typename
    problems {
      __typename
      field
      message
    }
  }
}
fragment FileView on File {
  __typename
  id
  name
  mediaType
  sizeBytes
  url
  width
  height
}
fragment SpacePictures on Space {
  __typename
  id
  pictures {
    __typename
    ...FileView
  }
}`, {"hash":"9cf681c97bf59e65b18d3c0eda1368adf3d7395280f592510f4ac2ecbd606cc4"}) as unknown as TypedDocumentString<RemoveSpacePictureMutation, RemoveSpacePictureMutationVariables>;
export const ReorderSpacePicturesDocument = new TypedDocumentString(`
    mutation ReorderSpacePictures($input: ReorderSpacePicturesInput!) {
  reorderSpacePictures(input: $input) {
    __typename
    ...SpacePictures
    ...RefusalView
  }
}
    fragment RefusalView on Refusal {
  __typename
  code
  message
  recovery
  ... on InputInvalid {
    __typename
    problems {
      __typename
      field
      message
    }
  }
}
fragment FileView on File {
  __typename
  id
  name
  mediaType
  sizeBytes
  url
  width
  height
}
fragment SpacePictures on Space {
  __typename
  id
  pictures {
    __typename
    ...FileView
  }
}`, {"hash":"647536e9884a89652fd3cf01b4430c6e563691a4d3862a32388408bb8d866a0c"}) as unknown as TypedDocumentString<ReorderSpacePicturesMutation, ReorderSpacePicturesMutationVariables>;
export const SpaceMonthDocument = new TypedDocumentString(`
    query SpaceMonth($id: ID!, $from: Date!, $to: Date!) {
  space(id: $id) {
    __typename
    id
    capacity
    availability(from: $from, to: $to) {
      __typename
      from
      to
      freePlaces
      isBlocked
      blockReason
    }
    reservations(first: 50) {
      __typename
      nodes {
        __typename
        id
        startsOn
        endsOn
        order {
          __typename
          id
          number
        }
      }
    }
  }
}
    `, {"hash":"c25cfa63923f49e5b12465b9d9a2763cc624743969597c961070a7eece972352"}) as unknown as TypedDocumentString<SpaceMonthQuery, SpaceMonthQueryVariables>;
export const UpdateSpaceAvailabilityDocument = new TypedDocumentString(`
    mutation UpdateSpaceAvailability($input: UpdateSpaceAvailabilityInput!) {
  updateSpaceAvailability(input: $input) {
    __typename
    ... on Space {
      __typename
      id
      capacity
      timeZone
    }
    ...RefusalView
  }
}
    fragment RefusalView on Refusal {
  __typename
  code
  message
  recovery
  ... on InputInvalid {
    __typename
    problems {
      __typename
      field
      message
    }
  }
}`, {"hash":"0a90138e869a5017787d7897d31dc7f4da0c0e035fae79f0dd69a39bd63deaa5"}) as unknown as TypedDocumentString<UpdateSpaceAvailabilityMutation, UpdateSpaceAvailabilityMutationVariables>;
export const BlockSpaceDaysDocument = new TypedDocumentString(`
    mutation BlockSpaceDays($input: BlockSpaceDaysInput!) {
  blockSpaceDays(input: $input) {
    __typename
    ... on Space {
      __typename
      id
    }
    ...RefusalView
  }
}
    fragment RefusalView on Refusal {
  __typename
  code
  message
  recovery
  ... on InputInvalid {
    __typename
    problems {
      __typename
      field
      message
    }
  }
}`, {"hash":"cdf5e13e8f2119d308fc51e4f18507f6d991d4a27694896d078d66549dd8eca0"}) as unknown as TypedDocumentString<BlockSpaceDaysMutation, BlockSpaceDaysMutationVariables>;
export const UnblockSpaceDaysDocument = new TypedDocumentString(`
    mutation UnblockSpaceDays($input: UnblockSpaceDaysInput!) {
  unblockSpaceDays(input: $input) {
    __typename
    ... on Space {
      __typename
      id
    }
    ...RefusalView
  }
}
    fragment RefusalView on Refusal {
  __typename
  code
  message
  recovery
  ... on InputInvalid {
    __typename
    problems {
      __typename
      field
      message
    }
  }
}`, {"hash":"5b038cc8563998c49a8851b4d717b29f90f4d38b29e38bc3510b7838ce0abbed"}) as unknown as TypedDocumentString<UnblockSpaceDaysMutation, UnblockSpaceDaysMutationVariables>;
export const OwnPlacementsDocument = new TypedDocumentString(`
    query OwnPlacements($first: Int!, $after: String) {
  placements(first: $first, after: $after) {
    __typename
    nodes {
      __typename
      ...PlacementView
    }
    pageInfo {
      __typename
      hasNextPage
      endCursor
    }
  }
}
    fragment PlacementView on Placement {
  __typename
  id
  name
  slug
  kind
  ads {
    __typename
    weight
    isShown
    ad {
      __typename
      id
      name
      status
      order {
        __typename
        id
        number
      }
    }
  }
}`, {"hash":"1e43b32018ff5ff120fb36cab597447e93e78d12098e33ea5c8707d8104fe434"}) as unknown as TypedDocumentString<OwnPlacementsQuery, OwnPlacementsQueryVariables>;
export const CreatePlacementDocument = new TypedDocumentString(`
    mutation CreatePlacement($input: CreatePlacementInput!) {
  createPlacement(input: $input) {
    __typename
    ...PlacementView
    ...RefusalView
  }
}
    fragment RefusalView on Refusal {
  __typename
  code
  message
  recovery
  ... on InputInvalid {
    __typename
    problems {
      __typename
      field
      message
    }
  }
}
fragment PlacementView on Placement {
  __typename
  id
  name
  slug
  kind
  ads {
    __typename
    weight
    isShown
    ad {
      __typename
      id
      name
      status
      order {
        __typename
        id
        number
      }
    }
  }
}`, {"hash":"06be03847ae474a4445d1e1dcd1566c91be40ac34a60553d71138afd31cadb22"}) as unknown as TypedDocumentString<CreatePlacementMutation, CreatePlacementMutationVariables>;
export const UpdatePlacementDocument = new TypedDocumentString(`
    mutation UpdatePlacement($input: UpdatePlacementInput!) {
  updatePlacement(input: $input) {
    __typename
    ...PlacementView
    ...RefusalView
  }
}
    fragment RefusalView on Refusal {
  __typename
  code
  message
  recovery
  ... on InputInvalid {
    __typename
    problems {
      __typename
      field
      message
    }
  }
}
fragment PlacementView on Placement {
  __typename
  id
  name
  slug
  kind
  ads {
    __typename
    weight
    isShown
    ad {
      __typename
      id
      name
      status
      order {
        __typename
        id
        number
      }
    }
  }
}`, {"hash":"7b085c8ca4d2af72a6d24e9370b8d26b8813241c1e1ea9b65e3c56ca23e19d45"}) as unknown as TypedDocumentString<UpdatePlacementMutation, UpdatePlacementMutationVariables>;
export const DeletePlacementDocument = new TypedDocumentString(`
    mutation DeletePlacement($input: DeletePlacementInput!) {
  deletePlacement(input: $input) {
    __typename
    ... on PlacementDeleted {
      __typename
      id
    }
    ...RefusalView
  }
}
    fragment RefusalView on Refusal {
  __typename
  code
  message
  recovery
  ... on InputInvalid {
    __typename
    problems {
      __typename
      field
      message
    }
  }
}`, {"hash":"bb5f8ea08400ef960b68bfac7c390c037391f91bba64be47c19f28bf7db5c6de"}) as unknown as TypedDocumentString<DeletePlacementMutation, DeletePlacementMutationVariables>;
export const UpdateAdWeightDocument = new TypedDocumentString(`
    mutation UpdateAdWeight($input: UpdateAdWeightInput!) {
  updateAdWeight(input: $input) {
    __typename
    ...PlacementView
    ...RefusalView
  }
}
    fragment RefusalView on Refusal {
  __typename
  code
  message
  recovery
  ... on InputInvalid {
    __typename
    problems {
      __typename
      field
      message
    }
  }
}
fragment PlacementView on Placement {
  __typename
  id
  name
  slug
  kind
  ads {
    __typename
    weight
    isShown
    ad {
      __typename
      id
      name
      status
      order {
        __typename
        id
        number
      }
    }
  }
}`, {"hash":"40d5928bd66729a39fd885023f7401e01ef121104f48fe5f901f32712df1008f"}) as unknown as TypedDocumentString<UpdateAdWeightMutation, UpdateAdWeightMutationVariables>;
export const SellerResultsDocument = new TypedDocumentString(`
    query SellerResults($id: ID!, $from: Date!, $to: Date!, $timeZone: String!) {
  node(id: $id) {
    __typename
    ... on Account {
      __typename
      id
      monthlyResults(from: $from, to: $to, timeZone: $timeZone) {
        __typename
        month
        orderCount
        income {
          __typename
          net {
            __typename
            ...MoneyView
          }
        }
      }
    }
  }
}
    fragment MoneyView on Money {
  __typename
  minorUnits
  currency
  digits
}`, {"hash":"a97941520d4aa8e6a39c0e1380f01bd9314fb30640a3bf8ccdef4e1a1cc0844e"}) as unknown as TypedDocumentString<SellerResultsQuery, SellerResultsQueryVariables>;
export const AdsToReviewDocument = new TypedDocumentString(`
    query AdsToReview($first: Int!, $after: String) {
  ads(filter: {needsReview: true}, first: $first, after: $after) {
    __typename
    nodes {
      __typename
      ...AdView
      order {
        __typename
        id
        number
        total {
          __typename
          ...MoneyView
        }
        advertiser {
          __typename
          id
          name
        }
      }
    }
    pageInfo {
      __typename
      hasNextPage
      endCursor
    }
  }
}
    fragment StepFieldView on StepField {
  __typename
  name
  title
  description
  kind
  isRequired
  maxLength
  minValue
  maxValue
  maxCount
  typeName
  options {
    __typename
    value
    title
    description
  }
}
fragment MoneyView on Money {
  __typename
  minorUnits
  currency
  digits
}
fragment FileView on File {
  __typename
  id
  name
  mediaType
  sizeBytes
  url
  width
  height
}
fragment AdView on Ad {
  __typename
  id
  name
  status
  html
  frameUrl
  targetUrl
  publishedAt
  endsAt
  impressions
  clicks
  takenDownAt
  takenDownReason
  image {
    __typename
    ...FileView
  }
  actions {
    __typename
    step
    title
    isAllowed
    blockedReason
    blockedReasonCode
    isFinal
    requiresOneOf
    fields {
      __typename
      ...StepFieldView
    }
  }
}`, {"hash":"4aa57894a7bcf223a379fb41c7a679f12512899a3f13f3ee1cd351cd4bdd4688"}) as unknown as TypedDocumentString<AdsToReviewQuery, AdsToReviewQueryVariables>;
export const OwnSpacesDocument = new TypedDocumentString(`
    query OwnSpaces($statuses: [SpaceStatus!], $first: Int!, $after: String) {
  ownSpaces(statuses: $statuses, first: $first, after: $after) {
    __typename
    nodes {
      __typename
      ...OwnSpace
    }
    pageInfo {
      __typename
      hasNextPage
      endCursor
    }
  }
}
    fragment PriceOptionView on PriceOption {
  __typename
  id
  title
  measure
  quantity
  isMonthly
  price {
    __typename
    ...MoneyView
  }
}
fragment MoneyView on Money {
  __typename
  minorUnits
  currency
  digits
}
fragment FileView on File {
  __typename
  id
  name
  mediaType
  sizeBytes
  url
  width
  height
}
fragment OwnSpace on Space {
  __typename
  id
  title
  kind
  status
  takenDownAt
  takenDownReason
  pictures {
    __typename
    ...FileView
  }
  options {
    __typename
    ...PriceOptionView
  }
}`, {"hash":"3528fc3fb81e6ad1d9eb7fd0317d478a04ff522f43461884d30d54cade14f7e0"}) as unknown as TypedDocumentString<OwnSpacesQuery, OwnSpacesQueryVariables>;
export const InboxStateDocument = new TypedDocumentString(`
    query InboxState {
  inbox {
    __typename
    cursor
    unreadCount
  }
}
    `, {"hash":"ad3c65790f3a07b5dc95397738463192bc78eb8d400d49d125ad3871c3923c60"}) as unknown as TypedDocumentString<InboxStateQuery, InboxStateQueryVariables>;
export const InboxEventsDocument = new TypedDocumentString(`
    subscription InboxEvents($after: String) {
  inbox(after: $after) {
    __typename
    ... on InboxEntryAdded {
      __typename
      cursor
      unreadCount
      order {
        __typename
        ...InboxOrder
      }
    }
    ... on InboxOrderRead {
      __typename
      cursor
      unreadCount
      order {
        __typename
        ...InboxOrder
      }
    }
    ... on InboxReset {
      __typename
      cursor
      reason
    }
    ...RefusalView
  }
}
    fragment RefusalView on Refusal {
  __typename
  code
  message
  recovery
  ... on InputInvalid {
    __typename
    problems {
      __typename
      field
      message
    }
  }
}
fragment InboxOrder on Order {
  __typename
  id
  number
  status
  statusTitle
  needsAttention
  unreadCount
  lastActivityAt
  viewerRole
  advertiser {
    __typename
    id
    name
  }
  seller {
    __typename
    id
    name
  }
  timeline(last: 5) {
    __typename
    nodes {
      __typename
      id
      number
      type
      title
      occurredAt
      actorRole
      actor {
        __typename
        id
        name
      }
      message {
        __typename
        id
        text
        deletedAt
      }
    }
  }
}`, {"hash":"ffa55650d0b4c6ef9e368b5fa0e29ba388d9c8c64769894a6e0a445f365374c4"}) as unknown as TypedDocumentString<InboxEventsSubscription, InboxEventsSubscriptionVariables>;
export const SessionDocument = new TypedDocumentString(`
    query Session {
  me {
    __typename
    id
    name
    email
    language
    timeZone
    hasTermsToAccept
    memberships {
      __typename
      role
      account {
        __typename
        id
        name
        isOperator
        suspendedAt
        suspendedReason
        unreadCount
      }
    }
    invitations(first: 10) {
      __typename
      nodes {
        __typename
        id
        role
        account {
          __typename
          id
          name
        }
      }
    }
  }
}
    `, {"hash":"83fd22c20d99bd2b3d0ca90a80fd8d7eb8dc29a796f2a74694915a182049f759"}) as unknown as TypedDocumentString<SessionQuery, SessionQueryVariables>;
export const TermsDocument = new TypedDocumentString(`
    query Terms {
  marketplace {
    __typename
    id
    terms {
      __typename
      version
      url
      privacyUrl
    }
  }
}
    `, {"hash":"0d1e4c545036975fbd5a714ffc332051b79b0e3eaa9e90b77d481b31b272a7b0"}) as unknown as TypedDocumentString<TermsQuery, TermsQueryVariables>;
export const AcceptTermsDocument = new TypedDocumentString(`
    mutation AcceptTerms($input: AcceptTermsInput!) {
  acceptTerms(input: $input) {
    __typename
    ... on Person {
      __typename
      id
      hasTermsToAccept
    }
    ...RefusalView
  }
}
    fragment RefusalView on Refusal {
  __typename
  code
  message
  recovery
  ... on InputInvalid {
    __typename
    problems {
      __typename
      field
      message
    }
  }
}`, {"hash":"67184f7b8638fc17be7f95914b72bc07aef4c40fe74a24f1a09a1facd98a83a7"}) as unknown as TypedDocumentString<AcceptTermsMutation, AcceptTermsMutationVariables>;
export const AccountSettingsDocument = new TypedDocumentString(`
    query AccountSettings($id: ID!) {
  node(id: $id) {
    __typename
    ... on Account {
      __typename
      ...AccountSettingsView
    }
  }
}
    fragment FileView on File {
  __typename
  id
  name
  mediaType
  sizeBytes
  url
  width
  height
}
fragment AccountSettingsView on Account {
  __typename
  id
  name
  legalName
  address
  taxId
  website
  phone
  about
  paymentInstructions
  contactEmail
  adSetupEmails
  logo {
    __typename
    ...FileView
  }
}`, {"hash":"0ebd51b975a3343a6946395ec09b0fd9c69737a4fb670ad207da0250eb7ff678"}) as unknown as TypedDocumentString<AccountSettingsQuery, AccountSettingsQueryVariables>;
export const AccountMembersDocument = new TypedDocumentString(`
    query AccountMembers($id: ID!) {
  node(id: $id) {
    __typename
    ... on Account {
      __typename
      id
      members {
        __typename
        role
        email
        joinedAt
        person {
          __typename
          id
          name
        }
      }
      invitations {
        __typename
        id
        email
        role
        expiresAt
        sentCount
      }
    }
  }
}
    `, {"hash":"20f4b84f1f4e87187cf453665ec61f4c1ab55661b338f90ded22a9e47cffe933"}) as unknown as TypedDocumentString<AccountMembersQuery, AccountMembersQueryVariables>;
export const AccountApplicationsDocument = new TypedDocumentString(`
    query AccountApplications($id: ID!) {
  node(id: $id) {
    __typename
    ... on Account {
      __typename
      id
      applicationGrants(first: 50) {
        __typename
        nodes {
          __typename
          id
          scopes
          createdAt
          expiresAt
          lastUsedAt
          application {
            __typename
            name
            maker {
              __typename
              id
              name
            }
          }
          consentedBy {
            __typename
            id
            name
          }
        }
      }
    }
  }
}
    `, {"hash":"103b584db851574b8db3e3c23dc7da8d801b841e00b546217b4bcbdbfb27c01f"}) as unknown as TypedDocumentString<AccountApplicationsQuery, AccountApplicationsQueryVariables>;
export const UpdateAccountDocument = new TypedDocumentString(`
    mutation UpdateAccount($input: UpdateAccountInput!) {
  updateAccount(input: $input) {
    __typename
    ... on Account {
      __typename
      ...AccountSettingsView
    }
    ...RefusalView
  }
}
    fragment RefusalView on Refusal {
  __typename
  code
  message
  recovery
  ... on InputInvalid {
    __typename
    problems {
      __typename
      field
      message
    }
  }
}
fragment FileView on File {
  __typename
  id
  name
  mediaType
  sizeBytes
  url
  width
  height
}
fragment AccountSettingsView on Account {
  __typename
  id
  name
  legalName
  address
  taxId
  website
  phone
  about
  paymentInstructions
  contactEmail
  adSetupEmails
  logo {
    __typename
    ...FileView
  }
}`, {"hash":"8018380bfda9c579ecb7525a5b04d16f2fec5fba78cd51df901bb92de4601721"}) as unknown as TypedDocumentString<UpdateAccountMutation, UpdateAccountMutationVariables>;
export const UpdateAccountSettingsDocument = new TypedDocumentString(`
    mutation UpdateAccountSettings($input: UpdateAccountSettingsInput!) {
  updateAccountSettings(input: $input) {
    __typename
    ... on Account {
      __typename
      id
      adSetupEmails
    }
    ...RefusalView
  }
}
    fragment RefusalView on Refusal {
  __typename
  code
  message
  recovery
  ... on InputInvalid {
    __typename
    problems {
      __typename
      field
      message
    }
  }
}`, {"hash":"e1a3a1b0071d4b75fd0b7a0534bb391cfa9de55e58e6965d65ff729446f7baff"}) as unknown as TypedDocumentString<UpdateAccountSettingsMutation, UpdateAccountSettingsMutationVariables>;
export const RequestContactEmailChangeDocument = new TypedDocumentString(`
    mutation RequestContactEmailChange($input: RequestContactEmailChangeInput!) {
  requestContactEmailChange(input: $input) {
    __typename
    ... on EmailChangeRequested {
      __typename
      sentTo
    }
    ...RefusalView
  }
}
    fragment RefusalView on Refusal {
  __typename
  code
  message
  recovery
  ... on InputInvalid {
    __typename
    problems {
      __typename
      field
      message
    }
  }
}`, {"hash":"75ea6c17f9e339c0fa73304ba04a8115cd05337418d4261f788b02cd2b935c4f"}) as unknown as TypedDocumentString<RequestContactEmailChangeMutation, RequestContactEmailChangeMutationVariables>;
export const ConfirmContactEmailChangeDocument = new TypedDocumentString(`
    mutation ConfirmContactEmailChange($input: ConfirmContactEmailChangeInput!) {
  confirmContactEmailChange(input: $input) {
    __typename
    ... on Account {
      __typename
      id
      contactEmail
    }
    ...RefusalView
  }
}
    fragment RefusalView on Refusal {
  __typename
  code
  message
  recovery
  ... on InputInvalid {
    __typename
    problems {
      __typename
      field
      message
    }
  }
}`, {"hash":"896b8cbb8e0c1d84a31db0b14ca7d369fc363999a031f1989160bcf94f20a3f2"}) as unknown as TypedDocumentString<ConfirmContactEmailChangeMutation, ConfirmContactEmailChangeMutationVariables>;
export const InviteMemberDocument = new TypedDocumentString(`
    mutation InviteMember($input: InviteMemberInput!) {
  inviteMember(input: $input) {
    __typename
    ... on Invitation {
      __typename
      id
      email
    }
    ...RefusalView
  }
}
    fragment RefusalView on Refusal {
  __typename
  code
  message
  recovery
  ... on InputInvalid {
    __typename
    problems {
      __typename
      field
      message
    }
  }
}`, {"hash":"dbd3d75d7fcf896433345447b2a39a47f240efea5a50d18157d2ed857e20e599"}) as unknown as TypedDocumentString<InviteMemberMutation, InviteMemberMutationVariables>;
export const ResendInvitationDocument = new TypedDocumentString(`
    mutation ResendInvitation($input: ResendInvitationInput!) {
  resendInvitation(input: $input) {
    __typename
    ... on Invitation {
      __typename
      id
      sentCount
      expiresAt
    }
    ...RefusalView
  }
}
    fragment RefusalView on Refusal {
  __typename
  code
  message
  recovery
  ... on InputInvalid {
    __typename
    problems {
      __typename
      field
      message
    }
  }
}`, {"hash":"d6cd4e7f678a17f0925ba6dea467f4b7864eccd63fc5981d0dd1c341fc349c50"}) as unknown as TypedDocumentString<ResendInvitationMutation, ResendInvitationMutationVariables>;
export const WithdrawInvitationDocument = new TypedDocumentString(`
    mutation WithdrawInvitation($input: WithdrawInvitationInput!) {
  withdrawInvitation(input: $input) {
    __typename
    ... on Invitation {
      __typename
      id
      status
    }
    ...RefusalView
  }
}
    fragment RefusalView on Refusal {
  __typename
  code
  message
  recovery
  ... on InputInvalid {
    __typename
    problems {
      __typename
      field
      message
    }
  }
}`, {"hash":"0a0d8936e9872eb885d5fa65a2bde33378ce49d3db68aad88ca2469d72fbfb32"}) as unknown as TypedDocumentString<WithdrawInvitationMutation, WithdrawInvitationMutationVariables>;
export const UpdateMemberRoleDocument = new TypedDocumentString(`
    mutation UpdateMemberRole($input: UpdateMemberRoleInput!) {
  updateMemberRole(input: $input) {
    __typename
    ... on AccountMembership {
      __typename
      role
    }
    ...RefusalView
  }
}
    fragment RefusalView on Refusal {
  __typename
  code
  message
  recovery
  ... on InputInvalid {
    __typename
    problems {
      __typename
      field
      message
    }
  }
}`, {"hash":"051d7f063b8235d03b2418f19bf37b6c6cf5ac89cf4a028d2e87866710a6f277"}) as unknown as TypedDocumentString<UpdateMemberRoleMutation, UpdateMemberRoleMutationVariables>;
export const RemoveMemberDocument = new TypedDocumentString(`
    mutation RemoveMember($input: RemoveMemberInput!) {
  removeMember(input: $input) {
    __typename
    ... on MembershipEnded {
      __typename
      person {
        __typename
        id
      }
    }
    ...RefusalView
  }
}
    fragment RefusalView on Refusal {
  __typename
  code
  message
  recovery
  ... on InputInvalid {
    __typename
    problems {
      __typename
      field
      message
    }
  }
}`, {"hash":"98d34dc1f6feaa84002a411d9ef08260dff4f9b5bf0b75da69c8c70565c76904"}) as unknown as TypedDocumentString<RemoveMemberMutation, RemoveMemberMutationVariables>;
export const LeaveAccountDocument = new TypedDocumentString(`
    mutation LeaveAccount($input: LeaveAccountInput!) {
  leaveAccount(input: $input) {
    __typename
    ... on MembershipEnded {
      __typename
      account {
        __typename
        id
      }
    }
    ...RefusalView
  }
}
    fragment RefusalView on Refusal {
  __typename
  code
  message
  recovery
  ... on InputInvalid {
    __typename
    problems {
      __typename
      field
      message
    }
  }
}`, {"hash":"efc58dc45bf036d25a90ef1ad50cd564734e91e476c37aec5cf21aa9968a65d9"}) as unknown as TypedDocumentString<LeaveAccountMutation, LeaveAccountMutationVariables>;
export const RevokeApplicationGrantDocument = new TypedDocumentString(`
    mutation RevokeApplicationGrant($input: RevokeApplicationGrantInput!) {
  revokeApplicationGrant(input: $input) {
    __typename
    ... on ApplicationGrant {
      __typename
      id
      revokedAt
    }
    ...RefusalView
  }
}
    fragment RefusalView on Refusal {
  __typename
  code
  message
  recovery
  ... on InputInvalid {
    __typename
    problems {
      __typename
      field
      message
    }
  }
}`, {"hash":"80b2ce70137d90a824fe4f236b608d60520b902c4fba59af0cefe88222152042"}) as unknown as TypedDocumentString<RevokeApplicationGrantMutation, RevokeApplicationGrantMutationVariables>;
export const CloseAccountDocument = new TypedDocumentString(`
    mutation CloseAccount($input: CloseAccountInput!) {
  closeAccount(input: $input) {
    __typename
    ... on Account {
      __typename
      id
      name
    }
    ...RefusalView
  }
}
    fragment RefusalView on Refusal {
  __typename
  code
  message
  recovery
  ... on InputInvalid {
    __typename
    problems {
      __typename
      field
      message
    }
  }
}`, {"hash":"de177ebce1ae56836dff2c9067548da8cad959556822687971ca040c4d94c761"}) as unknown as TypedDocumentString<CloseAccountMutation, CloseAccountMutationVariables>;
export const OwnNotificationsDocument = new TypedDocumentString(`
    query OwnNotifications {
  marketplace {
    __typename
    id
    pushPublicKey
  }
  me {
    __typename
    id
    notificationPreferences {
      __typename
      digestTime
      choices {
        __typename
        kind
        email
        hasPush
        isRequired
      }
      quietHours {
        __typename
        from
        to
      }
    }
    pushSubscriptions {
      __typename
      id
      createdAt
      userAgent
      isCurrent
    }
  }
}
    `, {"hash":"ad8ea72de87c3b3fb88aa560da1405c28b51cbc9f16bfdfcdd476d51ab00b95e"}) as unknown as TypedDocumentString<OwnNotificationsQuery, OwnNotificationsQueryVariables>;
export const OwnSessionsDocument = new TypedDocumentString(`
    query OwnSessions {
  me {
    __typename
    id
    sessions(first: 50) {
      __typename
      nodes {
        __typename
        id
        createdAt
        expiresAt
        isCurrent
        userAgent
      }
    }
  }
}
    `, {"hash":"9eb29dba8df1ab5f45940e3d623045688e2c68a73f361487d897be7fcf67a437"}) as unknown as TypedDocumentString<OwnSessionsQuery, OwnSessionsQueryVariables>;
export const PersonalDataDocument = new TypedDocumentString(`
    query PersonalData($after: String) {
  exportPersonalData(after: $after) {
    __typename
    document
    endCursor
  }
}
    `, {"hash":"4ba1dc528d5e44d933968f0cae4be40ea9db9b5401f8f2556d65b890d0f47557"}) as unknown as TypedDocumentString<PersonalDataQuery, PersonalDataQueryVariables>;
export const RequestEmailChangeDocument = new TypedDocumentString(`
    mutation RequestEmailChange($input: RequestEmailChangeInput!) {
  requestEmailChange(input: $input) {
    __typename
    ... on EmailChangeRequested {
      __typename
      sentTo
    }
    ...RefusalView
  }
}
    fragment RefusalView on Refusal {
  __typename
  code
  message
  recovery
  ... on InputInvalid {
    __typename
    problems {
      __typename
      field
      message
    }
  }
}`, {"hash":"abcc40ed2e48b505ad4f49a9f3f8e0119a7ef8c1c41d82d1bfa567c444274c54"}) as unknown as TypedDocumentString<RequestEmailChangeMutation, RequestEmailChangeMutationVariables>;
export const ConfirmEmailChangeDocument = new TypedDocumentString(`
    mutation ConfirmEmailChange($input: ConfirmEmailChangeInput!) {
  confirmEmailChange(input: $input) {
    __typename
    ... on Person {
      __typename
      id
      email
    }
    ...RefusalView
  }
}
    fragment RefusalView on Refusal {
  __typename
  code
  message
  recovery
  ... on InputInvalid {
    __typename
    problems {
      __typename
      field
      message
    }
  }
}`, {"hash":"811fd566c241b24a70a45ba4254adec6789ad3caaf6fb5d92fd5fee4d03732c7"}) as unknown as TypedDocumentString<ConfirmEmailChangeMutation, ConfirmEmailChangeMutationVariables>;
export const UpdateNotificationPreferencesDocument = new TypedDocumentString(`
    mutation UpdateNotificationPreferences($input: UpdateNotificationPreferencesInput!) {
  updateNotificationPreferences(input: $input) {
    __typename
    ... on Person {
      __typename
      id
    }
    ...RefusalView
  }
}
    fragment RefusalView on Refusal {
  __typename
  code
  message
  recovery
  ... on InputInvalid {
    __typename
    problems {
      __typename
      field
      message
    }
  }
}`, {"hash":"6c4660ba42c3c617540b429824ec355925031dbf759a4bc59106934db61b46b6"}) as unknown as TypedDocumentString<UpdateNotificationPreferencesMutation, UpdateNotificationPreferencesMutationVariables>;
export const CreatePushSubscriptionDocument = new TypedDocumentString(`
    mutation CreatePushSubscription($input: CreatePushSubscriptionInput!) {
  createPushSubscription(input: $input) {
    __typename
    ... on PushSubscription {
      __typename
      id
    }
    ...RefusalView
  }
}
    fragment RefusalView on Refusal {
  __typename
  code
  message
  recovery
  ... on InputInvalid {
    __typename
    problems {
      __typename
      field
      message
    }
  }
}`, {"hash":"87f79e6a9f87323166b1ade0f187eeec647a65e25defbdf181dc354482511f83"}) as unknown as TypedDocumentString<CreatePushSubscriptionMutation, CreatePushSubscriptionMutationVariables>;
export const DeletePushSubscriptionDocument = new TypedDocumentString(`
    mutation DeletePushSubscription($input: DeletePushSubscriptionInput!) {
  deletePushSubscription(input: $input) {
    __typename
    ... on PushSubscriptionDeleted {
      __typename
      id
    }
    ...RefusalView
  }
}
    fragment RefusalView on Refusal {
  __typename
  code
  message
  recovery
  ... on InputInvalid {
    __typename
    problems {
      __typename
      field
      message
    }
  }
}`, {"hash":"fad19b76660fef4626189cb79c5515f4421c0c1c0def597265fff5791303b444"}) as unknown as TypedDocumentString<DeletePushSubscriptionMutation, DeletePushSubscriptionMutationVariables>;
export const RevokeSessionDocument = new TypedDocumentString(`
    mutation RevokeSession($input: RevokeSessionInput!) {
  revokeSession(input: $input) {
    __typename
    ... on Session {
      __typename
      id
      revokedAt
    }
    ...RefusalView
  }
}
    fragment RefusalView on Refusal {
  __typename
  code
  message
  recovery
  ... on InputInvalid {
    __typename
    problems {
      __typename
      field
      message
    }
  }
}`, {"hash":"36e301a70584ec0a3da7e59edd27a02b420ec7aed43655b9f5e880d7ef9f0a02"}) as unknown as TypedDocumentString<RevokeSessionMutation, RevokeSessionMutationVariables>;
export const RevokeOtherSessionsDocument = new TypedDocumentString(`
    mutation RevokeOtherSessions($input: RevokeOtherSessionsInput!) {
  revokeOtherSessions(input: $input) {
    __typename
    ... on SessionsRevoked {
      __typename
      count
    }
    ...RefusalView
  }
}
    fragment RefusalView on Refusal {
  __typename
  code
  message
  recovery
  ... on InputInvalid {
    __typename
    problems {
      __typename
      field
      message
    }
  }
}`, {"hash":"c0e8efd5c96cf4dd245652bd6227d4079da3f4987e93f3065f8b1ea1f82daa30"}) as unknown as TypedDocumentString<RevokeOtherSessionsMutation, RevokeOtherSessionsMutationVariables>;
export const DeletePersonDocument = new TypedDocumentString(`
    mutation DeletePerson($input: DeletePersonInput!) {
  deletePerson(input: $input) {
    __typename
    ... on PersonDeleted {
      __typename
      deletedAt
    }
    ...RefusalView
  }
}
    fragment RefusalView on Refusal {
  __typename
  code
  message
  recovery
  ... on InputInvalid {
    __typename
    problems {
      __typename
      field
      message
    }
  }
}`, {"hash":"5ac82d5d98908c628037c22c48c0efa67b119a8030064dfe14594976b42d6528"}) as unknown as TypedDocumentString<DeletePersonMutation, DeletePersonMutationVariables>;
export const RequestSignInCodeDocument = new TypedDocumentString(`
    mutation RequestSignInCode($input: RequestSignInCodeInput!) {
  requestSignInCode(input: $input) {
    __typename
    ... on SignInCodeRequested {
      __typename
      sentTo
    }
    ...RefusalView
  }
}
    fragment RefusalView on Refusal {
  __typename
  code
  message
  recovery
  ... on InputInvalid {
    __typename
    problems {
      __typename
      field
      message
    }
  }
}`, {"hash":"fa9a0f2df09ae7ef9aa7ffb78dbb58535dd4f134304c2304c0e7ca2dbc1cb21f"}) as unknown as TypedDocumentString<RequestSignInCodeMutation, RequestSignInCodeMutationVariables>;
export const SignInDocument = new TypedDocumentString(`
    mutation SignIn($input: SignInInput!) {
  signIn(input: $input) {
    __typename
    ... on SignedIn {
      __typename
      token
      isNewPerson
    }
    ...RefusalView
  }
}
    fragment RefusalView on Refusal {
  __typename
  code
  message
  recovery
  ... on InputInvalid {
    __typename
    problems {
      __typename
      field
      message
    }
  }
}`, {"hash":"54d1edaca88b99c8e1b57da51b7415a72dc8b364e74b592d390d1c9fe6fd88e6"}) as unknown as TypedDocumentString<SignInMutation, SignInMutationVariables>;
export const UpdatePersonDocument = new TypedDocumentString(`
    mutation UpdatePerson($input: UpdatePersonInput!) {
  updatePerson(input: $input) {
    __typename
    ... on Person {
      __typename
      id
      name
      language
      timeZone
    }
    ...RefusalView
  }
}
    fragment RefusalView on Refusal {
  __typename
  code
  message
  recovery
  ... on InputInvalid {
    __typename
    problems {
      __typename
      field
      message
    }
  }
}`, {"hash":"78032238b95d8c673344ec51fc99045a93f9ae4057e42f35851152edf5022db7"}) as unknown as TypedDocumentString<UpdatePersonMutation, UpdatePersonMutationVariables>;
export const CreateAccountDocument = new TypedDocumentString(`
    mutation CreateAccount($input: CreateAccountInput!) {
  createAccount(input: $input) {
    __typename
    ... on Account {
      __typename
      id
      name
    }
    ...RefusalView
  }
}
    fragment RefusalView on Refusal {
  __typename
  code
  message
  recovery
  ... on InputInvalid {
    __typename
    problems {
      __typename
      field
      message
    }
  }
}`, {"hash":"40455cf787a4758e975e3f6746f98a5fd392e2f8d2b17ee2fc4f4ae06bca20ad"}) as unknown as TypedDocumentString<CreateAccountMutation, CreateAccountMutationVariables>;
export const AcceptInvitationDocument = new TypedDocumentString(`
    mutation AcceptInvitation($input: AcceptInvitationInput!) {
  acceptInvitation(input: $input) {
    __typename
    ... on AccountMembership {
      __typename
      role
      account {
        __typename
        id
        name
      }
    }
    ...RefusalView
  }
}
    fragment RefusalView on Refusal {
  __typename
  code
  message
  recovery
  ... on InputInvalid {
    __typename
    problems {
      __typename
      field
      message
    }
  }
}`, {"hash":"c95f254c45ac47b6f21c00ee7866f4ebdee62fe2da671a0df01310a7de3c36c9"}) as unknown as TypedDocumentString<AcceptInvitationMutation, AcceptInvitationMutationVariables>;
export const SpaceDocument = new TypedDocumentString(`
    query Space($id: ID!, $from: Date!, $to: Date!) {
  space(id: $id) {
    __typename
    ...SpaceCard
    status
    takenDownAt
    takenDownReason
    audience
    requirements
    languages
    countries
    leadTimeDays
    firstBookableDay
    timeZone
    format {
      __typename
      width
      height
      words
      seconds
    }
    creativeRules {
      __typename
      kinds
      imageWidth
      imageHeight
      isImageSizeExact
      maxImageBytes
      maxHtmlCharacters
    }
    availability(from: $from, to: $to) {
      __typename
      from
      to
      freePlaces
      isBlocked
    }
    seller {
      __typename
      id
      name
      about
      website
      profile {
        __typename
        completedOrderCount
        ratingAverage
        ratingCount
      }
    }
  }
}
    fragment SpaceCard on Space {
  __typename
  id
  title
  description
  kind
  seller {
    __typename
    id
    name
  }
  pictures {
    __typename
    ...FileView
  }
  options {
    __typename
    ...PriceOptionView
  }
}
fragment PriceOptionView on PriceOption {
  __typename
  id
  title
  measure
  quantity
  isMonthly
  price {
    __typename
    ...MoneyView
  }
}
fragment MoneyView on Money {
  __typename
  minorUnits
  currency
  digits
}
fragment FileView on File {
  __typename
  id
  name
  mediaType
  sizeBytes
  url
  width
  height
}`, {"hash":"4c4c960d85198e58170d435e15bcf72a0416ec47b3682a1f2b46479ede7d8012"}) as unknown as TypedDocumentString<SpaceQuery, SpaceQueryVariables>;
export const PlacementOptionsDocument = new TypedDocumentString(`
    query PlacementOptions {
  placements(first: 50) {
    __typename
    nodes {
      __typename
      id
      name
    }
  }
}
    `, {"hash":"1af743bdfb89cedcd9b9516c117edab87446feba51020a3e047076861ab7b4c7"}) as unknown as TypedDocumentString<PlacementOptionsQuery, PlacementOptionsQueryVariables>;
export const RequestFeedbackDocument = new TypedDocumentString(`
    mutation RequestFeedback($input: RequestFeedbackInput!) {
  requestFeedback(input: $input) {
    __typename
    ...OrderHeader
    ...RefusalView
  }
}
    fragment RefusalView on Refusal {
  __typename
  code
  message
  recovery
  ... on InputInvalid {
    __typename
    problems {
      __typename
      field
      message
    }
  }
}
fragment OrderHeader on Order {
  __typename
  id
  number
  revision
  status
  statusTitle
  progress
  paymentStatus
  proofStatus
  reviewStatus
  surveyStatus
  viewerRole
  waitingOn
  awaitedActions {
    __typename
    role
    title
    step
    until
    outcome
  }
  statusSince
  promisedFor
  needsAttention
  lastActivityAt
  nextSteps {
    __typename
    step
    title
  }
  actions {
    __typename
    ...ActionView
  }
}
fragment ActionView on OrderAction {
  __typename
  step
  title
  isAllowed
  blockedReason
  blockedReasonCode
  isFinal
  requiresOneOf
  fields {
    __typename
    ...StepFieldView
  }
}
fragment StepFieldView on StepField {
  __typename
  name
  title
  description
  kind
  isRequired
  maxLength
  minValue
  maxValue
  maxCount
  typeName
  options {
    __typename
    value
    title
    description
  }
}`, {"hash":"d329ac46f393899fa33b1f173f59f8048e99e205b4cbf44c56fc57a2e2df7474"}) as unknown as TypedDocumentString<RequestFeedbackMutation, RequestFeedbackMutationVariables>;
export const ProvideFeedbackDocument = new TypedDocumentString(`
    mutation ProvideFeedback($input: ProvideFeedbackInput!) {
  provideFeedback(input: $input) {
    __typename
    ...OrderHeader
    ...RefusalView
  }
}
    fragment RefusalView on Refusal {
  __typename
  code
  message
  recovery
  ... on InputInvalid {
    __typename
    problems {
      __typename
      field
      message
    }
  }
}
fragment OrderHeader on Order {
  __typename
  id
  number
  revision
  status
  statusTitle
  progress
  paymentStatus
  proofStatus
  reviewStatus
  surveyStatus
  viewerRole
  waitingOn
  awaitedActions {
    __typename
    role
    title
    step
    until
    outcome
  }
  statusSince
  promisedFor
  needsAttention
  lastActivityAt
  nextSteps {
    __typename
    step
    title
  }
  actions {
    __typename
    ...ActionView
  }
}
fragment ActionView on OrderAction {
  __typename
  step
  title
  isAllowed
  blockedReason
  blockedReasonCode
  isFinal
  requiresOneOf
  fields {
    __typename
    ...StepFieldView
  }
}
fragment StepFieldView on StepField {
  __typename
  name
  title
  description
  kind
  isRequired
  maxLength
  minValue
  maxValue
  maxCount
  typeName
  options {
    __typename
    value
    title
    description
  }
}`, {"hash":"4e8c53a3f78c7cb5ccd14409e8aa5aec6099d313f36371fd241f25a58677d344"}) as unknown as TypedDocumentString<ProvideFeedbackMutation, ProvideFeedbackMutationVariables>;
export const WithdrawFeedbackRequestDocument = new TypedDocumentString(`
    mutation WithdrawFeedbackRequest($input: WithdrawFeedbackRequestInput!) {
  withdrawFeedbackRequest(input: $input) {
    __typename
    ...OrderHeader
    ...RefusalView
  }
}
    fragment RefusalView on Refusal {
  __typename
  code
  message
  recovery
  ... on InputInvalid {
    __typename
    problems {
      __typename
      field
      message
    }
  }
}
fragment OrderHeader on Order {
  __typename
  id
  number
  revision
  status
  statusTitle
  progress
  paymentStatus
  proofStatus
  reviewStatus
  surveyStatus
  viewerRole
  waitingOn
  awaitedActions {
    __typename
    role
    title
    step
    until
    outcome
  }
  statusSince
  promisedFor
  needsAttention
  lastActivityAt
  nextSteps {
    __typename
    step
    title
  }
  actions {
    __typename
    ...ActionView
  }
}
fragment ActionView on OrderAction {
  __typename
  step
  title
  isAllowed
  blockedReason
  blockedReasonCode
  isFinal
  requiresOneOf
  fields {
    __typename
    ...StepFieldView
  }
}
fragment StepFieldView on StepField {
  __typename
  name
  title
  description
  kind
  isRequired
  maxLength
  minValue
  maxValue
  maxCount
  typeName
  options {
    __typename
    value
    title
    description
  }
}`, {"hash":"028f649675d183f5b326013cc7d219fd92d5d3dae6a8556703c269c324c62f8e"}) as unknown as TypedDocumentString<WithdrawFeedbackRequestMutation, WithdrawFeedbackRequestMutationVariables>;
export const RequestPaymentDocument = new TypedDocumentString(`
    mutation RequestPayment($input: RequestPaymentInput!) {
  requestPayment(input: $input) {
    __typename
    ...OrderHeader
    ...RefusalView
  }
}
    fragment RefusalView on Refusal {
  __typename
  code
  message
  recovery
  ... on InputInvalid {
    __typename
    problems {
      __typename
      field
      message
    }
  }
}
fragment OrderHeader on Order {
  __typename
  id
  number
  revision
  status
  statusTitle
  progress
  paymentStatus
  proofStatus
  reviewStatus
  surveyStatus
  viewerRole
  waitingOn
  awaitedActions {
    __typename
    role
    title
    step
    until
    outcome
  }
  statusSince
  promisedFor
  needsAttention
  lastActivityAt
  nextSteps {
    __typename
    step
    title
  }
  actions {
    __typename
    ...ActionView
  }
}
fragment ActionView on OrderAction {
  __typename
  step
  title
  isAllowed
  blockedReason
  blockedReasonCode
  isFinal
  requiresOneOf
  fields {
    __typename
    ...StepFieldView
  }
}
fragment StepFieldView on StepField {
  __typename
  name
  title
  description
  kind
  isRequired
  maxLength
  minValue
  maxValue
  maxCount
  typeName
  options {
    __typename
    value
    title
    description
  }
}`, {"hash":"d4e4faf098829e2380401dad9ae7e33834506025825ee9198dfd279d88997b0c"}) as unknown as TypedDocumentString<RequestPaymentMutation, RequestPaymentMutationVariables>;
export const WithdrawPaymentRequestDocument = new TypedDocumentString(`
    mutation WithdrawPaymentRequest($input: WithdrawPaymentRequestInput!) {
  withdrawPaymentRequest(input: $input) {
    __typename
    ...OrderHeader
    ...RefusalView
  }
}
    fragment RefusalView on Refusal {
  __typename
  code
  message
  recovery
  ... on InputInvalid {
    __typename
    problems {
      __typename
      field
      message
    }
  }
}
fragment OrderHeader on Order {
  __typename
  id
  number
  revision
  status
  statusTitle
  progress
  paymentStatus
  proofStatus
  reviewStatus
  surveyStatus
  viewerRole
  waitingOn
  awaitedActions {
    __typename
    role
    title
    step
    until
    outcome
  }
  statusSince
  promisedFor
  needsAttention
  lastActivityAt
  nextSteps {
    __typename
    step
    title
  }
  actions {
    __typename
    ...ActionView
  }
}
fragment ActionView on OrderAction {
  __typename
  step
  title
  isAllowed
  blockedReason
  blockedReasonCode
  isFinal
  requiresOneOf
  fields {
    __typename
    ...StepFieldView
  }
}
fragment StepFieldView on StepField {
  __typename
  name
  title
  description
  kind
  isRequired
  maxLength
  minValue
  maxValue
  maxCount
  typeName
  options {
    __typename
    value
    title
    description
  }
}`, {"hash":"8078a4240fcd3a15830c86b35d43a7efd09ec13688db2728701d456776dab2c2"}) as unknown as TypedDocumentString<WithdrawPaymentRequestMutation, WithdrawPaymentRequestMutationVariables>;
export const ConfirmPaymentDocument = new TypedDocumentString(`
    mutation ConfirmPayment($input: ConfirmPaymentInput!) {
  confirmPayment(input: $input) {
    __typename
    ...OrderHeader
    ...RefusalView
  }
}
    fragment RefusalView on Refusal {
  __typename
  code
  message
  recovery
  ... on InputInvalid {
    __typename
    problems {
      __typename
      field
      message
    }
  }
}
fragment OrderHeader on Order {
  __typename
  id
  number
  revision
  status
  statusTitle
  progress
  paymentStatus
  proofStatus
  reviewStatus
  surveyStatus
  viewerRole
  waitingOn
  awaitedActions {
    __typename
    role
    title
    step
    until
    outcome
  }
  statusSince
  promisedFor
  needsAttention
  lastActivityAt
  nextSteps {
    __typename
    step
    title
  }
  actions {
    __typename
    ...ActionView
  }
}
fragment ActionView on OrderAction {
  __typename
  step
  title
  isAllowed
  blockedReason
  blockedReasonCode
  isFinal
  requiresOneOf
  fields {
    __typename
    ...StepFieldView
  }
}
fragment StepFieldView on StepField {
  __typename
  name
  title
  description
  kind
  isRequired
  maxLength
  minValue
  maxValue
  maxCount
  typeName
  options {
    __typename
    value
    title
    description
  }
}`, {"hash":"64c5edc9fc8fca836c0698e3d732e872f3ad7ba20b3dbcc3ab5532e20553643e"}) as unknown as TypedDocumentString<ConfirmPaymentMutation, ConfirmPaymentMutationVariables>;
export const StartProcessingDocument = new TypedDocumentString(`
    mutation StartProcessing($input: StartProcessingInput!) {
  startProcessing(input: $input) {
    __typename
    ...OrderHeader
    ...RefusalView
  }
}
    fragment RefusalView on Refusal {
  __typename
  code
  message
  recovery
  ... on InputInvalid {
    __typename
    problems {
      __typename
      field
      message
    }
  }
}
fragment OrderHeader on Order {
  __typename
  id
  number
  revision
  status
  statusTitle
  progress
  paymentStatus
  proofStatus
  reviewStatus
  surveyStatus
  viewerRole
  waitingOn
  awaitedActions {
    __typename
    role
    title
    step
    until
    outcome
  }
  statusSince
  promisedFor
  needsAttention
  lastActivityAt
  nextSteps {
    __typename
    step
    title
  }
  actions {
    __typename
    ...ActionView
  }
}
fragment ActionView on OrderAction {
  __typename
  step
  title
  isAllowed
  blockedReason
  blockedReasonCode
  isFinal
  requiresOneOf
  fields {
    __typename
    ...StepFieldView
  }
}
fragment StepFieldView on StepField {
  __typename
  name
  title
  description
  kind
  isRequired
  maxLength
  minValue
  maxValue
  maxCount
  typeName
  options {
    __typename
    value
    title
    description
  }
}`, {"hash":"3e74340c77acaaf57708b26f7f5f91cf7c7658b175bf28e326bade98907e0cfd"}) as unknown as TypedDocumentString<StartProcessingMutation, StartProcessingMutationVariables>;
export const PutOnHoldDocument = new TypedDocumentString(`
    mutation PutOnHold($input: PutOnHoldInput!) {
  putOnHold(input: $input) {
    __typename
    ...OrderHeader
    ...RefusalView
  }
}
    fragment RefusalView on Refusal {
  __typename
  code
  message
  recovery
  ... on InputInvalid {
    __typename
    problems {
      __typename
      field
      message
    }
  }
}
fragment OrderHeader on Order {
  __typename
  id
  number
  revision
  status
  statusTitle
  progress
  paymentStatus
  proofStatus
  reviewStatus
  surveyStatus
  viewerRole
  waitingOn
  awaitedActions {
    __typename
    role
    title
    step
    until
    outcome
  }
  statusSince
  promisedFor
  needsAttention
  lastActivityAt
  nextSteps {
    __typename
    step
    title
  }
  actions {
    __typename
    ...ActionView
  }
}
fragment ActionView on OrderAction {
  __typename
  step
  title
  isAllowed
  blockedReason
  blockedReasonCode
  isFinal
  requiresOneOf
  fields {
    __typename
    ...StepFieldView
  }
}
fragment StepFieldView on StepField {
  __typename
  name
  title
  description
  kind
  isRequired
  maxLength
  minValue
  maxValue
  maxCount
  typeName
  options {
    __typename
    value
    title
    description
  }
}`, {"hash":"cf208555ecd33cc9552c6341f6bdabf8b58f30b375fd51d3875cb0ac72b68ecb"}) as unknown as TypedDocumentString<PutOnHoldMutation, PutOnHoldMutationVariables>;
export const ResumeOrderDocument = new TypedDocumentString(`
    mutation ResumeOrder($input: ResumeOrderInput!) {
  resumeOrder(input: $input) {
    __typename
    ...OrderHeader
    ...RefusalView
  }
}
    fragment RefusalView on Refusal {
  __typename
  code
  message
  recovery
  ... on InputInvalid {
    __typename
    problems {
      __typename
      field
      message
    }
  }
}
fragment OrderHeader on Order {
  __typename
  id
  number
  revision
  status
  statusTitle
  progress
  paymentStatus
  proofStatus
  reviewStatus
  surveyStatus
  viewerRole
  waitingOn
  awaitedActions {
    __typename
    role
    title
    step
    until
    outcome
  }
  statusSince
  promisedFor
  needsAttention
  lastActivityAt
  nextSteps {
    __typename
    step
    title
  }
  actions {
    __typename
    ...ActionView
  }
}
fragment ActionView on OrderAction {
  __typename
  step
  title
  isAllowed
  blockedReason
  blockedReasonCode
  isFinal
  requiresOneOf
  fields {
    __typename
    ...StepFieldView
  }
}
fragment StepFieldView on StepField {
  __typename
  name
  title
  description
  kind
  isRequired
  maxLength
  minValue
  maxValue
  maxCount
  typeName
  options {
    __typename
    value
    title
    description
  }
}`, {"hash":"ca6b345b4d92f46809662bfb7bde55266d18ecfe9f8c7778846d4ed204aa2e97"}) as unknown as TypedDocumentString<ResumeOrderMutation, ResumeOrderMutationVariables>;
export const CompleteOrderDocument = new TypedDocumentString(`
    mutation CompleteOrder($input: CompleteOrderInput!) {
  completeOrder(input: $input) {
    __typename
    ...OrderHeader
    ...RefusalView
  }
}
    fragment RefusalView on Refusal {
  __typename
  code
  message
  recovery
  ... on InputInvalid {
    __typename
    problems {
      __typename
      field
      message
    }
  }
}
fragment OrderHeader on Order {
  __typename
  id
  number
  revision
  status
  statusTitle
  progress
  paymentStatus
  proofStatus
  reviewStatus
  surveyStatus
  viewerRole
  waitingOn
  awaitedActions {
    __typename
    role
    title
    step
    until
    outcome
  }
  statusSince
  promisedFor
  needsAttention
  lastActivityAt
  nextSteps {
    __typename
    step
    title
  }
  actions {
    __typename
    ...ActionView
  }
}
fragment ActionView on OrderAction {
  __typename
  step
  title
  isAllowed
  blockedReason
  blockedReasonCode
  isFinal
  requiresOneOf
  fields {
    __typename
    ...StepFieldView
  }
}
fragment StepFieldView on StepField {
  __typename
  name
  title
  description
  kind
  isRequired
  maxLength
  minValue
  maxValue
  maxCount
  typeName
  options {
    __typename
    value
    title
    description
  }
}`, {"hash":"1d21ed617ba343f5bd6ccb184755820a9abe17a9e657408544c11ef1297bfa07"}) as unknown as TypedDocumentString<CompleteOrderMutation, CompleteOrderMutationVariables>;
export const SubmitProofDocument = new TypedDocumentString(`
    mutation SubmitProof($input: SubmitProofInput!) {
  submitProof(input: $input) {
    __typename
    ...OrderHeader
    ...RefusalView
  }
}
    fragment RefusalView on Refusal {
  __typename
  code
  message
  recovery
  ... on InputInvalid {
    __typename
    problems {
      __typename
      field
      message
    }
  }
}
fragment OrderHeader on Order {
  __typename
  id
  number
  revision
  status
  statusTitle
  progress
  paymentStatus
  proofStatus
  reviewStatus
  surveyStatus
  viewerRole
  waitingOn
  awaitedActions {
    __typename
    role
    title
    step
    until
    outcome
  }
  statusSince
  promisedFor
  needsAttention
  lastActivityAt
  nextSteps {
    __typename
    step
    title
  }
  actions {
    __typename
    ...ActionView
  }
}
fragment ActionView on OrderAction {
  __typename
  step
  title
  isAllowed
  blockedReason
  blockedReasonCode
  isFinal
  requiresOneOf
  fields {
    __typename
    ...StepFieldView
  }
}
fragment StepFieldView on StepField {
  __typename
  name
  title
  description
  kind
  isRequired
  maxLength
  minValue
  maxValue
  maxCount
  typeName
  options {
    __typename
    value
    title
    description
  }
}`, {"hash":"3143230a672b6e8afa94d5fb3cc02eb7e31d5435420b902ef4aec60b18ca3e2a"}) as unknown as TypedDocumentString<SubmitProofMutation, SubmitProofMutationVariables>;
export const RateCollaborationDocument = new TypedDocumentString(`
    mutation RateCollaboration($input: RateCollaborationInput!) {
  rateCollaboration(input: $input) {
    __typename
    ...OrderHeader
    ...RefusalView
  }
}
    fragment RefusalView on Refusal {
  __typename
  code
  message
  recovery
  ... on InputInvalid {
    __typename
    problems {
      __typename
      field
      message
    }
  }
}
fragment OrderHeader on Order {
  __typename
  id
  number
  revision
  status
  statusTitle
  progress
  paymentStatus
  proofStatus
  reviewStatus
  surveyStatus
  viewerRole
  waitingOn
  awaitedActions {
    __typename
    role
    title
    step
    until
    outcome
  }
  statusSince
  promisedFor
  needsAttention
  lastActivityAt
  nextSteps {
    __typename
    step
    title
  }
  actions {
    __typename
    ...ActionView
  }
}
fragment ActionView on OrderAction {
  __typename
  step
  title
  isAllowed
  blockedReason
  blockedReasonCode
  isFinal
  requiresOneOf
  fields {
    __typename
    ...StepFieldView
  }
}
fragment StepFieldView on StepField {
  __typename
  name
  title
  description
  kind
  isRequired
  maxLength
  minValue
  maxValue
  maxCount
  typeName
  options {
    __typename
    value
    title
    description
  }
}`, {"hash":"383d4bc67f448b415569e0af159a4e3b59a43046b2030d181a6971f1c2591a70"}) as unknown as TypedDocumentString<RateCollaborationMutation, RateCollaborationMutationVariables>;
export const AnswerMetricsSurveyDocument = new TypedDocumentString(`
    mutation AnswerMetricsSurvey($input: AnswerMetricsSurveyInput!) {
  answerMetricsSurvey(input: $input) {
    __typename
    ...OrderHeader
    ...RefusalView
  }
}
    fragment RefusalView on Refusal {
  __typename
  code
  message
  recovery
  ... on InputInvalid {
    __typename
    problems {
      __typename
      field
      message
    }
  }
}
fragment OrderHeader on Order {
  __typename
  id
  number
  revision
  status
  statusTitle
  progress
  paymentStatus
  proofStatus
  reviewStatus
  surveyStatus
  viewerRole
  waitingOn
  awaitedActions {
    __typename
    role
    title
    step
    until
    outcome
  }
  statusSince
  promisedFor
  needsAttention
  lastActivityAt
  nextSteps {
    __typename
    step
    title
  }
  actions {
    __typename
    ...ActionView
  }
}
fragment ActionView on OrderAction {
  __typename
  step
  title
  isAllowed
  blockedReason
  blockedReasonCode
  isFinal
  requiresOneOf
  fields {
    __typename
    ...StepFieldView
  }
}
fragment StepFieldView on StepField {
  __typename
  name
  title
  description
  kind
  isRequired
  maxLength
  minValue
  maxValue
  maxCount
  typeName
  options {
    __typename
    value
    title
    description
  }
}`, {"hash":"e5c8e391b8c491b743c658b109e04ca0835552f4bf730c52f111f91c50b9f11b"}) as unknown as TypedDocumentString<AnswerMetricsSurveyMutation, AnswerMetricsSurveyMutationVariables>;
export const OpenDisputeDocument = new TypedDocumentString(`
    mutation OpenDispute($input: OpenDisputeInput!) {
  openDispute(input: $input) {
    __typename
    ...OrderHeader
    ...RefusalView
  }
}
    fragment RefusalView on Refusal {
  __typename
  code
  message
  recovery
  ... on InputInvalid {
    __typename
    problems {
      __typename
      field
      message
    }
  }
}
fragment OrderHeader on Order {
  __typename
  id
  number
  revision
  status
  statusTitle
  progress
  paymentStatus
  proofStatus
  reviewStatus
  surveyStatus
  viewerRole
  waitingOn
  awaitedActions {
    __typename
    role
    title
    step
    until
    outcome
  }
  statusSince
  promisedFor
  needsAttention
  lastActivityAt
  nextSteps {
    __typename
    step
    title
  }
  actions {
    __typename
    ...ActionView
  }
}
fragment ActionView on OrderAction {
  __typename
  step
  title
  isAllowed
  blockedReason
  blockedReasonCode
  isFinal
  requiresOneOf
  fields {
    __typename
    ...StepFieldView
  }
}
fragment StepFieldView on StepField {
  __typename
  name
  title
  description
  kind
  isRequired
  maxLength
  minValue
  maxValue
  maxCount
  typeName
  options {
    __typename
    value
    title
    description
  }
}`, {"hash":"cc0e9d707e94e635c46d65a57c1aacb50e28e604321954f5d22fc67e71ad9324"}) as unknown as TypedDocumentString<OpenDisputeMutation, OpenDisputeMutationVariables>;
export const ResolveDisputeDocument = new TypedDocumentString(`
    mutation ResolveDispute($input: ResolveDisputeInput!) {
  resolveDispute(input: $input) {
    __typename
    ...OrderHeader
    ...RefusalView
  }
}
    fragment RefusalView on Refusal {
  __typename
  code
  message
  recovery
  ... on InputInvalid {
    __typename
    problems {
      __typename
      field
      message
    }
  }
}
fragment OrderHeader on Order {
  __typename
  id
  number
  revision
  status
  statusTitle
  progress
  paymentStatus
  proofStatus
  reviewStatus
  surveyStatus
  viewerRole
  waitingOn
  awaitedActions {
    __typename
    role
    title
    step
    until
    outcome
  }
  statusSince
  promisedFor
  needsAttention
  lastActivityAt
  nextSteps {
    __typename
    step
    title
  }
  actions {
    __typename
    ...ActionView
  }
}
fragment ActionView on OrderAction {
  __typename
  step
  title
  isAllowed
  blockedReason
  blockedReasonCode
  isFinal
  requiresOneOf
  fields {
    __typename
    ...StepFieldView
  }
}
fragment StepFieldView on StepField {
  __typename
  name
  title
  description
  kind
  isRequired
  maxLength
  minValue
  maxValue
  maxCount
  typeName
  options {
    __typename
    value
    title
    description
  }
}`, {"hash":"3b7d65d411236952e286d80cbbe0296c30388d86a344d53968f236c8ac17098f"}) as unknown as TypedDocumentString<ResolveDisputeMutation, ResolveDisputeMutationVariables>;
export const RefundOrderDocument = new TypedDocumentString(`
    mutation RefundOrder($input: RefundOrderInput!) {
  refundOrder(input: $input) {
    __typename
    ...OrderHeader
    ...RefusalView
  }
}
    fragment RefusalView on Refusal {
  __typename
  code
  message
  recovery
  ... on InputInvalid {
    __typename
    problems {
      __typename
      field
      message
    }
  }
}
fragment OrderHeader on Order {
  __typename
  id
  number
  revision
  status
  statusTitle
  progress
  paymentStatus
  proofStatus
  reviewStatus
  surveyStatus
  viewerRole
  waitingOn
  awaitedActions {
    __typename
    role
    title
    step
    until
    outcome
  }
  statusSince
  promisedFor
  needsAttention
  lastActivityAt
  nextSteps {
    __typename
    step
    title
  }
  actions {
    __typename
    ...ActionView
  }
}
fragment ActionView on OrderAction {
  __typename
  step
  title
  isAllowed
  blockedReason
  blockedReasonCode
  isFinal
  requiresOneOf
  fields {
    __typename
    ...StepFieldView
  }
}
fragment StepFieldView on StepField {
  __typename
  name
  title
  description
  kind
  isRequired
  maxLength
  minValue
  maxValue
  maxCount
  typeName
  options {
    __typename
    value
    title
    description
  }
}`, {"hash":"5e4962e9418db7f3b986684cf26a09fdc3e13322216d97a7aa31a2ca79d4d76a"}) as unknown as TypedDocumentString<RefundOrderMutation, RefundOrderMutationVariables>;
export const CancelOrderDocument = new TypedDocumentString(`
    mutation CancelOrder($input: CancelOrderInput!) {
  cancelOrder(input: $input) {
    __typename
    ...OrderHeader
    ...RefusalView
  }
}
    fragment RefusalView on Refusal {
  __typename
  code
  message
  recovery
  ... on InputInvalid {
    __typename
    problems {
      __typename
      field
      message
    }
  }
}
fragment OrderHeader on Order {
  __typename
  id
  number
  revision
  status
  statusTitle
  progress
  paymentStatus
  proofStatus
  reviewStatus
  surveyStatus
  viewerRole
  waitingOn
  awaitedActions {
    __typename
    role
    title
    step
    until
    outcome
  }
  statusSince
  promisedFor
  needsAttention
  lastActivityAt
  nextSteps {
    __typename
    step
    title
  }
  actions {
    __typename
    ...ActionView
  }
}
fragment ActionView on OrderAction {
  __typename
  step
  title
  isAllowed
  blockedReason
  blockedReasonCode
  isFinal
  requiresOneOf
  fields {
    __typename
    ...StepFieldView
  }
}
fragment StepFieldView on StepField {
  __typename
  name
  title
  description
  kind
  isRequired
  maxLength
  minValue
  maxValue
  maxCount
  typeName
  options {
    __typename
    value
    title
    description
  }
}`, {"hash":"e617dae6698824b4f4ebc81b78610dbb7b58512aa5863231b0c688cc5ece5ead"}) as unknown as TypedDocumentString<CancelOrderMutation, CancelOrderMutationVariables>;
export const CancelPaidOrderDocument = new TypedDocumentString(`
    mutation CancelPaidOrder($input: CancelPaidOrderInput!) {
  cancelPaidOrder(input: $input) {
    __typename
    ...OrderHeader
    ...RefusalView
  }
}
    fragment RefusalView on Refusal {
  __typename
  code
  message
  recovery
  ... on InputInvalid {
    __typename
    problems {
      __typename
      field
      message
    }
  }
}
fragment OrderHeader on Order {
  __typename
  id
  number
  revision
  status
  statusTitle
  progress
  paymentStatus
  proofStatus
  reviewStatus
  surveyStatus
  viewerRole
  waitingOn
  awaitedActions {
    __typename
    role
    title
    step
    until
    outcome
  }
  statusSince
  promisedFor
  needsAttention
  lastActivityAt
  nextSteps {
    __typename
    step
    title
  }
  actions {
    __typename
    ...ActionView
  }
}
fragment ActionView on OrderAction {
  __typename
  step
  title
  isAllowed
  blockedReason
  blockedReasonCode
  isFinal
  requiresOneOf
  fields {
    __typename
    ...StepFieldView
  }
}
fragment StepFieldView on StepField {
  __typename
  name
  title
  description
  kind
  isRequired
  maxLength
  minValue
  maxValue
  maxCount
  typeName
  options {
    __typename
    value
    title
    description
  }
}`, {"hash":"1ace482dfc4dc8a369fcf542d107aad3f96b8f029a27eb078c6e982d5119d5a9"}) as unknown as TypedDocumentString<CancelPaidOrderMutation, CancelPaidOrderMutationVariables>;
export const RejectOrderDocument = new TypedDocumentString(`
    mutation RejectOrder($input: RejectOrderInput!) {
  rejectOrder(input: $input) {
    __typename
    ...OrderHeader
    ...RefusalView
  }
}
    fragment RefusalView on Refusal {
  __typename
  code
  message
  recovery
  ... on InputInvalid {
    __typename
    problems {
      __typename
      field
      message
    }
  }
}
fragment OrderHeader on Order {
  __typename
  id
  number
  revision
  status
  statusTitle
  progress
  paymentStatus
  proofStatus
  reviewStatus
  surveyStatus
  viewerRole
  waitingOn
  awaitedActions {
    __typename
    role
    title
    step
    until
    outcome
  }
  statusSince
  promisedFor
  needsAttention
  lastActivityAt
  nextSteps {
    __typename
    step
    title
  }
  actions {
    __typename
    ...ActionView
  }
}
fragment ActionView on OrderAction {
  __typename
  step
  title
  isAllowed
  blockedReason
  blockedReasonCode
  isFinal
  requiresOneOf
  fields {
    __typename
    ...StepFieldView
  }
}
fragment StepFieldView on StepField {
  __typename
  name
  title
  description
  kind
  isRequired
  maxLength
  minValue
  maxValue
  maxCount
  typeName
  options {
    __typename
    value
    title
    description
  }
}`, {"hash":"e3f4906928dc196f265bf211d8743898104e34a01182210558c38886e051378f"}) as unknown as TypedDocumentString<RejectOrderMutation, RejectOrderMutationVariables>;
export const SendReminderDocument = new TypedDocumentString(`
    mutation SendReminder($input: SendReminderInput!) {
  sendReminder(input: $input) {
    __typename
    ...OrderHeader
    ...RefusalView
  }
}
    fragment RefusalView on Refusal {
  __typename
  code
  message
  recovery
  ... on InputInvalid {
    __typename
    problems {
      __typename
      field
      message
    }
  }
}
fragment OrderHeader on Order {
  __typename
  id
  number
  revision
  status
  statusTitle
  progress
  paymentStatus
  proofStatus
  reviewStatus
  surveyStatus
  viewerRole
  waitingOn
  awaitedActions {
    __typename
    role
    title
    step
    until
    outcome
  }
  statusSince
  promisedFor
  needsAttention
  lastActivityAt
  nextSteps {
    __typename
    step
    title
  }
  actions {
    __typename
    ...ActionView
  }
}
fragment ActionView on OrderAction {
  __typename
  step
  title
  isAllowed
  blockedReason
  blockedReasonCode
  isFinal
  requiresOneOf
  fields {
    __typename
    ...StepFieldView
  }
}
fragment StepFieldView on StepField {
  __typename
  name
  title
  description
  kind
  isRequired
  maxLength
  minValue
  maxValue
  maxCount
  typeName
  options {
    __typename
    value
    title
    description
  }
}`, {"hash":"dea87215da733d5161f2220f1c9ec72916420316167389d947a70fb0f081e79a"}) as unknown as TypedDocumentString<SendReminderMutation, SendReminderMutationVariables>;
export const RenewOrderDocument = new TypedDocumentString(`
    mutation RenewOrder($input: RenewOrderInput!) {
  renewOrder(input: $input) {
    __typename
    ...OrderHeader
    ...RefusalView
  }
}
    fragment RefusalView on Refusal {
  __typename
  code
  message
  recovery
  ... on InputInvalid {
    __typename
    problems {
      __typename
      field
      message
    }
  }
}
fragment OrderHeader on Order {
  __typename
  id
  number
  revision
  status
  statusTitle
  progress
  paymentStatus
  proofStatus
  reviewStatus
  surveyStatus
  viewerRole
  waitingOn
  awaitedActions {
    __typename
    role
    title
    step
    until
    outcome
  }
  statusSince
  promisedFor
  needsAttention
  lastActivityAt
  nextSteps {
    __typename
    step
    title
  }
  actions {
    __typename
    ...ActionView
  }
}
fragment ActionView on OrderAction {
  __typename
  step
  title
  isAllowed
  blockedReason
  blockedReasonCode
  isFinal
  requiresOneOf
  fields {
    __typename
    ...StepFieldView
  }
}
fragment StepFieldView on StepField {
  __typename
  name
  title
  description
  kind
  isRequired
  maxLength
  minValue
  maxValue
  maxCount
  typeName
  options {
    __typename
    value
    title
    description
  }
}`, {"hash":"0ed3580238c438e4084b9ebef50f747665cfe1d0fa3847cc66b91001f3bec48e"}) as unknown as TypedDocumentString<RenewOrderMutation, RenewOrderMutationVariables>;
export const StopRenewalDocument = new TypedDocumentString(`
    mutation StopRenewal($input: StopRenewalInput!) {
  stopRenewal(input: $input) {
    __typename
    ...OrderHeader
    ...RefusalView
  }
}
    fragment RefusalView on Refusal {
  __typename
  code
  message
  recovery
  ... on InputInvalid {
    __typename
    problems {
      __typename
      field
      message
    }
  }
}
fragment OrderHeader on Order {
  __typename
  id
  number
  revision
  status
  statusTitle
  progress
  paymentStatus
  proofStatus
  reviewStatus
  surveyStatus
  viewerRole
  waitingOn
  awaitedActions {
    __typename
    role
    title
    step
    until
    outcome
  }
  statusSince
  promisedFor
  needsAttention
  lastActivityAt
  nextSteps {
    __typename
    step
    title
  }
  actions {
    __typename
    ...ActionView
  }
}
fragment ActionView on OrderAction {
  __typename
  step
  title
  isAllowed
  blockedReason
  blockedReasonCode
  isFinal
  requiresOneOf
  fields {
    __typename
    ...StepFieldView
  }
}
fragment StepFieldView on StepField {
  __typename
  name
  title
  description
  kind
  isRequired
  maxLength
  minValue
  maxValue
  maxCount
  typeName
  options {
    __typename
    value
    title
    description
  }
}`, {"hash":"5346c0902fb912c59d21eaeb79b61255ff74c54e12e51b23666318e71760ed31"}) as unknown as TypedDocumentString<StopRenewalMutation, StopRenewalMutationVariables>;
export const OverrideOrderStatusDocument = new TypedDocumentString(`
    mutation OverrideOrderStatus($input: OverrideOrderStatusInput!) {
  overrideOrderStatus(input: $input) {
    __typename
    ...OrderHeader
    ...RefusalView
  }
}
    fragment RefusalView on Refusal {
  __typename
  code
  message
  recovery
  ... on InputInvalid {
    __typename
    problems {
      __typename
      field
      message
    }
  }
}
fragment OrderHeader on Order {
  __typename
  id
  number
  revision
  status
  statusTitle
  progress
  paymentStatus
  proofStatus
  reviewStatus
  surveyStatus
  viewerRole
  waitingOn
  awaitedActions {
    __typename
    role
    title
    step
    until
    outcome
  }
  statusSince
  promisedFor
  needsAttention
  lastActivityAt
  nextSteps {
    __typename
    step
    title
  }
  actions {
    __typename
    ...ActionView
  }
}
fragment ActionView on OrderAction {
  __typename
  step
  title
  isAllowed
  blockedReason
  blockedReasonCode
  isFinal
  requiresOneOf
  fields {
    __typename
    ...StepFieldView
  }
}
fragment StepFieldView on StepField {
  __typename
  name
  title
  description
  kind
  isRequired
  maxLength
  minValue
  maxValue
  maxCount
  typeName
  options {
    __typename
    value
    title
    description
  }
}`, {"hash":"5e844b57780e356fb45e2a21adebbe6a641a507b9c4e35d2af8b1d00390cb2b5"}) as unknown as TypedDocumentString<OverrideOrderStatusMutation, OverrideOrderStatusMutationVariables>;
export const SaveAdDraftDocument = new TypedDocumentString(`
    mutation SaveAdDraft($input: SaveAdDraftInput!) {
  saveAdDraft(input: $input) {
    __typename
    ...AdView
    ...RefusalView
  }
}
    fragment RefusalView on Refusal {
  __typename
  code
  message
  recovery
  ... on InputInvalid {
    __typename
    problems {
      __typename
      field
      message
    }
  }
}
fragment StepFieldView on StepField {
  __typename
  name
  title
  description
  kind
  isRequired
  maxLength
  minValue
  maxValue
  maxCount
  typeName
  options {
    __typename
    value
    title
    description
  }
}
fragment FileView on File {
  __typename
  id
  name
  mediaType
  sizeBytes
  url
  width
  height
}
fragment AdView on Ad {
  __typename
  id
  name
  status
  html
  frameUrl
  targetUrl
  publishedAt
  endsAt
  impressions
  clicks
  takenDownAt
  takenDownReason
  image {
    __typename
    ...FileView
  }
  actions {
    __typename
    step
    title
    isAllowed
    blockedReason
    blockedReasonCode
    isFinal
    requiresOneOf
    fields {
      __typename
      ...StepFieldView
    }
  }
}`, {"hash":"95019d1b7af71ed7af00e40affb9b97f5af75fb87721c55f1ccfd81fa1d646ee"}) as unknown as TypedDocumentString<SaveAdDraftMutation, SaveAdDraftMutationVariables>;
export const SubmitAdDocument = new TypedDocumentString(`
    mutation SubmitAd($input: SubmitAdInput!) {
  submitAd(input: $input) {
    __typename
    ...AdView
    ...RefusalView
  }
}
    fragment RefusalView on Refusal {
  __typename
  code
  message
  recovery
  ... on InputInvalid {
    __typename
    problems {
      __typename
      field
      message
    }
  }
}
fragment StepFieldView on StepField {
  __typename
  name
  title
  description
  kind
  isRequired
  maxLength
  minValue
  maxValue
  maxCount
  typeName
  options {
    __typename
    value
    title
    description
  }
}
fragment FileView on File {
  __typename
  id
  name
  mediaType
  sizeBytes
  url
  width
  height
}
fragment AdView on Ad {
  __typename
  id
  name
  status
  html
  frameUrl
  targetUrl
  publishedAt
  endsAt
  impressions
  clicks
  takenDownAt
  takenDownReason
  image {
    __typename
    ...FileView
  }
  actions {
    __typename
    step
    title
    isAllowed
    blockedReason
    blockedReasonCode
    isFinal
    requiresOneOf
    fields {
      __typename
      ...StepFieldView
    }
  }
}`, {"hash":"b38cfad3e02fab34b4c119d2881081b3cb8ded44840c03042da57e33f7ac33c8"}) as unknown as TypedDocumentString<SubmitAdMutation, SubmitAdMutationVariables>;
export const RejectAdDocument = new TypedDocumentString(`
    mutation RejectAd($input: RejectAdInput!) {
  rejectAd(input: $input) {
    __typename
    ...AdView
    ...RefusalView
  }
}
    fragment RefusalView on Refusal {
  __typename
  code
  message
  recovery
  ... on InputInvalid {
    __typename
    problems {
      __typename
      field
      message
    }
  }
}
fragment StepFieldView on StepField {
  __typename
  name
  title
  description
  kind
  isRequired
  maxLength
  minValue
  maxValue
  maxCount
  typeName
  options {
    __typename
    value
    title
    description
  }
}
fragment FileView on File {
  __typename
  id
  name
  mediaType
  sizeBytes
  url
  width
  height
}
fragment AdView on Ad {
  __typename
  id
  name
  status
  html
  frameUrl
  targetUrl
  publishedAt
  endsAt
  impressions
  clicks
  takenDownAt
  takenDownReason
  image {
    __typename
    ...FileView
  }
  actions {
    __typename
    step
    title
    isAllowed
    blockedReason
    blockedReasonCode
    isFinal
    requiresOneOf
    fields {
      __typename
      ...StepFieldView
    }
  }
}`, {"hash":"1869ead739c77c6ea26387b35788690d042b35fce1301bc835eb06f6d2e71451"}) as unknown as TypedDocumentString<RejectAdMutation, RejectAdMutationVariables>;
export const PublishAdDocument = new TypedDocumentString(`
    mutation PublishAd($input: PublishAdInput!) {
  publishAd(input: $input) {
    __typename
    ...AdView
    ...RefusalView
  }
}
    fragment RefusalView on Refusal {
  __typename
  code
  message
  recovery
  ... on InputInvalid {
    __typename
    problems {
      __typename
      field
      message
    }
  }
}
fragment StepFieldView on StepField {
  __typename
  name
  title
  description
  kind
  isRequired
  maxLength
  minValue
  maxValue
  maxCount
  typeName
  options {
    __typename
    value
    title
    description
  }
}
fragment FileView on File {
  __typename
  id
  name
  mediaType
  sizeBytes
  url
  width
  height
}
fragment AdView on Ad {
  __typename
  id
  name
  status
  html
  frameUrl
  targetUrl
  publishedAt
  endsAt
  impressions
  clicks
  takenDownAt
  takenDownReason
  image {
    __typename
    ...FileView
  }
  actions {
    __typename
    step
    title
    isAllowed
    blockedReason
    blockedReasonCode
    isFinal
    requiresOneOf
    fields {
      __typename
      ...StepFieldView
    }
  }
}`, {"hash":"740cb8243521eb1a7807cd0fe3af62878a79553cf6b1cf6bebdf4be9f958af8a"}) as unknown as TypedDocumentString<PublishAdMutation, PublishAdMutationVariables>;
export const PublishAdDirectlyDocument = new TypedDocumentString(`
    mutation PublishAdDirectly($input: PublishAdDirectlyInput!) {
  publishAdDirectly(input: $input) {
    __typename
    ...AdView
    ...RefusalView
  }
}
    fragment RefusalView on Refusal {
  __typename
  code
  message
  recovery
  ... on InputInvalid {
    __typename
    problems {
      __typename
      field
      message
    }
  }
}
fragment StepFieldView on StepField {
  __typename
  name
  title
  description
  kind
  isRequired
  maxLength
  minValue
  maxValue
  maxCount
  typeName
  options {
    __typename
    value
    title
    description
  }
}
fragment FileView on File {
  __typename
  id
  name
  mediaType
  sizeBytes
  url
  width
  height
}
fragment AdView on Ad {
  __typename
  id
  name
  status
  html
  frameUrl
  targetUrl
  publishedAt
  endsAt
  impressions
  clicks
  takenDownAt
  takenDownReason
  image {
    __typename
    ...FileView
  }
  actions {
    __typename
    step
    title
    isAllowed
    blockedReason
    blockedReasonCode
    isFinal
    requiresOneOf
    fields {
      __typename
      ...StepFieldView
    }
  }
}`, {"hash":"9f134f8aef01815926c0113145723b97f0d12b359fad4d56d52cfb1617d131fb"}) as unknown as TypedDocumentString<PublishAdDirectlyMutation, PublishAdDirectlyMutationVariables>;
export const UnpublishAdDocument = new TypedDocumentString(`
    mutation UnpublishAd($input: UnpublishAdInput!) {
  unpublishAd(input: $input) {
    __typename
    ...AdView
    ...RefusalView
  }
}
    fragment RefusalView on Refusal {
  __typename
  code
  message
  recovery
  ... on InputInvalid {
    __typename
    problems {
      __typename
      field
      message
    }
  }
}
fragment StepFieldView on StepField {
  __typename
  name
  title
  description
  kind
  isRequired
  maxLength
  minValue
  maxValue
  maxCount
  typeName
  options {
    __typename
    value
    title
    description
  }
}
fragment FileView on File {
  __typename
  id
  name
  mediaType
  sizeBytes
  url
  width
  height
}
fragment AdView on Ad {
  __typename
  id
  name
  status
  html
  frameUrl
  targetUrl
  publishedAt
  endsAt
  impressions
  clicks
  takenDownAt
  takenDownReason
  image {
    __typename
    ...FileView
  }
  actions {
    __typename
    step
    title
    isAllowed
    blockedReason
    blockedReasonCode
    isFinal
    requiresOneOf
    fields {
      __typename
      ...StepFieldView
    }
  }
}`, {"hash":"8797d0bfea5d9c3d111ac6648be3ac2dd87b55b90f122045700b19941bad8123"}) as unknown as TypedDocumentString<UnpublishAdMutation, UnpublishAdMutationVariables>;