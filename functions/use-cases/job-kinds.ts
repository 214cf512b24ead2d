// What each kind of job does with a contact: looks, and names the cause to bring. Nothing here writes to a contact.
import { condition } from '../../workflows/conditions/condition.ts';
import { evaluate, type Subject } from '../../workflows/conditions/evaluate.ts';
import { zoneOf } from '../../workflows/model/calendar-zone.ts';
import type { Contact } from '../../workflows/model/contact.ts';
import type { Job, JobKind } from '../../workflows/model/job.ts';
import { defaultWorkspace } from '../../workflows/model/workspace.ts';
import type { Hash, Now } from '../ports.ts';
import type { Examine } from './examine.ts';

export interface KindPorts {
  readonly hash: Hash;
  readonly now: Now;
}

/** Read once for a slice of a chunk. Undefined when the job has become pointless. */
type Open = (ports: KindPorts, job: Job) => Promise<Examine | undefined>;

const subjectOf = ({ now, hash }: KindPorts, contact: Contact): Subject => ({
  contact,
  properties: {},
  now: now(),
  zone: zoneOf(contact.traits, defaultWorkspace.zone),
  hash,
});

/** Changes nobody: it counts those of whom the condition holds. */
const count: Open = async (ports, { input }) => {
  const rule = condition.parse(input.condition);
  return ({ contact }) => (evaluate(rule, subjectOf(ports, contact)).held ? {} : undefined);
};

const kinds: Readonly<Partial<Record<JobKind, Open>>> = { count };

export const openJob: Open = async (ports, job) => {
  const open = kinds[job.kind];
  if (!open) throw new Error(`Nobody knows how to ${job.kind}`);
  return open(ports, job);
};
