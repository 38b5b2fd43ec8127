/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** What `completeOrder` asks for. */
export type CompleteOrderInput = {
  /** Refuse if the order is at another revision than this. */
  expectedRevision?: number | null | undefined;
  /** A key of your own, at most 100 characters: the same call with the same key is done once and answered as the first time. */
  idempotencyKey?: string | null | undefined;
  /** A message to the advertiser. */
  note?: string | null | undefined;
  /** The order. */
  orderId: string;
  /** Where the ad can be seen, if it can be shown already. */
  proofLink?: string | null | undefined;
};

/** What the answer is. */
export type FeedbackKind =
  /** The draft is fine as it is. */
  | 'APPROVAL'
  /** What has to change in the draft. */
  | 'EDITS'
  /** What the seller wanted to know. */
  | 'INFORMATION';

/** A sum of money. */
export type MoneyInput = {
  /** The currency. */
  currency: string;
  /** In the currency's smallest unit: 1234 EUR minor units are 12.34 EUR. */
  minorUnits: number;
};

/** Where an order is in its process. */
export type OrderStatus =
  /** Cancelled. */
  | 'CANCELLED'
  /** Completed. */
  | 'COMPLETED'
  /** In dispute. */
  | 'DISPUTED'
  /** Expired. */
  | 'EXPIRED'
  /** The advertiser answered. */
  | 'FEEDBACK_PROVIDED'
  /** The seller asked a question. */
  | 'FEEDBACK_REQUIRED'
  /** On hold. */
  | 'HOLD'
  /** Paid. */
  | 'PAYMENT_RECEIVED'
  /** Waiting for the payment. */
  | 'PAYMENT_REQUIRED'
  /** Waiting for the seller. */
  | 'PENDING'
  /** The seller is at work. */
  | 'PROCESSING'
  /** Refunded. */
  | 'REFUNDED'
  /** Rejected. */
  | 'REJECTED';

/** What can happen to an order. Those open to people are mutations of the same name. */
export type OrderStep =
  /** Tell what the ad has brought. */
  | 'answerMetricsSurvey'
  /** Cancel the order. */
  | 'cancelOrder'
  /** Cancel the paid order. */
  | 'cancelPaidOrder'
  /** The time for a dispute is over. */
  | 'closeDisputeWindow'
  /** Complete the order. */
  | 'completeOrder'
  /** The order expires. */
  | 'expireOrder'
  /** The time to tell what the ad has brought is over. */
  | 'lapseMetricsSurvey'
  /** Open a dispute. */
  | 'openDispute'
  /** Put the order into another status. */
  | 'operatorOverride'
  /** Place the order. */
  | 'placeOrder'
  /** Answer the seller. */
  | 'provideFeedback'
  /** The time for ratings is over. */
  | 'publishRatings'
  /** Put the order on hold. */
  | 'putOnHold'
  /** Rate the collaboration. */
  | 'rateCollaboration'
  /** Confirm the payment. */
  | 'receivePayment'
  /** Refund the advertiser. */
  | 'refundOrder'
  /** Reject the order. */
  | 'rejectOrder'
  /** The seller is reminded of the proof. */
  | 'remindOfProof'
  /** Ask the advertiser. */
  | 'requestFeedback'
  /** Ask for the payment. */
  | 'requestPayment'
  /** Resolve the dispute. */
  | 'resolveDispute'
  /** Resume the order. */
  | 'resumeOrder'
  /** The advertiser is asked what the ad has brought. */
  | 'sendMetricsSurvey'
  /** Start the work. */
  | 'startProcessing'
  /** Show that the ad ran. */
  | 'submitProof'
  /** Withdraw the question. */
  | 'withdrawFeedbackRequest'
  /** Withdraw the payment request. */
  | 'withdrawPaymentRequest';

/** How the advertiser will pay. */
export type PaymentMethod =
  /** By transfer to the account that the seller names. */
  | 'BANK_TRANSFER'
  /** In cash, where the seller says. */
  | 'CASH';

/** What is ordered, and how. */
export type PlaceOrderInput = {
  /** What the ad is for, what it should say, when it should run. */
  brief: string;
  /** A key of your own, at most 100 characters: the same call with the same key is done once and answered as the first time. */
  idempotencyKey?: string | null | undefined;
  /** How the advertiser will pay. */
  paymentMethod: PaymentMethod;
  /** What is bought: ids of price options of one seller, in one currency; 1 to 20. */
  priceOptionIds: Array<string>;
};

