import { requireActor } from '../../access/actor.ts';
import type { Viewer } from '../../access/viewer.ts';
import { type Placement, type PlacementKind, Prisma, type ReferrerPolicy } from '../../generated/prisma/client.ts';
import { InputInvalid } from '../../platform/errors.ts';
import { choice, parseValues, text } from '../../process/fields.ts';
import type { AppServices } from '../../services/services.ts';

/** Fields of a new placement. */
export const placementFields = {
  slug: text(
    'Its name in addresses: lower-case letters, digits and single hyphens between them. Unique among all placements.',
    60,
  ),
  name: text('The display name, chosen by its owner.', 200),
  kind: choice<PlacementKind>('PlacementKind', 'The number of ads that a placement serves.', {
    SINGLE:
      'A placement with a single ad. The newest ad replaces the previous one, which returns when the newest is removed.',
    GROUP: 'Several ads, by their weight.',
  }),
};

/** The referrer that a click on an ad of a placement passes to the target. */
export const referrerPolicyField = choice<ReferrerPolicy>(
  'ReferrerPolicy',
  'The referrer that a click passes to the target of an ad.',
  {
    NO_REFERRER: 'The target does not learn from where the visitor comes.',
    ORIGIN: 'The target receives the origin of the page, such as https://example.com/.',
    STRICT_ORIGIN_WHEN_CROSS_ORIGIN: 'The same, but nothing if the page is encrypted and the target is not.',
  },
);

/** The settings of clicks in an input whose types GraphQL has checked. Those that are omitted stay as they are. */
export const clickSettingsOf = ({ referrerPolicy, addsUtmParameters }: Readonly<Record<string, unknown>>) => ({
  ...(referrerPolicy ? { referrerPolicy: referrerPolicy as ReferrerPolicy } : {}),
  ...(typeof addsUtmParameters === 'boolean' ? { addsUtm: addsUtmParameters } : {}),
});

/** Creates a placement of the viewer. @throws NotSignedIn, ScopeMissing, AccountRefused, InputInvalid */
export async function createPlacement(
  app: AppServices,
  viewer: Viewer,
  input: Readonly<Record<string, unknown>>,
): Promise<Placement> {
  const { accountId } = requireActor(viewer, 'createPlacement');
  const { values, problems } = parseValues({ input: placementFields }, input);
  if (values.slug && !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(values.slug))
    problems.push({
      field: 'slug',
      message: 'must consist of lower-case letters and digits, with single hyphens between them',
    });
  if (problems.length > 0) throw new InputInvalid(problems);
  const { slug, name, kind } = values;
  try {
    return await app.db.placement.create({
      data: {
        sellerId: accountId,
        ...{ slug, name, kind },
        // GraphQL has checked the type.
        ...clickSettingsOf(input),
        pausesReplaced: input['pausesReplacedAds'] !== false,
        createdAt: app.clock.now(),
      },
    });
  } catch (error) {
    // Of two concurrent requests the unique index accepts one.
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002')
      throw new InputInvalid([{ field: 'slug', message: 'is already in use; choose another' }]);
    throw error;
  }
}
