/** What is shown of an order and stored nowhere, as signs of its topic, and the events that followers get of them. */
import { isSelf, type OrderParties } from '../../access/access.ts';
import type { Viewer } from '../../access/viewer.ts';
import type { PresenceState, VersionedPresence } from '../../live/presence.ts';
import type { PersonRole } from '../../process/define.ts';

/** Somebody in an order. */
export interface Participant {
  readonly accountId: string;
  readonly role: PersonRole;
}

const signOf = (kind: SignKind, { accountId, role }: Participant, number = 0): PresenceState => ({
  key: `${kind}:${accountId}`,
  value: { kind, accountId, role, number },
});

type SignKind = 'typing' | 'present' | 'read' | 'delivered';

export const typingPresence = (someone: Participant): PresenceState => signOf('typing', someone);
export const participantPresence = (someone: Participant): PresenceState => signOf('present', someone);
/** How far somebody has read, or has been reached. */
export const readMarkerPresence = (kind: 'read' | 'delivered', someone: Participant, number: number): PresenceState =>
  signOf(kind, someone, number);

/** What all events of signs have: a hint about somebody in an order, which may be lost and has no cursor. */
export abstract class EphemeralEvent {
  readonly orderId: string;
  readonly accountId: string;
  readonly role: PersonRole;
  constructor(orderId: string, { accountId, role }: Participant) {
    this.orderId = orderId;
    this.accountId = accountId;
    this.role = role;
  }
}

/** Somebody has begun to type, or has stopped. */
export class TypingChanged extends EphemeralEvent {
  readonly isTyping: boolean;
  constructor(orderId: string, someone: Participant, isTyping: boolean) {
    super(orderId, someone);
    this.isTyping = isTyping;
  }
}

/** A party has begun to follow the order, or has left. */
export class PresenceChanged extends EphemeralEvent {
  readonly isPresent: boolean;
  constructor(orderId: string, someone: Participant, isPresent: boolean) {
    super(orderId, someone);
    this.isPresent = isPresent;
  }
}

/** A party has read, or has been reached, up to an entry. */
export class ReadMarkerMoved extends EphemeralEvent {
  readonly kind: 'READ' | 'DELIVERED';
  readonly number: number;
  constructor(orderId: string, someone: Participant, { kind, number }: { kind: 'READ' | 'DELIVERED'; number: number }) {
    super(orderId, someone);
    this.kind = kind;
    this.number = number;
  }
}

/**
 * The event of a sign; nothing for what the viewer does, except that reading on one device tells the others, and nothing
 * for what says nothing by coming down.
 */
export function ephemeralEventOf(
  orderId: string,
  { value, isUp }: VersionedPresence,
  viewer: Viewer,
): TypingChanged | PresenceChanged | ReadMarkerMoved | undefined {
  // Only `signOf` writes them; what another version of this program has sent may look otherwise.
  const { kind, accountId, role, number } = value as Partial<Participant> & { kind?: SignKind; number?: number };
  if (typeof accountId !== 'string' || typeof number !== 'number' || !role) return undefined;
  const someone = { accountId, role };
  if (kind === 'read') return isUp ? new ReadMarkerMoved(orderId, someone, { kind: 'READ', number }) : undefined;
  if (isSelf(viewer, accountId)) return undefined;
  if (kind === 'delivered')
    return isUp ? new ReadMarkerMoved(orderId, someone, { kind: 'DELIVERED', number }) : undefined;
  if (kind === 'typing') return new TypingChanged(orderId, someone, isUp);
  return kind === 'present' ? new PresenceChanged(orderId, someone, isUp) : undefined;
}

/** The party that a viewer is in an order; undefined for an operator, who looks on without leaving a trace. */
export function partyIn(order: OrderParties, role: PersonRole | undefined): Participant | undefined {
  if (role === 'advertiser') return { accountId: order.advertiserId, role };
  return role === 'seller' ? { accountId: order.sellerId, role } : undefined;
}