/** What `provideFeedback` asks for. */
export type ProvideFeedbackInput = {
  /** The answer to the question, or the edits to the draft. */
  answer: string;
  /** Refuse if the order is at another revision than this. */
  expectedRevision?: number | null | undefined;
  /** A key of your own, at most 100 characters: the same call with the same key is done once and answered as the first time. */
  idempotencyKey?: string | null | undefined;
  /** What the answer is. */
  kind: FeedbackKind;
  /** The order. */
  orderId: string;
};

/** What `receivePayment` asks for. */
export type ReceivePaymentInput = {
  /** The sum that arrived; the sum asked for if left out. */
  amount?: MoneyInput | null | undefined;
  /** Refuse if the order is at another revision than this. */
  expectedRevision?: number | null | undefined;
  /** A key of your own, at most 100 characters: the same call with the same key is done once and answered as the first time. */
  idempotencyKey?: string | null | undefined;
  /** The order. */
  orderId: string;
  /** What tells this payment from others, e.g. the number on the bank statement. The same reference counts once. */
  reference: string;
};

/** What a refused caller can do. */
export type Recovery =
  /** Change the call as the message says and try again. */
  | 'CORRECTABLE'
  /** The call cannot succeed as things are. */
  | 'FINAL'
  /** The same call may succeed later. */
  | 'RETRYABLE';

/** What `requestFeedback` asks for. */
export type RequestFeedbackInput = {
  /** A draft for the advertiser to look at. */
  draft?: string | null | undefined;
  /** Refuse if the order is at another revision than this. */
  expectedRevision?: number | null | undefined;
  /** A key of your own, at most 100 characters: the same call with the same key is done once and answered as the first time. */
  idempotencyKey?: string | null | undefined;
  /** The order. */
  orderId: string;
  /** What the advertiser is asked. */
  question: string;
};

/** What `requestPayment` asks for. */
export type RequestPaymentInput = {
  /** The sum to pay; the order's value if left out. */
  amount?: MoneyInput | null | undefined;
  /** When it should be paid by. */
  dueAt?: string | null | undefined;
  /** Refuse if the order is at another revision than this. */
  expectedRevision?: number | null | undefined;
  /** A key of your own, at most 100 characters: the same call with the same key is done once and answered as the first time. */
  idempotencyKey?: string | null | undefined;
  /** The order. */
  orderId: string;
};

/** Asks for a sign-in code. */
export type RequestSignInCodeInput = {
  /** The address to mail it to. */
  email: string;
};

/** Why a cursor leads nowhere. */
export type ResetReason =
  /** The timeline does not go as far as the cursor. */
  | 'CURSOR_AHEAD'
  /** The cursor belongs to another order. */
  | 'CURSOR_OF_ANOTHER_ORDER'
  /** The cursor is none of ours. */
  | 'CURSOR_UNKNOWN';

/** Something to say in an order. */
export type SendMessageInput = {
  /** A key of your own, at most 100 characters: the same call with the same key is done once and answered as the first time. */
  idempotencyKey?: string | null | undefined;
  /** The order. */
  orderId: string;
  /** What to say; at most 4000 characters of plain text. */
  text: string;
};

/** Signs in with a mailed code. */
export type SignInInput = {
  /** The code from the mail. */
  code: string;
  /** The address that the code was mailed to. */
  email: string;
};

/** What `startProcessing` asks for. */
export type StartProcessingInput = {
  /** Refuse if the order is at another revision than this. */
  expectedRevision?: number | null | undefined;
  /** A key of your own, at most 100 characters: the same call with the same key is done once and answered as the first time. */
  idempotencyKey?: string | null | undefined;
  /** The order. */
  orderId: string;
  /** When the advertiser can expect the ad to run. */
  promisedFor?: string | null | undefined;
};

/** What `submitProof` asks for. */
export type SubmitProofInput = {
  /** Refuse if the order is at another revision than this. */
  expectedRevision?: number | null | undefined;
  /** A key of your own, at most 100 characters: the same call with the same key is done once and answered as the first time. */
  idempotencyKey?: string | null | undefined;
  /** Where the ad can be seen. */
  link: string;
  /** What to look at. */
  note?: string | null | undefined;
  /** The order. */
  orderId: string;
};

