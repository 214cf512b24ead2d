// The timeline's row of a message that did not simply leave. A later state of it takes the row's place.
import type { Message } from '../../workflows/model/message.ts';
import type { TimelineRow } from '../ports.ts';

export const messageRow = (message: Message, state: string, because = ''): TimelineRow => ({
  contact: message.contact,
  at: message.requestedAt,
  kind: 'message',
  id: message.id,
  about: {
    state,
    because,
    campaign: message.campaign,
    version: message.version,
    step: message.step,
    template: message.template,
  },
  transitions: [],
});
