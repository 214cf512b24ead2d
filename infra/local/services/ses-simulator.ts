// What becomes of a mail at its recipient. Like SES's mailbox simulator, whose addresses work here too
// (bounce@, ooto@, complaint@, suppressionlist@, success@, with labels as in bounce+42@); any other
// address is delivered.

export type Fate =
  | { readonly eventType: 'Delivery'; readonly delivery: object }
  | { readonly eventType: 'Bounce'; readonly bounce: object }
  | { readonly eventType: 'Complaint'; readonly complaint: object };

const simulated = /^(\w+)(?:\+[^@]*)?@simulator\.amazonses\.com$/i;

export function fateOf(recipient: string): readonly Fate[] {
  const mailbox = simulated.exec(recipient)?.[1]?.toLowerCase() ?? '';
  return (fates[mailbox] ?? delivered)(recipient);
}

const delivery = (recipient: string): Fate => ({
  eventType: 'Delivery',
  delivery: {
    processingTimeMillis: 0,
    recipients: [recipient],
    smtpResponse: '250 2.6.0 Message received',
    reportingMTA: 'local.amazonses.com',
  },
});

const delivered = (recipient: string) => [delivery(recipient)];

const fates: Readonly<Record<string, (recipient: string) => readonly Fate[]>> = {
  bounce: (emailAddress) => [
    {
      eventType: 'Bounce',
      bounce: {
        bounceType: 'Permanent',
        bounceSubType: 'General',
        bouncedRecipients: [
          {
            emailAddress,
            action: 'failed',
            status: '5.1.1',
            diagnosticCode: 'smtp; 550 5.1.1 user unknown',
          },
        ],
        reportingMTA: 'dsn; local.amazonses.com',
      },
    },
  ],
  suppressionlist: (emailAddress) => [
    {
      eventType: 'Bounce',
      bounce: {
        bounceType: 'Permanent',
        bounceSubType: 'Suppressed',
        bouncedRecipients: [
          {
            emailAddress,
            action: 'failed',
            status: '5.1.1',
            diagnosticCode:
              'Amazon SES has suppressed sending to this address because it has a recent history of bouncing as an invalid address.',
          },
        ],
        reportingMTA: 'dns; amazonses.com',
      },
    },
  ],
  ooto: (emailAddress) => [
    delivery(emailAddress),
    {
      eventType: 'Bounce',
      bounce: {
        bounceType: 'Transient',
        bounceSubType: 'General',
        bouncedRecipients: [{ emailAddress }],
      },
    },
  ],
  complaint: (emailAddress) => [
    delivery(emailAddress),
    {
      eventType: 'Complaint',
      complaint: {
        complainedRecipients: [{ emailAddress }],
        complaintSubType: null,
        userAgent: 'Amazon SES Mailbox Simulator',
        complaintFeedbackType: 'abuse',
      },
    },
  ],
};