/** What happened: a step of the order, or something beside the steps. */
export type TimelineEntryType =
  /** Tell what the ad has brought. */
  | 'answerMetricsSurvey'
  /** Cancel the order. */
  | 'cancelOrder'
  /** Cancel the paid order. */
  | 'cancelPaidOrder'
  /** The time for a dispute is over. */
  | 'closeDisputeWindow'
  /** Complete the order. */
  | 'completeOrder'
  /** Create an ad. */
  | 'createAd'
  /** The ad expires. */
  | 'expireAd'
  /** The order expires. */
  | 'expireOrder'
  /** The time to tell what the ad has brought is over. */
  | 'lapseMetricsSurvey'
  /** Mail could not be delivered. */
  | 'mailFailed'
  /** Mail sent. */
  | 'mailSent'
  /** Open a dispute. */
  | 'openDispute'
  /** Put the order into another status. */
  | 'operatorOverride'
  /** Place the order. */
  | 'placeOrder'
  /** Answer the seller. */
  | 'provideFeedback'
  /** Publish the ad. */
  | 'publishAd'
  /** Publish the draft as it is. */
  | 'publishAdDirectly'
  /** The time for ratings is over. */
  | 'publishRatings'
  /** Put the order on hold. */
  | 'putOnHold'
  /** Rate the collaboration. */
  | 'rateCollaboration'
  /** Confirm the payment. */
  | 'receivePayment'
  /** Refund the advertiser. */
  | 'refundOrder'
  /** Reject the ad. */
  | 'rejectAd'
  /** Reject the order. */
  | 'rejectOrder'
  /** The seller is reminded of the proof. */
  | 'remindOfProof'
  /** Ask the advertiser. */
  | 'requestFeedback'
  /** Ask for the payment. */
  | 'requestPayment'
  /** Resolve the dispute. */
  | 'resolveDispute'
  /** Resume the order. */
  | 'resumeOrder'
  /** The setup link was revoked. */
  | 'revokeSetupLink'
  /** A new setup link was mailed; the one before is dead. */
  | 'rotateSetupLink'
  /** Save the draft. */
  | 'saveAdDraft'
  /** Message. */
  | 'sendMessage'
  /** The advertiser is asked what the ad has brought. */
  | 'sendMetricsSurvey'
  /** Start the work. */
  | 'startProcessing'
  /** Submit the ad for review. */
  | 'submitAd'
  /** Show that the ad ran. */
  | 'submitProof'
  /** Take the ad back. */
  | 'unpublishAd'
  /** The ad is withdrawn. */
  | 'withdrawAd'
  /** Withdraw the question. */
  | 'withdrawFeedbackRequest'
  /** Withdraw the payment request. */
  | 'withdrawPaymentRequest';

export type OrderViewFragment = { id: string, number: number, status: OrderStatus, statusTitle: string, progress: number | null, revision: number, cursor: string, nextSteps: Array<{ step: OrderStep | null, title: string }> };

type Refused_AdNotFound_Fragment = { message: string, code: string, recovery: Recovery };

type Refused_AdStepNotAllowed_Fragment = { message: string, code: string, recovery: Recovery };

type Refused_IdempotencyKeyReused_Fragment = { message: string, code: string, recovery: Recovery };

type Refused_InputInvalid_Fragment = { message: string, code: string, recovery: Recovery };

type Refused_NotSignedIn_Fragment = { message: string, code: string, recovery: Recovery };

type Refused_OrderNotFound_Fragment = { message: string, code: string, recovery: Recovery };

type Refused_RateLimited_Fragment = { message: string, code: string, recovery: Recovery };

type Refused_ReferenceAlreadyCounted_Fragment = { message: string, code: string, recovery: Recovery };

type Refused_SetupLinkUnavailable_Fragment = { message: string, code: string, recovery: Recovery };

type Refused_SignInCodeInvalid_Fragment = { message: string, code: string, recovery: Recovery };

type Refused_StaleRevision_Fragment = { message: string, code: string, recovery: Recovery };

