// An address as its owner knows it again, and nobody else learns it: mails are forwarded.

/** "sara@example.com" is "s•••@example.com". */
export function maskAddress(address: string): string {
  const at = address.lastIndexOf('@');
  const [first = ''] = new Intl.Segmenter().segment(address.slice(0, Math.max(0, at)));
  const shown = typeof first === 'string' ? first : first.segment;
  // Of a name of one letter, that letter would be all of it.
  return `${at > shown.length ? shown : ''}•••${at < 0 ? '' : address.slice(at)}`;
}
