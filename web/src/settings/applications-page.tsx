import { useApiMutation, useApiQuery } from '../api/use-api.ts';
import {
  AccountApplicationsDocument,
  type AccountApplicationsQuery,
  RevokeApplicationGrantDocument,
} from '../generated/graphql.ts';
import { useFormats } from '../i18n/formats.ts';
import { useText } from '../i18n/use-text.ts';
import { toast } from '../ui/announcer.tsx';
import { Details } from '../ui/details.tsx';
import { Notice } from '../ui/notice.tsx';
import { QueryView } from '../ui/query-view.tsx';
import { ConfirmButton } from './confirm-button.tsx';
import { focusTitle, SettingsFrame } from './settings-frame.tsx';
import { useRights } from './use-rights.ts';

type ApplicationsNode = Extract<NonNullable<AccountApplicationsQuery['node']>, { readonly __typename: 'Account' }>;
type Grant = ApplicationsNode['applicationGrants']['nodes'][number];

/** The applications of others that act for the account. Owners end their access. */
export function ApplicationsPage() {
  const text = useText();
  const { account, isOwner } = useRights();
  const query = useApiQuery(AccountApplicationsDocument, { id: account.id });
  return (
    <SettingsFrame title={text('settings.applications')}>
      <p>{text('settings.applicationsHelp')}</p>
      {!isOwner && <Notice>{text('settings.ownersRevoke')}</Notice>}
      <QueryView query={query}>
        {({ node }) =>
          node?.__typename === 'Account' && (
            <>
              {node.applicationGrants.nodes.length === 0 && <p>{text('settings.noApplications')}</p>}
              <ul className="plain-list stack">
                {node.applicationGrants.nodes.map((grant) => (
                  <li key={grant.id} className="card stack">
                    <GrantView grant={grant} onChanged={query.reload} />
                  </li>
                ))}
              </ul>
            </>
          )
        }
      </QueryView>
    </SettingsFrame>
  );
}

function GrantView({ grant, onChanged }: { readonly grant: Grant; readonly onChanged: () => void }) {
  const text = useText();
  const { dateTime, list } = useFormats();
  const { isOwner, account } = useRights();
  const revoke = useApiMutation(RevokeApplicationGrantDocument);
  const { id, application, scopes, consentedBy, createdAt, lastUsedAt, expiresAt } = grant;
  const { name, maker } = application;
  return (
    <>
      <h2 dir="auto">{name}</h2>
      <Details
        rows={[
          [text('settings.grantMaker'), maker.name],
          [text('settings.grantScopes'), list(scopes.map((scope) => text(`scope.${scope}`)))],
          [
            text('settings.grantConsent'),
            text('settings.grantConsentBy', { name: consentedBy.name, at: dateTime(createdAt) }),
          ],
          [text('settings.grantUsed'), lastUsedAt ? dateTime(lastUsedAt) : text('settings.grantUnused')],
          [text('settings.grantExpires'), dateTime(expiresAt)],
        ]}
      />
      {isOwner && (
        <div>
          <ConfirmButton
            label={text('settings.revoke')}
            fullLabel={text('settings.revokeOf', { name })}
            run={() => revoke({ input: { grantId: id } })}
            onDone={() => {
              toast(text('settings.revoked', { name }));
              focusTitle();
              onChanged();
            }}
          >
            {text('settings.revokeHelp', { name, account: account.name })}
          </ConfirmButton>
        </div>
      )}
    </>
  );
}
