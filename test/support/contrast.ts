// How well a color is told from the one behind it: WCAG 2's contrast ratio, from 1 (not at all) to 21.

/** Red, green and blue from 0 to 255, and opacity from 0 to 1. */
type Color = readonly [red: number, green: number, blue: number, alpha: number];

/** As `getComputedStyle` says colors: rgb() or rgba(). */
function parse(css: string): Color {
  const [red = 0, green = 0, blue = 0, alpha = 1] = (css.match(/[\d.]+/g) ?? []).map(Number);
  return [red, green, blue, alpha];
}

function over(above: Color, below: Color): Color {
  const mix = (at: 0 | 1 | 2) => above[at] * above[3] + below[at] * (1 - above[3]);
  return [mix(0), mix(1), mix(2), 1];
}

const white: Color = [255, 255, 255, 1];

/** What is seen through grounds, the uppermost first. Nothing is white. */
const ground = (grounds: readonly string[]): Color =>
  grounds.map(parse).reduceRight((below, above) => over(above, below), white);

/** WCAG 2.2, relative luminance. */
function luminanceOf([red, green, blue]: Color): number {
  const [r = 0, g = 0, b = 0] = [red, green, blue].map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** From 0, black, to 1, white. */
export const luminance = (grounds: readonly string[]): number => luminanceOf(ground(grounds));

export function contrast(ink: string, grounds: readonly string[]): number {
  const behind = ground(grounds);
  const letters = luminanceOf(over(parse(ink), behind));
  const around = luminanceOf(behind);
  return (Math.max(letters, around) + 0.05) / (Math.min(letters, around) + 0.05);
}
