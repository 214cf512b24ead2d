// Who asks: for programs that were handed a token.
import * as z from 'zod';
import { endpoint } from './endpoint.ts';

export const whoami = [
  endpoint({
    method: 'GET',
    path: '/api/whoami',
    role: 'viewer',
    summary: 'The name and the role of the token',
    answer: z.object({ name: z.string(), role: z.string() }),
    run: async (_, { actor: { name, role } }) => ({ name, role }),
  }),
];
