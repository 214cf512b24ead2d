// Runs inside a worker, around a function's own handler: profiles the worker, and gives up what it has
// seen when asked. Every taking starts a new profile.
import { type Profiler, Session } from 'node:inspector/promises';

type Handler = (event: unknown, context: unknown) => Promise<unknown>;

export const takeProfile = { takeProfile: true };

export function profiled(handler: Handler): Handler {
  const session = new Session();
  session.connect();
  const started = start(session);
  return async (event, context) => {
    await started;
    if (!isTaking(event)) return handler(event, context);
    const { profile } = await session.post('Profiler.stop');
    await session.post('Profiler.start');
    return profile satisfies Profiler.Profile;
  };
}

async function start(session: Session): Promise<void> {
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: 1000 });
  await session.post('Profiler.start');
}

const isTaking = (event: unknown): boolean =>
  typeof event === 'object' && event !== null && 'takeProfile' in event;
