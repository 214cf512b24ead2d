// The throttle of API Gateway's stage: a bucket of tokens, one for a request, that fills up at a steady rate. It goes
// by real time: a clock that is moved forward lets nobody send more.
import * as z from 'zod';
import type { Resource } from './template.ts';

const settings = z.object({ ThrottlingRateLimit: z.number(), ThrottlingBurstLimit: z.number() });

/** Whether the next request may pass; `now` in milliseconds. A stage that says nothing lets all pass. */
export function createThrottle(
  resources: readonly Resource[],
  now: () => number = () => performance.now(),
): () => boolean {
  const stage = resources.find(({ type }) => type === 'AWS::ApiGatewayV2::Stage');
  const limits = settings.safeParse(stage?.properties.DefaultRouteSettings).data;
  if (!limits) return () => true;
  const { ThrottlingRateLimit: perSecond, ThrottlingBurstLimit: burst } = limits;
  let tokens = burst;
  let filledAt = now();
  return () => {
    const at = now();
    tokens = Math.min(burst, tokens + ((at - filledAt) * perSecond) / 1000);
    filledAt = at;
    if (tokens < 1) return false;
    tokens -= 1;
    return true;
  };
}
