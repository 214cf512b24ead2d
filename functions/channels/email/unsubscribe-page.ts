// The pages behind an unsubscribe link, as strings. No JavaScript, no cookies, nothing from elsewhere.
// Reading one never unsubscribes anybody: scanners follow every link in a mail. Only a POST does.
import { escapeHtml } from '../../escape-html.ts';

/** A mailbox provider acting for the reader (RFC 8058), as a form or as multipart. */
export function isOneClick(body: string): boolean {
  return /List-Unsubscribe/i.test(body) && /One-Click/i.test(body);
}

/** The address holds a token: it is kept out of caches, search engines and referrers. */
export const pageHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex',
} as const;

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

const page = (title: string, content: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
<main>
${content}
</main>
</body>
</html>
`;

const style = `
:root { color-scheme: light dark; --ink: #26332d; --quiet: #55625b; --paper: #fff; --room: #eef2ef; --act: #146c4f; --on-act: #fff; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e6ede9; --quiet: #a7b5ad; --paper: #19211d; --room: #0e1411; --act: #86dcb8; --on-act: #0e1b15; }
}
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 24px 16px; background: var(--room); color: var(--ink); font: 17px/1.6 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; }
main { width: 100%; max-width: 460px; padding: 40px 32px; background: var(--paper); border-top: 6px solid var(--act); overflow-wrap: anywhere; }
h1 { margin: 0 0 14px; font: 30px/1.2 Georgia, "Times New Roman", serif; }
p { margin: 0 0 24px; }
button { width: 100%; padding: 14px 20px; border: 0; border-radius: 10px; background: var(--act); color: var(--on-act); font: inherit; font-weight: 600; cursor: pointer; }
button:focus-visible { outline: 3px solid var(--ink); outline-offset: 3px; }
.quiet { margin: 20px 0 0; color: var(--quiet); font-size: 15px; }
`;
