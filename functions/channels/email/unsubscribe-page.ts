// The pages behind an unsubscribe link, as strings. No JavaScript, no cookies, nothing from elsewhere.
// Reading one never unsubscribes anybody: scanners follow every link in a mail. Only a POST does.
import { escapeHtml } from '../../escape-html.ts';
import { page } from './page.ts';

/** A mailbox provider acting for the reader (RFC 8058), as a form or as multipart. */
export function isOneClick(body: string): boolean {
  return /List-Unsubscribe/i.test(body) && /One-Click/i.test(body);
}

export const unsubscribePage = (organization: string): string =>
  page(
    `Unsubscribe from ${organization}`,
    `<h1>Stop marketing emails?</h1>
<p>You will no longer get offers, tips and news from <b>${escapeHtml(organization)}</b>.
Messages about your account and your orders still reach you.</p>
<form method="post"><button type="submit">Unsubscribe</button></form>
<p class="quiet">Changed your mind? Close this page and nothing changes.</p>`,
  );

export const unsubscribedPage = (organization: string): string =>
  page(
    `Unsubscribed from ${organization}`,
    `<h1>You are unsubscribed</h1>
<p><b>${escapeHtml(organization)}</b> will not send you marketing emails any more.
An email that is already on its way may still arrive.</p>
<p class="quiet">You can close this page.</p>`,
  );

/** The token is not ours or was cut short: say what to do, and nothing about any person. */
export const wrongLinkPage = (organization: string): string =>
  page(
    'This link does not work',
    `<h1>This link does not work</h1>
<p>It may have been cut when it was copied. Please open the unsubscribe link in the email itself,
or answer the email and ask <b>${escapeHtml(organization)}</b> to take you off the list.</p>`,
  );
