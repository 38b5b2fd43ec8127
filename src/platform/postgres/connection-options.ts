/** Connections to a database server: the meaning of its URL, and the settings of each session. */
import { connect } from 'node:net';
import pg from 'pg';
import { tuning } from '../../tuning.ts';

/**
 * A connection whose session is in UTC, whatever the database, its role and the server are set to: the client of Prisma sends
 * and reads moments without an offset. It is a parameter of the start, which also a pooler keeps for each of its clients.
 */
class UtcClient extends pg.Client {
  getStartupConf(): Record<string, string> {
    const { getStartupConf } = pg.Client.prototype as unknown as { getStartupConf(): Record<string, string> };
    return { ...getStartupConf.call(this), TimeZone: 'UTC' };
  }
}

/** The options of a connection, in which `sslmode` means what it means to libpq. */
const connectionOptions = (url: string): pg.ClientConfig => ({
  connectionString: asLibpqReads(url),
  connectionTimeoutMillis: tuning.database.connectionTimeoutMs,
  keepAlive: true,
});

/**
 * Makes a connection with a session of its own, which the caller opens. A pooler refuses it for its setting, so that no lock of
 * a session is taken in a transaction of the pooler.
 */
export const newClient = (url: string): pg.Client =>
  new UtcClient({
    ...connectionOptions(url),
    idle_in_transaction_session_timeout: tuning.database.idleInTransactionMs,
  });

/** Makes a pool of such connections. */
export const newPool = (url: string, options: pg.PoolConfig): pg.Pool =>
  new pg.Pool({ ...connectionOptions(url), ...options, Client: UtcClient });

function asLibpqReads(url: string): string {
  const parsed = URL.parse(url);
  if (!parsed) return url;
  const { searchParams } = parsed;
  if (!searchParams.has('sslmode')) return url;
  searchParams.set('uselibpqcompat', 'true');
  // Not a mode of libpq, but the name by which node-postgres has the same.
  if (searchParams.get('sslmode') === 'no-verify') searchParams.set('sslmode', 'require');
  // The authorities of the system; a certificate of theirs proves nothing without the name of the host.
  if (searchParams.get('sslrootcert') === 'system') {
    searchParams.delete('sslrootcert');
    searchParams.set('sslmode', 'verify-full');
  }
  return parsed.href;
}

/**
 * The URL in which `sslmode=prefer` and `sslmode=allow` are decided: TLS if the server offers it. A server that cannot be
 * reached is left to the connection, which reports the reason.
 */
export async function decideSslMode(url: string): Promise<string> {
  const parsed = URL.parse(url);
  const mode = parsed?.searchParams.get('sslmode') ?? '';
  if (!parsed || !['prefer', 'allow'].includes(mode)) return url;
  const offersTls = await serverOffersTls(parsed).catch(() => false);
  parsed.searchParams.set('sslmode', offersTls ? 'require' : 'disable');
  return parsed.href;
}

/** The message SSLRequest of the protocol: its length, and its code. */
const sslRequest = Buffer.from([0, 0, 0, 8, 0x04, 0xd2, 0x16, 0x2f]);

function serverOffersTls({ hostname, port }: URL): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port || 5432), hostname.replace(/^\[|\]$/g, '') || 'localhost', () =>
      socket.write(sslRequest),
    );
    socket.setTimeout(tuning.database.connectionTimeoutMs, () => socket.destroy(new Error('no answer')));
    socket.once('error', reject);
    socket.once('data', (answer) => {
      socket.destroy();
      resolve(answer.toString('latin1', 0, 1) === 'S');
    });
    socket.once('close', () => resolve(false));
  });
}
