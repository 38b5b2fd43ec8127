import type { FileViewFragment } from '../generated/graphql.ts';
import { useText } from '../i18n/use-text.ts';
import './file-list.css';

/** Files that were sent: images as pictures, others as links. */
export function FileList({ files }: { readonly files: readonly FileViewFragment[] }) {
  const text = useText();
  if (files.length === 0) return null;
  return (
    <ul className="plain-list file-list">
      {files.map(({ id, name, url, mediaType, width, height }) => (
        <li key={id}>
          <a href={url} target="_blank" rel="noopener noreferrer" aria-label={text('files.open', { name })}>
            {mediaType.startsWith('image/') ? (
              <img src={url} alt={name} width={width ?? undefined} height={height ?? undefined} loading="lazy" />
            ) : (
              <span dir="auto">{name}</span>
            )}
          </a>
        </li>
      ))}
    </ul>
  );
}
