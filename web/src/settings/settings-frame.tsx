import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { paths } from '../app/paths.ts';
import { useText } from '../i18n/use-text.ts';
import { useSessionState } from '../session/session-context.tsx';
import { Page } from '../ui/page.tsx';
import './settings.css';

const ofPerson = [
  { to: paths.settings, id: 'settings.person' },
  { to: paths.notificationSettings, id: 'settings.notifications' },
  { to: paths.sessionSettings, id: 'settings.sessions' },
  { to: paths.personalData, id: 'settings.personalData' },
] as const;

const ofAccount = [
  { to: paths.accountSettings, id: 'settings.account' },
  { to: paths.members, id: 'settings.members' },
  { to: paths.applicationSettings, id: 'settings.applications' },
  { to: paths.closeAccount, id: 'settings.closeAccount' },
] as const;

type SettingsLink = (typeof ofPerson)[number] | (typeof ofAccount)[number];

/** A page of the settings, with the links to the others. */
export function SettingsFrame({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const text = useText();
  const { membership } = useSessionState();
  return (
    <Page title={title}>
      <div className="settings">
        <nav className="settings__nav" aria-label={text('settings.title')}>
          <SettingsLinks title={text('settings.ofPerson')} links={ofPerson} />
          {membership && <SettingsLinks title={membership.account.name} links={ofAccount} />}
        </nav>
        <div className="settings__content stack">{children}</div>
      </div>
    </Page>
  );
}

function SettingsLinks({ title, links }: { readonly title: string; readonly links: readonly SettingsLink[] }) {
  const text = useText();
  return (
    <div>
      <p className="muted small" dir="auto">
        {title}
      </p>
      <ul className="plain-list settings__links">
        {links.map(({ to, id }) => (
          <li key={to}>
            <Link to={to} className="settings__link" activeOptions={{ exact: true }}>
              {text(id)}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Gives the focus to the title of the page, after what had it is gone. */
export const focusTitle = (): void => document.querySelector<HTMLElement>('main h1')?.focus();
