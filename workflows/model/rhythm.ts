// The purchase rhythm of a whole workspace, in the few numbers that one person's rhythm is shrunk towards.

/** Of the natural logarithm of the days between two orders of one person. */
export interface Rhythm {
  /** Gaps that were seen. */
  readonly gaps: number;
  /** The mean over all persons. */
  readonly mean: number;
  /** Variance between persons, of their own means. */
  readonly between: number;
  /** Variance within a person, from one gap to the next. */
  readonly within: number;
}
