/** The credentials of a socket, wherever clients put them: in the connection parameters, in the upgrade, or in the cookie. */
import type { IncomingMessage } from 'node:http';
import { accountHeader } from '../access/actor.ts';
import type { Config } from '../config.ts';
import { rateLimitKeyOf } from '../http/caller-address.ts';
import { socketAuthorizationOf } from '../http/session-cookie.ts';
import type { IncomingRequest } from './authenticate.ts';

type ConnectionParams = Readonly<Record<string, unknown>> | undefined;

const authorizationNames = ['authorization'];
/** Parameters that have the token alone. */
const tokenNames = ['authtoken', 'auth_token', 'accesstoken', 'access_token', 'token'];

/** The request of a socket, with the credentials of its parameters, else those of its upgrade. */
export function socketRequest(config: Config, params: ConnectionParams, upgrade: IncomingMessage): IncomingRequest {
  const account = find(params, [accountHeader]) ?? upgrade.headers[accountHeader];
  return {
    // An empty text is what clients send for somebody who is not signed in.
    authorization: authorizationIn(params) ?? (upgrade.headers.authorization || socketAuthorizationOf(config, upgrade)),
    account: typeof account === 'string' ? account : undefined,
    userAgent: undefined,
    rateLimitKey: rateLimitKeyOf(config, upgrade),
  };
}

/** The value of the header Authorization in the parameters; undefined if they have no credentials. */
function authorizationIn(params: ConnectionParams): string | undefined {
  const authorization = find(params, authorizationNames);
  if (authorization !== undefined) return textOf(authorization);
  const token = find(params, tokenNames);
  return token === undefined ? undefined : textOf(token).replace(/^(?!Bearer )/i, 'Bearer ');
}

/** Credentials of another type than text are refused like others that are not valid; they do not make an anonymous caller. */
const textOf = (value: unknown): string => (typeof value === 'string' ? value : 'not a text');

/** The parameter with one of these names, in whatever case, also in an object `headers`; undefined if none has a value. */
function find(params: ConnectionParams, names: readonly string[]): unknown {
  const entries = [params, objectIn(params, 'headers')].flatMap((object) => Object.entries(object ?? {}));
  return entries.find(
    ([name, value]) => names.includes(name.toLowerCase()) && value !== undefined && value !== null && value !== '',
  )?.[1];
}

function objectIn(params: ConnectionParams, name: string): ConnectionParams {
  const value = Object.entries(params ?? {}).find(([key]) => key.toLowerCase() === name)?.[1];
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
}
