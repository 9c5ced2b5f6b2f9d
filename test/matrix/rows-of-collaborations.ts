import { type Rows, to } from './row.ts'

const own = 'own speakers'
const inCollaboration = to(own, 'collaboration')
const shown = { ...to('own readers', 'collaboration'), ...to('everyone', 'openCollaboration') }

/** Every route of collaborations, and of what partners decide and say of how it goes. What is for partners is for nobody else. */
export const rowsOfCollaborations: Rows = {
  'GET /projects/:slug/collaboration': shown,
  'POST /projects/:slug/collaboration': to(own, 'projectToShare'),
  'GET /projects/:slug/collaboration/new': to(own, 'projectToShare'),
  'GET /projects/:slug/collaboration/about': inCollaboration,
  'POST /projects/:slug/collaboration/about': inCollaboration,
  'GET /projects/:slug/collaboration/joining': to(own, 'collaborationToJoin'),
  'POST /projects/:slug/collaboration/joining': to(own, 'collaborationToJoin'),
  'GET /projects/:slug/collaboration/partners': inCollaboration,
  'POST /projects/:slug/collaboration/partners': inCollaboration,
  'POST /projects/:slug/collaboration/roles': inCollaboration,
  'GET /projects/:slug/collaboration/leaving': inCollaboration,
  'POST /projects/:slug/collaboration/leaving': to('own lead, own members see it', 'collaboration'),
  'GET /projects/:slug/collaboration/links': inCollaboration,
  'POST /projects/:slug/collaboration/links': inCollaboration,
  'POST /projects/:slug/collaboration/links/:id/removal': to(own, 'collaborationLink'),
  'GET /projects/:slug/collaboration/decisions': shown,
  'POST /projects/:slug/collaboration/decisions': inCollaboration,
  'GET /projects/:slug/collaboration/decisions/new': inCollaboration,
  'GET /projects/:slug/collaboration/decisions/taken-elsewhere': inCollaboration,
  'POST /projects/:slug/collaboration/decisions/taken-elsewhere': inCollaboration,
  'GET /projects/:slug/collaboration/decisions/:number': {
    ...to('own readers', 'sharedDecision', 'decisionTaken'),
    ...to('everyone', 'openDecision'),
  },
  'POST /projects/:slug/collaboration/decisions/:number/answers': to(own, 'sharedDecision'),
  'POST /projects/:slug/collaboration/decisions/:number/withdrawal': to(own, 'sharedDecision'),
  'GET /projects/:slug/collaboration/decisions/:number/visibility': to(own, 'sharedDecision'),
  'POST /projects/:slug/collaboration/decisions/:number/visibility': to(own, 'sharedDecision'),
  'GET /projects/:slug/collaboration/decisions/:number/outcome': to(own, 'sharedDecision'),
  'POST /projects/:slug/collaboration/decisions/:number/outcome': to(own, 'sharedDecision'),
  'POST /projects/:slug/collaboration/decisions/:number/review': to(own, 'decisionTaken'),
  'GET /projects/:slug/collaboration/health': inCollaboration,
  'POST /projects/:slug/collaboration/health': inCollaboration,
  'POST /projects/:slug/collaboration/health/pause': inCollaboration,
  'GET /health/:secret/:beginning': to('everyone', 'healthInMail'),
  'POST /health/:secret/:beginning': to('everyone', 'healthInMail'),
}
