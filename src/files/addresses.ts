/**
 * Where a file is uploaded to, and where it is read. Both addresses are capabilities: whoever has one may use it, and
 * nobody can guess one. They are derived from the secret, so that there is nothing to store.
 */
import type { File } from '../generated/prisma/client.ts';
import { derivedToken, hashOf, matchesHash } from '../platform/secrets.ts';
import type { AppServices } from '../services/services.ts';

export const uploadsPath = '/uploads/';
export const filesPath = '/files/';

type Config = AppServices['config'];
type Path = typeof uploadsPath | typeof filesPath;

/** Where the bytes of a file are sent to. */
export const uploadUrl = (config: Config, { id }: Pick<File, 'id'>): string =>
  `${config.publicUrl}${addressOf(config, uploadsPath, id)}`;

/** Where a file is read, by anybody who has the address; it never changes. */
export const fileUrl = (config: Config, { id }: Pick<File, 'id'>): string =>
  `${config.publicUrl}${filePath(config, { id })}`;

/** The same, from the root of this server. */
export const filePath = (config: Config, { id }: Pick<File, 'id'>): string => addressOf(config, filesPath, id);

/** The id of the file that an address is of; undefined for an address that was not given out here. */
export function fileIdIn({ secret }: Config, path: Path, { pathname }: URL): string | undefined {
  const [id = '', signature = '', ...more] = pathname.slice(path.length).split('/');
  return more.length === 0 && matchesHash(signature, hashOf(signatureOf(secret, path, id))) ? id : undefined;
}

const addressOf = ({ secret }: Config, path: Path, id: string): string =>
  `${path}${id}/${signatureOf(secret, path, id)}`;

const signatureOf = (secret: string, path: Path, id: string): string => derivedToken(secret, `${path}${id}`);
