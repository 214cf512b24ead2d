// Does it look like an email address? Only that: whether mail can be sent to it is the email channel's question.

// What people paste along with an address: spaces of all kinds, byte order marks and direction marks.
const around =
  /^[\s\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+|[\s\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+$/g;
const local = /^[^\s\p{C}.@"(),:;<>[\]\\]+(?:\.[^\s\p{C}.@"(),:;<>[\]\\]+)*$/u;
const domain =
  /^(?:[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?\.)+[\p{L}\p{M}\p{N}-]{2,63}$/u;

/** The address, trimmed and in NFC; undefined when it is not one. */
export function readAddress(value: unknown): string | undefined {
  if (typeof value !== 'string' || value.length > 320) return undefined;
  const address = value.replace(around, '').normalize();
  const at = address.lastIndexOf('@');
  const valid =
    address.length <= 254 && local.test(address.slice(0, at)) && domain.test(address.slice(at + 1));
  return at > 0 && valid ? address : undefined;
}
