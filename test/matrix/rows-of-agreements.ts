import { type Rows, to } from './row.ts'

const own = 'own speakers'
const lead = 'own lead, own members see it'
const draft = to(own, 'collaboration')
const clause = to(own, 'agreementClause')
const version = {
  ...to('own readers', 'agreementStanding', 'agreementToSign'),
  ...to('everyone', 'openAgreement'),
}
const evidence = {
  ...to('own readers', 'agreementStanding', 'openAgreement'),
  ...to('nobody', 'agreementToSign'),
}

/** Every route of agreements. Drafts, signers and evidence are for partners, whoever sees what all have signed. */
export const rowsOfAgreements: Rows = {
  'GET /projects/:slug/collaboration/agreement': {
    ...to('own readers', 'collaboration'),
    ...to('everyone', 'openCollaboration'),
  },
  'POST /projects/:slug/collaboration/agreement': draft,
  'POST /projects/:slug/collaboration/agreement/resolutions': draft,
  'GET /projects/:slug/collaboration/agreement/draft': draft,
  'GET /projects/:slug/collaboration/agreement/terms': draft,
  'POST /projects/:slug/collaboration/agreement/terms': draft,
  'GET /projects/:slug/collaboration/agreement/clauses/:key': clause,
  'POST /projects/:slug/collaboration/agreement/clauses/:key': clause,
  'POST /projects/:slug/collaboration/agreement/clauses/:key/omission': clause,
  'POST /projects/:slug/collaboration/agreement/clauses/:key/place': clause,
  'POST /projects/:slug/collaboration/agreement/versions': to(lead, 'collaboration'),
  'GET /projects/:slug/collaboration/agreement/versions/:number': version,
  'GET /projects/:slug/collaboration/agreement/versions/:number/agreement.txt': version,
  'GET /projects/:slug/collaboration/agreement/versions/:number/agreement.docx': version,
  'GET /projects/:slug/collaboration/agreement/versions/:number/evidence.json': evidence,
  'GET /projects/:slug/collaboration/agreement/versions/:number/evidence.zip': evidence,
  'GET /projects/:slug/collaboration/agreement/versions/:number/signature': to(own, 'agreementToSign'),
  'POST /projects/:slug/collaboration/agreement/versions/:number/signature': to(own, 'agreementToSign'),
  'GET /projects/:slug/collaboration/agreement/versions/:number/ending': to(own, 'agreementStanding'),
  'POST /projects/:slug/collaboration/agreement/versions/:number/ending': to(lead, 'agreementStanding'),
  'GET /signing-key.pem': 'everyone',
}
