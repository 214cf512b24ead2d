// Who a Stripe webhook is about. Most objects name the customer by id only, some by their address as well.
import type { Person } from '../hook/deed.ts';
import { type Foreign, list, record, text } from '../hook/foreign.ts';
import { postalAddress } from '../hook/postal-address.ts';

/** An id, or of an expanded object the id in it. */
export const idOf = (value: unknown): string | undefined =>
  text(value, 100) ?? text(record(value).id, 100);

/** Of the customer itself. */
export const customerPerson = (customer: Foreign): Person => ({
  email: customer.email,
  customer: idOf(customer.id),
  traits: {
    name: text(customer.name),
    phone: text(customer.phone),
    stripe_customer_id: idOf(customer.id),
    address: postalAddress(record(customer.address)),
    locale: text(list(customer.preferred_locales)[0], 35),
  },
});

/** Of anything else that has a customer. */
export function payer(told: Foreign): Person {
  const details = record(told.customer_details ?? told.billing_details);
  const customer = idOf(told.customer);
  return {
    email:
      text(details.email) ??
      text(told.customer_email) ??
      text(told.receipt_email) ??
      text(record(told.customer).email),
    customer,
    traits: {
      name: text(details.name) ?? text(told.customer_name),
      phone: text(details.phone) ?? text(told.customer_phone),
      address: postalAddress(record(details.address ?? told.customer_address)),
      stripe_customer_id: customer,
    },
  };
}
