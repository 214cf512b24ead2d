// MJML drops what stands between its elements without a word: whatever Liquid was written must be in the HTML as often.

/** What is lost, each with the line where it stands first. */
export function lostLiquid(mjml: string, html: string): string[] {
  const kept = tokensIn(html);
  // Comments go with their tokens, and leave the lines behind them where they are.
  const written = tokensIn(
    mjml.replaceAll(/<!--[\s\S]*?-->/g, (text) => text.replaceAll(/./g, '')),
  );
  return [...written]
    .filter(([token, { times }]) => (kept.get(token)?.times ?? 0) < times)
    .map(
      ([token, { line }]) =>
        `line ${line}, ${token} is lost; Liquid lives inside mj-text, mj-raw or an attribute`,
    );
}

interface Token {
  readonly times: number;
  /** Where it stands first. */
  readonly line: number;
}

/** One stops where the next may begin, so that no text takes long. */
const liquid = /\{\{(?:(?!\{[{%])[\s\S])*?\}\}|\{%(?:(?!\{[{%])[\s\S])*?%\}/g;

function tokensIn(markup: string): Map<string, Token> {
  const tokens = new Map<string, Token>();
  let [line, at] = [1, 0];
  for (const { 0: token, index } of markup.matchAll(liquid)) {
    line += countOf('\n', markup.slice(at, index));
    at = index;
    const known = tokens.get(token);
    tokens.set(token, { times: (known?.times ?? 0) + 1, line: known?.line ?? line });
  }
  return tokens;
}

const countOf = (part: string, text: string): number => text.split(part).length - 1;
