import { CountryCodeResolver } from 'graphql-scalars';

/** The ISO 3166-1 alpha-2 code in upper case; undefined for any other text. */
export function parseCountryCode(text: string): string | undefined {
  try {
    return String(CountryCodeResolver.parseValue(text)).toUpperCase();
  } catch {
    return undefined;
  }
}
