// Events as Stripe sends them, cut to what matters. The people in them do not exist.

let count = 0;

/** Every call is another event of Stripe's. */
export const stripeEvent = (type: string, object: object, previous_attributes?: object) => ({
  id: `evt_${++count}`,
  object: 'event',
  api_version: '2026-01-28.clover',
  created: Date.UTC(2026, 10, 22, 11, 59) / 1000,
  type,
  livemode: true,
  data: { object, ...(previous_attributes && { previous_attributes }) },
});

export const session = {
  id: 'cs_1',
  object: 'checkout.session',
  mode: 'payment',
  payment_status: 'paid',
  status: 'complete',
  payment_intent: 'pi_1',
  invoice: null as string | null,
  customer: 'cus_1' as string | null,
  customer_details: {
    email: 'sara@example.com',
    name: 'سارا Żółć',
    phone: null,
    address: { line1: 'Mokotowska 1', city: 'Warszawa', postal_code: '00-640', country: 'PL' },
  },
  amount_total: 4990,
  amount_subtotal: 4000,
  total_details: { amount_tax: 490, amount_shipping: 500, amount_discount: 0 },
  currency: 'pln',
  consent: null as object | null,
  client_reference_id: 'basket-7',
  metadata: { campaign: 'spring' },
};

export const invoice = {
  id: 'in_1',
  object: 'invoice',
  number: 'A-0001',
  customer: 'cus_1',
  customer_email: 'sara@example.com',
  customer_name: 'سارا Żółć',
  billing_reason: 'subscription_create',
  parent: { type: 'subscription_details', subscription_details: { subscription: 'sub_1' } },
  amount_due: 4920,
  amount_paid: 4920,
  total: 4920,
  subtotal: 4000,
  total_excluding_tax: 4000,
  currency: 'pln',
  attempt_count: 1,
  hosted_invoice_url: 'https://invoice.stripe.com/i/1',
  lines: {
    data: [
      {
        description: '2 × Plan Pro',
        amount: 4000,
        currency: 'pln',
        quantity: 2,
        pricing: { price_details: { price: 'price_1', product: 'prod_1' } },
      },
    ],
  },
};

export const subscription = {
  id: 'sub_1',
  object: 'subscription',
  customer: 'cus_1',
  status: 'active',
  cancel_at_period_end: false,
  trial_end: null as number | null,
  currency: 'pln',
  items: {
    data: [
      {
        quantity: 2,
        current_period_end: Date.UTC(2026, 11, 22) / 1000,
        price: {
          id: 'price_1',
          product: 'prod_1',
          nickname: 'Pro',
          unit_amount: 2000,
          currency: 'pln',
          recurring: { interval: 'month' },
        },
      },
    ],
  },
};

export const charge = {
  id: 'ch_1',
  object: 'charge',
  amount: 4990,
  amount_refunded: 1000,
  currency: 'pln',
  customer: null,
  payment_intent: 'pi_1',
  billing_details: { email: 'sara@example.com', name: 'سارا Żółć', phone: null, address: null },
};
