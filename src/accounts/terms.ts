/** Acceptances of the terms of the marketplace: one row for each version that a person has accepted. */
import type { Marketplace } from '../generated/prisma/client.ts';
import type { Db, Tx } from '../platform/db.ts';
import { defineRefusal, InputInvalid, NotSignedIn } from '../platform/errors.ts';
import { readMarketplace } from '../services/marketplace-settings.ts';
import type { AppServices } from '../services/services.ts';

/** The current version of the terms. */
export interface Terms {
  readonly version: number;
  readonly url: string;
  readonly privacyUrl: string | null;
  readonly publishedAt: Date;
}

const exampleTerms: Terms = {
  version: 3,
  url: 'https://market.example/terms',
  privacyUrl: 'https://market.example/privacy',
  publishedAt: new Date('2026-11-22T15:04:05.123Z'),
};

export const TermsNotAccepted = defineRefusal('TermsNotAccepted', {
  code: 'TERMS_NOT_ACCEPTED',
  recovery: 'CORRECTABLE',
  message: ({ terms: { version, url, privacyUrl } }: { readonly terms: Terms }) =>
    `Accept the terms at ${url} (version ${version}${privacyUrl ? `, privacy policy: ${privacyUrl}` : ''}).`,
  example: { terms: exampleTerms },
  extensions: ({ terms: { version } }) => ({ termsVersion: version }),
  description: 'The current version of the terms was not accepted: no version was given, or another one.',
  remedy:
    'Show the terms to the person. Once they are accepted, send the request again with the version; a sign-in code still works.',
});

/** The terms among the settings; undefined if the marketplace has none. */
export const termsOf = ({
  termsUrl,
  privacyUrl,
  termsVersion,
  termsPublishedAt,
}: Pick<Marketplace, 'termsUrl' | 'privacyUrl' | 'termsVersion' | 'termsPublishedAt'>): Terms | undefined =>
  termsUrl === null || termsPublishedAt === null
    ? undefined
    : { version: termsVersion, url: termsUrl, privacyUrl, publishedAt: termsPublishedAt };

/**
 * Accepts the current version of the terms. Accepting it again changes nothing.
 * @throws RateLimited, InputInvalid if there are no terms, TermsNotAccepted for another version, NotSignedIn if the person was
 * deleted
 */
export async function acceptTerms(app: AppServices, personId: string, version: number): Promise<void> {
  await app.rateLimiter.consume('accountChanges', personId);
  await app.db.$transaction(async (tx) => {
    // A deletion of the person waits, or has ended before.
    const [person] = await tx.$queryRaw<{ isDeleted: boolean }[]>`
      select deleted_at is not null as "isDeleted" from person where id = ${personId}::uuid for key share`;
    if (!person || person.isDeleted) throw new NotSignedIn();
    const terms = termsOf(await readMarketplace(tx));
    if (!terms)
      throw new InputInvalid([{ field: 'version', message: 'must not be given: the marketplace has no terms' }]);
    if (version !== terms.version) throw new TermsNotAccepted({ terms });
    await recordAcceptance(tx, { personId, terms, at: app.clock.now() });
  });
}

/** Records that a person has accepted the terms, once for each version. */
export async function recordAcceptance(
  tx: Tx,
  { personId, terms, at }: { readonly personId: string; readonly terms: Terms; readonly at: Date },
): Promise<void> {
  const { version, url: termsUrl, privacyUrl } = terms;
  await tx.termsAcceptance.createMany({
    data: [{ personId, version, termsUrl, privacyUrl, acceptedAt: at }],
    skipDuplicates: true,
  });
}

/** The newest version that each of these people has accepted; null for none. One statement. */
export async function readAcceptedVersions(db: Db, personIds: readonly string[]): Promise<readonly (number | null)[]> {
  const newest = await db.termsAcceptance.groupBy({
    by: ['personId'],
    where: { personId: { in: [...personIds] } },
    _max: { version: true },
  });
  const byPerson = new Map(newest.map(({ personId, _max }) => [personId, _max.version]));
  return personIds.map((personId) => byPerson.get(personId) ?? null);
}
