/** Invitations to an account: by e-mail, for the invited address only, and once. */
import { afterEach, expect, test } from 'vitest';
import { toGlobalId } from '../../src/graphql/ids.ts';
import { limits } from '../../src/limits.ts';
import { type ApiClient, apiClient, type Data } from '../support/client.ts';
import type { TestPerson } from '../support/factory.ts';
import { errorsIn } from '../support/raw-http.ts';
import { useServer } from '../support/use-server.ts';
import { eventually } from '../support/wait.ts';

const { server, second, factory } = useServer({ instances: 2 });
afterEach(() => expect(errorsIn(server.logged)).toEqual([]));

const refusal = '__typename ... on Refusal { code recovery message }';
const fields = `${refusal} ... on Invitation { id email role status sentCount expiresAt account { name } invitedBy { name } }`;
const membershipFields = `${refusal} ... on AccountMembership { role account { name } person { name } }`;
const invite = async (owner: ApiClient, email: string, role = 'MEMBER'): Promise<Data> =>
  (
    await owner.ask(`mutation ($input: InviteMemberInput!) { inviteMember(input: $input) { ${fields} } }`, {
      input: { email, role },
    })
  ).inviteMember;
const change = async (who: ApiClient, mutation: 'resendInvitation' | 'withdrawInvitation', invitationId: string) => {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  const data = await who.ask(`mutation ($input: ${type}!) { answer: ${mutation}(input: $input) { ${fields} } }`, {
    input: { invitationId },
  });
  return data.answer as Data;
};
const accept = async (who: ApiClient, input: { token?: string; invitationId?: string }): Promise<Data> =>
  (
    await who.ask(
      `mutation ($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { ${membershipFields} } }`,
      {
        input,
      },
    )
  ).acceptInvitation;

/** The token in the newest invitation that was e-mailed to an address. */
const mailedToken = (email: string, count = 1): Promise<string> =>
  eventually(() => {
    // Either instance may have delivered it.
    const letters = [server, second].flatMap(({ app }) => app.mailbox?.letters() ?? []);
    const tokens = letters.flatMap(({ to, text }) =>
      to === email ? (/\/invitations\/(\S+)/.exec(text)?.[1] ?? []) : [],
    );
    if (tokens.length < count) throw new Error(`${tokens.length} of ${count} invitations have arrived`);
    return tokens[0] ?? '';
  });
const roleOf = async ({ personId }: TestPerson, { accountId }: TestPerson) =>
  (await server.app.db.membership.findUnique({ where: { personId_accountId: { personId, accountId } } }))?.role;

test('an invited person accepts the mailed invitation, and has the account from then on', async () => {
  const [owner, invited] = [await factory.createPerson(), await factory.createPerson()];

  const invitation = await invite(owner, ` ${invited.email.toUpperCase()} `, 'VIEWER');
  const token = await mailedToken(invited.email);
  const mine = await invited.ask('{ me { invitations { nodes { id role account { name } invitedBy { name } } } } }');
  const membership = await accept(invited, { token });

  expect(invitation).toMatchObject({ email: invited.email, role: 'VIEWER', status: 'OPEN', sentCount: 1 });
  expect(mine.me.invitations.nodes).toEqual([
    { id: invitation.id, role: 'VIEWER', account: { name: owner.name }, invitedBy: { name: owner.name } },
  ]);
  expect(membership).toMatchObject({ role: 'VIEWER', account: { name: owner.name }, person: { name: invited.name } });
  expect(await invited.ask('{ me { invitations { nodes { id } } memberships { account { name } } } }')).toEqual({
    me: {
      invitations: { nodes: [] },
      memberships: [{ account: { name: invited.name } }, { account: { name: owner.name } }],
    },
  });
  expect(await accept(invited, { token })).toMatchObject({
    __typename: 'InvitationUnavailable',
    code: 'INVITATION_USED',
  });
});

test('an invitation is accepted by its id, and only by the invited address', async () => {
  const [owner, invited, other] = [
    await factory.createPerson(),
    await factory.createPerson(),
    await factory.createPerson(),
  ];
  const { id } = await invite(owner, invited.email);
  const token = await mailedToken(invited.email);

  expect(await accept(other, { token })).toMatchObject({
    __typename: 'InvitationUnavailable',
    code: 'INVITATION_FOR_ANOTHER_ADDRESS',
    recovery: 'CORRECTABLE',
  });
  expect((await accept(other, { invitationId: id })).__typename).toBe('InvitationNotFound');
  expect((await accept(apiClient(server.url), { token })).__typename).toBe('NotSignedIn');
  expect((await accept(invited, { invitationId: id })).role).toBe('MEMBER');
  expect(await roleOf(other, owner)).toBeUndefined();
});

