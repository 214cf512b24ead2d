// What holds for all Liquid and all data: it ends as text or as an error of ours, data stays data, and the short ways
// write what LiquidJS writes.
import { Liquid } from 'liquidjs';
import { expect } from 'vitest';
import { htmlLiquid, plainLiquid } from '../../functions/channels/email/liquid.ts';
import { RenderError, render } from '../../functions/channels/email/render.ts';
import type { ArbitraryLiquid } from './arbitrary-liquid.ts';
import { someone, templateOf } from './rendering.ts';

/** The same engine with LiquidJS's own renderer. */
const stockOf = (liquid: Liquid): Liquid =>
  Object.assign(Object.create(liquid), { renderer: new Liquid().renderer });
const engines = [htmlLiquid, plainLiquid].map((ours) => ({ ours, stock: stockOf(ours) }));

const outcome = (run: () => unknown): string => {
  try {
    return `written: ${run()}`;
  } catch (error) {
    return `refused: ${(error as Error).message}`;
  }
};

const holeOfOurs = /^refused: (?:undefined variable: [\w.]+|a value is missing), line/;

export function writesWhatLiquidWrites({ source, person, event, missing }: ArbitraryLiquid): void {
  for (const { ours, stock } of engines) {
    const by = (liquid: Liquid) =>
      outcome(() =>
        liquid.renderSync(
          liquid.parse(source),
          { person, event, campaign: someone.campaign },
          {
            strictVariables: missing === 'skip',
          },
        ),
      );
    const [mine, theirs] = [by(ours), by(stock)];
    // A null that is printed is told by its name.
    if (holeOfOurs.test(mine) && holeOfOurs.test(theirs)) continue;
    expect(mine).toBe(theirs);
  }
}

/** Elements, and handlers inside of them, that only data has brought. */
const brought = /<script|<img|<svg/i;

/** How it ended. */
export function endsHarmlessly({ source, ...data }: ArbitraryLiquid): 'written' | 'refused' {
  const { language, missing, ...fields } = data;
  const template = templateOf({
    subject: `Hi ${source}`,
    html: source,
    text: source,
    missing,
    language,
  });
  try {
    const mail = render(template, { ...someone, ...fields, now: 0 });
    expect(mail.subject).not.toMatch(/[\r\n\0]/);
    if (!brought.test(source)) expect(mail.html).not.toMatch(brought);
    expect(`${mail.html}${mail.text}`).not.toContain('[object Object]x');
    return 'written';
  } catch (error) {
    if (!(error instanceof RenderError)) throw error;
    expect(error.message).toMatch(/^Template welcome: ./);
    return 'refused';
  }
}
