// One condition that is no group: what it is about, and its fields.
import { Text } from '@mantine/core';
import type { TFunction } from 'i18next';
import { type ReactNode, useContext } from 'react';
import { useTranslation } from 'react-i18next';
import { isDrawn } from './drawn.ts';
import { CodeField } from './fields/code-field.tsx';
import { PerformedField, TurningField } from './fields/event-fields.tsx';
import { MailField } from './fields/mail-field.tsx';
import type { FieldParts } from './fields/parts.ts';
import { CountryField, RandomField, UnchangedField } from './fields/person-fields.tsx';
import { SequenceField } from './fields/sequence-field.tsx';
import { ConsentField, MemberField, SuppressedField } from './fields/standing-fields.tsx';
import { ValueField } from './fields/value-field.tsx';
import { ConditionPlace } from './place.ts';
import { changed, type Rule } from './rule.ts';
import { useAttributes, useProperties } from './use-names.ts';

export interface LeafParts {
  readonly rule: Rule;
  readonly isReadOnly: boolean;
  replace(rule: Rule): void;
}

type Draw = (parts: FieldParts & LeafParts) => ReactNode;

const draws: Readonly<Record<string, Draw>> = {
  performed: PerformedField,
  first_performed: TurningField,
  last_performed: TurningField,
  sequence: SequenceField,
  email: MailField,
  in_segment: (parts) => <MemberField {...parts} of="segment" />,
  not_in_segment: (parts) => <MemberField {...parts} of="segment" />,
  in_list: (parts) => <MemberField {...parts} of="list" />,
  not_in_list: (parts) => <MemberField {...parts} of="list" />,
  consent: ConsentField,
  suppressed: SuppressedField,
  region: CountryField,
  random_bucket: RandomField,
  has_been: UnchangedField,
  everyone: () => null,
};

/** What a condition begins with, as a part of "Everybody who …". */
const opening = (t: TFunction): Readonly<Record<string, string>> => ({
  first_performed: t('did this for the first time:'),
  last_performed: t('did this for the last time:'),
  sequence: t('did one after another:'),
  region: t('live in'),
  random_bucket: t('are in the random part from'),
  suppressed: t('have an address that must not be mailed'),
  everyone: t('are there at all'),
});

export function Leaf({ rule, isReadOnly, replace }: LeafParts) {
  const { t } = useTranslation();
  if (!isDrawn(rule)) return <CodeField {...{ rule, isReadOnly, replace }} />;
  const Field = draws[rule.op] ?? ValueLeaf;
  const words = opening(t)[rule.op];
  return (
    <>
      {words && <Text size="sm">{words}</Text>}
      <Field {...{ rule, isReadOnly, replace }} set={(by) => replace(changed(rule, by))} />
    </>
  );
}

function ValueLeaf({ rule, isReadOnly, replace }: LeafParts) {
  const { event } = useContext(ConditionPlace);
  const attributes = useAttributes();
  const properties = useProperties(event);
  const about = 'property' in rule ? 'property' : 'attribute';
  const known = about === 'property' ? properties : attributes;
  return <ValueField {...{ rule, about, known, isReadOnly, replace }} />;
}
