import type { ReactNode } from 'react';
import './notice.css';

interface NoticeProps {
  readonly tone?: 'info' | 'good' | 'warn' | 'bad';
  readonly children: ReactNode;
  /** Buttons or links at the end. */
  readonly actions?: ReactNode;
  /** True if it appears while the page is open, so that screen readers announce it. */
  readonly isLive?: boolean;
}

/** A highlighted text about the state of the page. */
export function Notice({ tone = 'info', children, actions, isLive = false }: NoticeProps) {
  return (
    <div className={`notice notice--${tone} row row--spread`} role={isLive ? 'status' : undefined}>
      <div>{children}</div>
      {actions}
    </div>
  );
}
