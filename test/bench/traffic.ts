// Sends calls to the runtime's door: as many as it takes (a flood), or at a steady rate (a calm).
import { setTimeout } from 'node:timers/promises';
import type { Runtime } from '../../infra/local/runtime.ts';
import type { Call } from './calls.ts';

/** Milliseconds of the runtime's clock. */
export interface Posted {
  readonly call: Call;
  readonly sentAt: number;
  readonly answeredAt: number;
}

type Door = Pick<Runtime, 'url' | 'writeKey' | 'clock'>;

const atOnce = 16;

export async function flood(door: Door, calls: Iterable<Call>): Promise<Posted[]> {
  const posted: Posted[] = [];
  const left = Iterator.from(calls);
  const lane = async () => {
    for (const call of left) posted.push(await post(door, call));
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  return posted;
}

/** `rate` in calls a second. A call leaves at its time, whether or not those before it are answered. */
export async function calm(door: Door, calls: readonly Call[], rate: number): Promise<Posted[]> {
  const start = performance.now();
  const running: Promise<Posted>[] = [];
  for (const [at, call] of calls.entries()) {
    const wait = start + (at * 1000) / rate - performance.now();
    if (wait > 0) await setTimeout(wait);
    running.push(post(door, call));
  }
  return Promise.all(running);
}

async function post({ url, writeKey, clock }: Door, call: Call): Promise<Posted> {
  const sentAt = clock.now();
  const answer = await fetch(`${url}${call.path}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Basic ${btoa(`${writeKey}:`)}`,
    },
    body: call.body,
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${call.path} was not accepted: ${answer.status} ${text}`);
  return { call, sentAt, answeredAt: clock.now() };
}
