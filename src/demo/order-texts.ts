/** The texts of the demo orders. */
import type { PersonRole } from '../process/define.ts';
import type { OrderStep } from '../process/order.ts';

export const briefs = [
  'Our new espresso blend. Warm picture, one line: "Awake, gently." From next Monday if possible.',
  'Spring sale on city bikes. We can send a picture or leave the design to you.',
  'Reading evening with three authors on the 12th; please mention that entry is free.',
  'We are hiring a roaster. A short text and a link to the application page.',
] as const;

export const chatMessages: readonly [PersonRole, string][] = [
  ['advertiser', 'Hello! Would next week still be possible?'],
  ['seller', 'Hello, yes. I am looking at it now.'],
];

/** The input of each step. A step that is absent here has no input. */
export const stepInputs: Partial<Record<OrderStep, Readonly<Record<string, unknown>>>> = {
  requestFeedback: { question: 'Which of the two pictures should it be?', draft: 'Ada Coffee. Awake, gently.' },
  provideFeedback: { kind: 'APPROVAL', answer: 'The second one, and the text is fine.' },
  confirmPayment: { reference: 'Statement 2026-11, line 4' },
  putOnHold: { reason: 'The picture is too small for print; please send a larger one.', mustAct: 'ADVERTISER' },
  completeOrder: { note: 'It is online. Thank you!' },
  openDispute: { reason: 'The ad was booked for the top of the page, but it is at the bottom.' },
  refundOrder: { reason: 'The ad ran for two days only.' },
  cancelOrder: { reason: 'We have to move the campaign to next year.' },
  rejectOrder: { reasonCode: 'TIMING', note: 'We are fully booked until January.' },
};
