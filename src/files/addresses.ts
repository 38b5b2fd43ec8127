/**
 * Upload and read URLs of files. Both are capabilities: anyone with the URL may use it, and it cannot be guessed. They are
 * derived from the secret and not stored (decision 9).
 */
import type { File } from '../generated/prisma/client.ts';
import { derivedToken, hashOf, matchesHash } from '../platform/secrets.ts';
import type { AppServices } from '../services/services.ts';

export const uploadsPath = '/uploads/';
export const filesPath = '/files/';

type Config = AppServices['config'];
type Path = typeof uploadsPath | typeof filesPath;

/** Upload URL of a file. */
export const uploadUrl = (config: Config, { id }: Pick<File, 'id'>): string =>
  `${config.publicUrl}${addressOf(config, uploadsPath, id)}`;

/** Public URL of a file, which never changes. */
export const fileUrl = (config: Config, { id }: Pick<File, 'id'>): string =>
  `${config.publicUrl}${filePath(config, { id })}`;

/** Path of the public URL. */
export const filePath = (config: Config, { id }: Pick<File, 'id'>): string => addressOf(config, filesPath, id);

/** The file id in a URL; undefined if the signature is not valid. */
export function fileIdIn({ secret }: Config, path: Path, { pathname }: URL): string | undefined {
  const [id = '', signature = '', ...more] = pathname.slice(path.length).split('/');
  return more.length === 0 && matchesHash(signature, hashOf(signatureOf(secret, path, id))) ? id : undefined;
}

const addressOf = ({ secret }: Config, path: Path, id: string): string =>
  `${path}${id}/${signatureOf(secret, path, id)}`;

const signatureOf = (secret: string, path: Path, id: string): string => derivedToken(secret, `${path}${id}`);
