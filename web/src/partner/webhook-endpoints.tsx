import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useApiMutation, useApiQuery } from '../api/use-api.ts';
import { paths } from '../app/paths.ts';
import { CreateWebhookEndpointDocument, PartnerOperationsDocument } from '../generated/graphql.ts';
import { useText } from '../i18n/use-text.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import type { ApplicationPartProps } from './application-page.tsx';
import { EndpointBadge } from './endpoint-badge.tsx';
import { SecretNotice } from './secret-notice.tsx';

/** The addresses to which events are sent. */
export function WebhookEndpoints({ application, onChange }: ApplicationPartProps) {
  const text = useText();
  const create = useApiMutation(CreateWebhookEndpointDocument);
  const operations = useApiQuery(PartnerOperationsDocument, { applicationId: application.id });
  const [url, setUrl] = useState('');
  const [documentId, setDocumentId] = useState('');
  const [secret, setSecret] = useState<string>();
  const documents = operations.data?.operationManifests.nodes.flatMap((one) => one.documents) ?? [];
  const options = documents
    .filter(({ kind }) => kind !== 'MUTATION')
    .map((one) => ({ value: one.documentId, label: one.operationName ?? one.documentId }));
  return (
    <section className="stack" aria-labelledby="webhooks">
      <h2 id="webhooks">{text('partner.webhooks')}</h2>
      {secret && <SecretNotice secret={secret} onClose={() => setSecret(undefined)} />}
      {application.webhookEndpoints.length === 0 && <p>{text('partner.noWebhooks')}</p>}
      <ul className="plain-list stack stack--small">
        {application.webhookEndpoints.map((endpoint) => (
          <li key={endpoint.id} className="card row row--spread">
            <Link to={paths.webhookEndpoint} params={{ endpointId: endpoint.id }}>
              {endpoint.url}
            </Link>
            <EndpointBadge endpoint={endpoint} />
          </li>
        ))}
      </ul>
      <div>
        <ActionButton
          label={text('partner.createWebhook')}
          description={text('partner.createWebhookHelp')}
          run={(idempotencyKey) =>
            create({ input: { applicationId: application.id, url: url.trim(), documentId, idempotencyKey } })
          }
          onDone={(created) => {
            setUrl('');
            setSecret(created?.secret);
            onChange();
          }}
        >
          <TextField name="url" type="url" isRequired label={text('partner.url')} value={url} onChange={setUrl} />
          <SelectField
            name="documentId"
            isRequired
            label={text('partner.operationOfWebhook')}
            value={documentId}
            options={options}
            description={options.length === 0 ? text('partner.noOperationsToSend') : undefined}
            onChange={setDocumentId}
          />
        </ActionButton>
      </div>
    </section>
  );
}
