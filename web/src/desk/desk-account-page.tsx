import { Link, useParams } from '@tanstack/react-router';
import { useApiQuery } from '../api/use-api.ts';
import { NotFoundPage } from '../app/error-pages.tsx';
import { paths } from '../app/paths.ts';
import { DeskAccountDocument } from '../generated/graphql.ts';
import { useFormats } from '../i18n/formats.ts';
import { useText } from '../i18n/use-text.ts';
import { SuspensionButton } from '../moderation/acts.tsx';
import { Details } from '../ui/details.tsx';
import { Notice } from '../ui/notice.tsx';
import { QueryView } from '../ui/query-view.tsx';
import { AccountBadges } from './account-badges.tsx';
import { AuditLog } from './audit-log.tsx';
import { DeskFrame } from './desk-frame.tsx';

/** The facts of an account, and the acts of operators on it. */
export function DeskAccountPage() {
  const text = useText();
  const { dateTime, number } = useFormats();
  const { accountId } = useParams({ from: paths.deskAccount });
  const query = useApiQuery(DeskAccountDocument, { id: accountId });
  return (
    <QueryView query={query}>
      {({ node: account }) => {
        if (account?.__typename !== 'Account') return <NotFoundPage />;
        const { profile, members } = account;
        return (
          <DeskFrame title={account.name}>
            {account.suspendedAt && (
              <Notice tone="bad">{text('account.suspended', { reason: account.suspendedReason ?? '' })}</Notice>
            )}
            <div className="row">
              <AccountBadges account={account} />
              <Link to={paths.account} params={{ accountId }}>
                {text('desk.publicProfile')}
              </Link>
              {!account.isOperator && !account.closedAt && <SuspensionButton account={account} />}
            </div>
            <Details
              rows={[
                [text('party.legalName'), account.legalName],
                [text('desk.contactEmail'), account.contactEmail],
                [text('party.phone'), account.phone],
                [text('party.website'), account.website],
                [text('party.address'), account.address],
                [text('desk.taxId'), account.taxId],
                [text('desk.paymentInstructions'), account.paymentInstructions],
                [text('desk.about'), account.about],
                [text('desk.created'), dateTime(account.createdAt)],
                [text('desk.closed'), account.closedAt && dateTime(account.closedAt)],
                [text('account.completedOrders'), profile && number(profile.completedOrderCount)],
              ]}
            />
            {members && members.length > 0 && (
              <section className="stack stack--small" aria-labelledby="members">
                <h2 id="members">{text('desk.members')}</h2>
                <ul className="plain-list stack stack--small">
                  {members.map(({ person, email, role }) => (
                    <li key={person.id} dir="auto">
                      {[person.name, email, text(`memberRole.${role}`)].filter(Boolean).join(' · ')}
                    </li>
                  ))}
                </ul>
              </section>
            )}
            <section className="stack stack--small" aria-labelledby="acts">
              <h2 id="acts">{text('desk.audit')}</h2>
              <AuditLog key={account.suspendedAt ?? ''} subjectId={accountId} />
            </section>
          </DeskFrame>
        );
      }}
    </QueryView>
  );
}
