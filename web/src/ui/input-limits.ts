/** Generated from src/limits.ts and src/process by `npm run generate`: do not edit. */

/** The bounds of inputs, which the API enforces. */
export const inputLimits = {
  messageCharacters: 4_000,
  attachmentsPerMessage: 5,
  briefCharacters: 4_000,
  itemsPerOrder: 20,
  picturesPerSpace: 10,
} as const;
