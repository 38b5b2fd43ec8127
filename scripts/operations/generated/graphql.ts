/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
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

/** Input of the mutation `confirmPayment`. */
export type ConfirmPaymentInput = {
  /** The amount that was received; defaults to the amount that is due. After a smaller amount, the rest stays due. */
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
  /** True if the prices of this seller include the tax; otherwise it is added when an order is placed. Null does not change it; true if absent in a new account. */
  pricesIncludeTax?: boolean | null | undefined;
  /** Rate of the tax on new orders from this seller in basis points, at most 5000: 1900 is 19 %. Null does not change it; 0 if absent in a new account. */
  taxBasisPoints?: number | null | undefined;
  /** Tax id for receipts, at most 50 characters: letters, digits, spaces, and the marks . / -, with at least one digit. */
  taxId?: string | null | undefined;
  /** IANA name of the time zone of the account, such as Europe/Berlin. Receipts and renewals that exist keep theirs. Null does not change it; a new account has that of its owner if absent. */
  timeZone?: string | null | undefined;
  /** Address of the website, an http:// or https:// URL. */
  website?: string | null | undefined;
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

/** The kind of answer that the advertiser gives. */
export type FeedbackKind =
  /** The draft is approved without changes. */
  | 'APPROVAL'
  /** The draft needs the changes in the answer. */
  | 'EDITS'
  /** The answer contains the requested information. */
  | 'INFORMATION';

/** The participant who has to act before the order can be resumed. */
export type HoldParty =
  /** The party that placed the order. */
  | 'ADVERTISER'
  /** The operator of the marketplace, who mediates. */
  | 'OPERATOR'
  /** The party that owns the ad space. */
  | 'SELLER';

/** A language of e-mails and pages. */
export type Language =
  /** German is the language of the texts. */
  | 'DE'
  /** English is the language of the texts. */
  | 'EN';

/** Input of the mutation `listSpace`. */
export type ListSpaceInput = {
  /** A key that the client chooses, of at most 100 characters. The same request with the same key is done once and has the same result. */
  idempotencyKey?: string | null | undefined;
  /** The global id of the space. */
  spaceId: string;
};

/** An amount of money in a currency. */
export type MoneyInput = {
  /** The currency of the amount. */
  currency: string;
  /** In the currency's smallest unit: 1234 EUR minor units are 12.34 EUR. */
  minorUnits: number;
};

/** Type of a GraphQL operation in a document. */
export type OperationKind =
  /** The operation is a mutation, which changes data. */
  | 'MUTATION'
  /** The operation is a query, which only reads. */
  | 'QUERY'
  /** The operation is a subscription to live events. */
  | 'SUBSCRIPTION';

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
  /** The step with the title “Accept the cancellation”. */
  | 'ACCEPT_CANCELLATION'
  /** The step with the title “Accept the offer”. */
  | 'ACCEPT_OFFER'
  /** The step with the title “Accept the order without a payment”. */
  | 'ACCEPT_ORDER'
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
  /** The step with the title “Make another offer”. */
  | 'COUNTER_OFFER'
  /** The step with the title “Decline the cancellation”. */
  | 'DECLINE_CANCELLATION'
  /** The step with the title “Decline the offer”. */
  | 'DECLINE_OFFER'
  /** The step with the title “Answer that no payment was received”. */
  | 'DECLINE_PAYMENT_REPORT'
  /** The step with the title “End the renewal”. */
  | 'END_RENEWAL'
  /** The step with the title “Let the offer expire”. */
  | 'EXPIRE_OFFER'
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
  /** The step with the title “Make an offer”. */
  | 'PROPOSE_OFFER'
  /** The step with the title “Provide feedback”. */
  | 'PROVIDE_FEEDBACK'
  /** The step with the title “Publish the ratings after the rating period”. */
  | 'PUBLISH_RATINGS'
  /** The step with the title “Put the order on hold”. */
  | 'PUT_ON_HOLD'
  /** The step with the title “Rate the collaboration”. */
  | 'RATE_COLLABORATION'
  /** The step with the title “Record a payment”. */
  | 'RECORD_PAYMENT'
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
  /** The step with the title “Report that it was paid”. */
  | 'REPORT_PAYMENT'
  /** The step with the title “Report the unanswered cancellation request to an operator”. */
  | 'REPORT_UNANSWERED_CANCELLATION'
  /** The step with the title “Request the cancellation”. */
  | 'REQUEST_CANCELLATION'
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
  /** The step with the title “Withdraw the cancellation request”. */
  | 'WITHDRAW_CANCELLATION_REQUEST'
  /** The step with the title “Withdraw the dispute”. */
  | 'WITHDRAW_DISPUTE'
  /** The step with the title “Withdraw the feedback request”. */
  | 'WITHDRAW_FEEDBACK_REQUEST'
  /** The step with the title “Withdraw the offer”. */
  | 'WITHDRAW_OFFER'
  /** The step with the title “Withdraw the payment request”. */
  | 'WITHDRAW_PAYMENT_REQUEST';

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

/** Input of the mutation `provideFeedback`. */
export type ProvideFeedbackInput = {
  /** The answer to the question, or the edits to the draft. An approval needs none. */
  answer?: string | null | undefined;
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

/** The way in which a client can recover from an error. */
export type Recovery =
  /** Change the request as the message says, then try again. */
  | 'CORRECTABLE'
  /** The request cannot succeed in the current state. */
  | 'FINAL'
  /** The same request may succeed later. */
  | 'RETRYABLE';

/** A version of the operations of an application. */
export type RegisterOperationsInput = {
  /** The application; left out, the one that asks. */
  applicationId?: string | null | undefined;
  /** A key that the client chooses, of at most 100 characters. The same request with the same key is done once and has the same result. */
  idempotencyKey?: string | null | undefined;
  /** The text of the manifest, as JSON: that of GraphQL Code Generator (an object from the SHA-256 of each document to its text), or that of Apollo (apollo-persisted-query-manifest, version 1). */
  manifest: string;
  /** Name of the client that the operations belong to; at most 100 characters. */
  name: string;
  /** Version of the client; at most 50 characters. */
  version: string;
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
  /** The amount to pay: at most the total of the order; defaults to its unpaid part. */
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

/** Input of the mutation `resumeOrder`. */
export type ResumeOrderInput = {
  /** Refuse if the order is at another revision than this. */
  expectedRevision?: number | null | undefined;
  /** A key that the client chooses, of at most 100 characters. The same request with the same key is done once and has the same result. */
  idempotencyKey?: string | null | undefined;
  /** The global id of the order. */
  orderId: string;
};

/** Input of the mutation `saveAdDraft`. */
export type SaveAdDraftInput = {
  /** The global id of the ad. */
  adId: string;
  /** A text that says what the ad shows, for people who do not see it. */
  altText?: string | null | undefined;
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

/** The event that an entry of a timeline stands for, in the past tense. */
export type TimelineEntryType =
  /** Ad created: the entry that the step `createAd` adds. */
  | 'AD_CREATED'
  /** Ad displaced: the entry that the step `displaceAd` adds. */
  | 'AD_DISPLACED'
  /** Ad draft saved: the entry that the step `saveAdDraft` adds. */
  | 'AD_DRAFT_SAVED'
  /** Ad expired: the entry that the step `expireAd` adds. */
  | 'AD_EXPIRED'
  /** Ad extended: the entry that the step `extendAd` adds. */
  | 'AD_EXTENDED'
  /** Ad placed: the entry that the step `placeAd` adds. */
  | 'AD_PLACED'
  /** Ad published: the entry that the step `publishAd` adds. */
  | 'AD_PUBLISHED'
  /** Ad published directly: the entry that the step `publishAdDirectly` adds. */
  | 'AD_PUBLISHED_DIRECTLY'
  /** Ad recalled: the entry that the step `recallAd` adds. */
  | 'AD_RECALLED'
  /** Ad rejected: the entry that the step `rejectAd` adds. */
  | 'AD_REJECTED'
  /** Ad restored: an operator has restored an ad that was taken down. */
  | 'AD_RESTORED'
  /** Ad shown again: the entry that the step `showAdAgain` adds. */
  | 'AD_SHOWN_AGAIN'
  /** Ad submitted: the entry that the step `submitAd` adds. */
  | 'AD_SUBMITTED'
  /** Ad taken down: an operator has taken an ad down, which is not shown until it is restored. */
  | 'AD_TAKEN_DOWN'
  /** Ad unpublished: the entry that the step `unpublishAd` adds. */
  | 'AD_UNPUBLISHED'
  /** Ad withdrawn: the entry that the step `withdrawAd` adds. */
  | 'AD_WITHDRAWN'
  /** Cancellation accepted: the entry that the step `acceptCancellation` adds. */
  | 'CANCELLATION_ACCEPTED'
  /** Cancellation declined: the entry that the step `declineCancellation` adds. */
  | 'CANCELLATION_DECLINED'
  /** Cancellation requested: the entry that the step `requestCancellation` adds. */
  | 'CANCELLATION_REQUESTED'
  /** Cancellation request withdrawn: the entry that the step `withdrawCancellationRequest` adds. */
  | 'CANCELLATION_REQUEST_WITHDRAWN'
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
  /** Dispute withdrawn: the entry that the step `withdrawDispute` adds. */
  | 'DISPUTE_WITHDRAWN'
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
  /** Offer accepted: the entry that the step `acceptOffer` adds. */
  | 'OFFER_ACCEPTED'
  /** Offer countered: the entry that the step `counterOffer` adds. */
  | 'OFFER_COUNTERED'
  /** Offer declined: the entry that the step `declineOffer` adds. */
  | 'OFFER_DECLINED'
  /** Offer expired: the entry that the step `expireOffer` adds. */
  | 'OFFER_EXPIRED'
  /** Offer proposed: the entry that the step `proposeOffer` adds. */
  | 'OFFER_PROPOSED'
  /** Offer withdrawn: the entry that the step `withdrawOffer` adds. */
  | 'OFFER_WITHDRAWN'
  /** Order accepted: the entry that the step `acceptOrder` adds. */
  | 'ORDER_ACCEPTED'
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
  /** Payment initiated: the advertiser has paid, and the payment provider has not received the money yet. */
  | 'PAYMENT_INITIATED'
  /** Payment mismatched: the payment does not match the request, and an operator decides about it. */
  | 'PAYMENT_MISMATCHED'
  /** Payment received: the entry that the step `confirmPayment` adds. */
  | 'PAYMENT_RECEIVED'
  /** Payment recorded: the entry that the step `recordPayment` adds. */
  | 'PAYMENT_RECORDED'
  /** Payment refunded: a payment was refunded, in full or in part. */
  | 'PAYMENT_REFUNDED'
  /** Payment reported: the entry that the step `reportPayment` adds. */
  | 'PAYMENT_REPORTED'
  /** Payment report declined: the entry that the step `declinePaymentReport` adds. */
  | 'PAYMENT_REPORT_DECLINED'
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
  | 'SETUP_LINK_ROTATED'
  /** Unanswered cancellation reported: the entry that the step `reportUnansweredCancellation` adds. */
  | 'UNANSWERED_CANCELLATION_REPORTED';

export type CreateAccountMutationVariables = Exact<{
  input: CreateAccountInput;
}>;


export type CreateAccountMutation = { createAccount:
    | { __typename: 'Account', name: string }
    | { __typename: 'IdempotencyKeyReused', message: string, code: string, recovery: Recovery }
    | { __typename: 'InputInvalid', message: string, code: string, recovery: Recovery }
    | { __typename: 'LimitReached', message: string, code: string, recovery: Recovery }
    | { __typename: 'NotSignedIn', message: string, code: string, recovery: Recovery }
    | { __typename: 'RateLimited', message: string, code: string, recovery: Recovery }
    | { __typename: 'ResultUnavailable', message: string, code: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', message: string, code: string, recovery: Recovery }
   };

export type AdsOfOrderQueryVariables = Exact<{
  orderId: string;
}>;


export type AdsOfOrderQuery = { order: { ads: Array<{ id: string, name: string }> } | null };

export type SaveAdDraftMutationVariables = Exact<{
  input: SaveAdDraftInput;
}>;


export type SaveAdDraftMutation = { saveAdDraft:
    | { __typename: 'AccountRefused', message: string, code: string, recovery: Recovery }
    | { __typename: 'Ad', status: AdStatus }
    | { __typename: 'AdNotFound', message: string, code: string, recovery: Recovery }
    | { __typename: 'AdStepNotAllowed', message: string, code: string, recovery: Recovery }
    | { __typename: 'IdempotencyKeyReused', message: string, code: string, recovery: Recovery }
    | { __typename: 'InputInvalid', message: string, code: string, recovery: Recovery }
    | { __typename: 'NotSignedIn', message: string, code: string, recovery: Recovery }
    | { __typename: 'ResultUnavailable', message: string, code: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', message: string, code: string, recovery: Recovery }
   };

export type SubmitAdMutationVariables = Exact<{
  input: SubmitAdInput;
}>;


export type SubmitAdMutation = { submitAd:
    | { __typename: 'AccountRefused', message: string, code: string, recovery: Recovery }
    | { __typename: 'Ad', status: AdStatus }
    | { __typename: 'AdNotFound', message: string, code: string, recovery: Recovery }
    | { __typename: 'AdStepNotAllowed', message: string, code: string, recovery: Recovery }
    | { __typename: 'IdempotencyKeyReused', message: string, code: string, recovery: Recovery }
    | { __typename: 'InputInvalid', message: string, code: string, recovery: Recovery }
    | { __typename: 'NotSignedIn', message: string, code: string, recovery: Recovery }
    | { __typename: 'ResultUnavailable', message: string, code: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', message: string, code: string, recovery: Recovery }
   };

export type PublishAdMutationVariables = Exact<{
  input: PublishAdInput;
}>;


export type PublishAdMutation = { publishAd:
    | { __typename: 'AccountRefused', message: string, code: string, recovery: Recovery }
    | { __typename: 'Ad', status: AdStatus, endsAt: string | null }
    | { __typename: 'AdNotFound', message: string, code: string, recovery: Recovery }
    | { __typename: 'AdStepNotAllowed', message: string, code: string, recovery: Recovery }
    | { __typename: 'IdempotencyKeyReused', message: string, code: string, recovery: Recovery }
    | { __typename: 'InputInvalid', message: string, code: string, recovery: Recovery }
    | { __typename: 'NotSignedIn', message: string, code: string, recovery: Recovery }
    | { __typename: 'ResultUnavailable', message: string, code: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', message: string, code: string, recovery: Recovery }
   };

export type RegisterOperationsMutationVariables = Exact<{
  input: RegisterOperationsInput;
}>;


export type RegisterOperationsMutation = { registerOperations:
    | { __typename: 'AccountRefused', message: string, code: string, recovery: Recovery }
    | { __typename: 'ApplicationNotFound', message: string, code: string, recovery: Recovery }
    | { __typename: 'IdempotencyKeyReused', message: string, code: string, recovery: Recovery }
    | { __typename: 'InputInvalid', message: string, code: string, recovery: Recovery }
    | { __typename: 'LimitReached', message: string, code: string, recovery: Recovery }
    | { __typename: 'NotSignedIn', message: string, code: string, recovery: Recovery }
    | { __typename: 'OperationManifest', name: string, version: string, documents: Array<{ documentId: string, operationName: string | null, kind: OperationKind, cost: number }> }
    | { __typename: 'OperationsRefused', message: string, code: string, recovery: Recovery, problems: Array<{ documentId: string, messages: Array<string> }> }
    | { __typename: 'RateLimited', message: string, code: string, recovery: Recovery }
    | { __typename: 'ResultUnavailable', message: string, code: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', message: string, code: string, recovery: Recovery }
    | { __typename: 'VersionAlreadyExists', message: string, code: string, recovery: Recovery }
   };

export type RegisterOperationsWarnedMutationVariables = Exact<{
  input: RegisterOperationsInput;
}>;


export type RegisterOperationsWarnedMutation = { registerOperations:
    | { __typename: 'AccountRefused', message: string, code: string, recovery: Recovery }
    | { __typename: 'ApplicationNotFound', message: string, code: string, recovery: Recovery }
    | { __typename: 'IdempotencyKeyReused', message: string, code: string, recovery: Recovery }
    | { __typename: 'InputInvalid', message: string, code: string, recovery: Recovery }
    | { __typename: 'LimitReached', message: string, code: string, recovery: Recovery }
    | { __typename: 'NotSignedIn', message: string, code: string, recovery: Recovery }
    | { __typename: 'OperationManifest', name: string, version: string, documents: Array<{ documentId: string, operationName: string | null, kind: OperationKind, cost: number, deprecations: Array<{ coordinate: string, reason: string }> }> }
    | { __typename: 'OperationsRefused', message: string, code: string, recovery: Recovery, problems: Array<{ documentId: string, messages: Array<string> }> }
    | { __typename: 'RateLimited', message: string, code: string, recovery: Recovery }
    | { __typename: 'ResultUnavailable', message: string, code: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', message: string, code: string, recovery: Recovery }
    | { __typename: 'VersionAlreadyExists', message: string, code: string, recovery: Recovery }
   };

export type OrderResultsQueryVariables = Exact<{
  orderId: string;
}>;


export type OrderResultsQuery = { order: { ratings: Array<{ role: OrderRole, stars: number, text: string | null }>, metrics: { traffic: number, leads: number, conversions: number } | null, seller: { profile: { completedOrderCount: number, ratingAverage: number | null, ratingCount: number, metrics: { answerCount: number, averageTraffic: number } | null } | null } } | null };

export type OrderRenewalQueryVariables = Exact<{
  orderId: string;
}>;


export type OrderRenewalQuery = { order: { renewal: { status: RenewalStatus, periodEndsAt: string | null }, successor: { id: string, number: number, status: OrderStatus, statusTitle: string, progress: number | null, revision: number, cursor: string, payments: Array<{ amount: { minorUnits: number, currency: string } }>, nextSteps: Array<{ step: OrderStep | null, title: string }> } | null } | null };

export type OrderViewFragment = { id: string, number: number, status: OrderStatus, statusTitle: string, progress: number | null, revision: number, cursor: string, nextSteps: Array<{ step: OrderStep | null, title: string }> };

type Refused_AccountNotFound_Fragment = { message: string, code: string, recovery: Recovery };

type Refused_AccountRefused_Fragment = { message: string, code: string, recovery: Recovery };

type Refused_AdNotFound_Fragment = { message: string, code: string, recovery: Recovery };

type Refused_AdNotInGroup_Fragment = { message: string, code: string, recovery: Recovery };

type Refused_AdStepNotAllowed_Fragment = { message: string, code: string, recovery: Recovery };

type Refused_AlreadyMember_Fragment = { message: string, code: string, recovery: Recovery };

type Refused_AmountNotAgreed_Fragment = { message: string, code: string, recovery: Recovery };

type Refused_AmountNotPayable_Fragment = { message: string, code: string, recovery: Recovery };

type Refused_ApplicationGrantNotFound_Fragment = { message: string, code: string, recovery: Recovery };

type Refused_ApplicationKeyNotFound_Fragment = { message: string, code: string, recovery: Recovery };

type Refused_ApplicationNotFound_Fragment = { message: string, code: string, recovery: Recovery };

type Refused_DaysReserved_Fragment = { message: string, code: string, recovery: Recovery };

type Refused_DaysUnavailable_Fragment = { message: string, code: string, recovery: Recovery };

type Refused_EmailChangeCodeInvalid_Fragment = { message: string, code: string, recovery: Recovery };

type Refused_EmailTaken_Fragment = { message: string, code: string, recovery: Recovery };

type Refused_IdempotencyKeyReused_Fragment = { message: string, code: string, recovery: Recovery };

type Refused_InputInvalid_Fragment = { message: string, code: string, recovery: Recovery };

type Refused_InvitationNotFound_Fragment = { message: string, code: string, recovery: Recovery };

type Refused_InvitationUnavailable_Fragment = { message: string, code: string, recovery: Recovery };

type Refused_LastOwner_Fragment = { message: string, code: string, recovery: Recovery };

type Refused_LimitReached_Fragment = { message: string, code: string, recovery: Recovery };

type Refused_MarketplaceChanged_Fragment = { message: string, code: string, recovery: Recovery };

type Refused_MemberNotFound_Fragment = { message: string, code: string, recovery: Recovery };

type Refused_MessageNotChangeable_Fragment = { message: string, code: string, recovery: Recovery };

type Refused_MessageNotFound_Fragment = { message: string, code: string, recovery: Recovery };

type Refused_NotAParty_Fragment = { message: string, code: string, recovery: Recovery };

type Refused_NotSignedIn_Fragment = { message: string, code: string, recovery: Recovery };

type Refused_NotificationRequired_Fragment = { message: string, code: string, recovery: Recovery };

type Refused_OAuthUnavailable_Fragment = { message: string, code: string, recovery: Recovery };

type Refused_OfferOutdated_Fragment = { message: string, code: string, recovery: Recovery };

type Refused_OpenOrders_Fragment = { message: string, code: string, recovery: Recovery };

type Refused_OperationsRefused_Fragment = { message: string, code: string, recovery: Recovery };

type Refused_OperatorNotFound_Fragment = { message: string, code: string, recovery: Recovery };

type Refused_OperatorRequired_Fragment = { message: string, code: string, recovery: Recovery };

type Refused_OrderNotFound_Fragment = { message: string, code: string, recovery: Recovery };

type Refused_PaymentExceptionNotFound_Fragment = { message: string, code: string, recovery: Recovery };

type Refused_PaymentLinkUnavailable_Fragment = { message: string, code: string, recovery: Recovery };

type Refused_PlacementNotEmpty_Fragment = { message: string, code: string, recovery: Recovery };

type Refused_PlacementNotFound_Fragment = { message: string, code: string, recovery: Recovery };

type Refused_PriceOptionNotFound_Fragment = { message: string, code: string, recovery: Recovery };

type Refused_PushSubscriptionNotFound_Fragment = { message: string, code: string, recovery: Recovery };

type Refused_PushUnavailable_Fragment = { message: string, code: string, recovery: Recovery };

type Refused_RateLimited_Fragment = { message: string, code: string, recovery: Recovery };

type Refused_ReferenceAlreadyCounted_Fragment = { message: string, code: string, recovery: Recovery };

type Refused_ReportNotFound_Fragment = { message: string, code: string, recovery: Recovery };

type Refused_ReportSubjectNotFound_Fragment = { message: string, code: string, recovery: Recovery };

type Refused_ResultUnavailable_Fragment = { message: string, code: string, recovery: Recovery };

type Refused_SandboxNotFound_Fragment = { message: string, code: string, recovery: Recovery };

type Refused_SandboxOnly_Fragment = { message: string, code: string, recovery: Recovery };

type Refused_SandboxUnavailable_Fragment = { message: string, code: string, recovery: Recovery };

type Refused_SandboxesDisabled_Fragment = { message: string, code: string, recovery: Recovery };

type Refused_ScopeMissing_Fragment = { message: string, code: string, recovery: Recovery };

type Refused_SessionNotFound_Fragment = { message: string, code: string, recovery: Recovery };

type Refused_SetupLinkUnavailable_Fragment = { message: string, code: string, recovery: Recovery };

type Refused_SignInCodeInvalid_Fragment = { message: string, code: string, recovery: Recovery };

type Refused_SignUpClosed_Fragment = { message: string, code: string, recovery: Recovery };

type Refused_SpaceIncomplete_Fragment = { message: string, code: string, recovery: Recovery };

type Refused_SpaceNotFound_Fragment = { message: string, code: string, recovery: Recovery };

type Refused_SpaceStatusNotAllowed_Fragment = { message: string, code: string, recovery: Recovery };

type Refused_StaleRevision_Fragment = { message: string, code: string, recovery: Recovery };

type Refused_StepNotAllowed_Fragment = { message: string, code: string, recovery: Recovery };

type Refused_StreamEnded_Fragment = { message: string, code: string, recovery: Recovery };

type Refused_TermsNotAccepted_Fragment = { message: string, code: string, recovery: Recovery };

type Refused_TestPaymentNotFound_Fragment = { message: string, code: string, recovery: Recovery };

type Refused_TestPaymentNotReady_Fragment = { message: string, code: string, recovery: Recovery };

type Refused_TooManyUploads_Fragment = { message: string, code: string, recovery: Recovery };

type Refused_VersionAlreadyExists_Fragment = { message: string, code: string, recovery: Recovery };

type Refused_VersionNotFound_Fragment = { message: string, code: string, recovery: Recovery };

type Refused_WebhookDeliveryNotFound_Fragment = { message: string, code: string, recovery: Recovery };

type Refused_WebhookEndpointDisabled_Fragment = { message: string, code: string, recovery: Recovery };

type Refused_WebhookEndpointNotFound_Fragment = { message: string, code: string, recovery: Recovery };

type Refused_WebhookEndpointNotVerified_Fragment = { message: string, code: string, recovery: Recovery };

export type RefusedFragment =
  | Refused_AccountNotFound_Fragment
  | Refused_AccountRefused_Fragment
  | Refused_AdNotFound_Fragment
  | Refused_AdNotInGroup_Fragment
  | Refused_AdStepNotAllowed_Fragment
  | Refused_AlreadyMember_Fragment
  | Refused_AmountNotAgreed_Fragment
  | Refused_AmountNotPayable_Fragment
  | Refused_ApplicationGrantNotFound_Fragment
  | Refused_ApplicationKeyNotFound_Fragment
  | Refused_ApplicationNotFound_Fragment
  | Refused_DaysReserved_Fragment
  | Refused_DaysUnavailable_Fragment
  | Refused_EmailChangeCodeInvalid_Fragment
  | Refused_EmailTaken_Fragment
  | Refused_IdempotencyKeyReused_Fragment
  | Refused_InputInvalid_Fragment
  | Refused_InvitationNotFound_Fragment
  | Refused_InvitationUnavailable_Fragment
  | Refused_LastOwner_Fragment
  | Refused_LimitReached_Fragment
  | Refused_MarketplaceChanged_Fragment
  | Refused_MemberNotFound_Fragment
  | Refused_MessageNotChangeable_Fragment
  | Refused_MessageNotFound_Fragment
  | Refused_NotAParty_Fragment
  | Refused_NotSignedIn_Fragment
  | Refused_NotificationRequired_Fragment
  | Refused_OAuthUnavailable_Fragment
  | Refused_OfferOutdated_Fragment
  | Refused_OpenOrders_Fragment
  | Refused_OperationsRefused_Fragment
  | Refused_OperatorNotFound_Fragment
  | Refused_OperatorRequired_Fragment
  | Refused_OrderNotFound_Fragment
  | Refused_PaymentExceptionNotFound_Fragment
  | Refused_PaymentLinkUnavailable_Fragment
  | Refused_PlacementNotEmpty_Fragment
  | Refused_PlacementNotFound_Fragment
  | Refused_PriceOptionNotFound_Fragment
  | Refused_PushSubscriptionNotFound_Fragment
  | Refused_PushUnavailable_Fragment
  | Refused_RateLimited_Fragment
  | Refused_ReferenceAlreadyCounted_Fragment
  | Refused_ReportNotFound_Fragment
  | Refused_ReportSubjectNotFound_Fragment
  | Refused_ResultUnavailable_Fragment
  | Refused_SandboxNotFound_Fragment
  | Refused_SandboxOnly_Fragment
  | Refused_SandboxUnavailable_Fragment
  | Refused_SandboxesDisabled_Fragment
  | Refused_ScopeMissing_Fragment
  | Refused_SessionNotFound_Fragment
  | Refused_SetupLinkUnavailable_Fragment
  | Refused_SignInCodeInvalid_Fragment
  | Refused_SignUpClosed_Fragment
  | Refused_SpaceIncomplete_Fragment
  | Refused_SpaceNotFound_Fragment
  | Refused_SpaceStatusNotAllowed_Fragment
  | Refused_StaleRevision_Fragment
  | Refused_StepNotAllowed_Fragment
  | Refused_StreamEnded_Fragment
  | Refused_TermsNotAccepted_Fragment
  | Refused_TestPaymentNotFound_Fragment
  | Refused_TestPaymentNotReady_Fragment
  | Refused_TooManyUploads_Fragment
  | Refused_VersionAlreadyExists_Fragment
  | Refused_VersionNotFound_Fragment
  | Refused_WebhookDeliveryNotFound_Fragment
  | Refused_WebhookEndpointDisabled_Fragment
  | Refused_WebhookEndpointNotFound_Fragment
  | Refused_WebhookEndpointNotVerified_Fragment
;

export type OrdersNeedingAttentionQueryVariables = Exact<{ [key: string]: never; }>;


export type OrdersNeedingAttentionQuery = { orders: { edges: Array<{ node: { brief: string, id: string, number: number, status: OrderStatus, statusTitle: string, progress: number | null, revision: number, cursor: string, advertiser: { name: string }, nextSteps: Array<{ step: OrderStep | null, title: string }> } }> } };

export type OrderTimelineSubscriptionVariables = Exact<{
  orderId: string;
  after?: string | null | undefined;
}>;


export type OrderTimelineSubscription = { orderTimeline:
    | { __typename: 'NotSignedIn', message: string, code: string, recovery: Recovery }
    | { __typename: 'OrderNotFound', message: string, code: string, recovery: Recovery }
    | { __typename: 'PresenceChanged' }
    | { __typename: 'ReadMarkerMoved' }
    | { __typename: 'ScopeMissing', message: string, code: string, recovery: Recovery }
    | { __typename: 'StreamEnded', message: string, code: string, recovery: Recovery }
    | { __typename: 'TimelineEntryAdded', cursor: string, entry:
        | { number: number, type: TimelineEntryType, message: { text: string } | null }
        | { number: number, type: TimelineEntryType, message: { text: string } | null }
        | { number: number, type: TimelineEntryType, message: { text: string } | null }
        | { number: number, type: TimelineEntryType, message: { text: string } | null }
        | { number: number, type: TimelineEntryType, message: { text: string } | null }
        | { number: number, type: TimelineEntryType, message: { text: string } | null }
        | { number: number, type: TimelineEntryType, message: { text: string } | null }
        | { number: number, type: TimelineEntryType, message: { text: string } | null }
        | { number: number, type: TimelineEntryType, message: { text: string } | null }
        | { number: number, type: TimelineEntryType, message: { text: string } | null }
        | { number: number, type: TimelineEntryType, message: { text: string } | null }
        | { number: number, type: TimelineEntryType, message: { text: string } | null }
        | { number: number, type: TimelineEntryType, message: { text: string } | null }
        | { number: number, type: TimelineEntryType, message: { text: string } | null }
        | { number: number, type: TimelineEntryType, message: { text: string } | null }
        | { number: number, type: TimelineEntryType, message: { text: string } | null }
        | { number: number, type: TimelineEntryType, message: { text: string } | null }
        | { number: number, type: TimelineEntryType, message: { text: string } | null }
        | { number: number, type: TimelineEntryType, message: { text: string } | null }
        | { number: number, type: TimelineEntryType, message: { text: string } | null }
        | { number: number, type: TimelineEntryType, message: { text: string } | null }
        | { number: number, type: TimelineEntryType, message: { text: string } | null }
        | { number: number, type: TimelineEntryType, message: { text: string } | null }
        | { number: number, type: TimelineEntryType, message: { text: string } | null }
        | { number: number, type: TimelineEntryType, message: { text: string } | null }
        | { number: number, type: TimelineEntryType, message: { text: string } | null }
        | { number: number, type: TimelineEntryType, message: { text: string } | null }
        | { number: number, type: TimelineEntryType, message: { text: string } | null }
        | { number: number, type: TimelineEntryType, message: { text: string } | null }
        | { number: number, type: TimelineEntryType, message: { text: string } | null }
        | { number: number, type: TimelineEntryType, message: { text: string } | null }
        | { number: number, type: TimelineEntryType, message: { text: string } | null }
        | { number: number, type: TimelineEntryType, message: { text: string } | null }
        | { number: number, type: TimelineEntryType, message: { text: string } | null }
        | { number: number, type: TimelineEntryType, message: { text: string } | null }
        | { number: number, type: TimelineEntryType, message: { text: string } | null }
        | { number: number, type: TimelineEntryType, message: { text: string } | null }
        | { number: number, type: TimelineEntryType, message: { text: string } | null }
        | { number: number, type: TimelineEntryType, message: { text: string } | null }
        | { number: number, type: TimelineEntryType, message: { text: string } | null }
        | { number: number, type: TimelineEntryType, message: { text: string } | null }
        | { number: number, type: TimelineEntryType, message: { text: string } | null }
        | { number: number, type: TimelineEntryType, message: { text: string } | null }
        | { number: number, type: TimelineEntryType, message: { text: string } | null }
        | { number: number, type: TimelineEntryType, message: { text: string } | null }
        | { number: number, type: TimelineEntryType, message: { text: string } | null }
        | { number: number, type: TimelineEntryType, message: { text: string } | null }
        | { number: number, type: TimelineEntryType, message: { text: string } | null }
        | { number: number, type: TimelineEntryType, message: { text: string } | null }
        | { number: number, type: TimelineEntryType, message: { text: string } | null }
        | { number: number, type: TimelineEntryType, message: { text: string } | null }
        | { number: number, type: TimelineEntryType, message: { text: string } | null }
        | { number: number, type: TimelineEntryType, message: { text: string } | null }
        | { number: number, type: TimelineEntryType, message: { text: string } | null }
        | { number: number, type: TimelineEntryType, message: { text: string } | null }
        | { number: number, type: TimelineEntryType, message: { text: string } | null }
        | { number: number, type: TimelineEntryType, message: { text: string } | null }
        | { number: number, type: TimelineEntryType, message: { text: string } | null }
        | { number: number, type: TimelineEntryType, message: { text: string } | null }
        | { number: number, type: TimelineEntryType, message: { text: string } | null }
        | { number: number, type: TimelineEntryType, message: { text: string } | null }
        | { number: number, type: TimelineEntryType, message: { text: string } | null }
        | { number: number, type: TimelineEntryType, message: { text: string } | null }
        | { number: number, type: TimelineEntryType, message: { text: string } | null }
        | { number: number, type: TimelineEntryType, message: { text: string } | null }
        | { number: number, type: TimelineEntryType, message: { text: string } | null }
        | { number: number, type: TimelineEntryType, message: { text: string } | null }
        | { number: number, type: TimelineEntryType, message: { text: string } | null }
        | { number: number, type: TimelineEntryType, message: { text: string } | null }
        | { number: number, type: TimelineEntryType, message: { text: string } | null }
        | { number: number, type: TimelineEntryType, message: { text: string } | null }
        | { number: number, type: TimelineEntryType, message: { text: string } | null }
        | { number: number, type: TimelineEntryType, message: { text: string } | null }
        | { number: number, type: TimelineEntryType, message: { text: string } | null }
        | { number: number, type: TimelineEntryType, message: { text: string } | null }
        | { number: number, type: TimelineEntryType, message: { text: string } | null }
        | { number: number, type: TimelineEntryType, message: { text: string } | null }
        | { number: number, type: TimelineEntryType, message: { text: string } | null }
        | { number: number, type: TimelineEntryType, message: { text: string } | null }
        | { number: number, type: TimelineEntryType, message: { text: string } | null }
        | { number: number, type: TimelineEntryType, message: { text: string } | null }
        | { number: number, type: TimelineEntryType, message: { text: string } | null }
        | { number: number, type: TimelineEntryType, message: { text: string } | null }
        | { number: number, type: TimelineEntryType, message: { text: string } | null }
        | { number: number, type: TimelineEntryType, message: { text: string } | null }
        | { number: number, type: TimelineEntryType, message: { text: string } | null }
      , order: { id: string, number: number, status: OrderStatus, statusTitle: string, progress: number | null, revision: number, cursor: string, nextSteps: Array<{ step: OrderStep | null, title: string }> } }
    | { __typename: 'TimelineReset', cursor: string, reason: ResetReason }
    | { __typename: 'TypingChanged' }
   };

export type RequestSignInCodeMutationVariables = Exact<{
  input: RequestSignInCodeInput;
}>;


export type RequestSignInCodeMutation = { requestSignInCode:
    | { __typename: 'IdempotencyKeyReused', message: string, code: string, recovery: Recovery }
    | { __typename: 'InputInvalid', message: string, code: string, recovery: Recovery }
    | { __typename: 'RateLimited', message: string, code: string, recovery: Recovery }
    | { __typename: 'ResultUnavailable', message: string, code: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', message: string, code: string, recovery: Recovery }
    | { __typename: 'SignInCodeRequested', sentTo: string }
   };

export type SignInMutationVariables = Exact<{
  input: SignInInput;
}>;


export type SignInMutation = { signIn:
    | { __typename: 'IdempotencyKeyReused', message: string, code: string, recovery: Recovery }
    | { __typename: 'InputInvalid', message: string, code: string, recovery: Recovery }
    | { __typename: 'RateLimited', message: string, code: string, recovery: Recovery }
    | { __typename: 'ResultUnavailable', message: string, code: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', message: string, code: string, recovery: Recovery }
    | { __typename: 'SignInCodeInvalid', message: string, code: string, recovery: Recovery }
    | { __typename: 'SignUpClosed', message: string, code: string, recovery: Recovery }
    | { __typename: 'SignedIn', token: string, account: { name: string } | null }
    | { __typename: 'TermsNotAccepted', message: string, code: string, recovery: Recovery }
   };

export type CreateSpaceMutationVariables = Exact<{
  input: CreateSpaceInput;
}>;


export type CreateSpaceMutation = { createSpace:
    | { __typename: 'AccountRefused', message: string, code: string, recovery: Recovery }
    | { __typename: 'IdempotencyKeyReused', message: string, code: string, recovery: Recovery }
    | { __typename: 'InputInvalid', message: string, code: string, recovery: Recovery }
    | { __typename: 'LimitReached', message: string, code: string, recovery: Recovery }
    | { __typename: 'NotSignedIn', message: string, code: string, recovery: Recovery }
    | { __typename: 'ResultUnavailable', message: string, code: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', message: string, code: string, recovery: Recovery }
    | { __typename: 'Space', id: string }
   };

export type CreatePriceOptionMutationVariables = Exact<{
  input: CreatePriceOptionInput;
}>;


export type CreatePriceOptionMutation = { createPriceOption:
    | { __typename: 'AccountRefused', message: string, code: string, recovery: Recovery }
    | { __typename: 'AmountNotPayable', message: string, code: string, recovery: Recovery }
    | { __typename: 'IdempotencyKeyReused', message: string, code: string, recovery: Recovery }
    | { __typename: 'InputInvalid', message: string, code: string, recovery: Recovery }
    | { __typename: 'LimitReached', message: string, code: string, recovery: Recovery }
    | { __typename: 'NotSignedIn', message: string, code: string, recovery: Recovery }
    | { __typename: 'PriceOption', id: string }
    | { __typename: 'ResultUnavailable', message: string, code: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', message: string, code: string, recovery: Recovery }
    | { __typename: 'SpaceNotFound', message: string, code: string, recovery: Recovery }
    | { __typename: 'SpaceStatusNotAllowed', message: string, code: string, recovery: Recovery }
   };

export type ListSpaceMutationVariables = Exact<{
  input: ListSpaceInput;
}>;


export type ListSpaceMutation = { listSpace:
    | { __typename: 'AccountRefused', message: string, code: string, recovery: Recovery }
    | { __typename: 'IdempotencyKeyReused', message: string, code: string, recovery: Recovery }
    | { __typename: 'InputInvalid', message: string, code: string, recovery: Recovery }
    | { __typename: 'NotSignedIn', message: string, code: string, recovery: Recovery }
    | { __typename: 'ResultUnavailable', message: string, code: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', message: string, code: string, recovery: Recovery }
    | { __typename: 'Space', title: string, status: SpaceStatus }
    | { __typename: 'SpaceIncomplete', message: string, code: string, recovery: Recovery }
    | { __typename: 'SpaceNotFound', message: string, code: string, recovery: Recovery }
    | { __typename: 'SpaceStatusNotAllowed', message: string, code: string, recovery: Recovery }
   };

export type FindSpacesQueryVariables = Exact<{
  filter: SpaceFilter;
  sort: SpaceSort;
  first: number;
}>;


export type FindSpacesQuery = { spaces: { totalCount: number, nodes: Array<{ id: string, title: string, seller: { name: string }, options: Array<{ id: string, title: string, isMonthly: boolean, price: { minorUnits: number, currency: string } }> }> } };

export type PlaceOrderMutationVariables = Exact<{
  input: PlaceOrderInput;
}>;


export type PlaceOrderMutation = { placeOrder:
    | { __typename: 'AccountRefused', message: string, code: string, recovery: Recovery }
    | { __typename: 'AmountNotPayable', message: string, code: string, recovery: Recovery }
    | { __typename: 'DaysUnavailable', message: string, code: string, recovery: Recovery }
    | { __typename: 'IdempotencyKeyReused', message: string, code: string, recovery: Recovery }
    | { __typename: 'InputInvalid', message: string, code: string, recovery: Recovery }
    | { __typename: 'NotSignedIn', message: string, code: string, recovery: Recovery }
    | { __typename: 'Order', id: string, number: number, status: OrderStatus, statusTitle: string, progress: number | null, revision: number, cursor: string, nextSteps: Array<{ step: OrderStep | null, title: string }> }
    | { __typename: 'RateLimited', message: string, code: string, recovery: Recovery }
    | { __typename: 'ResultUnavailable', message: string, code: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', message: string, code: string, recovery: Recovery }
   };

export type SendMessageMutationVariables = Exact<{
  input: SendMessageInput;
}>;


export type SendMessageMutation = { sendMessage:
    | { __typename: 'AccountRefused', message: string, code: string, recovery: Recovery }
    | { __typename: 'IdempotencyKeyReused', message: string, code: string, recovery: Recovery }
    | { __typename: 'InputInvalid', message: string, code: string, recovery: Recovery }
    | { __typename: 'Message', number: number }
    | { __typename: 'NotSignedIn', message: string, code: string, recovery: Recovery }
    | { __typename: 'OrderNotFound', message: string, code: string, recovery: Recovery }
    | { __typename: 'RateLimited', message: string, code: string, recovery: Recovery }
    | { __typename: 'ResultUnavailable', message: string, code: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', message: string, code: string, recovery: Recovery }
   };

export type RequestFeedbackMutationVariables = Exact<{
  input: RequestFeedbackInput;
}>;


export type RequestFeedbackMutation = { requestFeedback:
    | { __typename: 'AccountRefused', message: string, code: string, recovery: Recovery }
    | { __typename: 'IdempotencyKeyReused', message: string, code: string, recovery: Recovery }
    | { __typename: 'InputInvalid', message: string, code: string, recovery: Recovery }
    | { __typename: 'NotSignedIn', message: string, code: string, recovery: Recovery }
    | { __typename: 'Order', id: string, number: number, status: OrderStatus, statusTitle: string, progress: number | null, revision: number, cursor: string, nextSteps: Array<{ step: OrderStep | null, title: string }> }
    | { __typename: 'OrderNotFound', message: string, code: string, recovery: Recovery }
    | { __typename: 'ResultUnavailable', message: string, code: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', message: string, code: string, recovery: Recovery }
    | { __typename: 'StaleRevision', message: string, code: string, recovery: Recovery }
    | { __typename: 'StepNotAllowed', message: string, code: string, recovery: Recovery }
   };

export type ProvideFeedbackMutationVariables = Exact<{
  input: ProvideFeedbackInput;
}>;


export type ProvideFeedbackMutation = { provideFeedback:
    | { __typename: 'AccountRefused', message: string, code: string, recovery: Recovery }
    | { __typename: 'IdempotencyKeyReused', message: string, code: string, recovery: Recovery }
    | { __typename: 'InputInvalid', message: string, code: string, recovery: Recovery }
    | { __typename: 'NotSignedIn', message: string, code: string, recovery: Recovery }
    | { __typename: 'Order', id: string, number: number, status: OrderStatus, statusTitle: string, progress: number | null, revision: number, cursor: string, nextSteps: Array<{ step: OrderStep | null, title: string }> }
    | { __typename: 'OrderNotFound', message: string, code: string, recovery: Recovery }
    | { __typename: 'ResultUnavailable', message: string, code: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', message: string, code: string, recovery: Recovery }
    | { __typename: 'StaleRevision', message: string, code: string, recovery: Recovery }
    | { __typename: 'StepNotAllowed', message: string, code: string, recovery: Recovery }
   };

export type RequestPaymentMutationVariables = Exact<{
  input: RequestPaymentInput;
}>;


export type RequestPaymentMutation = { requestPayment:
    | { __typename: 'AccountRefused', message: string, code: string, recovery: Recovery }
    | { __typename: 'AmountNotAgreed', message: string, code: string, recovery: Recovery }
    | { __typename: 'AmountNotPayable', message: string, code: string, recovery: Recovery }
    | { __typename: 'IdempotencyKeyReused', message: string, code: string, recovery: Recovery }
    | { __typename: 'InputInvalid', message: string, code: string, recovery: Recovery }
    | { __typename: 'NotSignedIn', message: string, code: string, recovery: Recovery }
    | { __typename: 'Order', id: string, number: number, status: OrderStatus, statusTitle: string, progress: number | null, revision: number, cursor: string, nextSteps: Array<{ step: OrderStep | null, title: string }> }
    | { __typename: 'OrderNotFound', message: string, code: string, recovery: Recovery }
    | { __typename: 'ResultUnavailable', message: string, code: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', message: string, code: string, recovery: Recovery }
    | { __typename: 'StaleRevision', message: string, code: string, recovery: Recovery }
    | { __typename: 'StepNotAllowed', message: string, code: string, recovery: Recovery }
   };

export type ConfirmPaymentMutationVariables = Exact<{
  input: ConfirmPaymentInput;
}>;


export type ConfirmPaymentMutation = { confirmPayment:
    | { __typename: 'AccountRefused', message: string, code: string, recovery: Recovery }
    | { __typename: 'AmountNotPayable', message: string, code: string, recovery: Recovery }
    | { __typename: 'IdempotencyKeyReused', message: string, code: string, recovery: Recovery }
    | { __typename: 'InputInvalid', message: string, code: string, recovery: Recovery }
    | { __typename: 'NotSignedIn', message: string, code: string, recovery: Recovery }
    | { __typename: 'Order', id: string, number: number, status: OrderStatus, statusTitle: string, progress: number | null, revision: number, cursor: string, nextSteps: Array<{ step: OrderStep | null, title: string }> }
    | { __typename: 'OrderNotFound', message: string, code: string, recovery: Recovery }
    | { __typename: 'ReferenceAlreadyCounted', message: string, code: string, recovery: Recovery }
    | { __typename: 'ResultUnavailable', message: string, code: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', message: string, code: string, recovery: Recovery }
    | { __typename: 'StaleRevision', message: string, code: string, recovery: Recovery }
    | { __typename: 'StepNotAllowed', message: string, code: string, recovery: Recovery }
   };

export type StartProcessingMutationVariables = Exact<{
  input: StartProcessingInput;
}>;


export type StartProcessingMutation = { startProcessing:
    | { __typename: 'AccountRefused', message: string, code: string, recovery: Recovery }
    | { __typename: 'IdempotencyKeyReused', message: string, code: string, recovery: Recovery }
    | { __typename: 'InputInvalid', message: string, code: string, recovery: Recovery }
    | { __typename: 'NotSignedIn', message: string, code: string, recovery: Recovery }
    | { __typename: 'Order', id: string, number: number, status: OrderStatus, statusTitle: string, progress: number | null, revision: number, cursor: string, nextSteps: Array<{ step: OrderStep | null, title: string }> }
    | { __typename: 'OrderNotFound', message: string, code: string, recovery: Recovery }
    | { __typename: 'ResultUnavailable', message: string, code: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', message: string, code: string, recovery: Recovery }
    | { __typename: 'StaleRevision', message: string, code: string, recovery: Recovery }
    | { __typename: 'StepNotAllowed', message: string, code: string, recovery: Recovery }
   };

export type CompleteOrderMutationVariables = Exact<{
  input: CompleteOrderInput;
}>;


export type CompleteOrderMutation = { completeOrder:
    | { __typename: 'AccountRefused', message: string, code: string, recovery: Recovery }
    | { __typename: 'IdempotencyKeyReused', message: string, code: string, recovery: Recovery }
    | { __typename: 'InputInvalid', message: string, code: string, recovery: Recovery }
    | { __typename: 'NotSignedIn', message: string, code: string, recovery: Recovery }
    | { __typename: 'Order', id: string, number: number, status: OrderStatus, statusTitle: string, progress: number | null, revision: number, cursor: string, nextSteps: Array<{ step: OrderStep | null, title: string }> }
    | { __typename: 'OrderNotFound', message: string, code: string, recovery: Recovery }
    | { __typename: 'ResultUnavailable', message: string, code: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', message: string, code: string, recovery: Recovery }
    | { __typename: 'StaleRevision', message: string, code: string, recovery: Recovery }
    | { __typename: 'StepNotAllowed', message: string, code: string, recovery: Recovery }
   };

export type SubmitProofMutationVariables = Exact<{
  input: SubmitProofInput;
}>;


export type SubmitProofMutation = { submitProof:
    | { __typename: 'AccountRefused', message: string, code: string, recovery: Recovery }
    | { __typename: 'IdempotencyKeyReused', message: string, code: string, recovery: Recovery }
    | { __typename: 'InputInvalid', message: string, code: string, recovery: Recovery }
    | { __typename: 'NotSignedIn', message: string, code: string, recovery: Recovery }
    | { __typename: 'Order', id: string, number: number, status: OrderStatus, statusTitle: string, progress: number | null, revision: number, cursor: string, nextSteps: Array<{ step: OrderStep | null, title: string }> }
    | { __typename: 'OrderNotFound', message: string, code: string, recovery: Recovery }
    | { __typename: 'ResultUnavailable', message: string, code: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', message: string, code: string, recovery: Recovery }
    | { __typename: 'StaleRevision', message: string, code: string, recovery: Recovery }
    | { __typename: 'StepNotAllowed', message: string, code: string, recovery: Recovery }
   };

export type RateCollaborationMutationVariables = Exact<{
  input: RateCollaborationInput;
}>;


export type RateCollaborationMutation = { rateCollaboration:
    | { __typename: 'AccountRefused', message: string, code: string, recovery: Recovery }
    | { __typename: 'IdempotencyKeyReused', message: string, code: string, recovery: Recovery }
    | { __typename: 'InputInvalid', message: string, code: string, recovery: Recovery }
    | { __typename: 'NotSignedIn', message: string, code: string, recovery: Recovery }
    | { __typename: 'Order', id: string, number: number, status: OrderStatus, statusTitle: string, progress: number | null, revision: number, cursor: string, nextSteps: Array<{ step: OrderStep | null, title: string }> }
    | { __typename: 'OrderNotFound', message: string, code: string, recovery: Recovery }
    | { __typename: 'ResultUnavailable', message: string, code: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', message: string, code: string, recovery: Recovery }
    | { __typename: 'StaleRevision', message: string, code: string, recovery: Recovery }
    | { __typename: 'StepNotAllowed', message: string, code: string, recovery: Recovery }
   };

export type AnswerMetricsSurveyMutationVariables = Exact<{
  input: AnswerMetricsSurveyInput;
}>;


export type AnswerMetricsSurveyMutation = { answerMetricsSurvey:
    | { __typename: 'AccountRefused', message: string, code: string, recovery: Recovery }
    | { __typename: 'IdempotencyKeyReused', message: string, code: string, recovery: Recovery }
    | { __typename: 'InputInvalid', message: string, code: string, recovery: Recovery }
    | { __typename: 'NotSignedIn', message: string, code: string, recovery: Recovery }
    | { __typename: 'Order', id: string, number: number, status: OrderStatus, statusTitle: string, progress: number | null, revision: number, cursor: string, nextSteps: Array<{ step: OrderStep | null, title: string }> }
    | { __typename: 'OrderNotFound', message: string, code: string, recovery: Recovery }
    | { __typename: 'ResultUnavailable', message: string, code: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', message: string, code: string, recovery: Recovery }
    | { __typename: 'StaleRevision', message: string, code: string, recovery: Recovery }
    | { __typename: 'StepNotAllowed', message: string, code: string, recovery: Recovery }
   };

export type RenewOrderMutationVariables = Exact<{
  input: RenewOrderInput;
}>;


export type RenewOrderMutation = { renewOrder:
    | { __typename: 'AccountRefused', message: string, code: string, recovery: Recovery }
    | { __typename: 'DaysUnavailable', message: string, code: string, recovery: Recovery }
    | { __typename: 'IdempotencyKeyReused', message: string, code: string, recovery: Recovery }
    | { __typename: 'InputInvalid', message: string, code: string, recovery: Recovery }
    | { __typename: 'NotSignedIn', message: string, code: string, recovery: Recovery }
    | { __typename: 'Order', id: string, number: number, status: OrderStatus, statusTitle: string, progress: number | null, revision: number, cursor: string, nextSteps: Array<{ step: OrderStep | null, title: string }> }
    | { __typename: 'OrderNotFound', message: string, code: string, recovery: Recovery }
    | { __typename: 'ReferenceAlreadyCounted', message: string, code: string, recovery: Recovery }
    | { __typename: 'ResultUnavailable', message: string, code: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', message: string, code: string, recovery: Recovery }
    | { __typename: 'StaleRevision', message: string, code: string, recovery: Recovery }
    | { __typename: 'StepNotAllowed', message: string, code: string, recovery: Recovery }
   };

export type StopRenewalMutationVariables = Exact<{
  input: StopRenewalInput;
}>;


export type StopRenewalMutation = { stopRenewal:
    | { __typename: 'AccountRefused', message: string, code: string, recovery: Recovery }
    | { __typename: 'DaysUnavailable', message: string, code: string, recovery: Recovery }
    | { __typename: 'IdempotencyKeyReused', message: string, code: string, recovery: Recovery }
    | { __typename: 'InputInvalid', message: string, code: string, recovery: Recovery }
    | { __typename: 'NotSignedIn', message: string, code: string, recovery: Recovery }
    | { __typename: 'Order', id: string, number: number, status: OrderStatus, statusTitle: string, progress: number | null, revision: number, cursor: string, nextSteps: Array<{ step: OrderStep | null, title: string }> }
    | { __typename: 'OrderNotFound', message: string, code: string, recovery: Recovery }
    | { __typename: 'ResultUnavailable', message: string, code: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', message: string, code: string, recovery: Recovery }
    | { __typename: 'StaleRevision', message: string, code: string, recovery: Recovery }
    | { __typename: 'StepNotAllowed', message: string, code: string, recovery: Recovery }
   };

export type PutOnHoldMutationVariables = Exact<{
  input: PutOnHoldInput;
}>;


export type PutOnHoldMutation = { putOnHold:
    | { __typename: 'AccountRefused', message: string, code: string, recovery: Recovery }
    | { __typename: 'IdempotencyKeyReused', message: string, code: string, recovery: Recovery }
    | { __typename: 'InputInvalid', message: string, code: string, recovery: Recovery }
    | { __typename: 'NotSignedIn', message: string, code: string, recovery: Recovery }
    | { __typename: 'Order', id: string, number: number, status: OrderStatus, statusTitle: string, progress: number | null, revision: number, cursor: string, nextSteps: Array<{ step: OrderStep | null, title: string }> }
    | { __typename: 'OrderNotFound', message: string, code: string, recovery: Recovery }
    | { __typename: 'ResultUnavailable', message: string, code: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', message: string, code: string, recovery: Recovery }
    | { __typename: 'StaleRevision', message: string, code: string, recovery: Recovery }
    | { __typename: 'StepNotAllowed', message: string, code: string, recovery: Recovery }
   };

export type ResumeOrderMutationVariables = Exact<{
  input: ResumeOrderInput;
}>;


export type ResumeOrderMutation = { resumeOrder:
    | { __typename: 'AccountRefused', message: string, code: string, recovery: Recovery }
    | { __typename: 'IdempotencyKeyReused', message: string, code: string, recovery: Recovery }
    | { __typename: 'InputInvalid', message: string, code: string, recovery: Recovery }
    | { __typename: 'NotSignedIn', message: string, code: string, recovery: Recovery }
    | { __typename: 'Order', id: string, number: number, status: OrderStatus, statusTitle: string, progress: number | null, revision: number, cursor: string, nextSteps: Array<{ step: OrderStep | null, title: string }> }
    | { __typename: 'OrderNotFound', message: string, code: string, recovery: Recovery }
    | { __typename: 'ResultUnavailable', message: string, code: string, recovery: Recovery }
    | { __typename: 'ScopeMissing', message: string, code: string, recovery: Recovery }
    | { __typename: 'StaleRevision', message: string, code: string, recovery: Recovery }
    | { __typename: 'StepNotAllowed', message: string, code: string, recovery: Recovery }
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
export const OrderViewFragmentDoc = new TypedDocumentString(`
    fragment OrderView on Order {
  id
  number
  status
  statusTitle
  progress
  revision
  cursor
  nextSteps {
    step
    title
  }
}
    `, {"fragmentName":"OrderView"}) as unknown as TypedDocumentString<OrderViewFragment, unknown>;
export const RefusedFragmentDoc = new TypedDocumentString(`
    fragment Refused on Refusal {
  message
  code
  recovery
}
    `, {"fragmentName":"Refused"}) as unknown as TypedDocumentString<RefusedFragment, unknown>;
export const CreateAccountDocument = new TypedDocumentString(`
    mutation CreateAccount($input: CreateAccountInput!) {
  createAccount(input: $input) {
    __typename
    ... on Account {
      name
    }
    ...Refused
  }
}
    fragment Refused on Refusal {
  message
  code
  recovery
}`, {"hash":"80da51fd637f40109c679fa6738322e2fcc3ec8f8e67a82994cb6bd2db2ee742"}) as unknown as TypedDocumentString<CreateAccountMutation, CreateAccountMutationVariables>;
export const AdsOfOrderDocument = new TypedDocumentString(`
    query AdsOfOrder($orderId: ID!) {
  order(id: $orderId) {
    ads {
      id
      name
    }
  }
}
    `, {"hash":"47e7fff1a56534f796a6f25650ff0ecbf442ae1cfca1c310d322f5d0b5d831f7"}) as unknown as TypedDocumentString<AdsOfOrderQuery, AdsOfOrderQueryVariables>;
export const SaveAdDraftDocument = new TypedDocumentString(`
    mutation SaveAdDraft($input: SaveAdDraftInput!) {
  saveAdDraft(input: $input) {
    __typename
    ... on Ad {
      status
    }
    ...Refused
  }
}
    fragment Refused on Refusal {
  message
  code
  recovery
}`, {"hash":"8823a9dbe91e13d1a5c048a27d8a7934db42969d1019dd183475a4fcd83dbb2b"}) as unknown as TypedDocumentString<SaveAdDraftMutation, SaveAdDraftMutationVariables>;
export const SubmitAdDocument = new TypedDocumentString(`
    mutation SubmitAd($input: SubmitAdInput!) {
  submitAd(input: $input) {
    __typename
    ... on Ad {
      status
    }
    ...Refused
  }
}
    fragment Refused on Refusal {
  message
  code
  recovery
}`, {"hash":"44ddbb4c341b5a481f661dae939401890ffbc917389b496a0eb3be76e7e5a697"}) as unknown as TypedDocumentString<SubmitAdMutation, SubmitAdMutationVariables>;
export const PublishAdDocument = new TypedDocumentString(`
    mutation PublishAd($input: PublishAdInput!) {
  publishAd(input: $input) {
    __typename
    ... on Ad {
      status
      endsAt
    }
    ...Refused
  }
}
    fragment Refused on Refusal {
  message
  code
  recovery
}`, {"hash":"b60b32a1b14ceeabcf367f7c2c2a28c489bb2a5637dfd05eff4d6a3f5f104397"}) as unknown as TypedDocumentString<PublishAdMutation, PublishAdMutationVariables>;
export const RegisterOperationsDocument = new TypedDocumentString(`
    mutation RegisterOperations($input: RegisterOperationsInput!) {
  registerOperations(input: $input) {
    __typename
    ... on OperationManifest {
      name
      version
      documents {
        documentId
        operationName
        kind
        cost
      }
    }
    ... on OperationsRefused {
      problems {
        documentId
        messages
      }
    }
    ...Refused
  }
}
    fragment Refused on Refusal {
  message
  code
  recovery
}`, {"hash":"ea4e2af40f53baffacd07bcbbfa114059db00b87c22b4261a307c7f98d268c2d"}) as unknown as TypedDocumentString<RegisterOperationsMutation, RegisterOperationsMutationVariables>;
export const RegisterOperationsWarnedDocument = new TypedDocumentString(`
    mutation RegisterOperationsWarned($input: RegisterOperationsInput!) {
  registerOperations(input: $input) {
    __typename
    ... on OperationManifest {
      name
      version
      documents {
        documentId
        operationName
        kind
        cost
        deprecations {
          coordinate
          reason
        }
      }
    }
    ... on OperationsRefused {
      problems {
        documentId
        messages
      }
    }
    ...Refused
  }
}
    fragment Refused on Refusal {
  message
  code
  recovery
}`, {"hash":"e2ba731df60b9e5fdf271248436a33acf5b3470dcc36cf68ff4dc6bd50eb8869"}) as unknown as TypedDocumentString<RegisterOperationsWarnedMutation, RegisterOperationsWarnedMutationVariables>;
export const OrderResultsDocument = new TypedDocumentString(`
    query OrderResults($orderId: ID!) {
  order(id: $orderId) {
    ratings {
      role
      stars
      text
    }
    metrics {
      traffic
      leads
      conversions
    }
    seller {
      profile {
        completedOrderCount
        ratingAverage
        ratingCount
        metrics {
          answerCount
          averageTraffic
        }
      }
    }
  }
}
    `, {"hash":"1b8fd589e9c8699485e41434d730ae2beea6fbd362bb8fa5aaf45d405a40f03d"}) as unknown as TypedDocumentString<OrderResultsQuery, OrderResultsQueryVariables>;
export const OrderRenewalDocument = new TypedDocumentString(`
    query OrderRenewal($orderId: ID!) {
  order(id: $orderId) {
    renewal {
      status
      periodEndsAt
    }
    successor {
      ...OrderView
      payments {
        amount {
          minorUnits
          currency
        }
      }
    }
  }
}
    fragment OrderView on Order {
  id
  number
  status
  statusTitle
  progress
  revision
  cursor
  nextSteps {
    step
    title
  }
}`, {"hash":"7a0bd7aa8dcb11f99f191a2782069efdcc9975aa620c49de2044d4bf5527ac4c"}) as unknown as TypedDocumentString<OrderRenewalQuery, OrderRenewalQueryVariables>;
export const OrdersNeedingAttentionDocument = new TypedDocumentString(`
    query OrdersNeedingAttention {
  orders(first: 5, filter: {needsAttention: true}) {
    edges {
      node {
        ...OrderView
        brief
        advertiser {
          name
        }
      }
    }
  }
}
    fragment OrderView on Order {
  id
  number
  status
  statusTitle
  progress
  revision
  cursor
  nextSteps {
    step
    title
  }
}`, {"hash":"5c8cc6d1f9db8e17dce844e351fc06e99b78287e1405751234e46402b71c23e2"}) as unknown as TypedDocumentString<OrdersNeedingAttentionQuery, OrdersNeedingAttentionQueryVariables>;
export const OrderTimelineDocument = new TypedDocumentString(`
    subscription OrderTimeline($orderId: ID!, $after: String) {
  orderTimeline(orderId: $orderId, after: $after) {
    __typename
    ... on TimelineEntryAdded {
      cursor
      entry {
        number
        type
        message {
          text
        }
      }
      order {
        ...OrderView
      }
    }
    ... on TimelineReset {
      cursor
      reason
    }
    ...Refused
  }
}
    fragment OrderView on Order {
  id
  number
  status
  statusTitle
  progress
  revision
  cursor
  nextSteps {
    step
    title
  }
}
fragment Refused on Refusal {
  message
  code
  recovery
}`, {"hash":"29d94eb3366ea91a4c7cb00d7b391aafa7fa1dcb9e94e985fd52e4d078c263f2"}) as unknown as TypedDocumentString<OrderTimelineSubscription, OrderTimelineSubscriptionVariables>;
export const RequestSignInCodeDocument = new TypedDocumentString(`
    mutation RequestSignInCode($input: RequestSignInCodeInput!) {
  requestSignInCode(input: $input) {
    __typename
    ... on SignInCodeRequested {
      sentTo
    }
    ...Refused
  }
}
    fragment Refused on Refusal {
  message
  code
  recovery
}`, {"hash":"39dce24ab0c3d88eda7f25b6a86452d65358f80e22ae4ef99747ab84f658dd2f"}) as unknown as TypedDocumentString<RequestSignInCodeMutation, RequestSignInCodeMutationVariables>;
export const SignInDocument = new TypedDocumentString(`
    mutation SignIn($input: SignInInput!) {
  signIn(input: $input) {
    __typename
    ... on SignedIn {
      token
      account {
        name
      }
    }
    ...Refused
  }
}
    fragment Refused on Refusal {
  message
  code
  recovery
}`, {"hash":"251fb7feffd4e63f81e25aee2ef118db2cd09e9265c5cb7368d02c49c185c98b"}) as unknown as TypedDocumentString<SignInMutation, SignInMutationVariables>;
export const CreateSpaceDocument = new TypedDocumentString(`
    mutation CreateSpace($input: CreateSpaceInput!) {
  createSpace(input: $input) {
    __typename
    ... on Space {
      id
    }
    ...Refused
  }
}
    fragment Refused on Refusal {
  message
  code
  recovery
}`, {"hash":"3b3976696cd8ff7723ab51d26ed8218bf88a186eb8ffc92c9cdaf890374c6f89"}) as unknown as TypedDocumentString<CreateSpaceMutation, CreateSpaceMutationVariables>;
export const CreatePriceOptionDocument = new TypedDocumentString(`
    mutation CreatePriceOption($input: CreatePriceOptionInput!) {
  createPriceOption(input: $input) {
    __typename
    ... on PriceOption {
      id
    }
    ...Refused
  }
}
    fragment Refused on Refusal {
  message
  code
  recovery
}`, {"hash":"a1c7035597b728892d676800931aba418dbaaa4897a16c6897850482447b8eef"}) as unknown as TypedDocumentString<CreatePriceOptionMutation, CreatePriceOptionMutationVariables>;
export const ListSpaceDocument = new TypedDocumentString(`
    mutation ListSpace($input: ListSpaceInput!) {
  listSpace(input: $input) {
    __typename
    ... on Space {
      title
      status
    }
    ...Refused
  }
}
    fragment Refused on Refusal {
  message
  code
  recovery
}`, {"hash":"c7db87425219e87158be44d869f22140fa293f2429763eee9a45cb29eb30da8a"}) as unknown as TypedDocumentString<ListSpaceMutation, ListSpaceMutationVariables>;
export const FindSpacesDocument = new TypedDocumentString(`
    query FindSpaces($filter: SpaceFilter!, $sort: SpaceSort!, $first: Int!) {
  spaces(filter: $filter, sort: $sort, first: $first) {
    totalCount
    nodes {
      id
      title
      seller {
        name
      }
      options {
        id
        title
        isMonthly
        price {
          minorUnits
          currency
        }
      }
    }
  }
}
    `, {"hash":"3c67862a955f57b95b96304f8d3b624f523396651f363aac3b03ee775088a157"}) as unknown as TypedDocumentString<FindSpacesQuery, FindSpacesQueryVariables>;
export const PlaceOrderDocument = new TypedDocumentString(`
    mutation PlaceOrder($input: PlaceOrderInput!) {
  placeOrder(input: $input) {
    __typename
    ... on Order {
      ...OrderView
    }
    ...Refused
  }
}
    fragment OrderView on Order {
  id
  number
  status
  statusTitle
  progress
  revision
  cursor
  nextSteps {
    step
    title
  }
}
fragment Refused on Refusal {
  message
  code
  recovery
}`, {"hash":"04aef6893104e542049f6a47a1d62ec9e8f829f6308805e8d4b5f04f52ff084c"}) as unknown as TypedDocumentString<PlaceOrderMutation, PlaceOrderMutationVariables>;
export const SendMessageDocument = new TypedDocumentString(`
    mutation SendMessage($input: SendMessageInput!) {
  sendMessage(input: $input) {
    __typename
    ... on Message {
      number
    }
    ...Refused
  }
}
    fragment Refused on Refusal {
  message
  code
  recovery
}`, {"hash":"565d4a1553a0ff6476aecbcae0657d5eacd64c4bb10ac7315cfcd702756b4285"}) as unknown as TypedDocumentString<SendMessageMutation, SendMessageMutationVariables>;
export const RequestFeedbackDocument = new TypedDocumentString(`
    mutation RequestFeedback($input: RequestFeedbackInput!) {
  requestFeedback(input: $input) {
    __typename
    ... on Order {
      ...OrderView
    }
    ...Refused
  }
}
    fragment OrderView on Order {
  id
  number
  status
  statusTitle
  progress
  revision
  cursor
  nextSteps {
    step
    title
  }
}
fragment Refused on Refusal {
  message
  code
  recovery
}`, {"hash":"1377ee52eb70236a4f6aa7b564361cbf3f8d81fd6544860af8676e4c10502b16"}) as unknown as TypedDocumentString<RequestFeedbackMutation, RequestFeedbackMutationVariables>;
export const ProvideFeedbackDocument = new TypedDocumentString(`
    mutation ProvideFeedback($input: ProvideFeedbackInput!) {
  provideFeedback(input: $input) {
    __typename
    ... on Order {
      ...OrderView
    }
    ...Refused
  }
}
    fragment OrderView on Order {
  id
  number
  status
  statusTitle
  progress
  revision
  cursor
  nextSteps {
    step
    title
  }
}
fragment Refused on Refusal {
  message
  code
  recovery
}`, {"hash":"51fa795dd2e87e689bc9ee83bd3a8646e6c446f20297a9eb486890f66acecaf8"}) as unknown as TypedDocumentString<ProvideFeedbackMutation, ProvideFeedbackMutationVariables>;
export const RequestPaymentDocument = new TypedDocumentString(`
    mutation RequestPayment($input: RequestPaymentInput!) {
  requestPayment(input: $input) {
    __typename
    ... on Order {
      ...OrderView
    }
    ...Refused
  }
}
    fragment OrderView on Order {
  id
  number
  status
  statusTitle
  progress
  revision
  cursor
  nextSteps {
    step
    title
  }
}
fragment Refused on Refusal {
  message
  code
  recovery
}`, {"hash":"ea89fb6a5233c738167720b8caec279e78911715bdbde7501ac6a50c184ea419"}) as unknown as TypedDocumentString<RequestPaymentMutation, RequestPaymentMutationVariables>;
export const ConfirmPaymentDocument = new TypedDocumentString(`
    mutation ConfirmPayment($input: ConfirmPaymentInput!) {
  confirmPayment(input: $input) {
    __typename
    ... on Order {
      ...OrderView
    }
    ...Refused
  }
}
    fragment OrderView on Order {
  id
  number
  status
  statusTitle
  progress
  revision
  cursor
  nextSteps {
    step
    title
  }
}
fragment Refused on Refusal {
  message
  code
  recovery
}`, {"hash":"cb1d39c6deecd8e007a6db2c08116086e9ee30828c3e75bb1e63d7fb54abe168"}) as unknown as TypedDocumentString<ConfirmPaymentMutation, ConfirmPaymentMutationVariables>;
export const StartProcessingDocument = new TypedDocumentString(`
    mutation StartProcessing($input: StartProcessingInput!) {
  startProcessing(input: $input) {
    __typename
    ... on Order {
      ...OrderView
    }
    ...Refused
  }
}
    fragment OrderView on Order {
  id
  number
  status
  statusTitle
  progress
  revision
  cursor
  nextSteps {
    step
    title
  }
}
fragment Refused on Refusal {
  message
  code
  recovery
}`, {"hash":"5792d52f4aa34dbbb37ed02c881569c447015bcd2621f4ed35d70244e2419d59"}) as unknown as TypedDocumentString<StartProcessingMutation, StartProcessingMutationVariables>;
export const CompleteOrderDocument = new TypedDocumentString(`
    mutation CompleteOrder($input: CompleteOrderInput!) {
  completeOrder(input: $input) {
    __typename
    ... on Order {
      ...OrderView
    }
    ...Refused
  }
}
    fragment OrderView on Order {
  id
  number
  status
  statusTitle
  progress
  revision
  cursor
  nextSteps {
    step
    title
  }
}
fragment Refused on Refusal {
  message
  code
  recovery
}`, {"hash":"e73d5a81a15053a997cacd93e2fef6912e6510ed22042c3ac47dc41d6ddc4479"}) as unknown as TypedDocumentString<CompleteOrderMutation, CompleteOrderMutationVariables>;
export const SubmitProofDocument = new TypedDocumentString(`
    mutation SubmitProof($input: SubmitProofInput!) {
  submitProof(input: $input) {
    __typename
    ... on Order {
      ...OrderView
    }
    ...Refused
  }
}
    fragment OrderView on Order {
  id
  number
  status
  statusTitle
  progress
  revision
  cursor
  nextSteps {
    step
    title
  }
}
fragment Refused on Refusal {
  message
  code
  recovery
}`, {"hash":"54f39a8109337426f1d02cc89c80afa6ef6de0310a625958bd0d86e6e66e6bf4"}) as unknown as TypedDocumentString<SubmitProofMutation, SubmitProofMutationVariables>;
export const RateCollaborationDocument = new TypedDocumentString(`
    mutation RateCollaboration($input: RateCollaborationInput!) {
  rateCollaboration(input: $input) {
    __typename
    ... on Order {
      ...OrderView
    }
    ...Refused
  }
}
    fragment OrderView on Order {
  id
  number
  status
  statusTitle
  progress
  revision
  cursor
  nextSteps {
    step
    title
  }
}
fragment Refused on Refusal {
  message
  code
  recovery
}`, {"hash":"ea82d62edc7a08b37520d5c2e49e3356d5ec9f2bf3642473e0a40af0333eb84d"}) as unknown as TypedDocumentString<RateCollaborationMutation, RateCollaborationMutationVariables>;
export const AnswerMetricsSurveyDocument = new TypedDocumentString(`
    mutation AnswerMetricsSurvey($input: AnswerMetricsSurveyInput!) {
  answerMetricsSurvey(input: $input) {
    __typename
    ... on Order {
      ...OrderView
    }
    ...Refused
  }
}
    fragment OrderView on Order {
  id
  number
  status
  statusTitle
  progress
  revision
  cursor
  nextSteps {
    step
    title
  }
}
fragment Refused on Refusal {
  message
  code
  recovery
}`, {"hash":"518d53edca5cee29c5cded267675276003b3693e21bc3079a195b913e366c641"}) as unknown as TypedDocumentString<AnswerMetricsSurveyMutation, AnswerMetricsSurveyMutationVariables>;
export const RenewOrderDocument = new TypedDocumentString(`
    mutation RenewOrder($input: RenewOrderInput!) {
  renewOrder(input: $input) {
    __typename
    ... on Order {
      ...OrderView
    }
    ...Refused
  }
}
    fragment OrderView on Order {
  id
  number
  status
  statusTitle
  progress
  revision
  cursor
  nextSteps {
    step
    title
  }
}
fragment Refused on Refusal {
  message
  code
  recovery
}`, {"hash":"fab3ab700e475bae5dcc15c2d281e4c1ee6af9289eb569f1d7485b26458789ec"}) as unknown as TypedDocumentString<RenewOrderMutation, RenewOrderMutationVariables>;
export const StopRenewalDocument = new TypedDocumentString(`
    mutation StopRenewal($input: StopRenewalInput!) {
  stopRenewal(input: $input) {
    __typename
    ... on Order {
      ...OrderView
    }
    ...Refused
  }
}
    fragment OrderView on Order {
  id
  number
  status
  statusTitle
  progress
  revision
  cursor
  nextSteps {
    step
    title
  }
}
fragment Refused on Refusal {
  message
  code
  recovery
}`, {"hash":"42319377d52bb116cc3a2dc9f181d14a518f8c5aed5b35a73c2216dde61da290"}) as unknown as TypedDocumentString<StopRenewalMutation, StopRenewalMutationVariables>;
export const PutOnHoldDocument = new TypedDocumentString(`
    mutation PutOnHold($input: PutOnHoldInput!) {
  putOnHold(input: $input) {
    __typename
    ... on Order {
      ...OrderView
    }
    ...Refused
  }
}
    fragment OrderView on Order {
  id
  number
  status
  statusTitle
  progress
  revision
  cursor
  nextSteps {
    step
    title
  }
}
fragment Refused on Refusal {
  message
  code
  recovery
}`, {"hash":"cc54b7f67dbcb51f10346d5961fcb9d0ea6ede027c8b4b0c36175546ab8579a4"}) as unknown as TypedDocumentString<PutOnHoldMutation, PutOnHoldMutationVariables>;
export const ResumeOrderDocument = new TypedDocumentString(`
    mutation ResumeOrder($input: ResumeOrderInput!) {
  resumeOrder(input: $input) {
    __typename
    ... on Order {
      ...OrderView
    }
    ...Refused
  }
}
    fragment OrderView on Order {
  id
  number
  status
  statusTitle
  progress
  revision
  cursor
  nextSteps {
    step
    title
  }
}
fragment Refused on Refusal {
  message
  code
  recovery
}`, {"hash":"0c5f9458358648e0ee6c0983a99ca999ebfb8d2d572e0c521b6fa7c6445b30d1"}) as unknown as TypedDocumentString<ResumeOrderMutation, ResumeOrderMutationVariables>;