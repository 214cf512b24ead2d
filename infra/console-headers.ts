// What every answer to the console's browser says of what its pages may do: one list, for CloudFront and for one machine.

/** Values by the names of headers. `connectTo` are origins, besides its own, that the console calls. */
export const consoleHeaders = (connectTo: readonly string[] = []) => ({
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    // Mantine and the editors write styles at run time.
    "style-src 'self' 'unsafe-inline'",
    // Previews of mails show the pictures that are in them.
    "img-src 'self' data: https:",
    "font-src 'self'",
    ["connect-src 'self'", ...connectTo].join(' '),
    "frame-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  // Addresses of pages name contacts; the hash is never sent, and neither is the rest.
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
});

/** A file under a name that changes with it never changes; all others may with every deployment. */
export const consoleCaching = {
  assets: 'public, max-age=31536000, immutable',
  others: 'no-cache',
} as const;
