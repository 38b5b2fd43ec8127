import { useParams } from '@tanstack/react-router';
import { useApiQuery } from '../api/use-api.ts';
import { NotFoundPage } from '../app/error-pages.tsx';
import { paths } from '../app/paths.ts';
import { AccountProfileDocument, type AccountRecordFragment } from '../generated/graphql.ts';
import { useFormats } from '../i18n/formats.ts';
import { useText } from '../i18n/use-text.ts';
import { SuspensionButton } from '../moderation/acts.tsx';
import { ReportButton } from '../moderation/report-button.tsx';
import { useSessionState } from '../session/session-context.tsx';
import { CursorPages } from '../ui/cursor-pages.tsx';
import { Details } from '../ui/details.tsx';
import { Notice } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { QueryView } from '../ui/query-view.tsx';
import { AccountRatings } from './account-ratings.tsx';
import { AccountSpaces } from './account-spaces.tsx';

/** The public profile of an account: who it is, what it offers, and what others say about it. */
export function AccountPage() {
  const text = useText();
  const { accountId } = useParams({ from: paths.account });
  // The members of a suspended account read the reason above every page.
  const { membership } = useSessionState();
  const query = useApiQuery(AccountProfileDocument, { accountId });
  return (
    <QueryView query={query}>
      {({ node: account }) => {
        if (account?.__typename !== 'Account') return <NotFoundPage />;
        return (
          <Page title={account.name} isNarrow>
            {account.suspendedAt && account.id !== membership?.account.id && (
              <Notice tone="bad">{text('account.suspended', { reason: account.suspendedReason ?? '' })}</Notice>
            )}
            {account.logo && (
              <img
                src={account.logo.url}
                alt=""
                width={account.logo.width ?? undefined}
                height={account.logo.height ?? undefined}
              />
            )}
            {account.about && (
              <p className="preserve" dir="auto">
                {account.about}
              </p>
            )}
            {account.website && /^https?:\/\//i.test(account.website) && (
              <p>
                <a href={account.website} target="_blank" rel="noopener noreferrer nofollow">
                  {account.website}
                </a>
              </p>
            )}
            {account.profile && (
              <>
                <AccountRecord record={account.profile} />
                <section className="stack" aria-labelledby="spaces">
                  <h2 id="spaces">{text('account.spaces')}</h2>
                  <CursorPages>
                    {(after, more) => <AccountSpaces accountId={accountId} after={after} more={more} />}
                  </CursorPages>
                </section>
                <section className="stack" aria-labelledby="ratings">
                  <h2 id="ratings">{text('account.ratings')}</h2>
                  <CursorPages>
                    {(after, more) => <AccountRatings accountId={accountId} after={after} more={more} />}
                  </CursorPages>
                </section>
              </>
            )}
            <div className="row">
              <ReportButton subjectId={account.id} subject={account.name} />
              <SuspensionButton account={account} />
            </div>
          </Page>
        );
      }}
    </QueryView>
  );
}

/** The statistics of a seller. */
function AccountRecord({ record }: { readonly record: AccountRecordFragment }) {
  const text = useText();
  const { number } = useFormats();
  const { completedOrderCount, ratingAverage, ratingCount, responseTime, metrics } = record;
  return (
    <section className="stack" aria-labelledby="record">
      <h2 id="record">{text('account.record')}</h2>
      <Details
        rows={[
          [text('account.completedOrders'), number(completedOrderCount)],
          [
            text('account.averageRating'),
            ratingCount > 0 && text('account.stars', { average: ratingAverage ?? 0, count: ratingCount }),
          ],
          [
            text('account.responseTime'),
            responseTime && text('account.hours', { hours: Math.ceil(responseTime.medianSeconds / 3600) }),
          ],
          [text('account.traffic'), metrics && number(metrics.averageTraffic)],
          [text('account.leads'), metrics && number(metrics.averageLeads)],
          [text('account.conversions'), metrics && number(metrics.averageConversions)],
        ]}
      />
    </section>
  );
}
