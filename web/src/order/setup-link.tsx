import { useState } from 'react';
import { useApiMutation } from '../api/use-api.ts';
import { RevokeSetupLinkDocument, RotateSetupLinkDocument } from '../generated/graphql.ts';
import { useFormats } from '../i18n/formats.ts';
import { useText } from '../i18n/use-text.ts';
import { toast } from '../ui/announcer.tsx';
import { Button } from '../ui/button.tsx';
import { refusalText } from '../ui/form.tsx';
import type { OrderParts } from './order-parts.tsx';
import type { Order } from './order-room.tsx';

interface SetupLinkProps {
  readonly order: Order;
  readonly setupLink: OrderParts['setupLink'];
  /** Called when the link has changed. */
  readonly onChange: () => void;
}

/** The mailed link with which the ads are set up without signing in: until when it works, a new one, and its end. */
export function SetupLink({ order, setupLink, onChange }: SetupLinkProps) {
  const text = useText();
  const { dateTime } = useFormats();
  const rotate = useApiMutation(RotateSetupLinkDocument);
  const revoke = useApiMutation(RevokeSetupLinkDocument);
  const [isPending, setIsPending] = useState(false);
  const run = async (change: typeof rotate | typeof revoke, done: string) => {
    if (isPending) return;
    setIsPending(true);
    const { refusal } = await change({ input: { orderId: order.id, idempotencyKey: crypto.randomUUID() } });
    setIsPending(false);
    toast(refusal ? refusalText(text, refusal) : done);
    if (!refusal) onChange();
  };
  return (
    <section className="stack stack--small" aria-labelledby="setup-link">
      <h3 id="setup-link">{text('setupLink.title')}</h3>
      <p className="small">
        {setupLink ? text('setupLink.works', { time: dateTime(setupLink.expiresAt) }) : text('setupLink.none')}
      </p>
      <div className="row">
        <Button isPending={isPending} onPress={() => void run(rotate, text('setupLink.sent'))}>
          {text('setupLink.send')}
        </Button>
        {setupLink && (
          <Button variant="danger" onPress={() => void run(revoke, text('setupLink.ended'))}>
            {text('setupLink.end')}
          </Button>
        )}
      </div>
    </section>
  );
}
