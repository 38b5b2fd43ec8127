/** Mutations that can be sent, one of each kind, for tests that repeat every mutation with an idempotency key. */
import { openSession } from '../../src/auth/sessions.ts';
import { emailChangeCodeFor, signInCodeFor } from '../../src/emails/mailed-codes.ts';
import type { MembershipRole } from '../../src/generated/prisma/client.ts';
import { toGlobalId } from '../../src/graphql/ids.ts';
import { createAd as createOrderAd, createPlacement, ownAd, stepOfAd } from './ads.ts';
import { type ApiClient, apiClient, type Data } from './client.ts';
import type { Factory, TestPerson } from './factory.ts';
import { png } from './images.ts';
import { readSettings, updateSettings } from './marketplace.ts';
import { authorize, createOAuthPartner } from './oauth.ts';
import { change, createPartner, idOf, manifestOf } from './partner.ts';
import { pushSubscription } from './push-service.ts';
import type { TestServer } from './server.ts';
import { createListedSpace, createOption, createSpace, optionInput, spaceInput } from './spaces.ts';
import { upload, uploadParams } from './uploads.ts';
import { eventually } from './wait.ts';
import { verifyEndpoint } from './webhook-receiver.ts';

/** A request that is ready to be sent. */
export interface Repeatable {
  readonly who: ApiClient;
  readonly input: Data;
  /** Fields of another input for the same key; without them the test changes a field itself. */
  readonly other?: Data;
  /** True if the request ends the session that sends it, so that it cannot be repeated afterwards. */
  readonly endsSession?: boolean;
}

const accountId = (person: TestPerson) => toGlobalId('Account', person.accountId);
const personId = (person: TestPerson) => toGlobalId('Person', person.personId);
const feed = `subscription Follow($id: ID!, $after: String) { orderTimeline(orderId: $id, after: $after) { __typename } }`;

const termsUrl = 'https://market.example/terms';

