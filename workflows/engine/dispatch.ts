// A message that asks to go: the gate lets it pass, withholds it, or holds it at its step.
import { type Message, messageId } from '../model/message.ts';
import type { Transition } from '../model/transition.ts';
import { type Draft, keep, note } from './draft.ts';
import { judge, type Verdict } from './gate.ts';
import { inside, kindOf, settled, type Walker } from './moment.ts';
import type { Node } from './program.ts';
import { reserve } from './reserve.ts';
import { lifeOf } from './sending-time.ts';

interface Sending {
  readonly node: Node;
  readonly template: string;
}

/** The draft to go on with, or the one in which the message is held. */
export function dispatch(
  walker: Walker,
  draft: Draft,
  { node, template }: Sending,
): { readonly draft: Draft } | { readonly rests: Draft } {
  const where = { ...inside(walker), step: node.id };
  const kind = kindOf(walker.version, template);
  const { document, campaign } = walker.version;
  const { id: enrollment, dueSince = walker.world.now } = walker.enrollment;
  const asked = { kind, document, campaign, enrollment, dueSince };
  const verdict = wasSent(walker, node) ?? judge(walker.world, draft.contact, asked);
  switch (verdict.do) {
    case 'withhold': {
      const { do: _, ...reason } = verdict;
      const withheld = note(draft, { kind: 'withheld', ...where, ...reason });
      return { draft: keep(withheld, settled(walker.enrollment)) };
    }
    case 'hold': {
      const { until, because } = verdict;
      const held = { ...settled(walker.enrollment), step: node.id, until, dueSince };
      return { rests: keep(note(draft, { kind: 'held', ...where, until, because }), held) };
    }
    case 'pass': {
      const message = messageOf(walker, draft, { node, template });
      const asked: Transition = { kind: 'requested', ...where, message: message.id };
      const noted = { ...note(draft, asked), messages: [...draft.messages, message] };
      const reserved = reserve(walker.world, noted, { message, document });
      const sent = [...(walker.enrollment.sent ?? []), node.id];
      return { draft: keep(reserved, { ...settled(walker.enrollment), sent }) };
    }
    default:
      return verdict satisfies never;
  }
}

/** Only a move leads back to a step. */
const wasSent = ({ enrollment }: Walker, { id }: Node): Verdict | undefined =>
  enrollment.sent?.includes(id) ? { do: 'withhold', reason: 'sent_before' } : undefined;

function messageOf(
  { world, version, enrollment }: Walker,
  { contact }: Draft,
  { node, template }: Sending,
): Message {
  return {
    id: messageId(world.hash, enrollment.id, node.id),
    contact: contact.id,
    enrollment: enrollment.id,
    campaign: enrollment.campaign,
    version: enrollment.version,
    step: node.id,
    template,
    kind: kindOf(version, template),
    ...(version.document.topic !== undefined && { topic: version.document.topic }),
    event: enrollment.event,
    ...(enrollment.offer && { offer: enrollment.offer }),
    ...(world.workspace.zone !== 'UTC' && { zone: world.workspace.zone }),
    ...('schedule' in version.document.trigger && { bulk: true }),
    requestedAt: world.now,
    expiresAt: world.now + lifeOf(version.document),
  };
}
