// whoami: whose token it is, and what it may do.
import type { Command } from './command.ts';

export const whoami: Command = {
  name: 'whoami',
  usage: '',
  summary: 'Whose token it is, and what it may do',
  flags: {},
  run: async ({ connect, write }, _, flags) => {
    const { url, ask } = connect(flags);
    const { name, role } = await ask<{ name: string; role: string }>('GET', '/api/whoami');
    write(`${name} (${role}) at ${url}\n`);
    return 0;
  },
};
