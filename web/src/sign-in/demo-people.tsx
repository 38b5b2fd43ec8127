import { useEffect, useState } from 'react';
import { basePath } from '../api/base-path.ts';
import { requestHeaders } from '../api/request-headers.ts';
import { useText } from '../i18n/use-text.ts';
import { Button } from '../ui/button.tsx';

interface DemoPerson {
  readonly name: string;
  readonly person: string;
  readonly account: string;
  readonly about: string;
}

const demoPath = `${basePath}/demo/people`;

/** The people of the demo data, to sign in with one press. A server that is not for development has none. */
export function DemoPeople({ onSignedIn }: { readonly onSignedIn: () => Promise<void> }) {
  const text = useText();
  const [people, setPeople] = useState<readonly DemoPerson[]>([]);
  useEffect(() => {
    const abort = new AbortController();
    fetch(demoPath, { signal: abort.signal })
      .then(async (response) => (response.ok ? setPeople(await response.json()) : undefined))
      .catch(() => undefined);
    return () => abort.abort();
  }, []);
  if (people.length === 0) return null;
  const signIn = async (name: string) => {
    const response = await fetch(demoPath, {
      method: 'POST',
      headers: { ...requestHeaders(), 'content-type': 'application/json' },
      body: JSON.stringify({ name }),
    });
    if (response.ok) await onSignedIn();
  };
  return (
    <section className="stack" aria-labelledby="demo-title">
      <h2 id="demo-title">{text('demo.title')}</h2>
      <p className="muted">{text('demo.introduction')}</p>
      <ul className="plain-list stack stack--small">
        {people.map(({ name, person, account, about }) => (
          <li key={name} className="card row row--spread">
            <div>
              <strong>{person}</strong>, {account}
              <div className="muted small" lang="en">
                {about}
              </div>
            </div>
            <Button onPress={() => void signIn(name)} aria-label={text('demo.signInAs', { person })}>
              {text('nav.signIn')}
            </Button>
          </li>
        ))}
      </ul>
      <p className="row">
        <a href={`${basePath}/mailbox`}>{text('demo.mailbox')}</a>
        <a href={`${basePath}/clock`}>{text('demo.clock')}</a>
        <a href={`${basePath}/graphql`}>{text('demo.graphiql')}</a>
      </p>
    </section>
  );
}
