// What columns are called: in English, Persian and Polish, and in the exports of other products. Names are compared
// folded, so that case, blanks, hyphens and marks do not matter.
import { fold } from './fold.ts';

/** Where a column goes: an attribute by its name, or a destination of its own. */
export type Place =
  | {
      readonly to:
        | 'email'
        | 'user'
        | 'tags'
        | 'consent'
        | 'unsubscribed'
        | 'channel'
        | 'ignore'
        | 'consent_at'
        | 'withdrawn_at'
        | 'answered_at'
        | 'keys'
        | 'suppressed'
        | 'topics'
        | 'attributes';
    }
  | { readonly attribute: string };

const places: Readonly<Record<string, string>> = {
  email:
    'email, e-mail, mail, email address, e-mail address, primary email, adres email, adres e-mail, adres poczty elektronicznej, poczta elektroniczna, ایمیل, آدرس ایمیل, نشانی ایمیل, پست الکترونیک, پست الکترونیکی, رایانامه',
  user: 'user id, external id, customer id, client id, identyfikator, identyfikator klienta, id klienta, numer klienta, id użytkownika, شناسه, شناسه کاربر, شناسه کاربری, شناسه مشتری, کد مشتری',
  tags: 'tags, tag, labels, tagi, etykiety, znaczniki, برچسب, برچسب ها, تگ, تگ ها',
  consent:
    'consent, consents, consented, consent given, email consent, marketing consent, email marketing consent, gdpr consent, opt in, opted in, double opt in, email opt in, newsletter, newsletters, subscribe, subscribed, is subscribed, subscriber, subscription, subscription status, email subscription status, email status, marketing, email marketing, marketing status, email marketing status, accepts marketing, accepts email marketing, agree, agreed, status, zgoda, zgody, zgoda marketingowa, zgoda na marketing, zgoda na newsletter, zgoda na mailing, zgoda email, zgoda rodo, subskrypcja, zapisany, zapisana, status subskrypcji, رضایت, رضایت نامه, رضایت بازاریابی, خبرنامه, عضویت, عضویت در خبرنامه, اشتراک, مشترک, وضعیت, وضعیت اشتراک, وضعیت عضویت, موافقت',
  unsubscribed:
    'unsubscribed, unsubscribe, opted out, optout, opt out, email opt out, has opted out of email, unsubscribed from all email, do not email, wypisany, wypisana, rezygnacja, zrezygnował, nie wysyłać, لغو اشتراک, لغو عضویت',
  consent_at:
    'consent date, consent at, consent time, consented at, opt in time, optin time, opt in date, subscribed at, subscription date, data zgody, data zapisu, data wyrażenia zgody, تاریخ رضایت, تاریخ عضویت, تاریخ اشتراک',
  withdrawn_at:
    'unsubscribed at, unsubscribe date, unsub time, clean time, withdrawn at, opt out date, data rezygnacji, data wypisania, data wycofania zgody, تاریخ لغو, تاریخ لغو اشتراک, تاریخ لغو عضویت',
};

