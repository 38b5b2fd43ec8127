/** Lists in the order in which things were made, newest first, as keyset pages. */
import { isUuid } from './ids.ts';
import { cursorMalformed, type PageArguments, pageOf, pageRequest } from './pages.ts';

interface Made {
  readonly createdAt: Date;
  readonly id: string;
}

/** How to read a page of such a list, and the page made of what was read. `kind` tells the cursors of one list from another's. */
export function newestFirst(kind: string, args: PageArguments) {
  const request = pageRequest(args);
  const direction = request.isFromEnd ? ('asc' as const) : ('desc' as const);
  const placeOf = (cursor: string): Made => {
    const [, found, time, id] = /^(\w+):(\d{1,15}):(.+)$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
    return found === kind && time && id && isUuid(id)
      ? { createdAt: new Date(Number(time)), id }
      : cursorMalformed(cursor);
  };
  // "After" in a list of the newest first is what is older.
  const beyond = (side: 'lt' | 'gt', cursor: string | undefined) => {
    if (cursor === undefined) return [];
    const { createdAt, id } = placeOf(cursor);
    return [{ OR: [{ createdAt: { [side]: createdAt } }, { createdAt, id: { [side]: id } }] }];
  };
  return {
    conditions: [...beyond('lt', request.after), ...beyond('gt', request.before)],
    sorting: { orderBy: [{ createdAt: direction }, { id: direction }], take: request.size + 1 },
    pageOf: <Row extends Made>(rows: readonly Row[]) =>
      pageOf(request, rows, ({ createdAt, id }) =>
        Buffer.from(`${kind}:${createdAt.getTime()}:${id}`).toString('base64url'),
      ),
  };
}
