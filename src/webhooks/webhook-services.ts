import type { ApplicationViewer } from '../access/viewer.ts';
import type { Deprecations } from '../graphql/document-info.ts';
import type { Entry } from '../orders/timeline/timeline.ts';
import type { Resolver } from '../platform/ssrf-guard.ts';
import type { AppServices } from '../services/services.ts';

/** Services of webhooks: name resolution, deprecations of the schema, and execution of documents for events. */
export interface WebhookServices extends AppServices {
  readonly resolve: Resolver;
  readonly deprecations: Deprecations;
  /** @throws if the lookup fails, so that it is retried */
  readonly runForEvent: (
    viewer: ApplicationViewer,
    event: { readonly text: string; readonly entry: Entry },
  ) => Promise<object>;
}
