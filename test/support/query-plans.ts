/** Plans of `explain (analyze, format json)`. */

/** The maximum of rows that any node of a plan produced or discarded. */
export function rowsTouched(plan: unknown): number {
  let most = 0;
  JSON.stringify(plan, (key, value) => {
    if (key === 'Actual Rows' || key === 'Rows Removed by Filter') most = Math.max(most, Number(value));
    return value as unknown;
  });
  return most;
}
