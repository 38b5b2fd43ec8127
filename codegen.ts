/** Typed operations for clients, and the list of them: `npm run generate` writes both from schema.graphql and scripts/operations. */
import type { CodegenConfig } from '@graphql-codegen/cli';
import { sha256Hex } from './src/platform/secrets.ts';

const config: CodegenConfig = {
  schema: 'schema.graphql',
  documents: 'scripts/operations/*.graphql',
  generates: {
    'scripts/operations/generated/': {
      preset: 'client',
      presetConfig: {
        fragmentMasking: false,
        skipIndexFile: true,
        // The texts that our clients run, by the ids under which they name them: what src/server/trusted-documents.ts lets in.
        persistedDocuments: { hashAlgorithm: sha256Hex },
      },
      config: {
        // Node runs the result as it is: imports end in .ts, types are imported as types, documents are plain strings.
        importExtension: '.ts',
        documentMode: 'string',
        useTypeImports: true,
        strictScalars: true,
        scalars: { ID: 'string', DateTime: 'string', SafeInt: 'number', Currency: 'string' },
      },
    },
  },
};

export default config;
