// Who a WooCommerce webhook is about. A guest is customer 0, which is nobody in particular.
import type { Person } from '../hook/deed.ts';
import { type Foreign, record, text } from '../hook/foreign.ts';
import { postalAddress } from '../hook/postal-address.ts';

/** Of an order. */
export const buyer = (order: Foreign): Person => {
  const billing = record(order.billing);
  return person(billing.email, order.customer_id, billing);
};

/** Of the customer itself; the address on the bill may be another. */
export const customerPerson = (customer: Foreign): Person => {
  const billing = record(customer.billing);
  return person(customer.email, customer.id, {
    ...billing,
    first_name: text(customer.first_name) ?? billing.first_name,
    last_name: text(customer.last_name) ?? billing.last_name,
  });
};

function person(email: unknown, id: unknown, billing: Foreign): Person {
  const customer = id === 0 || id === '0' ? undefined : text(id, 100);
  return {
    email,
    customer,
    traits: {
      first_name: text(billing.first_name),
      last_name: text(billing.last_name),
      phone: text(billing.phone),
      company: text(billing.company),
      address: postalAddress(billing),
      woocommerce_customer_id: customer,
    },
  };
}
