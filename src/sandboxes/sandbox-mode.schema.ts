/** The clock, which can be advanced only in a sandbox, and the captured e-mails of a sandbox. */

import { SandboxOnly } from '../access/access-errors.ts';
import { actorRefusals } from '../access/actor.ts';
import { requireMember } from '../access/scopes.ts';
import type { CapturedEmail } from '../generated/prisma/client.ts';
import { builder } from '../graphql/builder.ts';
import { connectionOf } from '../graphql/connection-types.ts';
import { newestFirst, pageCost, pageOf, pageRequest } from '../graphql/connections.ts';
import { asGraphQLError } from '../graphql/errors.ts';
import { idempotencyKeyField, idempotencyKeyFrom } from '../graphql/idempotency.ts';
import { refusalTypes } from '../graphql/refusals.schema.ts';
import { limits } from '../limits.ts';
import { InputInvalid, RateLimited, Refusal } from '../platform/errors.ts';
import type { AppServices } from '../services/services.ts';
import { advanceClock, sandboxOf } from './sandbox-mode.ts';

refusalTypes(SandboxOnly);

const ClockType = builder.objectRef<Pick<AppServices, 'clock' | 'sandbox'>>('Clock').implement({
  description: 'The clock of the server or the sandbox.',
  fields: (t) => ({
    now: t.field({
      type: 'DateTime',
      description: 'The current time of the clock.',
      resolve: ({ clock }) => clock.now(),
    }),
    isAdvanceable: t.boolean({
      description: 'True if `advanceClock` can advance the clock, which is only possible in a sandbox.',
      resolve: ({ sandbox }) => sandbox !== undefined,
    }),
  }),
});

builder.queryField('clock', (t) =>
  t.field({
    type: ClockType,
    description: 'The current time; in a sandbox it may be ahead of real time.',
    resolve: (_root, _args, { app }) => app,
  }),
);

const AdvanceClockInput = builder.inputType('AdvanceClockInput', {
  description: `Duration by which the clock is advanced, as days and hours together; at most ${limits.sandboxes.daysPerAdvance} days.`,
  fields: (t) => ({
    days: t.int({ description: 'Number of days; defaults to 0.' }),
    hours: t.int({ description: 'Number of hours; defaults to 0.' }),
    idempotencyKey: t.string(idempotencyKeyField),
  }),
});

builder.mutationField('advanceClock', (t) =>
  t.field({
    type: ClockType,
    description:
      'Puts the clock of a sandbox forward, and does what falls due, day by day: reminders, expiry, renewals. It never goes back. Mails follow within a second or two.',
    errors: {
      types: [...actorRefusals, RateLimited, InputInvalid, SandboxOnly],
      union: { name: 'AdvanceClockResult', description: 'Result of `advanceClock`, or the reason for the refusal.' },
    },
    args: {
      input: t.arg({
        type: AdvanceClockInput,
        required: true,
        description: 'The duration by which the clock is advanced.',
      }),
    },
    resolve: async (_root, { input }, { app, viewer }) => {
      await advanceClock(app, viewer, {
        days: input.days ?? 0,
        hours: input.hours ?? 0,
        idempotencyKey: idempotencyKeyFrom(input.idempotencyKey, viewer),
      });
      return app;
    },
  }),
);

const CapturedMailType = builder.objectRef<CapturedEmail>('SandboxEmail').implement({
  description: 'An e-mail that would have been sent.',
  fields: (t) => ({
    to: t.exposeString('to', { description: 'The address that it would have gone to.' }),
    replyTo: t.exposeString('replyTo', {
      nullable: true,
      description: 'Reply-To address of the e-mail; null if there is none.',
    }),
    subject: t.exposeString('subject', { description: 'The subject of the e-mail message.' }),
    text: t.exposeString('text', { description: 'Body of the e-mail as plain text.' }),
    html: t.exposeString('html', { description: 'Body of the e-mail as HTML.' }),
    createdAt: t.expose('createdAt', {
      type: 'DateTime',
      description: 'Time at which the e-mail would have been sent.',
    }),
  }),
});

const list = newestFirst('createdAt', 'captured-mail');

builder.queryField('sandboxEmails', (t) =>
  t.connection(
    {
      type: CapturedMailType,
      description: `E-mails that the sandbox would have sent to its people, newest first; the newest ${limits.sandboxes.mails} are kept.`,
      complexity: pageCost,
      resolve: async (_root, args, { app, viewer }) => {
        try {
          requireMember(viewer, 'readSandboxEmails');
          sandboxOf(app);
        } catch (error) {
          throw error instanceof Refusal ? asGraphQLError(error) : error;
        }
        const request = pageRequest(args);
        const where = { AND: [...list.conditions(request)] };
        return pageOf(
          request,
          await app.db.capturedEmail.findMany({ ...list.findOptions(request), where }),
          list.cursorOf,
        );
      },
    },
    connectionOf(CapturedMailType),
  ),
);
