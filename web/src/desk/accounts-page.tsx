import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useApiQuery } from '../api/use-api.ts';
import { paths } from '../app/paths.ts';
import { DeskAccountsDocument } from '../generated/graphql.ts';
import { useFormats } from '../i18n/formats.ts';
import { useText } from '../i18n/use-text.ts';
import { SuspensionButton } from '../moderation/acts.tsx';
import { CursorPages, type PageInfo } from '../ui/cursor-pages.tsx';
import { QueryView } from '../ui/query-view.tsx';
import { SearchForm } from '../ui/search-form.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { AccountBadges } from './account-badges.tsx';
import { DeskFrame } from './desk-frame.tsx';
import { type AccountState, type AccountsSearch, accountStates, readAccountsSearch } from './desk-search.ts';

/** All accounts, the newest first, with search and a filter. */
export function AccountsPage() {
  const text = useText();
  const navigate = useNavigate();
  const search = useSearch({ from: paths.deskAccounts });
  const change = (next: Partial<Record<keyof AccountsSearch, unknown>>) =>
    void navigate({ to: paths.deskAccounts, search: readAccountsSearch({ ...search, ...next }) });
  return (
    <DeskFrame title={text('desk.accounts')}>
      <search className="stack" aria-label={text('desk.filters')}>
        <SearchForm
          key={search.text ?? ''}
          label={text('desk.accountWords')}
          text={search.text ?? ''}
          onSearch={(words) => change({ text: words })}
        />
        <SelectField
          name="state"
          isRequired
          label={text('desk.status')}
          value={search.state ?? ''}
          emptyLabel={text('desk.allAccounts')}
          options={accountStates.map((value) => ({ value, label: text(`accountState.${value}`) }))}
          onChange={(state) => change({ state })}
        />
      </search>
      <CursorPages key={JSON.stringify(search)}>
        {(after, more) => <AccountList search={search} after={after} more={more} />}
      </CursorPages>
    </DeskFrame>
  );
}

const filters: Readonly<Record<AccountState, { isSuspended?: boolean; isClosed?: boolean }>> = {
  ACTIVE: { isSuspended: false, isClosed: false },
  SUSPENDED: { isSuspended: true },
  CLOSED: { isClosed: true },
};

interface AccountListProps {
  readonly search: AccountsSearch;
  readonly after: string | undefined;
  readonly more: (pageInfo: PageInfo) => ReactNode;
}

function AccountList({ search, after, more }: AccountListProps) {
  const text = useText();
  const { date } = useFormats();
  const filter = search.state ? filters[search.state] : {};
  const query = useApiQuery(DeskAccountsDocument, { text: search.text, ...filter, first: 30, after });
  return (
    <QueryView query={query}>
      {({ accounts: { nodes, pageInfo } }) => (
        <>
          {nodes.length === 0 && <p>{text('desk.noAccounts')}</p>}
          <ul className="plain-list stack stack--small">
            {nodes.map((account) => (
              <li key={account.id} className="card row row--spread">
                <div>
                  <Link to={paths.deskAccount} params={{ accountId: account.id }} dir="auto">
                    {account.name}
                  </Link>
                  <div className="muted small">
                    {[account.contactEmail, text('desk.createdAt', { date: date(account.createdAt) })]
                      .filter(Boolean)
                      .join(' · ')}
                  </div>
                </div>
                <div className="row">
                  <AccountBadges account={account} />
                  {!account.isOperator && !account.closedAt && <SuspensionButton account={account} />}
                </div>
              </li>
            ))}
          </ul>
          {more(pageInfo)}
        </>
      )}
    </QueryView>
  );
}
