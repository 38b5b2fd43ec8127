/** The pages of errors. */
import { Link } from '@tanstack/react-router';
import { useText } from '../i18n/use-text.ts';
import { Button } from '../ui/button.tsx';
import { Page } from '../ui/page.tsx';
import { paths } from './paths.ts';

/** Shown at an address that has no page. */
export function NotFoundPage() {
  const text = useText();
  return (
    <Page title={text('error.notFound.title')} isNarrow>
      <p>{text('error.notFound.text')}</p>
      <p>
        <Link to={paths.home}>{text('error.toCatalogue')}</Link>
      </p>
    </Page>
  );
}

/** Shown instead of a page that failed while it was drawn. */
export function ErrorPage() {
  const text = useText();
  return (
    <Page title={text('error.failed.title')} isNarrow>
      <p role="alert">{text('error.failed.text')}</p>
      <div>
        <Button variant="primary" onPress={() => location.reload()}>
          {text('error.reload')}
        </Button>
      </div>
    </Page>
  );
}

/** Shown instead of a page that the account of the visitor may not use. */
export function NoAccessPage() {
  const text = useText();
  return (
    <Page title={text('error.noAccess.title')} isNarrow>
      <p>{text('error.noAccess.text')}</p>
      <p>
        <Link to={paths.home}>{text('error.toCatalogue')}</Link>
      </p>
    </Page>
  );
}
