import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { paths } from '../app/paths.ts';
import { useText } from '../i18n/use-text.ts';
import { useSession, useSessionState } from '../session/session-context.tsx';
import { Notice } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { AddressForm } from './address-form.tsx';
import { CodeForm } from './code-form.tsx';
import { DemoPeople } from './demo-people.tsx';

/** Signing in and signing up: an address, then the code that was mailed to it. */
export function SignInPage() {
  const text = useText();
  const navigate = useNavigate();
  const { from = paths.home } = useSearch({ from: paths.signIn });
  const session = useSession();
  const { hasExpired } = useSessionState();
  const [sentTo, setSentTo] = useState<string>();
  const signIn = async (token: string, { isNewPerson = false } = {}) => {
    await session.signIn(token);
    // The page of an invitation asks new people for their name itself.
    if (isNewPerson && !from.startsWith('/invitations/')) await navigate({ to: paths.newAccount, search: { from } });
    else await navigate({ href: from, replace: true });
  };
  return (
    <Page title={text('signIn.title')} isNarrow>
      {hasExpired && !sentTo && <Notice tone="warn">{text('signIn.expired')}</Notice>}
      {sentTo === undefined ? (
        <AddressForm onSent={setSentTo} />
      ) : (
        <CodeForm sentTo={sentTo} onSignedIn={signIn} onOtherAddress={() => setSentTo(undefined)} />
      )}
      <DemoPeople
        onSignedIn={async () => {
          await session.refresh();
          await navigate({ href: from, replace: true });
        }}
      />
    </Page>
  );
}
