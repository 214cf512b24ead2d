// A form drawn from a JSON Schema: whatever a step, a campaign or a source declares of itself can be set, without the console
// knowing it. Titles and descriptions are keys of messages: whoever hands a schema in lists them.
import { Stack, Text } from '@mantine/core';
import { useContext, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from './any-field.tsx';
import { FormPlace } from './form-place.ts';
import { besides, inside, messagesOf, noProblems, type Problem } from './problems.ts';
import { isSetting, type Schema, titleOf } from './schema.ts';

type Values = Readonly<Record<string, unknown>>;

interface FieldsParts {
  readonly schema: Schema;
  readonly value: unknown;
  readonly isReadOnly?: boolean;
  readonly problems?: readonly Problem[];
  onChange(value: Values): void;
}

/** The fields of an object, one below the other; above them what is wrong and belongs to none. */
export function SchemaFields(parts: FieldsParts) {
  const { schema, value, isReadOnly = false, problems = noProblems, onChange } = parts;
  const { t } = useTranslation();
  const known = (value ?? {}) as Values;
  const shown = settingsOf(schema);
  const place = usePlace(schema, known);
  const change = (key: string, to: unknown) => {
    const { [key]: _, ...others } = known;
    if (to === undefined) onChange(others);
    else onChange(Object.hasOwn(known, key) ? { ...known, [key]: to } : { ...others, [key]: to });
  };
  const keys = shown.map(([key]) => key);
  return (
    <FormPlace value={place}>
      <Stack gap="sm">
        <Faults problems={besides(problems, keys)} />
        {shown.map(([key, one]) => (
          <Field
            key={key}
            label={t(titleOf(one, key))}
            schema={one}
            value={known[key]}
            isRequired={schema.required?.includes(key) ?? false}
            isReadOnly={isReadOnly}
            problems={inside(problems, key)}
            onChange={(to) => change(key, to)}
          />
        ))}
      </Stack>
    </FormPlace>
  );
}

/** Its name in reports is what a step says last. */
const settingsOf = ({ properties = {} }: Schema) =>
  Object.entries(properties)
    .filter(([, one]) => isSetting(one))
    .sort(([a], [b]) => Number(a === 'id') - Number(b === 'id'));

/** What is asked beside the name of an event is asked of that event. */
function usePlace({ properties = {} }: Schema, { event }: Values) {
  const outer = useContext(FormPlace);
  const isAsked = 'where' in properties && 'event' in properties;
  const own = isAsked && typeof event === 'string' ? event : outer.event;
  return useMemo(() => ({ ...outer, event: own }), [outer, own]);
}

function Faults({ problems }: { readonly problems: readonly Problem[] }) {
  const { t } = useTranslation();
  return messagesOf(problems, t).map((message) => (
    <Text key={message} size="sm" c="var(--mantine-color-error)" role="status" dir="auto">
      {message}
    </Text>
  ));
}