const attributes: Readonly<Record<string, string>> = {
  first_name: 'first name, given name, forename, fname, imię, imiona, نام, نام کوچک, اسم',
  last_name: 'last name, surname, family name, lname, nazwisko, نام خانوادگی, فامیلی',
  name: 'name, full name, contact name, imię i nazwisko, nazwa, نام و نام خانوادگی, نام کامل',
  phone:
    'phone, phone number, telephone, mobile, mobile phone, mobile phone number, cell phone, telefon, numer telefonu, nr telefonu, telefon komórkowy, komórka, تلفن, شماره تلفن, شماره تماس, موبایل, شماره موبایل, تلفن همراه, شماره همراه',
  company:
    'company, company name, organization, organisation, associated company, firma, nazwa firmy, organizacja, شرکت, نام شرکت, سازمان',
  job_title: 'job title, title, position, stanowisko, سمت, عنوان شغلی, شغل',
  address: 'address, street, street address, adres, ulica, آدرس, نشانی, خیابان',
  city: 'city, town, miasto, miejscowość, شهر',
  region: 'region, state, province, state/region, województwo, region, استان',
  postal_code: 'postal code, zip, zip code, postcode, kod pocztowy, کد پستی, کدپستی',
  country: 'country, country/region, country code, cc, kraj, کشور',
  birthday: 'birthday, date of birth, birth date, dob, data urodzenia, urodziny, تاریخ تولد, تولد',
  age: 'age, wiek, سن',
  gender: 'gender, sex, płeć, جنسیت',
  language: 'language, preferred language, język, زبان',
  timezone: 'timezone, time zone, strefa czasowa, منطقه زمانی',
  website: 'website, website url, web site, strona internetowa, strona www, وب سایت, وبسایت',
  notes: 'notes, note, comments, uwagi, notatki, یادداشت, توضیحات',
};

/** Of Mailchimp's exports: what it keeps for itself. MMERGE columns have the names that the owner gave them. */
const mailchimpOwn =
  'optin ip, confirm ip, latitude, longitude, gmtoff, dstoff, last changed, leid, euid, unsub campaign title, unsub campaign id, unsub reason, unsub reason other, clean campaign title, clean campaign id';

/** Of Pinpoint's endpoints: what it keeps for itself, and devices. */
const pinpointOwn =
  'id, application id, cohort id, request id, creation date, effective date, endpoint status, demographic app version, demographic make, demographic model, demographic model version, demographic platform, demographic platform version, location latitude, location longitude';

const listOf = (names: string): string[] => names.split(',').map((name) => fold(name));

const table = (all: Readonly<Record<string, string>>, place: (name: string) => Place) =>
  Object.entries(all).flatMap(([name, names]) =>
    listOf(names).map((each): [string, Place] => [each, place(name)]),
  );

const ignored = (names: string): [string, Place][] =>
  listOf(names).map((name) => [name, { to: 'ignore' }]);

const attribute = (name: string): Place => ({ attribute: name });

export const general: ReadonlyMap<string, Place> = new Map([
  ...table(attributes, attribute),
  ...table(places, (to) => ({ to }) as Place),
]);

/** Our own export: a time that is of a consent or of a refusal, and what only we can compute. */
export const perennial: ReadonlyMap<string, Place> = new Map([
  ...ignored('id, consent method, lists, segments, paused until'),
  ['keys', { to: 'keys' }],
  ['consentat', { to: 'answered_at' }],
  ['suppressed', { to: 'suppressed' }],
  ['topics', { to: 'topics' }],
  ['otherattributes', { to: 'attributes' }],
  ['title', attribute('title')],
]);

export const mailchimp: ReadonlyMap<string, Place> = new Map([
  ...ignored(mailchimpOwn),
  ['confirmtime', { to: 'consent_at' }],
  // The time of the first ask: whoever never confirmed has one, too.
  ['optintime', { to: 'ignore' }],
  ['memberrating', attribute('member_rating')],
]);

/** The ids of other products are theirs, and none of ours. */
export const hubspot: ReadonlyMap<string, Place> = new Map([
  ['recordid', attribute('hubspot_id')],
  ['contactid', attribute('hubspot_id')],
  ['associatedcompanyids', { to: 'ignore' }],
]);

export const pinpoint: ReadonlyMap<string, Place> = new Map([
  ...ignored(pinpointOwn),
  ['address', { to: 'email' }],
  ['channeltype', { to: 'channel' }],
  ['optout', { to: 'unsubscribed' }],
  ['useruserid', { to: 'user' }],
  ['demographiclocale', attribute('locale')],
  ['demographictimezone', attribute('timezone')],
  ['locationcity', attribute('city')],
  ['locationcountry', attribute('country')],
  ['locationpostalcode', attribute('postal_code')],
  ['locationregion', attribute('region')],
]);
