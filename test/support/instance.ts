// A running function that can be killed at any of its AWS calls. The dead make no calls and hear no answers.
import { FunctionFailed } from '../../infra/local/function-host.ts';
import type { AwsRequest, Gateway } from '../../infra/local/gateway.ts';

export type Fate = 'live' | 'die_before' | 'die_after';

export interface Instance {
  /** Rejects when the instance dies over it. */
  run(payload: unknown): Promise<unknown>;
}

interface InstanceParts {
  readonly name: string;
  readonly gateway: Gateway;
  /** Asked at every call. */
  readonly fate: (request: AwsRequest) => Promise<Fate>;
  readonly died: () => void;
  readonly build: (gateway: Gateway) => (payload: unknown, context: Context) => Promise<unknown>;
}

interface Context {
  getRemainingTimeInMillis(): number;
}

/** What no one hears. */
const unheard = { status: 0, headers: {}, body: '' };

export function createInstance({ name, gateway, fate, died, build }: InstanceParts): Instance {
  const killed = Promise.withResolvers<never>();
  killed.promise.catch(() => {});
  let isDead = false;
  const die = () => {
    isDead = true;
    died();
    killed.reject(new FunctionFailed('Killed', `${name} was killed`));
    return unheard;
  };
  const dangerous: Gateway = async (request) => {
    const verdict = await fate(request);
    if (verdict === 'die_before') return die();
    const answer = await gateway(request);
    return verdict === 'die_after' ? die() : answer;
  };
  const handler = build(async (request) => {
    const answer = isDead ? unheard : await dangerous(request);
    return isDead ? new Promise(() => {}) : answer;
  });
  const context = { getRemainingTimeInMillis: () => 30_000 };
  return { run: (payload) => Promise.race([handler(payload, context), killed.promise]) };
}
