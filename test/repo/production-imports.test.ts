/** The packages that production code imports: a deployment does not have the development dependencies. */
import { readdir, readFile } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const source = join(root, 'src');
const { dependencies }: { dependencies: Record<string, string> } = JSON.parse(
  await readFile(join(root, 'package.json'), 'utf8'),
);

const isCode = (path: string) => /\.[jt]s$/.test(path);
// Static imports, exports of other modules, and dynamic imports.
const importPattern =
  /^(?:import|export(?: type)? [*{])[^;]*?\bfrom ['"]([^'"]+)['"]|^import ['"]([^'"]+)['"]|\bimport\(['"]([^'"]+)['"]\)/gm;

/** The file, and the specifier as it is written: a relative path, a module of Node, or a path in a package. */
const imports: readonly { readonly file: string; readonly specifier: string }[] = (
  await Promise.all(
    (await readdir(source, { recursive: true })).filter(isCode).map(async (file) => {
      const code = await readFile(join(source, file), 'utf8');
      return [...code.matchAll(importPattern)].map((match) => ({
        file,
        specifier: match[1] ?? match[2] ?? match[3] ?? '',
      }));
    }),
  )
).flat();

test('production code imports only packages that are dependencies', () => {
  const undeclared = imports.filter(({ specifier }) => {
    if (specifier.startsWith('.') || specifier.startsWith('node:') || builtinModules.includes(specifier)) return false;
    const [scope = '', name = ''] = specifier.split('/');
    return !Object.hasOwn(dependencies, scope.startsWith('@') ? `${scope}/${name}` : scope);
  });

  expect(imports.length).toBeGreaterThan(1_000);
  expect(undeclared).toEqual([]);
});

test('package.json has exact versions', async () => {
  const { devDependencies }: { devDependencies: Record<string, string> } = JSON.parse(
    await readFile(join(root, 'package.json'), 'utf8'),
  );

  const ranges = Object.entries({ ...dependencies, ...devDependencies }).filter(([, version]) => !/^\d/.test(version));

  expect(ranges).toEqual([]);
});
