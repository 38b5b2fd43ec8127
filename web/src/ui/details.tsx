import type { ReactNode } from 'react';
import './details.css';

/** Names with their values. A row without a value is left out. */
export function Details({ rows }: { readonly rows: readonly (readonly [name: string, value: ReactNode])[] }) {
  return (
    <dl className="details">
      {rows
        .filter(([, value]) => Boolean(value))
        .map(([name, value]) => (
          <div key={name}>
            <dt className="muted">{name}</dt>
            <dd className="preserve" dir="auto">
              {value}
            </dd>
          </div>
        ))}
    </dl>
  );
}
