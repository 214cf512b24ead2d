// What a reader of any mail sees of it, whatever is known of them: the way out and the postal address are looked for here.
// What stands under a condition or in a loop, in comments, and in what is hidden does not count.
import { Drop, type Tag, type Template } from 'liquidjs';
import { isBlank } from '../../../workflows/model/text.ts';
import { type Node, nodesOf } from './layout.ts';
import { htmlLiquid } from './liquid.ts';

/** Found again in the finished mail. */
const marks = {
  link: 'https://unsubscribe.invalid/way-out',
  address: 'postal-address-of-the-trial',
};

/** Of whom everything is known: whatever is asked for is there, so that no `default` is taken. */
class Everything extends Drop {
  override liquidMethodMissing(): string {
    return 'x';
  }
}

/** What data decides on, and so may print or not. */
const deciding = new Set(['if', 'unless', 'case', 'for', 'tablerow', 'cycle']);

type Holder = Template & { templates?: Template[] };

/** What is run for everybody, in the order in which it is written. */
const always = (templates: readonly Template[]): Template[] =>
  templates
    .filter((template) => !deciding.has((template as Tag).name))
    .map((template) => {
      const holder: Holder = template;
      if (holder.templates) holder.templates = always(holder.templates);
      return template;
    });

interface Seen {
  readonly wayOut: boolean;
  readonly address: boolean;
}

/** Throws where the Liquid cannot be parsed or run. */
export function seenIn(html: string): Seen {
  const templates = always(htmlLiquid.parse(html));
  const mails = [{}, new Everything()].map((known) => {
    const scope = { person: known, customer: known, user: known, event: known };
    const ours = {
      unsubscribe_url: marks.link,
      organization: { name: 'x', address: marks.address },
    };
    const theirs = { offer: known, product: known, campaign: known };
    return look(
      String(
        htmlLiquid.renderSync(
          templates,
          { ...scope, ...theirs, ...ours },
          { strictVariables: false },
        ),
      ),
    );
  });
  return {
    wayOut: mails.every(({ wayOut }) => wayOut),
    address: mails.every(({ address }) => address),
  };
}

/** What is for one kind of mailbox only; a part stops where the next one begins. */
const conditional = /<!(?:--)?\[if\b(?:(?!<!(?:--)?\[if\b)[\s\S])*?<!\[endif\](?:--)?>/gi;

interface Place {
  readonly node: Node;
  /** Of size 0, unless something inside has a size of its own. */
  readonly tiny: boolean;
  readonly leaving: boolean;
}

function look(html: string): Seen {
  const seen = { wayOut: false, address: false };
  const open: Place[] = nodesOf(html.replaceAll(conditional, '')).map((node) => ({
    ...{ node, tiny: false, leaving: false },
  }));
  for (let place = open.pop(); place; place = open.pop()) {
    const { node, leaving } = place;
    const shown = shownBy(place);
    if (!isBlank(shown)) {
      seen.wayOut ||= leaving;
      seen.address ||= node.type === 'text' && shown.toLowerCase().includes(marks.address);
    }
    open.push(...inside(place));
  }
  return seen;
}

/** Text, or the words of an image. */
const shownBy = ({ node, tiny }: Place): string => {
  if (node.type === 'text') return tiny ? '' : (node.data ?? '');
  return node.name === 'img' && !isHidden(node) ? (node.attribs?.alt ?? '') : '';
};

function inside({ node, tiny, leaving }: Place): Place[] {
  if (isHidden(node)) return [];
  const isWayOut = node.name === 'a' && (node.attribs?.href ?? '').trim().startsWith(marks.link);
  const within = { tiny: isTiny(node, tiny), leaving: leaving || isWayOut };
  return (node.children ?? []).map((child) => ({ node: child, ...within }));
}

const unshown = new Set(['head', 'style', 'script', 'title', 'template', 'noscript', 'xml']);
const hiding =
  /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all|opacity\s*:\s*0*\.?0*\s*(?:!|;|$)|max-height\s*:\s*0(?![.\d]))/i;

const isHidden = ({ name = '', attribs = {} }: Node): boolean =>
  unshown.has(name) || attribs.hidden !== undefined || hiding.test(attribs.style ?? '');

const size = /(?:^|;)\s*font-size\s*:\s*([^;]+)/gi;

/** What is relative to nothing is nothing. */
function isTiny({ attribs = {} }: Node, around: boolean): boolean {
  const [, said] = [...(attribs.style ?? '').matchAll(size)].at(-1) ?? [];
  if (said === undefined) return around;
  if (/^0*\.?0*(?![.\d])/.test(said.trim()) && /^[0.]/.test(said.trim())) return true;
  return around && /^(?:[\d.]+(?:em|%)|inherit|smaller|larger)/i.test(said.trim());
}
