import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useApiQuery } from '../api/use-api.ts';
import { paths } from '../app/paths.ts';
import { FileList } from '../files/file-list.tsx';
import { DeskQueueDocument, type DeskQueueQuery } from '../generated/graphql.ts';
import { useFormats } from '../i18n/formats.ts';
import { type TextOf, useApiText, useText } from '../i18n/use-text.ts';
import { EntryDetails } from '../steps/entry-details.tsx';
import { Badge } from '../ui/badge.tsx';
import { CursorPages, type PageInfo } from '../ui/cursor-pages.tsx';
import { Details } from '../ui/details.tsx';
import { QueryView } from '../ui/query-view.tsx';
import { DeskFrame } from './desk-frame.tsx';
import { PaymentExceptionCard } from './payment-exception-card.tsx';
import { ReportCard } from './report-card.tsx';

/** The queue of cases that wait for the decision of an operator, the oldest first. */
export function DeskPage() {
  const text = useText();
  return (
    <DeskFrame title={text('desk.title')}>
      <CursorPages>{(after, more) => <Queue after={after} more={more} />}</CursorPages>
    </DeskFrame>
  );
}

interface QueueProps {
  readonly after: string | undefined;
  readonly more: (pageInfo: PageInfo) => ReactNode;
}

function Queue({ after, more }: QueueProps) {
  const text = useText();
  const { dateTime } = useFormats();
  const query = useApiQuery(DeskQueueDocument, { first: 20, after });
  return (
    <QueryView query={query}>
      {({ operatorQueue: { nodes, pageInfo }, operatorQueueCount }) => (
        <>
          {!after && <p role="status">{text('desk.waiting', { count: operatorQueueCount })}</p>}
          <ul className="plain-list stack">
            {nodes.map(({ since, subject }) => (
              <li key={subject.id} className="card stack stack--small">
                <p className="muted small">{text('desk.since', { time: dateTime(since) })}</p>
                <QueueItem subject={subject} onDone={query.reload} />
              </li>
            ))}
          </ul>
          {more(pageInfo)}
        </>
      )}
    </QueryView>
  );
}

type Subject = DeskQueueQuery['operatorQueue']['nodes'][number]['subject'];
type QueuedOrder = Extract<Subject, { __typename: 'Order' }>;
type StatusEntry = NonNullable<QueuedOrder['statusEntry']>;

function QueueItem({ subject, onDone }: { readonly subject: Subject; readonly onDone: () => void }) {
  if (subject.__typename === 'Order') return <OrderCard order={subject} />;
  if (subject.__typename === 'PaymentException') return <PaymentExceptionCard exception={subject} onDone={onDone} />;
  return <ReportCard report={subject} onDone={onDone} />;
}

/**
 * An order that waits for an operator, such as a dispute, with who brought it into its status and why. The operator decides on
 * the page of the order.
 */
function OrderCard({ order }: { readonly order: QueuedOrder }) {
  const text = useText();
  const apiText = useApiText();
  const { list } = useFormats();
  const { statusEntry: cause } = order;
  const awaited = order.awaitedActions.filter(({ role }) => role === 'OPERATOR');
  return (
    <>
      <div className="row">
        <Badge tone="bad">{apiText(`orderStatus.${order.orderStatus}`, order.statusTitle)}</Badge>
        <h2>
          <Link to={paths.order} params={{ number: String(order.number) }}>
            {text('order.title', { number: order.number })}
          </Link>
        </h2>
      </div>
      <p dir="auto">{text('desk.parties', { advertiser: order.advertiser.name, seller: order.seller.name })}</p>
      {cause && (
        <div className="stack stack--small">
          <h3>{apiText(`entry.${cause.type}`, cause.title)}</h3>
          <Details rows={[[text('desk.causedBy'), actorOf(cause, text)]]} />
          <EntryDetails details={cause.details} />
          <FileList files={cause.files} />
        </div>
      )}
      <Details
        rows={[
          [text('placeOrder.brief'), order.brief],
          [
            text('desk.awaited'),
            list(awaited.map(({ step, title }) => apiText(step ? `orderStep.${step}` : `awaited.${title}`, title))),
          ],
        ]}
      />
      <p>{text('desk.orderHelp')}</p>
    </>
  );
}

/** Returns the actor of an entry: the name with the role, or the role alone if the system acted. */
function actorOf({ actor, actorRole }: StatusEntry, text: TextOf): string {
  const role = text(`actorRole.${actorRole}`);
  return actor ? text('desk.actor', { name: actor.name, role }) : role;
}
