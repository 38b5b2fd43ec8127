/** A storage service on loopback that speaks the part of S3 that is used here, and can fail. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface S3Object {
  readonly bytes: Buffer;
  readonly mediaType: string | undefined;
}

export interface S3Service {
  readonly url: string;
  /** The stored objects, by `bucket/key`. */
  readonly objects: ReadonlyMap<string, S3Object>;
  /** The methods of the requests that came, oldest first. */
  readonly requests: readonly string[];
  /** Has every request with this method fail until it is called with another method or undefined. */
  failAt(method: 'PUT' | 'GET' | 'DELETE' | undefined): void;
  stop(): Promise<void>;
}

/** Starts the service on a port of its own; it knows one key. */
export async function startS3Service(accessKeyId: string): Promise<S3Service> {
  const objects = new Map<string, S3Object>();
  const requests: string[] = [];
  let failing: string | undefined;

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { method = '', headers } = request;
    const name = decodeURIComponent(new URL(request.url ?? '/', 'http://s3').pathname.slice(1));
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const bytes = Buffer.concat(chunks);
    requests.push(method);
    if (!headers.authorization?.startsWith(`AWS4-HMAC-SHA256 Credential=${accessKeyId}/`))
      return void response.writeHead(403).end(fault('AccessDenied'));
    if (method === failing) return void response.writeHead(501).end(fault('NotImplemented'));
    const object = objects.get(name);
    if (method === 'PUT') {
      objects.set(name, { bytes, mediaType: headers['content-type'] });
      return void response.writeHead(200, { etag: '"1"' }).end();
    }
    if (method === 'DELETE') {
      objects.delete(name);
      return void response.writeHead(204).end();
    }
    if (!object) return void response.writeHead(404).end(method === 'HEAD' ? undefined : fault('NoSuchKey'));
    response.writeHead(200, { 'content-length': object.bytes.length, 'content-type': object.mediaType ?? '' });
    response.end(method === 'HEAD' ? undefined : object.bytes);
  };

  const server = createServer((request, response) => {
    serve(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    objects,
    requests,
    failAt: (method) => {
      failing = method;
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const fault = (code: string) => `<?xml version="1.0"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`;
