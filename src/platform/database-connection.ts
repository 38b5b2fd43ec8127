import pg from 'pg';
import { StartupError } from './errors.ts';

/**
 * Opens one plain connection. A StartupError says host, port and reason if that fails, never the
 * user's name or password. The caller ends it.
 */
export async function connectOnce(url: string): Promise<pg.Client> {
  let client: pg.Client | undefined;
  try {
    client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
    // A connection that breaks while idle: the next query fails and says so.
    client.on('error', () => {});
    await client.connect();
    return client;
  } catch (error) {
    await client?.end().catch(() => {});
    throw new StartupError(`The database at ${describePlace(url)} cannot be used: ${describeReason(error)}`);
  }
}

function describePlace(url: string): string {
  const parsed = URL.parse(url);
  if (!parsed) return '(DATABASE_URL is not a valid URL)';
  return `${parsed.hostname || 'localhost'}:${parsed.port || '5432'}`;
}

function describeReason(error: unknown): string {
  // Several addresses of one host failing give one error around them all, without a text.
  const cause = error instanceof AggregateError ? error.errors[0] : error;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  const known: Record<string, string> = {
    ECONNREFUSED: 'nothing listens there. Is the server running?',
    ENOTFOUND: 'no such host.',
    EAI_AGAIN: 'the host name could not be looked up.',
    ETIMEDOUT: 'no answer.',
    ECONNRESET: 'the connection was cut.',
    '28P01': 'it refuses the name and password in DATABASE_URL.',
    '28000': 'it refuses the name and password in DATABASE_URL, or demands a secure connection.',
    '3D000': 'it has no database of the name in DATABASE_URL.',
    '53300': 'all its connections are taken.',
    '57P03': 'it is still starting up.',
  };
  if (known[code]) return known[code];
  if (cause instanceof pg.DatabaseError) return `it answers "${cause.message}" (${code}).`;
  if (cause instanceof Error && /timeout/i.test(cause.message)) return 'no answer within 10 seconds.';
  return code ? `the connection failed (${code}).` : 'the connection failed.';
}
