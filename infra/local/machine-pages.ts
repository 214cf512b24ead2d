// The pages of the machine itself: its clock, its state, its keys, a form to try.
import * as z from 'zod';
import { parseDuration } from '../../workflows/model/time.ts';
import type { Access } from './access.ts';
import { queueDefinitions } from './deployment.ts';
import { type LocalPages, LocalRefusal } from './local-pages.ts';
import type { Machine } from './machine.ts';
import { domainPage } from './pages/domain.ts';
import { formPage } from './pages/form.ts';
import type { Resource } from './template.ts';

export const machinePages = (
  machine: Machine,
  resources: readonly Resource[],
  { writeKey, adminToken }: Access,
): LocalPages => ({
  'GET /_local/clock': () => ({ now: time(machine) }),
  'POST /_local/clock': async (body) => {
    await machine.forward.advanceTo(targetOf(body, machine.clock.now()));
    machine.aws.dynamodb.expire();
    return { now: time(machine) };
  },
  'GET /_local/status': () => ({
    quiet: machine.forward.isQuiet(),
    now: time(machine),
    writeKey,
    queues: queueStates(machine, resources),
  }),
  'GET /_local/token': () => ({ adminToken }),
  'GET /_local/form': () => formPage(writeKey),
  'GET /_local/domain': () => domainPage,
});

const time = ({ clock }: Machine): string => new Date(clock.now()).toISOString();

const advance = z.union([
  z.strictObject({ advance: z.string().transform((text) => parseDuration(text)) }),
  z.strictObject({ to: z.iso.datetime({ offset: true }).transform((text) => Date.parse(text)) }),
]);

/** `{ "advance": "3 days" }` or `{ "to": "2026-12-24T18:00:00Z" }` */
function targetOf(body: string, now: number): number {
  const { data } = advance.safeParse(parsed(body));
  if (data && 'to' in data && data.to >= now) return data.to;
  if (data && 'advance' in data && data.advance !== undefined) return now + data.advance;
  throw new LocalRefusal(
    400,
    'Send {"advance": "3 days"} or {"to": "2026-12-24T18:00:00Z"}; time does not go back.',
  );
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/** Every queue that is not only there for another's dead letters. */
function queueStates({ queues }: Machine, resources: readonly Resource[]) {
  const all = queueDefinitions(resources);
  const dead = new Set(all.map(({ deadLetter }) => deadLetter?.queue));
  const states = all
    .filter(({ name }) => !dead.has(name))
    .map(({ name, deadLetter }) => {
      const deadLetters = deadLetter ? queues.counts(deadLetter.queue).visible : 0;
      return [name, { ...queues.counts(name), deadLetters }];
    });
  return Object.fromEntries(states);
}
