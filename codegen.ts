/**
 * Typed operations for clients, and the manifest of the documents that the server trusts. `npm run generate` writes both,
 * from schema.graphql and scripts/operations.
 */
import type { CodegenConfig } from '@graphql-codegen/cli';
import { preset } from '@graphql-codegen/client-preset';
import { getOperationAST, parse } from 'graphql';
import { sha256Hex } from './src/platform/secrets.ts';

const manifestPath = 'src/server/trusted-documents/manifest.json';
const fileForApplications = 'for-applications.graphql';

type ClientPreset = typeof preset;
type PresetOptions = Parameters<ClientPreset['buildGeneratesSection']>[0];

/** The client preset, which writes the texts of all operations into the manifest of the server. */
const presetWithManifest: ClientPreset = {
  ...preset,
  buildGeneratesSection: async (options) => {
    const sections = await preset.buildGeneratesSection(options);
    const names = namesForApplications(options);
    return sections.map((section) => {
      const plugin = section.pluginMap['persisted-operations']?.plugin;
      if (!plugin) return section;
      const writeManifest: typeof plugin = async (...args) => {
        const output = await plugin(...args);
        return manifestOf(JSON.parse(typeof output === 'string' ? output : output.content), names);
      };
      return { ...section, filename: manifestPath, pluginMap: { 'persisted-operations': { plugin: writeManifest } } };
    });
  },
};

/** The names of the operations that every application may run without registering them. */
function namesForApplications({ documents }: PresetOptions): ReadonlySet<string> {
  const files = documents.filter(({ location }) => location?.endsWith(fileForApplications));
  const definitions = files.flatMap(({ document }) => document?.definitions ?? []);
  return new Set(
    definitions.flatMap((one) => (one.kind === 'OperationDefinition' && one.name ? [one.name.value] : [])),
  );
}

/** The manifest as JSON. `texts` has the text of each operation, by its SHA-256. */
function manifestOf(texts: Readonly<Record<string, string>>, names: ReadonlySet<string>): string {
  const documents = Object.entries(texts).map(([hash, text]) => {
    const name = getOperationAST(parse(text))?.name?.value ?? '';
    return [hash, { name, isForApplications: names.has(name), text }];
  });
  return `${JSON.stringify(Object.fromEntries(documents), null, 2)}\n`;
}

const config: CodegenConfig = {
  schema: 'schema.graphql',
  documents: 'scripts/operations/*.graphql',
  generates: {
    'scripts/operations/generated/': {
      preset: presetWithManifest,
      presetConfig: {
        fragmentMasking: false,
        skipIndexFile: true,
        // Clients send these ids instead of texts.
        persistedDocuments: { hashAlgorithm: sha256Hex },
      },
      config: {
        // Node runs the result as it is: imports end in .ts, types are imported as types, documents are plain strings.
        importExtension: '.ts',
        documentMode: 'string',
        useTypeImports: true,
        strictScalars: true,
        scalars: { ID: 'string', Date: 'string', DateTime: 'string', SafeInt: 'number', Currency: 'string' },
      },
    },
  },
};

export default config;
