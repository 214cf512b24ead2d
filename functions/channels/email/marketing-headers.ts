// The headers that let a mailbox unsubscribe its reader with one click (RFC 8058) and count complaints
// by campaign. For marketing only: receipts and passwords must not carry them.

/** On one machine there is no certificate, and no mailbox provider to ask for one. */
const link = /^(?:https:\/\/|http:\/\/(?:localhost|127\.0\.0\.1)[:/])[!-;=?-~]+$/;

/**
 * Both unsubscribe headers must be covered by the DKIM signature; List-Unsubscribe comes first.
 * `Feedback-ID` is read from the right: the sender stays the same in every mail, campaigns vary.
 */
export function marketingHeaders(
  unsubscribeUrl: string,
  campaign: string,
  sender: string,
): Readonly<Record<string, string>> {
  if (!link.test(unsubscribeUrl)) {
    throw new Error('One-click unsubscribe needs an https link');
  }
  return {
    'List-Unsubscribe': `<${unsubscribeUrl}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    'Feedback-ID': `${campaign}:marketing:${sender}`,
  };
}
