import { ownAccount } from '../access/access.ts';
import { requirePerson } from '../access/scopes.ts';
import { AccountType } from '../accounts/account.schema.ts';
import { builder } from '../graphql/builder.ts';
import { refusalTypes } from '../graphql/refusals.schema.ts';
import { InputInvalid, NotSignedIn, RateLimited } from '../platform/errors.ts';
import { endSession } from './sessions.ts';
import { requestSignInCode, type SignedIn, SignInCodeInvalid, signIn } from './sign-in.ts';

refusalTypes(SignInCodeInvalid);

const SignInCodeRequested = builder.objectRef<{ sentTo: string }>('SignInCodeRequested').implement({
  description: 'The code was sent if the address belongs to an account. The answer is the same if it does not.',
  fields: (t) => ({ sentTo: t.exposeString('sentTo', { description: 'The address as it was given.' }) }),
});

const SignedInType = builder.objectRef<SignedIn>('SignedIn').implement({
  description: 'A new session and its token.',
  fields: (t) => ({
    token: t.exposeString('token', {
      description:
        'Send it as `Authorization: Bearer …`, on a WebSocket as `authorization` of the connection parameters. It is returned only once.',
    }),
    expiresAt: t.field({
      type: 'DateTime',
      description: 'Time at which the session expires.',
      resolve: ({ expiresAt }) => expiresAt,
    }),
    account: t.prismaField({
      type: 'Account',
      description: 'The account that has signed in.',
      resolve: (query, { accountId }, _args, { app }) =>
        app.db.account.findUniqueOrThrow({ ...query, where: { id: accountId } }),
    }),
  }),
});

const SignedOut = builder.objectRef<{ signedOutAt: Date }>('SignedOut').implement({
  description: 'The session has ended, and its open streams end.',
  fields: (t) => ({
    signedOutAt: t.expose('signedOutAt', { type: 'DateTime', description: 'The moment at which the session ended.' }),
  }),
});

const RequestSignInCodeInput = builder.inputType('RequestSignInCodeInput', {
  description: 'Asks for a sign-in code.',
  fields: (t) => ({ email: t.string({ required: true, description: 'The address to mail it to.' }) }),
});

const SignInInput = builder.inputType('SignInInput', {
  description: 'Signs in with a mailed code.',
  fields: (t) => ({
    email: t.string({ required: true, description: 'The address that the code was mailed to.' }),
    code: t.string({ required: true, description: 'The code from the mail.' }),
  }),
});

const SignOutInput = builder.inputType('SignOutInput', {
  description: 'Ends the session of this call.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: 'Accepted like everywhere; signing out twice is harmless anyway.' }),
  }),
});

builder.queryField('viewer', (t) =>
  t.prismaField({
    type: AccountType,
    nullable: true,
    description: 'The account that is signed in, or for which the application acts; null for anonymous callers.',
    resolve: (query, _root, _args, { app, viewer }) => {
      const where = ownAccount(viewer);
      return where ? app.db.account.findUnique({ ...query, where }) : null;
    },
  }),
);

builder.mutationFields((t) => ({
  requestSignInCode: t.field({
    type: SignInCodeRequested,
    description: 'Mails a sign-in code: it works once, for a few minutes, with few tries. The newest code alone works.',
    errors: {
      types: [InputInvalid, RateLimited],
      union: {
        name: 'RequestSignInCodeResult',
        description: 'Result of `requestSignInCode`, or the reason for the refusal.',
      },
    },
    args: { input: t.arg({ type: RequestSignInCodeInput, required: true, description: 'The input of the mutation.' }) },
    resolve: async (_root, { input }, { app, rateLimitKey }) => {
      await requestSignInCode(app, { email: input.email, rateLimitKey });
      return { sentTo: input.email };
    },
  }),
  signIn: t.field({
    type: SignedInType,
    description: 'Turns a mailed code into a session.',
    errors: {
      types: [SignInCodeInvalid, InputInvalid, RateLimited],
      union: { name: 'SignInResult', description: 'Result of `signIn`, or the reason for the refusal.' },
    },
    args: { input: t.arg({ type: SignInInput, required: true, description: 'The address and its code.' }) },
    resolve: (_root, { input }, { app, rateLimitKey }) =>
      signIn(app, { email: input.email, code: input.code, rateLimitKey }),
  }),
  signOut: t.field({
    type: SignedOut,
    description: 'Ends the session of this request immediately, with all its open streams.',
    errors: {
      types: [NotSignedIn],
      union: { name: 'SignOutResult', description: 'Result of `signOut`, or the reason for the refusal.' },
    },
    args: { input: t.arg({ type: SignOutInput, required: true, description: 'The input needs no fields.' }) },
    resolve: async (_root, _args, { app, viewer }) => {
      await endSession(app, requirePerson(viewer));
      return { signedOutAt: app.clock.now() };
    },
  }),
}));
