// What is written for programs as people read it, and the other way round.
import { expect, it } from 'vitest';
import { decimalTyped } from '../../../console/web/parts/decimal-typed.ts';
import { plainSubject } from '../../../console/web/parts/plain-subject.ts';

it.each([
  ['19.90', '19.90'],
  ['3,50', '3.50'],
  ['۳٫۵', '3.5'],
  ['-٤٢', '-42'],
  ['cheap', 'cheap'],
])('%s is typed for %s', (text, decimal) => expect(decimalTyped(text)).toBe(decimal));

it.each([
  ['Your cart{% if a %}, {{ a }}{% endif %}', 'Your cart, …'],
  ['{% if a %}Hi {{ a }}{% else %}Hello{% endif %}!', 'Hi …!'],
  ['{% case a %}{% when "x" %}Erase{% when "y" %}Send{% else %}Ask{% endcase %} it', 'Erase it'],
  ['{% assign b = 1 %}\n{%- if b %}One{% elsif c %}Two{% else %}Three{%- endif %}', 'One'],
  ['{{ event.title }}', '…'],
])('the subject %s reads %s', (subject, read) => expect(plainSubject(subject)).toBe(read));
