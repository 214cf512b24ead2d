// Mail that really leaves this machine: signed by us, handed to the owner's server, answered in the words of SES. So the
// functions send by one port, whoever carries the mail.
import { AwsError } from '../aws-error.ts';
import { createSigner, openKey, recordOf } from './dkim.ts';
import type { RelaySettings } from './settings.ts';
import { createSmtp, type Envelope, type Fate } from './smtp.ts';

export interface Relay {
  /** Resolves when the server has taken the mail. Throws what SES would answer, if it has not, or if nobody knows. */
  send(raw: Buffer, envelope: Envelope): Promise<void>;
  /** What the owner has to put into DNS so that the signatures count. */
  readonly dns: { readonly name: string; readonly text: string };
  close(): void;
}

export function createRelay({ server, mailFrom, selector }: RelaySettings, folder: string): Relay {
  const domain = mailFrom.slice(mailFrom.lastIndexOf('@') + 1).toLowerCase();
  const key = openKey(folder);
  const sign = createSigner(domain, selector, key);
  const smtp = createSmtp(server);
  return {
    send: async (raw, envelope) => answer(await smtp.send(await sign(raw), envelope)),
    dns: { name: `${selector}._domainkey.${domain}`, text: recordOf(key) },
    close: smtp.close,
  };
}

function answer(fate: Fate): void {
  switch (fate.kind) {
    case 'accepted':
      return;
    case 'refused':
      throw new AwsError('MessageRejected', fate.reason);
    case 'deferred':
      throw new AwsError('MessageDeferred', fate.reason);
    case 'throttled':
      throw new AwsError('Throttling', fate.reason);
    case 'unreachable':
      // Not a fault of the mail, and it was not taken: it may be tried again.
      throw new AwsError('RelayUnavailable', fate.reason);
    case 'ambiguous':
      throw new AwsError('InternalFailure', fate.reason, { status: 500 });
    default:
      fate satisfies never;
  }
}
