import type { SpaceStatus } from '../generated/graphql.ts';
import { useText } from '../i18n/use-text.ts';
import { Badge } from '../ui/badge.tsx';

const tones = { DRAFT: 'warn', LISTED: 'good', UNLISTED: 'info', ARCHIVED: undefined } as const;

/** The status of a space. */
export function SpaceStatusBadge({ status }: { readonly status: SpaceStatus }) {
  const text = useText();
  const tone = tones[status];
  return <Badge {...(tone ? { tone } : {})}>{text(`spaceStatus.${status}`)}</Badge>;
}
