/** The fields of planned types that have no plan, each with its reason. */
export const unplannedFields: Readonly<Record<string, string>> = {};
