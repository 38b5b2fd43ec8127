/**
 * The order in which one answer reads an order (decision 23): its row, then its parts, then its timeline. So the timeline
 * of an answer has the entry of everything that the answer shows.
 */
import { type Context, contextLoader } from '../../graphql/context.ts';

/** The reads of parts that this operation, or this event of a stream, has begun. */
const partReads = contextLoader(() => new Set<Promise<unknown>>());

/**
 * Registers the read of a part of an order: of rows that change together with an entry. Resolvers call it without waiting
 * for anything before; then a timeline that is asked for beside the part is read after it.
 */
export function readPart<Part>(context: Context, read: Promise<Part>): Promise<Part> {
  partReads(context).add(read);
  return read;
}

/** Waits for the reads that were registered so far, whether they succeed or fail. */
export async function partsAreRead(context: Context): Promise<void> {
  await Promise.allSettled(partReads(context));
}
