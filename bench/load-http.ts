/** A load of HTTP calls in a process of its own. It ends after the given time or amount. */
import autocannon from 'autocannon';
import { receiveTask, report } from './child.ts';
import { headersOf } from './client.ts';
import { type Call, type Dataset, scenarios, type Target } from './scenarios.ts';

export interface HttpTask {
  readonly url: string;
  readonly target: Target;
  readonly scenario: string;
  readonly dataset: Dataset;
  readonly seconds: number;
  readonly connections: number;
  /** Makes idempotency keys unique. */
  readonly key: string;
  /** Makes this number of calls instead of a load of `seconds`. */
  readonly amount?: number | undefined;
}

export interface HttpResult {
  readonly calls: number;
  readonly requestsPerSecond: number;
  readonly p50: number;
  readonly p99: number;
  /** Failed calls. A figure with failures means nothing. */
  readonly failures: number;
}

const { url, target, scenario: name, dataset, seconds, connections, key, amount } = await receiveTask<HttpTask>();
const scenario = scenarios.find((one) => one.name === name);
if (!scenario) throw new Error(`There is no scenario "${name}"`);

let iterations = 0;
// Autocannon makes one for each iteration of each connection.
const callOf = (context: { calls?: readonly Call[] }, place: number) => {
  if (place === 0 || !context.calls) context.calls = scenario.calls(target, dataset, iterations++, key);
  const call = context.calls[place];
  if (!call) throw new Error('The iteration has no such call');
  return call;
};
const result = await autocannon({
  url,
  ...(amount ? { amount } : { duration: seconds }),
  connections,
  verifyBody: (body) => String(body).includes(scenario.expectedText),
  requests: Array.from({ length: scenario.callsPerIteration }, (_, place) => ({
    setupRequest: (request: autocannon.Request, context: object) => {
      const call = callOf(context, place);
      const { method, path, body } = call;
      return { ...request, method, path, headers: headersOf(call), ...(body === undefined ? {} : { body }) };
    },
  })),
});
report({
  calls: result['2xx'],
  requestsPerSecond: result['2xx'] / result.duration,
  p50: result.latency.p50,
  p99: result.latency.p99,
  failures: result.errors + result.timeouts + result.non2xx + result.mismatches,
} satisfies HttpResult);
