/**
 * Bugs that chaos can inject into its instances, to show that its checker finds them: mutation tests of the checker. A
 * bug replaces parts of the source of one file while an instance loads it; the product has no code for that.
 */
import { readFileSync } from 'node:fs';
import type { Violation } from './findings.ts';

export interface InjectedBug {
  readonly description: string;
  /** The violation by which the checker finds it. */
  readonly foundAs: Violation;
  /** The changed file, as a path from the root of the project. */
  readonly file: string;
  /** Each text occurs once in the file and is replaced by the other. */
  readonly changes: readonly (readonly [from: string, to: string])[];
}

export const injectedBugs: Readonly<Record<string, InjectedBug>> = {
  'access-not-checked': {
    description: 'Every person who knows the id of an order may follow it.',
    foundAs: 'foreign entries',
    file: 'src/orders/timeline/order-subscription.ts',
    changes: [
      ['{ AND: [{ id: orderId }, access.orders(viewer)] }', '{ id: orderId }'],
      [
        "access.includes(order, current) ? undefined : 'ACCESS_LOST'",
        'current.kind === undefined ? undefined : undefined',
      ],
    ],
  },
  'no-reconciler': {
    description: 'The reconciler ignores entries whose topic update was lost.',
    foundAs: 'copies that differ',
    file: 'src/live/pubsub.ts',
    changes: [
      [
        'for (const update of await reconcile(subscribed)) {',
        'for (const update of [] as Awaited<ReturnType<typeof reconcile>>) {',
      ],
    ],
  },
  'inbox-by-serial-number': {
    description: 'The inbox is read up to its highest number, although a lower number may still be uncommitted.',
    foundAs: 'holes',
    file: 'src/inbox/inbox.ts',
    changes: [['select feed_horizon() as horizon', 'select last_value + 1 as horizon from feed']],
  },
  'email-key-per-attempt': {
    description: 'Each attempt to deliver an e-mail has its own key, so that the service cannot recognize the e-mail.',
    foundAs: 'mails doubled',
    file: 'src/emails/deliver-email.ts',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the source of a program.
    changes: [['`placard-${mail.id}`', '`placard-${mail.id}-${crypto.randomUUID()}`']],
  },
  'idempotency-key-ignored': {
    description: 'A message is sent again although its idempotency key is known.',
    foundAs: 'writes done twice',
    file: 'src/messages/send-message.ts',
    changes: [['const key = idempotencyKey ?? null;', 'const key = null; void idempotencyKey;']],
  },
};

export const urlOf = ({ file }: InjectedBug): URL => new URL(`../${file}`, import.meta.url);

/** Returns the source of the changed file. @throws if a text does not occur exactly once in it */
export function applyBug(bug: InjectedBug): string {
  let source = readFileSync(urlOf(bug), 'utf8');
  for (const [from, to] of bug.changes) {
    if (source.split(from).length !== 2)
      throw new Error(`The bug cannot be injected: ${bug.file} does not contain exactly once:\n${from}`);
    source = source.replace(from, () => to);
  }
  return source;
}

/** @throws if there is no such bug */
export function findBug(name: string): InjectedBug {
  const bug = Object.hasOwn(injectedBugs, name) ? injectedBugs[name] : undefined;
  if (!bug) throw new Error(`--inject-bug: one of ${Object.keys(injectedBugs).join(', ')}`);
  return bug;
}