type Refused_StepNotAllowed_Fragment = { message: string, code: string, recovery: Recovery };

type Refused_StreamEnded_Fragment = { message: string, code: string, recovery: Recovery };

export type RefusedFragment =
  | Refused_AdNotFound_Fragment
  | Refused_AdStepNotAllowed_Fragment
  | Refused_IdempotencyKeyReused_Fragment
  | Refused_InputInvalid_Fragment
  | Refused_NotSignedIn_Fragment
  | Refused_OrderNotFound_Fragment
  | Refused_RateLimited_Fragment
  | Refused_ReferenceAlreadyCounted_Fragment
  | Refused_SetupLinkUnavailable_Fragment
  | Refused_SignInCodeInvalid_Fragment
  | Refused_StaleRevision_Fragment
  | Refused_StepNotAllowed_Fragment
  | Refused_StreamEnded_Fragment
;

export type SpacesQueryVariables = Exact<{ [key: string]: never; }>;


export type SpacesQuery = { spaces: { edges: Array<{ node: { title: string, seller: { name: string }, options: Array<{ id: string, title: string, price: { minorUnits: number, currency: string } }> } }> } };

export type WhatWaitsForMeQueryVariables = Exact<{ [key: string]: never; }>;


export type WhatWaitsForMeQuery = { orders: { edges: Array<{ node: { brief: string, id: string, number: number, status: OrderStatus, statusTitle: string, progress: number | null, revision: number, cursor: string, advertiser: { name: string }, nextSteps: Array<{ step: OrderStep | null, title: string }> } }> } };

export type OrderTimelineSubscriptionVariables = Exact<{
  orderId: string;
  after?: string | null | undefined;
}>;


export type OrderTimelineSubscription = { orderTimeline:
    | { __typename: 'NotSignedIn', message: string, code: string, recovery: Recovery }
    | { __typename: 'OrderNotFound', message: string, code: string, recovery: Recovery }
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
      , order: { id: string, number: number, status: OrderStatus, statusTitle: string, progress: number | null, revision: number, cursor: string, nextSteps: Array<{ step: OrderStep | null, title: string }> } }
    | { __typename: 'TimelineReset', cursor: string, reason: ResetReason }
   };

export type RequestSignInCodeMutationVariables = Exact<{
  input: RequestSignInCodeInput;
}>;


export type RequestSignInCodeMutation = { requestSignInCode:
    | { __typename: 'InputInvalid', message: string, code: string, recovery: Recovery }
    | { __typename: 'RateLimited', message: string, code: string, recovery: Recovery }
    | { __typename: 'SignInCodeRequested', sentTo: string }
   };

export type SignInMutationVariables = Exact<{
  input: SignInInput;
}>;


export type SignInMutation = { signIn:
    | { __typename: 'InputInvalid', message: string, code: string, recovery: Recovery }
    | { __typename: 'RateLimited', message: string, code: string, recovery: Recovery }
    | { __typename: 'SignInCodeInvalid', message: string, code: string, recovery: Recovery }
    | { __typename: 'SignedIn', token: string, account: { name: string } }
   };

export type PlaceOrderMutationVariables = Exact<{
  input: PlaceOrderInput;
}>;


export type PlaceOrderMutation = { placeOrder:
    | { __typename: 'IdempotencyKeyReused', message: string, code: string, recovery: Recovery }
    | { __typename: 'InputInvalid', message: string, code: string, recovery: Recovery }
    | { __typename: 'NotSignedIn', message: string, code: string, recovery: Recovery }
    | { __typename: 'Order', id: string, number: number, status: OrderStatus, statusTitle: string, progress: number | null, revision: number, cursor: string, nextSteps: Array<{ step: OrderStep | null, title: string }> }
    | { __typename: 'RateLimited', message: string, code: string, recovery: Recovery }
   };

export type SendMessageMutationVariables = Exact<{
  input: SendMessageInput;
}>;


export type SendMessageMutation = { sendMessage:
    | { __typename: 'IdempotencyKeyReused', message: string, code: string, recovery: Recovery }
    | { __typename: 'InputInvalid', message: string, code: string, recovery: Recovery }
    | { __typename: 'Message', number: number }
    | { __typename: 'NotSignedIn', message: string, code: string, recovery: Recovery }
    | { __typename: 'OrderNotFound', message: string, code: string, recovery: Recovery }
    | { __typename: 'RateLimited', message: string, code: string, recovery: Recovery }
   };

