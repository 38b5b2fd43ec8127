/** The texts of the API that people read in the browser client: every other language of the client translates each of them. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { errorDefinitions } from '../../src/platform/error-definitions.ts';
import { adProcess } from '../../src/process/ad.ts';
import type { State, Step } from '../../src/process/define.ts';
import { entryTypes } from '../../src/process/entries.ts';
import type { Field, Fields } from '../../src/process/fields.ts';
import { enumName } from '../../src/process/names.ts';
import { orderProcess } from '../../src/process/order.ts';
import '../../src/routes.ts';
import '../../src/schema.ts';
import '../../src/server/http.ts';

/** Errors of requests that the client does not make: of other programs, or with a malformed protocol. */
const errorsOfPrograms = new Set([
  ...['ACCESS_TOKEN_INVALID', 'ARBITRARY_OPERATION_REFUSED', 'KEY_INVALID', 'KEY_MALFORMED', 'SIGNATURE_INVALID'],
  ...['BAD_REQUEST', 'BAD_USER_INPUT', 'FORM_MALFORMED', 'MEDIA_TYPE', 'METHOD_NOT_ALLOWED', 'NOT_ACCEPTABLE'],
  ...['BODY_INCOMPLETE', 'BODY_NOT_JSON', 'BODY_NOT_OBJECT', 'BODY_NOT_UTF8', 'BODY_TOO_LARGE', 'PARAMETER_NOT_JSON'],
  ...['CROSS_SITE_REQUEST', 'CURSOR_AHEAD', 'CURSOR_MALFORMED', 'CURSOR_OF_ANOTHER_DATABASE', 'CURSOR_UNKNOWN'],
  ...[
    'DOCUMENT_MALFORMED',
    'EVENT_INVALID',
    'GRAPHQL_PARSE_FAILED',
    'GRAPHQL_VALIDATION_FAILED',
    'OPERATION_RESOLUTION_FAILURE',
  ],
  ...[
    'HOST_REFUSED',
    'ID_MALFORMED',
    'LIST_TOO_LONG',
    'OPERATIONS_REFUSED',
    'OPERATION_RETIRED',
    'PAGE_INVALID',
    'PARAMETER_INVALID',
    'PERSISTED_QUERY_NOT_SUPPORTED',
    'QUERY_MISSING',
    'SANDBOX_ONLY',
    'SANDBOX_UNREACHABLE',
    'SCHEMA_REFUSED',
    'TEST_PAYMENT_NOT_FOUND',
    'TEST_PAYMENT_NOT_READY',
  ],
  ...[
    'TOO_COSTLY',
    'TOO_DEEP',
    'TOO_MANY_ALIASES',
    'TOO_MANY_FRAGMENTS',
    'TOO_MANY_OPERATIONS',
    'TOO_MANY_SELECTIONS',
    'TOO_MANY_STREAMS',
  ],
]);

const steps = [...Object.entries<Step>(orderProcess.steps), ...Object.entries<Step>(adProcess.steps)];
/** True for a step that a person takes in its form. The form that creates an order or an ad has texts of its own. */
const hasForm = ({ by, from }: Step): boolean => from.length > 0 && by.some((role) => role !== 'system');
const formSteps = steps.filter(([, step]) => hasForm(step));
const namesOf = (process: { readonly steps: Readonly<Record<string, Step>> }) =>
  formSteps.flatMap(([name]) => (Object.hasOwn(process.steps, name) ? [enumName(name)] : []));
const states = Object.values<State>(orderProcess.states);
const tasksOfAds = [...Object.values<State>(adProcess.states), ...Object.values<Step>(adProcess.steps)].map(
  ({ task }) => task,
);
/** The fields that forms ask for and entries show. The values of ids, and names of templates, are not shown. */
const fields = [...formSteps.map(([, { input = {} }]) => input), ...entryTypes.map(({ input }) => input)].flatMap(
  (input: Fields) => Object.entries(input).filter(([name, { kind }]) => kind !== 'id' && name !== 'template'),
);

/** The fields of forms with their steps: the same field has another description in another step. */
const formFields = formSteps.flatMap(([step, { input = {} }]) =>
  Object.entries<Field>(input).map(([name, field]) => ({ key: `${enumName(step)}.${name}`, field })),
);

const keys = new Map<string, readonly (string | undefined)[]>([
  ['orderStatus', Object.keys(orderProcess.states)],
  ['orderStep', namesOf(orderProcess)],
  ['adStep', namesOf(adProcess)],
  ['entry', entryTypes.map(({ event }) => enumName(event))],
  ['awaited', [...states.map(({ task }) => task), ...tasksOfAds]],
  ['advice', [...states.map(({ advice }) => advice), ...tasksOfAds]],
  ['outcome', steps.map(([, { outcome }]) => outcome)],
  ['stepField', fields.map(([name]) => name)],
  ['stepOption', fields.flatMap(([, { values = [] }]) => values)],
  ['stepFieldHelp', formFields.map(({ key }) => key)],
  ['stepOptionHelp', formFields.flatMap(({ key, field: { values = [] } }) => values.map((value) => `${key}.${value}`))],
  ['refusal', [...errorDefinitions.keys()].filter((code) => !errorsOfPrograms.has(code))],
]);

const catalogueOf = (language: string): Readonly<Record<string, string>> =>
  JSON.parse(readFileSync(new URL(`../../web/messages/${language}.json`, import.meta.url), 'utf8'));

test.each(['de'])('the catalogue %s translates every text of the API that people read', (language) => {
  const catalogue = catalogueOf(language);
  const missing = [...keys].flatMap(([kind, all]) =>
    [...new Set(all)]
      .filter((key) => key !== undefined && !catalogue[`api.${kind}.${key}`] && !catalogue[`${kind}.${key}`])
      .map((key) => `${kind}.${key}`),
  );

  for (const [kind, all] of keys) expect(all.length, kind).toBeGreaterThan(0);
  expect(missing).toEqual([]);
});

test.each(['de'])('the catalogue %s describes no field or option that no form has', (language) => {
  const catalogue = catalogueOf(language);
  const described = Object.keys(catalogue).filter((key) => /^api\.step(Field|Option)Help\./.test(key));

  const keysOfForms = ['stepFieldHelp', 'stepOptionHelp'].flatMap((kind) =>
    (keys.get(kind) ?? []).map((key) => `api.${kind}.${key}`),
  );
  expect(described.toSorted()).toEqual(keysOfForms.toSorted());
});

/** Other words for the terms of docs/emails.md, and words that were misspelt. */
const avoidedGermanWords = /Werbepl[aä]tz|Verkäufer|Anzeigenpl[aä]tz|Sandbox|Platzierungn/;

test.each(['web', 'src/emails', 'src/pages'])('the German texts in %s use one word for each term', (folder) => {
  const text = readFileSync(new URL(`../../${folder}/messages/de.json`, import.meta.url), 'utf8');

  const values = text.split('\n').map((line) => line.replace(/^\s*"[^"]*":/, ''));
  expect(values.filter((value) => avoidedGermanWords.test(value))).toEqual([]);
});

test('the errors of programs are codes of the API', () => {
  expect([...errorsOfPrograms].filter((code) => !errorDefinitions.has(code))).toEqual([]);
});
