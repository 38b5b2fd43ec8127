import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useApiQuery } from '../api/use-api.ts';
import { paths } from '../app/paths.ts';
import { DeskAuditLogDocument, type DeskAuditLogQuery } from '../generated/graphql.ts';
import { useFormats } from '../i18n/formats.ts';
import { useText } from '../i18n/use-text.ts';
import { CursorPages, type PageInfo } from '../ui/cursor-pages.tsx';
import { Details } from '../ui/details.tsx';
import { QueryView } from '../ui/query-view.tsx';

/** The acts of operators, the newest first; on one subject if it is given. */
export function AuditLog({ subjectId }: { readonly subjectId?: string | undefined }) {
  return (
    <CursorPages key={subjectId ?? ''}>
      {(after, more) => <AuditEntries subjectId={subjectId} after={after} more={more} />}
    </CursorPages>
  );
}

interface AuditEntriesProps {
  readonly subjectId: string | undefined;
  readonly after: string | undefined;
  readonly more: (pageInfo: PageInfo) => ReactNode;
}

function AuditEntries({ subjectId, after, more }: AuditEntriesProps) {
  const text = useText();
  const query = useApiQuery(DeskAuditLogDocument, { subjectId, first: 30, after });
  return (
    <QueryView query={query}>
      {({ auditLog: { nodes, pageInfo } }) => (
        <>
          {nodes.length === 0 && <p>{text('desk.noActs')}</p>}
          <ul className="plain-list stack stack--small">
            {nodes.map((entry) => (
              <li key={entry.id} className="card stack stack--small">
                <AuditEntry entry={entry} isSubjectShown={!subjectId} />
              </li>
            ))}
          </ul>
          {more(pageInfo)}
        </>
      )}
    </QueryView>
  );
}

type Entry = DeskAuditLogQuery['auditLog']['nodes'][number];

function AuditEntry({ entry, isSubjectShown }: { readonly entry: Entry; readonly isSubjectShown: boolean }) {
  const text = useText();
  const { dateTime } = useFormats();
  const { action, at, person, reason, details, subjectType, subjectId } = entry;
  return (
    <>
      <div className="row">
        <strong>{text(`auditAction.${action}`)}</strong>
        <span dir="auto">
          {person?.name ?? text(action === 'AD_PUBLISHED_DIRECTLY' ? 'desk.application' : 'desk.commandLine')}
        </span>
        <time className="muted small" dateTime={at}>
          {dateTime(at)}
        </time>
        {isSubjectShown && subjectType === 'Account' && (
          <Link to={paths.deskAccount} params={{ accountId: subjectId }}>
            {text('desk.toSubject')}
          </Link>
        )}
        {isSubjectShown && subjectType === 'Space' && (
          <Link to={paths.space} params={{ spaceId: subjectId }}>
            {text('desk.toSubject')}
          </Link>
        )}
      </div>
      {reason && (
        <p className="preserve" dir="auto">
          {reason}
        </p>
      )}
      <Details rows={factsIn(details)} />
    </>
  );
}

/** The facts of an act, which are a JSON object. */
function factsIn(details: string): readonly (readonly [string, string])[] {
  const facts: Record<string, unknown> = JSON.parse(details);
  return Object.entries(facts)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]);
}