/** Makes the requests. Each function creates its own subjects, so that it can be called again for another request. */
export function repeatableMutations(
  server: TestServer,
  factory: Factory,
): Readonly<Record<string, () => Promise<Repeatable>>> {
  let counter = 0;
  const fresh = (name: string) => `${name}-${++counter}`;
  const address = () => `${fresh('repeat')}@people.example`;
  const { createPerson, createMember, createOrder } = factory;
  const anonymous = () => apiClient(server.url);

  const idIn = async (who: ApiClient, mutation: string, input: Data, type: string): Promise<string> => {
    const answer = await change(who, mutation, input, `... on ${type} { id }`);
    if (!answer.id) throw new Error(`${mutation} was refused: ${JSON.stringify(answer)}`);
    return answer.id;
  };
  /** An owner with a member in another role. */
  const pair = async (role: MembershipRole = 'MEMBER') => {
    const owner = await createPerson();
    return { owner, member: await createMember(owner, role) };
  };
  const invited = async () => {
    const owner = await createPerson();
    const person = await createPerson();
    const input = { email: person.email, role: 'MEMBER' };
    return { owner, person, invitationId: await idIn(owner, 'inviteMember', input, 'Invitation') };
  };
  const confirmation = async (mutation: string, person: TestPerson): Promise<string> => {
    await change(person, mutation, { newEmail: address() });
    const where = { personId: person.personId };
    const { id } = await server.app.db.emailChange.findFirstOrThrow({ where, orderBy: { createdAt: 'desc' } });
    return emailChangeCodeFor(server.app, id);
  };
  const space = async () => {
    const who = await createPerson();
    return { who, spaceId: await createSpace(who) };
  };
  const listed = async () => {
    const who = await createPerson();
    const { id: spaceId, optionId } = await createListedSpace(who);
    return { who, spaceId, optionId };
  };
  const pictures = async () => {
    const { who, spaceId } = await space();
    const [first, second] = [(await upload(who, png())).id, (await upload(who, png({ width: 9 }))).id];
    for (const fileId of [first, second]) await change(who, 'addSpacePicture', { spaceId, fileId });
    return { who, spaceId, fileIds: [first, second] };
  };
  const today = () => server.clock.now().toISOString().slice(0, 10);
  const ranges = () => [{ from: nextDay(today(), 3), to: nextDay(today(), 4) }];
  const placement = async (kind: 'SINGLE' | 'GROUP' = 'SINGLE') => {
    const who = await createPerson();
    return { who, placementId: await createPlacement(who, kind, fresh('repeat')) };
  };
  const application = async () => {
    const partner = await createPartner(factory, { documents: [feed] });
    return { who: partner.owner, applicationId: partner.applicationId, keyId: partner.keyId };
  };
  const endpoint = async () => {
    const { who, applicationId } = await application();
    const input = { applicationId, url: 'http://127.0.0.1:9/hook', documentId: idOf(feed) };
    const created = await change(
      who,
      'createWebhookEndpoint',
      input,
      '... on WebhookSecretPayload { endpoint { id } }',
    );
    const endpointId: string = created.endpoint.id;
    await verifyEndpoint(server, endpointId);
    return { who, applicationId, endpointId };
  };
  const report = async () => {
    const reporter = await createPerson();
    const input = { subjectId: (await listed()).spaceId, reason: 'SPAM' };
    return idIn(reporter, 'report', input, 'Report');
  };
  const act = async (subject: Data) => ({
    who: await factory.createOperator(),
    input: { ...subject, reason: 'It was reported.' },
  });

  return {
    // People, accounts, members.
    createAccount: async () => ({ who: await createPerson(), input: { name: fresh('Account') } }),
    updateAccount: async () => ({ who: await createPerson(), input: { name: fresh('Account') } }),
    updateAccountSettings: async () => ({ who: await createPerson(), input: { adSetupEmails: false } }),
    updatePerson: async () => ({ who: await createPerson(), input: { name: fresh('Person') } }),
    requestEmailChange: async () => ({ who: await createPerson(), input: { newEmail: address() } }),
    requestContactEmailChange: async () => ({ who: await createPerson(), input: { newEmail: address() } }),
    confirmEmailChange: async () => {
      const who = await createPerson();
      return { who, input: { code: await confirmation('requestEmailChange', who) } };
    },
    confirmContactEmailChange: async () => {
      const who = await createPerson();
      return { who, input: { code: await confirmation('requestContactEmailChange', who) } };
    },
    updateNotificationPreferences: async () => ({
      who: await createPerson(),
      input: { quietHours: { from: '22:00', to: '07:00' } },
      other: { quietHours: { from: '23:00', to: '07:00' } },
    }),
    acceptTerms: async () => {
      await updateSettings(await factory.createOperator(), { termsUrl });
      const { version } = (await readSettings(anonymous())).terms;
      return { who: await createPerson(), input: { version } };
    },
    requestSignInCode: async () => ({ who: anonymous(), input: { email: address() } }),
    signIn: async () => {
      const email = address();
      await change(anonymous(), 'requestSignInCode', { email });
      const { id } = await server.app.db.signInCode.findFirstOrThrow({ where: { email } });
      const { terms } = await readSettings(anonymous());
      const input = { email, code: signInCodeFor(server.app, id), acceptedTermsVersion: terms?.version };
      return { who: anonymous(), input, other: { code: '00000000' } };
    },
    signOut: async () => ({ who: await createPerson(), input: {}, endsSession: true }),
    createPushSubscription: async () => {
      return { who: await createPerson(), input: pushSubscription(), other: pushSubscription() };
    },
    deletePushSubscription: async () => {
      const who = await createPerson();
      const pushSubscriptionId = await idIn(who, 'createPushSubscription', pushSubscription(), 'PushSubscription');
      return { who, input: { pushSubscriptionId } };
    },
    revokeSession: async () => {
      const who = await createPerson();
      const { id } = await server.app.db.$transaction((tx) => openSession(server.app, tx, who.personId));
      return { who, input: { sessionId: toGlobalId('Session', id) } };
    },
    revokeOtherSessions: async () => {
      const who = await createPerson();
      await server.app.db.$transaction((tx) => openSession(server.app, tx, who.personId));
      return { who, input: {} };
    },
    inviteMember: async () => ({ who: await createPerson(), input: { email: address(), role: 'MEMBER' } }),
    resendInvitation: async () => {
      const { owner, invitationId } = await invited();
      return { who: owner, input: { invitationId } };
    },
    withdrawInvitation: async () => {
      const { owner, invitationId } = await invited();
      return { who: owner, input: { invitationId } };
    },
    acceptInvitation: async () => {
      const { person, invitationId } = await invited();
      return { who: person, input: { invitationId } };
    },
    updateMemberRole: async () => {
      const { owner, member } = await pair();
      return { who: owner, input: { personId: personId(member), role: 'VIEWER' } };
    },
    removeMember: async () => {
      const { owner, member } = await pair();
      return { who: owner, input: { personId: personId(member) } };
    },
    leaveAccount: async () => ({ who: (await pair()).member, input: {} }),
    closeAccount: async () => {
      const who = await createPerson();
      return { who, input: { accountId: accountId(who) } };
    },
    deletePerson: async () => {
      const who = await createPerson();
      return { who, input: { confirmation: who.email }, endsSession: true };
    },

    // Operators.
    updateMarketplace: async () => {
      const who = await factory.createOperator();
      const { revision: expectedRevision } = await readSettings(who);
      return { who, input: { expectedRevision, name: fresh('Marketplace') } };
    },
    addOperator: async () => ({ who: await factory.createOperator(), input: { email: address() } }),
    removeOperator: async () => {
      const who = await factory.createOperator();
      return { who, input: { personId: personId(await createMember(who, 'OWNER')) } };
    },
    suspendAccount: async () => act({ accountId: accountId(await createPerson()) }),
    reinstateAccount: async () => {
      const suspended = await act({ accountId: accountId(await createPerson()) });
      await change(suspended.who, 'suspendAccount', suspended.input);
      return suspended;
    },
    takeDownSpace: async () => act({ spaceId: (await listed()).spaceId }),
    restoreSpace: async () => {
      const request = await act({ spaceId: (await listed()).spaceId });
      await change(request.who, 'takeDownSpace', request.input);
      return request;
    },
    takeDownAd: async () => act({ adId: await ownAd(await createPerson()) }),
    restoreAd: async () => {
      const request = await act({ adId: await ownAd(await createPerson()) });
      await change(request.who, 'takeDownAd', request.input);
      return request;
    },
    report: async () => {
      const { spaceId } = await listed();
      return { who: await createPerson(), input: { subjectId: spaceId, reason: 'SPAM' } };
    },
    resolveReport: async () => {
      const reportId = await report();
      return { who: await factory.createOperator(), input: { reportId, outcome: 'DISMISSED', note: 'No reason.' } };
    },
    resolvePaymentException: async () => {
      const { id } = await server.app.db.paymentMovement.create({
        data: {
          ...{ kind: 'RECEIVED', status: 'DONE', provider: 'STRIPE', amountMinorUnits: 100n, currency: 'EUR' },
          ...{ isCounted: false, needsOperator: true, createdAt: server.clock.now() },
        },
      });
      const input = { paymentExceptionId: toGlobalId('PaymentException', id), outcome: 'MANUAL', note: 'Returned.' };
      return { who: await factory.createOperator(), input };
    },
    updateApplicationQuota: async () => {
      const { applicationId } = await application();
      return { who: await factory.createOperator(), input: { applicationId, capacity: 500 } };
    },

    // Spaces.
    createSpace: async () => ({ who: await createPerson(), input: spaceInput() }),
    updateSpace: async () => {
      const { who, spaceId } = await space();
      return { who, input: { spaceId, title: fresh('Space') } };
    },
    listSpace: async () => {
      const { who, spaceId } = await space();
      await createOption(who, spaceId);
      return { who, input: { spaceId } };
    },
    unlistSpace: async () => {
      const { who, spaceId } = await listed();
      return { who, input: { spaceId } };
    },
    archiveSpace: async () => {
      const { who, spaceId } = await listed();
      return { who, input: { spaceId } };
    },
    createPriceOption: async () => {
      const { who, spaceId } = await space();
      return { who, input: optionInput(spaceId) };
    },
    updatePriceOption: async () => {
      const { who, optionId } = await listed();
      return { who, input: { priceOptionId: optionId, title: 'two weeks' } };
    },
    archivePriceOption: async () => {
      const { who, spaceId } = await space();
      return { who, input: { priceOptionId: await createOption(who, spaceId) } };
    },
    addSpacePicture: async () => {
      const { who, spaceId } = await space();
      return { who, input: { spaceId, fileId: (await upload(who, png())).id } };
    },
    removeSpacePicture: async () => {
      const { who, spaceId, fileIds } = await pictures();
      return { who, input: { spaceId, fileId: fileIds[0] } };
    },
    reorderSpacePictures: async () => {
      const { who, spaceId, fileIds } = await pictures();
      return { who, input: { spaceId, fileIds: fileIds.toReversed() } };
    },
    updateSpaceAvailability: async () => {
      const { who, spaceId } = await space();
      return { who, input: { spaceId, capacity: 2, timeZone: 'Europe/Berlin' } };
    },
    blockSpaceDays: async () => {
      const { who, spaceId } = await space();
      return { who, input: { spaceId, ranges: ranges() } };
    },
    unblockSpaceDays: async () => {
      const { who, spaceId } = await space();
      await change(who, 'blockSpaceDays', { spaceId, ranges: ranges() });
      return { who, input: { spaceId, ranges: ranges() } };
    },
    updateCreativeRules: async () => {
      const { who, spaceId } = await space();
      return { who, input: { spaceId, kinds: ['HTML'] } };
    },
    updateAdRenewal: async () => {
      const { who, spaceId } = await space();
      return { who, input: { spaceId, renewsAds: true } };
    },

    // Ads, placements, files.
    createAd: async () => ({ who: await createPerson(), input: { name: 'My own' } }),
    createPlacement: async () => ({
      who: await createPerson(),
      input: { slug: fresh('repeat'), name: 'The place', kind: 'SINGLE' },
    }),
    updatePlacement: async () => {
      const { who, placementId } = await placement();
      return { who, input: { placementId, name: 'Renamed' } };
    },
    deletePlacement: async () => {
      const { who, placementId } = await placement();
      return { who, input: { placementId } };
    },
    updateAdWeight: async () => {
      const { who, placementId } = await placement('GROUP');
      const ad = await createOrderAd(factory, who as TestPerson);
      await stepOfAd(who, 'publishAd', { adId: ad.id, placementId });
      return { who, input: { adId: ad.id, weight: 3 } };
    },
    rotateSetupLink: async () => {
      const order = await createOrder();
      return { who: order.seller, input: { orderId: order.id } };
    },
    revokeSetupLink: async () => {
      const order = await createOrder();
      return { who: order.seller, input: { orderId: order.id } };
    },
    requestUpload: async () => ({ who: await createPerson(), input: uploadParams(png()) }),

    // Orders: what is not kept on the timeline.
    markRead: async () => {
      const order = await createOrder();
      return { who: order.seller, input: { orderId: order.id, upTo: 1 } };
    },
    updateTypingStatus: async () => {
      const order = await createOrder();
      return { who: order.seller, input: { orderId: order.id, isTyping: true } };
    },
    refreshPaymentLink: async () => {
      const order = await createOrder({ status: 'PAYMENT_REQUIRED', paymentMethod: 'TEST' });
      const orderId = Buffer.from(order.id, 'base64url').toString().replace('Order:', '');
      const expired = { checkoutExpiresAt: server.clock.now() };
      const page = { orderId, checkoutUrl: { not: null } };
      await eventually(async () => {
        const { count } = await server.app.db.payment.updateMany({ where: page, data: expired });
        if (count === 0) throw new Error('The order has no payment page yet');
      });
      return { who: order.advertiser, input: { orderId: order.id } };
    },

    // Applications and webhooks.
    createApplication: async () => ({ who: await createPerson(), input: { name: 'Robot', scopes: ['ORDERS_READ'] } }),
    updateApplicationScopes: async () => {
      const { who, applicationId } = await application();
      return { who, input: { applicationId, scopes: ['ORDERS_READ'] } };
    },
    updateApplicationRedirectUris: async () => {
      const { who, applicationId } = await application();
      return { who, input: { applicationId, redirectUris: [`https://partner.example/${fresh('callback')}`] } };
    },
    rotateApplicationClientSecret: async () => {
      const { who, applicationId } = await application();
      return { who, input: { applicationId }, other: { applicationId: (await application()).applicationId } };
    },
    deleteApplicationClientSecret: async () => {
      const { who, applicationId } = await application();
      await change(who, 'rotateApplicationClientSecret', { applicationId });
      return { who, input: { applicationId }, other: { applicationId: (await application()).applicationId } };
    },
    revokeApplicationGrant: async () => {
      const who = await createPerson();
      const partner = await createOAuthPartner(factory);
      await authorize(server, partner, who);
      const { id } = await server.app.db.applicationGrant.findFirstOrThrow({ where: { accountId: who.accountId } });
      return { who, input: { grantId: toGlobalId('ApplicationGrant', id) } };
    },
    deleteApplication: async () => {
      const { who, applicationId } = await application();
      return { who, input: { applicationId } };
    },
    createApplicationKey: async () => {
      const { who, applicationId } = await application();
      return { who, input: { applicationId } };
    },
    revokeApplicationKey: async () => {
      const { who, keyId } = await application();
      return { who, input: { keyId } };
    },
    registerOperations: async () => {
      const { who, applicationId } = await application();
      const manifest = manifestOf(`${feed} `);
      return { who, input: { applicationId, name: 'repeated', version: '1', manifest } };
    },
    retireOperations: async () => {
      const { who, applicationId } = await application();
      const input = { applicationId, name: 'repeated', version: '1' };
      await change(who, 'registerOperations', { ...input, manifest: manifestOf(`${feed} `) });
      return { who, input };
    },
    createWebhookEndpoint: async () => {
      const { who, applicationId } = await application();
      return { who, input: { applicationId, url: 'http://127.0.0.1:9/hook', documentId: idOf(feed) } };
    },
    updateWebhookEndpoint: async () => {
      const { who, endpointId } = await endpoint();
      return { who, input: { endpointId, isEnabled: false } };
    },
    deleteWebhookEndpoint: async () => {
      const { who, endpointId } = await endpoint();
      return { who, input: { endpointId } };
    },
    rotateWebhookSecret: async () => {
      const { who, endpointId } = await endpoint();
      return { who, input: { endpointId } };
    },
    sendTestEvent: async () => {
      const { who, endpointId } = await endpoint();
      return { who, input: { endpointId } };
    },
    replayDelivery: async () => {
      const { who, endpointId } = await endpoint();
      const deliveryId = await idIn(who, 'sendTestEvent', { endpointId }, 'WebhookDelivery');
      return { who, input: { deliveryId } };
    },
    replayEvents: async () => {
      const { who, endpointId } = await endpoint();
      const { inbox } = await who.ask('{ inbox { cursor } }');
      return { who, input: { endpointId, after: inbox.cursor } };
    },
  };
}

const nextDay = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
