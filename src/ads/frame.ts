import type { Ad } from '../generated/prisma/client.ts';
import type { World } from '../platform/world.ts';

/** What a frame may do, in the words of the `sandbox` attribute. Without `allow-same-origin` its origin is nobody's. */
export const frameSandbox = 'allow-scripts allow-popups allow-popups-to-escape-sandbox';

/** Where the HTML of an ad is shown, for a sandboxed frame. */
export const frameUrlOf = (
  { config }: Pick<World, 'config'>,
  { id }: Pick<Ad, 'id' | 'status' | 'html' | 'targetUrl'>,
): string => `${config.publicUrl}/f/${id}`;
