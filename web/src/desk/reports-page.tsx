import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useApiQuery } from '../api/use-api.ts';
import { paths } from '../app/paths.ts';
import { DeskReportsDocument } from '../generated/graphql.ts';
import { useText } from '../i18n/use-text.ts';
import { CursorPages, type PageInfo } from '../ui/cursor-pages.tsx';
import { QueryView } from '../ui/query-view.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { DeskFrame } from './desk-frame.tsx';
import { type ReportsSearch, statusOf } from './desk-search.ts';
import { ReportCard } from './report-card.tsx';

/** The reports to the operators, the newest first. */
export function ReportsPage() {
  const text = useText();
  const navigate = useNavigate();
  const search = useSearch({ from: paths.deskReports });
  return (
    <DeskFrame title={text('desk.reports')}>
      <search aria-label={text('desk.filters')}>
        <SelectField
          name="status"
          isRequired
          label={text('desk.status')}
          value={statusOf(search)}
          options={(['OPEN', 'RESOLVED'] as const).map((value) => ({ value, label: text(`reportStatus.${value}`) }))}
          onChange={(status) =>
            void navigate({ to: paths.deskReports, search: status === 'RESOLVED' ? { status } : {} })
          }
        />
      </search>
      <CursorPages key={statusOf(search)}>
        {(after, more) => <ReportList search={search} after={after} more={more} />}
      </CursorPages>
    </DeskFrame>
  );
}

interface ReportListProps {
  readonly search: ReportsSearch;
  readonly after: string | undefined;
  readonly more: (pageInfo: PageInfo) => ReactNode;
}

function ReportList({ search, after, more }: ReportListProps) {
  const text = useText();
  const query = useApiQuery(DeskReportsDocument, { status: statusOf(search), first: 20, after });
  return (
    <QueryView query={query}>
      {({ reports: { nodes, pageInfo } }) => (
        <>
          {nodes.length === 0 && <p>{text('desk.noReports')}</p>}
          <ul className="plain-list stack">
            {nodes.map((report) => (
              <li key={report.id} className="card stack stack--small">
                <ReportCard report={report} onDone={query.reload} />
              </li>
            ))}
          </ul>
          {more(pageInfo)}
        </>
      )}
    </QueryView>
  );
}
