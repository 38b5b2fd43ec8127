/** The list of the pages of the client, for the server. */
import type { Plugin } from 'vite';
import { paths } from '../src/app/paths.ts';

/** A plugin that writes `paths.json`: the paths of the pages, with parameters as `$name`. */
export function pathList(): Plugin {
  return {
    name: 'path-list',
    apply: 'build',
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'paths.json', source: JSON.stringify(Object.values(paths)) });
    },
  };
}
