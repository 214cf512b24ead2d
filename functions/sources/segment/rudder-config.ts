// What RudderStack's browser library asks for when it starts: a source that is on, and sends to nobody but us.
// Its vendor's own statistics are off, for they would go to the vendor.
const off = { enabled: false };

export const rudderConfig = {
  source: {
    id: 'perennial',
    name: 'Perennial',
    workspaceId: 'perennial',
    enabled: true,
    config: { statsCollection: { errors: off, metrics: off } },
    destinations: [],
    connections: [],
    dataplanes: {},
  },
  consentManagementMetadata: { providers: [] },
} as const;
