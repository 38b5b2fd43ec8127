import type { StepAction } from './step-form.tsx';

/** The field in which a step asks for the placement of an ad; undefined for a step that does not place it. */
export const placementFieldOf = ({ fields }: Pick<StepAction, 'fields'>): string | undefined =>
  fields.find(({ typeName }) => typeName === 'Placement')?.name;
