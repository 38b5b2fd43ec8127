/**
 * The settings of the marketplace: one row of the database, which the operators change and many requests read. Pages,
 * e-mails and lists read it from a cache. A change that depends on a setting reads the row in its own transaction.
 */
import type { Config } from '../config.ts';
import type { File, Language, Marketplace, SignUpPolicy } from '../generated/prisma/client.ts';
import type { PubSub } from '../live/pubsub.ts';
import { marketplaceTopic } from '../live/topics.ts';
import { createCache } from '../platform/cache.ts';
import type { Clock } from '../platform/clock.ts';
import type { Db, Tx } from '../platform/db.ts';
import { tuning } from '../tuning.ts';

/** The id of the only row, which a migration inserts. */
export const marketplaceId = '00000000-0000-7000-8000-000000000001';

export type MarketplaceSettings = Marketplace & { readonly logo: File | null };

export interface MarketplaceCache {
  /** The settings, at most `tuning.marketplace.cacheTtlMs` old: a change is seen earlier where its topic arrives. */
  read(): Promise<MarketplaceSettings>;
  close(): void;
}

/** Reads the settings as they are now, in the transaction of a change that depends on them. */
export const readMarketplace = (db: Db | Tx): Promise<Marketplace> =>
  db.marketplace.findUniqueOrThrow({ where: { id: marketplaceId } });

/** Reads the settings as they are now, with the logo. */
export const readSettings = (db: Db): Promise<MarketplaceSettings> =>
  db.marketplace.findUniqueOrThrow({ where: { id: marketplaceId }, include: { logo: true } });

export function createMarketplaceCache({
  db,
  clock,
  live,
}: {
  readonly db: Db;
  readonly clock: Clock;
  readonly live: PubSub;
}): MarketplaceCache {
  const cache = createCache({
    clock,
    ttlMs: tuning.marketplace.cacheTtlMs,
    maxKeys: 1,
    watch: (_key, invalidate) => live.subscribe([marketplaceTopic], invalidate),
    read: () => readSettings(db),
  });
  return { read: () => cache.get(marketplaceId), close: cache.close };
}

/** The rule for new people: that of the settings, unless the server is configured to accept invited people only. */
export const signUpPolicyOf = (
  { isSignUpOpen }: Pick<Config, 'isSignUpOpen'>,
  { signUp }: Pick<Marketplace, 'signUp'>,
): SignUpPolicy => (isSignUpOpen ? signUp : 'INVITE');

/** The language of new people: English, or the first one if English is not offered. */
export const defaultLanguageOf = ({ languages }: Pick<Marketplace, 'languages'>): Language =>
  languages.includes('EN') ? 'EN' : (languages[0] ?? 'EN');

/** A language that a client asks for, if it is offered; otherwise the language of new people. */
export const offeredLanguageOf = (
  settings: Pick<Marketplace, 'languages'>,
  language: Language | undefined,
): Language => (language && settings.languages.includes(language) ? language : defaultLanguageOf(settings));

/** The sender of e-mails, as a From header: that of the configuration, with what the settings replace of it. */
export function senderOf(
  { mail: { from } }: Pick<Config, 'mail'>,
  { senderName, senderAddress }: Pick<Marketplace, 'senderName' | 'senderAddress'>,
): string {
  if (senderName === null && senderAddress === null) return from;
  const [, configuredName = '', configuredAddress = from] = /^([^<>]*)<([^<>]*)>\s*$/.exec(from) ?? [];
  const address = senderAddress ?? configuredAddress;
  // The name of the configuration is part of a header already.
  const name = senderName === null ? configuredName.trim() : displayName(senderName);
  return name === '' ? address : `${name} <${address}>`;
}

/** A name as RFC 5322 writes it in a header: in quotes if it has other characters than letters, digits and spaces. */
const displayName = (name: string): string =>
  /^[\p{L}\p{M}\p{N} ]+$/u.test(name) ? name : `"${name.replaceAll(/["\\]/g, '\\$&')}"`;
