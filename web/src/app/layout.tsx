import { Outlet, useRouterState } from '@tanstack/react-router';
import { Fragment } from 'react';
import { BrandProvider } from '../brand/brand-context.tsx';
import { useText } from '../i18n/use-text.ts';
import { useSessionState } from '../session/session-context.tsx';
import { Announcer } from '../ui/announcer.tsx';
import { ConnectionBanner } from './connection-banner.tsx';
import './layout.css';
import { SiteFooter } from './site-footer.tsx';
import { SiteHeader } from './site-header.tsx';
import { SuspensionNotice } from './suspension-notice.tsx';
import { TermsNotice } from './terms-notice.tsx';

/** The frame of all pages: skip link, header, the page, announcements. */
export function Layout() {
  const text = useText();
  return (
    <BrandProvider>
      <a href="#main" className="skip-link">
        {text('app.skipToContent')}
      </a>
      <SiteHeader />
      <ConnectionBanner />
      <TermsNotice />
      <SuspensionNotice />
      <main id="main" tabIndex={-1}>
        <CurrentPage />
      </main>
      <SiteFooter />
      <Announcer />
    </BrandProvider>
  );
}

/**
 * The page of the address. It begins again for another person or another account. A page that requires a person is not
 * drawn without one, until the router has led to the sign-in page, nor one that requires an account without that.
 */
function CurrentPage() {
  const { person, membership } = useSessionState();
  const requiresPerson = useRouterState({
    select: ({ matches }) => matches.some(({ staticData }) => staticData.requiresPerson),
  });
  const requiresAccount = useRouterState({
    select: ({ matches }) => matches.some(({ staticData }) => staticData.requiresAccount),
  });
  if ((requiresPerson && !person) || (requiresAccount && !membership)) return null;
  return (
    <Fragment key={`${person?.id} ${membership?.account.id}`}>
      <Outlet />
    </Fragment>
  );
}
