import type { ReactNode } from 'react';
import { useApiMutation, useApiQuery } from '../api/use-api.ts';
import {
  ReplayDeliveryDocument,
  WebhookDeliveriesDocument,
  type WebhookDeliveriesQuery,
} from '../generated/graphql.ts';
import { useFormats } from '../i18n/formats.ts';
import { useText } from '../i18n/use-text.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { CursorPages, type PageInfo } from '../ui/cursor-pages.tsx';
import { QueryView } from '../ui/query-view.tsx';

/** The log of what was sent to an endpoint, with every attempt. */
export function Deliveries({ endpointId }: { readonly endpointId: string }) {
  const text = useText();
  return (
    <section className="stack" aria-labelledby="deliveries">
      <h2 id="deliveries">{text('partner.deliveries')}</h2>
      <CursorPages>{(after, more) => <DeliveryList endpointId={endpointId} after={after} more={more} />}</CursorPages>
    </section>
  );
}

interface DeliveryListProps {
  readonly endpointId: string;
  readonly after: string | undefined;
  readonly more: (pageInfo: PageInfo) => ReactNode;
}

function DeliveryList({ endpointId, after, more }: DeliveryListProps) {
  const text = useText();
  const query = useApiQuery(WebhookDeliveriesDocument, { id: endpointId, first: 20, after });
  return (
    <QueryView query={query}>
      {({ node }) => {
        if (node?.__typename !== 'WebhookEndpoint') return null;
        const { nodes, pageInfo } = node.deliveries;
        return (
          <>
            {!after && (
              <div>
                <Button onPress={query.reload} isPending={query.isFetching}>
                  {text('partner.reload')}
                </Button>
              </div>
            )}
            {nodes.length === 0 && <p>{text('partner.noDeliveries')}</p>}
            <ul className="plain-list stack stack--small">
              {nodes.map((delivery) => (
                <li key={delivery.id} className="card stack stack--small">
                  <DeliveryView delivery={delivery} onReplayed={query.reload} />
                </li>
              ))}
            </ul>
            {more(pageInfo)}
          </>
        );
      }}
    </QueryView>
  );
}

type Endpoint = Extract<NonNullable<WebhookDeliveriesQuery['node']>, { __typename: 'WebhookEndpoint' }>;
type Delivery = Endpoint['deliveries']['nodes'][number];

function DeliveryView({ delivery, onReplayed }: { readonly delivery: Delivery; readonly onReplayed: () => void }) {
  const text = useText();
  const { dateTime, number } = useFormats();
  const replay = useApiMutation(ReplayDeliveryDocument);
  const { id, type, status, occurredAt, nextAttemptAt, attempts } = delivery;
  const title = `${type}, ${dateTime(occurredAt)}`;
  return (
    <>
      <div className="row row--spread">
        <h3>{title}</h3>
        <Badge tone={status === 'DELIVERED' ? 'good' : 'warn'}>{text(`deliveryStatus.${status}`)}</Badge>
      </div>
      {status === 'WAITING' && nextAttemptAt && <p>{text('partner.nextAttempt', { time: dateTime(nextAttemptAt) })}</p>}
      <ol className="plain-list small">
        {attempts.map((attempt) => (
          <li key={attempt.number}>
            {text('partner.attempt', {
              number: attempt.number,
              time: dateTime(attempt.attemptedAt),
              result: String(attempt.statusCode ?? attempt.error ?? ''),
              duration: number(attempt.durationMs),
            })}
          </li>
        ))}
      </ol>
      <div>
        <ActionButton
          label={text('partner.replay')}
          subject={title}
          description={text('partner.replayHelp')}
          run={(idempotencyKey) => replay({ input: { deliveryId: id, idempotencyKey } })}
          onDone={onReplayed}
        />
      </div>
    </>
  );
}
