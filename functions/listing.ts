// Lists that grow are read in portions. A place in a list says where the portion before has ended.

export interface ListRequest<P> {
  readonly limit: number;
  /** The last item seen; from the beginning when absent. */
  readonly after?: P | undefined;
}

export interface Listing<T> {
  readonly items: readonly T[];
  /** Opaque; asks for what follows. Absent at the end. */
  readonly next?: string;
}
