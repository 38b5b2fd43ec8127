/** Schemas of the values of environment variables, all of them optional. */
import * as v from 'valibot';
import { parseTrustedProxies } from './trusted-proxies.ts';
import { vapidKeysOf } from './vapid-keys.ts';
import { wholeNumberIn } from './whole-number.ts';

// The messages never repeat a value, which may hold a password.
const value = v.pipe(
  v.string(),
  v.check((value) => value === value.trim(), 'must not begin or end with white space'),
);
export const text = v.optional(value);
export const oneOf = <const Words extends readonly string[]>(...words: Words) =>
  v.optional(v.pipe(value, v.picklist(words, `must be one of ${words.join(', ')}`)));
export const flag = v.optional(
  v.pipe(
    value,
    v.picklist(['true', 'false'], 'must be true or false'),
    v.transform((value) => value === 'true'),
  ),
);
export const wholeNumber = (range: { min: number; max: number }) =>
  v.optional(
    v.pipe(
      value,
      v.transform((value) => wholeNumberIn(value, range)),
      v.number(`must be a whole number from ${range.min} to ${range.max}, in decimal digits`),
    ),
  );
export const url = (...protocols: readonly string[]) =>
  v.optional(
    v.pipe(
      value,
      v.check(
        (value) => protocols.includes(URL.parse(value)?.protocol ?? ''),
        `must be ${protocols[0] === 'http:' ? 'an' : 'a'} ${protocols.map((protocol) => `${protocol}//`).join(' or ')} URL`,
      ),
    ),
  );
/** The base of URLs, to which paths are appended. */
export const webUrl = v.pipe(
  url('http:', 'https:'),
  v.check((value) => {
    const { search, hash, username, password } = URL.parse(value ?? '') ?? {};
    return !search && !hash && !username && !password;
  }, 'must be without a query, a fragment and credentials'),
);

/** The reverse proxies in front of this server. */
export const trustedProxies = v.optional(
  v.pipe(
    value,
    v.transform(parseTrustedProxies),
    v.check(
      (proxies) => proxies !== undefined,
      'must be a number of proxies from 0 to 10, or networks separated by commas, e.g. 10.0.0.0/8, fd00::/8',
    ),
  ),
);

/** An address, alone or after a name: `Placard <orders@market.example>`. */
export const sender = v.optional(
  v.pipe(
    value,
    v.regex(
      /^(?:[^<>\r\n]*<[^\s@<>]+@[^\s@<>]+>|[^\s@<>]+@[^\s@<>]+)$/,
      'must be an e-mail address, alone or in the form: Market <orders@market.example>',
    ),
  ),
);

export const vapidPrivateKey = v.optional(
  v.pipe(
    value,
    v.check(
      (value) => vapidKeysOf(value) !== undefined,
      'must be a private key of P-256: 32 bytes in base64url, as `npx web-push generate-vapid-keys` prints it',
    ),
  ),
);