export type RequestFeedbackMutationVariables = Exact<{
  input: RequestFeedbackInput;
}>;


export type RequestFeedbackMutation = { requestFeedback:
    | { __typename: 'IdempotencyKeyReused', message: string, code: string, recovery: Recovery }
    | { __typename: 'InputInvalid', message: string, code: string, recovery: Recovery }
    | { __typename: 'NotSignedIn', message: string, code: string, recovery: Recovery }
    | { __typename: 'Order', id: string, number: number, status: OrderStatus, statusTitle: string, progress: number | null, revision: number, cursor: string, nextSteps: Array<{ step: OrderStep | null, title: string }> }
    | { __typename: 'OrderNotFound', message: string, code: string, recovery: Recovery }
    | { __typename: 'StaleRevision', message: string, code: string, recovery: Recovery }
    | { __typename: 'StepNotAllowed', message: string, code: string, recovery: Recovery }
   };

export type ProvideFeedbackMutationVariables = Exact<{
  input: ProvideFeedbackInput;
}>;


export type ProvideFeedbackMutation = { provideFeedback:
    | { __typename: 'IdempotencyKeyReused', message: string, code: string, recovery: Recovery }
    | { __typename: 'InputInvalid', message: string, code: string, recovery: Recovery }
    | { __typename: 'NotSignedIn', message: string, code: string, recovery: Recovery }
    | { __typename: 'Order', id: string, number: number, status: OrderStatus, statusTitle: string, progress: number | null, revision: number, cursor: string, nextSteps: Array<{ step: OrderStep | null, title: string }> }
    | { __typename: 'OrderNotFound', message: string, code: string, recovery: Recovery }
    | { __typename: 'StaleRevision', message: string, code: string, recovery: Recovery }
    | { __typename: 'StepNotAllowed', message: string, code: string, recovery: Recovery }
   };

export type RequestPaymentMutationVariables = Exact<{
  input: RequestPaymentInput;
}>;


export type RequestPaymentMutation = { requestPayment:
    | { __typename: 'IdempotencyKeyReused', message: string, code: string, recovery: Recovery }
    | { __typename: 'InputInvalid', message: string, code: string, recovery: Recovery }
    | { __typename: 'NotSignedIn', message: string, code: string, recovery: Recovery }
    | { __typename: 'Order', id: string, number: number, status: OrderStatus, statusTitle: string, progress: number | null, revision: number, cursor: string, nextSteps: Array<{ step: OrderStep | null, title: string }> }
    | { __typename: 'OrderNotFound', message: string, code: string, recovery: Recovery }
    | { __typename: 'StaleRevision', message: string, code: string, recovery: Recovery }
    | { __typename: 'StepNotAllowed', message: string, code: string, recovery: Recovery }
   };

export type ReceivePaymentMutationVariables = Exact<{
  input: ReceivePaymentInput;
}>;


export type ReceivePaymentMutation = { receivePayment:
    | { __typename: 'IdempotencyKeyReused', message: string, code: string, recovery: Recovery }
    | { __typename: 'InputInvalid', message: string, code: string, recovery: Recovery }
    | { __typename: 'NotSignedIn', message: string, code: string, recovery: Recovery }
    | { __typename: 'Order', id: string, number: number, status: OrderStatus, statusTitle: string, progress: number | null, revision: number, cursor: string, nextSteps: Array<{ step: OrderStep | null, title: string }> }
    | { __typename: 'OrderNotFound', message: string, code: string, recovery: Recovery }
    | { __typename: 'ReferenceAlreadyCounted', message: string, code: string, recovery: Recovery }
    | { __typename: 'StaleRevision', message: string, code: string, recovery: Recovery }
    | { __typename: 'StepNotAllowed', message: string, code: string, recovery: Recovery }
   };

export type StartProcessingMutationVariables = Exact<{
  input: StartProcessingInput;
}>;


