// Made by `npm run console:types` from the description of the API; a test holds it current. Not to be edited.
export interface paths {
"/api/campaigns": {
get: {
parameters: {
path?: never;
query?: {
"limit"?: number;
"next"?: string;
"state"?: ("live") | ("paused") | ("stopped") | ("draft");
"search"?: string
};
header?: never
};
responses: {
200: { headers: Record<string, unknown>; content: {
"application/json": components["schemas"]["getCampaignsAnswer"]
} };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
}
};
"/api/campaigns/{id}": {
get: {
parameters: {
path: {
"id": string
};
query?: never;
header?: never
};
responses: {
200: { headers: Record<string, unknown>; content: {
"application/json": components["schemas"]["getCampaignsIdAnswer"]
} };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
};
put: {
parameters: {
path: {
"id": string
};
query?: never;
header?: never
};
requestBody: { content: {
"application/json": components["schemas"]["putCampaignsIdBody"]
} };
responses: {
200: { headers: Record<string, unknown>; content: {
"application/json": components["schemas"]["putCampaignsIdAnswer"]
} };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
};
delete: {
parameters: {
path: {
"id": string
};
query?: never;
header?: never
};
responses: {
204: { headers: Record<string, unknown>; content?: never };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
}
};
"/api/campaigns/{id}/versions/{version}": {
get: {
parameters: {
path: {
"id": string;
"version": string
};
query?: never;
header?: never
};
responses: {
200: { headers: Record<string, unknown>; content: {
"application/json": components["schemas"]["getCampaignsIdVersionsVersionAnswer"]
} };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
}
};
"/api/campaigns/{id}/call": {
post: {
parameters: {
path: {
"id": string
};
query?: never;
header?: {
"idempotency-key"?: string
}
};
requestBody: { content: {
"application/json": components["schemas"]["postCampaignsIdCallBody"]
} };
responses: {
200: { headers: Record<string, unknown>; content: {
"application/json": components["schemas"]["postCampaignsIdCallAnswer"]
} };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
}
};
"/api/campaigns/{id}/pause": {
post: {
parameters: {
path: {
"id": string
};
query?: never;
header?: never
};
requestBody: { content: {
"application/json": components["schemas"]["postCampaignsIdPauseBody"]
} };
responses: {
200: { headers: Record<string, unknown>; content: {
"application/json": components["schemas"]["postCampaignsIdPauseAnswer"]
} };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
}
};
"/api/campaigns/{id}/inside": {
post: {
parameters: {
path: {
"id": string
};
query?: never;
header?: never
};
responses: {
202: { headers: Record<string, unknown>; content: {
"application/json": components["schemas"]["postCampaignsIdInsideAnswer"]
} };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
}
};
"/api/campaigns/{id}/resume/preview": {
post: {
parameters: {
path: {
"id": string
};
query?: never;
header?: never
};
responses: {
202: { headers: Record<string, unknown>; content: {
"application/json": components["schemas"]["postCampaignsIdResumePreviewAnswer"]
} };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
}
};
"/api/campaigns/{id}/resume": {
post: {
parameters: {
path: {
"id": string
};
query?: never;
header?: never
};
requestBody: { content: {
"application/json": components["schemas"]["postCampaignsIdResumeBody"]
} };
responses: {
202: { headers: Record<string, unknown>; content: {
"application/json": components["schemas"]["postCampaignsIdResumeAnswer"]
} };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
}
};
"/api/campaigns/{id}/stop": {
post: {
parameters: {
path: {
"id": string
};
query?: never;
header?: never
};
requestBody: { content: {
"application/json": components["schemas"]["postCampaignsIdStopBody"]
} };
responses: {
202: { headers: Record<string, unknown>; content: {
"application/json": components["schemas"]["postCampaignsIdStopAnswer"]
} };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
}
};
"/api/campaigns/{id}/move/preview": {
post: {
parameters: {
path: {
"id": string
};
query?: never;
header?: never
};
requestBody: { content: {
"application/json": components["schemas"]["postCampaignsIdMovePreviewBody"]
} };
responses: {
202: { headers: Record<string, unknown>; content: {
"application/json": components["schemas"]["postCampaignsIdMovePreviewAnswer"]
} };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
}
};
"/api/campaigns/{id}/move": {
post: {
parameters: {
path: {
"id": string
};
query?: never;
header?: never
};
requestBody: { content: {
"application/json": components["schemas"]["postCampaignsIdMoveBody"]
} };
responses: {
202: { headers: Record<string, unknown>; content: {
"application/json": components["schemas"]["postCampaignsIdMoveAnswer"]
} };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
}
};
"/api/jobs/{id}/places": {
get: {
parameters: {
path: {
"id": string
};
query?: never;
header?: never
};
responses: {
200: { headers: Record<string, unknown>; content: {
"application/json": components["schemas"]["getJobsIdPlacesAnswer"]
} };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
}
};
"/api/campaigns/{id}/draft": {
get: {
parameters: {
path: {
"id": string
};
query?: never;
header?: never
};
responses: {
200: { headers: Record<string, unknown>; content: {
"application/json": components["schemas"]["getCampaignsIdDraftAnswer"]
} };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
};
put: {
parameters: {
path: {
"id": string
};
query?: never;
header?: {
"if-match"?: string
}
};
requestBody: { content: {
"application/json": components["schemas"]["putCampaignsIdDraftBody"]
} };
responses: {
200: { headers: Record<string, unknown>; content: {
"application/json": components["schemas"]["putCampaignsIdDraftAnswer"]
} };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
};
delete: {
parameters: {
path: {
"id": string
};
query?: never;
header?: {
"if-match"?: string
}
};
responses: {
204: { headers: Record<string, unknown>; content?: never };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
}
};
"/api/campaigns/{id}/draft/publish": {
post: {
parameters: {
path: {
"id": string
};
query?: never;
header?: {
"if-match"?: string
}
};
responses: {
200: { headers: Record<string, unknown>; content: {
"application/json": components["schemas"]["postCampaignsIdDraftPublishAnswer"]
} };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
}
};
"/api/step-kinds": {
get: {
parameters: {
path?: never;
query?: never;
header?: never
};
responses: {
200: { headers: Record<string, unknown>; content: {
"application/json": components["schemas"]["getStepKindsAnswer"]
} };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
}
};
"/api/campaigns/{id}/runs": {
get: {
parameters: {
path: {
"id": string
};
query?: never;
header?: never
};
responses: {
200: { headers: Record<string, unknown>; content: {
"application/json": components["schemas"]["getCampaignsIdRunsAnswer"]
} };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
};
post: {
parameters: {
path: {
"id": string
};
query?: never;
header?: never
};
responses: {
202: { headers: Record<string, unknown>; content: {
"application/json": components["schemas"]["postCampaignsIdRunsAnswer"]
} };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
}
};
"/api/campaigns/{id}/results": {
get: {
parameters: {
path: {
"id": string
};
query?: {
"since"?: string
};
header?: never
};
responses: {
200: { headers: Record<string, unknown>; content: {
"application/json": components["schemas"]["getCampaignsIdResultsAnswer"]
} };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
}
};
"/api/deliverability": {
get: {
parameters: {
path?: never;
query?: {
"days"?: number;
"campaign"?: string
};
header?: never
};
responses: {
200: { headers: Record<string, unknown>; content: {
"application/json": components["schemas"]["getDeliverabilityAnswer"]
} };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
}
};
"/api/templates": {
get: {
parameters: {
path?: never;
query?: {
"limit"?: number;
"next"?: string
};
header?: never
};
responses: {
200: { headers: Record<string, unknown>; content: {
"application/json": components["schemas"]["getTemplatesAnswer"]
} };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
}
};
"/api/templates/{id}": {
get: {
parameters: {
path: {
"id": string
};
query?: never;
header?: never
};
responses: {
200: { headers: Record<string, unknown>; content: {
"application/json": components["schemas"]["getTemplatesIdAnswer"]
} };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
};
put: {
parameters: {
path: {
"id": string
};
query?: never;
header?: {
"if-match"?: string
}
};
requestBody: { content: {
"application/json": components["schemas"]["putTemplatesIdBody"]
} };
responses: {
200: { headers: Record<string, unknown>; content: {
"application/json": components["schemas"]["putTemplatesIdAnswer"]
} };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
};
delete: {
parameters: {
path: {
"id": string
};
query?: never;
header?: never
};
responses: {
204: { headers: Record<string, unknown>; content?: never };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
}
};
"/api/templates/{id}/versions/{version}": {
get: {
parameters: {
path: {
"id": string;
"version": string
};
query?: never;
header?: never
};
responses: {
200: { headers: Record<string, unknown>; content: {
"application/json": components["schemas"]["getTemplatesIdVersionsVersionAnswer"]
} };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
}
};
"/api/blocks": {
get: {
parameters: {
path?: never;
query?: {
"limit"?: number;
"next"?: string
};
header?: never
};
responses: {
200: { headers: Record<string, unknown>; content: {
"application/json": components["schemas"]["getBlocksAnswer"]
} };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
}
};
"/api/blocks/{id}": {
get: {
parameters: {
path: {
"id": string
};
query?: never;
header?: never
};
responses: {
200: { headers: Record<string, unknown>; content: {
"application/json": components["schemas"]["getBlocksIdAnswer"]
} };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
};
put: {
parameters: {
path: {
"id": string
};
query?: never;
header?: {
"if-match"?: string
}
};
requestBody: { content: {
"application/json": components["schemas"]["putBlocksIdBody"]
} };
responses: {
200: { headers: Record<string, unknown>; content: {
"application/json": components["schemas"]["putBlocksIdAnswer"]
} };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
};
delete: {
parameters: {
path: {
"id": string
};
query?: never;
header?: never
};
responses: {
204: { headers: Record<string, unknown>; content?: never };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
}
};
"/api/blocks/{id}/versions/{version}": {
get: {
parameters: {
path: {
"id": string;
"version": string
};
query?: never;
header?: never
};
responses: {
200: { headers: Record<string, unknown>; content: {
"application/json": components["schemas"]["getBlocksIdVersionsVersionAnswer"]
} };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
}
};
"/api/templates/preview": {
post: {
parameters: {
path?: never;
query?: never;
header?: never
};
requestBody: { content: {
"application/json": components["schemas"]["postTemplatesPreviewBody"]
} };
responses: {
200: { headers: Record<string, unknown>; content: {
"application/json": components["schemas"]["postTemplatesPreviewAnswer"]
} };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
}
};
"/api/templates/{id}/preview": {
post: {
parameters: {
path: {
"id": string
};
query?: never;
header?: never
};
requestBody: { content: {
"application/json": components["schemas"]["postTemplatesIdPreviewBody"]
} };
responses: {
200: { headers: Record<string, unknown>; content: {
"application/json": components["schemas"]["postTemplatesIdPreviewAnswer"]
} };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
}
};
"/api/templates/test": {
post: {
parameters: {
path?: never;
query?: never;
header?: never
};
requestBody: { content: {
"application/json": components["schemas"]["postTemplatesTestBody"]
} };
responses: {
200: { headers: Record<string, unknown>; content: {
"application/json": components["schemas"]["postTemplatesTestAnswer"]
} };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
}
};
"/api/templates/{id}/test": {
post: {
parameters: {
path: {
"id": string
};
query?: never;
header?: never
};
requestBody: { content: {
"application/json": components["schemas"]["postTemplatesIdTestBody"]
} };
responses: {
200: { headers: Record<string, unknown>; content: {
"application/json": components["schemas"]["postTemplatesIdTestAnswer"]
} };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
}
};
"/api/segments/preview": {
post: {
parameters: {
path?: never;
query?: never;
header?: never
};
requestBody: { content: {
"application/json": components["schemas"]["postSegmentsPreviewBody"]
} };
responses: {
200: { headers: Record<string, unknown>; content: {
"application/json": components["schemas"]["postSegmentsPreviewAnswer"]
} };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
}
};
"/api/segments": {
get: {
parameters: {
path?: never;
query?: {
"limit"?: number;
"next"?: string
};
header?: never
};
responses: {
200: { headers: Record<string, unknown>; content: {
"application/json": components["schemas"]["getSegmentsAnswer"]
} };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
}
};
"/api/segments/{id}": {
get: {
parameters: {
path: {
"id": string
};
query?: {
"version"?: number
};
header?: never
};
responses: {
200: { headers: Record<string, unknown>; content: {
"application/json": components["schemas"]["getSegmentsIdAnswer"]
} };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
};
put: {
parameters: {
path: {
"id": string
};
query?: never;
header?: {
"if-match"?: string
}
};
requestBody: { content: {
"application/json": components["schemas"]["putSegmentsIdBody"]
} };
responses: {
200: { headers: Record<string, unknown>; content: {
"application/json": components["schemas"]["putSegmentsIdAnswer"]
} };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
};
delete: {
parameters: {
path: {
"id": string
};
query?: never;
header?: never
};
responses: {
204: { headers: Record<string, unknown>; content?: never };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
}
};
"/api/segments/{id}/sizes": {
get: {
parameters: {
path: {
"id": string
};
query?: never;
header?: never
};
responses: {
200: { headers: Record<string, unknown>; content: {
"application/json": components["schemas"]["getSegmentsIdSizesAnswer"]
} };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
}
};
"/api/lists": {
get: {
parameters: {
path?: never;
query?: {
"limit"?: number;
"next"?: string
};
header?: never
};
responses: {
200: { headers: Record<string, unknown>; content: {
"application/json": components["schemas"]["getListsAnswer"]
} };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
}
};
"/api/lists/{id}": {
put: {
parameters: {
path: {
"id": string
};
query?: never;
header?: never
};
requestBody: { content: {
"application/json": components["schemas"]["putListsIdBody"]
} };
responses: {
200: { headers: Record<string, unknown>; content: {
"application/json": components["schemas"]["putListsIdAnswer"]
} };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
};
delete: {
parameters: {
path: {
"id": string
};
query?: never;
header?: never
};
responses: {
204: { headers: Record<string, unknown>; content?: never };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
}
};
"/api/lists/{id}/contacts": {
post: {
parameters: {
path: {
"id": string
};
query?: never;
header?: {
"idempotency-key"?: string
}
};
requestBody: { content: {
"application/json": components["schemas"]["postListsIdContactsBody"]
} };
responses: {
200: { headers: Record<string, unknown>; content: {
"application/json": components["schemas"]["postListsIdContactsAnswer"]
} };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
}
};
"/api/products": {
get: {
parameters: {
path?: never;
query?: {
"limit"?: number;
"next"?: string
};
header?: never
};
responses: {
200: { headers: Record<string, unknown>; content: {
"application/json": components["schemas"]["getProductsAnswer"]
} };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
};
put: {
parameters: {
path?: never;
query?: never;
header?: never
};
requestBody: { content: {
"application/json": components["schemas"]["putProductsBody"]
} };
responses: {
204: { headers: Record<string, unknown>; content?: never };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
}
};
"/api/products/{id}": {
put: {
parameters: {
path: {
"id": string
};
query?: never;
header?: {
"if-match"?: "\"0\""
}
};
requestBody: { content: {
"application/json": components["schemas"]["putProductsIdBody"]
} };
responses: {
204: { headers: Record<string, unknown>; content?: never };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
};
delete: {
parameters: {
path: {
"id": string
};
query?: never;
header?: never
};
responses: {
204: { headers: Record<string, unknown>; content?: never };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
}
};
"/api/offers": {
get: {
parameters: {
path?: never;
query?: {
"limit"?: number;
"next"?: string
};
header?: never
};
responses: {
200: { headers: Record<string, unknown>; content: {
"application/json": components["schemas"]["getOffersAnswer"]
} };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
}
};
"/api/offers/{id}": {
put: {
parameters: {
path: {
"id": string
};
query?: never;
header?: {
"if-match"?: "\"0\""
}
};
requestBody: { content: {
"application/json": components["schemas"]["putOffersIdBody"]
} };
responses: {
204: { headers: Record<string, unknown>; content?: never };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
};
delete: {
parameters: {
path: {
"id": string
};
query?: never;
header?: never
};
responses: {
204: { headers: Record<string, unknown>; content?: never };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
}
};
"/api/contacts": {
get: {
parameters: {
path?: never;
query?: {
"limit"?: number;
"next"?: string;
"key"?: string;
"segment"?: string;
"list"?: string;
"search"?: string
};
header?: never
};
responses: {
200: { headers: Record<string, unknown>; content: {
"application/json": components["schemas"]["getContactsAnswer"]
} };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
};
post: {
parameters: {
path?: never;
query?: never;
header?: {
"idempotency-key"?: string
}
};
requestBody: { content: {
"application/json": components["schemas"]["postContactsBody"]
} };
responses: {
200: { headers: Record<string, unknown>; content: {
"application/json": components["schemas"]["postContactsAnswer"]
} };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
}
};
"/api/contacts/{id}": {
get: {
parameters: {
path: {
"id": string
};
query?: never;
header?: never
};
responses: {
200: { headers: Record<string, unknown>; content: {
"application/json": components["schemas"]["getContactsIdAnswer"]
} };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
};
patch: {
parameters: {
path: {
"id": string
};
query?: never;
header?: {
"idempotency-key"?: string
}
};
requestBody: { content: {
"application/json": components["schemas"]["patchContactsIdBody"]
} };
responses: {
200: { headers: Record<string, unknown>; content: {
"application/json": components["schemas"]["patchContactsIdAnswer"]
} };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
}
};
"/api/contacts/{id}/timeline": {
get: {
parameters: {
path: {
"id": string
};
query?: {
"limit"?: number;
"next"?: string
};
header?: never
};
responses: {
200: { headers: Record<string, unknown>; content: {
"application/json": components["schemas"]["getContactsIdTimelineAnswer"]
} };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
}
};
"/api/contacts/{id}/events": {
post: {
parameters: {
path: {
"id": string
};
query?: never;
header?: {
"idempotency-key"?: string
}
};
requestBody: { content: {
"application/json": components["schemas"]["postContactsIdEventsBody"]
} };
responses: {
202: { headers: Record<string, unknown>; content: {
"application/json": components["schemas"]["postContactsIdEventsAnswer"]
} };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
}
};
"/api/contacts/{id}/consents": {
get: {
parameters: {
path: {
"id": string
};
query?: {
"limit"?: number;
"next"?: string
};
header?: never
};
responses: {
200: { headers: Record<string, unknown>; content: {
"application/json": components["schemas"]["getContactsIdConsentsAnswer"]
} };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
};
post: {
parameters: {
path: {
"id": string
};
query?: never;
header?: {
"idempotency-key"?: string
}
};
requestBody: { content: {
"application/json": components["schemas"]["postContactsIdConsentsBody"]
} };
responses: {
200: { headers: Record<string, unknown>; content: {
"application/json": components["schemas"]["postContactsIdConsentsAnswer"]
} };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
}
};
"/api/suppressions": {
get: {
parameters: {
path?: never;
query?: {
"limit"?: number;
"next"?: string;
"reason"?: ("soft_bounce") | ("complaint") | ("manual") | ("bounce")
};
header?: never
};
responses: {
200: { headers: Record<string, unknown>; content: {
"application/json": components["schemas"]["getSuppressionsAnswer"]
} };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
}
};
"/api/contacts/{id}/suppressions": {
post: {
parameters: {
path: {
"id": string
};
query?: never;
header?: {
"idempotency-key"?: string
}
};
requestBody: { content: {
"application/json": components["schemas"]["postContactsIdSuppressionsBody"]
} };
responses: {
200: { headers: Record<string, unknown>; content: {
"application/json": components["schemas"]["postContactsIdSuppressionsAnswer"]
} };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
}
};
"/api/contacts/{id}/suppressions/lift": {
post: {
parameters: {
path: {
"id": string
};
query?: never;
header?: {
"idempotency-key"?: string
}
};
requestBody: { content: {
"application/json": components["schemas"]["postContactsIdSuppressionsLiftBody"]
} };
responses: {
200: { headers: Record<string, unknown>; content: {
"application/json": components["schemas"]["postContactsIdSuppressionsLiftAnswer"]
} };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
}
};
"/api/accounts": {
get: {
parameters: {
path?: never;
query?: {
"limit"?: number;
"next"?: string;
"id"?: string
};
header?: never
};
responses: {
200: { headers: Record<string, unknown>; content: {
"application/json": components["schemas"]["getAccountsAnswer"]
} };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
}
};
"/api/accounts/{id}": {
get: {
parameters: {
path: {
"id": string
};
query?: never;
header?: never
};
responses: {
200: { headers: Record<string, unknown>; content: {
"application/json": components["schemas"]["getAccountsIdAnswer"]
} };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
}
};
"/api/accounts/{id}/contacts": {
get: {
parameters: {
path: {
"id": string
};
query?: {
"limit"?: number;
"next"?: string
};
header?: never
};
responses: {
200: { headers: Record<string, unknown>; content: {
"application/json": components["schemas"]["getAccountsIdContactsAnswer"]
} };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
}
};
"/api/contacts/{id}/messages": {
get: {
parameters: {
path: {
"id": string
};
query?: {
"limit"?: number;
"next"?: string
};
header?: never
};
responses: {
200: { headers: Record<string, unknown>; content: {
"application/json": components["schemas"]["getContactsIdMessagesAnswer"]
} };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
}
};
"/api/contacts/{id}/messages/{message}": {
get: {
parameters: {
path: {
"id": string;
"message": string
};
query?: never;
header?: never
};
responses: {
200: { headers: Record<string, unknown>; content: {
"application/json": components["schemas"]["getContactsIdMessagesMessageAnswer"]
} };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
}
};
"/api/contacts/{id}/notes": {
post: {
parameters: {
path: {
"id": string
};
query?: never;
header?: {
"idempotency-key"?: string
}
};
requestBody: { content: {
"application/json": components["schemas"]["postContactsIdNotesBody"]
} };
responses: {
201: { headers: Record<string, unknown>; content: {
"application/json": components["schemas"]["postContactsIdNotesAnswer"]
} };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
}
};
"/api/contacts/{id}/merge": {
post: {
parameters: {
path: {
"id": string
};
query?: never;
header?: never
};
requestBody: { content: {
"application/json": components["schemas"]["postContactsIdMergeBody"]
} };
responses: {
200: { headers: Record<string, unknown>; content: {
"application/json": components["schemas"]["postContactsIdMergeAnswer"]
} };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
}
};
"/api/contacts/{id}/erase": {
post: {
parameters: {
path: {
"id": string
};
query?: never;
header?: never
};
requestBody: { content: {
"application/json": components["schemas"]["postContactsIdEraseBody"]
} };
responses: {
202: { headers: Record<string, unknown>; content: {
"application/json": components["schemas"]["postContactsIdEraseAnswer"]
} };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
}
};
"/api/erasures": {
get: {
parameters: {
path?: never;
query?: {
"limit"?: number;
"next"?: string
};
header?: never
};
responses: {
200: { headers: Record<string, unknown>; content: {
"application/json": components["schemas"]["getErasuresAnswer"]
} };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
}
};
"/api/erasures/{id}": {
get: {
parameters: {
path: {
"id": string
};
query?: never;
header?: never
};
responses: {
200: { headers: Record<string, unknown>; content: {
"application/json": components["schemas"]["getErasuresIdAnswer"]
} };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
}
};
"/api/exports/contacts": {
get: {
parameters: {
path?: never;
query?: {
"limit"?: number;
"next"?: string;
"format"?: ("csv") | ("jsonl");
"segment"?: string;
"list"?: string;
"attributes"?: string
};
header?: never
};
responses: {
200: { headers: Record<string, unknown>; content: {
"text/csv": string;
"application/jsonl": string
} };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
}
};
"/api/contacts/{id}/data": {
get: {
parameters: {
path: {
"id": string
};
query?: {
"next"?: string
};
header?: never
};
responses: {
200: { headers: Record<string, unknown>; content: {
"application/json": components["schemas"]["getContactsIdDataAnswer"]
} };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
}
};
"/api/contacts/{id}/why/{campaign}": {
get: {
parameters: {
path: {
"id": string;
"campaign": string
};
query?: never;
header?: never
};
responses: {
200: { headers: Record<string, unknown>; content: {
"application/json": components["schemas"]["getContactsIdWhyCampaignAnswer"]
} };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
}
};
"/api/tasks": {
get: {
parameters: {
path?: never;
query?: {
"limit"?: number;
"next"?: string;
"with"?: "lead"
};
header?: never
};
responses: {
200: { headers: Record<string, unknown>; content: {
"application/json": components["schemas"]["getTasksAnswer"]
} };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
}
};
"/api/contacts/{id}/tasks": {
get: {
parameters: {
path: {
"id": string
};
query?: {
"limit"?: number;
"next"?: string
};
header?: never
};
responses: {
200: { headers: Record<string, unknown>; content: {
"application/json": components["schemas"]["getContactsIdTasksAnswer"]
} };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
}
};
"/api/contacts/{id}/tasks/{task}": {
put: {
parameters: {
path: {
"id": string;
"task": string
};
query?: never;
header?: never
};
requestBody: { content: {
"application/json": components["schemas"]["putContactsIdTasksTaskBody"]
} };
responses: {
200: { headers: Record<string, unknown>; content: {
"application/json": components["schemas"]["putContactsIdTasksTaskAnswer"]
} };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
};
patch: {
parameters: {
path: {
"id": string;
"task": string
};
query?: never;
header?: never
};
requestBody: { content: {
"application/json": components["schemas"]["patchContactsIdTasksTaskBody"]
} };
responses: {
200: { headers: Record<string, unknown>; content: {
"application/json": components["schemas"]["patchContactsIdTasksTaskAnswer"]
} };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
}
};
"/api/contacts/{id}/stage": {
put: {
parameters: {
path: {
"id": string
};
query?: never;
header?: {
"idempotency-key"?: string
}
};
requestBody: { content: {
"application/json": components["schemas"]["putContactsIdStageBody"]
} };
responses: {
204: { headers: Record<string, unknown>; content?: never };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
}
};
"/api/jobs": {
get: {
parameters: {
path?: never;
query?: {
"limit"?: number;
"next"?: string
};
header?: never
};
responses: {
200: { headers: Record<string, unknown>; content: {
"application/json": components["schemas"]["getJobsAnswer"]
} };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
}
};
"/api/jobs/{id}": {
get: {
parameters: {
path: {
"id": string
};
query?: never;
header?: never
};
responses: {
200: { headers: Record<string, unknown>; content: {
"application/json": components["schemas"]["getJobsIdAnswer"]
} };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
}
};
"/api/jobs/{id}/pause": {
post: {
parameters: {
path: {
"id": string
};
query?: never;
header?: never
};
responses: {
200: { headers: Record<string, unknown>; content: {
"application/json": components["schemas"]["postJobsIdPauseAnswer"]
} };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
}
};
"/api/jobs/{id}/resume": {
post: {
parameters: {
path: {
"id": string
};
query?: never;
header?: never
};
responses: {
200: { headers: Record<string, unknown>; content: {
"application/json": components["schemas"]["postJobsIdResumeAnswer"]
} };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
}
};
"/api/jobs/{id}/stop": {
post: {
parameters: {
path: {
"id": string
};
query?: never;
header?: never
};
responses: {
200: { headers: Record<string, unknown>; content: {
"application/json": components["schemas"]["postJobsIdStopAnswer"]
} };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
}
};
"/api/imports/inspect": {
post: {
parameters: {
path?: never;
query?: never;
header?: never
};
requestBody: { content: {
"application/json": components["schemas"]["postImportsInspectBody"]
} };
responses: {
200: { headers: Record<string, unknown>; content: {
"application/json": components["schemas"]["postImportsInspectAnswer"]
} };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
}
};
"/api/imports": {
post: {
parameters: {
path?: never;
query?: never;
header?: never
};
requestBody: { content: {
"application/json": components["schemas"]["postImportsBody"]
} };
responses: {
200: { headers: Record<string, unknown>; content: {
"application/json": components["schemas"]["postImportsAnswer"]
} };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
}
};
"/api/imports/{id}": {
get: {
parameters: {
path: {
"id": string
};
query?: never;
header?: never
};
responses: {
200: { headers: Record<string, unknown>; content: {
"application/json": components["schemas"]["getImportsIdAnswer"]
} };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
}
};
"/api/imports/{id}/missing": {
get: {
parameters: {
path: {
"id": string
};
query?: never;
header?: never
};
responses: {
200: { headers: Record<string, unknown>; content: {
"application/json": components["schemas"]["getImportsIdMissingAnswer"]
} };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
}
};
"/api/imports/{id}/parts/{part}": {
put: {
parameters: {
path: {
"id": string;
"part": string
};
query?: never;
header?: never
};
requestBody: { content: {
"application/json": components["schemas"]["putImportsIdPartsPartBody"]
} };
responses: {
202: { headers: Record<string, unknown>; content: {
"application/json": components["schemas"]["putImportsIdPartsPartAnswer"]
} };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
}
};
"/api/imports/{id}/results": {
get: {
parameters: {
path: {
"id": string
};
query?: {
"limit"?: number;
"next"?: string;
"only"?: ("created") | ("updated") | ("unchanged") | ("rejected")
};
header?: never
};
responses: {
200: { headers: Record<string, unknown>; content: {
"application/json": components["schemas"]["getImportsIdResultsAnswer"]
} };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
}
};
"/api/event-names": {
get: {
parameters: {
path?: never;
query?: never;
header?: never
};
responses: {
200: { headers: Record<string, unknown>; content: {
"application/json": components["schemas"]["getEventNamesAnswer"]
} };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
}
};
"/api/doubts": {
get: {
parameters: {
path?: never;
query?: {
"limit"?: number;
"next"?: string
};
header?: never
};
responses: {
200: { headers: Record<string, unknown>; content: {
"application/json": components["schemas"]["getDoubtsAnswer"]
} };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
}
};
"/api/doubts/resolved": {
get: {
parameters: {
path?: never;
query?: {
"limit"?: number;
"next"?: string
};
header?: never
};
responses: {
200: { headers: Record<string, unknown>; content: {
"application/json": components["schemas"]["getDoubtsResolvedAnswer"]
} };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
}
};
"/api/overview": {
get: {
parameters: {
path?: never;
query?: never;
header?: never
};
responses: {
200: { headers: Record<string, unknown>; content: {
"application/json": components["schemas"]["getOverviewAnswer"]
} };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
}
};
"/api/schema": {
get: {
parameters: {
path?: never;
query?: {
"limit"?: number;
"next"?: string
};
header?: never
};
responses: {
200: { headers: Record<string, unknown>; content: {
"application/json": components["schemas"]["getSchemaAnswer"]
} };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
}
};
"/api/attributes": {
get: {
parameters: {
path?: never;
query?: {
"limit"?: number;
"next"?: string;
"locale"?: string
};
header?: never
};
responses: {
200: { headers: Record<string, unknown>; content: {
"application/json": components["schemas"]["getAttributesAnswer"]
} };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
}
};
"/api/attributes/{name}": {
put: {
parameters: {
path: {
"name": string
};
query?: never;
header?: never
};
requestBody: { content: {
"application/json": components["schemas"]["putAttributesNameBody"]
} };
responses: {
200: { headers: Record<string, unknown>; content: {
"application/json": components["schemas"]["putAttributesNameAnswer"]
} };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
};
delete: {
parameters: {
path: {
"name": string
};
query?: never;
header?: never
};
responses: {
204: { headers: Record<string, unknown>; content?: never };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
}
};
"/api/sources": {
get: {
parameters: {
path?: never;
query?: {
"limit"?: number;
"next"?: string
};
header?: never
};
responses: {
200: { headers: Record<string, unknown>; content: {
"application/json": components["schemas"]["getSourcesAnswer"]
} };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
}
};
"/api/source-kinds": {
get: {
parameters: {
path?: never;
query?: never;
header?: never
};
responses: {
200: { headers: Record<string, unknown>; content: {
"application/json": components["schemas"]["getSourceKindsAnswer"]
} };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
}
};
"/api/sources/{name}": {
get: {
parameters: {
path: {
"name": string
};
query?: never;
header?: never
};
responses: {
200: { headers: Record<string, unknown>; content: {
"application/json": components["schemas"]["getSourcesNameAnswer"]
} };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
};
put: {
parameters: {
path: {
"name": string
};
query?: never;
header?: never
};
requestBody: { content: {
"application/json": components["schemas"]["putSourcesNameBody"]
} };
responses: {
200: { headers: Record<string, unknown>; content: {
"application/json": components["schemas"]["putSourcesNameAnswer"]
} };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
};
delete: {
parameters: {
path: {
"name": string
};
query?: never;
header?: never
};
responses: {
204: { headers: Record<string, unknown>; content?: never };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
}
};
"/api/sources/{name}/secrets": {
post: {
parameters: {
path: {
"name": string
};
query?: never;
header?: never
};
requestBody: { content: {
"application/json": components["schemas"]["postSourcesNameSecretsBody"]
} };
responses: {
201: { headers: Record<string, unknown>; content: {
"application/json": components["schemas"]["postSourcesNameSecretsAnswer"]
} };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
}
};
"/api/sources/{name}/secrets/{id}": {
delete: {
parameters: {
path: {
"name": string;
"id": string
};
query?: {
"at"?: string
};
header?: never
};
responses: {
204: { headers: Record<string, unknown>; content?: never };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
}
};
"/api/arrivals": {
get: {
parameters: {
path?: never;
query?: {
"source"?: string;
"limit"?: number
};
header?: never
};
responses: {
200: { headers: Record<string, unknown>; content: {
"application/json": components["schemas"]["getArrivalsAnswer"]
} };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
}
};
"/api/quarantine/{day}": {
get: {
parameters: {
path: {
"day": string
};
query?: {
"limit"?: number;
"next"?: string;
"source"?: string
};
header?: never
};
responses: {
200: { headers: Record<string, unknown>; content: {
"application/json": components["schemas"]["getQuarantineDayAnswer"]
} };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
}
};
"/api/quarantine/{day}/{id}": {
get: {
parameters: {
path: {
"day": string;
"id": string
};
query?: never;
header?: never
};
responses: {
200: { headers: Record<string, unknown>; content: {
"application/json": components["schemas"]["getQuarantineDayIdAnswer"]
} };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
}
};
"/api/quarantine/{day}/{id}/replay": {
post: {
parameters: {
path: {
"day": string;
"id": string
};
query?: never;
header?: never
};
requestBody: { content: {
"application/json": components["schemas"]["postQuarantineDayIdReplayBody"]
} };
responses: {
200: { headers: Record<string, unknown>; content: {
"application/json": components["schemas"]["postQuarantineDayIdReplayAnswer"]
} };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
}
};
"/api/workspace": {
get: {
parameters: {
path?: never;
query?: never;
header?: never
};
responses: {
200: { headers: Record<string, unknown>; content: {
"application/json": components["schemas"]["getWorkspaceAnswer"]
} };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
};
put: {
parameters: {
path?: never;
query?: never;
header?: never
};
requestBody: { content: {
"application/json": components["schemas"]["putWorkspaceBody"]
} };
responses: {
200: { headers: Record<string, unknown>; content: {
"application/json": components["schemas"]["putWorkspaceAnswer"]
} };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
}
};
"/api/organization": {
get: {
parameters: {
path?: never;
query?: never;
header?: never
};
responses: {
200: { headers: Record<string, unknown>; content: {
"application/json": components["schemas"]["getOrganizationAnswer"]
} };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
};
put: {
parameters: {
path?: never;
query?: never;
header?: never
};
requestBody: { content: {
"application/json": components["schemas"]["putOrganizationBody"]
} };
responses: {
200: { headers: Record<string, unknown>; content: {
"application/json": components["schemas"]["putOrganizationAnswer"]
} };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
}
};
"/api/tracking": {
get: {
parameters: {
path?: never;
query?: never;
header?: never
};
responses: {
200: { headers: Record<string, unknown>; content: {
"application/json": components["schemas"]["getTrackingAnswer"]
} };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
};
put: {
parameters: {
path?: never;
query?: never;
header?: never
};
requestBody: { content: {
"application/json": components["schemas"]["putTrackingBody"]
} };
responses: {
200: { headers: Record<string, unknown>; content: {
"application/json": components["schemas"]["putTrackingAnswer"]
} };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
}
};
"/api/webhook-secrets": {
get: {
parameters: {
path?: never;
query?: never;
header?: never
};
responses: {
200: { headers: Record<string, unknown>; content: {
"application/json": components["schemas"]["getWebhookSecretsAnswer"]
} };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
};
post: {
parameters: {
path?: never;
query?: never;
header?: never
};
responses: {
200: { headers: Record<string, unknown>; content: {
"application/json": components["schemas"]["postWebhookSecretsAnswer"]
} };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
}
};
"/api/domain": {
get: {
parameters: {
path?: never;
query?: never;
header?: never
};
responses: {
200: { headers: Record<string, unknown>; content: {
"application/json": components["schemas"]["getDomainAnswer"]
} };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
}
};
"/api/webhook-endpoints": {
get: {
parameters: {
path?: never;
query?: never;
header?: never
};
responses: {
200: { headers: Record<string, unknown>; content: {
"application/json": components["schemas"]["getWebhookEndpointsAnswer"]
} };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
}
};
"/api/webhook-endpoints/{id}": {
get: {
parameters: {
path: {
"id": string
};
query?: never;
header?: never
};
responses: {
200: { headers: Record<string, unknown>; content: {
"application/json": components["schemas"]["getWebhookEndpointsIdAnswer"]
} };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
};
put: {
parameters: {
path: {
"id": string
};
query?: never;
header?: never
};
requestBody: { content: {
"application/json": components["schemas"]["putWebhookEndpointsIdBody"]
} };
responses: {
200: { headers: Record<string, unknown>; content: {
"application/json": components["schemas"]["putWebhookEndpointsIdAnswer"]
} };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
};
delete: {
parameters: {
path: {
"id": string
};
query?: never;
header?: never
};
responses: {
204: { headers: Record<string, unknown>; content?: never };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
}
};
"/api/webhook-endpoints/{id}/secrets": {
post: {
parameters: {
path: {
"id": string
};
query?: never;
header?: never
};
responses: {
201: { headers: Record<string, unknown>; content: {
"application/json": components["schemas"]["postWebhookEndpointsIdSecretsAnswer"]
} };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
}
};
"/api/webhook-endpoints/{id}/test": {
post: {
parameters: {
path: {
"id": string
};
query?: never;
header?: never
};
requestBody: { content: {
"application/json": components["schemas"]["postWebhookEndpointsIdTestBody"]
} };
responses: {
200: { headers: Record<string, unknown>; content: {
"application/json": components["schemas"]["postWebhookEndpointsIdTestAnswer"]
} };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
}
};
"/api/session": {
get: {
parameters: {
path?: never;
query?: never;
header?: never
};
responses: {
200: { headers: Record<string, unknown>; content: {
"application/json": components["schemas"]["getSessionAnswer"]
} };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
};
post: {
parameters: {
path?: never;
query?: never;
header?: never
};
requestBody: { content: {
"application/json": components["schemas"]["postSessionBody"]
} };
responses: {
201: { headers: Record<string, unknown>; content: {
"application/json": components["schemas"]["postSessionAnswer"]
} };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
};
delete: {
parameters: {
path?: never;
query?: never;
header?: never
};
responses: {
204: { headers: Record<string, unknown>; content?: never };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
}
};
"/api/tokens": {
post: {
parameters: {
path?: never;
query?: never;
header?: never
};
requestBody: { content: {
"application/json": components["schemas"]["postTokensBody"]
} };
responses: {
201: { headers: Record<string, unknown>; content: {
"application/json": components["schemas"]["postTokensAnswer"]
} };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
};
get: {
parameters: {
path?: never;
query?: {
"limit"?: number;
"next"?: string
};
header?: never
};
responses: {
200: { headers: Record<string, unknown>; content: {
"application/json": components["schemas"]["getTokensAnswer"]
} };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
}
};
"/api/tokens/{name}": {
delete: {
parameters: {
path: {
"name": string
};
query?: never;
header?: never
};
responses: {
204: { headers: Record<string, unknown>; content?: never };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
}
};
"/api/write-keys": {
post: {
parameters: {
path?: never;
query?: never;
header?: never
};
requestBody: { content: {
"application/json": components["schemas"]["postWriteKeysBody"]
} };
responses: {
201: { headers: Record<string, unknown>; content: {
"application/json": components["schemas"]["postWriteKeysAnswer"]
} };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
};
get: {
parameters: {
path?: never;
query?: {
"limit"?: number;
"next"?: string
};
header?: never
};
responses: {
200: { headers: Record<string, unknown>; content: {
"application/json": components["schemas"]["getWriteKeysAnswer"]
} };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
}
};
"/api/write-keys/{name}": {
delete: {
parameters: {
path: {
"name": string
};
query?: never;
header?: never
};
responses: {
204: { headers: Record<string, unknown>; content?: never };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
}
};
"/api/audit": {
get: {
parameters: {
path?: never;
query?: {
"limit"?: number;
"next"?: string
};
header?: never
};
responses: {
200: { headers: Record<string, unknown>; content: {
"application/json": components["schemas"]["getAuditAnswer"]
} };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
}
};
"/api/users": {
get: {
parameters: {
path?: never;
query?: {
"limit"?: number;
"next"?: string
};
header?: never
};
responses: {
200: { headers: Record<string, unknown>; content: {
"application/json": components["schemas"]["getUsersAnswer"]
} };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
}
};
"/api/users/{email}": {
put: {
parameters: {
path: {
"email": string
};
query?: never;
header?: never
};
requestBody: { content: {
"application/json": components["schemas"]["putUsersEmailBody"]
} };
responses: {
200: { headers: Record<string, unknown>; content: {
"application/json": components["schemas"]["putUsersEmailAnswer"]
} };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
};
delete: {
parameters: {
path: {
"email": string
};
query?: never;
header?: never
};
responses: {
204: { headers: Record<string, unknown>; content?: never };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
}
};
"/api/whoami": {
get: {
parameters: {
path?: never;
query?: never;
header?: never
};
responses: {
200: { headers: Record<string, unknown>; content: {
"application/json": components["schemas"]["getWhoamiAnswer"]
} };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
}
};
"/api/openapi.json": {
get: {
parameters: {
path?: never;
query?: never;
header?: never
};
responses: {
200: { headers: Record<string, unknown>; content: {
"application/json": components["schemas"]["getOpenapiJsonAnswer"]
} };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
}
};
"/api/public/apps/{type}": {
post: {
parameters: {
path: {
"type": ("i") | ("identify") | ("t") | ("track") | ("p") | ("page") | ("s") | ("screen") | ("g") | ("group") | ("a") | ("alias") | ("b") | ("batch") | ("import")
};
query?: never;
header?: never
};
requestBody: { content: {
"application/json": (components["schemas"]["SegmentCall"]) | (components["schemas"]["SegmentBatch"])
} };
responses: {
204: { headers: Record<string, unknown>; content?: never };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
}
};
"/api/s/{type}": {
post: {
parameters: {
path: {
"type": ("i") | ("identify") | ("t") | ("track") | ("p") | ("page") | ("s") | ("screen") | ("g") | ("group") | ("a") | ("alias") | ("b") | ("batch") | ("import")
};
query?: never;
header?: never
};
requestBody: { content: {
"application/json": (components["schemas"]["SegmentCall"]) | (components["schemas"]["SegmentBatch"])
} };
responses: {
200: { headers: Record<string, unknown>; content: {
"application/json": components["schemas"]["SegmentAnswer"]
} };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
}
};
"/api/s/s2s/{type}": {
post: {
parameters: {
path: {
"type": ("i") | ("identify") | ("t") | ("track") | ("p") | ("page") | ("s") | ("screen") | ("g") | ("group") | ("a") | ("alias") | ("b") | ("batch") | ("import")
};
query?: never;
header?: never
};
requestBody: { content: {
"application/json": (components["schemas"]["SegmentCall"]) | (components["schemas"]["SegmentBatch"])
} };
responses: {
200: { headers: Record<string, unknown>; content: {
"application/json": components["schemas"]["SegmentAnswer"]
} };
default: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Error"] } }
}
}
}
}
export interface components {
schemas: {
"getCampaignsAnswer": {
"items": ({
"id": string;
"name": string;
"state": ("live") | ("paused") | ("stopped") | ("draft");
"version"?: number;
"trigger"?: string;
"triggerType"?: string;
"published"?: {
"by": string;
"at": number
};
"changed"?: {
"by": string;
"at": number;
"because": string
};
"draft"?: {
"by": string;
"at": number;
"revision": number
}
})[];
"next"?: string
};
"getCampaignsIdAnswer": {
"id": string;
"name": string;
"state": ("live") | ("paused") | ("stopped") | ("draft");
"version"?: number;
"trigger"?: string;
"triggerType"?: string;
"published"?: {
"by": string;
"at": number
};
"changed"?: {
"by": string;
"at": number;
"because": string
};
"draft"?: {
"by": string;
"at": number;
"revision": number
};
"live"?: {
"campaign": {
[name: string]: components["schemas"]["shared.schema0"]
};
"templates": {
[name: string]: {
[name: string]: components["schemas"]["shared.schema1"]
}
}
};
"writing"?: {
"campaign": {
[name: string]: components["schemas"]["shared.schema0"]
};
"templates": {
[name: string]: {
[name: string]: components["schemas"]["shared.schema1"]
}
};
"by": string;
"at": number;
"revision": number;
"name": string
};
"versions": ({
"by": string;
"at": number;
"version": number
})[]
};
"getCampaignsIdVersionsVersionAnswer": {
"campaign": string;
"version": number;
"document": {
"name": string;
[name: string]: unknown
};
"kinds": {
[name: string]: ("marketing") | ("transactional")
};
"reads": (string)[];
"source"?: {
"campaign": {
[name: string]: components["schemas"]["shared.schema0"]
};
"templates": {
[name: string]: {
[name: string]: components["schemas"]["shared.schema1"]
}
}
};
[name: string]: unknown
};
"putCampaignsIdBody": {
"campaign": {
"name": string;
"description"?: string;
"trigger": ({
"event": string;
"where"?: components["schemas"]["shared.schema2"]
}) | ({
"segment": {
"id": string;
"on"?: ("entered") | ("left")
}
}) | ({
"date": {
"attribute": string;
"anniversary"?: boolean;
"offset"?: number;
"at"?: string
}
}) | ({
"inactivity": {
"event": string;
"where"?: (components["schemas"]["shared.schema3"]) | ((components["schemas"]["shared.schema3"])[]);
"for": string
}
}) | ({
"drifting": {
"share"?: number;
"orders"?: number;
"worth"?: {
"cost": number;
"margin": number;
"chance": number
}
}
}) | ({
"schedule": ({
"at": string;
"zone"?: string;
"local"?: true
}) | ({
"every": "day";
"at": string;
"zone"?: string;
"local"?: true;
"from"?: string;
"until"?: string
}) | ({
"every": "week";
"on": (("monday") | ("tuesday") | ("wednesday") | ("thursday") | ("friday") | ("saturday") | ("sunday"))[];
"at": string;
"zone"?: string;
"local"?: true;
"from"?: string;
"until"?: string
}) | ({
"every": "month";
"on": (number)[];
"at": string;
"zone"?: string;
"local"?: true;
"from"?: string;
"until"?: string
})
}) | ({
"call": true
});
"audience"?: components["schemas"]["shared.schema2"];
"basis"?: ("consent") | ("soft_opt_in");
"topic"?: string;
"priority"?: number;
"reentry"?: (("never") | ("always")) | ({
"after": string
});
"limits"?: {
"entries": number
};
"sending"?: {
"smartSending"?: boolean;
"caps"?: boolean;
"quietHours"?: boolean;
"window"?: {
"on"?: (("monday") | ("tuesday") | ("wednesday") | ("thursday") | ("friday") | ("saturday") | ("sunday"))[];
"from"?: string;
"to"?: string
};
"spread"?: string;
"expires"?: string
};
"holdout"?: (number) | ({
"percent": number;
"because": string
});
"goal"?: {
"event": string;
"where"?: components["schemas"]["shared.schema2"];
"within": string;
"value"?: string
};
"exitOn"?: (({
"event": string;
"where"?: components["schemas"]["shared.schema2"]
}) | ({
"condition": components["schemas"]["shared.schema2"]
}))[];
"steps": components["schemas"]["shared.schema4"]
};
"templates"?: {
[name: string]: components["schemas"]["putTemplatesIdBody"]
}
};
"putCampaignsIdAnswer": {
"campaign": string;
"version": number;
"document": {
"name": string;
[name: string]: unknown
};
"kinds": {
[name: string]: ("marketing") | ("transactional")
};
"reads": (string)[];
"source"?: {
"campaign": {
[name: string]: components["schemas"]["shared.schema0"]
};
"templates": {
[name: string]: {
[name: string]: components["schemas"]["shared.schema1"]
}
}
};
"warnings": ({
"at": string;
"message": string
})[];
[name: string]: unknown
};
"postCampaignsIdCallBody": {
"contact": string;
"properties"?: {
[name: string]: components["schemas"]["shared.schema9"]
}
};
"postCampaignsIdCallAnswer": {
"contact": string;
"decided": ({
"kind": string;
[name: string]: unknown
})[]
};
"postCampaignsIdPauseBody": {
"because": string
};
"postCampaignsIdPauseAnswer": {
"id": string;
"state": "paused";
"version": number;
"changed": {
"by": string;
"at": number;
"because": string
}
};
"postCampaignsIdInsideAnswer": {
"id": string;
"kind": string;
"state": string;
[name: string]: unknown
};
"postCampaignsIdResumePreviewAnswer": {
"id": string;
"kind": string;
"state": string;
[name: string]: unknown
};
"postCampaignsIdResumeBody": ({
"stale": "send"
}) | ({
"stale": "skip"
}) | ({
"stale": "space_out";
"over": string
});
"postCampaignsIdResumeAnswer": {
"id": string;
"kind": string;
"state": string;
[name: string]: unknown
};
"postCampaignsIdStopBody": {
"because": string
};
"postCampaignsIdStopAnswer": {
"id": string;
"kind": string;
"state": string;
[name: string]: unknown
};
"postCampaignsIdMovePreviewBody": {
"version"?: number;
"steps"?: {
[name: string]: string
}
};
"postCampaignsIdMovePreviewAnswer": {
"id": string;
"kind": string;
"state": string;
[name: string]: unknown
};
"postCampaignsIdMoveBody": {
"version"?: number;
"steps"?: {
[name: string]: string
}
};
"postCampaignsIdMoveAnswer": {
"id": string;
"kind": string;
"state": string;
[name: string]: unknown
};
"getJobsIdPlacesAnswer": {
"id": string;
"kind": string;
"state": string;
"matched": number;
"places": ({
"version": number;
"step": string;
"lands"?: string;
"people": number
})[];
[name: string]: unknown
};
"getCampaignsIdDraftAnswer": {
"revision": number;
"by": string;
"at": number;
"problems"?: ({
"at": string;
"message": string
})[];
[name: string]: unknown
};
"putCampaignsIdDraftBody": {
"campaign": {
[name: string]: components["schemas"]["shared.schema10"]
};
"templates"?: {
[name: string]: {
[name: string]: components["schemas"]["shared.schema11"]
}
}
};
"putCampaignsIdDraftAnswer": {
"revision": number;
"problems"?: ({
"at": string;
"message": string
})[]
};
"postCampaignsIdDraftPublishAnswer": {
"campaign": string;
"version": number;
"document": {
"name": string;
[name: string]: unknown
};
"kinds": {
[name: string]: ("marketing") | ("transactional")
};
"reads": (string)[];
"source"?: {
"campaign": {
[name: string]: components["schemas"]["shared.schema0"]
};
"templates": {
[name: string]: {
[name: string]: components["schemas"]["shared.schema1"]
}
}
};
"warnings": ({
"at": string;
"message": string
})[];
[name: string]: unknown
};
"getStepKindsAnswer": {
"items": ({
"kind": string;
"label": string;
"about": string;
"blank": {
[name: string]: components["schemas"]["shared.schema12"]
};
"settings": {
[name: string]: components["schemas"]["shared.schema12"]
}
})[];
"campaign": {
[name: string]: components["schemas"]["shared.schema12"]
}
};
"getCampaignsIdRunsAnswer": {
"items": ({
"id": string;
"state": string;
"scanned": number;
"matched": number;
[name: string]: unknown
})[];
"next"?: string;
"nextRun"?: number
};
"postCampaignsIdRunsAnswer": {
"id": string;
[name: string]: unknown
};
"getCampaignsIdResultsAnswer": {
"campaign": string;
"treatment": {
"entered": number;
"goals": number;
"values": ({
"amount": string;
"currency"?: string
})[];
"rate"?: number
};
"holdout": {
"entered": number;
"goals": number;
"values": ({
"amount": string;
"currency"?: string
})[];
"rate"?: number
};
"completed": number;
"exited": number;
"messages": {
"requested": number;
"sent": number;
"delivered": number;
"bounced": number;
"complained": number;
"bounceRate"?: number;
"complaintRate"?: number;
"opened": number;
"clicked": number;
"openRate"?: number;
"clickRate"?: number;
"byMachine": {
"opened": number;
"clicked": number
};
"withheld": {
[name: string]: number
}
};
"steps": {
[name: string]: {
[name: string]: number
}
};
"days": ({
"day": string;
"counts": {
[name: string]: string
}
})[]
};
"getDeliverabilityAnswer": {
"since": string;
"lines": {
"complaints": {
"watch": number;
"limit": number
};
"bounces": {
"watch": number;
"limit": number
}
};
"total": {
"sent": number;
"delivered": number;
"bounced": number;
"soft_bounced": number;
"content_bounced": number;
"complained": number;
"delayed": number;
"bounceRate"?: number;
"complaintRate"?: number;
"standing": ("good") | ("watch") | ("bad")
};
"domains": ({
"sent": number;
"delivered": number;
"bounced": number;
"soft_bounced": number;
"content_bounced": number;
"complained": number;
"delayed": number;
"bounceRate"?: number;
"complaintRate"?: number;
"standing": ("good") | ("watch") | ("bad");
"domain": string
})[];
"days": ({
"day": string;
"domains": ({
"sent": number;
"delivered": number;
"bounced": number;
"soft_bounced": number;
"content_bounced": number;
"complained": number;
"delayed": number;
"domain": string
})[]
})[]
};
"getTemplatesAnswer": {
"items": ({
"version": number;
"by": string;
"at": number;
"id": string;
"blocks": (string)[];
"kind": ("marketing") | ("transactional");
"subject": string;
"languages": (string)[]
})[];
"next"?: string
};
"getTemplatesIdAnswer": {
"version": number;
"by": string;
"at": number;
"id": string;
"blocks": (string)[];
"kind": ("marketing") | ("transactional");
"subject": string;
"languages": (string)[];
"source": components["schemas"]["putTemplatesIdBody"];
"versions"?: ({
"version": number;
"by": string;
"at": number
})[]
};
"getTemplatesIdVersionsVersionAnswer": {
"version": number;
"by": string;
"at": number;
"id": string;
"blocks": (string)[];
"kind": ("marketing") | ("transactional");
"subject": string;
"languages": (string)[];
"source": components["schemas"]["putTemplatesIdBody"];
"versions"?: ({
"version": number;
"by": string;
"at": number
})[]
};
"putTemplatesIdBody": {
"kind": ("marketing") | ("transactional");
"subject": string;
"preheader"?: string;
"mjml": string;
"language"?: string;
"missing"?: ("skip") | ("blank");
"tracked"?: boolean;
"variants"?: {
[name: string]: {
"subject": string;
"preheader"?: string;
"mjml": string
}
}
};
"putTemplatesIdAnswer": {
"id": string;
"version": number;
"languages": (string)[];
"warnings": ({
"at": string;
"message": string
})[]
};
"getBlocksAnswer": {
"items": ({
"version": number;
"by": string;
"at": number;
"id": string;
"blocks": (string)[]
})[];
"next"?: string
};
"getBlocksIdAnswer": {
"version": number;
"by": string;
"at": number;
"id": string;
"blocks": (string)[];
"source": components["schemas"]["putBlocksIdBody"];
"versions"?: ({
"version": number;
"by": string;
"at": number
})[]
};
"getBlocksIdVersionsVersionAnswer": {
"version": number;
"by": string;
"at": number;
"id": string;
"blocks": (string)[];
"source": components["schemas"]["putBlocksIdBody"];
"versions"?: ({
"version": number;
"by": string;
"at": number
})[]
};
"putBlocksIdBody": {
"mjml": string
};
"putBlocksIdAnswer": {
"id": string;
"version": number;
"templates": (string)[]
};
"postTemplatesPreviewBody": {
"contact"?: string;
"event"?: {
"name"?: string;
"properties"?: {
[name: string]: components["schemas"]["shared.schema13"]
}
};
"language"?: string;
"offer"?: (string) | ({
[name: string]: components["schemas"]["shared.schema13"]
});
"checkLinks"?: boolean;
"template": components["schemas"]["putTemplatesIdBody"]
};
"postTemplatesPreviewAnswer": {
"subject": string;
"preheader": string;
"html": string;
"text": string;
"bytes": number;
"language": string;
"links": (string)[];
"skipped"?: string;
"warnings": ({
"kind": ("clipped") | ("missing") | ("image") | ("link") | ("dead_link");
"message": string
})[]
};
"postTemplatesIdPreviewBody": {
"contact"?: string;
"event"?: {
"name"?: string;
"properties"?: {
[name: string]: components["schemas"]["shared.schema13"]
}
};
"language"?: string;
"offer"?: (string) | ({
[name: string]: components["schemas"]["shared.schema13"]
});
"checkLinks"?: boolean
};
"postTemplatesIdPreviewAnswer": {
"subject": string;
"preheader": string;
"html": string;
"text": string;
"bytes": number;
"language": string;
"links": (string)[];
"skipped"?: string;
"warnings": ({
"kind": ("clipped") | ("missing") | ("image") | ("link") | ("dead_link");
"message": string
})[]
};
"postTemplatesTestBody": {
"contact"?: string;
"event"?: {
"name"?: string;
"properties"?: {
[name: string]: components["schemas"]["shared.schema13"]
}
};
"language"?: string;
"offer"?: (string) | ({
[name: string]: components["schemas"]["shared.schema13"]
});
"to": (string)[];
"template": components["schemas"]["putTemplatesIdBody"]
};
"postTemplatesTestAnswer": {
"tests": ({
"to": string;
"sent": boolean;
"because"?: string
})[]
};
"postTemplatesIdTestBody": {
"contact"?: string;
"event"?: {
"name"?: string;
"properties"?: {
[name: string]: components["schemas"]["shared.schema13"]
}
};
"language"?: string;
"offer"?: (string) | ({
[name: string]: components["schemas"]["shared.schema13"]
});
"to": (string)[]
};
"postTemplatesIdTestAnswer": {
"tests": ({
"to": string;
"sent": boolean;
"because"?: string
})[]
};
"postSegmentsPreviewBody": {
"condition": components["schemas"]["shared.schema2"]
};
"postSegmentsPreviewAnswer": {
"matched": number;
"looked": number;
"exact": boolean;
"estimate": number;
"sample": ({
"id": string;
"because": string
})[]
};
"getSegmentsAnswer": {
"items": ({
"id": string;
"name": string;
"description"?: string;
"version": number;
"published"?: {
"by": string;
"at": number
}
})[];
"next"?: string
};
"getSegmentsIdAnswer": {
"segment": string;
"version": number;
"document": {
"name": string;
"description"?: string;
"condition": {
"op": string;
[name: string]: unknown
};
[name: string]: unknown
};
"versions": ({
"version": number;
"at": number;
"by": string;
[name: string]: unknown
})[];
"usedBy": {
"campaigns": (string)[];
"segments": (string)[]
};
[name: string]: unknown
};
"getSegmentsIdSizesAnswer": {
"members": number;
"days": ({
"day": string;
"joined": number;
"left": number;
"members": number
})[]
};
"putSegmentsIdBody": {
"name": string;
"description"?: string;
"condition": components["schemas"]["shared.schema2"]
};
"putSegmentsIdAnswer": {
"segment": string;
"version": number;
"fill"?: string;
"warnings": ({
"at": string;
"message": string
})[];
[name: string]: unknown
};
"getListsAnswer": {
"items": (components["schemas"]["putListsIdAnswer"])[];
"next"?: string
};
"putListsIdBody": {
"name": string;
"description"?: string
};
"putListsIdAnswer": {
"id": string;
"name": string;
"description"?: string
};
"postListsIdContactsBody": {
"add"?: (string)[];
"remove"?: (string)[]
};
"postListsIdContactsAnswer": {
"changed": number;
"unknown": (string)[]
};
"getProductsAnswer": {
"items": ({
"id": string;
"name": string;
"description"?: string;
"price"?: (string) | (number);
"currency"?: string;
"category"?: string;
"ladder"?: {
"name": string;
"level": number
};
"complements"?: (string)[];
"tags"?: (string)[];
"url"?: string;
"image_url"?: string;
"active"?: boolean;
"companions": ({
"product": string;
"count": number;
"confidence": number;
"lift": number
})[]
})[];
"next"?: string
};
"putProductsBody": {
"products": ({
"id": string;
"name": string;
"description"?: string;
"price"?: (string) | (number);
"currency"?: string;
"category"?: string;
"ladder"?: {
"name": string;
"level": number
};
"complements"?: (string)[];
"tags"?: (string)[];
"url"?: string;
"image_url"?: string;
"active"?: boolean
})[]
};
"putProductsIdBody": {
"name": string;
"description"?: string;
"price"?: (string) | (number);
"currency"?: string;
"category"?: string;
"ladder"?: {
"name": string;
"level": number
};
"complements"?: (string)[];
"tags"?: (string)[];
"url"?: string;
"image_url"?: string;
"active"?: boolean
};
"getOffersAnswer": {
"items": ({
"id": string;
"name": string;
"description"?: string;
"kind": ("product") | ("discount") | ("free_subscription") | ("free_shipping") | ("gift");
"product"?: string;
"eligibility"?: components["schemas"]["shared.schema2"];
"value"?: (string) | (number);
"cost"?: (string) | (number);
"expires"?: ({
"after": string
}) | ({
"on": string
});
"stock"?: number;
"again"?: string;
"redemption"?: {
"event": string;
"where"?: components["schemas"]["shared.schema2"];
"measure"?: string
};
"priority"?: number;
"terms"?: string;
"code"?: string;
"url"?: string;
"active"?: boolean;
"granted": number
})[];
"next"?: string
};
"putOffersIdBody": {
"name": string;
"description"?: string;
"kind": ("product") | ("discount") | ("free_subscription") | ("free_shipping") | ("gift");
"product"?: string;
"eligibility"?: components["schemas"]["shared.schema2"];
"value"?: (string) | (number);
"cost"?: (string) | (number);
"expires"?: ({
"after": string
}) | ({
"on": string
});
"stock"?: number;
"again"?: string;
"redemption"?: {
"event": string;
"where"?: components["schemas"]["shared.schema2"];
"measure"?: string
};
"priority"?: number;
"terms"?: string;
"code"?: string;
"url"?: string;
"active"?: boolean
};
"getContactsAnswer": {
"items": (components["schemas"]["postContactsIdMergeAnswer"])[];
"next"?: string
};
"postContactsBody": {
"user"?: string;
"email"?: string;
"anonymous"?: string;
"attributes"?: {
[name: string]: components["schemas"]["shared.schema16"]
};
"consent"?: {
"status": ("subscribed") | ("unsubscribed");
"method": string;
"detail"?: string;
"wording"?: string;
"version"?: string;
"page"?: string;
"at"?: number;
"topics"?: (string)[];
"double_opt_in"?: true;
"legal_basis"?: ("consent") | ("legitimate_interest") | ("contract") | ("soft_opt_in") | ("casl_express") | ("casl_implied");
"expires_at"?: number;
"language"?: string;
"policy_url"?: string;
"ip"?: string;
"user_agent"?: string
};
"tags"?: (string)[];
"lists"?: (string)[]
};
"postContactsAnswer": {
"id": string;
"revision": number;
"identities": (string)[];
"traits": {
[name: string]: components["schemas"]["shared.schema14"]
};
"traitsAt": number;
"accounts"?: ({
"account": string;
"at": number;
[name: string]: unknown
})[];
"consent"?: {
"status": ("subscribed") | ("unsubscribed") | ("pending_confirmation") | ("not_subscribed");
"at": number;
"method": string;
"expiresAt"?: number;
[name: string]: unknown
};
"topics"?: {
[name: string]: {
"status": ("subscribed") | ("unsubscribed") | ("pending_confirmation") | ("not_subscribed");
"at": number;
"method": string;
"expiresAt"?: number;
[name: string]: unknown
}
};
"pausedUntil"?: number;
"untracked"?: true;
"suppressions": ({
"address": string;
"reason": ("soft_bounce") | ("complaint") | ("manual") | ("bounce");
"at": number;
"complainedAt"?: number
})[];
"lists": {
[name: string]: number
};
"segments": {
[name: string]: number
};
"enrollments": ({
"id": string;
"campaign": string;
"version": number;
[name: string]: unknown
})[];
"score": components["schemas"]["shared.schema15"];
[name: string]: unknown
};
"getContactsIdAnswer": {
"id": string;
"revision": number;
"identities": (string)[];
"traits": {
[name: string]: components["schemas"]["shared.schema14"]
};
"traitsAt": number;
"accounts"?: ({
"account": string;
"at": number;
[name: string]: unknown
})[];
"consent"?: {
"status": ("subscribed") | ("unsubscribed") | ("pending_confirmation") | ("not_subscribed");
"at": number;
"method": string;
"expiresAt"?: number;
[name: string]: unknown
};
"topics"?: {
[name: string]: {
"status": ("subscribed") | ("unsubscribed") | ("pending_confirmation") | ("not_subscribed");
"at": number;
"method": string;
"expiresAt"?: number;
[name: string]: unknown
}
};
"pausedUntil"?: number;
"untracked"?: true;
"suppressions": ({
"address": string;
"reason": ("soft_bounce") | ("complaint") | ("manual") | ("bounce");
"at": number;
"complainedAt"?: number
})[];
"lists": {
[name: string]: number
};
"segments": {
[name: string]: number
};
"enrollments": ({
"id": string;
"campaign": string;
"version": number;
[name: string]: unknown
})[];
"score": components["schemas"]["shared.schema15"];
[name: string]: unknown
};
"patchContactsIdBody": {
"set"?: {
[name: string]: components["schemas"]["shared.schema5"]
};
"unset"?: (string)[];
"add"?: {
[name: string]: number
};
"tag"?: (string)[];
"untag"?: (string)[];
"join"?: (string)[];
"leave"?: (string)[]
};
"patchContactsIdAnswer": {
"id": string;
"revision": number;
"identities": (string)[];
"traits": {
[name: string]: components["schemas"]["shared.schema14"]
};
"traitsAt": number;
"accounts"?: ({
"account": string;
"at": number;
[name: string]: unknown
})[];
"consent"?: {
"status": ("subscribed") | ("unsubscribed") | ("pending_confirmation") | ("not_subscribed");
"at": number;
"method": string;
"expiresAt"?: number;
[name: string]: unknown
};
"topics"?: {
[name: string]: {
"status": ("subscribed") | ("unsubscribed") | ("pending_confirmation") | ("not_subscribed");
"at": number;
"method": string;
"expiresAt"?: number;
[name: string]: unknown
}
};
"pausedUntil"?: number;
"untracked"?: true;
"suppressions": ({
"address": string;
"reason": ("soft_bounce") | ("complaint") | ("manual") | ("bounce");
"at": number;
"complainedAt"?: number
})[];
"lists": {
[name: string]: number
};
"segments": {
[name: string]: number
};
"enrollments": ({
"id": string;
"campaign": string;
"version": number;
[name: string]: unknown
})[];
"score": components["schemas"]["shared.schema15"];
[name: string]: unknown
};
"getContactsIdTimelineAnswer": {
"items": ({
"contact": string;
"at": number;
"kind": string;
"id": string;
"about": {
[name: string]: components["schemas"]["shared.schema17"]
};
"transitions": ({
"kind": string;
[name: string]: unknown
})[];
"messages": {
[name: string]: string
};
[name: string]: unknown
})[];
"next"?: string
};
"postContactsIdEventsBody": {
"name": string;
"properties"?: {
[name: string]: components["schemas"]["shared.schema18"]
};
"timestamp"?: string
};
"postContactsIdEventsAnswer": {
"id": string
};
"getContactsIdConsentsAnswer": {
"items": ({
"id": string;
"contact": string;
"channel": "email";
"purpose": ("marketing") | ("pause") | ("tracking") | ("language");
"topic"?: string;
"status": (("subscribed") | ("unsubscribed") | ("pending_confirmation") | ("not_subscribed")) | (("paused") | ("resumed") | ("allowed") | ("refused") | ("chosen"));
"method": string;
"occurred_at": number;
"recorded_at": number;
"expires_at"?: number;
"actor": string;
"legal_basis"?: ("consent") | ("legitimate_interest") | ("contract") | ("soft_opt_in") | ("casl_express") | ("casl_implied");
"method_detail"?: string;
"source_url"?: string;
"form"?: string;
"wording"?: string;
"wording_version"?: string;
"language"?: string;
"policy_url"?: string;
"ip"?: string;
"user_agent"?: string;
"message"?: string;
"double_opt_in"?: {
"requested_at": number;
"confirmed_at"?: number;
"confirm_ip"?: string;
[name: string]: unknown
};
[name: string]: unknown
})[];
"next"?: string
};
"postContactsIdConsentsBody": {
"status": ("subscribed") | ("unsubscribed");
"topics"?: (string)[];
"method": string;
"source": string;
"at": (string);
"wording"?: string;
"version"?: string;
"language"?: string;
"page"?: string;
"policy_url"?: string;
"legal_basis"?: ("consent") | ("legitimate_interest") | ("contract") | ("soft_opt_in") | ("casl_express") | ("casl_implied");
"expires_at"?: (string);
"double_opt_in"?: true
};
"postContactsIdConsentsAnswer": {
"id": string;
"revision": number;
"identities": (string)[];
"traits": {
[name: string]: components["schemas"]["shared.schema14"]
};
"traitsAt": number;
"accounts"?: ({
"account": string;
"at": number;
[name: string]: unknown
})[];
"consent"?: {
"status": ("subscribed") | ("unsubscribed") | ("pending_confirmation") | ("not_subscribed");
"at": number;
"method": string;
"expiresAt"?: number;
[name: string]: unknown
};
"topics"?: {
[name: string]: {
"status": ("subscribed") | ("unsubscribed") | ("pending_confirmation") | ("not_subscribed");
"at": number;
"method": string;
"expiresAt"?: number;
[name: string]: unknown
}
};
"pausedUntil"?: number;
"untracked"?: true;
"suppressions": ({
"address": string;
"reason": ("soft_bounce") | ("complaint") | ("manual") | ("bounce");
"at": number;
"complainedAt"?: number
})[];
"lists": {
[name: string]: number
};
"segments": {
[name: string]: number
};
"enrollments": ({
"id": string;
"campaign": string;
"version": number;
[name: string]: unknown
})[];
"score": components["schemas"]["shared.schema15"];
[name: string]: unknown
};
"getSuppressionsAnswer": {
"items": ({
"address": string;
"reason": ("soft_bounce") | ("complaint") | ("manual") | ("bounce");
"at": number;
"complainedAt"?: number;
"contact": string
})[];
"next"?: string
};
"postContactsIdSuppressionsBody": {
"address"?: string;
"because": string
};
"postContactsIdSuppressionsAnswer": {
"id": string;
"revision": number;
"identities": (string)[];
"traits": {
[name: string]: components["schemas"]["shared.schema14"]
};
"traitsAt": number;
"accounts"?: ({
"account": string;
"at": number;
[name: string]: unknown
})[];
"consent"?: {
"status": ("subscribed") | ("unsubscribed") | ("pending_confirmation") | ("not_subscribed");
"at": number;
"method": string;
"expiresAt"?: number;
[name: string]: unknown
};
"topics"?: {
[name: string]: {
"status": ("subscribed") | ("unsubscribed") | ("pending_confirmation") | ("not_subscribed");
"at": number;
"method": string;
"expiresAt"?: number;
[name: string]: unknown
}
};
"pausedUntil"?: number;
"untracked"?: true;
"suppressions": ({
"address": string;
"reason": ("soft_bounce") | ("complaint") | ("manual") | ("bounce");
"at": number;
"complainedAt"?: number
})[];
"lists": {
[name: string]: number
};
"segments": {
[name: string]: number
};
"enrollments": ({
"id": string;
"campaign": string;
"version": number;
[name: string]: unknown
})[];
"score": components["schemas"]["shared.schema15"];
[name: string]: unknown
};
"postContactsIdSuppressionsLiftBody": {
"address"?: string;
"because": string
};
"postContactsIdSuppressionsLiftAnswer": {
"id": string;
"revision": number;
"identities": (string)[];
"traits": {
[name: string]: components["schemas"]["shared.schema14"]
};
"traitsAt": number;
"accounts"?: ({
"account": string;
"at": number;
[name: string]: unknown
})[];
"consent"?: {
"status": ("subscribed") | ("unsubscribed") | ("pending_confirmation") | ("not_subscribed");
"at": number;
"method": string;
"expiresAt"?: number;
[name: string]: unknown
};
"topics"?: {
[name: string]: {
"status": ("subscribed") | ("unsubscribed") | ("pending_confirmation") | ("not_subscribed");
"at": number;
"method": string;
"expiresAt"?: number;
[name: string]: unknown
}
};
"pausedUntil"?: number;
"untracked"?: true;
"suppressions": ({
"address": string;
"reason": ("soft_bounce") | ("complaint") | ("manual") | ("bounce");
"at": number;
"complainedAt"?: number
})[];
"lists": {
[name: string]: number
};
"segments": {
[name: string]: number
};
"enrollments": ({
"id": string;
"campaign": string;
"version": number;
[name: string]: unknown
})[];
"score": components["schemas"]["shared.schema15"];
[name: string]: unknown
};
"getAccountsAnswer": {
"items": (components["schemas"]["getAccountsIdAnswer"])[];
"next"?: string
};
"getAccountsIdAnswer": {
"id": string;
"traits": {
[name: string]: components["schemas"]["shared.schema19"]
};
"traitsAt": number;
"updatedAt": number
};
"getAccountsIdContactsAnswer": {
"items": (components["schemas"]["postContactsIdMergeAnswer"])[];
"next"?: string
};
"getContactsIdMessagesAnswer": {
"items": ({
"message": string;
"campaign": string;
"enrollment": string;
"step": string;
"decidedAt": number;
"status": ("queued") | ("released") | ("claimed") | ("doubt") | ("skipped") | ("withheld") | ("sent") | ("delayed") | ("delivered") | ("opened") | ("clicked") | ("failed") | ("bounced") | ("complained");
"at": number;
"because"?: string
})[];
"next"?: string
};
"getContactsIdMessagesMessageAnswer": {
"template": string;
"version": number;
"subject": string;
"html": string;
"text": string;
"language": string;
"skipped"?: string;
"sampleOffer"?: true
};
"postContactsIdNotesBody": {
"text": string
};
"postContactsIdNotesAnswer": {
"id": string
};
"postContactsIdMergeBody": {
"with": string
};
"postContactsIdMergeAnswer": {
"id": string;
"revision": number;
"identities": (string)[];
"traits": {
[name: string]: components["schemas"]["shared.schema14"]
};
"traitsAt": number;
"accounts"?: ({
"account": string;
"at": number;
[name: string]: unknown
})[];
"consent"?: {
"status": ("subscribed") | ("unsubscribed") | ("pending_confirmation") | ("not_subscribed");
"at": number;
"method": string;
"expiresAt"?: number;
[name: string]: unknown
};
"topics"?: {
[name: string]: {
"status": ("subscribed") | ("unsubscribed") | ("pending_confirmation") | ("not_subscribed");
"at": number;
"method": string;
"expiresAt"?: number;
[name: string]: unknown
}
};
"pausedUntil"?: number;
"untracked"?: true;
"suppressions": ({
"address": string;
"reason": ("soft_bounce") | ("complaint") | ("manual") | ("bounce");
"at": number;
"complainedAt"?: number
})[];
"lists": {
[name: string]: number
};
"segments": {
[name: string]: number
};
"enrollments": ({
"id": string;
"campaign": string;
"version": number;
[name: string]: unknown
})[];
"score": components["schemas"]["shared.schema15"];
[name: string]: unknown
};
"postContactsIdEraseBody": {
"because"?: ("asked") | ("consent_withdrawn") | ("objected") | ("no_longer_needed") | ("unlawful") | ("legal_obligation")
};
"postContactsIdEraseAnswer": {
"id": string;
"contact": string;
"by": string;
"because": ("asked") | ("consent_withdrawn") | ("objected") | ("no_longer_needed") | ("unlawful") | ("legal_obligation");
"requestedAt": number;
"state": ("INITIALIZED") | ("RUNNING") | ("FINISHED");
"passes": number;
"nextAt"?: number;
"finishedAt"?: number
};
"getErasuresAnswer": {
"items": (components["schemas"]["getErasuresIdAnswer"])[];
"next"?: string
};
"getErasuresIdAnswer": {
"id": string;
"contact": string;
"by": string;
"because": ("asked") | ("consent_withdrawn") | ("objected") | ("no_longer_needed") | ("unlawful") | ("legal_obligation");
"requestedAt": number;
"state": ("INITIALIZED") | ("RUNNING") | ("FINISHED");
"passes": number;
"nextAt"?: number;
"finishedAt"?: number
};
"getContactsIdDataAnswer": {
"exportedAt"?: number;
"contact"?: {
"id": string;
"revision": number;
"identities": (string)[];
"traits": {
[name: string]: components["schemas"]["shared.schema14"]
};
"traitsAt": number;
"accounts"?: ({
"account": string;
"at": number;
[name: string]: unknown
})[];
"consent"?: {
"status": ("subscribed") | ("unsubscribed") | ("pending_confirmation") | ("not_subscribed");
"at": number;
"method": string;
"expiresAt"?: number;
[name: string]: unknown
};
"topics"?: {
[name: string]: {
"status": ("subscribed") | ("unsubscribed") | ("pending_confirmation") | ("not_subscribed");
"at": number;
"method": string;
"expiresAt"?: number;
[name: string]: unknown
}
};
"pausedUntil"?: number;
"untracked"?: true;
"suppressions": ({
"address": string;
"reason": ("soft_bounce") | ("complaint") | ("manual") | ("bounce");
"at": number;
"complainedAt"?: number
})[];
"lists": {
[name: string]: number
};
"segments": {
[name: string]: number
};
"enrollments": ({
"id": string;
"campaign": string;
"version": number;
[name: string]: unknown
})[];
[name: string]: unknown
};
"consents"?: ({
"id": string;
"contact": string;
"channel": "email";
"purpose": ("marketing") | ("pause") | ("tracking") | ("language");
"topic"?: string;
"status": (("subscribed") | ("unsubscribed") | ("pending_confirmation") | ("not_subscribed")) | (("paused") | ("resumed") | ("allowed") | ("refused") | ("chosen"));
"method": string;
"occurred_at": number;
"recorded_at": number;
"expires_at"?: number;
"actor": string;
"legal_basis"?: ("consent") | ("legitimate_interest") | ("contract") | ("soft_opt_in") | ("casl_express") | ("casl_implied");
"method_detail"?: string;
"source_url"?: string;
"form"?: string;
"wording"?: string;
"wording_version"?: string;
"language"?: string;
"policy_url"?: string;
"ip"?: string;
"user_agent"?: string;
"message"?: string;
"double_opt_in"?: {
"requested_at": number;
"confirmed_at"?: number;
"confirm_ip"?: string;
[name: string]: unknown
};
[name: string]: unknown
})[];
"tasks"?: (components["schemas"]["patchContactsIdTasksTaskAnswer"])[];
"timeline": ({
"contact": string;
"at": number;
"kind": string;
"id": string;
"about": {
[name: string]: components["schemas"]["shared.schema17"]
};
"transitions": ({
"kind": string;
[name: string]: unknown
})[];
"messages": {
[name: string]: string
};
[name: string]: unknown
})[];
"next"?: string
};
"getContactsIdWhyCampaignAnswer": {
"sentence": string;
"standing": ("in") | ("held_out") | ("was_in") | ("never_in");
"contact": string;
"campaign": {
"id": string;
"name": string;
"version": number;
"state": ("live") | ("paused") | ("stopped")
};
"places": ({
"enrollment": string;
"version": number;
"group": ("treatment") | ("holdout");
"since": number;
"state": ("waiting") | ("held") | ("parked") | ("held_out") | ("through");
"step"?: string;
"until"?: number;
"because": string;
"goalUntil"?: number
})[];
"entries"?: {
"count": number;
"last": number
};
"trigger": {
"sentence": string;
"last"?: {
"at": number;
"what": string;
"decided"?: {
"kind": string;
[name: string]: unknown
};
"properties"?: {
[name: string]: components["schemas"]["shared.schema20"]
};
"trace"?: components["schemas"]["shared.schema21"]
};
"next"?: number
};
"checks": ({
"rule": ("state") | ("audience") | ("inside") | ("limit") | ("reentry") | ("room");
"passes": boolean;
"because": string;
"trace"?: components["schemas"]["shared.schema21"];
"until"?: number
})[];
"leftOut": ({
"rule": string;
"count": number
})[];
"group": {
"group": ("treatment") | ("holdout");
"because": string
};
"messages": ({
"step": string;
"template": string;
"kind": ("marketing") | ("transactional");
"verdict": ("pass") | ("hold") | ("withhold");
"rule"?: string;
"because": string;
"passesAt"?: number
})[];
"mails": ({
"message": string;
"campaign": string;
"enrollment": string;
"step": string;
"decidedAt": number;
"status": ("queued") | ("released") | ("claimed") | ("doubt") | ("skipped") | ("withheld") | ("sent") | ("delayed") | ("delivered") | ("opened") | ("clicked") | ("failed") | ("bounced") | ("complained");
"at": number;
"because"?: string
})[];
"decided": ({
"kind": string;
"at": number;
[name: string]: unknown
})[];
"asOf": number;
"toldSince"?: number
};
"getTasksAnswer": {
"items": ({
"id": string;
"contact": string;
"title": string;
"assignee"?: string;
"note"?: string;
"due": number;
"at": number;
"campaign": string;
"enrollment": string;
"step": string;
"lead"?: {
"name"?: string;
"email"?: string;
"score"?: number;
"stage"?: ("new") | ("contacted") | ("meeting") | ("proposal") | ("won") | ("lost")
};
[name: string]: unknown
})[];
"next"?: string
};
"getContactsIdTasksAnswer": {
"items": (components["schemas"]["patchContactsIdTasksTaskAnswer"])[];
"next"?: string
};
"putContactsIdTasksTaskBody": {
"state": ("done") | ("dismissed");
"by"?: string;
"note"?: string
};
"putContactsIdTasksTaskAnswer": {
"task": {
"id": string;
"contact": string;
"title": string;
"assignee"?: string;
"note"?: string;
"due": number;
"at": number;
"campaign": string;
"enrollment": string;
"step": string;
[name: string]: unknown
};
"finish"?: {
"state": ("done") | ("dismissed");
"by": string;
"note"?: string;
"at": number
}
};
"patchContactsIdTasksTaskBody": {
"assignee"?: string;
"due"?: number
};
"patchContactsIdTasksTaskAnswer": {
"task": {
"id": string;
"contact": string;
"title": string;
"assignee"?: string;
"note"?: string;
"due": number;
"at": number;
"campaign": string;
"enrollment": string;
"step": string;
[name: string]: unknown
};
"finish"?: {
"state": ("done") | ("dismissed");
"by": string;
"note"?: string;
"at": number
}
};
"putContactsIdStageBody": {
"stage": ("new") | ("contacted") | ("meeting") | ("proposal") | ("won") | ("lost")
};
"getJobsAnswer": {
"items": (components["schemas"]["getJobsIdAnswer"])[];
"next"?: string
};
"getJobsIdAnswer": {
"id": string;
"kind": string;
"about": {
[name: string]: components["schemas"]["shared.schema22"]
};
"input"?: {
"file"?: {
"name": string;
[name: string]: unknown
};
"dryRun"?: boolean;
[name: string]: unknown
};
"state": ("running") | ("paused") | ("done") | ("stopped");
"because"?: string;
"chunks": number;
"startedAt": number;
"finishedAt"?: number;
"doneChunks": number;
"scanned": number;
"matched": number;
"tally"?: {
[name: string]: number
};
"failed": number;
"aside": ({
"contact": string;
"because": string
})[];
[name: string]: unknown
};
"postJobsIdPauseAnswer": {
"id": string;
"kind": string;
"about": {
[name: string]: components["schemas"]["shared.schema22"]
};
"input"?: {
"file"?: {
"name": string;
[name: string]: unknown
};
"dryRun"?: boolean;
[name: string]: unknown
};
"state": ("running") | ("paused") | ("done") | ("stopped");
"because"?: string;
"chunks": number;
"startedAt": number;
"finishedAt"?: number;
[name: string]: unknown
};
"postJobsIdResumeAnswer": {
"id": string;
"kind": string;
"about": {
[name: string]: components["schemas"]["shared.schema22"]
};
"input"?: {
"file"?: {
"name": string;
[name: string]: unknown
};
"dryRun"?: boolean;
[name: string]: unknown
};
"state": ("running") | ("paused") | ("done") | ("stopped");
"because"?: string;
"chunks": number;
"startedAt": number;
"finishedAt"?: number;
[name: string]: unknown
};
"postJobsIdStopAnswer": {
"id": string;
"kind": string;
"about": {
[name: string]: components["schemas"]["shared.schema22"]
};
"input"?: {
"file"?: {
"name": string;
[name: string]: unknown
};
"dryRun"?: boolean;
[name: string]: unknown
};
"state": ("running") | ("paused") | ("done") | ("stopped");
"because"?: string;
"chunks": number;
"startedAt": number;
"finishedAt"?: number;
[name: string]: unknown
};
"postImportsInspectBody": {
"name": string;
"sample": string;
"encoding"?: ("utf-8") | ("utf-16le") | ("utf-16be") | ("windows-1250") | ("windows-1256");
"delimiter"?: (",") | (";") | ("\t") | ("|")
};
"postImportsInspectAnswer": {
"encoding": ("utf-8") | ("utf-16le") | ("utf-16be") | ("windows-1250") | ("windows-1256");
"encodings": (("utf-8") | ("utf-16le") | ("utf-16be") | ("windows-1250") | ("windows-1256"))[];
"delimiter": string;
"product": string;
"treat": ("contacts") | ("unsubscribed") | ("cleaned");
"columns": (({
"header": string;
"to": ("email") | ("user") | ("tags") | ("consent") | ("unsubscribed") | ("channel") | ("ignore") | ("keys") | ("suppressed") | ("topics") | ("attributes")
}) | ({
"header": string;
"to": ("consent_at") | ("withdrawn_at") | ("answered_at");
"order"?: ("iso") | ("day_first") | ("month_first")
}) | ({
"header": string;
"to": "attribute";
"name": string;
"type"?: ("text") | ("number") | ("boolean") | ("date") | ("phone");
"decimal"?: (".") | (",");
"order"?: ("iso") | ("day_first") | ("month_first");
"country"?: string
}))[];
"preview": ((string)[])[];
"warnings": (string)[]
};
"postImportsBody": {
"columns": (({
"header": string;
"to": ("email") | ("user") | ("tags") | ("consent") | ("unsubscribed") | ("channel") | ("ignore") | ("keys") | ("suppressed") | ("topics") | ("attributes")
}) | ({
"header": string;
"to": ("consent_at") | ("withdrawn_at") | ("answered_at");
"order"?: ("iso") | ("day_first") | ("month_first")
}) | ({
"header": string;
"to": "attribute";
"name": string;
"type"?: ("text") | ("number") | ("boolean") | ("date") | ("phone");
"decimal"?: (".") | (",");
"order"?: ("iso") | ("day_first") | ("month_first");
"country"?: string
}))[];
"treat"?: ("contacts") | ("unsubscribed") | ("cleaned");
"consent"?: {
"source": string;
"date"?: string;
"wording"?: string;
"endsRefusals"?: boolean
};
"lists"?: (string)[];
"tags"?: (string)[];
"dryRun"?: boolean;
"again"?: boolean;
"file": {
"name": string;
"hash": string;
"bytes": number;
"parts": number
}
};
"postImportsAnswer": {
"id": string;
"state": ("running") | ("paused") | ("done") | ("stopped");
"because"?: string;
"file": {
"name": string;
"hash": string;
"bytes": number
};
"dryRun": boolean;
"parts": number;
"partsDone": number;
"rows": number;
"results": {
[name: string]: number
};
"startedAt": number;
"finishedAt"?: number
};
"getImportsIdAnswer": {
"id": string;
"state": ("running") | ("paused") | ("done") | ("stopped");
"because"?: string;
"file": {
"name": string;
"hash": string;
"bytes": number
};
"dryRun": boolean;
"parts": number;
"partsDone": number;
"rows": number;
"results": {
[name: string]: number
};
"startedAt": number;
"finishedAt"?: number
};
"getImportsIdMissingAnswer": {
"parts": (number)[]
};
"putImportsIdPartsPartBody": {
"first": number;
"rows": (((string)[]) | ({
"because": string
}))[]
};
"putImportsIdPartsPartAnswer": {
"part": number
};
"getImportsIdResultsAnswer": {
"items": ({
"row": number;
"result": ("created") | ("updated") | ("unchanged") | ("rejected");
"contact"?: string;
"because"?: string
})[];
"next"?: string
};
"getEventNamesAnswer": {
"items": (string)[];
"complete": boolean
};
"getDoubtsAnswer": {
"items": ({
"page": string;
"message": {
"id": string;
"contact": string;
"campaign": string;
"template": string;
"requestedAt": number;
[name: string]: unknown
};
"mark": {
"state": string;
"attempt": number;
"at": number;
[name: string]: unknown
};
"resolveAt": number
})[];
"next"?: string
};
"getDoubtsResolvedAnswer": {
"items": ({
"doubt": {
"page": string;
"message": {
"id": string;
"contact": string;
"campaign": string;
"template": string;
"requestedAt": number;
[name: string]: unknown
};
"mark": {
"state": string;
"attempt": number;
"at": number;
[name: string]: unknown
};
"resolveAt": number
};
"at": number;
"verdict": ("sent") | ("skipped") | ("resent")
})[];
"next"?: string
};
"getOverviewAnswer": {
"since": string;
"needs": {
"guardRails": ({
"id": string;
"name": string;
"at": number;
"because": string
})[];
"quarantined": number;
"doubts": number;
"tasks": {
"open": number;
"overdue": number
};
"webhooks": ({
"id": string;
"since": number;
"because": string
})[]
};
"campaigns": ({
"id": string;
"name": string;
"sent": number;
"treatment": {
"entered": number;
"goals": number;
"values": ({
"amount": string;
"currency"?: string
})[]
};
"holdout": {
"entered": number;
"goals": number;
"values": ({
"amount": string;
"currency"?: string
})[]
}
})[];
"days": ({
"day": string;
"sent": number;
"values": ({
"amount": string;
"currency"?: string
})[]
})[]
};
"getSchemaAnswer": {
"items": ({
"key": string;
"first": string;
"last": string;
"fields": {
[name: string]: {
"types": (("text") | ("number") | ("boolean") | ("date") | ("list") | ("object"))[];
"first": string;
"last": string
}
}
})[];
"next"?: string
};
"getAttributesAnswer": {
"items": ({
"name": string;
"type"?: ("text") | ("number") | ("boolean") | ("date") | ("list");
"declared"?: ("owner") | ("name");
"description"?: string;
"proposal"?: ("text") | ("number") | ("boolean") | ("date") | ("list");
"types": (("text") | ("number") | ("boolean") | ("date") | ("list") | ("object"))[];
"first"?: string;
"last"?: string;
"mismatches"?: {
"count": number;
"last": string
}
})[];
"next"?: string
};
"putAttributesNameBody": {
"type": ("text") | ("number") | ("boolean") | ("date") | ("list");
"description"?: string
};
"putAttributesNameAnswer": {
"type": ("text") | ("number") | ("boolean") | ("date") | ("list");
"description"?: string;
"name": string
};
"getSourcesAnswer": {
"items": (components["schemas"]["putSourcesNameAnswer"])[];
"next"?: string
};
"getSourceKindsAnswer": {
"host": string;
"items": ({
"kind": string;
"title": string;
"secretFrom": ("us") | ("them");
"steps": (string)[];
"settings": {
[name: string]: components["schemas"]["shared.schema24"]
}
})[]
};
"getSourcesNameAnswer": {
"kind": string;
"name": string;
"addresses": (string)[];
"settings"?: {
[name: string]: components["schemas"]["shared.schema23"]
};
"secrets"?: ({
"id": string;
"addedAt": number;
"retiresAt"?: number
})[];
"at"?: number;
"by"?: string;
"revokedAt"?: number;
"sources": (string)[];
"counts": {
[name: string]: number
};
"seenAt"?: number;
"saidNo"?: {
"at": number;
"why": string
};
"days": ({
"day": string;
"counts": {
[name: string]: number
}
})[]
};
"putSourcesNameBody": {
"kind": string;
"settings"?: {
[name: string]: components["schemas"]["shared.schema25"]
}
};
"putSourcesNameAnswer": {
"kind": string;
"name": string;
"addresses": (string)[];
"settings"?: {
[name: string]: components["schemas"]["shared.schema23"]
};
"secrets"?: ({
"id": string;
"addedAt": number;
"retiresAt"?: number
})[];
"at"?: number;
"by"?: string;
"revokedAt"?: number;
"sources": (string)[];
"counts": {
[name: string]: number
};
"seenAt"?: number;
"saidNo"?: {
"at": number;
"why": string
}
};
"postSourcesNameSecretsBody": {
"secret"?: string
};
"postSourcesNameSecretsAnswer": {
"id": string;
"secret"?: string
};
"getArrivalsAnswer": {
"items": ({
"at": number;
"source": string;
"outcome": ("accepted") | ("repeated") | ("rejected") | ("refused");
"type"?: string;
"name"?: string;
"contact"?: {
"id": string;
"called"?: string
};
"row"?: {
"at": number;
"id": string;
"next": string
};
"why"?: string
})[]
};
"getQuarantineDayAnswer": {
"items": (components["schemas"]["getQuarantineDayIdAnswer"])[];
"next"?: string
};
"getQuarantineDayIdAnswer": {
"id": string;
"at": number;
"source": string;
"count": number;
"rejected": (string) | (({
"reason": string;
"raw": string;
"isEvent"?: true
})[]);
"replays": (components["schemas"]["postQuarantineDayIdReplayAnswer"])[]
};
"postQuarantineDayIdReplayBody": {
"index"?: number;
"raw"?: string
};
"postQuarantineDayIdReplayAnswer": {
"index": number;
"state": ("accepted") | ("rejected");
"by": string;
"at": number;
"reason"?: string
};
"getWorkspaceAnswer": {
"zone"?: string;
"weekend"?: (number)[];
"businessHours"?: {
"from": string;
"to": string
};
"holidays"?: (string)[];
"smartSending"?: (string) | (false);
"caps"?: ({
"at_most": number;
"within": string
})[];
"quietHours"?: {
"from": string;
"to": string
};
"holdout"?: number;
"controlGroup"?: number;
"topics"?: ({
"id": string;
"name": string;
"names"?: {
[name: string]: string
};
"description"?: string;
"descriptions"?: {
[name: string]: string
};
"joined": ("opt_in") | ("opt_out")
})[];
"doubleOptIn"?: boolean
};
"putWorkspaceBody": {
"zone"?: string;
"weekend"?: (number)[];
"businessHours"?: {
"from": string;
"to": string
};
"holidays"?: (string)[];
"smartSending"?: (string) | (false);
"caps"?: ({
"at_most": number;
"within": string
})[];
"quietHours"?: {
"from": string;
"to": string
};
"holdout"?: number;
"controlGroup"?: number;
"topics"?: ({
"id": string;
"name": string;
"names"?: {
[name: string]: string
};
"description"?: string;
"descriptions"?: {
[name: string]: string
};
"joined": ("opt_in") | ("opt_out")
})[];
"doubleOptIn"?: boolean
};
"putWorkspaceAnswer": {
"zone"?: string;
"weekend"?: (number)[];
"businessHours"?: {
"from": string;
"to": string
};
"holidays"?: (string)[];
"smartSending"?: (string) | (false);
"caps"?: ({
"at_most": number;
"within": string
})[];
"quietHours"?: {
"from": string;
"to": string
};
"holdout"?: number;
"controlGroup"?: number;
"topics"?: ({
"id": string;
"name": string;
"names"?: {
[name: string]: string
};
"description"?: string;
"descriptions"?: {
[name: string]: string
};
"joined": ("opt_in") | ("opt_out")
})[];
"doubleOptIn"?: boolean
};
"getOrganizationAnswer": {
"name": string;
"address": string;
"website"?: string;
"reply_to"?: string;
"logo_url"?: string;
"privacy_url"?: string
};
"putOrganizationBody": {
"name": string;
"address": string;
"website"?: string;
"reply_to"?: string;
"logo_url"?: string;
"privacy_url"?: string
};
"putOrganizationAnswer": {
"name": string;
"address": string;
"website"?: string;
"reply_to"?: string;
"logo_url"?: string;
"privacy_url"?: string
};
"getTrackingAnswer": {
"opens": boolean;
"clicks": boolean
};
"putTrackingBody": {
"opens": boolean;
"clicks": boolean
};
"putTrackingAnswer": {
"opens": boolean;
"clicks": boolean
};
"getWebhookSecretsAnswer": {
"secrets": (string)[]
};
"postWebhookSecretsAnswer": {
"secrets": (string)[]
};
"getDomainAnswer": {
"domain": string;
"from": string;
"isReady": boolean;
"findings": ({
"about": string;
"state": ("ok") | ("add") | ("change") | ("advice") | ("unknown");
"says": string;
"record"?: {
"type": ("CNAME") | ("MX") | ("TXT");
"name": string;
"value": string
};
"found"?: (string)[]
})[];
"ses": {
"verified"?: string;
"dkim"?: string;
"mailFrom"?: string;
"mailFromDomain"?: string;
"dkimTokens"?: (string)[]
};
"relay"?: string
};
"getWebhookEndpointsAnswer": {
"items": (components["schemas"]["getWebhookEndpointsIdAnswer"])[]
};
"getWebhookEndpointsIdAnswer": {
"url": (unknown) & (unknown) & (unknown) & (unknown);
"events": (("message.sent") | ("message.delivered") | ("message.bounced") | ("message.complained") | ("message.opened") | ("message.clicked") | ("message.withheld") | ("message.failed") | ("contact.subscribed") | ("contact.unsubscribed"))[];
"enabled"?: boolean;
"include"?: ("email")[];
"id": string;
"at": number;
"by": string;
"oldSecretUntil"?: number;
"failing"?: {
"since": number;
"because": string;
"lost": number
};
"disabled"?: {
"at": number;
"because": string
}
};
"putWebhookEndpointsIdBody": {
"url": (unknown) & (unknown) & (unknown) & (unknown);
"events": (("message.sent") | ("message.delivered") | ("message.bounced") | ("message.complained") | ("message.opened") | ("message.clicked") | ("message.withheld") | ("message.failed") | ("contact.subscribed") | ("contact.unsubscribed"))[];
"enabled"?: boolean;
"include"?: ("email")[]
};
"putWebhookEndpointsIdAnswer": {
"url": (unknown) & (unknown) & (unknown) & (unknown);
"events": (("message.sent") | ("message.delivered") | ("message.bounced") | ("message.complained") | ("message.opened") | ("message.clicked") | ("message.withheld") | ("message.failed") | ("contact.subscribed") | ("contact.unsubscribed"))[];
"enabled"?: boolean;
"include"?: ("email")[];
"id": string;
"at": number;
"by": string;
"oldSecretUntil"?: number;
"failing"?: {
"since": number;
"because": string;
"lost": number
};
"disabled"?: {
"at": number;
"because": string
};
"secret"?: string
};
"postWebhookEndpointsIdSecretsAnswer": {
"secret": string;
"until": number
};
"postWebhookEndpointsIdTestBody": {
"event"?: ("message.sent") | ("message.delivered") | ("message.bounced") | ("message.complained") | ("message.opened") | ("message.clicked") | ("message.withheld") | ("message.failed") | ("contact.subscribed") | ("contact.unsubscribed")
};
"postWebhookEndpointsIdTestAnswer": {
"state": ("delivered") | ("failed") | ("unanswered") | ("skipped");
"status"?: number;
"because"?: string
};
"getSessionAnswer": {
"name"?: string;
"called"?: string;
"role"?: ("viewer") | ("sales") | ("marketer") | ("administrator");
"until"?: number;
"signIn": ({
"kind": "token"
}) | ({
"kind": "cognito";
"domain": string;
"clientId": string
})
};
"postSessionBody": ({
"token": string
}) | ({
"idToken": string
});
"postSessionAnswer": {
"name": string;
"called"?: string;
"role": ("viewer") | ("sales") | ("marketer") | ("administrator")
};
"postTokensBody": {
"name": string;
"role": ("viewer") | ("sales") | ("marketer") | ("administrator")
};
"postTokensAnswer": {
"name": string;
"secret": string
};
"getTokensAnswer": {
"items": ({
"name": string;
"role"?: ("viewer") | ("sales") | ("marketer") | ("administrator");
"at": number;
"by": string;
"revokedAt"?: number
})[];
"next"?: string
};
"postWriteKeysBody": {
"name": string
};
"postWriteKeysAnswer": {
"name": string;
"secret": string
};
"getWriteKeysAnswer": {
"items": ({
"name": string;
"role"?: ("viewer") | ("sales") | ("marketer") | ("administrator");
"at": number;
"by": string;
"revokedAt"?: number
})[];
"next"?: string
};
"getAuditAnswer": {
"items": ({
"id": string;
"at": number;
"who": string;
"role": ("viewer") | ("sales") | ("marketer") | ("administrator");
"what": string;
"path": {
[name: string]: string
};
"because"?: string;
"status"?: number
})[];
"next"?: string
};
"getUsersAnswer": {
"items": ({
"email": string;
"role": ("viewer") | ("sales") | ("marketer") | ("administrator");
"name"?: string;
"at": number;
"by": string
})[];
"next"?: string
};
"putUsersEmailBody": {
"role": ("viewer") | ("sales") | ("marketer") | ("administrator");
"name"?: string
};
"putUsersEmailAnswer": {
"email": string;
"role": ("viewer") | ("sales") | ("marketer") | ("administrator");
"name"?: string;
"at": number;
"by": string;
"invitation": ("sent") | ("known") | ("none")
};
"getWhoamiAnswer": {
"name": string;
"role": string
};
"getOpenapiJsonAnswer": {
"openapi": string;
[name: string]: unknown
};
"SegmentCall": {
"event"?: (string) | (null);
"name"?: (string) | (null);
"category"?: (string) | (null);
"userId"?: (string) | (number) | (null);
"anonymousId"?: (string) | (number) | (null);
"previousId"?: (string) | (number) | (null);
"groupId"?: (string) | (number) | (null);
"messageId"?: (string) | (number) | (null);
"traits"?: ({
[name: string]: unknown
}) | (null);
"properties"?: ({
[name: string]: unknown
}) | (null);
"context"?: unknown;
"integrations"?: unknown;
"timestamp"?: unknown;
"originalTimestamp"?: unknown;
"sentAt"?: unknown;
"receivedAt"?: unknown;
"writeKey"?: string
};
"SegmentBatch": {
"batch": ({
"type": ("identify") | ("track") | ("page") | ("screen") | ("group") | ("alias");
"event"?: (string) | (null);
"name"?: (string) | (null);
"category"?: (string) | (null);
"userId"?: (string) | (number) | (null);
"anonymousId"?: (string) | (number) | (null);
"previousId"?: (string) | (number) | (null);
"groupId"?: (string) | (number) | (null);
"messageId"?: (string) | (number) | (null);
"traits"?: ({
[name: string]: unknown
}) | (null);
"properties"?: ({
[name: string]: unknown
}) | (null);
"context"?: unknown;
"integrations"?: unknown;
"timestamp"?: unknown;
"originalTimestamp"?: unknown;
"sentAt"?: unknown;
"receivedAt"?: unknown
})[];
"context"?: unknown;
"integrations"?: unknown;
"sentAt"?: unknown;
"writeKey"?: string
};
"SegmentAnswer": {
"success": boolean
};
"shared.schema0": (string) | (number) | (boolean) | (null) | ((components["schemas"]["shared.schema0"])[]) | ({
[name: string]: components["schemas"]["shared.schema0"]
});
"shared.schema1": (string) | (number) | (boolean) | (null) | ((components["schemas"]["shared.schema1"])[]) | ({
[name: string]: components["schemas"]["shared.schema1"]
});
"shared.schema2": ({
"op": "is_set";
"attribute"?: string;
"property"?: string;
"include_missing"?: boolean
}) | ({
"op": "is_not_set";
"attribute"?: string;
"property"?: string;
"include_missing"?: boolean
}) | ({
"op": "equals";
"attribute"?: string;
"property"?: string;
"include_missing"?: boolean;
"value": (string) | (number) | (boolean);
"exact"?: boolean
}) | ({
"op": "not_equals";
"attribute"?: string;
"property"?: string;
"include_missing"?: boolean;
"value": (string) | (number) | (boolean);
"exact"?: boolean
}) | ({
"op": "in";
"attribute"?: string;
"property"?: string;
"include_missing"?: boolean;
"value": ((string) | (number) | (boolean))[];
"exact"?: boolean
}) | ({
"op": "not_in";
"attribute"?: string;
"property"?: string;
"include_missing"?: boolean;
"value": ((string) | (number) | (boolean))[];
"exact"?: boolean
}) | ({
"op": "contains";
"attribute"?: string;
"property"?: string;
"include_missing"?: boolean;
"value": (string) | (number) | (boolean);
"exact"?: boolean
}) | ({
"op": "not_contains";
"attribute"?: string;
"property"?: string;
"include_missing"?: boolean;
"value": (string) | (number) | (boolean);
"exact"?: boolean
}) | ({
"op": "starts_with";
"attribute"?: string;
"property"?: string;
"include_missing"?: boolean;
"value": (string) | (number) | (boolean);
"exact"?: boolean
}) | ({
"op": "not_starts_with";
"attribute"?: string;
"property"?: string;
"include_missing"?: boolean;
"value": (string) | (number) | (boolean);
"exact"?: boolean
}) | ({
"op": "ends_with";
"attribute"?: string;
"property"?: string;
"include_missing"?: boolean;
"value": (string) | (number) | (boolean);
"exact"?: boolean
}) | ({
"op": "not_ends_with";
"attribute"?: string;
"property"?: string;
"include_missing"?: boolean;
"value": (string) | (number) | (boolean);
"exact"?: boolean
}) | ({
"op": "matches";
"attribute"?: string;
"property"?: string;
"include_missing"?: boolean;
"value": string;
"exact"?: boolean
}) | ({
"op": "not_matches";
"attribute"?: string;
"property"?: string;
"include_missing"?: boolean;
"value": string;
"exact"?: boolean
}) | ({
"op": "gt";
"attribute"?: string;
"property"?: string;
"include_missing"?: boolean;
"value": number
}) | ({
"op": "gte";
"attribute"?: string;
"property"?: string;
"include_missing"?: boolean;
"value": number
}) | ({
"op": "lt";
"attribute"?: string;
"property"?: string;
"include_missing"?: boolean;
"value": number
}) | ({
"op": "lte";
"attribute"?: string;
"property"?: string;
"include_missing"?: boolean;
"value": number
}) | ({
"op": "between";
"attribute"?: string;
"property"?: string;
"include_missing"?: boolean;
"from": number;
"to": number
}) | ({
"op": "not_between";
"attribute"?: string;
"property"?: string;
"include_missing"?: boolean;
"from": number;
"to": number
}) | ({
"op": "is_true";
"attribute"?: string;
"property"?: string;
"include_missing"?: boolean
}) | ({
"op": "is_false";
"attribute"?: string;
"property"?: string;
"include_missing"?: boolean
}) | ({
"op": "list_contains";
"attribute"?: string;
"property"?: string;
"include_missing"?: boolean;
"value": (string) | (number) | (boolean);
"exact"?: boolean
}) | ({
"op": "list_contains_any";
"attribute"?: string;
"property"?: string;
"include_missing"?: boolean;
"value": ((string) | (number) | (boolean))[];
"exact"?: boolean
}) | ({
"op": "list_contains_all";
"attribute"?: string;
"property"?: string;
"include_missing"?: boolean;
"value": ((string) | (number) | (boolean))[];
"exact"?: boolean
}) | ({
"op": "list_contains_none";
"attribute"?: string;
"property"?: string;
"include_missing"?: boolean;
"value": ((string) | (number) | (boolean))[];
"exact"?: boolean
}) | ({
"op": "list_length";
"attribute"?: string;
"property"?: string;
"include_missing"?: boolean;
"at_least"?: number;
"at_most"?: number;
"exactly"?: number
}) | ({
"op": "before";
"attribute"?: string;
"property"?: string;
"include_missing"?: boolean;
"value": string
}) | ({
"op": "after";
"attribute"?: string;
"property"?: string;
"include_missing"?: boolean;
"value": string
}) | ({
"op": "between_dates";
"attribute"?: string;
"property"?: string;
"include_missing"?: boolean;
"from": string;
"to": string
}) | ({
"op": "in_the_last";
"attribute"?: string;
"property"?: string;
"include_missing"?: boolean;
"value": string
}) | ({
"op": "more_than_ago";
"attribute"?: string;
"property"?: string;
"include_missing"?: boolean;
"value": string
}) | ({
"op": "in_the_next";
"attribute"?: string;
"property"?: string;
"include_missing"?: boolean;
"value": string
}) | ({
"op": "between_ago";
"attribute"?: string;
"property"?: string;
"include_missing"?: boolean;
"from": string;
"to": string
}) | ({
"op": "anniversary_today";
"attribute"?: string;
"property"?: string;
"include_missing"?: boolean
}) | ({
"op": "anniversary_month";
"attribute"?: string;
"property"?: string;
"include_missing"?: boolean
}) | ({
"op": "anniversary_in_next";
"attribute"?: string;
"property"?: string;
"include_missing"?: boolean;
"value": string
}) | ({
"op": "has_been";
"attribute": string;
"value": (string) | (number) | (boolean);
"for"?: string;
"less_than"?: string
}) | ({
"op": "performed";
"event": string;
"where"?: (components["schemas"]["shared.schema3"]) | ((components["schemas"]["shared.schema3"])[]);
"count"?: ("never") | ({
"at_least"?: number;
"at_most"?: number;
"exactly"?: number
});
"sum"?: {
"of": string;
"at_least"?: number;
"at_most"?: number;
"exactly"?: number
};
"within"?: string;
"since_entry"?: true
}) | ({
"op": "first_performed";
"event": string;
"where"?: (components["schemas"]["shared.schema3"]) | ((components["schemas"]["shared.schema3"])[]);
"has"?: (components["schemas"]["shared.schema3"]) | ((components["schemas"]["shared.schema3"])[]);
"within"?: string;
"since_entry"?: true
}) | ({
"op": "last_performed";
"event": string;
"where"?: (components["schemas"]["shared.schema3"]) | ((components["schemas"]["shared.schema3"])[]);
"has"?: (components["schemas"]["shared.schema3"]) | ((components["schemas"]["shared.schema3"])[]);
"within"?: string;
"since_entry"?: true
}) | ({
"op": "sequence";
"steps": ({
"event": string;
"where"?: (components["schemas"]["shared.schema3"]) | ((components["schemas"]["shared.schema3"])[])
})[];
"lasting"?: string;
"within"?: string;
"since_entry"?: true
}) | ({
"op": "email";
"became": ("sent") | ("delivered") | ("opened") | ("clicked") | ("bounced") | ("complained") | ("unsubscribed");
"campaign"?: string;
"link"?: string;
"count"?: ("never") | ({
"at_least"?: number;
"at_most"?: number;
"exactly"?: number
});
"machines"?: boolean;
"within"?: string;
"since_entry"?: true
}) | ({
"op": "in_segment";
"segment": string;
"joined_within"?: string
}) | ({
"op": "not_in_segment";
"segment": string
}) | ({
"op": "in_list";
"list": string;
"joined_within"?: string
}) | ({
"op": "not_in_list";
"list": string
}) | ({
"op": "consent";
"status": ("subscribed") | ("unsubscribed") | ("pending_confirmation") | ("not_subscribed") | ("never_subscribed");
"topic"?: string;
"method"?: string;
"since"?: string;
"within"?: string
}) | ({
"op": "suppressed";
"reason"?: ("soft_bounce") | ("complaint") | ("manual") | ("bounce")
}) | ({
"op": "region";
"in": (string)[]
}) | ({
"op": "random_bucket";
"from": number;
"to": number;
"salt"?: string
}) | ({
"op": "everyone"
}) | ({
"op": ("and") | ("or");
"rules": (components["schemas"]["shared.schema2"])[]
}) | ({
"op": "not";
"rule": components["schemas"]["shared.schema2"]
});
"shared.schema3": ({
"op": "is_set";
"attribute"?: string;
"property"?: string;
"include_missing"?: boolean
}) | ({
"op": "is_not_set";
"attribute"?: string;
"property"?: string;
"include_missing"?: boolean
}) | ({
"op": "equals";
"attribute"?: string;
"property"?: string;
"include_missing"?: boolean;
"value": (string) | (number) | (boolean);
"exact"?: boolean
}) | ({
"op": "not_equals";
"attribute"?: string;
"property"?: string;
"include_missing"?: boolean;
"value": (string) | (number) | (boolean);
"exact"?: boolean
}) | ({
"op": "in";
"attribute"?: string;
"property"?: string;
"include_missing"?: boolean;
"value": ((string) | (number) | (boolean))[];
"exact"?: boolean
}) | ({
"op": "not_in";
"attribute"?: string;
"property"?: string;
"include_missing"?: boolean;
"value": ((string) | (number) | (boolean))[];
"exact"?: boolean
}) | ({
"op": "contains";
"attribute"?: string;
"property"?: string;
"include_missing"?: boolean;
"value": (string) | (number) | (boolean);
"exact"?: boolean
}) | ({
"op": "not_contains";
"attribute"?: string;
"property"?: string;
"include_missing"?: boolean;
"value": (string) | (number) | (boolean);
"exact"?: boolean
}) | ({
"op": "starts_with";
"attribute"?: string;
"property"?: string;
"include_missing"?: boolean;
"value": (string) | (number) | (boolean);
"exact"?: boolean
}) | ({
"op": "not_starts_with";
"attribute"?: string;
"property"?: string;
"include_missing"?: boolean;
"value": (string) | (number) | (boolean);
"exact"?: boolean
}) | ({
"op": "ends_with";
"attribute"?: string;
"property"?: string;
"include_missing"?: boolean;
"value": (string) | (number) | (boolean);
"exact"?: boolean
}) | ({
"op": "not_ends_with";
"attribute"?: string;
"property"?: string;
"include_missing"?: boolean;
"value": (string) | (number) | (boolean);
"exact"?: boolean
}) | ({
"op": "matches";
"attribute"?: string;
"property"?: string;
"include_missing"?: boolean;
"value": string;
"exact"?: boolean
}) | ({
"op": "not_matches";
"attribute"?: string;
"property"?: string;
"include_missing"?: boolean;
"value": string;
"exact"?: boolean
}) | ({
"op": "gt";
"attribute"?: string;
"property"?: string;
"include_missing"?: boolean;
"value": number
}) | ({
"op": "gte";
"attribute"?: string;
"property"?: string;
"include_missing"?: boolean;
"value": number
}) | ({
"op": "lt";
"attribute"?: string;
"property"?: string;
"include_missing"?: boolean;
"value": number
}) | ({
"op": "lte";
"attribute"?: string;
"property"?: string;
"include_missing"?: boolean;
"value": number
}) | ({
"op": "between";
"attribute"?: string;
"property"?: string;
"include_missing"?: boolean;
"from": number;
"to": number
}) | ({
"op": "not_between";
"attribute"?: string;
"property"?: string;
"include_missing"?: boolean;
"from": number;
"to": number
}) | ({
"op": "is_true";
"attribute"?: string;
"property"?: string;
"include_missing"?: boolean
}) | ({
"op": "is_false";
"attribute"?: string;
"property"?: string;
"include_missing"?: boolean
}) | ({
"op": "list_contains";
"attribute"?: string;
"property"?: string;
"include_missing"?: boolean;
"value": (string) | (number) | (boolean);
"exact"?: boolean
}) | ({
"op": "list_contains_any";
"attribute"?: string;
"property"?: string;
"include_missing"?: boolean;
"value": ((string) | (number) | (boolean))[];
"exact"?: boolean
}) | ({
"op": "list_contains_all";
"attribute"?: string;
"property"?: string;
"include_missing"?: boolean;
"value": ((string) | (number) | (boolean))[];
"exact"?: boolean
}) | ({
"op": "list_contains_none";
"attribute"?: string;
"property"?: string;
"include_missing"?: boolean;
"value": ((string) | (number) | (boolean))[];
"exact"?: boolean
}) | ({
"op": "list_length";
"attribute"?: string;
"property"?: string;
"include_missing"?: boolean;
"at_least"?: number;
"at_most"?: number;
"exactly"?: number
}) | ({
"op": "before";
"attribute"?: string;
"property"?: string;
"include_missing"?: boolean;
"value": string
}) | ({
"op": "after";
"attribute"?: string;
"property"?: string;
"include_missing"?: boolean;
"value": string
}) | ({
"op": "between_dates";
"attribute"?: string;
"property"?: string;
"include_missing"?: boolean;
"from": string;
"to": string
}) | ({
"op": "in_the_last";
"attribute"?: string;
"property"?: string;
"include_missing"?: boolean;
"value": string
}) | ({
"op": "more_than_ago";
"attribute"?: string;
"property"?: string;
"include_missing"?: boolean;
"value": string
}) | ({
"op": "in_the_next";
"attribute"?: string;
"property"?: string;
"include_missing"?: boolean;
"value": string
}) | ({
"op": "between_ago";
"attribute"?: string;
"property"?: string;
"include_missing"?: boolean;
"from": string;
"to": string
}) | ({
"op": "anniversary_today";
"attribute"?: string;
"property"?: string;
"include_missing"?: boolean
}) | ({
"op": "anniversary_month";
"attribute"?: string;
"property"?: string;
"include_missing"?: boolean
}) | ({
"op": "anniversary_in_next";
"attribute"?: string;
"property"?: string;
"include_missing"?: boolean;
"value": string
}) | ({
"op": ("and") | ("or");
"rules": (components["schemas"]["shared.schema3"])[]
}) | ({
"op": "not";
"rule": components["schemas"]["shared.schema3"]
});
"shared.schema4": (({
"id"?: string;
"send": string
}) | ({
"id"?: string;
"wait": {
"for"?: string;
"until"?: ({
"event": string;
"where"?: components["schemas"]["shared.schema2"]
}) | ({
"condition": components["schemas"]["shared.schema2"]
}) | ({
"time": string;
"on"?: (("monday") | ("tuesday") | ("wednesday") | ("thursday") | ("friday") | ("saturday") | ("sunday"))[]
}) | ({
"business_hours": true
}) | ({
"date": ({
"attribute": string;
"offset"?: (number) | (string);
"at"?: string
}) | ({
"property": string;
"offset"?: (number) | (string);
"at"?: string
})
})
};
"onTimeout"?: components["schemas"]["shared.schema4"];
"onMissing"?: components["schemas"]["shared.schema4"];
"onPast"?: components["schemas"]["shared.schema4"]
}) | ({
"id"?: string;
"branch": (components["schemas"]["shared.schema2"]) | (({
"if": components["schemas"]["shared.schema2"];
"name"?: string;
"steps": components["schemas"]["shared.schema4"]
})[]);
"yes"?: components["schemas"]["shared.schema4"];
"no"?: components["schemas"]["shared.schema4"];
"else"?: components["schemas"]["shared.schema4"]
}) | ({
"id"?: string;
"split": ({
"name": string;
"weight": number;
"steps"?: components["schemas"]["shared.schema4"]
})[]
}) | ({
"id"?: string;
"offer": {
"from"?: ("catalog") | ((string)[]);
"strategy"?: ("complement") | ("next_step_up") | ("first_eligible")
};
"granted"?: components["schemas"]["shared.schema4"];
"none"?: components["schemas"]["shared.schema4"]
}) | ({
"id"?: string;
"update": components["schemas"]["patchContactsIdBody"]
}) | ({
"id"?: string;
"task": {
"title": string;
"for"?: string;
"due"?: (string);
"note"?: string
}
}) | ({
"id"?: string;
"webhook": {
"url": (unknown) & (unknown) & (unknown) & (unknown);
"body"?: {
[name: string]: components["schemas"]["shared.schema6"]
}
}
}) | ({
"id"?: string;
"enroll": string;
"with"?: {
[name: string]: components["schemas"]["shared.schema7"]
}
}) | ({
"id"?: string;
"leave": string
}) | ({
"id"?: string;
"emit": {
"event": string;
"properties"?: {
[name: string]: components["schemas"]["shared.schema8"]
}
}
}))[];
"shared.schema5": (string) | (number) | (boolean) | (null) | ((components["schemas"]["shared.schema5"])[]) | ({
[name: string]: components["schemas"]["shared.schema5"]
});
"shared.schema6": (string) | (number) | (boolean) | (null) | ((components["schemas"]["shared.schema6"])[]) | ({
[name: string]: components["schemas"]["shared.schema6"]
});
"shared.schema7": (string) | (number) | (boolean) | (null) | ((components["schemas"]["shared.schema7"])[]) | ({
[name: string]: components["schemas"]["shared.schema7"]
});
"shared.schema8": (string) | (number) | (boolean) | (null) | ((components["schemas"]["shared.schema8"])[]) | ({
[name: string]: components["schemas"]["shared.schema8"]
});
"shared.schema9": (string) | (number) | (boolean) | (null) | ((components["schemas"]["shared.schema9"])[]) | ({
[name: string]: components["schemas"]["shared.schema9"]
});
"shared.schema10": (string) | (number) | (boolean) | (null) | ((components["schemas"]["shared.schema10"])[]) | ({
[name: string]: components["schemas"]["shared.schema10"]
});
"shared.schema11": (string) | (number) | (boolean) | (null) | ((components["schemas"]["shared.schema11"])[]) | ({
[name: string]: components["schemas"]["shared.schema11"]
});
"shared.schema12": (string) | (number) | (boolean) | (null) | ((components["schemas"]["shared.schema12"])[]) | ({
[name: string]: components["schemas"]["shared.schema12"]
});
"shared.schema13": (string) | (number) | (boolean) | (null) | ((components["schemas"]["shared.schema13"])[]) | ({
[name: string]: components["schemas"]["shared.schema13"]
});
"shared.schema14": (string) | (number) | (boolean) | (null) | ((components["schemas"]["shared.schema14"])[]) | ({
[name: string]: components["schemas"]["shared.schema14"]
});
"shared.schema15": (string) | (number) | (boolean) | (null) | ((components["schemas"]["shared.schema15"])[]) | ({
[name: string]: components["schemas"]["shared.schema15"]
});
"shared.schema16": (string) | (number) | (boolean) | (null) | ((components["schemas"]["shared.schema16"])[]) | ({
[name: string]: components["schemas"]["shared.schema16"]
});
"shared.schema17": (string) | (number) | (boolean) | (null) | ((components["schemas"]["shared.schema17"])[]) | ({
[name: string]: components["schemas"]["shared.schema17"]
});
"shared.schema18": (string) | (number) | (boolean) | (null) | ((components["schemas"]["shared.schema18"])[]) | ({
[name: string]: components["schemas"]["shared.schema18"]
});
"shared.schema19": (string) | (number) | (boolean) | (null) | ((components["schemas"]["shared.schema19"])[]) | ({
[name: string]: components["schemas"]["shared.schema19"]
});
"shared.schema20": (string) | (number) | (boolean) | (null) | ((components["schemas"]["shared.schema20"])[]) | ({
[name: string]: components["schemas"]["shared.schema20"]
});
"shared.schema21": {
"sentence": string;
"held": boolean;
"found"?: string;
"parts"?: (components["schemas"]["shared.schema21"])[]
};
"shared.schema22": (string) | (number) | (boolean) | (null) | ((components["schemas"]["shared.schema22"])[]) | ({
[name: string]: components["schemas"]["shared.schema22"]
});
"shared.schema23": (string) | (number) | (boolean) | (null) | ((components["schemas"]["shared.schema23"])[]) | ({
[name: string]: components["schemas"]["shared.schema23"]
});
"shared.schema24": (string) | (number) | (boolean) | (null) | ((components["schemas"]["shared.schema24"])[]) | ({
[name: string]: components["schemas"]["shared.schema24"]
});
"shared.schema25": (string) | (number) | (boolean) | (null) | ((components["schemas"]["shared.schema25"])[]) | ({
[name: string]: components["schemas"]["shared.schema25"]
});
"Error": {
"error": {
"code": string;
"message": string;
"at"?: string;
"problems"?: ({
"at": string;
"message": string
})[]
}
}
}
}
