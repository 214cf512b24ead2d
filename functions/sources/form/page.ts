// The page people see when the form's owner has none of their own. No script, nothing loaded, everything escaped.
import { escapeHtml } from '../../escape-html.ts';
import type { HttpResponse } from '../../lambda.ts';

interface Message {
  readonly title: string;
  readonly text: string;
  readonly back: URL | undefined;
}

const style = `
  :root { color-scheme: light dark; }
  body { margin: 0; min-height: 100svh; display: grid; place-items: center; line-height: 1.6;
    font-family: system-ui, sans-serif; background: light-dark(#f6f7f4, #171a16); color: light-dark(#1f2a1c, #e8ece4); }
  main { box-sizing: border-box; max-width: 30rem; margin: 1rem; padding: 2.5rem; border-radius: 1rem; text-align: center;
    text-wrap: balance; overflow-wrap: anywhere;
    background: light-dark(#fff, #20251e); box-shadow: 0 1px 2px #0002, 0 12px 32px #0001; }
  h1 { margin: 0 0 .5rem; font-size: 1.75rem; line-height: 1.2; }
  p { margin: 0; }
  a { display: inline-block; margin-top: 1.5rem; color: light-dark(#2f6b2a, #9ad48f); }`;

export const page = (statusCode: number, { title, text, back }: Message): HttpResponse => ({
  statusCode,
  headers: {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  },
  body: `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapeHtml(title)}</title>
<style>${style}
</style>
</head>
<body>
<main>
<h1>${escapeHtml(title)}</h1>
<p>${escapeHtml(text)}</p>${back ? link(back) : ''}
</main>
</body>
</html>
`,
});

const link = ({ href, host }: URL) =>
  `\n<a href="${escapeHtml(href)}">Back to ${escapeHtml(host)}</a>`;
