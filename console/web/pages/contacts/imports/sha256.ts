// SHA-256 (FIPS 180-4) of bytes that come in pieces: the browser's own wants all of a file at once.

const rotated = (word: number, by: number) => (word >>> by) | (word << (32 - by));

/** The first 32 bits of the fractional part of that root of each of the first primes. */
function fractions(count: number, root: 2 | 3): number[] {
  const primes: number[] = [];
  for (let one = 2; primes.length < count; one += 1)
    if (primes.every((prime) => one % prime !== 0)) primes.push(one);
  return primes.map((prime) => {
    const power = root === 2 ? Math.sqrt(prime) : Math.cbrt(prime);
    return ((power - Math.floor(power)) * 2 ** 32) | 0;
  });
}

const constants = fractions(64, 3);

export interface Sha256 {
  add(bytes: Uint8Array): void;
  /** In hexadecimal; nothing may be added after it. */
  end(): string;
}

export function createSha256(): Sha256 {
  const state = Int32Array.from(fractions(8, 2));
  const block = new Uint8Array(64);
  let filled = 0;
  let length = 0;
  const add = (bytes: Uint8Array) => {
    for (let at = 0; at < bytes.length; ) {
      const some = bytes.subarray(at, at + 64 - filled);
      block.set(some, filled);
      filled += some.length;
      at += some.length;
      if (filled === 64) mix(state, block);
      filled %= 64;
    }
    length += bytes.length;
  };
  const end = () => {
    const bits = BigInt(length) * 8n;
    add(Uint8Array.of(0x80));
    add(new Uint8Array((120 - filled) % 64));
    const last = new Uint8Array(8);
    new DataView(last.buffer).setBigUint64(0, bits);
    add(last);
    return Array.from(state, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
  };
  return { add, end };
}

const words = new Int32Array(64);

function spread(block: Uint8Array): void {
  const view = new DataView(block.buffer);
  for (let at = 0; at < 16; at += 1) words[at] = view.getInt32(at * 4);
  for (let at = 16; at < 64; at += 1) {
    const [one, two] = [words[at - 15] ?? 0, words[at - 2] ?? 0];
    const near = rotated(one, 7) ^ rotated(one, 18) ^ (one >>> 3);
    const far = rotated(two, 17) ^ rotated(two, 19) ^ (two >>> 10);
    words[at] = (words[at - 16] ?? 0) + near + (words[at - 7] ?? 0) + far;
  }
}

function mix(state: Int32Array, block: Uint8Array): void {
  spread(block);
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let at = 0; at < 64; at += 1) {
    const high = rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25);
    const one = (h + high + ((e & f) ^ (~e & g)) + (constants[at] ?? 0) + (words[at] ?? 0)) | 0;
    const low = rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22);
    const two = (low + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0];
  }
  for (const [at, word] of [a, b, c, d, e, f, g, h].entries())
    state[at] = ((state[at] ?? 0) + word) | 0;
}
