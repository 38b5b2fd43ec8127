import { useText } from '../i18n/use-text.ts';
import { Page } from '../ui/page.tsx';
import { Applications } from './applications.tsx';
import { Sandboxes } from './sandboxes.tsx';

/** The applications and the sandboxes of an account. */
export function PartnerPage() {
  const text = useText();
  return (
    <Page title={text('partner.title')} isNarrow>
      <p className="muted">{text('partner.introduction')}</p>
      <Applications />
      <Sandboxes />
    </Page>
  );
}
