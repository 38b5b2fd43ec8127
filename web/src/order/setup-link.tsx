import { useApiMutation } from '../api/use-api.ts';
import { RevokeSetupLinkDocument, RotateSetupLinkDocument } from '../generated/graphql.ts';
import { useFormats } from '../i18n/formats.ts';
import { useText } from '../i18n/use-text.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { toast } from '../ui/announcer.tsx';
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
  return (
    <section className="stack stack--small" aria-labelledby="setup-link">
      <h3 id="setup-link">{text('setupLink.title')}</h3>
      <p className="small">
        {setupLink ? text('setupLink.works', { time: dateTime(setupLink.expiresAt) }) : text('setupLink.none')}
      </p>
      <div className="row">
        <ActionButton
          label={text('setupLink.send')}
          description={text('setupLink.sendHelp')}
          run={(idempotencyKey) => rotate({ input: { orderId: order.id, idempotencyKey } })}
          onDone={() => {
            toast(text(order.viewerRole === 'ADVERTISER' ? 'setupLink.sentToYou' : 'setupLink.sent'));
            onChange();
          }}
        />
        {setupLink && (
          <ActionButton
            variant="danger"
            label={text('setupLink.end')}
            description={text('setupLink.endHelp')}
            run={(idempotencyKey) => revoke({ input: { orderId: order.id, idempotencyKey } })}
            onDone={() => {
              toast(text('setupLink.ended'));
              onChange();
            }}
          />
        )}
      </div>
    </section>
  );
}
