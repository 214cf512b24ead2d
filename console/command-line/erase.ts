// erase: erases one person for good. Asks nothing back: whoever means it says --yes.
import { type Command, Misused, textOf } from './command.ts';

interface Erasure {
  readonly id: string;
  readonly state: string;
}

export const eraseCommand: Command = {
  name: 'erase',
  usage: '<id or key> --yes',
  summary: 'Erases one person for good; it cannot be undone',
  flags: {
    yes: { type: 'boolean', about: 'that it is meant' },
    because: {
      type: 'string',
      about: 'asked (the usual), consent_withdrawn, objected, no_longer_needed, unlawful, …',
    },
  },
  run: async ({ connect, write, say }, [who], flags) => {
    if (who === undefined) throw new Misused('Name somebody: npx perennial erase con_… --yes');
    if (flags.yes !== true)
      throw new Misused(
        'This cannot be undone. If it is meant, add --yes; to keep a copy for the person, export them first',
      );
    const { ask } = connect(flags);
    const because = textOf(flags, 'because');
    const path = `/api/contacts/${encodeURIComponent(who)}/erase`;
    const { id, state } = await ask<Erasure>(
      'POST',
      path,
      because === undefined ? {} : { because },
    );
    write(`${id} ${state}\n`);
    say(
      'Nothing received before is heard any more. What queues may still hold is removed within 15 days.',
    );
    return 0;
  },
};