test('an invitation that is accepted several times at the same time gives one membership', async () => {
  const [owner, invited] = [await factory.createPerson(), await factory.createPerson()];
  const { id } = await invite(owner, invited.email);
  const token = await mailedToken(invited.email);
  const there = apiClient(second.url, invited.sessionToken);

  const answers = await Promise.all([
    accept(invited, { token }),
    accept(there, { token }),
    accept(invited, { invitationId: id }),
    accept(there, { invitationId: id }),
  ]);

  expect(answers.filter(({ __typename }) => __typename === 'AccountMembership')).toHaveLength(1);
  expect(answers.filter(({ code }) => code === 'INVITATION_USED')).toHaveLength(3);
});

test('an address that is invited twice, also at the same time, has one open invitation', async () => {
  const [owner, invited] = [await factory.createPerson(), await factory.createPerson()];
  const there = apiClient(second.url, owner.sessionToken);

  const answers = await Promise.all([invite(owner, invited.email), invite(there, invited.email)]);
  const again = await invite(owner, invited.email, 'OWNER');

  expect(answers[0]?.id).toBe(answers[1]?.id);
  expect(again).toMatchObject({ id: answers[0]?.id, role: 'OWNER', sentCount: 3 });
  await mailedToken(invited.email, 3);
  const { viewer } = await owner.ask('{ viewer { invitations { id role } } }');
  expect(viewer.invitations).toEqual([{ id: again.id, role: 'OWNER' }]);
  await accept(invited, { invitationId: again.id });
  expect(await invite(owner, invited.email)).toMatchObject({ __typename: 'AlreadyMember', code: 'ALREADY_MEMBER' });
});

test('a withdrawn and an expired invitation are refused, and sending one again extends it', async () => {
  const [owner, withdrawn, late] = [
    await factory.createPerson(),
    await factory.createPerson(),
    await factory.createPerson(),
  ];
  const { id: withdrawnId } = await invite(owner, withdrawn.email);
  const { id: lateId } = await invite(owner, late.email);
  expect((await change(owner, 'withdrawInvitation', withdrawnId)).status).toBe('WITHDRAWN');
  expect((await change(owner, 'withdrawInvitation', withdrawnId)).status).toBe('WITHDRAWN');

  expect((await accept(withdrawn, { invitationId: withdrawnId })).code).toBe('INVITATION_WITHDRAWN');
  expect((await change(owner, 'resendInvitation', withdrawnId)).code).toBe('INVITATION_WITHDRAWN');
  await server.app.db.invitation.updateMany({
    where: { email: late.email },
    data: { expiresAt: server.clock.now() },
  });
  expect((await accept(late, { invitationId: lateId })).code).toBe('INVITATION_EXPIRED');
  expect((await change(owner, 'resendInvitation', lateId)).status).toBe('OPEN');
  expect((await accept(late, { invitationId: lateId })).role).toBe('MEMBER');
  expect((await change(owner, 'withdrawInvitation', lateId)).code).toBe('INVITATION_USED');
});

test('only owners of the account invite, and no one sees or changes the invitations of another account', async () => {
  const [owner, stranger, invited] = [
    await factory.createPerson(),
    await factory.createPerson(),
    await factory.createPerson(),
  ];
  const member = await factory.createMember(owner, 'MEMBER');
  const { id } = await invite(owner, invited.email);

  expect((await invite(member, invited.email)).code).toBe('MEMBERSHIP_ROLE_INSUFFICIENT');
  expect((await change(member, 'withdrawInvitation', id)).code).toBe('MEMBERSHIP_ROLE_INSUFFICIENT');
  for (const mutation of ['resendInvitation', 'withdrawInvitation'] as const)
    expect((await change(stranger, mutation, id)).__typename).toBe('InvitationNotFound');
  await factory.createPriceOption(owner);
  const account = toGlobalId('Account', owner.accountId);
  const read = 'query ($id: ID!) { node(id: $id) { ... on Account { name invitations { id } members { role } } } }';
  expect(await stranger.ask(read, { id: account })).toEqual({
    node: { name: owner.name, invitations: null, members: null },
  });
  expect((await member.ask(read, { id: account })).node.invitations).toEqual([{ id }]);
});

