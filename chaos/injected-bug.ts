/**
 * Planted faults: each changes the text of one file while an instance loads it, so that chaos can show that it notices.
 * Nothing of the program is there for that. A text that is no longer found in the file ends the instance at once.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';

/** Replaces, in a file of this project, each of these texts by the other. @throws if one does not stand there exactly once */
export function plant(path: string, changes: readonly (readonly [from: string, to: string])[]): void {
  const file = new URL(`../${path}`, import.meta.url);
  let source = readFileSync(file, 'utf8');
  for (const [from, to] of changes) {
    if (source.split(from).length !== 2)
      throw new Error(`The fault cannot be planted: ${path} does not hold exactly once:\n${from}`);
    source = source.replace(from, () => to);
  }
  registerHooks({
    load: (url, context, next) =>
      url === file.href ? { format: 'module-typescript', source, shortCircuit: true } : next(url, context),
  });
}

const folder = new URL('./injected-bugs/', import.meta.url);

/** What can be planted. */
export const plants = (): readonly string[] => readdirSync(folder).map((name) => name.replace(/\.ts$/, ''));

/** The option for Node with which a program runs with this fault. @throws if there is no such fault */
export function plantOption(name: string): string {
  const file = new URL(`${name}.ts`, folder);
  if (!existsSync(file)) throw new Error(`--plant: one of ${plants().join(', ')}`);
  return `--import=${file.href}`;
}
