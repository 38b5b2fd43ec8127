import type { AdViewFragment } from '../generated/graphql.ts';
import { useText } from '../i18n/use-text.ts';
import './ad-preview.css';

/**
 * The content of an ad. HTML of an advertiser is shown only by the frame of the server, which has no origin: this page
 * never draws it.
 */
export function AdPreview({ ad: { name, frameUrl, image, allowsRemoteContent } }: { readonly ad: AdViewFragment }) {
  const text = useText();
  if (frameUrl)
    return (
      <>
        <iframe
          className="ad-preview"
          src={frameUrl}
          sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox"
          title={text('ads.preview', { name })}
          loading="lazy"
          referrerPolicy="no-referrer"
        />
        <p className="muted small">
          {text(allowsRemoteContent ? 'ads.remoteContentAllowed' : 'ads.remoteContentBlocked')}
        </p>
      </>
    );
  if (image)
    return (
      <img
        src={image.url}
        alt={text('ads.preview', { name })}
        width={image.width ?? undefined}
        height={image.height ?? undefined}
      />
    );
  return <p className="muted">{text('ads.noContent')}</p>;
}
