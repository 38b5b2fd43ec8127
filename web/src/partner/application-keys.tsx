import { useState } from 'react';
import { useApiMutation } from '../api/use-api.ts';
import { CreateApplicationKeyDocument, RevokeApplicationKeyDocument } from '../generated/graphql.ts';
import { useFormats } from '../i18n/formats.ts';
import { useText } from '../i18n/use-text.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { toast } from '../ui/announcer.tsx';
import type { ApplicationPartProps } from './application-page.tsx';
import { SecretNotice } from './secret-notice.tsx';

/** The keys of an application. Two can be valid at the same time, so that one can be replaced. */
export function ApplicationKeys({ application, onChange }: ApplicationPartProps) {
  const text = useText();
  const { dateTime } = useFormats();
  const create = useApiMutation(CreateApplicationKeyDocument);
  const revoke = useApiMutation(RevokeApplicationKeyDocument);
  const [secret, setSecret] = useState<string>();
  const { id, keys } = application;
  return (
    <section className="stack" aria-labelledby="keys">
      <h2 id="keys">{text('partner.keys')}</h2>
      {secret && <SecretNotice secret={secret} onClose={() => setSecret(undefined)} />}
      {keys.length === 0 && <p>{text('partner.noKeys')}</p>}
      <ul className="plain-list stack stack--small">
        {keys.map((key) => (
          <li key={key.id} className="card row row--spread">
            <div>
              {text('partner.keyOf', { time: dateTime(key.createdAt) })}
              <div className="muted small">
                {key.lastUsedAt
                  ? text('partner.lastUsed', { time: dateTime(key.lastUsedAt) })
                  : text('partner.neverUsed')}
              </div>
            </div>
            <ActionButton
              variant="danger"
              label={text('partner.revoke')}
              subject={text('partner.keyOf', { time: dateTime(key.createdAt) })}
              description={text('partner.revokeHelp')}
              run={(idempotencyKey) => revoke({ input: { keyId: key.id, idempotencyKey } })}
              onDone={() => {
                toast(text('partner.revoked'));
                onChange();
              }}
            />
          </li>
        ))}
      </ul>
      <div>
        <ActionButton
          label={text('partner.createKey')}
          description={text('partner.createKeyHelp')}
          run={(idempotencyKey) => create({ input: { applicationId: id, idempotencyKey } })}
          onDone={(created) => {
            setSecret(created?.secret);
            onChange();
          }}
        />
      </div>
    </section>
  );
}
