/** The currencies for the browser client: derived from the table of the server. */
import { currencies, unusualDigits } from '../../src/process/currencies.ts';

/** The module with the codes of the currencies and their digits. */
export const currencyModule = (): string =>
  [
    '/** Generated from src/process/currencies.ts by `npm run generate`: do not edit. */\n',
    `/** The codes of all currencies in which an amount can be. */\nexport const currencies: readonly string[] =\n  '${currencies.join(' ')}'.split(' ');\n`,
    `/** The numbers of decimal digits that are not two, by currency. */\nexport const unusualDigits: Readonly<Record<string, number>> = {\n${Object.entries(
      unusualDigits,
    )
      .map(([code, digits]) => `  ${code}: ${digits},\n`)
      .join('')}};\n`,
  ].join('\n');