test('an account has a limited number of members and open invitations', async () => {
  const owner = await factory.createPerson();
  const { accountId, personId } = owner;
  const createdAt = server.clock.now();
  await server.app.db.invitation.createMany({
    data: Array.from({ length: limits.accounts.members - 2 }, (_, index) => ({
      ...{ accountId, email: `i${index}@many.example`, role: 'MEMBER' as const, invitedById: personId, createdAt },
      tokenHash: `${accountId} ${index}`,
      expiresAt: new Date(createdAt.getTime() + 60_000),
    })),
  });

  const answers = await Promise.all([invite(owner, 'one@many.example'), invite(owner, 'two@many.example')]);

  expect(answers.map(({ __typename }) => __typename).sort()).toEqual(['Invitation', 'LimitReached']);
});

test.each([
  ['neither', {}],
  ['both', { token: 'x', invitationId: 'y' }],
  ['a token that is too long', { token: 'x'.repeat(10_000) }],
])('an invitation that is named by %s is invalid input', async (_name, input) => {
  expect((await accept(await factory.createPerson(), input)).__typename).toBe('InputInvalid');
});

test('the token of an invitation is not stored', async () => {
  const [owner, invited] = [await factory.createPerson(), await factory.createPerson()];
  await invite(owner, invited.email);
  const token = await mailedToken(invited.email);

  const { tokenHash } = await server.app.db.invitation.findFirstOrThrow({ where: { email: invited.email } });

  expect(token.length).toBeGreaterThanOrEqual(43);
  expect(tokenHash).not.toContain(token);
  expect(JSON.stringify(await server.app.db.email.findMany({ where: { address: invited.email } }))).not.toContain(
    token,
  );
});

test('hostile names are escaped in the e-mail, and the subject has one line', async () => {
  const owner = await factory.createPerson({ name: 'Tea <b>House</b>\nBcc: x@y.example' });
  const invited = await factory.createPerson();
  await invite(owner, invited.email);
  await mailedToken(invited.email);

  const letters = [server, second].flatMap(({ app }) => app.mailbox?.letters() ?? []);
  const letter = letters.find(({ to }) => to === invited.email);
  expect(letter?.subject).toBe('Tea <b>House</b> Bcc: x@y.example invites you to Tea <b>House</b> Bcc: x@y.example');
  expect(letter?.html).not.toContain('<b>');
});

test('an address is invited a limited number of times', async () => {
  const [owner, invited] = [await factory.createPerson(), await factory.createPerson()];
  const { points } = limits.rates.invitationsPerAddress;
  for (let count = 0; count < points; count += 1) expect((await invite(owner, invited.email)).status).toBe('OPEN');

  expect(await invite(owner, invited.email)).toMatchObject({ __typename: 'RateLimited', recovery: 'RETRYABLE' });
});

test('anyone who has the token of a link reads the invitation without signing in, and no one else reads anything', async () => {
  const owner = await factory.createPerson();
  const email = 'reader@people.example';
  const { id } = await invite(owner, email, 'VIEWER');
  const token = await mailedToken(email);
  const read = async (who: ApiClient, given: string) =>
    (
      await who.ask(
        'query ($token: String!) { invitation(token: $token) { email role status account { name contactEmail members { role } } invitedBy { name email } } }',
        { token: given },
      )
    ).invitation;

  const open = await read(apiClient(server.url), token);
  await change(owner, 'withdrawInvitation', id);

  expect(open).toEqual({
    email,
    role: 'VIEWER',
    status: 'OPEN',
    account: { name: owner.name, contactEmail: null, members: null },
    invitedBy: { name: owner.name, email: null },
  });
  expect(await read(apiClient(server.url), token)).toMatchObject({ status: 'WITHDRAWN' });
  for (const wrong of ['', id, `${token}x`, 'x'.repeat(10_000)]) expect(await read(owner, wrong)).toBeNull();
});

test('the invitations of another account are null, whatever is selected of them', async () => {
  const { id, advertiser, seller } = await factory.createOrder();
  await invite(seller, 'invited@people.example');

  const answer = await advertiser.ask(
    'query ($id: ID!) { order(id: $id) { seller { invitations { account { name } invitedBy { name } } } } }',
    { id },
  );

  expect(answer).toEqual({ order: { seller: { invitations: null } } });
});
