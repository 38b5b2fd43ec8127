/** Reading of request bodies, up to a limit. A body that is not acceptable is rejected while it arrives. */
import type { IncomingMessage } from 'node:http';
import { limits } from '../limits.ts';
import { BodyRejected } from './server-errors.ts';

/** Reads the body. @throws BodyRejected if it is larger than `maxBytes` or incomplete */
export async function readBytes(request: IncomingMessage, maxBytes: number): Promise<Buffer> {
  const tooLarge = () => new BodyRejected('BODY_TOO_LARGE', `The body must have at most ${maxBytes} bytes.`);
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) throw tooLarge();
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > maxBytes) break;
      chunks.push(chunk);
    }
  } catch {
    throw new BodyRejected('BODY_INCOMPLETE');
  }
  if (size > maxBytes) throw tooLarge();
  return Buffer.concat(chunks);
}

/**
 * Reads the body as text. @throws BodyRejected if its content type is not JSON, or it is too large, incomplete or not
 * UTF-8
 */
async function readJsonText(request: IncomingMessage): Promise<string> {
  if (mediaTypeOf(request) !== 'application/json') throw new BodyRejected('MEDIA_TYPE');
  const bytes = await readBytes(request, limits.bodyBytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new BodyRejected('BODY_NOT_UTF8');
  }
}

/** Reads the body and parses it. @throws BodyRejected if it cannot be read, or is not JSON */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  const body = parseJson(await readJsonText(request));
  if (body === undefined) throw new BodyRejected('BODY_NOT_JSON');
  return body;
}

/** The value of a JSON text; undefined if it is not valid. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The content types of forms, each with the largest size in bytes. */
const formBytes: Readonly<Record<string, number>> = {
  'application/x-www-form-urlencoded': limits.formBytes,
  'multipart/form-data': limits.formWithFilesBytes,
};

/** Reads the form that a page sends. @throws BodyRejected */
export async function readForm(request: IncomingMessage): Promise<FormData> {
  const maxBytes = formBytes[mediaTypeOf(request) ?? ''];
  if (maxBytes === undefined)
    throw new BodyRejected('MEDIA_TYPE', `Send the form with content-type: ${Object.keys(formBytes).join(' or ')}.`);
  const bytes = await readBytes(request, maxBytes);
  const form = await parseForm(bytes, request.headers['content-type'] ?? '');
  // PostgreSQL cannot store NUL.
  const texts = [...form.values()].map((value) => (typeof value === 'string' ? value : value.name));
  if (texts.some((text) => text.includes('\0')))
    throw new BodyRejected('TEXT_INVALID', 'The form contains a character that cannot be stored: NUL.');
  return form;
}

async function parseForm(bytes: Buffer, contentType: string): Promise<FormData> {
  try {
    return await new Response(new Uint8Array(bytes), { headers: { 'content-type': contentType } }).formData();
  } catch {
    throw new BodyRejected('FORM_MALFORMED');
  }
}

const mediaTypeOf = ({ headers }: IncomingMessage): string | undefined =>
  headers['content-type']?.split(';')[0]?.trim().toLowerCase();
