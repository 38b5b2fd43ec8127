/** The sessions of a person, and the mutations that end them. */
import { isSamePerson, ownSessions } from '../access/person-access.ts';
import { requirePerson } from '../access/scopes.ts';
import { builder } from '../graphql/builder.ts';
import { connectionOf } from '../graphql/connection-types.ts';
import { newestFirst, pageCost, pageOf, pageRequest } from '../graphql/connections.ts';
import { idempotencyKeyField, requireResult, runOnce } from '../graphql/idempotency.ts';
import { rowIdOf, toGlobalId } from '../graphql/ids.ts';
import { refusalTypes } from '../graphql/refusals.schema.ts';
import { InputInvalid, NotSignedIn } from '../platform/errors.ts';
import { openSessions, revokeOtherSessions, revokeSession, SessionNotFound } from './sessions.ts';

refusalTypes(SessionNotFound);

const SessionType = builder.prismaObject('Session', {
  fields: (t) => ({
    id: t.id({
      description: 'Opaque id that is unique in the whole API.',
      resolve: ({ id }) => toGlobalId('Session', id),
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'Time at which the person signed in.' }),
    expiresAt: t.expose('expiresAt', { type: 'DateTime', description: 'Time at which the session expires.' }),
    revokedAt: t.expose('revokedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'Time at which the session was ended; null if it was not.',
    }),
    userAgent: t.exposeString('userAgent', { nullable: true }),
    isCurrent: t.boolean({
      description: 'True for the session of this request.',
      resolve: ({ id }, _args, { viewer }) => viewer.kind === 'person' && viewer.sessionId === id,
    }),
  }),
});

const list = newestFirst('createdAt', 'session');

builder.prismaObjectField('Person', 'sessions', (t) =>
  t.connection(
    {
      type: SessionType,
      description: 'Sessions of the person that have not ended, newest first. Empty for anyone but yourself.',
      complexity: pageCost,
      resolve: async ({ id }, args, { app, viewer }) => {
        const request = pageRequest(args);
        const where = [ownSessions(viewer), openSessions(app.clock.now()), ...list.conditions(request)];
        const rows = isSamePerson(viewer, id)
          ? await app.db.session.findMany({ ...list.findOptions(request), where: { AND: where } })
          : [];
        return pageOf(request, rows, list.cursorOf);
      },
    },
    connectionOf(SessionType),
  ),
);

const RevokeSessionInput = builder.inputType('RevokeSessionInput', {
  description: 'Input of the mutation `revokeSession`.',
  fields: (t) => ({
    sessionId: t.id({ required: true, description: 'The global id of the session.' }),
    idempotencyKey: t.string(idempotencyKeyField),
  }),
});

const RevokeOtherSessionsInput = builder.inputType('RevokeOtherSessionsInput', {
  description: 'Input of the mutation `revokeOtherSessions`.',
  fields: (t) => ({ idempotencyKey: t.string(idempotencyKeyField) }),
});

const SessionsRevoked = builder.objectRef<{ count: number }>('SessionsRevoked').implement({
  description: 'The other sessions have ended, and their open streams end.',
  fields: (t) => ({ count: t.exposeInt('count', { description: 'Number of sessions that have ended.' }) }),
});

builder.mutationFields((t) => ({
  revokeSession: t.prismaField({
    type: SessionType,
    description: 'Ends a session of the person who is signed in, with all its open streams.',
    errors: {
      types: [NotSignedIn, InputInvalid, SessionNotFound],
      union: { name: 'RevokeSessionResult', description: 'Result of `revokeSession`, or the reason for the refusal.' },
    },
    args: { input: t.arg({ type: RevokeSessionInput, required: true, description: 'The input of the mutation.' }) },
    resolve: async (query, _root, { input }, context) => {
      const { app, viewer } = context;
      const person = requirePerson(viewer);
      const id = rowIdOf('Session', String(input.sessionId));
      await runOnce(context, 'revokeSession', input, (inside) => revokeSession(inside, person, id));
      return requireResult(app.db.session.findFirst({ ...query, where: { AND: [{ id }, ownSessions(viewer)] } }));
    },
  }),
  revokeOtherSessions: t.field({
    type: SessionsRevoked,
    description:
      'Ends all sessions of the person who is signed in but the one of this request, with their open streams.',
    errors: {
      types: [NotSignedIn, InputInvalid],
      union: {
        name: 'RevokeOtherSessionsResult',
        description: 'Result of `revokeOtherSessions`, or the reason for the refusal.',
      },
    },
    args: {
      input: t.arg({ type: RevokeOtherSessionsInput, required: true, description: 'The input of the mutation.' }),
    },
    resolve: async (_root, { input }, context) => {
      const person = requirePerson(context.viewer);
      // The request of another session is another request.
      const request = { ...input, sessionId: person.sessionId };
      return runOnce(context, 'revokeOtherSessions', request, async (app) => ({
        count: await revokeOtherSessions(app, person),
      }));
    },
  }),
}));
