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

/** What `requestUpload` is told of these bytes, unless a test says otherwise. */
export const wishFor = (bytes: Buffer, wish: Record<string, unknown> = {}): Record<string, unknown> => ({
  fileName: 'tea.png',
  mediaType: 'image/png',
  sizeBytes: bytes.length,
  sha256: createHash('sha256').update(bytes).digest('hex'),
  ...wish,
});

/** What comes of asking for an upload. */
export async function ask(client: ApiClient, input: Record<string, unknown>): Promise<Data> {
  const { requestUpload } = await client.ask(
    `mutation ($input: RequestUploadInput!) { requestUpload(input: $input) { __typename
      ... on UploadTarget { fileId url expiresAt } ... on Refusal { code message recovery } ... on InputInvalid { problems { field message } } } }`,
    { input },
  );
  return requestUpload;
}

/** Where these bytes are to be sent. */
export async function requestUpload(
  client: ApiClient,
  bytes: Buffer,
  wish?: Record<string, unknown>,
): Promise<UploadTarget> {
  const target = await ask(client, wishFor(bytes, wish));
  if (!target.fileId) throw new Error(`requestUpload was refused: ${target.message}`);
  return { ...target, url: here(client.url, target.url) };
}

/** An address that was given out, on this server. */
const here = (serverUrl: string, address: string): string => `${serverUrl}${new URL(address).pathname}`;

export interface PutAnswer {
  readonly status: number;
  /** Absent where it was taken. */
  readonly code: string | undefined;
  readonly body: Data;
}

/** Sends bytes to an address. */
export async function put(url: string, bytes: Buffer): Promise<PutAnswer> {
  const response = await fetch(url, { method: 'PUT', body: new Uint8Array(bytes) });
  const body = (await response.json()) as Data;
  return { status: response.status, code: body.errors?.[0]?.extensions.code, body };
}

/** Uploads an image; gives back the id of its file and where it is read. */
export async function upload(
  client: ApiClient,
  bytes = png(),
  wish?: Record<string, unknown>,
): Promise<{ id: string; url: string }> {
  const { fileId, url } = await requestUpload(client, bytes, wish);
  const { status, body } = await put(url, bytes);
  if (status !== 201) throw new Error(`The bytes were refused: ${JSON.stringify(body)}`);
  return { id: fileId, url: here(client.url, body.url) };
}

/** What lies in the storage of a server: names of files. */
export async function filesOnDisk({ app }: TestServer): Promise<string[]> {
  const folder = join(app.config.dataDir, 'files');
  return existsSync(folder) ? (await readdir(folder, { recursive: true })).sort() : [];
}

/** The row behind the id of a file. */
export const rowOf = ({ app }: TestServer, fileId: string) =>
  app.db.file.findUnique({ where: { id: Buffer.from(fileId, 'base64url').toString().replace('File:', '') } });