export type StartProcessingMutation = { startProcessing:
    | { __typename: 'IdempotencyKeyReused', message: string, code: string, recovery: Recovery }
    | { __typename: 'InputInvalid', message: string, code: string, recovery: Recovery }
    | { __typename: 'NotSignedIn', message: string, code: string, recovery: Recovery }
    | { __typename: 'Order', id: string, number: number, status: OrderStatus, statusTitle: string, progress: number | null, revision: number, cursor: string, nextSteps: Array<{ step: OrderStep | null, title: string }> }
    | { __typename: 'OrderNotFound', message: string, code: string, recovery: Recovery }
    | { __typename: 'StaleRevision', message: string, code: string, recovery: Recovery }
    | { __typename: 'StepNotAllowed', message: string, code: string, recovery: Recovery }
   };

export type CompleteOrderMutationVariables = Exact<{
  input: CompleteOrderInput;
}>;


export type CompleteOrderMutation = { completeOrder:
    | { __typename: 'IdempotencyKeyReused', message: string, code: string, recovery: Recovery }
    | { __typename: 'InputInvalid', message: string, code: string, recovery: Recovery }
    | { __typename: 'NotSignedIn', message: string, code: string, recovery: Recovery }
    | { __typename: 'Order', id: string, number: number, status: OrderStatus, statusTitle: string, progress: number | null, revision: number, cursor: string, nextSteps: Array<{ step: OrderStep | null, title: string }> }
    | { __typename: 'OrderNotFound', message: string, code: string, recovery: Recovery }
    | { __typename: 'StaleRevision', message: string, code: string, recovery: Recovery }
    | { __typename: 'StepNotAllowed', message: string, code: string, recovery: Recovery }
   };

export type SubmitProofMutationVariables = Exact<{
  input: SubmitProofInput;
}>;


export type SubmitProofMutation = { submitProof:
    | { __typename: 'IdempotencyKeyReused', message: string, code: string, recovery: Recovery }
    | { __typename: 'InputInvalid', message: string, code: string, recovery: Recovery }
    | { __typename: 'NotSignedIn', message: string, code: string, recovery: Recovery }
    | { __typename: 'Order', id: string, number: number, status: OrderStatus, statusTitle: string, progress: number | null, revision: number, cursor: string, nextSteps: Array<{ step: OrderStep | null, title: string }> }
    | { __typename: 'OrderNotFound', message: string, code: string, recovery: Recovery }
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
export const SpacesDocument = new TypedDocumentString(`
    query Spaces {
  spaces(first: 3) {
    edges {
      node {
        title
        seller {
          name
        }
        options {
          id
          title
          price {
            minorUnits
            currency
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SpacesQuery, SpacesQueryVariables>;
export const WhatWaitsForMeDocument = new TypedDocumentString(`
    query WhatWaitsForMe {
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
}`) as unknown as TypedDocumentString<WhatWaitsForMeQuery, WhatWaitsForMeQueryVariables>;
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
}`) as unknown as TypedDocumentString<OrderTimelineSubscription, OrderTimelineSubscriptionVariables>;
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
}`) as unknown as TypedDocumentString<RequestSignInCodeMutation, RequestSignInCodeMutationVariables>;
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
}`) as unknown as TypedDocumentString<SignInMutation, SignInMutationVariables>;
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
}`) as unknown as TypedDocumentString<PlaceOrderMutation, PlaceOrderMutationVariables>;
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
}`) as unknown as TypedDocumentString<SendMessageMutation, SendMessageMutationVariables>;
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
}`) as unknown as TypedDocumentString<RequestFeedbackMutation, RequestFeedbackMutationVariables>;
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
}`) as unknown as TypedDocumentString<ProvideFeedbackMutation, ProvideFeedbackMutationVariables>;
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
}`) as unknown as TypedDocumentString<RequestPaymentMutation, RequestPaymentMutationVariables>;
export const ReceivePaymentDocument = new TypedDocumentString(`
    mutation ReceivePayment($input: ReceivePaymentInput!) {
  receivePayment(input: $input) {
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
}`) as unknown as TypedDocumentString<ReceivePaymentMutation, ReceivePaymentMutationVariables>;
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
}`) as unknown as TypedDocumentString<StartProcessingMutation, StartProcessingMutationVariables>;
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
}`) as unknown as TypedDocumentString<CompleteOrderMutation, CompleteOrderMutationVariables>;
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
}`) as unknown as TypedDocumentString<SubmitProofMutation, SubmitProofMutationVariables>;