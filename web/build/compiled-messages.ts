/** Compiles the catalogues of messages, so that the page does not parse them. */
import { readFile } from 'node:fs/promises';
import { parse } from '@formatjs/icu-messageformat-parser';
import type { Plugin } from 'vite';

const catalogue = /\/messages\/\w+\.json$/;

/** A plugin that loads a catalogue as a module: each message as its syntax tree. */
export function compiledMessages(): Plugin {
  return {
    name: 'compiled-messages',
    enforce: 'pre',
    load: async (id) => {
      if (!catalogue.test(id)) return null;
      const messages: Record<string, string> = JSON.parse(await readFile(id, 'utf8'));
      const compiled = Object.entries(messages).map(([name, text]) => [name, compile(name, text)]);
      return { code: `export default ${JSON.stringify(Object.fromEntries(compiled))};`, moduleType: 'js' };
    },
  };
}

function compile(name: string, text: string): unknown {
  try {
    return parse(text, { ignoreTag: true });
  } catch (error) {
    throw new Error(`The message ${name} is not valid: ${text}`, { cause: error });
  }
}
