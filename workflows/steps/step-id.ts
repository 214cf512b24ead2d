// The name of a step within its campaign. It is part of a message's identity, so it outlives versions.
import * as z from 'zod';

export const stepId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,59}$/, 'lower-case letters, digits and hyphens, at most 60')
  .meta({
    title: 'Name in reports',
    description:
      'Lower-case letters, digits and hyphens; without one it is called by what it does.',
  });
