import type { Message } from '../generated/prisma/client.ts';

/** Something said in an order. It stands at the timeline number of its entry. */
export type { Message };

/** The key of a message among all messages: its order and its number. */
export const messageKey = ({ orderId, number }: Pick<Message, 'orderId' | 'number'>): string => `${orderId}:${number}`;
