import type { Viewer } from '../access/viewer.ts';
import type { Ad } from '../generated/prisma/client.ts';
import { InputInvalid, NotSignedIn } from '../platform/errors.ts';
import type { World } from '../platform/world.ts';
import { adProcess, adRow } from '../process/ad.ts';
import { parseValues } from '../process/fields.ts';

/** Makes an ad of one's own, without an order. @throws NotSignedIn, InputInvalid */
export function createAd(app: World, viewer: Viewer, input: Readonly<Record<string, unknown>>): Promise<Ad> {
  if (viewer.kind !== 'person') throw new NotSignedIn();
  const { values, problems } = parseValues(adRow('createAd').input ?? {}, input);
  if (problems.length > 0) throw new InputInvalid(problems);
  const at = app.clock.now();
  return app.db.ad.create({
    data: {
      sellerId: viewer.accountId,
      name: String(values['name']),
      status: adProcess.initial,
      createdAt: at,
      updatedAt: at,
    },
  });
}
