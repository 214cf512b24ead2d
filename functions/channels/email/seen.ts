// What a reader of any mail sees of it, whatever is known of them: the way out and the postal address are looked for here.
// What stands under a condition or in a loop, in comments, and in what is hidden does not count.
import { Drop, type Template } from 'liquidjs';
import { isBlank } from '../../../workflows/model/text.ts';
import { certain } from './certain.ts';
import { type Colors, colorsOf, hiddenBySheets, isHidden, isInvisible, paper } from './hidden.ts';
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

interface Seen {
  readonly wayOut: boolean;
  readonly address: boolean;
}

/** So many conditions with an `else` are looked into. */
const mostConditions = 20;

/** Throws where the Liquid cannot be parsed or run. */
export function seenIn(html: string): Seen {
  const { kept, ends } = certain(htmlLiquid.parse(html));
  const plain = seenOf(kept);
  if (plain.wayOut && plain.address) return plain;
  // What stands in every branch of a condition is seen by everybody, too.
  const decided = ends
    .slice(0, mostConditions)
    .map((branches, condition) =>
      allOf(
        Array.from({ length: branches }, (_, branch) =>
          seenOf(certain(htmlLiquid.parse(html), { condition, branch }).kept),
        ),
      ),
    );
  return {
    wayOut: [plain, ...decided].some(({ wayOut }) => wayOut),
    address: [plain, ...decided].some(({ address }) => address),
  };
}

const allOf = (all: readonly Seen[]): Seen => ({
  wayOut: all.every(({ wayOut }) => wayOut),
  address: all.every(({ address }) => address),
});

/** By those of whom nothing is known, and by those of whom everything is. */
const seenOf = (templates: Template[]): Seen =>
  allOf(
    [{}, new Everything()].map((known) => {
      const scope = { person: known, customer: known, user: known, event: known };
      const ours = {
        unsubscribe_url: marks.link,
        organization: { name: 'x', address: marks.address },
      };
      const theirs = { offer: known, product: known, campaign: known };
      const all = { ...scope, ...theirs, ...ours };
      return look(String(htmlLiquid.renderSync(templates, all, { strictVariables: false })));
    }),
  );

/** What is for one kind of mailbox only; a part stops where the next one begins. */
const conditional = /<!(?:--)?\[if\b(?:(?!<!(?:--)?\[if\b)[\s\S])*?<!\[endif\](?:--)?>/gi;

interface Place {
  readonly node: Node;
  /** Of size 0, unless something inside has a size of its own. */
  readonly tiny: boolean;
  readonly leaving: boolean;
  readonly colors: Colors;
}

function look(html: string): Seen {
  const seen = { wayOut: false, address: false };
  const common = html.replaceAll(conditional, '');
  const sheet = hiddenBySheets(common);
  const open: Place[] = nodesOf(common).map((node) => ({
    ...{ node, tiny: false, leaving: false, colors: paper },
  }));
  for (let place = open.pop(); place; place = open.pop()) {
    const { node, leaving } = place;
    if (isHidden(node, sheet)) continue;
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
const shownBy = ({ node, tiny, colors }: Place): string => {
  if (node.type === 'text') return tiny || isInvisible(colors) ? '' : (node.data ?? '');
  return node.name === 'img' ? (node.attribs?.alt ?? '') : '';
};

function inside({ node, tiny, leaving, colors }: Place): Place[] {
  const isWayOut = node.name === 'a' && (node.attribs?.href ?? '').trim().startsWith(marks.link);
  const within = {
    ...{ tiny: isTiny(node, tiny), leaving: leaving || isWayOut },
    colors: colorsOf(node, colors),
  };
  return (node.children ?? []).map((child) => ({ node: child, ...within }));
}

const size = /(?:^|;)\s*font-size\s*:\s*([^;]+)/gi;

/** What is relative to nothing is nothing. */
function isTiny({ attribs = {} }: Node, around: boolean): boolean {
  const [, said] = [...(attribs.style ?? '').matchAll(size)].at(-1) ?? [];
  if (said === undefined) return around;
  if (/^0*\.?0*(?![.\d])/.test(said.trim()) && /^[0.]/.test(said.trim())) return true;
  return around && /^(?:[\d.]+(?:em|%)|inherit|smaller|larger)/i.test(said.trim());
}
