/** The addresses of the pages of the client. */
import { paths } from '../../web/src/app/paths.ts';

/** The address of a path. `params` has the values of its parameters, and `optionId` is the price option of a new order. */
export function addressOf(
  path: string,
  { params, optionId }: { readonly params: Readonly<Record<string, string>>; readonly optionId: string },
): string {
  const address = path.replaceAll(/\$(\w+)/g, (_, name: string) => {
    const value = params[name];
    if (value === undefined) throw new Error(`The parameter ${name} of ${path} has no value`);
    return value;
  });
  return path === paths.newOrder ? `${address}?space=${params['spaceId']}&option=${optionId}` : address;
}
