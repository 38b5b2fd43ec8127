/** The documentation of error codes as Markdown: docs/errors.md. */
import { type ErrorDefinition, errorDefinitions } from './error-definitions.ts';

/** Every definition, sorted by code. */
export const sortedErrors = (): readonly ErrorDefinition[] =>
  [...errorDefinitions.values()].sort((a, b) => (a.code < b.code ? -1 : 1));

export const errorDocsIntroduction =
  'Every error has a stable `code`, a `recovery` and a `docUrl` that leads to its entry here. A refusal is a member of the result union of a mutation. Other errors are GraphQL errors with `extensions.code`, or the JSON body of an HTTP response in the same form. Messages may say more than is shown here; programs should depend on codes only.';

export const recoveryMeanings = {
  CORRECTABLE: 'Change the request as the message says, then try again.',
  RETRYABLE: 'The same request may succeed later.',
  FINAL: 'The request cannot succeed in the current state.',
} as const;

/** docs/errors.md: the recoveries, a table of all codes, and an entry with an anchor for each. */
export function errorDocs(): string {
  const errors = sortedErrors();
  const recoveries = Object.entries(recoveryMeanings).map(([name, meaning]) => `- \`${name}\`: ${meaning}`);
  const rows = errors.map(
    ({ code, recovery, httpStatus, description }) =>
      `| [\`${code}\`](#${code}) | ${recovery} | ${httpStatus ?? ''} | ${description} |`,
  );
  return `# Error codes

Generated from the definitions in \`src/\` by \`npm run generate\`: do not edit.

${errorDocsIntroduction}

${recoveries.join('\n')}

The HTTP status is that of a response that consists of the error. Where none is given, it is 400, or 200 with partial data.

| code | recovery | HTTP status | description |
|---|---|---|---|
${rows.join('\n')}

${errors.map(entry).join('\n\n')}
`;
}

const entry = ({ code, recovery, httpStatus, description, exampleMessage, remedy }: ErrorDefinition): string =>
  `<a id="${code}"></a>

## ${code}

${description}

- Message: ${exampleMessage}
- Recovery: \`${recovery}\`${httpStatus === undefined ? '' : `\n- HTTP status: ${httpStatus}`}
- Remedy: ${remedy}`;
