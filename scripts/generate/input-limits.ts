/** The bounds of inputs for the forms of the browser client: derived from those that the API enforces. */
import { limits } from '../../src/limits.ts';
import { orderRow } from '../../src/process/order.ts';

const inputLimits = {
  /** Characters of a message. */
  messageCharacters: limits.messageCharacters,
  attachmentsPerMessage: limits.attachmentsPerMessage,
  /** Characters of the brief of an order. */
  briefCharacters: orderRow('placeOrder').input?.['brief']?.max,
  itemsPerOrder: limits.itemsPerOrder,
  picturesPerSpace: limits.spaces.pictures,
};

/** The module with the bounds. */
export const inputLimitsModule = (): string =>
  [
    '/** Generated from src/limits.ts and src/process by `npm run generate`: do not edit. */\n',
    `/** The bounds of inputs, which the API enforces. */\nexport const inputLimits = {\n${Object.entries(inputLimits)
      .map(([name, limit]) => `  ${name}: ${String(limit).replace(/(\d)(\d{3})$/, '$1_$2')},\n`)
      .join('')}} as const;\n`,
  ].join('\n');
