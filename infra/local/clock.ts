// Virtual time: the real clock plus an offset that only grows. Workers read the offset from shared
// memory. It does not wait for anything: deciding when time may jump is fast-forward's business.

export interface Clock {
  /** Virtual milliseconds since 1970. */
  now(): number;
  /** Moves time on to `instant`; an instant already passed changes nothing. */
  advanceTo(instant: number): void;
  /** One BigInt64: the offset in milliseconds. */
  readonly shared: SharedArrayBuffer;
}

/** `offset` is what an earlier run had advanced by: time must not go back over a restart. */
export function createClock(offset = 0, realNow: () => number = Date.now): Clock {
  const shared = new SharedArrayBuffer(BigInt64Array.BYTES_PER_ELEMENT);
  const cell = new BigInt64Array(shared);
  Atomics.store(cell, 0, BigInt(offset));
  const now = () => realNow() + readOffset(shared);
  return {
    now,
    advanceTo(instant) {
      const missing = Math.ceil(instant - now());
      if (missing > 0) Atomics.add(cell, 0, BigInt(missing));
    },
    shared,
  };
}

export function readOffset(shared: SharedArrayBuffer): number {
  return Number(Atomics.load(new BigInt64Array(shared), 0));
}
