/** Uploading as a client does: ask, then send the bytes. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { ApiClient, Data } from './client.ts';
import { png } from './images.ts';
import type { TestServer } from './server.ts';

export interface UploadTarget {
  readonly fileId: string;
  /** On the test server, whatever the configured address is. */
  readonly url: string;
  readonly expiresAt: string;
}

/** The input of `requestUpload` for these bytes; `params` replaces single fields. */
export const uploadParams = (bytes: Buffer, params: Record<string, unknown> = {}): Record<string, unknown> => ({
  fileName: 'tea.png',
  mediaType: 'image/png',
  sizeBytes: bytes.length,
  sha256: createHash('sha256').update(bytes).digest('hex'),
  ...params,
});

/** The result of a request for an upload. */
export async function ask(client: ApiClient, input: Record<string, unknown>): Promise<Data> {
  const { requestUpload } = await client.ask(
    `mutation ($input: RequestUploadInput!) { requestUpload(input: $input) { __typename
      ... on UploadTarget { fileId url expiresAt } ... on Refusal { code message recovery } ... on InputInvalid { problems { field message } } } }`,
    { input },
  );
  return requestUpload;
}

/** The address for these bytes. */
export async function requestUpload(
  client: ApiClient,
  bytes: Buffer,
  params?: Record<string, unknown>,
): Promise<UploadTarget> {
  const target = await ask(client, uploadParams(bytes, params));
  if (!target.fileId) throw new Error(`requestUpload was refused: ${target.message}`);
  return { ...target, url: here(client.url, target.url) };
}

/** An issued address, on this server. */
const here = (serverUrl: string, address: string): string => `${serverUrl}${new URL(address).pathname}`;

export interface PutAnswer {
  readonly status: number;
  /** Undefined if the bytes were accepted. */
  readonly code: string | undefined;
  readonly body: Data;
}

/** Sends bytes to an address. */
export async function put(url: string, bytes: Buffer): Promise<PutAnswer> {
  const response = await fetch(url, { method: 'PUT', body: new Uint8Array(bytes) });
  const body = (await response.json()) as Data;
  return { status: response.status, code: body.errors?.[0]?.extensions.code, body };
}

/** Uploads an image; returns the id of its file and its public address. */
export async function upload(
  client: ApiClient,
  bytes = png(),
  params?: Record<string, unknown>,
): Promise<{ id: string; url: string }> {
  const { fileId, url } = await requestUpload(client, bytes, params);
  const { status, body } = await put(url, bytes);
  if (status !== 201) throw new Error(`The bytes were refused: ${JSON.stringify(body)}`);
  return { id: fileId, url: here(client.url, body.url) };
}

/** The names of the files in the storage of a server. */
export async function filesOnDisk({ app }: TestServer): Promise<string[]> {
  const folder = join(app.config.dataDir, 'files');
  return existsSync(folder) ? (await readdir(folder, { recursive: true })).sort() : [];
}

/** The row behind the id of a file. */
export const rowOf = ({ app }: TestServer, fileId: string) =>
  app.db.file.findUnique({ where: { id: Buffer.from(fileId, 'base64url').toString().replace('File:', '') } });
