import { useEffect, useState } from 'react';
import { useApiMutation, useApiQuery } from '../api/use-api.ts';
import {
  CreateSandboxDocument,
  CreateSandboxKeyDocument,
  DeleteSandboxDocument,
  PartnerSandboxesDocument,
  type PartnerSandboxesQuery,
  type SandboxRole,
} from '../generated/graphql.ts';
import { useFormats } from '../i18n/formats.ts';
import { useText } from '../i18n/use-text.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { toast } from '../ui/announcer.tsx';
import { Badge } from '../ui/badge.tsx';
import { QueryView } from '../ui/query-view.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import { SecretNotice } from './secret-notice.tsx';

type Sandbox = PartnerSandboxesQuery['sandboxes']['nodes'][number];

/** The time between two looks at sandboxes that are being prepared or deleted. */
const refreshMs = 2_000;

/** The sandboxes of the account: copies of the marketplace for tests. */
export function Sandboxes() {
  const text = useText();
  const query = useApiQuery(PartnerSandboxesDocument, { first: 10 });
  const create = useApiMutation(CreateSandboxDocument);
  const [name, setName] = useState('');
  const { data, reload } = query;
  const isChanging = data?.sandboxes.nodes.some(({ status }) => status !== 'READY') ?? false;
  useEffect(() => {
    if (!isChanging) return;
    const timer = setInterval(reload, refreshMs);
    return () => clearInterval(timer);
  }, [isChanging, reload]);
  return (
    <section className="stack" aria-labelledby="sandboxes">
      <h2 id="sandboxes">{text('partner.sandboxes')}</h2>
      <p className="muted">{text('partner.sandboxesHelp')}</p>
      <QueryView query={query}>
        {({ sandboxes: { nodes } }) => (
          <>
            {nodes.length === 0 && <p>{text('partner.noSandboxes')}</p>}
            <ul className="plain-list stack stack--small">
              {nodes.map((sandbox) => (
                <li key={sandbox.id} className="card stack stack--small">
                  <SandboxView sandbox={sandbox} onChange={reload} />
                </li>
              ))}
            </ul>
          </>
        )}
      </QueryView>
      <div>
        <ActionButton
          label={text('partner.createSandbox')}
          run={(idempotencyKey) => create({ input: { name, idempotencyKey } })}
          onDone={() => {
            setName('');
            reload();
          }}
        >
          <TextField name="name" isRequired label={text('partner.name')} value={name} onChange={setName} />
        </ActionButton>
      </div>
    </section>
  );
}

function SandboxView({ sandbox, onChange }: { readonly sandbox: Sandbox; readonly onChange: () => void }) {
  const text = useText();
  const { date } = useFormats();
  const createKey = useApiMutation(CreateSandboxKeyDocument);
  const remove = useApiMutation(DeleteSandboxDocument);
  const [role, setRole] = useState<SandboxRole>('ADVERTISER');
  const [secret, setSecret] = useState<string>();
  const { id, name, status, createdAt } = sandbox;
  return (
    <>
      <div className="row row--spread">
        <div>
          <strong dir="auto">{name}</strong>
          <div className="muted small">{text('partner.createdAt', { date: date(createdAt) })}</div>
        </div>
        <Badge tone={status === 'READY' ? 'good' : 'info'}>{text(`sandboxStatus.${status}`)}</Badge>
      </div>
      {secret && <SecretNotice secret={secret} onClose={() => setSecret(undefined)} />}
      {status === 'READY' && (
        <div className="row">
          <ActionButton
            label={text('partner.createKey')}
            subject={name}
            run={(idempotencyKey) => createKey({ input: { sandboxId: id, role, idempotencyKey } })}
            onDone={(created) => setSecret(created?.secret)}
          >
            <SelectField
              name="role"
              isRequired
              label={text('partner.sandboxRole')}
              value={role}
              options={(['ADVERTISER', 'SELLER'] as const).map((value) => ({
                value,
                label: text(`orderRole.${value}`),
              }))}
              onChange={(next) => setRole(next || 'ADVERTISER')}
            />
          </ActionButton>
          <ActionButton
            variant="danger"
            label={text('partner.deleteSandbox')}
            subject={name}
            description={text('partner.deleteSandboxHelp')}
            run={(idempotencyKey) => remove({ input: { sandboxId: id, idempotencyKey } })}
            onDone={() => {
              toast(text('partner.deleted', { name }));
              onChange();
            }}
          />
        </div>
      )}
    </>
  );
}
