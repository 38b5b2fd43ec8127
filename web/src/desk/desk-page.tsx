import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useApiQuery } from '../api/use-api.ts';
import { paths } from '../app/paths.ts';
import { DeskQueueDocument, type DeskQueueQuery } from '../generated/graphql.ts';
import { useFormats } from '../i18n/formats.ts';
import { useText } from '../i18n/use-text.ts';
import { Badge } from '../ui/badge.tsx';
import { CursorPages, type PageInfo } from '../ui/cursor-pages.tsx';
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

function QueueItem({ subject, onDone }: { readonly subject: Subject; readonly onDone: () => void }) {
  if (subject.__typename === 'Order') return <DisputeCard order={subject} />;
  if (subject.__typename === 'PaymentException') return <PaymentExceptionCard exception={subject} onDone={onDone} />;
  return <ReportCard report={subject} onDone={onDone} />;
}

/** An order whose parties disagree. The operator decides on the page of the order. */
function DisputeCard({ order }: { readonly order: Extract<Subject, { __typename: 'Order' }> }) {
  const text = useText();
  return (
    <>
      <div className="row">
        <Badge tone="bad">{text('desk.dispute')}</Badge>
        <h2>
          <Link to={paths.order} params={{ number: String(order.number) }}>
            {text('order.title', { number: order.number })}
          </Link>
        </h2>
      </div>
      <p dir="auto">{text('desk.parties', { advertiser: order.advertiser.name, seller: order.seller.name })}</p>
      <p className="preserve" dir="auto">
        {order.brief}
      </p>
      <p>{text('desk.disputeHelp')}</p>
    </>
  );
}
