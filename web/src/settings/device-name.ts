/** The order matters: browsers name older ones as well. */
const browsers = [
  [/Edg\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
] as const;
const systems = [
  [/Windows/, 'Windows'],
  [/Android/, 'Android'],
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
] as const;

const firstIn = (userAgent: string, names: readonly (readonly [RegExp, string])[]): string | undefined =>
  names.find(([pattern]) => pattern.test(userAgent))?.[1];

/** The browser and the system of a user agent: "Firefox, Linux". Else the user agent itself. */
export function deviceName(userAgent: string): string {
  const names = [firstIn(userAgent, browsers), firstIn(userAgent, systems)].filter((name) => name !== undefined);
  return names.join(', ') || userAgent;
}
