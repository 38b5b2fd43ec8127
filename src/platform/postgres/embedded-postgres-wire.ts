/**
 * The parts of the PostgreSQL wire protocol that the proxy of the embedded database needs: splitting a byte stream into
 * messages, renaming prepared statements, and the messages that it sends itself.
 */

const startupCodes = { ssl: 80877103, gss: 80877104, cancel: 80877102 } as const;

/** The first request of a client; `incomplete` while too few bytes have arrived. */
export type Opening = 'incomplete' | 'encryption' | 'cancel' | 'startup';

/** Reads the first request of a client, and its size in bytes. */
export function readOpening(bytes: Buffer): { opening: Opening; sizeBytes: number } {
  const sizeBytes = bytes.length < 8 ? Number.POSITIVE_INFINITY : bytes.readInt32BE(0);
  if (bytes.length < sizeBytes) return { opening: 'incomplete', sizeBytes: 0 };
  const code = bytes.readInt32BE(4);
  if (code === startupCodes.ssl || code === startupCodes.gss) return { opening: 'encryption', sizeBytes };
  return { opening: code === startupCodes.cancel ? 'cancel' : 'startup', sizeBytes };
}

/** The next whole message at `offset` (type byte, length, body), or null while it is incomplete. */
export function nextMessage(bytes: Buffer, offset: number): Buffer | null {
  if (bytes.length < offset + 5) return null;
  const end = offset + 1 + bytes.readInt32BE(offset + 1);
  return bytes.length < end ? null : bytes.subarray(offset, end);
}

/**
 * Adds `prefix` to the name of the prepared statement in a Parse, Bind, Describe or Close message, because all connections
 * share one backend, where the same name from two clients would clash. Messages with unnamed statements and all other
 * messages are returned unchanged. `parsed` is the new name if the message creates a statement.
 */
export function prefixStatementName(message: Buffer, prefix: string): { message: Buffer; parsed?: string } {
  const start = statementNameStart(message);
  if (start === null || message[start] === 0) return { message };
  const name = prefix + message.toString('latin1', start, message.indexOf(0, start));
  const renamed = Buffer.concat([message.subarray(0, start), Buffer.from(prefix, 'latin1'), message.subarray(start)]);
  renamed.writeInt32BE(renamed.length - 1, 1);
  return String.fromCharCode(message[0] ?? 0) === 'P' ? { message: renamed, parsed: name } : { message: renamed };
}

function statementNameStart(message: Buffer): number | null {
  switch (String.fromCharCode(message[0] ?? 0)) {
    case 'P':
      return 5;
    case 'B':
      return message.indexOf(0, 5) + 1;
    case 'D':
    case 'C':
      return message[5] === 'S'.charCodeAt(0) ? 6 : null;
    default:
      return null;
  }
}

/** A frontend message of the given type. */
export function frontendMessage(type: string, body: Buffer = Buffer.alloc(0)): Buffer {
  const head = Buffer.alloc(5);
  head.write(type, 0, 'latin1');
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
}

/** The message that closes a prepared statement. */
export function closeStatement(name: string): Buffer {
  return frontendMessage('C', Buffer.from(`S${name}\0`, 'latin1'));
}

/** A fatal ErrorResponse with an SQLSTATE. The sender closes the connection after it. */
export function fatalError(sqlState: string, text: string): Buffer {
  return frontendMessage('E', Buffer.from(`SFATAL\0VFATAL\0C${sqlState}\0M${text}\0\0`, 'utf8'));
}

/** The StartupMessage of a plain client, sent once to get the greeting of the backend. */
export function startupMessage(): Buffer {
  const body = Buffer.from('user\0postgres\0database\0postgres\0client_encoding\0UTF8\0\0', 'latin1');
  const message = Buffer.concat([Buffer.alloc(8), body]);
  message.writeInt32BE(message.length, 0);
  message.writeInt32BE(196608, 4);
  return message;
}
