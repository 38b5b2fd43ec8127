import { useCallback, useEffect, useRef, useSyncExternalStore } from 'react';
import { pauseBeforeRetry } from '../api/retry-pause.ts';
import { useApiMutation } from '../api/use-api.ts';
import { SendMessageDocument } from '../generated/graphql.ts';
import { usePerson } from '../session/session-context.tsx';
import { type OutgoingMessage, outboxOf } from './outbox.ts';

export interface OrderOutbox {
  /** The messages to this order that have not arrived, oldest first. */
  readonly messages: readonly OutgoingMessage[];
  send(message: Pick<OutgoingMessage, 'text' | 'attachments' | 'replyTo'>): void;
  /** Gives up a message that was refused. */
  discard(key: string): void;
  /** Ends the wait for a message: its entry has come. */
  settle(key: string): void;
}

/** The outbox of an order. It sends one message after the other, and again after a lost connection. */
export function useOutbox(orderId: string): OrderOutbox {
  const { id: personId } = usePerson();
  const outbox = outboxOf(personId);
  const all = useSyncExternalStore(outbox.subscribe, () => outbox.messages);
  const send = useApiMutation(SendMessageDocument);
  const isSending = useRef(false);

  const flush = useCallback(async () => {
    if (isSending.current) return;
    isSending.current = true;
    const sentKeys = new Set<string>();
    const next = () =>
      outbox.messages.find((one) => one.orderId === orderId && one.refusal === undefined && !sentKeys.has(one.key));
    let failures = 0;
    for (let message = next(); message; message = next()) {
      const { key, text, attachments, replyTo } = message;
      const input = { orderId, text, attachments: [...attachments], replyTo, idempotencyKey: key };
      const { refusal } = await send({ input });
      if (refusal?.code === 'CONNECTION_LOST') {
        await pauseBeforeRetry(failures);
        failures += 1;
        continue;
      }
      failures = 0;
      if (refusal) outbox.markRefused(key, refusal.message);
      // It stays visible as it is until its entry comes.
      sentKeys.add(key);
    }
    isSending.current = false;
  }, [outbox, orderId, send]);

  // Messages of an earlier visit of the page.
  useEffect(() => void flush(), [flush]);

  return {
    messages: all.filter((one) => one.orderId === orderId),
    send: (message) => {
      outbox.add({ ...message, orderId });
      void flush();
    },
    discard: (key) => outbox.remove(key),
    settle: (key) => outbox.remove(key),
  };
}
