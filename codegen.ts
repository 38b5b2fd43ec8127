/**
 * Typed operations for our own clients, and the manifests of the documents that the server trusts. `npm run generate`
 * writes both, from schema.graphql and the operations of the scripts and of the browser client.
 */
import type { CodegenConfig } from '@graphql-codegen/cli';
import { preset } from '@graphql-codegen/client-preset';
import { type DocumentNode, getOperationAST, Kind, parse, type SelectionSetNode, visit } from 'graphql';
import { sha256Hex } from './src/platform/secrets.ts';

const manifestFolder = 'src/server/trusted-documents';
const fileForApplications = 'for-applications.graphql';

type ClientPreset = typeof preset;
type PresetOptions = Parameters<ClientPreset['buildGeneratesSection']>[0];

/** The client preset, which writes the texts of all operations into a manifest of the server. */
const presetWithManifest = (manifest: string): ClientPreset => ({
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
      return {
        ...section,
        filename: `${manifestFolder}/${manifest}`,
        pluginMap: { 'persisted-operations': { plugin: writeManifest } },
      };
    });
  },
});

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

/** The document with `__typename` in every selection but those of operations: a subscription may select one field only. */
const withTypenames = (document: DocumentNode): DocumentNode =>
  visit(document, {
    SelectionSet: {
      leave: (node: SelectionSetNode, _key, parent) => {
        const isOfOperation = parent !== undefined && 'kind' in parent && parent.kind === Kind.OPERATION_DEFINITION;
        const typename = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } } as const;
        return isOfOperation ? undefined : { ...node, selections: [typename, ...node.selections] };
      },
    },
  });

const presetConfig = {
  fragmentMasking: false,
  skipIndexFile: true,
  // Clients send these ids instead of texts.
  persistedDocuments: { hashAlgorithm: sha256Hex },
};

const codeOptions = {
  // Node runs the result as it is: imports end in .ts, types are imported as types, documents are plain strings.
  importExtension: '.ts' as const,
  documentMode: 'string',
  useTypeImports: true,
  strictScalars: true,
  scalars: { ID: 'string', Date: 'string', DateTime: 'string', SafeInt: 'number', Currency: 'string' },
};

const config: CodegenConfig = {
  schema: 'schema.graphql',
  generates: {
    'scripts/operations/generated/': {
      documents: 'scripts/operations/*.graphql',
      preset: presetWithManifest('manifest.json'),
      presetConfig,
      config: codeOptions,
    },
    'web/src/generated/': {
      documents: 'web/src/**/*.graphql',
      preset: presetWithManifest('web-manifest.json'),
      presetConfig,
      // The fields of an interface are the same for each of its types.
      config: { ...codeOptions, mergeFragmentTypes: true },
      // The cache of the client needs the type of every object.
      documentTransforms: [
        {
          transform: ({ documents }) =>
            documents.map((file) => (file.document ? { ...file, document: withTypenames(file.document) } : file)),
        },
      ],
    },
  },
};

export default config;
