/** The media types of a response that a client accepts (RFC 9110, 12.5.1). */

/** The longest header that is read. Browsers send some hundred characters. */
const maxCharacters = 1_000;

interface MediaRange {
  readonly range: string;
  readonly weight: number;
}

/** Those of the media types that the header Accept allows, the preferred ones first; all of them without a header. */
export function acceptedTypes(header: string | undefined, types: readonly string[]): string[] {
  const ranges = rangesIn(header || '*/*');
  const weightOf = (type: string): number => rangeFor(ranges, type)?.weight ?? 0;
  const placeOf = (type: string): number => {
    const range = rangeFor(ranges, type);
    return range ? ranges.indexOf(range) : -1;
  };
  return types
    .filter((type) => weightOf(type) > 0)
    .toSorted((one, other) => weightOf(other) - weightOf(one) || placeOf(one) - placeOf(other));
}

function rangesIn(header: string): readonly MediaRange[] {
  return header
    .slice(0, maxCharacters)
    .toLowerCase()
    .split(',')
    .flatMap((part) => {
      const [range = '', ...parameters] = part.split(';').map((text) => text.trim());
      const parameter = (name: string) =>
        parameters.find((text) => text.startsWith(`${name}=`))?.slice(name.length + 1);
      const weight = Number(parameter('q') ?? 1);
      const charset = (parameter('charset') ?? 'utf-8').replaceAll('"', '');
      return charset === 'utf-8' && weight >= 0 ? [{ range, weight }] : [];
    });
}

/** The range that decides about a type: the type itself, else its group, else any. */
function rangeFor(ranges: readonly MediaRange[], type: string): MediaRange | undefined {
  const [group] = type.split('/');
  for (const candidate of [type, `${group}/*`, '*/*']) {
    const range = ranges.find((one) => one.range === candidate);
    if (range) return range;
  }
  return undefined;
}
