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

interface Shown {
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  /** Whose page it is, above everything. */
  readonly owner?: string;
  readonly isWide?: boolean;
}

const plainly: Shown = { language: 'en', direction: 'ltr' };

/** `content` is HTML. */
export const page = (title: string, content: string, shown = plainly): string => `<!doctype html>
<html lang="${shown.language}" dir="${shown.direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
<main${shown.isWide ? ' class="wide"' : ''}>
${shown.owner ? `<p class="owner"><bdi>${escapeHtml(shown.owner)}</bdi></p>` : ''}
${content}
</main>
</body>
</html>
`;

const style = `
:root { color-scheme: light dark; --ink: #26332d; --quiet: #55625b; --paper: #fff; --room: #eef2ef; --line: #d5ddd8; --edge: #6f7d75; --act: #146c4f; --on-act: #fff; --news: #e3f1ea; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e6ede9; --quiet: #a7b5ad; --paper: #19211d; --room: #0e1411; --line: #33403a; --edge: #84938b; --act: #86dcb8; --on-act: #0e1b15; --news: #21352c; }
}
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 24px 16px; background: var(--room); color: var(--ink); font: 17px/1.6 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Noto Sans Arabic", Tahoma, sans-serif; }
main { width: 100%; max-width: 460px; padding: 40px 32px; background: var(--paper); border-top: 6px solid var(--act); overflow-wrap: anywhere; }
main.wide { max-width: 620px; }
h1 { margin: 0 0 14px; font: 30px/1.2 Georgia, "Times New Roman", serif; }
h2 { margin: 0 0 8px; font: 21px/1.3 Georgia, "Times New Roman", serif; }
:lang(fa) h1, :lang(fa) h2 { font-family: inherit; font-weight: 700; line-height: 1.5; }
p { margin: 0 0 24px; }
a { color: var(--act); text-underline-offset: 3px; }
button { width: 100%; min-height: 48px; padding: 12px 20px; border: 2px solid var(--act); border-radius: 10px; background: var(--act); color: var(--on-act); font: inherit; font-weight: 600; cursor: pointer; }
button.plain { background: none; color: var(--act); }
button:hover { filter: brightness(1.08); }
:is(a, button, input):focus-visible { outline: 3px solid var(--ink); outline-offset: 3px; border-radius: 6px; }
form + form, button + button { margin-top: 12px; }
.owner { margin: 0 0 20px; color: var(--quiet); font-size: 15px; font-weight: 600; }
.quiet { margin: 20px 0 0; color: var(--quiet); font-size: 15px; }
.quiet a, .go { display: inline-block; min-height: 44px; padding: 9px 0; }
.state { margin: 0 0 28px; padding: 14px 16px; border-inline-start: 4px solid var(--act); background: var(--news); }
section { padding: 28px 0; border-top: 1px solid var(--line); }
section > p { margin: 0 0 16px; }
section > form + p { margin-top: 24px; }
section button { width: auto; min-width: 44px; }
fieldset { margin: 0 0 16px; padding: 0; border: 0; }
legend { margin: 0 0 8px; padding: 0; }
legend h2 { margin: 0; }
.pick { display: flex; gap: 14px; align-items: flex-start; min-height: 44px; padding: 9px 0; cursor: pointer; }
.pick input { flex: none; width: 22px; height: 22px; margin: 3px 0 0; accent-color: var(--act); }
.pick small { display: block; color: var(--quiet); font-size: 15px; line-height: 1.5; }
.row { display: flex; flex-wrap: wrap; gap: 12px; }
.row button, .row form { margin: 0; }
nav { margin: 28px 0 0; border-top: 1px solid var(--line); padding-top: 12px; font-size: 15px; }
nav ul { display: flex; flex-wrap: wrap; gap: 4px 20px; margin: 0; padding: 0; list-style: none; }
nav :is(a, span) { display: inline-block; min-width: 44px; min-height: 44px; padding: 10px 0; }
nav span { color: var(--quiet); font-weight: 600; }
@media (max-width: 420px) { body { padding: 0; place-items: start stretch; } main { padding: 28px 20px; } section button { width: 100%; } .row form { width: 100%; } }
`;
