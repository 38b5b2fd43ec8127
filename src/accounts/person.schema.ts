/** People, and the accounts that they belong to. */
import { canSeeMembers, canSeePerson, visiblePeople } from '../access/person-access.ts';
import { requirePerson } from '../access/scopes.ts';
import type { Membership } from '../generated/prisma/client.ts';
import { builder } from '../graphql/builder.ts';
import { rowLoader } from '../graphql/context.ts';
import { idempotencyKeyField, runOnce } from '../graphql/idempotency.ts';
import { nodeOptions } from '../graphql/nodes.ts';
import { limits } from '../limits.ts';
import { InputInvalid, NotSignedIn } from '../platform/errors.ts';
import { AccountType, accountLoader } from './account.schema.ts';
import { updatePerson } from './update-person.ts';

/** Loads the people who acted in what the viewer may see. */
export const personLoader = rowLoader(({ db }, ids) => db.person.findMany({ where: { id: { in: ids } } }));

export const MembershipRoleEnum = builder.enumType('MembershipRole', {
  description: 'The role of a person in an account, which decides what the person may do for it.',
  values: {
    OWNER: { description: 'A person who may do everything, including managing the members and closing the account.' },
    MEMBER: { description: 'A person who may do everything except managing the members and closing the account.' },
    VIEWER: { description: 'A person who reads everything and changes nothing.' },
  },
});

export const LanguageEnum = builder.enumType('Language', {
  description: 'A language of e-mails and pages.',
  values: {
    EN: { description: 'English is the language of the texts.' },
    DE: { description: 'German is the language of the texts.' },
  },
});

export const MembershipType = builder.objectRef<Membership>('AccountMembership');

export const PersonType = builder.prismaObject('Person', {
  fields: (t) => ({
    name: t.exposeString('name'),
    email: t.string({
      nullable: true,
      description: 'Address that signs in and receives e-mails. Null for anyone but yourself.',
      resolve: ({ id, email }, _args, { viewer }) => (canSeePerson(viewer, id) ? email : null),
    }),
    language: t.field({
      type: LanguageEnum,
      nullable: true,
      description: 'Language of e-mails and pages. Null for anyone but yourself.',
      resolve: ({ id, language }, _args, { viewer }) => (canSeePerson(viewer, id) ? language : null),
    }),
    timeZone: t.string({
      nullable: true,
      description:
        'Time zone, an IANA name such as Europe/Berlin; UTC until the person chooses one. Null for anyone but yourself.',
      resolve: ({ id, timeZone }, _args, { viewer }) => (canSeePerson(viewer, id) ? timeZone : null),
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    memberships: t.field({
      type: [MembershipType],
      description: `Accounts of the person with the person's roles, oldest first, at most ${limits.accounts.perPerson}. Empty for anyone but yourself.`,
      resolve: ({ id }, _args, { app, viewer }) =>
        canSeePerson(viewer, id)
          ? app.db.membership.findMany({
              where: { personId: id, account: { closedAt: null } },
              orderBy: [{ createdAt: 'asc' }, { accountId: 'asc' }],
              take: limits.accounts.perPerson,
            })
          : [],
    }),
  }),
});

builder.nodeRef(
  PersonType,
  nodeOptions('Person', ({ app, viewer }, ids) =>
    app.db.person.findMany({ where: { AND: [{ id: { in: ids } }, visiblePeople(viewer)] } }),
  ) as never,
);

MembershipType.implement({
  description: 'The membership of a person in an account.',
  fields: (t) => ({
    account: t.field({
      type: AccountType,
      description: 'The account that the person acts for.',
      resolve: ({ accountId }, _args, context) => accountLoader(context).load(accountId),
    }),
    person: t.field({
      type: PersonType,
      description: 'The person who belongs to the account.',
      resolve: ({ personId }, _args, context) => personLoader(context).load(personId),
    }),
    email: t.string({
      nullable: true,
      description: 'Address that the person signs in with, for the members of the account.',
      resolve: async ({ personId }, _args, context) => (await personLoader(context).load(personId)).email,
    }),
    role: t.field({
      type: MembershipRoleEnum,
      description: 'Role of the person in the account.',
      resolve: ({ role }) => role,
    }),
    joinedAt: t.field({
      type: 'DateTime',
      description: 'Time at which the person joined the account.',
      resolve: ({ createdAt }) => createdAt,
    }),
  }),
});

builder.prismaObjectField('Account', 'members', (t) =>
  t.field({
    type: [MembershipType],
    nullable: true,
    description: `Members of the account, oldest first, at most ${limits.accounts.members}. Null for any account but your own.`,
    resolve: ({ id }, _args, { app, viewer }) =>
      canSeeMembers(viewer, id)
        ? app.db.membership.findMany({
            where: { accountId: id },
            orderBy: [{ createdAt: 'asc' }, { personId: 'asc' }],
            take: limits.accounts.members,
          })
        : null,
  }),
);

builder.queryField('me', (t) =>
  t.prismaField({
    type: PersonType,
    nullable: true,
    description: 'The person who is signed in, with the accounts that the person may act for. Null for anyone else.',
    resolve: (query, _root, _args, { app, viewer }) =>
      viewer.kind === 'person' ? app.db.person.findUnique({ ...query, where: { id: viewer.personId } }) : null,
  }),
);

const UpdatePersonInput = builder.inputType('UpdatePersonInput', {
  description: 'Input of the mutation `updatePerson`. Omitted fields do not change.',
  fields: (t) => ({
    name: t.string({ description: `Name that others see, at most ${limits.accounts.nameCharacters} characters.` }),
    language: t.field({ type: LanguageEnum, description: 'Language of e-mails and pages.' }),
    timeZone: t.string({ description: 'Time zone, an IANA name such as Europe/Berlin.' }),
    idempotencyKey: t.string(idempotencyKeyField),
  }),
});

builder.mutationField('updatePerson', (t) =>
  t.prismaField({
    type: PersonType,
    description: 'Updates the name, the language and the time zone of the person who is signed in.',
    errors: {
      types: [NotSignedIn, InputInvalid],
      union: { name: 'UpdatePersonResult', description: 'Result of `updatePerson`, or the reason for the refusal.' },
    },
    args: { input: t.arg({ type: UpdatePersonInput, required: true, description: 'The input of the mutation.' }) },
    resolve: async (query, _root, { input }, context) => {
      const { app, viewer } = context;
      const { personId } = requirePerson(viewer);
      await runOnce(context, 'updatePerson', input, (inside) => updatePerson(inside, personId, input));
      return app.db.person.findUniqueOrThrow({ ...query, where: { id: personId } });
    },
  }),
);
