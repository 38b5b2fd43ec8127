/** Messages that were written and have not arrived yet. They outlive a reload of the page, and are sent once. */

export interface OutgoingMessage {
  /** The idempotency key: the server takes the message once, however often it is sent. */
  readonly key: string;
  readonly orderId: string;
  readonly text: string;
  readonly attachments: readonly string[];
  /** The number of the entry that it answers. */
  readonly replyTo: number | undefined;
  /** The reason why the server refused it. */
  readonly refusal: string | undefined;
}

export interface Outbox {
  readonly messages: readonly OutgoingMessage[];
  subscribe(listener: () => void): () => void;
  add(message: Omit<OutgoingMessage, 'key' | 'refusal'>): OutgoingMessage;
  remove(key: string): void;
  markRefused(key: string, reason: string): void;
}

const outboxes = new Map<string, Outbox>();

/** The outbox of a person in this browser. */
export function outboxOf(personId: string): Outbox {
  const outbox = outboxes.get(personId) ?? createOutbox(`placard.outbox.${personId}`);
  outboxes.set(personId, outbox);
  return outbox;
}

function createOutbox(storageKey: string): Outbox {
  const listeners = new Set<() => void>();
  let messages: readonly OutgoingMessage[] = JSON.parse(localStorage.getItem(storageKey) ?? '[]');
  const set = (next: readonly OutgoingMessage[]) => {
    messages = next;
    localStorage.setItem(storageKey, JSON.stringify(next));
    for (const listener of listeners) listener();
  };
  return {
    get messages() {
      return messages;
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    add: (message) => {
      const added = { ...message, key: crypto.randomUUID(), refusal: undefined };
      set([...messages, added]);
      return added;
    },
    remove: (key) => {
      if (messages.some((one) => one.key === key)) set(messages.filter((one) => one.key !== key));
    },
    markRefused: (key, reason) => set(messages.map((one) => (one.key === key ? { ...one, refusal: reason } : one))),
  };
}
