/** Typed operations for clients: `npm run generate` writes them from schema.graphql and scripts/operations. */
import type { CodegenConfig } from '@graphql-codegen/cli';

const config: CodegenConfig = {
  schema: 'schema.graphql',
  documents: 'scripts/operations/*.graphql',
  generates: {
    'scripts/operations/generated/': {
      preset: 'client',
      presetConfig: { fragmentMasking: false, skipIndexFile: true },
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
