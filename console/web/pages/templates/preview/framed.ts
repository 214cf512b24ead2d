// The mail as its frame shows it: light or dark as it is asked for and not as this machine is, links that lead out of the
// frame (where the sandbox stops them), and, to try a layout, from right to left.

interface Shown {
  readonly isDark: boolean;
  readonly isTurned: boolean;
}

const scheme = /\(\s*prefers-color-scheme\s*:\s*(dark|light)\s*\)/g;

/** A document for `srcdoc`. The frame runs no script, and the page's own policy holds in it, too. */
export function framed(html: string, { isDark, isTurned }: Shown): string {
  const mail = new DOMParser().parseFromString(html, 'text/html');
  const asked = (css: string | null) =>
    (css ?? '').replaceAll(scheme, (_, wanted) =>
      (wanted === 'dark') === isDark ? '(min-width: 0px)' : '(max-width: 0px)',
    );
  for (const style of mail.querySelectorAll('style')) style.textContent = asked(style.textContent);
  for (const source of mail.querySelectorAll('[media]'))
    source.setAttribute('media', asked(source.getAttribute('media')));
  setAll(mail, 'a[href], area[href]', ['target', '_blank']);
  if (isTurned) setAll(mail, 'html, [dir]', ['dir', 'rtl']);
  const own = mail.createElement('style');
  own.textContent = `:root { color-scheme: ${isDark ? 'dark' : 'light'}; }`;
  mail.head.prepend(own);
  return `<!doctype html>${mail.documentElement.outerHTML}`;
}

function setAll(mail: Document, those: string, [name, value]: readonly [string, string]): void {
  for (const one of mail.querySelectorAll(those)) one.setAttribute(name, value);
}
