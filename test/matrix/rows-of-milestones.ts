import { type Rows, to } from './row.ts'

const own = 'own speakers'
const inEveryForm = {
  ...to('everyone', 'update'),
  ...to('readers of the public sector', 'sectorUpdate'),
  ...to('own readers and curators', 'ownUpdate'),
}

/** Every route of milestones, of the files they come in with, and of what is made of an update. */
export const rowsOfMilestones: Rows = {
  'GET /projects/:slug/milestones': to(own, 'project'),
  'POST /projects/:slug/milestones': to(own, 'project'),
  'GET /projects/:slug/milestones/:id': to(own, 'milestone'),
  'POST /projects/:slug/milestones/:id': to(own, 'milestone'),
  'POST /projects/:slug/milestones/:id/removal': to(own, 'milestone'),
  'GET /projects/:slug/milestones/imports/new': to(own, 'project'),
  'POST /projects/:slug/milestones/imports': to(own, 'project'),
  'GET /projects/:slug/milestones/imports/:id': to(own, 'milestonePreview', 'milestoneFile'),
  'POST /projects/:slug/milestones/imports/:id/choices': to(own, 'milestonePreview', 'milestoneFile'),
  'POST /projects/:slug/milestones/imports/:id/taking-in': to(own, 'milestonePreview', 'milestoneFile'),
  'POST /projects/:slug/milestones/imports/:id/removal': to(own, 'milestonePreview', 'milestoneFile'),
  'POST /projects/:slug/milestones/imports/:id/undoing': to(own, 'milestoneFile'),
  'GET /projects/:slug/updates.atom': {
    ...to('everyone', 'project', 'projectElsewhere'),
    ...to('readers of the public sector', 'sectorProject'),
    ...to('own readers and curators', 'ownProject'),
  },
  'GET /projects/:slug/updates/:id/elsewhere': inEveryForm,
  'GET /projects/:slug/updates/:id/report': inEveryForm,
  'GET /projects/:slug/updates/:id/report.docx': inEveryForm,
}
