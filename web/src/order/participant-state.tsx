import { useText } from '../i18n/use-text.ts';
import type { Order } from './order-room.tsx';
import type { Timeline } from './use-timeline.ts';

/** The activity of the other party: typing, looking at the order, or having read everything. */
export function ParticipantState({ order, timeline }: { readonly order: Order; readonly timeline: Timeline }) {
  const text = useText();
  const role = order.viewerRole === 'SELLER' ? 'ADVERTISER' : 'SELLER';
  const { name } = role === 'SELLER' ? order.seller : order.advertiser;
  const lastOwn = timeline.entries.findLast(({ message, actorRole }) => message && actorRole === order.viewerRole);
  const hasRead = lastOwn !== undefined && (timeline.readUpTo[role] ?? 0) >= lastOwn.number;
  const states = [
    ...(timeline.typing.has(role) ? [text('chat.typing', { name })] : []),
    ...(!timeline.typing.has(role) && timeline.present.has(role) ? [text('chat.present', { name })] : []),
    ...(hasRead ? [text('chat.read', { name })] : []),
  ];
  return <p className="muted small participant-state">{states.join(' · ')}</p>;
}
