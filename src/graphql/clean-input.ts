import { defaultFieldResolver, type GraphQLSchema } from 'graphql';
import { cleanText } from '../platform/text.ts';

/**
 * Fields that programs parse or compare: addresses, codes, keys, documents, markup. They are not changed, because their own
 * rules refuse what is not allowed, and the value that was checked must be the one that is used.
 */
const verbatim =
  /^(?:.*(?:[eE]mail|[uU]rl|[uU]ris?|[lL]ink|[kK]ey|Id)|auth|code|countries|endpoint|from|html|id|languages|manifest|mediaType|p256dh|primaryColor|reference|senderAddress|sha256|slug|timeZone|to|token|version|website)$/;

/**
 * Cleans the texts in the input of every mutation, so that none is stored that acts on the text around it: names and messages
 * are shown to other people, in lists, pages and e-mails.
 */
export function cleanInputOfMutations(schema: GraphQLSchema): void {
  for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    const { resolve = defaultFieldResolver } = field;
    field.resolve = (root, args, context, info) => resolve(root, cleanInput(args), context, info);
  }
}

/** The same input with clean texts. Parsed scalars, such as dates, are unchanged. */
function cleanInput<Value>(value: Value): Value;
function cleanInput(value: unknown): unknown {
  if (typeof value === 'string') return cleanText(value);
  if (Array.isArray(value)) return value.map(cleanInput);
  if (!isInputObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, verbatim.test(name) ? inner : cleanInput(inner)]),
  );
}

function isInputObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}
