/**
 * Makes a module of each generated document, so that a page loads its own documents and not those of all pages: the bundler
 * divides modules among files, and never the parts of a module.
 */
import { readFile } from 'node:fs/promises';
import type { Plugin } from 'vite';

const ofPart = '?part=';
/** A class or a document, from the line that begins with it to the next such line. */
const part = /^export (?:class|const) (\w+)[\s\S]*?(?=^export |$(?![\s\S]))/gm;
const textClass = 'TypedDocumentString';

/** A plugin that divides the file of generated documents while the client is built. */
export function splitDocuments(): Plugin {
  const parts = new Map<string, string>();
  return {
    name: 'split-documents',
    apply: 'build',
    enforce: 'pre',
    resolveId: { filter: { id: /\?part=/ }, handler: (id) => ({ id, moduleSideEffects: false }) },
    load: {
      filter: { id: /\/src\/generated\/graphql\.ts(?:\?part=\w+)?$/ },
      handler: async (id) => {
        const [file = '', name] = id.split(ofPart);
        if (name !== undefined) {
          const imports = name === textClass ? '' : `import { ${textClass} } from '${file}${ofPart}${textClass}';\n`;
          return { code: `${imports}${parts.get(name)}`, moduleType: 'ts' };
        }
        for (const [text, key = ''] of (await readFile(file, 'utf8')).matchAll(part)) parts.set(key, text);
        const exports = [...parts.keys()].map((key) => `export { ${key} } from '${file}${ofPart}${key}';`);
        return { code: exports.join('\n'), moduleType: 'js', moduleSideEffects: false };
      },
    },
  };
}
