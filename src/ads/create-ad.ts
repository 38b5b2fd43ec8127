import { requireActor } from '../access/actor.ts';
import type { Viewer } from '../access/viewer.ts';
import type { Ad } from '../generated/prisma/client.ts';
import { InputInvalid } from '../platform/errors.ts';
import { adProcess, adRow } from '../process/ad.ts';
import { parseValues } from '../process/fields.ts';
import type { AppServices } from '../services/services.ts';

/** Creates an ad of the seller without an order. @throws NotSignedIn, ScopeMissing, AccountRefused, InputInvalid */
export async function createAd(
  app: AppServices,
  viewer: Viewer,
  input: Readonly<Record<string, unknown>>,
): Promise<Ad> {
  const { accountId } = requireActor(viewer, 'createAd');
  const { values, problems } = parseValues(adRow('createAd'), input);
  if (problems.length > 0) throw new InputInvalid(problems);
  const at = app.clock.now();
  return app.db.ad.create({
    data: {
      sellerId: accountId,
      name: String(values['name']),
      status: adProcess.initial,
      createdAt: at,
      updatedAt: at,
    },
  });
}
