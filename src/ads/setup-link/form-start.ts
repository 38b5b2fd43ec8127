/** The fields of a form that is too large: what a person entered before choosing a file is not lost. */
import type { IncomingMessage } from 'node:http';
import { limits } from '../../limits.ts';

/**
 * Reads the fields before the file that makes the form too large, and discards the rest: a browser shows the answer only
 * when it has sent its request. Undefined if the form has no such fields, or cannot be read.
 */
export async function readFormStart(request: IncomingMessage): Promise<FormData | undefined> {
  const type = request.headers['content-type'] ?? '';
  const [, quoted, plain] = /^multipart\/form-data;.*boundary=(?:"([^"]+)"|([^\s;]+))/i.exec(type) ?? [];
  const boundary = quoted ?? plain;
  const start = await readStart(request);
  const end = boundary === undefined ? -1 : start.lastIndexOf(`\r\n--${boundary}`);
  if (end < 0) return undefined;
  const form = Buffer.concat([start.subarray(0, end), Buffer.from(`\r\n--${boundary}--\r\n`)]);
  return new Response(new Uint8Array(form), { headers: { 'content-type': type } }).formData().catch(() => undefined);
}

async function readStart(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      if (size < limits.formBytes) chunks.push(chunk);
      size += chunk.length;
      if (size > limits.discardedFormBytes) break;
    }
  } catch {
    // The browser has stopped sending; what has arrived is used.
  }
  return Buffer.concat(chunks);
}
