import { Link } from '@tanstack/react-router';
import { useApiQuery } from '../api/use-api.ts';
import { paths } from '../app/paths.ts';
import { DeskReportSubjectDocument, type DeskReportSubjectQuery } from '../generated/graphql.ts';
import { useText } from '../i18n/use-text.ts';
import { AdModeration, SpaceModeration, SuspensionButton } from '../moderation/acts.tsx';
import { Badge } from '../ui/badge.tsx';
import { QueryView } from '../ui/query-view.tsx';

/** The subject of a report, and the acts of operators on it. */
export function ReportSubjectView({ subjectId }: { readonly subjectId: string }) {
  const text = useText();
  const query = useApiQuery(DeskReportSubjectDocument, { id: subjectId });
  return (
    <section className="stack stack--small" aria-label={text('desk.subject')}>
      <QueryView query={query}>{({ node }) => <Subject node={node} />}</QueryView>
    </section>
  );
}

function Subject({ node }: { readonly node: DeskReportSubjectQuery['node'] }) {
  const text = useText();
  switch (node?.__typename) {
    case 'Account':
      return (
        <div className="row row--spread">
          <AccountLink account={node} />
          <SuspensionButton account={node} />
        </div>
      );
    case 'Space':
      return (
        <>
          <div className="row row--spread">
            <Link to={paths.space} params={{ spaceId: node.id }} dir="auto">
              {node.title}
            </Link>
            {node.takenDownAt && <Badge tone="bad">{text('desk.takenDown')}</Badge>}
            <SpaceModeration space={node} />
          </div>
          <p className="preserve" dir="auto">
            {node.description}
          </p>
          <AccountLink account={node.seller} />
        </>
      );
    case 'Ad':
      return (
        <div className="row row--spread">
          <span dir="auto">{node.name}</span>
          {node.order && <OrderLink number={node.order.number} />}
          {node.takenDownAt && <Badge tone="bad">{text('desk.takenDown')}</Badge>}
          <AdModeration ad={node} />
        </div>
      );
    case 'Message':
      return (
        <>
          <blockquote className="preserve" dir="auto">
            {node.deletedAt ? text('chat.deleted') : node.text}
          </blockquote>
          <div className="row row--spread">
            <OrderLink number={node.messageOrder.number} />
            {node.author && <AccountLink account={node.author} />}
            {node.author && <SuspensionButton account={node.author} />}
          </div>
        </>
      );
    default:
      return <p>{text('desk.subjectGone')}</p>;
  }
}

interface LinkedAccount {
  readonly id: string;
  readonly name: string;
  readonly suspendedAt?: string | null;
}

function AccountLink({ account: { id, name, suspendedAt } }: { readonly account: LinkedAccount }) {
  const text = useText();
  return (
    <span className="row">
      <Link to={paths.deskAccount} params={{ accountId: id }} dir="auto">
        {name}
      </Link>
      {suspendedAt && <Badge tone="bad">{text('desk.suspended')}</Badge>}
    </span>
  );
}

function OrderLink({ number }: { readonly number: number }) {
  const text = useText();
  return (
    <Link to={paths.order} params={{ number: String(number) }}>
      {text('order.title', { number })}
    </Link>
  );
}
