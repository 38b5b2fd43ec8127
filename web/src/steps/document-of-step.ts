import { adStepDocuments, orderStepDocuments } from './step-documents.ts';
import type { StepDocument } from './step-form.tsx';

/** The documents differ in their inputs, which the fields of an action describe. */
type Documents = Readonly<Record<string, StepDocument | undefined>>;

/** The mutation of a step of an order; undefined for a step that is newer than this build of the client. */
export const orderStepDocument = (step: string): StepDocument | undefined =>
  (orderStepDocuments as unknown as Documents)[step];

/** The mutation of a step of an ad; undefined for a step that is newer than this build of the client. */
export const adStepDocument = (step: string): StepDocument | undefined =>
  (adStepDocuments as unknown as Documents)[step];
