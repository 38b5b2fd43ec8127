/** A load of HTTP calls in a process of its own; ends by itself after the given time. */
import autocannon from 'autocannon';
import { receiveTask, report } from './child.ts';
import { headersOf } from './client.ts';
import { type BenchWorld, type Call, scenarios, type Target } from './scenarios.ts';

export interface HttpTask {
  readonly url: string;
  readonly target: Target;
  readonly scenario: string;
  readonly world: BenchWorld;
  readonly seconds: number;
  readonly connections: number;
  /** Makes idempotency keys unique. */
  readonly key: string;
}

export interface HttpResult {
  readonly calls: number;
  readonly requestsPerSecond: number;
  readonly p50: number;
  readonly p99: number;
  /** Answers that were not what was asked for; a figure with any is worth nothing. */
  readonly failures: number;
}

const { url, target, scenario: name, world, seconds, connections, key } = await receiveTask<HttpTask>();
const scenario = scenarios.find((one) => one.name === name);
if (!scenario) throw new Error(`There is no scenario "${name}"`);

let turns = 0;
// Made anew by autocannon for each turn of each connection.
const callOf = (context: { calls?: readonly Call[] }, place: number) => {
  if (place === 0 || !context.calls) context.calls = scenario.turn(target, world, turns++, key);
  const call = context.calls[place];
  if (!call) throw new Error('The turn has no such call');
  return call;
};
const result = await autocannon({
  url,
  duration: seconds,
  connections,
  verifyBody: (body) => String(body).includes(scenario.sign),
  requests: Array.from({ length: scenario.callsPerTurn }, (_, place) => ({
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
