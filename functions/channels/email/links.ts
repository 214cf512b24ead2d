// Where the links of a mail may lead: the web, a mailbox, a phone. Escaping does not stop `javascript:`.

const links = /[\s"'](?:href|action)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+))/gi;
const allowed = /^(?:https?:\/\/|mailto:|tel:|sms:|#)/i;
const liquid = /^\{[{%]/;
const ours = /^\{\{-?\s*(?:unsubscribe|preferences|confirm)_url\s*-?\}\}$/;

/** As they are written, entities and all. */
export function targets(html: string): string[] {
  return Array.from(html.matchAll(links), (link) => (link[1] ?? link[2] ?? link[3] ?? '').trim());
}

/** The first link that leads nowhere allowed. In a template, a link that starts with Liquid passes. */
export function strangeLink(html: string): string | undefined {
  return targets(html).find((target) => !allowed.test(target) && !liquid.test(target));
}

/** Whether data decides where a link of this template leads, so that each mail must be looked at. */
export function dynamicLinks(html: string): boolean {
  return targets(html).some((target) => liquid.test(target) && !ours.test(target));
}

const sources = /[\s"'](?:src|background|poster)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+))/gi;
const loadable = /^(?:https?:\/\/|cid:|data:image\/|\{[{%])/i;

/** The first image that has a scheme of its own, or could get one from an entity or from data. */
export function strangeSource(html: string): string | undefined {
  return Array.from(html.matchAll(sources), (one) =>
    (one[1] ?? one[2] ?? one[3] ?? '').trim(),
  ).find((source) => !loadable.test(source) && /^[^/?#]*[:&{]/.test(source));
}
