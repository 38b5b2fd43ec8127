import type { EndpointViewFragment } from '../generated/graphql.ts';
import { useText } from '../i18n/use-text.ts';
import { Badge } from '../ui/badge.tsx';

/** The state of an endpoint: waiting for verification, enabled, failing, or the reason why it is disabled. */
export function EndpointBadge({ endpoint }: { readonly endpoint: EndpointViewFragment }) {
  const text = useText();
  const { status, disabledReason, failingSince } = endpoint;
  if (status === 'PENDING_VERIFICATION') return <Badge tone="warn">{text('partner.pendingVerification')}</Badge>;
  if (status === 'DISABLED') return <Badge tone="bad">{text(`webhookDisabled.${disabledReason ?? 'MANUAL'}`)}</Badge>;
  if (failingSince) return <Badge tone="warn">{text('partner.failing')}</Badge>;
  return <Badge tone="good">{text('partner.enabled')}</Badge>;
}
