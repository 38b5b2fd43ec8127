import { useState } from 'react';
import { useApiMutation } from '../api/use-api.ts';
import {
  DeleteClientSecretDocument,
  RotateClientSecretDocument,
  UpdateRedirectUrisDocument,
} from '../generated/graphql.ts';
import { useText } from '../i18n/use-text.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { toast } from '../ui/announcer.tsx';
import { Details } from '../ui/details.tsx';
import { TextField } from '../ui/text-field.tsx';
import type { ApplicationPartProps } from './application-page.tsx';
import { SecretNotice } from './secret-notice.tsx';

/** The OAuth client of an application, with which it acts for other accounts. */
export function OAuthClientView({ application, onChange }: ApplicationPartProps) {
  const text = useText();
  const update = useApiMutation(UpdateRedirectUrisDocument);
  const rotate = useApiMutation(RotateClientSecretDocument);
  const remove = useApiMutation(DeleteClientSecretDocument);
  const { id, oauthClient } = application;
  const [uris, setUris] = useState(oauthClient.redirectUris.join('\n'));
  const [secret, setSecret] = useState<string>();
  return (
    <section className="stack" aria-labelledby="oauth">
      <h2 id="oauth">{text('partner.oauth')}</h2>
      {secret && <SecretNotice secret={secret} onClose={() => setSecret(undefined)} />}
      <Details
        rows={[
          [text('partner.clientId'), oauthClient.clientId],
          [text('partner.clientType'), text(`oauthClientType.${oauthClient.type}`)],
          [text('partner.redirectUris'), oauthClient.redirectUris.join('\n')],
        ]}
      />
      <div className="row">
        <ActionButton
          label={text('partner.changeRedirectUris')}
          run={(idempotencyKey) =>
            update({ input: { applicationId: id, redirectUris: uris.split(/\s+/).filter(Boolean), idempotencyKey } })
          }
          onDone={() => toast(text('settings.saved'))}
        >
          <TextField
            name="redirectUris"
            isMultiline
            label={text('partner.redirectUris')}
            description={text('partner.redirectUrisHelp')}
            value={uris}
            onChange={setUris}
          />
        </ActionButton>
        <ActionButton
          label={text('partner.newClientSecret')}
          description={text('partner.newClientSecretHelp')}
          run={(idempotencyKey) => rotate({ input: { applicationId: id, idempotencyKey } })}
          onDone={(rotated) => {
            setSecret(rotated?.secret);
            onChange();
          }}
        />
        {oauthClient.type === 'CONFIDENTIAL' && (
          <ActionButton
            variant="danger"
            label={text('partner.deleteClientSecret')}
            description={text('partner.deleteClientSecretHelp')}
            run={(idempotencyKey) => remove({ input: { applicationId: id, idempotencyKey } })}
            onDone={onChange}
          />
        )}
      </div>
    </section>
  );
}
