// A row of the timeline as it comes, and which kinds of things it tells of.
import type { Schemas } from '../../../api/client.ts';
import type { Decided } from '../../../parts/decision/decided.ts';

export type Row = Schemas['getContactsIdTimelineAnswer']['items'][number];

export const groups = ['events', 'decisions', 'messages', 'changes', 'tasks', 'notes'] as const;
export type Group = (typeof groups)[number];

/* t('rows: events') t('rows: decisions') t('rows: messages') t('rows: changes') t('rows: tasks') t('rows: notes') */
const byKind: Readonly<Record<string, Group>> = {
  ...{ event: 'events', call: 'events', account: 'events', webhook: 'events' },
  ...{ message: 'messages', feedback: 'messages', unsent: 'messages' },
  ...{ edit: 'changes', import: 'changes', absorb: 'changes', consent: 'changes' },
  ...{ suppression: 'changes', preferences: 'changes', unsubscribe: 'changes', confirm: 'changes' },
  note: 'notes',
};

const messageKinds = new Set(['requested', 'withheld', 'held', 'unsent']);
const decisionKinds = new Set([
  ...[
    'entered',
    'not_entered',
    'held_out',
    'waiting',
    'held',
    'parked',
    'moved',
    'acted',
    'resumed',
  ],
  ...[
    'branched',
    'requested',
    'withheld',
    'unsent',
    'goal_reached',
    'redeemed',
    'exited',
    'completed',
  ],
]);

const isTask = ({ kind, because }: Decided): boolean =>
  kind === 'acted' && typeof because === 'string' && /task/i.test(because);

export function groupsOf({ kind, transitions }: Row): ReadonlySet<Group> {
  const own = byKind[kind];
  return new Set<Group>([
    ...(own ? [own] : []),
    ...(transitions.some((one) => decisionKinds.has(one.kind)) ? (['decisions'] as const) : []),
    ...(transitions.some((one) => messageKinds.has(one.kind)) ? (['messages'] as const) : []),
    ...(transitions.some(isTask) ? (['tasks'] as const) : []),
  ]);
}
