// Bodies as Shopify sends them, cut to what matters. The people in them do not exist.

export const customer = {
  id: 115310627314723,
  email: 'sara@example.com',
  first_name: 'سارا',
  last_name: 'Żółć',
  phone: '+48501501501',
  created_at: '2026-01-05T10:00:00+01:00',
  updated_at: '2026-11-22T11:00:00Z',
  email_marketing_consent: {
    state: 'subscribed',
    opt_in_level: 'confirmed_opt_in',
    consent_updated_at: '2026-10-01T12:00:00+02:00',
  },
  default_address: {
    address1: 'Mokotowska 1',
    city: 'Warszawa',
    province: 'Mazowieckie',
    zip: '00-640',
    country: 'Poland',
    country_code: 'PL',
  },
};

const line = {
  id: 1,
  product_id: 632910392,
  variant_id: 808950810,
  sku: 'MUG-1',
  title: 'Kubek',
  variant_title: 'Zielony',
  vendor: 'Perennial',
  price: '24.95',
  quantity: 2,
};

export const order = {
  id: 450789469,
  admin_graphql_api_id: 'gid://shopify/Order/450789469',
  name: '#1001',
  email: 'sara@example.com',
  checkout_token: 'bd5a8aa1ecd019dd3520ff791ee3a24c',
  customer_locale: 'pl-PL',
  created_at: '2026-11-22T12:30:00+01:00',
  processed_at: '2026-11-22T12:31:00+01:00',
  updated_at: '2026-11-22T12:32:00+01:00',
  cancelled_at: null as string | null,
  financial_status: 'paid',
  fulfillment_status: null as string | null,
  currency: 'PLN',
  total_price: '64.90',
  subtotal_price: '49.90',
  total_tax: '9.33',
  total_discounts: '5.00',
  total_shipping_price_set: { shop_money: { amount: '15.00', currency_code: 'PLN' } },
  discount_codes: [{ code: 'WIOSNA', amount: '5.00', type: 'fixed_amount' }],
  customer,
  line_items: [line],
  refunds: [] as object[],
};

export const refund = {
  id: 929361464,
  admin_graphql_api_id: 'gid://shopify/Refund/929361464',
  order_id: 450789469,
  created_at: '2026-11-22T12:32:00+01:00',
  refund_line_items: [
    { quantity: 1, line_item_id: 1, subtotal: 24.95, total_tax: 4.67, line_item: line },
  ],
  transactions: [
    { kind: 'refund', status: 'success', amount: '39.95', currency: 'PLN' },
    { kind: 'refund', status: 'failure', amount: '1000.00', currency: 'PLN' },
  ],
};

export const checkout = {
  id: 901414060,
  token: 'bd5a8aa1ecd019dd3520ff791ee3a24c',
  email: 'sara@example.com',
  abandoned_checkout_url: 'https://sklep.example/checkouts/ac/bd5a/recover?key=1',
  created_at: '2026-11-22T11:50:00Z',
  updated_at: '2026-11-22T11:55:00Z',
  completed_at: null as string | null,
  currency: 'PLN',
  total_price: '64.90',
  subtotal_price: '49.90',
  line_items: [line],
};
