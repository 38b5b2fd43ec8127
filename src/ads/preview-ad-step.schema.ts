/** The query that previews a step of an ad. */
import { visibleAds } from '../access/access.ts';
import { actorRefusals } from '../access/actor.ts';
import type { Ad } from '../generated/prisma/client.ts';
import { builder } from '../graphql/builder.ts';
import { previewCost, StepPreviewType } from '../orders/step-preview.schema.ts';
import { previewStep, type StepSubject } from '../orders/step-preview.ts';
import { InputInvalid, RateLimited } from '../platform/errors.ts';
import { type AdStep, adRow } from '../process/ad.ts';
import { type AdStepInput, adStepCallOf, adStepInputs, CreateAdInput } from './ad.schema.ts';
import { AdNotFound, AdStepNotAllowed } from './ad.ts';
import { createAd } from './create-ad.ts';
import { lockAd, takeAdStep } from './take-ad-step.ts';

const PreviewAdStepInput = builder.inputType('PreviewAdStepInput', {
  description: 'The step to preview: its input, in the field with its name. An idempotency key has no effect.',
  isOneOf: true,
  fields: (t) => ({
    createAd: t.field({ type: CreateAdInput, description: 'The input of the mutation `createAd`.' }),
    ...Object.fromEntries(
      adStepInputs.map(([step, type]) => [
        step,
        t.field({ type, description: `The input of the step with the title “${adRow(step).title}”.` }),
      ]),
    ),
  }),
});

builder.queryField('previewAdStep', (t) =>
  t.field({
    type: StepPreviewType,
    description:
      'Previews a step of an ad: the effects that it would have now, or the refusal. Nothing is changed, sent or published.',
    errors: {
      types: [...actorRefusals, AdNotFound, AdStepNotAllowed, InputInvalid, RateLimited],
      union: {
        name: 'PreviewAdStepResult',
        description: 'Result of `previewAdStep`: the effects, or the reason for the refusal.',
      },
    },
    complexity: previewCost,
    args: { input: t.arg({ type: PreviewAdStepInput, required: true, description: 'The step and its input.' }) },
    resolve: (_root, { input: { createAd: newAd, ...input } }, { app, viewer }) => {
      if (newAd)
        return previewStep(app, viewer, { take: async (inside) => subjectOf(await createAd(inside, viewer, newAd)) });
      const [[step, stepInput] = []] = Object.entries(input);
      // GraphQL has checked that there is one field, which is a step.
      const call = adStepCallOf(step as AdStep, stepInput as unknown as AdStepInput);
      return previewStep(app, viewer, {
        lock: async (tx) => subjectOf((await lockAd(tx, call.adId, visibleAds(viewer))).ad),
        take: async (inside) => subjectOf(await takeAdStep(inside, viewer, call)),
      });
    },
  }),
);

const subjectOf = ({ id: adId, orderId }: Ad): StepSubject => ({ adId, orderId });
