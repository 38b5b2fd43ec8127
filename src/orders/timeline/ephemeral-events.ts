/** The presence of the participants of an order, which is not stored, and the ephemeral events for subscribers. */
import { isSelf, type OrderParties } from '../../access/access.ts';
import type { Viewer } from '../../access/viewer.ts';
import type { PresenceState, VersionedPresence } from '../../live/presence.ts';
import type { PersonRole } from '../../process/define.ts';

/** An account with its role in an order. */
export interface Participant {
  readonly accountId: string;
  readonly role: PersonRole;
}

type PresenceKind = 'typing' | 'present' | 'read' | 'delivered';

const presenceOf = (kind: PresenceKind, { accountId, role }: Participant, number = 0): PresenceState => ({
  key: `${kind}:${accountId}`,
  value: { kind, accountId, role, number },
});

export const typingPresence = (participant: Participant): PresenceState => presenceOf('typing', participant);
export const onlinePresence = (participant: Participant): PresenceState => presenceOf('present', participant);
/** The number of the last entry that a participant has read, or received. */
export const readMarkerPresence = (
  kind: 'read' | 'delivered',
  participant: Participant,
  number: number,
): PresenceState => presenceOf(kind, participant, number);

/** The common part of all ephemeral events: the participant they are about. They may be lost and have no cursor. */
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

/** A participant has started or stopped typing. */
export class TypingChanged extends EphemeralEvent {
  readonly isTyping: boolean;
  constructor(orderId: string, participant: Participant, isTyping: boolean) {
    super(orderId, participant);
    this.isTyping = isTyping;
  }
}

/** A party has opened or closed its last subscription to the order. */
export class PresenceChanged extends EphemeralEvent {
  readonly isPresent: boolean;
  constructor(orderId: string, participant: Participant, isPresent: boolean) {
    super(orderId, participant);
    this.isPresent = isPresent;
  }
}

/** A party has read, or received, the entries up to a number. */
export class ReadMarkerMoved extends EphemeralEvent {
  readonly kind: 'READ' | 'DELIVERED';
  readonly number: number;
  constructor(
    orderId: string,
    participant: Participant,
    { kind, number }: { kind: 'READ' | 'DELIVERED'; number: number },
  ) {
    super(orderId, participant);
    this.kind = kind;
    this.number = number;
  }
}

/**
 * The event of a presence change. Undefined for the viewer's own presence, except that reading on one device is sent to
 * the others, and for a read marker that is cleared.
 */
export function toEphemeralEvent(
  orderId: string,
  { value, isSet }: VersionedPresence,
  viewer: Viewer,
): TypingChanged | PresenceChanged | ReadMarkerMoved | undefined {
  // `presenceOf` writes the values; another version of this program may have sent other fields.
  const { kind, accountId, role, number } = value as Partial<Participant> & { kind?: PresenceKind; number?: number };
  if (typeof accountId !== 'string' || typeof number !== 'number' || !role) return undefined;
  const participant = { accountId, role };
  if (kind === 'read') return isSet ? new ReadMarkerMoved(orderId, participant, { kind: 'READ', number }) : undefined;
  if (isSelf(viewer, accountId)) return undefined;
  if (kind === 'delivered')
    return isSet ? new ReadMarkerMoved(orderId, participant, { kind: 'DELIVERED', number }) : undefined;
  if (kind === 'typing') return new TypingChanged(orderId, participant, isSet);
  return kind === 'present' ? new PresenceChanged(orderId, participant, isSet) : undefined;
}

/** The viewer as a party of an order; undefined for an operator, whose presence is not shown. */
export function partyIn(order: OrderParties, role: PersonRole | undefined): Participant | undefined {
  if (role === 'advertiser') return { accountId: order.advertiserId, role };
  return role === 'seller' ? { accountId: order.sellerId, role } : undefined;
}
