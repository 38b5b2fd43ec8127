import type { Viewer } from '../../access/viewer.ts';
import type { Db } from '../../platform/db.ts';
import { tuning } from '../../tuning.ts';
import { byteOrderMark, csvRecord } from './csv.ts';
import type { ExportTable } from './export-tables.ts';

/** The beginning of a file: the byte order mark, and the names of the columns. */
export const csvHeader = ({ columns }: ExportTable): string => `${byteOrderMark}${csvRecord(columns)}`;

/**
 * The records of a table that a viewer may see, as the text of one row of the database at a time. It holds one page of
 * rows, and reads the next when a reader has taken them, with the rights that the viewer has then.
 * @throws what `findViewer` throws if the viewer has lost access
 */
export async function* csvRows(
  db: Db,
  findViewer: () => Promise<Viewer>,
  table: ExportTable,
): AsyncGenerator<string, void> {
  const limit = tuning.exports.pageSize;
  for (let after: string | undefined; ; ) {
    const rows = await table.readPage(db, await findViewer(), { after, limit });
    for (const { records } of rows) yield records.map(csvRecord).join('');
    after = rows.at(-1)?.id;
    if (rows.length < limit) return;
  }
}
