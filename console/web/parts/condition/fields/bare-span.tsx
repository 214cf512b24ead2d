// How long, inside the line of a condition. What was emptied is still asked for.

import { SpanInput } from '../../span-input.tsx';
import type { Unit } from '../span.ts';

interface BareSpanParts {
  readonly label: string;
  readonly value: unknown;
  readonly isReadOnly?: boolean | undefined;
  /** Anniversaries are counted in days. */
  readonly isInDays?: boolean;
  onChange(span: string): void;
}

const units: readonly Unit[] = ['minute', 'hour', 'day', 'week', 'month'];
const days: readonly Unit[] = ['day', 'week'];

export const BareSpan = ({ isInDays = false, onChange, ...parts }: BareSpanParts) => (
  <SpanInput
    {...parts}
    isBare
    units={isInDays ? days : units}
    onChange={(to) => onChange(to ?? '')}
  />
);
