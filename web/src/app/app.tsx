import { RouterProvider } from '@tanstack/react-router';
import { useEffect } from 'react';
import { IntlRoot } from '../i18n/intl-root.tsx';
import type { Language, Messages } from '../i18n/languages.ts';
import { LiveInboxProvider } from '../session/live-inbox.tsx';
import type { Session } from '../session/session.ts';
import { SessionProvider } from '../session/session-context.tsx';
import type { AppRouter } from './router.ts';

interface AppProps {
  readonly router: AppRouter;
  readonly session: Session;
  readonly language: Language;
  readonly messages: Messages;
}

/** The whole client. */
export function App({ router, session, language, messages }: AppProps) {
  // A page that requires another session leads to the page for signing in.
  useEffect(() => session.subscribe(() => void router.invalidate()), [session, router]);
  const timeZone = session.state.person?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  return (
    <SessionProvider session={session}>
      <IntlRoot language={language} messages={messages} timeZone={timeZone}>
        <LiveInboxProvider>
          <RouterProvider router={router} context={{ session }} />
        </LiveInboxProvider>
      </IntlRoot>
    </SessionProvider>
  );
}
