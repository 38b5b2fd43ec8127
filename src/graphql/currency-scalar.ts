/** The scalar `Currency`. */
import { GraphQLError, GraphQLScalarType } from 'graphql';
import { currencies } from '../process/currencies.ts';

const codes: ReadonlySet<string> = new Set(currencies);

export const CurrencyScalar = new GraphQLScalarType<string, string>({
  name: 'Currency',
  specifiedByURL: 'https://en.wikipedia.org/wiki/ISO_4217',
  // A stored code may have been withdrawn since.
  serialize: String,
  parseValue: (value) => {
    const code = String(value).toUpperCase();
    // The upper case of some letters outside ASCII is in ASCII.
    if (typeof value !== 'string' || !/^[a-z]{3}$/i.test(value) || !codes.has(code))
      throw new GraphQLError('The value is not the ISO 4217 code of a currency.');
    return code;
  },
});
