// The messages that come next on a walk, and what the gate would say if they were asked for now.
import type { Contact } from '../model/contact.ts';
import type { Enrollment } from '../model/enrollment.ts';
import type { MessageKind } from '../model/message.ts';
import type { Instant } from '../model/time.ts';
import type { Withheld } from '../model/transition.ts';
import type { World } from './draft.ts';
import { judge, type Verdict } from './gate.ts';
import { kindOf } from './moment.ts';
import type { Node, RunnableVersion } from './program.ts';
import { wordsOf } from './why-unsent.ts';

export interface NextMessage {
  readonly step: string;
  readonly template: string;
  readonly kind: MessageKind;
  readonly verdict: Verdict['do'];
  /** Which rule withholds it. */
  readonly rule?: Withheld;
  readonly because: string;
  /** When it would pass, where time alone would do; unknown otherwise. */
  readonly passesAt?: Instant;
}

interface Walk {
  readonly version: RunnableVersion;
  /** Absent for somebody who is not inside. */
  readonly enrollment?: Enrollment;
}

/** The first message on every path that may come next. */
export function nextMessages(world: World, contact: Contact, walk: Walk): NextMessage[] {
  return sendsAfter(walk).flatMap((node) =>
    (node.type.templates?.(node.step) ?? []).map((template) =>
      judged(world, contact, walk, { step: node.id, template }),
    ),
  );
}

const sendsAfter = ({ version, enrollment }: Walk): Node[] => {
  const { nodes, first } = version.program;
  return firstSends(nodes, enrollment ? startsOf(nodes, enrollment) : [first]);
};

/** Whoever waits at a step goes on behind it; a message that is due is still to come. */
function startsOf(nodes: Nodes, { step = '', dueSince, parked }: Enrollment): readonly Next[] {
  const here = nodes.get(step);
  if (!here) return [];
  return dueSince !== undefined || parked !== undefined ? [step] : followersOf(here);
}

/** Steps are laid so that nothing leads back; paths meet again, and a step is looked at once. */
function firstSends(nodes: Nodes, from: readonly Next[], seen = new Set<Next>()): Node[] {
  return from.flatMap((id) => {
    const node = nodes.get(id ?? '');
    if (!node || seen.has(id)) return [];
    seen.add(id);
    return node.type.templates ? [node] : firstSends(nodes, followersOf(node), seen);
  });
}

type Nodes = RunnableVersion['program']['nodes'];
type Next = string | undefined;

const followersOf = ({ next, paths }: Node): Next[] => [
  ...new Set([...Object.values(paths), next]),
];

function judged(
  world: World,
  contact: Contact,
  { version, enrollment }: Walk,
  { step, template }: Pick<NextMessage, 'step' | 'template'>,
): NextMessage {
  const kind = kindOf(version, template);
  const verdict = judge(world, contact, {
    kind,
    campaign: version.campaign,
    document: version.document,
    enrollment: enrollment?.id ?? '',
    dueSince: enrollment?.dueSince ?? world.now,
  });
  return { step, template, kind, verdict: verdict.do, ...said(verdict) };
}

function said(verdict: Verdict): Pick<NextMessage, 'rule' | 'because' | 'passesAt'> {
  switch (verdict.do) {
    case 'pass':
      return { because: 'nothing stands against it' };
    case 'hold':
      return { because: verdict.because, passesAt: verdict.until };
    case 'withhold': {
      const { reason: rule, passesAt } = verdict;
      const because = verdict.because ?? wordsOf(rule);
      return { rule, because, ...(passesAt !== undefined && { passesAt }) };
    }
    default:
      return verdict satisfies never;
  }
}
