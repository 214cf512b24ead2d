// A form as a source that the owner connects: its settings hold for the form of that name on their pages, and their
// server may send on what was filled in. Takes no uploads from servers.
import { Refused } from '../../errors.ts';
import type { HookRequest, Provider, Reading } from '../hook/provider.ts';
import { readFields } from './fields.ts';
import { leadOf } from './lead.ts';
import { formSettings } from './settings.ts';

const kind = 'form';

function read(request: HookRequest): Reading {
  const { name, receivedAt } = request;
  const answers = readFields(request);
  try {
    const lead = leadOf(answers, { writeKey: name, form: name, receivedAt });
    return { events: [{ ...lead, source: `${kind}/${name}` }], rejected: [] };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { events: [], rejected: [{ reason: error.message, raw: JSON.stringify(answers) }] };
  }
}

export const formProvider: Provider = {
  kind,
  scheme: 'none',
  read,
  settings: formSettings,
  setup: {
    title: 'HTML form',
    secretFrom: 'us',
    steps: [
      'Let the form of your page post to /f/ followed by a write key, "/" and the name of this source. What is set here holds there.',
      'Or send what was filled in from your server to {address}, with the header "Authorization: Bearer …" and the secret made here.',
    ],
  },
};
