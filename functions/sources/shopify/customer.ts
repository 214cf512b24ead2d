// Who a Shopify webhook is about, and what Shopify says of their consent. Accepting marketing by SMS is another wish.
import type { Event } from '../../../workflows/model/event.ts';
import type { Person } from '../hook/deed.ts';
import { type Foreign, record, text } from '../hook/foreign.ts';
import { postalAddress } from '../hook/postal-address.ts';
import { readInstant } from '../instant.ts';

/** "gid://shopify/Order/820982911946154508" keeps the id whole whatever read the number before us. */
export const idOf = (resource: Foreign): string | undefined =>
  /^gid:\/\/shopify\/\w+\/(\d+)/.exec(text(resource.admin_graphql_api_id) ?? '')?.[1] ??
  text(resource.id, 100);

/** Of an order, a checkout or another resource that has a customer. */
export function buyer(resource: Foreign): Person {
  const customer = record(resource.customer);
  const told = customerPerson(customer);
  const billing = record(resource.billing_address ?? resource.shipping_address);
  return {
    email: text(resource.email) ?? text(resource.contact_email) ?? told.email,
    customer: told.customer,
    traits: {
      first_name: text(billing.first_name),
      last_name: text(billing.last_name),
      phone: text(resource.phone) ?? text(billing.phone),
      address: postalAddress(billing),
      locale: text(resource.customer_locale, 35),
      ...told.traits,
    },
  };
}

/** Of the customer itself. */
export function customerPerson(customer: Foreign): Person {
  const id = idOf(customer);
  const home = postalAddress(record(customer.default_address));
  const traits = {
    first_name: text(customer.first_name),
    last_name: text(customer.last_name),
    phone: text(customer.phone),
    shopify_customer_id: id,
    address: home,
  };
  return {
    email: customer.email,
    customer: id,
    traits: Object.fromEntries(Object.entries(traits).filter(([, value]) => value)),
  };
}

/**
 * Only a clear yes or no; "pending" is neither. A yes without a date is as old as the customer, and without even
 * that it is none: it must never undo a later no.
 */
export function consentOf(customer: Foreign): Pick<Event, 'consent'> {
  const { state, opt_in_level, consent_updated_at } = record(customer.email_marketing_consent);
  if (state !== 'subscribed' && state !== 'unsubscribed') return {};
  const at =
    readInstant(consent_updated_at) ??
    readInstant(customer.accepts_marketing_updated_at) ??
    (state === 'subscribed' ? readInstant(customer.created_at) : undefined);
  if (at === undefined && state === 'subscribed') return {};
  const detail = text(opt_in_level, 100);
  return {
    consent: {
      status: state,
      method: 'integration',
      ...(detail !== undefined && { detail }),
      ...(at !== undefined && { at }),
    },
  };
}
