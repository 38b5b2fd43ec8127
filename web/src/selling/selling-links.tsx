import { Link } from '@tanstack/react-router';
import { paths } from '../app/paths.ts';
import { useText } from '../i18n/use-text.ts';
import './selling.css';

/** The links between the pages for sellers. */
export function SellingLinks() {
  const text = useText();
  const exact = { exact: true, includeSearch: false };
  return (
    <nav className="row selling-links" aria-label={text('selling.pages')}>
      <Link to={paths.selling} activeOptions={exact}>
        {text('selling.spaces')}
      </Link>
      <Link to={paths.placements} activeOptions={exact}>
        {text('placements.title')}
      </Link>
      <Link to={paths.reviewQueue} activeOptions={exact}>
        {text('review.title')}
      </Link>
      <Link to={paths.sellerResults} activeOptions={exact}>
        {text('sellerResults.title')}
      </Link>
      <Link to={paths.sellerStatement} activeOptions={exact}>
        {text('statement.title')}
      </Link>
    </nav>
  );
}
