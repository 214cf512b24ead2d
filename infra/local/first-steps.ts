// What to tell somebody who has just started the runtime: where everything is, and a line to try.
import type { Access } from './access.ts';

/** A line for a terminal that makes a first person enter a campaign. */
export const firstLead = (url: string, { writeKey }: Access): string =>
  `curl ${url}/f/${writeKey} -d email=ada@example.com -d first_name=Ada -d consent=yes`;

/** The first line says that everything runs; programs that start this one wait for it. */
export const welcome = (url: string, access: Access, { empty }: { empty: boolean }): string => `
ready ${url}  outbox ${url}/_local/outbox  ingest ${url}/v1/batch  write key ${access.writeKey}

  ${empty ? emptyHint(url) : 'Capture a lead, then read the welcome mail in the outbox and move time forward there:'}

    ${firstLead(url, access)}

  Or fill in the form: ${url}/_local/form
`;

const emptyHint = (url: string): string =>
  `Nothing is live yet: publish with PUT ${url}/api/campaigns/<id> and the token of ${url}/_local/token. Events are taken already:`;
