import type { ApplicationViewer } from '../access/viewer.ts';
import type { Deprecations } from '../graphql/document-info.ts';
import type { Entry } from '../orders/timeline/timeline.ts';
import type { Resolver } from '../platform/ssrf-guard.ts';
import type { AppServices } from '../services/services.ts';

/** What webhooks need besides the world: how names become addresses, what is deprecated, and what a document gives for an event. */
export interface WebhookServices extends AppServices {
  readonly resolve: Resolver;
  readonly deprecations: Deprecations;
  /** @throws if it could not be found out; then it is to be tried again */
  readonly runForEvent: (
    viewer: ApplicationViewer,
    event: { readonly text: string; readonly entry: Entry },
  ) => Promise<object>;
}
