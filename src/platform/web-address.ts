/** The addresses of web pages that people give, such as targets of ads and websites. Pure. */

/** An address in the form that is stored, shown and used; or what is wrong with it. */
export type ParsedAddress =
  | { readonly href: string; readonly problem?: never }
  | { readonly href?: never; readonly problem: string };

/**
 * Parses an http or https URL once. What is stored is what the parser has made of it, because browsers follow that: they
 * drop line breaks, turn backslashes into slashes and write numbers as addresses, and a reviewer must see the result.
 */
export function parseWebAddress(text: string, maxCharacters: number): ParsedAddress {
  const trimmed = text.trim();
  if (trimmed === '') return { problem: 'must not be blank' };
  if (/[\s\p{Cc}]/u.test(trimmed)) return { problem: 'must not contain spaces, line breaks or control characters' };
  const url = trimmed.length > maxCharacters ? null : URL.parse(trimmed);
  const length = Math.max(trimmed.length, url?.href.length ?? 0);
  if (length > maxCharacters) return { problem: `must have at most ${maxCharacters} characters; it has ${length}` };
  return url && isOfPage(url)
    ? { href: url.href }
    : { problem: 'must be an http:// or https:// URL without credentials' };
}

/** A stored address in the form in which it is used; null if it is not one. Earlier versions stored what people had written. */
export function usedAddress(stored: string | null): URL | null {
  const url = stored === null ? null : URL.parse(stored);
  return url && isWeb(url) ? url : null;
}

const isWeb = ({ protocol }: URL): boolean => protocol === 'http:' || protocol === 'https:';

const isOfPage = (url: URL): boolean => isWeb(url) && url.username === '' && url.password === '';
