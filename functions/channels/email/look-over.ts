// What a finished mail looks like to mailboxes and readers: how large it is, where its links lead, which images say
// nothing to those who do not see them. Warns; it refuses nothing.
import { targets } from './links.ts';

export interface Warning {
  readonly kind: 'clipped' | 'missing' | 'image' | 'link' | 'dead_link';
  readonly message: string;
}

interface Mail {
  readonly html: string;
  /** The MJML that it was made of, with its blocks: there one sees whether an image was given words. */
  readonly mjml: string;
  /** Where our own links lead, which the author cannot change. */
  readonly ours: string;
}

/** Gmail shows so much of a mail, 102 KB, and hides the rest behind a link. */
const shownByGmail = 102_400;

export const bytesOf = (html: string): number => Buffer.byteLength(html);

/** What to say of a mail that is too large to be shown whole. */
export function clipped(html: string): string | undefined {
  const bytes = bytesOf(html);
  return bytes > shownByGmail
    ? `Gmail clips mails above ${shownByGmail} bytes, and this one has ${bytes}`
    : undefined;
}

export function lookOver({ html, mjml, ours }: Mail): Warning[] {
  const links = new Set(targets(html).map(plain));
  const theirs = [...links].filter((link) => !link.startsWith(`${ours}/`));
  const message = clipped(html);
  return [
    ...(message === undefined ? [] : [{ kind: 'clipped', message } as const]),
    ...silentImages(mjml),
    ...theirs.flatMap(oddLink),
  ];
}

/** Each once, as a browser would open them. */
export const linksIn = (html: string): string[] => [
  ...new Set(
    targets(html)
      .map(plain)
      .filter((link) => link !== '' && !link.startsWith('#')),
  ),
];

const plain = (written: string): string =>
  written
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

const images = /<(?:mj-image|mj-carousel-image|img)\b[^<>]*>/gi;

const silentImages = (mjml: string): Warning[] =>
  [...mjml.matchAll(images)]
    .filter(([tag]) => !/\salt\s*=/i.test(tag))
    .map(([tag]) => {
      const [, source = 'without a source'] = /\ssrc\s*=\s*["']([^"']*)/i.exec(tag) ?? [];
      const message = `An image has no words for those who do not see it: ${source}; write alt="…", or alt="" where it only adorns`;
      return { kind: 'image', message };
    });

const sample = /^https?:\/\/(?:[^/?#]*\.)?example\.(?:com|org|net)(?=[/:?#]|$)/i;

function oddLink(link: string): Warning[] {
  const odd = (message: string): Warning[] => [{ kind: 'link', message }];
  if (link === '') return odd('A link is empty');
  if (link === '#') return odd('A link leads to "#", which is nowhere');
  if (sample.test(link)) return odd(`${link} is a sample: put an address of your own in its place`);
  return link.startsWith('http:') ? odd(`${link} is not encrypted: write https`) : [];
}
