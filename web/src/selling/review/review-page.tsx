import { useText } from '../../i18n/use-text.ts';
import { CursorPages } from '../../ui/cursor-pages.tsx';
import { Page } from '../../ui/page.tsx';
import { SellingLinks } from '../selling-links.tsx';
import { ReviewList } from './review-list.tsx';

/** The ads that wait for a review by the seller, of all orders. */
export function ReviewPage() {
  const text = useText();
  return (
    <Page title={text('review.title')} isNarrow>
      <SellingLinks />
      <p className="muted">{text('review.introduction')}</p>
      <CursorPages>{(after, more) => <ReviewList after={after} more={more} />}</CursorPages>
    </Page>
  );
}
