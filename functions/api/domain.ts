// The domain that mail is from: what DNS and SES say of it, and what is left to do.
import * as z from 'zod';
import { checkDomain } from '../domain/check-domain.ts';
import { checkRelay } from '../domain/check-relay.ts';
import { Refused } from '../errors.ts';
import { endpoint } from './endpoint.ts';

const record = z.object({
  type: z.enum(['CNAME', 'MX', 'TXT']),
  name: z.string(),
  value: z.string(),
});

const finding = z.object({
  about: z.string(),
  state: z.enum(['ok', 'add', 'change', 'advice', 'unknown']),
  says: z.string(),
  record: z.optional(record),
  found: z.optional(z.array(z.string())),
});

const text = z.optional(z.string());

export const domain = [
  endpoint({
    method: 'GET',
    path: '/api/domain',
    role: 'viewer',
    summary:
      'What DNS and SES say of the domain that mail is from, and the records to add or to change',
    answer: z.object({
      domain: z.string(),
      from: z.string(),
      isReady: z.boolean(),
      findings: z.array(finding),
      ses: z.object({
        ...{ verified: text, dkim: text, mailFrom: text, mailFromDomain: text },
        dkimTokens: z.optional(z.array(z.string())),
      }),
      /** The server that mail leaves by, where that is not SES. */
      relay: text,
    }),
    run: async ({ identity, from, askSes, relay, resolver }) => {
      if (relay) return checkRelay(resolver, { from, relay });
      if (identity.includes('@'))
        throw new Refused(
          409,
          `Mail is from the single address ${identity}: DNS says nothing of it. Deploy with a domain (-c identity=acme.com).`,
        );
      const { region, identity: ses } = await askSes();
      return checkDomain(resolver, { domain: identity, from, region, ses });
    },
  }),
];
