// What can be put into a template from a menu: values, ways to write them, conditions. Each stands as it is inserted.

export interface Insert {
  /** In English; translated where it is shown. */
  readonly label: string;
  readonly text: string;
}

export interface InsertGroup {
  readonly label: string;
  readonly inserts: readonly Insert[];
}

/* t('The reader') t('First name') t('Last name') t('Address for mail') t('Another attribute') */
/* t('The event') t('A property of it') t('Each product of it') */
/* t('The offer') t('Name of the offer') t('Code of the offer') t('End of the offer') t('Name of the product')
   t('Price of the product') */
/* t('The sender') t('Name of the organization') t('Postal address') t('Website') */
/* t('Links of the reader') t('Unsubscribe') t('Preferences') t('Confirm') */
export const values: readonly InsertGroup[] = [
  {
    label: 'The reader',
    inserts: [
      { label: 'First name', text: "{{ person.first_name | default: 'there' }}" },
      { label: 'Last name', text: "{{ person.last_name | default: '' }}" },
      { label: 'Address for mail', text: '{{ person.email }}' },
      { label: 'Another attribute', text: "{{ person.attribute | default: '' }}" },
    ],
  },
  {
    label: 'The event',
    inserts: [
      { label: 'A property of it', text: "{{ event.property | default: '' }}" },
      {
        label: 'Each product of it',
        text: '{% for item in event.products %}{{ item.name }} × {{ item.quantity }}<br />{% endfor %}',
      },
    ],
  },
  {
    label: 'The offer',
    inserts: [
      { label: 'Name of the offer', text: '{{ offer.name }}' },
      { label: 'Code of the offer', text: '{{ offer.code }}' },
      { label: 'End of the offer', text: "{{ offer.until | date: 'long' }}" },
      { label: 'Name of the product', text: '{{ product.name }}' },
      { label: 'Price of the product', text: '{{ product.price | money: product.currency }}' },
    ],
  },
  {
    label: 'The sender',
    inserts: [
      { label: 'Name of the organization', text: '{{ organization.name }}' },
      { label: 'Postal address', text: '{{ organization.address }}' },
      { label: 'Website', text: "{{ organization.website | default: 'https://example.com/' }}" },
    ],
  },
  {
    label: 'Links of the reader',
    inserts: [
      { label: 'Unsubscribe', text: '{{ unsubscribe_url }}' },
      { label: 'Preferences', text: '{{ preferences_url }}' },
      { label: 'Confirm', text: '{{ confirm_url }}' },
    ],
  },
];

/* t('Ways to write a value') t('Something else where it is missing') t('A date, in words') t('A date and its time')
   t('An amount of money') t('A number') t('In capitals') */
/* t('Conditions') t('Only if it is there') t('One or the other') */
export const filters: readonly InsertGroup[] = [
  {
    label: 'Ways to write a value',
    inserts: [
      { label: 'Something else where it is missing', text: " | default: ''" },
      { label: 'A date, in words', text: " | date: 'long'" },
      { label: 'A date and its time', text: " | date: 'long', time: 'short'" },
      { label: 'An amount of money', text: " | money: 'EUR'" },
      { label: 'A number', text: ' | number' },
      { label: 'In capitals', text: ' | upcase' },
    ],
  },
  {
    label: 'Conditions',
    inserts: [
      { label: 'Only if it is there', text: '{% if person.attribute %}…{% endif %}' },
      { label: 'One or the other', text: '{% if person.attribute %}…{% else %}…{% endif %}' },
    ],
  },
];

export const blockInclude = (id: string): string => `<mj-include path="blocks/${id}.mjml" />`;
