import pg from 'pg';
import { StartupError } from './errors.ts';
import { newClient } from './postgres/connection-options.ts';

/**
 * Opens one connection, which the caller ends.
 * @throws StartupError with host, port and reason, without user name and password
 */
export async function connectOnce(url: string): Promise<pg.Client> {
  let client: pg.Client | undefined;
  try {
    client = newClient(url);
    // If an idle connection breaks, the next query fails.
    client.on('error', () => {});
    await client.connect();
    return client;
  } catch (error) {
    await client?.end().catch(() => {});
    throw new StartupError(`The database at ${describeAddress(url)} cannot be used: ${describeReason(error)}`);
  }
}

function describeAddress(url: string): string {
  const parsed = URL.parse(url);
  if (!parsed) return '(DATABASE_URL is not a valid URL)';
  return `${parsed.hostname || 'localhost'}:${parsed.port || '5432'}`;
}

function describeReason(error: unknown): string {
  // If all addresses of a host fail, there is one error around theirs, without a message.
  const cause = error instanceof AggregateError ? error.errors[0] : error;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  const messages: Record<string, string> = {
    ECONNREFUSED: 'the connection was refused. Is the server running?',
    ENOTFOUND: 'the host does not exist.',
    EAI_AGAIN: 'the host name could not be looked up.',
    ETIMEDOUT: 'there is no response.',
    ECONNRESET: 'the connection was reset.',
    '28P01': 'it rejects the user name or password in DATABASE_URL.',
    '28000': 'it rejects the user name or password in DATABASE_URL, or requires a secure connection.',
    '3D000': 'it does not have the database that DATABASE_URL names.',
    '53300': 'it has no free connection.',
    '57P03': 'it is still starting up.',
  };
  if (messages[code]) return messages[code];
  if (cause instanceof Error && /unsupported startup parameter/.test(cause.message))
    return 'it is a pooler, which has no sessions. Set DATABASE_DIRECT_URL to the address of the database itself.';
  if (cause instanceof pg.DatabaseError) return `it answers "${cause.message}" (${code}).`;
  if (cause instanceof Error && /SSL|certificate|self-signed/i.test(cause.message))
    return `the secure connection failed: ${cause.message.split('\n')[0]}.`;
  if (cause instanceof Error && /timeout/i.test(cause.message)) return 'there is no response within 10 seconds.';
  return code ? `the connection failed (${code}).` : 'the connection failed.';
}
