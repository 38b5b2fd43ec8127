/** Changes of the settings of the marketplace, as an operator makes them. */
import type { ApiClient, Data } from './client.ts';
import { change } from './partner.ts';

const settingsFields = `name primaryColor primaryTextColor contactEmail privacyUrl languages currencies signUp
  terms { version url privacyUrl publishedAt } logo { id url mediaType } senderName senderAddress feeBasisPoints revision`;

/** The settings as this client reads them. */
export async function readSettings(who: ApiClient): Promise<Data> {
  return (await who.ask(`{ marketplace { ${settingsFields} } }`)).marketplace;
}

/** Result of an update, which expects the current revision unless the input names another. */
export async function updateSettings(operator: ApiClient, input: Record<string, unknown>): Promise<Data> {
  const expectedRevision = 'expectedRevision' in input ? undefined : (await readSettings(operator)).revision;
  return change(
    operator,
    'updateMarketplace',
    { ...(expectedRevision === undefined ? {} : { expectedRevision }), ...input },
    `... on Marketplace { ${settingsFields} } ... on InputInvalid { problems { field message } }
     ... on MarketplaceChanged { currentRevision }`,
  );
}
