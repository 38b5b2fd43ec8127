/** Who may read the schema: everyone in development, and applications in production. Errors suggest names to nobody else. */
import { type DocumentNode, Kind, visit } from 'graphql';
import type { Context } from './context.ts';

/** True if the viewer may read the schema. */
export const mayIntrospect = ({ app, viewer }: Pick<Context, 'app' | 'viewer'>): boolean =>
  !app.config.isProduction || viewer.kind === 'application';

const introspectionFields: readonly string[] = ['__schema', '__type'];

/** True if the document reads the schema. */
export function readsSchema(document: DocumentNode): boolean {
  let isRead = false;
  visit(document, {
    [Kind.FIELD]: ({ name }) => {
      isRead ||= introspectionFields.includes(name.value);
    },
  });
  return isRead;
}
