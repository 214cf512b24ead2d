// What a condition may be about, as it is offered: each with what it begins with. Several begin the same kind of condition
// at the place where people look for it (a tag and the score are attributes, a purchase is an event).
import {
  IconActivity,
  IconArrowsSort,
  IconBan,
  IconCalendarEvent,
  IconDice,
  IconFilter,
  IconHourglass,
  IconList,
  IconMail,
  IconMailCheck,
  IconRepeat,
  IconShoppingBag,
  IconStar,
  IconTag,
  IconUser,
  IconUsers,
  IconWorld,
} from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import type { ComponentType } from 'react';
import type { Rule } from './rule.ts';

export interface Kind {
  readonly label: string;
  readonly icon: ComponentType<{ size?: number; 'aria-hidden'?: boolean }>;
  readonly begins: Rule;
}

export interface KindGroup {
  readonly label: string;
  readonly kinds: readonly Kind[];
}

const bought = 'Order Completed';

export const kindsOf = (t: TFunction, hasEvent: boolean): readonly KindGroup[] => [
  { label: t('Who they are'), kinds: [...whoTheyAre(t), ...(hasEvent ? [property(t)] : [])] },
  { label: t('What they did'), kinds: whatTheyDid(t) },
  { label: t('Where they belong'), kinds: whereTheyBelong(t) },
];

const property = (t: TFunction): Kind => ({
  ...{ label: t('A property of the event'), icon: IconActivity },
  begins: { op: 'equals', property: '' },
});

const whoTheyAre = (t: TFunction): readonly Kind[] => [
  { label: t('An attribute'), icon: IconUser, begins: { op: 'equals', attribute: '' } },
  { label: t('A tag'), icon: IconTag, begins: { op: 'list_contains', attribute: 'tags' } },
  { label: t('The score'), icon: IconStar, begins: { op: 'gte', attribute: 'lead_score' } },
  {
    ...{ label: t('A date or an anniversary'), icon: IconCalendarEvent },
    begins: { op: 'in_the_last', attribute: '', value: '30 days' },
  },
  {
    ...{ label: t('How long an attribute has been so'), icon: IconHourglass },
    begins: { op: 'has_been', attribute: '', for: '7 days' },
  },
  { label: t('The country'), icon: IconWorld, begins: { op: 'region', in: [] } },
];

const whatTheyDid = (t: TFunction): readonly Kind[] => [
  { label: t('An event'), icon: IconActivity, begins: { op: 'performed', event: '' } },
  {
    ...{ label: t('A purchase'), icon: IconShoppingBag },
    begins: { op: 'performed', event: bought, within: '30 days' },
  },
  {
    ...{ label: t('What was bought in all'), icon: IconShoppingBag },
    begins: { op: 'performed', event: bought, sum: { of: 'total', at_least: 100 } },
  },
  {
    ...{ label: t('The first time of an event'), icon: IconRepeat },
    begins: { op: 'first_performed', event: '', within: '30 days' },
  },
  {
    ...{ label: t('The last time of an event'), icon: IconRepeat },
    begins: { op: 'last_performed', event: '', within: '30 days' },
  },
  {
    ...{ label: t('Events one after another'), icon: IconArrowsSort },
    begins: { op: 'sequence', steps: [{ event: '' }, { event: '' }] },
  },
  {
    ...{ label: t('Mail: opened, clicked, sent'), icon: IconMail },
    begins: { op: 'email', became: 'opened', within: '30 days' },
  },
];

const whereTheyBelong = (t: TFunction): readonly Kind[] => [
  { label: t('A segment'), icon: IconFilter, begins: { op: 'in_segment', segment: '' } },
  { label: t('A list'), icon: IconList, begins: { op: 'in_list', list: '' } },
  {
    ...{ label: t('Consent or a topic'), icon: IconMailCheck },
    begins: { op: 'consent', status: 'subscribed' },
  },
  { label: t('Must not be mailed'), icon: IconBan, begins: { op: 'suppressed' } },
  {
    ...{ label: t('A random part'), icon: IconDice },
    begins: { op: 'random_bucket', from: 0, to: 10, salt: '' },
  },
  { label: t('Everybody'), icon: IconUsers, begins: { op: 'everyone' } },
];
