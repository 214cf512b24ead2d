// A short name for a long text: 53 bits, the same on every machine. It hides nothing and resists no attacker.

/** cyrb53 by bryc (public domain): two multiplicative hashes, mixed. A whole number below 2^53. */
export function digestNumber(text: string): number {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    high = Math.imul(high ^ code, 2_654_435_761);
    low = Math.imul(low ^ code, 1_597_334_677);
  }
  const first = mix(high, low);
  const second = mix(low, high);
  return 4_294_967_296 * (2_097_151 & second) + (first >>> 0);
}

const mix = (one: number, other: number) =>
  Math.imul(one ^ (one >>> 16), 2_246_822_507) ^ Math.imul(other ^ (other >>> 13), 3_266_489_909);

/** At most eleven characters of 0–9 a–z. */
export const digest = (text: string): string => digestNumber(text).toString(36);
