/** The documents of our own clients: each can be run, also by pages of the release before. */
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { inspectDocument } from '../../src/graphql/documents.ts';
import { schema } from '../../src/schema.ts';
import { findTrustedDocument } from '../../src/server/trusted-documents.ts';

const manifests = ['trusted-documents/manifest', 'trusted-documents/web-manifest', 'released-documents/web-manifest'];

test.each(manifests)('every document of %s is valid, within the limits, and found by its id', async (name) => {
  const manifest: Record<string, { name: string; text: string }> = JSON.parse(
    await readFile(new URL(`../../src/server/${name}.json`, import.meta.url), 'utf8'),
  );

  for (const [hash, { name: operation, text }] of Object.entries(manifest)) {
    expect(inspectDocument(schema, text).problems ?? [], operation).toEqual([]);
    expect(findTrustedDocument(hash, { isApplication: false }), operation).toBe(text);
  }
});

test('the guide for partners has the id of each document that applications may run without registering it', async () => {
  const guide = await readFile(new URL('../../docs/partners.md', import.meta.url), 'utf8');
  const manifest: Record<string, { name: string; isForApplications: boolean }> = JSON.parse(
    await readFile(new URL('../../src/server/trusted-documents/manifest.json', import.meta.url), 'utf8'),
  );
  const rows = Object.entries(manifest).flatMap(([hash, { name, isForApplications }]) =>
    isForApplications ? [`| \`${name}\` | \`${hash}\` |`] : [],
  );

  expect(rows.length).toBeGreaterThan(0);
  expect(guide.match(/^\| `\w+` \| `[0-9a-f]{64}` \|$/gm)?.sort()).toEqual(rows.sort());
});
