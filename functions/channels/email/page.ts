// The look of the pages behind the links of a mail. No JavaScript, no cookies, nothing from elsewhere.
import { escapeHtml } from '../../escape-html.ts';

/** The address holds a token: it is kept out of caches, search engines and referrers. */
export const pageHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex',
} as const;

/** `content` is HTML. */
export const page = (title: string, content: string): string => `<!doctype html>
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
