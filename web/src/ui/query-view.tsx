/** The states of a query: loading, failed, loaded. */
import type { ReactNode } from 'react';
import { useTranslatedRefusal } from '../api/refusal-text.ts';
import { type Query, refusalOf } from '../api/use-api.ts';
import { useText } from '../i18n/use-text.ts';
import { Button } from './button.tsx';
import { refusalText } from './form.tsx';
import { Notice } from './notice.tsx';

interface QueryViewProps<Data> {
  readonly query: Query<Data>;
  readonly children: (data: Data) => ReactNode;
}

/** Shows data when it is there. While it is fetched again, and if that fails, the last data stays visible. */
export function QueryView<Data>({ query, children }: QueryViewProps<Data>) {
  const { data, error } = query;
  return (
    <>
      {error && <QueryError query={query} />}
      {data ? children(data) : !error && <Loading />}
    </>
  );
}

function QueryError<Data>({ query: { error, reload } }: { readonly query: Query<Data> }) {
  const text = useText();
  const translated = useTranslatedRefusal();
  const message = refusalText(text, translated(refusalOf(error)));
  return (
    <Notice tone="bad" isLive actions={<Button onPress={reload}>{text('common.tryAgain')}</Button>}>
      {message}
    </Notice>
  );
}

/** A text that says that data is loading. */
function Loading() {
  const text = useText();
  return (
    <p role="status" className="muted">
      {text('common.loading')}
    </p>
  );
}
