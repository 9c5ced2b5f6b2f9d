import { findOrganisation, listOrganisationsById, organisationPath } from '#features/organisations/index.ts'
import { findProblem, problemPath } from '#features/problems/index.ts'
import { listProblemsAddressed } from '#features/project-plans/index.ts'
import { findProject, mayRead } from '#features/projects/index.ts'
import { type Actor, isSpeaker } from '#plumbing/actor.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import type { Search } from './partner-facts.ts'

/** What partners are sought for, as a page shows it. */
export type Subject = {
  title: string
  /** What the page asks, where it is not who could join in this. */
  asks?: string
  path: string
  parent: { label: string; href: string }
  search: Search
  /** Who takes part already. */
  except: string[]
  isPublic: boolean
}

export type SubjectKind = 'problems' | 'projects' | 'organisations'

/** For whom partners are sought: a council whose officer reads, otherwise whose it is. */
async function askerOf(db: Db, actor: Actor, ownerId: string | null): Promise<string | null> {
  if (!isSpeaker(actor)) return ownerId
  const own = (await listOrganisationsById(db, [actor.actingFor.id])).get(actor.actingFor.id)
  return own?.kind === 'council' ? own.id : ownerId
}

export const findSubject: Record<SubjectKind, (db: Db, actor: Actor, slug: string) => Promise<Subject>> = {
  problems: async (db, actor, slug) => {
    const problem = await findProblem(db, actor, slug)
    if (problem.state === 'withdrawn') throw failure('absent', '')
    const askerId = await askerOf(db, actor, problem.organisation.id)
    return {
      title: problem.title,
      path: problemPath(problem.slug),
      parent: { label: 'Problems', href: '/problems' },
      search: {
        askerId,
        problemIds: [problem.id],
        serviceIds: problem.service_id ? [problem.service_id] : [],
        startsOn: null,
      },
      except: [askerId].filter(id => id !== null),
      isPublic: problem.visibility === 'public',
    }
  },

  projects: async (db, actor, slug) => {
    const project = await findProject(db, slug)
    if (!mayRead(actor, project)) throw failure('absent', '')
    const askerId = await askerOf(db, actor, project.organisation_id)
    const partners = project.partners.map(({ organisation_id }) => organisation_id)
    return {
      title: project.title,
      path: `/projects/${project.slug}`,
      parent: { label: 'Projects', href: '/projects' },
      search: {
        askerId,
        problemIds: await listProblemsAddressed(db, project.id),
        serviceIds: project.services.map(({ id }) => id),
        startsOn: project.starts_on,
      },
      except: [askerId, project.organisation_id, ...partners].filter(id => id !== null),
      isPublic: project.is_listed && !project.hidden,
    }
  },

  organisations: async (db, _actor, slug) => {
    const organisation = await findOrganisation(db, slug)
    return {
      title: organisation.name,
      asks: `Who could work with ${organisation.name}`,
      path: organisationPath(organisation.slug),
      parent: { label: 'Councils', href: '/councils' },
      search: { askerId: organisation.id, problemIds: null, serviceIds: null, startsOn: null },
      except: [organisation.id],
      isPublic: true,
    }
  },
}
