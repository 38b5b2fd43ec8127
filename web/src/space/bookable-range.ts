/** The days for which availability is read: from today on. */
const shownDays = 90;
const dayMs = 86_400_000;

/** The first and the last day, such as 2026-11-28. */
export function bookableRange(): { readonly from: string; readonly to: string } {
  const dayIn = (days: number) => new Date(Date.now() + days * dayMs).toISOString().slice(0, 10);
  return { from: dayIn(0), to: dayIn(shownDays) };
}
