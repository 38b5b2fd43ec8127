/** Access to the schema: everyone in development, and applications in production. Errors suggest names only to them. */
import { type DocumentNode, type GraphQLError, Kind, type ValidationRule, visit } from 'graphql';
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

/** True if a text may read the schema. Whether it reads nothing else is known once it is parsed. */
export const mentionsSchema = (text: unknown): boolean => typeof text === 'string' && /__(?:schema|type)\b/.test(text);

/** Allows only operations that read the schema and nothing else; `refuse` makes the error for others. */
export const schemaOnlyRule =
  (refuse: () => GraphQLError): ValidationRule =>
  (context) => ({
    [Kind.OPERATION_DEFINITION]: ({ operation, selectionSet: { selections } }) => {
      const readsOnlySchema = selections.every(
        (selection) =>
          selection.kind === Kind.FIELD && [...introspectionFields, '__typename'].includes(selection.name.value),
      );
      if (operation !== 'query' || !readsOnlySchema) context.reportError(refuse());
    },
  });
