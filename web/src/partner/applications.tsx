import { Link, useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useApiMutation, useApiQuery } from '../api/use-api.ts';
import { paths } from '../app/paths.ts';
import { type ApplicationScope, CreateApplicationDocument, PartnerApplicationsDocument } from '../generated/graphql.ts';
import { useFormats } from '../i18n/formats.ts';
import { useText } from '../i18n/use-text.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { CursorPages, type PageInfo } from '../ui/cursor-pages.tsx';
import { QueryView } from '../ui/query-view.tsx';
import { TextField } from '../ui/text-field.tsx';
import { ScopesField } from './scopes-field.tsx';

/** The applications of the account, and the form for another one. */
export function Applications() {
  const text = useText();
  const navigate = useNavigate();
  const create = useApiMutation(CreateApplicationDocument);
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<readonly ApplicationScope[]>(['ORDERS_READ']);
  return (
    <section className="stack" aria-labelledby="applications">
      <h2 id="applications">{text('partner.applications')}</h2>
      <div>
        <ActionButton
          variant="primary"
          label={text('partner.createApplication')}
          run={(idempotencyKey) => create({ input: { name, scopes: [...scopes], idempotencyKey } })}
          onDone={(application) => {
            if (application) void navigate({ to: paths.application, params: { applicationId: application.id } });
          }}
        >
          <TextField name="name" isRequired label={text('partner.name')} value={name} onChange={setName} />
          <ScopesField scopes={scopes} onChange={setScopes} />
        </ActionButton>
      </div>
      <CursorPages>{(after, more) => <ApplicationList after={after} more={more} />}</CursorPages>
    </section>
  );
}

interface ApplicationListProps {
  readonly after: string | undefined;
  readonly more: (pageInfo: PageInfo) => ReactNode;
}

function ApplicationList({ after, more }: ApplicationListProps) {
  const text = useText();
  const { date, list } = useFormats();
  const query = useApiQuery(PartnerApplicationsDocument, { first: 20, after });
  return (
    <QueryView query={query}>
      {({ applications: { nodes, pageInfo } }) => (
        <>
          {nodes.length === 0 && <p>{text('partner.noApplications')}</p>}
          <ul className="plain-list stack stack--small">
            {nodes.map(({ id, name, scopes, createdAt }) => (
              <li key={id} className="card">
                <Link to={paths.application} params={{ applicationId: id }} dir="auto">
                  {name}
                </Link>
                <div className="muted small">
                  {text('partner.createdAt', { date: date(createdAt) })} ·{' '}
                  {list(scopes.map((scope) => text(`scope.${scope}`)))}
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
