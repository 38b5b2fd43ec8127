import type { ReactNode } from 'react';
import './notice.css';

/** A short word about the state of something. */
export const Badge = ({
  tone,
  children,
}: {
  readonly tone?: 'info' | 'good' | 'warn' | 'bad';
  readonly children: ReactNode;
}) => <span className={tone ? `badge badge--${tone}` : 'badge'}>{children}</span>;
