// A form drawn from a JSON Schema: whatever a step declares of itself can be set, without the console knowing the step.
import { Fieldset, Select, Stack, Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ConditionField } from './condition-field.tsx';
import { ListField } from './list-field.tsx';
import { NamesField } from './names-field.tsx';
import { ScalarField } from './scalar-field.tsx';
import {
  choicesOf,
  choiceTitle,
  emptyOf,
  fits,
  isSetting,
  type Schema,
  titleOf,
} from './schema.ts';

type Values = Readonly<Record<string, unknown>>;

export interface FieldParts {
  readonly label: string;
  readonly schema: Schema;
  readonly value: unknown;
  readonly isRequired: boolean;
  readonly isReadOnly: boolean;
  /** Undefined takes it away. */
  onChange(value: unknown): void;
}

interface FieldsParts {
  readonly schema: Schema;
  readonly value: unknown;
  readonly isReadOnly?: boolean;
  onChange(value: Values): void;
}

/* What steps and campaigns call their fields: t('Template') t('For') t('Until') t('What ends it; without it the time alone.')
   t('Event') t('Where') t('Condition') t('Time of day') t('On days') t('Business hours') t('At') t('Attribute')
   t('Property') t('Offset') t('Days before (−3) or after the date.') t('Date') t('If') t('One condition')
   t('Several, the first that holds') t('Weight') t('From') t('Which one') t('The whole catalog') t('Offer')
   t('These offers') t('Title') t('For whom') t('Due in') t('Note') t('Address') t('Fields') t('Campaign')
   t('What it is told') t('Properties') t('Set') t('Take away') t('Tag') t('Untag') t('Put on lists')
   t('Take off lists') t('Description') t('What lets people in') t('Audience') t('Only those of whom it holds enter.')
   t('Basis') t('Why its mails may be sent.') t('Topic') t('Who leaves it gets no more of it.') t('Priority')
   t('1 goes first, 9 last, where several mails compete.') t('After') t('After a time') t('Coming again')
   t('Whether somebody may enter once more.') t('Times') t('How often somebody may enter at all') t('Sending')
   t('Percent of those who would enter, to measure against; the workspace has a default.') t('Percent') t('Because')
   t('Percent, with a reason') t('Within') t('The property of the event that says what it brought.')
   t('Leaves when') t('Whoever did or became this gets nothing more of it.') t('An event happens')
   t('A condition begins to hold') t('Smart sending') t('Skips who got marketing just before.') t('Frequency caps')
   t('Quiet hours') t('Only at these times') t('Spread over') t('Not later than') t('72 hours unless said otherwise.')
   t('A segment is entered or left') t('A date comes') t('Something stops happening') t('A customer drifts away')
   t('A time of the clock comes') t('The API is called') t('Segment') t('When it is') t('Every year')
   t('Days from the date') t('−3 is three days before it.') t('Drifting') t('Share') t('Orders') t('Worth') t('Cost')
   t('Margin') t('Chance') t('Schedule') t('Every') t('On') t('Zone') t('Local') t('To') t('never') t('always')
   t('consent') t('soft_opt_in') t('entered') t('left') t('day') t('week') t('month') t('complement')
   t('next_step_up') t('first_eligible') */
/** The fields of an object, one below the other. */
export function SchemaFields({ schema, value, isReadOnly = false, onChange }: FieldsParts) {
  const { t } = useTranslation();
  const { properties = {}, required = [] } = schema;
  const known = (value ?? {}) as Values;
  const change = (key: string, to: unknown) => {
    const { [key]: _, ...others } = known;
    if (to === undefined) onChange(others);
    else onChange(Object.hasOwn(known, key) ? { ...known, [key]: to } : { ...others, [key]: to });
  };
  return (
    <Stack gap="sm">
      {Object.entries(properties)
        .filter(([, one]) => isSetting(one))
        // Its name in reports is what a step says last.
        .sort(([a], [b]) => Number(a === 'id') - Number(b === 'id'))
        .map(([key, one]) => (
          <Field
            key={key}
            label={key === 'id' ? t('Name in reports') : t(titleOf(one, key))}
            schema={one}
            value={known[key]}
            isRequired={required.includes(key)}
            isReadOnly={isReadOnly}
            onChange={(to) => change(key, to)}
          />
        ))}
    </Stack>
  );
}

export function Field(parts: FieldParts) {
  const { schema } = parts;
  const choices = choicesOf(schema);
  if (schema.format === 'condition') return <ConditionField {...parts} />;
  if (choices?.every((one) => one.type === 'string')) return <ScalarField {...parts} />;
  if (choices) return <ChoiceField {...parts} choices={choices} />;
  if (schema.type === 'array') return <ListField {...parts} />;
  if (schema.type !== 'object') return <ScalarField {...parts} />;
  return schema.properties ? <ObjectField {...parts} /> : <NamesField {...parts} />;
}

/** One that may be absent is switched on and off; one that must be there stands among the others. */
function ObjectField({ label, schema, value, isRequired, isReadOnly, onChange }: FieldParts) {
  const inner = <SchemaFields {...{ schema, value, isReadOnly, onChange }} />;
  if (isRequired) return schema.title ? <Fieldset legend={label}>{inner}</Fieldset> : inner;
  return (
    <Stack gap="xs">
      <Switch
        label={label}
        description={schema.description}
        checked={value !== undefined}
        disabled={isReadOnly}
        onChange={(event) => onChange(event.currentTarget.checked ? emptyOf(schema) : undefined)}
      />
      {value !== undefined && <Fieldset>{inner}</Fieldset>}
    </Stack>
  );
}

interface ChoiceParts extends FieldParts {
  readonly choices: readonly Schema[];
}

function ChoiceField({
  label,
  schema,
  choices,
  value,
  isRequired,
  isReadOnly,
  onChange,
}: ChoiceParts) {
  const { t } = useTranslation();
  const at = value === undefined ? -1 : choices.findIndex((one) => fits(one, value));
  const chosen = choices[at];
  return (
    <Stack gap="xs">
      <Select
        label={label}
        description={schema.description && t(schema.description)}
        data={choices.map((one, index) => ({ value: String(index), label: t(choiceTitle(one)) }))}
        value={at < 0 ? null : String(at)}
        clearable={!isRequired}
        disabled={isReadOnly}
        allowDeselect={false}
        onChange={(to) => onChange(to === null ? undefined : emptyOf(choices[Number(to)] ?? {}))}
      />
      {chosen && chosen.const === undefined && !isFlag(chosen) && (
        <Stack
          gap="sm"
          ps="md"
          style={{ borderInlineStart: '2px solid var(--mantine-color-default-border)' }}
        >
          <Chosen {...{ chosen, value, isReadOnly, onChange, label }} />
        </Stack>
      )}
    </Stack>
  );
}

/** { business_hours: true }: nothing is left to be said of it. */
const isFlag = ({ properties = {} }: Schema): boolean => {
  const all = Object.values(properties);
  return all.length > 0 && all.every((one) => one.const !== undefined);
};

interface ChosenParts extends Pick<FieldParts, 'value' | 'isReadOnly' | 'onChange' | 'label'> {
  readonly chosen: Schema;
}

function Chosen({ chosen, value, isReadOnly, onChange, label }: ChosenParts) {
  const { t } = useTranslation();
  if (chosen.type === 'object' && chosen.properties)
    return <SchemaFields schema={chosen} {...{ value, isReadOnly, onChange }} />;
  const name = chosen.title ? t(chosen.title) : label;
  return <Field label={name} schema={chosen} {...{ value, isReadOnly, onChange }} isRequired />;
}
