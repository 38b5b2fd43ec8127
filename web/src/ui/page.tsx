import { type ReactNode, useEffect, useRef } from 'react';
import { useMarketplaceName } from '../brand/brand-context.tsx';
import { useText } from '../i18n/use-text.ts';
import { useUnreadCount } from '../session/live-inbox.tsx';
import './page.css';

interface PageProps {
  readonly title: string;
  /** Buttons and links beside the title. */
  readonly actions?: ReactNode;
  /** True for a page of text and forms, whose lines must not become too long. */
  readonly isNarrow?: boolean;
  readonly children: ReactNode;
}

/** True once a page has been shown: the first page is not focused, so that the skip link stays the first stop. */
let hasShownPage = false;

/** The content of a page below its title. The title is focused when the visitor comes from another page. */
export function Page({ title, actions, isNarrow = false, children }: PageProps) {
  const text = useText();
  const marketplace = useMarketplaceName();
  const unreadCount = useUnreadCount();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const pageTitle = text('app.pageTitle', { title, marketplace });
    document.title = unreadCount > 0 ? text('app.unreadTitle', { count: unreadCount, title: pageTitle }) : pageTitle;
  }, [text, title, marketplace, unreadCount]);
  useEffect(() => {
    if (hasShownPage) heading.current?.focus({ preventScroll: true });
    hasShownPage = true;
  }, []);
  return (
    <div className={isNarrow ? 'page page--narrow' : 'page'}>
      <div className="row row--spread">
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {actions && <div className="row">{actions}</div>}
      </div>
      {children}
    </div>
  );
}
