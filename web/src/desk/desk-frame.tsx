import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { NoAccessPage } from '../app/error-pages.tsx';
import { paths } from '../app/paths.ts';
import { useText } from '../i18n/use-text.ts';
import { useSessionState } from '../session/session-context.tsx';
import { Page } from '../ui/page.tsx';
import './desk.css';

const links = [
  { to: paths.desk, label: 'desk.queue' },
  { to: paths.deskReports, label: 'desk.reports' },
  { to: paths.deskAccounts, label: 'desk.accounts' },
  { to: paths.deskMarketplace, label: 'desk.marketplace' },
  { to: paths.deskOperators, label: 'desk.operators' },
  { to: paths.deskAudit, label: 'desk.audit' },
] as const;

interface DeskFrameProps {
  readonly title: string;
  readonly children: ReactNode;
}

/** A page of the operators, with links to the others. The other accounts do not see it. */
export function DeskFrame({ title, children }: DeskFrameProps) {
  const text = useText();
  const { isOperator } = useSessionState();
  if (!isOperator) return <NoAccessPage />;
  return (
    <Page title={title}>
      <nav className="desk__links" aria-label={text('desk.label')}>
        {links.map(({ to, label }) => (
          <Link
            key={to}
            to={to}
            className="site-header__link"
            activeOptions={{ exact: to === paths.desk, includeSearch: false }}
          >
            {text(label)}
          </Link>
        ))}
      </nav>
      {children}
    </Page>
  );
}
