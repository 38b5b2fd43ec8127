import { useText } from '../i18n/use-text.ts';

interface TermsLinksProps {
  readonly terms: { readonly version: number; readonly url: string; readonly privacyUrl?: string | null | undefined };
}

/** The links to the terms of the marketplace and its privacy policy. */
export function TermsLinks({ terms: { version, url, privacyUrl } }: TermsLinksProps) {
  const text = useText();
  return (
    <>
      <a href={url} target="_blank" rel="noopener noreferrer">
        {text('terms.read', { version })}
      </a>
      {privacyUrl && (
        <>
          {', '}
          <a href={privacyUrl} target="_blank" rel="noopener noreferrer">
            {text('terms.privacy')}
          </a>
        </>
      )}
    </>
  );
}
