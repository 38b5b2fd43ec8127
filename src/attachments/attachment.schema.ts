/** Files of timeline entries in the API. */
import DataLoader from 'dataloader';
import { visibleFiles } from '../access/file-access.ts';
import { FileType } from '../files/file.schema.ts';
import type { File } from '../generated/prisma/client.ts';
import { builder } from '../graphql/builder.ts';
import { contextLoader, sharedLoader } from '../graphql/context.ts';
import { entryRefs, TimelineEntry } from '../orders/timeline/timeline.schema.ts';
import type { TimelinePosition } from '../orders/timeline/timeline.ts';
import { planned } from '../plans/declarations.ts';
import { entryTypes } from '../process/entries.ts';

/** Most entries have no files, and the files of a page are read in one statement: the list costs like one item. */
export const filesCost = { field: 1, multiplier: 1 };

/** Files by their ids, one statement for a whole page of entries; undefined for what the viewer may not see. */
const files = contextLoader(
  ({ app, viewer }) =>
    new DataLoader<string, File | undefined>(async (ids) => {
      const rows = await app.db.file.findMany({
        where: { AND: [{ id: { in: [...ids] } }, visibleFiles(viewer, app.clock.now())] },
      });
      const byId = new Map(rows.map((file) => [file.id, file]));
      return ids.map((id) => byId.get(id));
    }),
);

/** Files of entries in all fields. A viewer of the entry may see them. */
export const attachmentsOf = sharedLoader<TimelinePosition, readonly File[]>(async ({ db }, positions) => {
  const rows = await db.entryFile.findMany({
    where: { OR: positions.map(({ orderId, number }) => ({ orderId, number })) },
    orderBy: { fileId: 'asc' },
    include: { file: true },
  });
  const byPlace = Map.groupBy(rows, positionKey);
  return positions.map((position) => (byPlace.get(positionKey(position)) ?? []).map(({ file }) => file));
}, positionKey);

/** The planned files at the position of an entry or a message. */
export const filesAtPosition = {
  kind: 'rows',
  model: 'File',
  match: (file: string, entry: string) => `${file}.id in (
    select file_id from entry_file where entry_file.order_id = ${entry}.order_id and entry_file.number = ${entry}.number)`,
  orderBy: 'id',
} as const;

function positionKey({ orderId, number }: TimelinePosition): string {
  return `${orderId}:${number}`;
}

for (const { type, input } of entryTypes) {
  const ref = entryRefs.get(type);
  for (const [name, { kind, description }] of Object.entries(input)) {
    if (kind !== 'files' || !ref) continue;
    builder.objectField(ref, name, (t) =>
      t.field({
        type: [FileType],
        description,
        complexity: filesCost,
        resolve: async (entry, _args, context) => {
          // Logged by the engine: a list of ids, or nothing.
          const ids = (entry.input as Record<string, readonly string[] | undefined>)[name] ?? [];
          const loaded = await Promise.all(ids.map((id) => files(context).load(id)));
          return loaded.filter((file) => file !== undefined);
        },
      }),
    );
  }
}

builder.interfaceField(TimelineEntry, 'files', (t) =>
  t.field({
    type: [FileType],
    description: 'The files of the entry in all its fields, and those of its message.',
    complexity: filesCost,
    ...planned(filesAtPosition),
    resolve: async (entry, _args, context) => [...(await attachmentsOf(context).load(entry))],
  }),
);
