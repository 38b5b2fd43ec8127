import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useApiMutation, useApiQuery } from '../api/use-api.ts';
import { NotFoundPage } from '../app/error-pages.tsx';
import { paths } from '../app/paths.ts';
import {
  DeleteWebhookEndpointDocument,
  RotateWebhookSecretDocument,
  SendTestEventDocument,
  UpdateWebhookEndpointDocument,
  WebhookEndpointPageDocument,
  type WebhookEndpointPageQuery,
} from '../generated/graphql.ts';
import { useFormats } from '../i18n/formats.ts';
import { useText } from '../i18n/use-text.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { toast } from '../ui/announcer.tsx';
import { Details } from '../ui/details.tsx';
import { Page } from '../ui/page.tsx';
import { QueryView } from '../ui/query-view.tsx';
import { Deliveries } from './deliveries.tsx';
import { EndpointBadge } from './endpoint-badge.tsx';
import { SecretNotice } from './secret-notice.tsx';

/** An endpoint for webhooks, and the log of what was sent to it. */
export function EndpointPage() {
  const { endpointId } = useParams({ from: paths.webhookEndpoint });
  const query = useApiQuery(WebhookEndpointPageDocument, { id: endpointId });
  return (
    <QueryView query={query}>
      {({ node }) => (node?.__typename === 'WebhookEndpoint' ? <EndpointView endpoint={node} /> : <NotFoundPage />)}
    </QueryView>
  );
}

type Endpoint = Extract<NonNullable<WebhookEndpointPageQuery['node']>, { __typename: 'WebhookEndpoint' }>;

function EndpointView({ endpoint }: { readonly endpoint: Endpoint }) {
  const text = useText();
  const navigate = useNavigate();
  const { dateTime } = useFormats();
  const update = useApiMutation(UpdateWebhookEndpointDocument);
  const rotate = useApiMutation(RotateWebhookSecretDocument);
  const test = useApiMutation(SendTestEventDocument);
  const remove = useApiMutation(DeleteWebhookEndpointDocument);
  const [secret, setSecret] = useState<string>();
  // The list of deliveries begins again after a test event or a challenge.
  const [testCount, setTestCount] = useState(0);
  const showSent = (message: string) => {
    toast(message);
    setTestCount(testCount + 1);
  };
  const { id, status, isEnabled, application } = endpoint;
  const isPending = status === 'PENDING_VERIFICATION';
  const ofApplication = { to: paths.application, params: { applicationId: application.id } } as const;
  return (
    <Page title={endpoint.url} isNarrow>
      {secret && <SecretNotice secret={secret} onClose={() => setSecret(undefined)} />}
      <div>
        <EndpointBadge endpoint={endpoint} />
      </div>
      {isPending && <p>{text('partner.pendingVerificationHelp')}</p>}
      <Details
        rows={[
          [
            text('partner.application'),
            <Link key="application" {...ofApplication} dir="auto">
              {application.name}
            </Link>,
          ],
          [text('partner.operationOfWebhook'), endpoint.document.operationName ?? endpoint.document.documentId],
          [text('desk.created'), dateTime(endpoint.createdAt)],
          [text('partner.failingSince'), endpoint.failingSince && dateTime(endpoint.failingSince)],
        ]}
      />
      <div className="row">
        {isPending ? (
          <ActionButton
            label={text('partner.sendChallenge')}
            description={text('partner.sendChallengeHelp')}
            run={(idempotencyKey) => update({ input: { endpointId: id, isEnabled: true, idempotencyKey } })}
            onDone={() => showSent(text('partner.challengeSent'))}
          />
        ) : (
          <ActionButton
            label={text('partner.testEvent')}
            description={text('partner.testEventHelp')}
            run={(idempotencyKey) => test({ input: { endpointId: id, idempotencyKey } })}
            onDone={() => showSent(text('partner.testEventSent'))}
          />
        )}
        <ActionButton
          label={text('partner.rotateSecret')}
          description={text('partner.rotateSecretHelp')}
          run={(idempotencyKey) => rotate({ input: { endpointId: id, idempotencyKey } })}
          onDone={(rotated) => setSecret(rotated?.secret)}
        />
        <ActionButton
          label={text(isEnabled ? 'partner.disable' : 'partner.enable')}
          description={text(isEnabled ? 'partner.disableHelp' : 'partner.enableHelp')}
          run={(idempotencyKey) => update({ input: { endpointId: id, isEnabled: !isEnabled, idempotencyKey } })}
          onDone={() => toast(text('settings.saved'))}
        />
        <ActionButton
          variant="danger"
          label={text('partner.deleteWebhook')}
          description={text('partner.deleteWebhookHelp')}
          run={(idempotencyKey) => remove({ input: { endpointId: id, idempotencyKey } })}
          onDone={() => {
            toast(text('partner.deleted', { name: endpoint.url }));
            void navigate(ofApplication);
          }}
        />
      </div>
      <Deliveries key={testCount} endpointId={id} />
    </Page>
  );
}
