import type { ReactNode } from 'react';
import { useApiMutation, useApiQuery } from '../api/use-api.ts';
import { PartnerOperationsDocument, RetireOperationsDocument } from '../generated/graphql.ts';
import { useFormats } from '../i18n/formats.ts';
import { useText } from '../i18n/use-text.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { Badge } from '../ui/badge.tsx';
import { CursorPages, type PageInfo } from '../ui/cursor-pages.tsx';
import { QueryView } from '../ui/query-view.tsx';
import type { ApplicationPartProps } from './application-page.tsx';

/** The operations that an application has registered, by name and version. */
export function Operations({ application }: Pick<ApplicationPartProps, 'application'>) {
  const text = useText();
  return (
    <section className="stack" aria-labelledby="operations">
      <h2 id="operations">{text('partner.operations')}</h2>
      <CursorPages>
        {(after, more) => <ManifestList applicationId={application.id} after={after} more={more} />}
      </CursorPages>
    </section>
  );
}

interface ManifestListProps {
  readonly applicationId: string;
  readonly after: string | undefined;
  readonly more: (pageInfo: PageInfo) => ReactNode;
}

function ManifestList({ applicationId, after, more }: ManifestListProps) {
  const text = useText();
  const { dateTime, number } = useFormats();
  const retire = useApiMutation(RetireOperationsDocument);
  const query = useApiQuery(PartnerOperationsDocument, { applicationId, after });
  return (
    <QueryView query={query}>
      {({ operationManifests: { nodes, pageInfo } }) => (
        <>
          {nodes.length === 0 && <p>{text('partner.noOperations')}</p>}
          {nodes.map(({ name, version, retiresAt, documents }) => {
            const title = text('partner.manifest', { name, version });
            return (
              <article key={title} className="card stack stack--small">
                <div className="row row--spread">
                  <h3 dir="auto">{title}</h3>
                  {retiresAt ? (
                    <Badge tone="warn">{text('partner.retires', { time: dateTime(retiresAt) })}</Badge>
                  ) : (
                    <ActionButton
                      variant="danger"
                      label={text('partner.retire')}
                      subject={title}
                      description={text('partner.retireHelp')}
                      run={(idempotencyKey) => retire({ input: { applicationId, name, version, idempotencyKey } })}
                      onDone={query.reload}
                    />
                  )}
                </div>
                <ul className="plain-list stack stack--small">
                  {documents.map(({ documentId, operationName, cost }) => (
                    <li key={documentId}>
                      {text('partner.operation', { name: operationName ?? '', cost: number(cost) })}
                      <div className="muted small">{documentId}</div>
                    </li>
                  ))}
                </ul>
              </article>
            );
          })}
          {more(pageInfo)}
        </>
      )}
    </QueryView>
  );
}
