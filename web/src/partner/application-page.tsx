import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useApiMutation, useApiQuery } from '../api/use-api.ts';
import { NotFoundPage } from '../app/error-pages.tsx';
import { paths } from '../app/paths.ts';
import {
  type ApplicationViewFragment,
  DeleteApplicationDocument,
  PartnerApplicationDocument,
  UpdateApplicationScopesDocument,
} from '../generated/graphql.ts';
import { useFormats } from '../i18n/formats.ts';
import { useText } from '../i18n/use-text.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { toast } from '../ui/announcer.tsx';
import { Details } from '../ui/details.tsx';
import { Page } from '../ui/page.tsx';
import { QueryView } from '../ui/query-view.tsx';
import { ApplicationKeys } from './application-keys.tsx';
import { OAuthClientView } from './oauth-client.tsx';
import { Operations } from './operations.tsx';
import { ScopesField } from './scopes-field.tsx';
import { WebhookEndpoints } from './webhook-endpoints.tsx';

export interface ApplicationPartProps {
  readonly application: ApplicationViewFragment;
  /** Reads the application again, after a change. */
  readonly onChange: () => void;
}

/** An application: its scopes, keys, OAuth client, operations and webhooks. */
export function ApplicationPage() {
  const { applicationId } = useParams({ from: paths.application });
  const query = useApiQuery(PartnerApplicationDocument, { id: applicationId });
  return (
    <QueryView query={query}>
      {({ node }) =>
        node?.__typename === 'Application' ? (
          <ApplicationView application={node} onChange={query.reload} />
        ) : (
          <NotFoundPage />
        )
      }
    </QueryView>
  );
}

function ApplicationView({ application, onChange }: ApplicationPartProps) {
  const text = useText();
  const navigate = useNavigate();
  const { list, number } = useFormats();
  const remove = useApiMutation(DeleteApplicationDocument);
  const { id, name, scopes, quota } = application;
  return (
    <Page title={name} isNarrow>
      <Details
        rows={[
          [text('partner.scopes'), list(scopes.map((scope) => text(`scope.${scope}`)))],
          [
            text('partner.quota'),
            text('partner.quotaText', { capacity: number(quota.capacity), rate: number(quota.restoreRate) }),
          ],
        ]}
      />
      <div className="row">
        <ScopesButton application={application} />
        <ActionButton
          variant="danger"
          label={text('partner.deleteApplication')}
          description={text('partner.deleteApplicationHelp')}
          run={(idempotencyKey) => remove({ input: { applicationId: id, idempotencyKey } })}
          onDone={() => {
            toast(text('partner.deleted', { name }));
            void navigate({ to: paths.partner });
          }}
        />
      </div>
      <ApplicationKeys application={application} onChange={onChange} />
      <WebhookEndpoints application={application} onChange={onChange} />
      <OAuthClientView application={application} onChange={onChange} />
      <Operations application={application} />
    </Page>
  );
}

function ScopesButton({ application }: Pick<ApplicationPartProps, 'application'>) {
  const text = useText();
  const update = useApiMutation(UpdateApplicationScopesDocument);
  const [scopes, setScopes] = useState(application.scopes);
  return (
    <ActionButton
      label={text('partner.changeScopes')}
      run={(idempotencyKey) =>
        update({ input: { applicationId: application.id, scopes: [...scopes], idempotencyKey } })
      }
      onDone={() => toast(text('settings.saved'))}
    >
      <ScopesField scopes={scopes} onChange={(next) => setScopes([...next])} />
    </ActionButton>
  );
}
