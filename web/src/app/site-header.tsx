import { Link } from '@tanstack/react-router';
import { useBrand, useMarketplaceName } from '../brand/brand-context.tsx';
import { useText } from '../i18n/use-text.ts';
import { useUnreadCount } from '../session/live-inbox.tsx';
import { useSessionState } from '../session/session-context.tsx';
import { Badge } from '../ui/badge.tsx';
import { AccountMenu } from './account-menu.tsx';
import { LanguageMenu } from './language-menu.tsx';
import { paths } from './paths.ts';
import { ThemeMenu } from './theme-menu.tsx';

/** The header of all pages: where one can go, and who one is. */
export function SiteHeader() {
  const text = useText();
  const { person, membership, isOperator } = useSessionState();
  const unreadCount = useUnreadCount();
  const brand = useBrand();
  const name = useMarketplaceName();
  return (
    <header className="site-header">
      <div className="site-header__inner row row--spread">
        <Link to={paths.home} className="site-header__brand">
          {brand?.logo && <img className="site-header__logo" src={brand.logo.url} alt="" />}
          <span dir="auto">{name}</span>
        </Link>
        <nav className="site-header__links" aria-label={text('nav.label')}>
          <Link to={paths.home} className="site-header__link" activeOptions={{ exact: true, includeSearch: false }}>
            {text('nav.catalogue')}
          </Link>
          {membership && (
            <Link to={paths.inbox} className="site-header__link">
              {text('nav.inbox')}
              {unreadCount > 0 && (
                <Badge tone="info">
                  {unreadCount} <span className="visually-hidden">{text('nav.unread')}</span>
                </Badge>
              )}
            </Link>
          )}
          {membership && (
            <Link to={paths.orders} className="site-header__link" activeOptions={{ includeSearch: false }}>
              {text('nav.orders')}
            </Link>
          )}
          {membership && (
            <Link to={paths.selling} className="site-header__link" activeOptions={{ includeSearch: false }}>
              {text('nav.selling')}
            </Link>
          )}
          {isOperator && (
            <Link to={paths.desk} className="site-header__link">
              {text('nav.desk')}
            </Link>
          )}
          {person && (
            <Link to={paths.settings} className="site-header__link">
              {text('nav.settings')}
            </Link>
          )}
        </nav>
        <div className="row">
          <LanguageMenu />
          <ThemeMenu />
          {person ? (
            <AccountMenu />
          ) : (
            <Link to={paths.signIn} className="site-header__link">
              {text('nav.signIn')}
            </Link>
          )}
        </div>
      </div>
    </header>
  );
}
