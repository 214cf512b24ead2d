// Headers of three products and three languages, and what becomes of them.
import { describe, expect, test } from 'vitest';
import { propose } from '../../../functions/imports/propose.ts';
import { recognize } from '../../../functions/imports/recognize.ts';
import type { Column } from '../../../functions/imports/settings.ts';

const places = (columns: readonly Column[]): string[] =>
  columns.map((one) => (one.to === 'attribute' ? `${one.name}:${one.type}` : one.to));

const of = (name: string, header: string, ...rows: string[]) => {
  const cells = header.split(',');
  const { product, treat } = recognize(name, cells);
  const columns = propose(
    cells,
    rows.map((row) => row.split(',')),
    product,
  );
  return { product, treat, places: places(columns), columns };
};

describe('a header in English, Persian or Polish', () => {
  test.each([
    [
      'Email,First Name,Last Name,Phone Number,Company',
      'email first_name:text last_name:text phone:text company:text',
    ],
    ['E-MAIL_ADDRESS,first_name,SURNAME', 'email first_name:text last_name:text'],
    [
      'Adres e-mail,Imię,Nazwisko,Kod pocztowy,Miejscowość',
      'email first_name:text last_name:text postal_code:text city:text',
    ],
    [
      'adres email,imie,nazwisko,Telefon komorkowy,Firma',
      'email first_name:text last_name:text phone:text company:text',
    ],
    [
      'ایمیل,نام,نام خانوادگی,شماره همراه,شهر',
      'email first_name:text last_name:text phone:text city:text',
    ],
    // Arabic yeh and kaf, a zero-width non-joiner, as old keyboards write them.
    [
      'پست الكترونيكي,نام,نام‌خانوادگی,كد پستي,برچسب‌ها',
      'email first_name:text last_name:text postal_code:text tags',
    ],
    [
      'Ulubiony Kolor,رنگ مورد علاقه,FavoriteColor',
      'ulubiony_kolor:text رنگ_مورد_علاقه:text favorite_color:text',
    ],
  ])('%s', (header, expected) => {
    expect(of('a.csv', header).places.join(' ')).toBe(expected);
  });

  test('of phones is known where every number has its country', () => {
    const found = (other: string) =>
      of('a.csv', 'Email,Phone', 'a@b.pl,+48 501 501 501', `b@b.pl,${other}`).places.join(' ');
    expect(found('0049 30 123456')).toBe('email phone:phone');
    expect(found('501 501 502')).toBe('email phone:text');
  });

  test('that comes twice makes an address once, and two attributes', () => {
    expect(of('a.csv', 'Email,City,Email,City,City').places).toEqual([
      ...['email', 'city:text', 'email_2:text', 'city_2:text', 'city_3:text'],
    ]);
  });

  test('that is empty is a column all the same', () => {
    expect(of('a.csv', 'Email,,').places).toEqual(['email', 'column:text', 'column_2:text']);
  });
});

describe('an export', () => {
  const mailchimp =
    'Email Address,First Name,MEMBER_RATING,OPTIN_TIME,OPTIN_IP,CONFIRM_TIME,CONFIRM_IP,LEID,EUID,NOTES,TAGS';
  const subscribed = [
    'email',
    'first_name:text',
    'member_rating:text',
    'ignore',
    'ignore',
    'consent_at',
    'ignore',
    'ignore',
    'ignore',
    'notes:text',
    'tags',
  ];

  test('of Mailchimp is known with its three files', () => {
    expect(of('subscribed_members_export_1.csv', mailchimp)).toMatchObject({
      product: 'mailchimp',
      treat: 'contacts',
      places: subscribed,
    });
    expect(of('unsubscribed_members_export_1.csv', mailchimp)).toMatchObject({
      treat: 'unsubscribed',
    });
    expect(of('a.csv', `${mailchimp},UNSUB_TIME,UNSUB_REASON`)).toMatchObject({
      treat: 'unsubscribed',
      places: [...subscribed, 'withdrawn_at', 'ignore'],
    });
    expect(of('downloads/cleaned_members_export_1.csv', mailchimp)).toMatchObject({
      treat: 'cleaned',
    });
    expect(of('a.csv', `${mailchimp},CLEAN_TIME,CLEAN_CAMPAIGN_TITLE`)).toMatchObject({
      treat: 'cleaned',
    });
  });

  test('of HubSpot keeps its ids as attributes', () => {
    expect(
      of(
        'hubspot-crm-exports-all-contacts.csv',
        'Record ID,First Name,Last Name,Email,Lifecycle Stage,Unsubscribed from all email,Create Date',
        '7,A,B,a@example.com,lead,FALSE,2024-03-15 10:22',
      ),
    ).toMatchObject({
      product: 'hubspot',
      treat: 'contacts',
      places: [
        'hubspot_id:text',
        'first_name:text',
        'last_name:text',
        'email',
        'lifecycle_stage:text',
        'unsubscribed',
        'create_date:date',
      ],
    });
  });

  test('of Pinpoint names an endpoint, and people by their user id', () => {
    expect(
      of(
        'endpoints.csv',
        'ChannelType,Address,EndpointStatus,OptOut,Id,User.UserId,User.UserAttributes.FirstName,Attributes.FavoriteColor,Metrics.Score,Location.City,Demographic.Make',
        'EMAIL,a@example.com,ACTIVE,NONE,e1,u1,Ann,red,6.0,Oslo,apple',
      ),
    ).toMatchObject({
      product: 'pinpoint',
      places: [
        'channel',
        'email',
        'ignore',
        'unsubscribed',
        'ignore',
        'user',
        'first_name:text',
        'favorite_color:text',
        'score:number',
        'city:text',
        'ignore',
      ],
    });
  });

  test('of nobody we know is what its columns say', () => {
    expect(of('export.csv', 'name,mail')).toMatchObject({ product: 'generic', treat: 'contacts' });
  });
});

describe('the type of a column', () => {
  test.each([
    ['Age', ['31', '7'], { type: 'number' }],
    ['Amount', ['1.50', '1,234.50'], { type: 'number' }],
    ['Kwota', ['1 234,50', '7'], { type: 'number', decimal: ',' }],
    ['Zip', ['00501', '10001'], { type: 'text' }],
    ['Account', ['007', '12'], { type: 'text' }],
    ['Phone', ['5551234'], { type: 'text' }],
    ['سن', ['۳۱', '۷'], { name: 'age', type: 'number' }],
    ['VIP', ['yes', 'No'], { type: 'boolean' }],
    ['Stały klient', ['tak', 'nie'], { type: 'boolean' }],
    ['Since', ['2024-03-15', '2024-03-15 10:22'], { type: 'date' }],
    ['Since', ['15.03.2024', '01.02.2024'], { type: 'date', order: 'day_first' }],
    ['Since', ['03/15/2024', '01/02/2024'], { type: 'date', order: 'month_first' }],
    ['Since', ['01/02/2024'], { type: 'date', order: 'month_first' }],
    ['Since', ['1403/01/15'], { type: 'text' }],
    ['Mixed', ['1', 'one'], { type: 'text' }],
    ['Nothing', ['', ''], { type: 'text' }],
  ])('%s of %j', (header, cells, expected) => {
    const [column] = propose(
      [header],
      cells.map((cell) => [cell]),
      'generic',
    );
    expect(column).toMatchObject(expected);
  });
});
