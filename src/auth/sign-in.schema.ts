import { ownAccount } from '../access/access.ts';
import { requirePerson } from '../access/scopes.ts';
import { anonymous } from '../access/viewer.ts';
import { AccountType } from '../accounts/account.schema.ts';
import { LanguageEnum } from '../accounts/person.schema.ts';
import { TermsNotAccepted } from '../accounts/terms.ts';
import { builder } from '../graphql/builder.ts';
import type { Context } from '../graphql/context.ts';
import { idempotencyKeyField, keyedRequest, runOnce } from '../graphql/idempotency.ts';
import { refusalTypes } from '../graphql/refusals.schema.ts';
import { limits } from '../limits.ts';
import { InputInvalid, NotSignedIn, RateLimited } from '../platform/errors.ts';
import { endSession } from './sessions.ts';
import { requestSignInCode, type SignedIn, SignInCodeInvalid, SignUpClosed, signIn } from './sign-in.ts';

refusalTypes(SignInCodeInvalid, SignUpClosed);

const SignInCodeRequested = builder.objectRef<{ sentTo: string }>('SignInCodeRequested').implement({
  description: 'The code was sent. The answer is the same for known and unknown addresses.',
  fields: (t) => ({ sentTo: t.exposeString('sentTo', { description: 'The address as it was given.' }) }),
});

const SignedInType = builder.objectRef<SignedIn>('SignedIn').implement({
  description: 'A new session and its token.',
  fields: (t) => ({
    token: t.exposeString('token', {
      description:
        'Send it as `Authorization: Bearer …`, on a WebSocket as `authorization` of the connection parameters. It is returned only here.',
    }),
    expiresAt: t.field({
      type: 'DateTime',
      description: 'Time at which the session expires.',
      resolve: ({ expiresAt }) => expiresAt,
    }),
    isNewPerson: t.exposeBoolean('isNewPerson', {
      description: 'True if the person has signed in for the first time. A new person has no account yet.',
    }),
    person: t.prismaField({
      type: 'Person',
      description: 'The person who has signed in.',
      resolve: (query, { personId }, _args, { app }) =>
        app.db.person.findUniqueOrThrow({ ...query, where: { id: personId } }),
    }),
    account: t.prismaField({
      type: 'Account',
      nullable: true,
      description: 'The account of the person: of several, the one joined first. Null for a person without an account.',
      resolve: async (query, { personId }, _args, { app }) => {
        const first = await app.db.membership.findFirst({
          where: { personId, account: { closedAt: null } },
          orderBy: [{ createdAt: 'asc' }, { accountId: 'asc' }],
          select: { accountId: true },
        });
        return first && app.db.account.findUnique({ ...query, where: { id: first.accountId } });
      },
    }),
  }),
});

const SignedOut = builder.objectRef<{ signedOutAt: string }>('SignedOut').implement({
  description: 'The session has ended, and its open streams end.',
  fields: (t) => ({
    signedOutAt: t.field({
      type: 'DateTime',
      description: 'The moment at which the session ended.',
      resolve: ({ signedOutAt }) => new Date(signedOutAt),
    }),
  }),
});

/** The context of a request whose actor is the caller, with or without a token (decision 26). */
const byCaller = (context: Context): Context => ({ ...context, viewer: anonymous });

const RequestSignInCodeInput = builder.inputType('RequestSignInCodeInput', {
  description: 'Input of the mutation `requestSignInCode`.',
  fields: (t) => ({
    email: t.string({ required: true, description: 'Address that the code is e-mailed to.' }),
    language: t.field({
      type: LanguageEnum,
      description:
        'Language of the e-mail, the first language of the marketplace if omitted, and of a person who signs in for the first time. A known person gets the e-mail in the language of the person.',
    }),
    idempotencyKey: t.string({
      description: `${idempotencyKeyField.description} Without a token, the key belongs to the network address of the caller.`,
    }),
  }),
});

