/** The body of a request, read up to a bound: what cannot be taken is refused while it comes. */
import type { IncomingMessage } from 'node:http';
import { type HttpResponse, json } from '../http/route.ts';
import { limits } from '../limits.ts';

/** The body cannot be taken; with what is answered. */
export class BodyRejected extends Error {
  readonly answer: HttpResponse;
  constructor(answer: HttpResponse) {
    super('The body of the request cannot be taken');
    this.answer = answer;
  }
}

/** The refusal of a request, in the form of the errors of GraphQL; pages elsewhere may read it too. */
export const refusal = (status: number, code: string, message: string): HttpResponse => ({
  ...json(status, { errors: [{ message, extensions: { code, recovery: 'CORRECTABLE' } }] }),
  headers: { 'access-control-allow-origin': '*' },
});

/** The body as it came. @throws BodyRejected if it is larger, or broke off */
export async function readBytes(request: IncomingMessage, maxBytes: number): Promise<Buffer> {
  const tooLarge = refusal(413, 'BODY_TOO_LARGE', `The body must have at most ${maxBytes} bytes.`);
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) throw new BodyRejected(tooLarge);
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > maxBytes) break;
      chunks.push(chunk);
    }
  } catch {
    throw new BodyRejected(refusal(400, 'BODY_INCOMPLETE', 'The body did not arrive whole.'));
  }
  if (size > maxBytes) throw new BodyRejected(tooLarge);
  return Buffer.concat(chunks);
}

/** The body as JSON text. @throws BodyRejected if it is no JSON by its type, too large, broken off, or not UTF-8 */
export async function readJsonText(request: IncomingMessage): Promise<string> {
  if (mediaTypeOf(request) !== 'application/json')
    throw new BodyRejected(
      refusal(415, 'MEDIA_TYPE', 'Send the operation as JSON, with content-type: application/json.'),
    );
  const bytes = await readBytes(request, limits.bodyBytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new BodyRejected(refusal(400, 'BODY_NOT_UTF8', 'The body is not valid UTF-8.'));
  }
}

/** The ways in which a form may be sent, each with how large it may be. */
const formBytes: Readonly<Record<string, number>> = {
  'application/x-www-form-urlencoded': limits.formBytes,
  'multipart/form-data': limits.formWithFilesBytes,
};

/** What a form of a page sends. @throws BodyRejected */
export async function readForm(request: IncomingMessage): Promise<FormData> {
  const maxBytes = formBytes[mediaTypeOf(request) ?? ''];
  if (maxBytes === undefined)
    throw new BodyRejected(
      refusal(415, 'MEDIA_TYPE', `Send the form with content-type: ${Object.keys(formBytes).join(' or ')}.`),
    );
  const bytes = await readBytes(request, maxBytes);
  const form = await parseForm(bytes, request.headers['content-type'] ?? '');
  // The database has no place for it.
  const texts = [...form.values()].map((value) => (typeof value === 'string' ? value : value.name));
  if (texts.some((text) => text.includes('\0')))
    throw new BodyRejected(refusal(400, 'TEXT_INVALID', 'The form holds a character that cannot be stored: NUL.'));
  return form;
}

async function parseForm(bytes: Buffer, contentType: string): Promise<FormData> {
  try {
    return await new Response(new Uint8Array(bytes), { headers: { 'content-type': contentType } }).formData();
  } catch {
    throw new BodyRejected(refusal(400, 'FORM_MALFORMED', 'The body is no form of the kind that it says it is.'));
  }
}

const mediaTypeOf = ({ headers }: IncomingMessage): string | undefined =>
  headers['content-type']?.split(';')[0]?.trim().toLowerCase();
