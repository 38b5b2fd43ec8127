import { useText } from '../i18n/use-text.ts';
import { Button } from '../ui/button.tsx';
import type { OutgoingMessage } from './outbox.ts';

/** A message that has not arrived yet. */
export function OutgoingItem({
  message,
  onDiscard,
}: {
  readonly message: OutgoingMessage;
  readonly onDiscard: () => void;
}) {
  const text = useText();
  return (
    <li className="entry entry--message entry--own">
      <p className="preserve" dir="auto">
        {message.text}
      </p>
      {message.refusal ? (
        <div role="alert" className="row">
          <span className="field__problem">{text('chat.refused', { reason: message.refusal })}</span>
          <Button onPress={onDiscard}>{text('chat.discard')}</Button>
        </div>
      ) : (
        <span className="muted small">{text('chat.sending')}</span>
      )}
    </li>
  );
}