const SignInInput = builder.inputType('SignInInput', {
  description: 'Input of the mutation `signIn`.',
  fields: (t) => ({
    email: t.string({ required: true, description: 'Address that the code was e-mailed to.' }),
    code: t.string({ required: true, description: 'The code from the e-mail, eight digits.' }),
    acceptedTermsVersion: t.int({
      description:
        'Version of the terms that the person accepts. Required of a new person while the marketplace has terms.',
    }),
    idempotencyKey: t.string({
      description: `A key that the client chooses, of at most ${limits.idempotencyKeyCharacters} characters. The same address and code with the same key, from the same network address, get the same session again, as long as an unused code works and the session has not ended.`,
    }),
  }),
});

const SignOutInput = builder.inputType('SignOutInput', {
  description: 'Ends the session of this call.',
  fields: (t) => ({
    idempotencyKey: t.string({
      description: `${idempotencyKeyField.description} After the session has ended, a request with its token is not authenticated, with or without the key.`,
    }),
  }),
});

builder.queryField('viewer', (t) =>
  t.prismaField({
    type: AccountType,
    nullable: true,
    description:
      'The account for which the caller acts: of several, the one that the request names, or else the one joined first. Null for anonymous callers and for people without an account.',
    resolve: (query, _root, _args, { app, viewer }) => {
      const where = ownAccount(viewer);
      return where ? app.db.account.findUnique({ ...query, where }) : null;
    },
  }),
);

builder.mutationFields((t) => ({
  requestSignInCode: t.field({
    type: SignInCodeRequested,
    description:
      'E-mails a sign-in code, which works for a few minutes, for this caller, with few attempts. Of several codes each works until one is used.',
    errors: {
      types: [InputInvalid, RateLimited],
      union: {
        name: 'RequestSignInCodeResult',
        description: 'Result of `requestSignInCode`, or the reason for the refusal.',
      },
    },
    args: { input: t.arg({ type: RequestSignInCodeInput, required: true, description: 'The input of the mutation.' }) },
    resolve: async (_root, { input }, context) => {
      const { rateLimitKey } = context;
      const { email, language } = input;
      await runOnce(byCaller(context), 'requestSignInCode', input, (app) =>
        requestSignInCode(app, { email, language: language ?? undefined, rateLimitKey }),
      );
      return { sentTo: email };
    },
  }),
  signIn: t.field({
    type: SignedInType,
    description:
      'Exchanges an e-mailed code for a session. An unknown address becomes a person, who accepts the terms of the marketplace.',
    errors: {
      types: [SignInCodeInvalid, SignUpClosed, TermsNotAccepted, InputInvalid, RateLimited],
      union: { name: 'SignInResult', description: 'Result of `signIn`, or the reason for the refusal.' },
    },
    args: { input: t.arg({ type: SignInInput, required: true, description: 'The address and its code.' }) },
    resolve: (_root, { input }, context) => {
      const { app, rateLimitKey } = context;
      const { idempotencyKey: _, ...call } = input;
      const request = keyedRequest(byCaller(context), 'signIn', input);
      return signIn(app, { ...call, rateLimitKey, userAgent: context.request.userAgent, request });
    },
  }),
  signOut: t.field({
    type: SignedOut,
    description: 'Ends the session of this request immediately, with all its open streams.',
    errors: {
      types: [NotSignedIn],
      union: { name: 'SignOutResult', description: 'Result of `signOut`, or the reason for the refusal.' },
    },
    args: { input: t.arg({ type: SignOutInput, required: true, description: 'The input needs no fields.' }) },
    resolve: (_root, { input }, context) => {
      const person = requirePerson(context.viewer);
      // The request of another session is another request.
      return runOnce(context, 'signOut', { ...input, sessionId: person.sessionId }, async (app) => {
        await endSession(app, person);
        return { signedOutAt: app.clock.now().toISOString() };
      });
    },
  }),
}));
