import { type Rows, to } from './row.ts'

/** Of the routes of problems, and of what organisations say of them. */
export const rowsOfProblems: Rows = {
  'GET /problem-merges': 'curators',
  'POST /problem-merges/judgements': 'curators',
  'GET /problem-merges/:id': to('own speakers and curators', 'problemMerge'),
  'POST /problem-merges/:id/answers': to('own lead, own members see it', 'problemMerge'),
  'POST /problem-merges/:id/undoing': to('own lead and curators, own members see it', 'problemMerge'),
  'POST /problem-merges/:id/withdrawal': to('curators', 'problemMerge'),
  'GET /problems': 'everyone',
  'POST /problems': 'speakers, but suppliers are told what they can do',
  'GET /problems/:slug': {
    ...to('everyone', 'problem', 'problemElsewhere'),
    ...to('readers of the public sector', 'sectorProblem'),
    ...to('own readers and curators', 'ownProblem'),
    ...to('own readers', 'problemDraft'),
  },
  'POST /problems/:slug/comparison': {
    ...to('own speakers', 'problem', 'sectorProblem', 'ownProblem', 'problemDraft'),
    ...to('speakers elsewhere', 'problemElsewhere'),
  },
  'GET /problems/:slug/history': {
    ...to('everyone', 'problem', 'problemElsewhere'),
    ...to('readers of the public sector', 'sectorProblem'),
    ...to('own readers and curators', 'ownProblem'),
    ...to('nobody', 'problemDraft'),
  },
  'GET /problems/:slug/merge': {
    ...to('curators', 'problem', 'sectorProblem', 'ownProblem', 'problemElsewhere'),
    ...to('nobody', 'problemDraft'),
  },
  'POST /problems/:slug/merge': {
    ...to('curators', 'problem', 'sectorProblem', 'ownProblem', 'problemElsewhere'),
    ...to('nobody', 'problemDraft'),
  },
  'GET /problems/:slug/parts/affected': {
    ...to('own speakers', 'problem', 'problemDraft'),
    ...to('speakers elsewhere', 'problemElsewhere'),
  },
  'POST /problems/:slug/parts/affected': {
    ...to('own speakers', 'problem', 'problemDraft'),
    ...to('speakers elsewhere', 'problemElsewhere'),
  },
  'GET /problems/:slug/parts/cost': {
    ...to('own speakers', 'problem', 'problemDraft'),
    ...to('speakers elsewhere', 'problemElsewhere'),
  },
  'POST /problems/:slug/parts/cost': {
    ...to('own speakers', 'problem', 'problemDraft'),
    ...to('speakers elsewhere', 'problemElsewhere'),
  },
  'GET /problems/:slug/parts/evidence': {
    ...to('own speakers', 'problem', 'problemDraft'),
    ...to('speakers elsewhere', 'problemElsewhere'),
  },
  'POST /problems/:slug/parts/evidence': {
    ...to('own speakers', 'problem', 'problemDraft'),
    ...to('speakers elsewhere', 'problemElsewhere'),
  },
  'GET /problems/:slug/parts/outcome': {
    ...to('own speakers', 'problem', 'problemDraft'),
    ...to('speakers elsewhere', 'problemElsewhere'),
  },
  'POST /problems/:slug/parts/outcome': {
    ...to('own speakers', 'problem', 'problemDraft'),
    ...to('speakers elsewhere', 'problemElsewhere'),
  },
  'GET /problems/:slug/parts/service': {
    ...to('own speakers', 'problem', 'problemDraft'),
    ...to('speakers elsewhere', 'problemElsewhere'),
  },
  'POST /problems/:slug/parts/service': {
    ...to('own speakers', 'problem', 'problemDraft'),
    ...to('speakers elsewhere', 'problemElsewhere'),
  },
  'GET /problems/:slug/parts/tried': {
    ...to('own speakers', 'problem', 'problemDraft'),
    ...to('speakers elsewhere', 'problemElsewhere'),
  },
  'POST /problems/:slug/parts/tried': {
    ...to('own speakers', 'problem', 'problemDraft'),
    ...to('speakers elsewhere', 'problemElsewhere'),
  },
  'GET /problems/:slug/parts/visibility': {
    ...to('own speakers', 'problem', 'problemDraft'),
    ...to('speakers elsewhere', 'problemElsewhere'),
  },
  'POST /problems/:slug/parts/visibility': {
    ...to('own speakers', 'problem', 'problemDraft'),
    ...to('speakers elsewhere', 'problemElsewhere'),
  },
  'GET /problems/:slug/parts/what-happens': {
    ...to('own speakers', 'problem', 'problemDraft'),
    ...to('speakers elsewhere', 'problemElsewhere'),
  },
  'POST /problems/:slug/parts/what-happens': {
    ...to('own speakers', 'problem', 'problemDraft'),
    ...to('speakers elsewhere', 'problemElsewhere'),
  },
  'GET /problems/:slug/publication': {
    ...to('own speakers', 'problem', 'sectorProblem', 'ownProblem', 'problemDraft'),
    ...to('speakers elsewhere', 'problemElsewhere'),
  },
  'POST /problems/:slug/publication': {
    ...to('own speakers', 'problem', 'sectorProblem', 'ownProblem', 'problemDraft'),
    ...to('speakers elsewhere', 'problemElsewhere'),
  },
  'GET /problems/:slug/readers': {
    ...to('own speakers', 'problem', 'sectorProblem', 'ownProblem', 'problemDraft'),
    ...to('speakers elsewhere', 'problemElsewhere'),
  },
  'POST /problems/:slug/readers': {
    ...to('own speakers', 'problem', 'sectorProblem', 'ownProblem', 'problemDraft'),
    ...to('speakers elsewhere', 'problemElsewhere'),
  },
  'POST /problems/:slug/readers/removal': to('nobody: there is no such part', 'ownProblem'),
  'GET /problems/:slug/removal': to('own speakers', 'problemDraft'),
  'POST /problems/:slug/removal': {
    ...to('own speakers', 'problem', 'sectorProblem', 'ownProblem', 'problemDraft'),
    ...to('speakers elsewhere', 'problemElsewhere'),
  },
  'GET /problems/:slug/similar': {
    ...to('own speakers', 'problem', 'sectorProblem', 'ownProblem', 'problemDraft'),
    ...to('speakers elsewhere', 'problemElsewhere'),
  },
  'GET /problems/:slug/solution': {
    ...to('own speakers', 'problem', 'sectorProblem', 'ownProblem', 'problemDraft'),
    ...to('speakers elsewhere', 'problemElsewhere'),
  },
  'POST /problems/:slug/solution': {
    ...to('own speakers', 'problem', 'sectorProblem', 'ownProblem', 'problemDraft'),
    ...to('speakers elsewhere', 'problemElsewhere'),
  },
  'GET /problems/:slug/stance': {
    ...to('accounts', 'problem', 'problemElsewhere'),
    ...to('speakers of the public sector and curators', 'sectorProblem'),
    ...to('own speakers and curators', 'ownProblem'),
  },
  'POST /problems/:slug/stance/confirmation': {
    ...to('own speakers', 'problem', 'sectorProblem', 'ownProblem'),
    ...to('speakers elsewhere', 'problemElsewhere'),
  },
  'POST /problems/:slug/stance/withdrawal': {
    ...to('own speakers', 'problem', 'sectorProblem', 'ownProblem'),
    ...to('speakers elsewhere', 'problemElsewhere'),
  },
  'GET /problems/:slug/partners': {
    ...to('everyone', 'problem', 'problemElsewhere'),
    ...to('readers of the public sector', 'sectorProblem'),
    ...to('own readers and curators', 'ownProblem'),
    ...to('nobody', 'problemDraft'),
  },
  'GET /problems/:slug/stances': {
    ...to('everyone', 'problem', 'problemElsewhere'),
    ...to('readers of the public sector', 'sectorProblem'),
    ...to('own readers and curators', 'ownProblem'),
    ...to('nobody', 'problemDraft'),
  },
  'POST /problems/:slug/stances': {
    ...to('speakers', 'problem', 'problemElsewhere'),
    ...to('speakers of the public sector', 'sectorProblem'),
    ...to('own speakers', 'ownProblem'),
  },
  'GET /problems/:slug/stances.csv': {
    ...to('everyone', 'problem', 'problemElsewhere'),
    ...to('readers of the public sector', 'sectorProblem'),
    ...to('own readers and curators', 'ownProblem'),
    ...to('nobody', 'problemDraft'),
  },
  'GET /problems/:slug/stances/:organisation': {
    ...to('everyone', 'problem'),
    ...to('readers of the public sector', 'sectorProblem'),
    ...to('own readers and curators', 'ownProblem'),
    ...to('nobody', 'problemElsewhere', 'problemDraft'),
  },
  'GET /problems/:slug/withdrawal': {
    ...to('own speakers', 'problem', 'sectorProblem', 'ownProblem', 'problemDraft'),
    ...to('speakers elsewhere', 'problemElsewhere'),
  },
  'POST /problems/:slug/withdrawal': {
    ...to('own speakers', 'problem', 'sectorProblem', 'ownProblem', 'problemDraft'),
    ...to('speakers elsewhere', 'problemElsewhere'),
  },
  'GET /problems/new': 'accounts',
}
