/**
 * The registry of error codes. A code is defined once, by the feature that reports it, with its message and its
 * documentation. Everything that leaves the server as an error is made from a definition: refusals in result unions,
 * GraphQL errors and the JSON bodies of HTTP errors. docs/errors.md and the page /docs/errors are rendered from here.
 */
import { mapValues } from './objects.ts';

/** The reaction to an error: change the request, repeat it later unchanged, or neither. */
export type Recovery = 'CORRECTABLE' | 'RETRYABLE' | 'FINAL';

interface CommonOptions {
  readonly recovery: Recovery;
  /** Cause of the error: one sentence for the documentation and for the GraphQL type. */
  readonly description: string;
  /** Advice for the client: one or two sentences for the documentation. */
  readonly remedy: string;
  /** Status of an HTTP response that consists of this error; 400 if left out. */
  readonly httpStatus?: number;
}

/** An error whose message needs no details. */
export interface PlainErrorOptions extends CommonOptions {
  readonly message: string;
}

/** An error whose message is made from details. */
export interface DetailedErrorOptions<Details> extends CommonOptions {
  readonly message: (details: Details) => string;
  /** Details for the message that the documentation shows. */
  readonly example: Details;
  /** Overrides the recovery where it depends on the details. */
  readonly recoveryOf?: (details: Details) => Recovery;
  /** Members of `extensions` beside code, recovery and docUrl where the error is a GraphQL error. */
  readonly extensions?: (details: Details) => Readonly<Record<string, unknown>>;
}

/** One occurrence of an error. Only a definition makes one, so its code is always a registered one. */
export interface ErrorOccurrence {
  readonly definition: ErrorDefinition;
  readonly message: string;
  readonly recovery: Recovery;
  readonly extensions: Readonly<Record<string, unknown>>;
}

class ErrorDefinition<Details = unknown> {
  readonly code: string;
  readonly recovery: Recovery;
  readonly description: string;
  readonly remedy: string;
  readonly httpStatus: number | undefined;
  /** The message as the documentation shows it. */
  readonly exampleMessage: string;
  readonly #occurrenceOf: (details: never) => Omit<ErrorOccurrence, 'definition'>;

  constructor(code: string, options: PlainErrorOptions | DetailedErrorOptions<Details>) {
    const { recovery, description, remedy, httpStatus } = options;
    this.code = code;
    this.recovery = recovery;
    this.description = description;
    this.remedy = remedy;
    this.httpStatus = httpStatus;
    if (!isDetailed(options)) {
      this.exampleMessage = options.message;
      this.#occurrenceOf = () => ({ message: options.message, recovery, extensions: {} });
      return;
    }
    this.exampleMessage = options.message(options.example);
    this.#occurrenceOf = (details: Details) => ({
      message: options.message(details),
      recovery: options.recoveryOf?.(details) ?? recovery,
      extensions: options.extensions?.(details) ?? {},
    });
  }

  /** An occurrence with the message of the definition. */
  occur(details: Details): ErrorOccurrence {
    // The constructor was given the options for these details.
    return { definition: this, ...this.#occurrenceOf(details as never) };
  }

  /** An occurrence with a message that says more than the definition can. */
  occurWith(message: string, extensions: Readonly<Record<string, unknown>> = {}): ErrorOccurrence {
    return { definition: this, message, recovery: this.recovery, extensions };
  }
}

// Only `defineError` makes definitions.
export type { ErrorDefinition };

const isDetailed = <Details>(
  options: PlainErrorOptions | DetailedErrorOptions<Details>,
): options is DetailedErrorOptions<Details> => typeof options.message === 'function';

const registry = new Map<string, ErrorDefinition>();

/** Every error that the loaded modules define, by its code. */
export const errorDefinitions: ReadonlyMap<string, ErrorDefinition> = registry;

/** Defines an error code. @throws if the code is defined already */
export function defineError(code: string, options: PlainErrorOptions): ErrorDefinition<void>;
export function defineError<Details>(code: string, options: DetailedErrorOptions<Details>): ErrorDefinition<Details>;
export function defineError<Details>(
  code: string,
  options: PlainErrorOptions | DetailedErrorOptions<Details>,
): ErrorDefinition<Details> {
  if (registry.has(code)) throw new Error(`The error code ${code} is defined twice`);
  const definition = new ErrorDefinition<Details>(code, options);
  registry.set(code, definition);
  return definition;
}

/** Defines several error codes, each with a fixed message. @throws if one of them is defined already */
export function defineErrors<Code extends string>(
  options: Readonly<Record<Code, PlainErrorOptions>>,
): Readonly<Record<Code, ErrorDefinition<void>>> {
  return mapValues(options, (one, code) => defineError(code, one));
}

/** Path of the page that documents every code, below PUBLIC_URL. */
export const errorDocsPath = '/docs/errors';

/** Address of the documentation of a code. `docsUrl` is `Config.docsUrl`. */
export const errorDocUrl = ({ docsUrl }: { readonly docsUrl: string }, code: string): string => `${docsUrl}#${code}`;
