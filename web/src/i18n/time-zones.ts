/** The time zones to choose from: those that Intl lists, UTC, and the current one, which can be another name of one of them. */
export const timeZoneOptions = (current: string): readonly { readonly value: string; readonly label: string }[] =>
  [...new Set([...(current ? [current] : []), 'UTC', ...Intl.supportedValuesOf('timeZone')])]
    .sort()
    .map((value) => ({ value, label: value.replaceAll('_', ' ') }));
