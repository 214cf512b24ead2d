// The error kinds of the edge. Anything that is not one of these is a bug and ends in a dead-letter queue.

/** The caller's fault; answered with `status` (4xx) and a text the caller may read. */
export class Refused extends Error {
  readonly status: number;
  constructor(status: number, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'Refused';
    this.status = status;
  }
}

/** Lost a race on a contact's revision; the work is done again from a fresh read. */
export class Clash extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'Clash';
  }
}
