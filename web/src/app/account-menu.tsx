import { useNavigate } from '@tanstack/react-router';
import { useText } from '../i18n/use-text.ts';
import { usePerson, useSession, useSessionState } from '../session/session-context.tsx';
import { Menu } from '../ui/menu.tsx';
import { paths } from './paths.ts';

const actions = { newAccount: 'new-account', partner: 'partner', signOut: 'sign-out' } as const;

/** The menu of the person: the accounts that the person may act for, another account, signing out. */
export function AccountMenu() {
  const text = useText();
  const navigate = useNavigate();
  const session = useSession();
  const { membership } = useSessionState();
  const { name, memberships } = usePerson();
  const onSelect = async (id: string) => {
    if (id === actions.newAccount) return navigate({ to: paths.newAccount });
    if (id === actions.partner) return navigate({ to: paths.partner });
    if (id === actions.signOut) {
      await session.signOut();
      return navigate({ to: paths.home });
    }
    await session.switchAccount(id);
  };
  return (
    <Menu
      label={membership?.account.name ?? name}
      entries={[
        ...memberships.map(({ account }) => ({
          id: account.id,
          label: account.name,
          isCurrent: account.id === membership?.account.id,
        })),
        { id: actions.newAccount, label: text('nav.newAccount') },
        ...(membership ? [{ id: actions.partner, label: text('nav.partner') }] : []),
        { id: actions.signOut, label: text('nav.signOut', { name }) },
      ]}
      onSelect={(id) => void onSelect(id)}
    />
  );
}
