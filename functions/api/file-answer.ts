// An answer that is a part of a file rather than JSON: a text of some type, and the place where the next part begins.

export class FileAnswer {
  /** "text/csv; charset=utf-8" */
  readonly type: string;
  readonly text: string;
  /** Told in the header `x-next`; absent with the last part. */
  readonly next: string | undefined;

  constructor(type: string, text: string, next: string | undefined) {
    this.type = type;
    this.text = text;
    this.next = next;
  }
}
