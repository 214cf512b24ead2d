// Which addresses SES can send to, and in what form. Refuses what would bounce for sure; whether
// anybody reads mail there is learned by sending.
import { domainToASCII, domainToUnicode } from 'node:url';

/** `unsupported_local_part`: SES has no SMTPUTF8, and a local part has no punycode. */
type AddressFault = 'not_an_address' | 'unsupported_local_part' | 'too_long';

export type Sendable =
  | {
      /** For the envelope: ASCII, the local part as written. */
      readonly address: string;
      /** For finding the same person again: all lower case. */
      readonly identity: string;
    }
  | { readonly refused: AddressFault };

/** Direction marks and zero-width spaces, which come along when an address is copied from a document. */
const marks = /[\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

const atoms = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/i;
/** A URL parser would take these as escapes, ports or paths. */
const notOfADomain = /[\0-,/:-@[-`{-\x7f]/;
const host = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])$/;

export function sendable(written: string): Sendable {
  const text = written.replace(marks, '').trim().normalize('NFC');
  const at = text.lastIndexOf('@');
  const local = text.slice(0, at);
  const domain = notOfADomain.test(text.slice(at + 1)) ? '' : domainToASCII(text.slice(at + 1));
  if (at < 1 || !host.test(domain)) return { refused: 'not_an_address' };
  if (/[^\0-\x7f]/.test(local)) return { refused: 'unsupported_local_part' };
  if (!atoms.test(local)) return { refused: 'not_an_address' };
  if (local.length > 64 || local.length + domain.length > 253) return { refused: 'too_long' };
  const address = `${local}@${domain}`;
  return { address, identity: address.toLowerCase() };
}

/** The form in which a contact has an address that SES speaks of in ASCII. */
export function asWritten(address: string): string {
  const at = address.lastIndexOf('@') + 1;
  return address.slice(0, at) + domainToUnicode(address.slice(at));
}
