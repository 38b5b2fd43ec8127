import { useBrand } from '../brand/brand-context.tsx';
import { useText } from '../i18n/use-text.ts';

/** The footer of all pages: terms, privacy policy, and how to reach the operators. */
export function SiteFooter() {
  const text = useText();
  const brand = useBrand();
  const links = [
    ...(brand?.terms ? [{ label: text('footer.terms'), url: brand.terms.url }] : []),
    ...(brand?.privacyUrl ? [{ label: text('footer.privacy'), url: brand.privacyUrl }] : []),
  ].filter(({ url }) => /^https?:\/\//i.test(url));
  if (links.length === 0 && !brand?.contactEmail) return null;
  return (
    <footer className="site-footer">
      <ul className="site-footer__links plain-list row">
        {links.map(({ label, url }) => (
          <li key={label}>
            <a href={url} target="_blank" rel="noopener noreferrer">
              {label}
            </a>
          </li>
        ))}
        {brand?.contactEmail && (
          <li>
            <a href={`mailto:${brand.contactEmail}`}>{text('footer.contact')}</a>
          </li>
        )}
      </ul>
    </footer>
  );
}
