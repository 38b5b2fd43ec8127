import type { EndpointViewFragment } from '../generated/graphql.ts';
import { useText } from '../i18n/use-text.ts';
import { Badge } from '../ui/badge.tsx';

/** The state of an endpoint: enabled, failing, or the reason why it is disabled. */
export function EndpointBadge({ endpoint }: { readonly endpoint: EndpointViewFragment }) {
  const text = useText();
  const { isEnabled, disabledReason, failingSince } = endpoint;
  if (!isEnabled) return <Badge tone="bad">{text(`webhookDisabled.${disabledReason ?? 'MANUAL'}`)}</Badge>;
  if (failingSince) return <Badge tone="warn">{text('partner.failing')}</Badge>;
  return <Badge tone="good">{text('partner.enabled')}</Badge>;
}
