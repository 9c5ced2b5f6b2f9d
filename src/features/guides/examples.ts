import { listWindowsAhead, windowPath } from '#features/contract-horizon/index.ts'
import { opportunityPath } from '#features/opportunities/index.ts'
import { organisationPath } from '#features/organisations/index.ts'
import { problemPath } from '#features/problems/index.ts'
import { projectPath } from '#features/project-plans/index.ts'
import { listTakenUp, type TakenUp } from '#features/related-work/index.ts'
import { listHeldInCommon, offerWords } from '#features/stances/index.ts'
import type { Db } from '#plumbing/database/database.ts'
import { formatDate } from '#ui/date.ts'
import { countOf } from '#ui/money.ts'
import type { ListedRecord } from '#ui/record-list.tsx'
import { shortened } from '#ui/shortened.ts'
import {
  type JointProject,
  listEarlyTold,
  listFarProjects,
  listJointDiscoveries,
  listJointProjects,
  listLostBids,
  listOffering,
  listOpenCalls,
  listOpenProjects,
  listProjectsOfSmall,
  listStatedProblems,
  listStoppedProjects,
  listTakenUpByOthers,
} from './example-queries.ts'
import { everywhere } from './figures.ts'
import type { Show } from './guide.ts'

const atMost = 5
const namesAtMost = 4

/** "Leeds, Surrey, Adur and 3 more". */
const sayNames = (names: string[]) =>
  names.length <= namesAtMost
    ? names.join(', ')
    : `${names.slice(0, namesAtMost).join(', ')} and ${names.length - namesAtMost} more`

const projectRecord = ({ title, slug, led_by, partners, dated }: JointProject): ListedRecord => ({
  title,
  href: projectPath(slug),
  meta: [led_by && `led by ${led_by}`, `with ${sayNames(partners)}`].filter(item => item !== null),
  date: dated,
})

const offering = async (db: Db, today: string, offers: ('share' | 'test' | 'co-fund' | 'lead')[]) =>
  (await listOffering(db, today, offers, atMost)).map(({ name, slug, problems, offers: given }) => ({
    title: name,
    href: organisationPath(slug),
    meta: [
      `would ${given.map(offer => offerWords[offer as 'share']).join(', ')}`,
      `on ${countOf(problems, 'problem')}`,
    ],
    date: null,
  }))

const takenUpRecord = ({ later, later_path, later_by, earlier, earlier_by }: TakenUp): ListedRecord => ({
  title: later,
  href: later_path,
  meta: [
    later_by,
    `follows “${shortened(earlier)}”${earlier_by && earlier_by !== later_by ? ` by ${earlier_by}` : ''}`,
  ].filter(item => item !== null),
  date: null,
})

const loads: Record<Show, (db: Db, today: string) => Promise<ListedRecord[]>> = {
  'joint-projects': async db => (await listJointProjects(db, atMost)).map(projectRecord),
  'far-partners': async db => (await listFarProjects(db, atMost)).map(projectRecord),
  'joint-discoveries': async db => (await listJointDiscoveries(db, atMost)).map(projectRecord),
  'stated-problems': async db =>
    (await listStatedProblems(db, atMost)).map(({ title, path, stated_by, says }) => ({
      title,
      href: path,
      meta: [stated_by, says && shortened(says)].filter(item => item !== null),
      date: null,
    })),
  'not-funded': async db =>
    (await listLostBids(db, atMost)).map(({ title, path, led_by, says }) => ({
      title,
      href: path,
      meta: [led_by, says && shortened(says)].filter(item => item !== null),
      date: null,
    })),
  'told-early': async db =>
    (await listEarlyTold(db, atMost)).map(({ title, slug, led_by, dated }) => ({
      title,
      href: projectPath(slug),
      meta: [led_by].filter(item => item !== null),
      date: dated,
    })),
  'small-councils': async db =>
    (await listProjectsOfSmall(db, atMost)).map(project => ({
      ...projectRecord(project),
      meta: [
        project.led_by && `led by ${project.led_by}`,
        `small councils: ${sayNames(project.small)}`,
      ].filter(item => item !== null),
    })),
  'common-problems': async (db, today) =>
    (await listHeldInCommon(db, today, everywhere, atMost)).map(({ title, slug, holders, fixed }) => ({
      title,
      href: problemPath(slug),
      meta: [`${holders} have it`, ...(fixed > 0 ? [`${fixed} fixed it`] : [])],
      date: null,
    })),
  'offers-to-share': (db, today) => offering(db, today, ['share']),
  'offers-to-join': (db, today) => offering(db, today, ['test', 'co-fund', 'lead']),
  'open-calls': async (db, today) =>
    (await listOpenCalls(db, today, atMost)).map(({ title, slug, ends_on, joining }) => ({
      title,
      href: opportunityPath(slug),
      meta: [`${countOf(joining, 'organisation')} would join`, `open until ${formatDate(ends_on)}`],
      date: null,
    })),
  'contract-windows': async (db, today) =>
    (await listWindowsAhead(db, today)).slice(0, atMost).map(({ matter, firstEnd, contracts }) => ({
      title: matter.name,
      href: windowPath(matter.slug, firstEnd),
      meta: [countOf(contracts, 'contract'), `the first ends on ${formatDate(firstEnd)}`],
      date: null,
    })),
  'stopped-work': async db =>
    (await listStoppedProjects(db, atMost)).map(({ title, slug, led_by, reason, dated }) => ({
      title,
      href: projectPath(slug),
      meta: [led_by, shortened(reason)].filter(item => item !== null),
      date: dated,
    })),
  'open-work': async db =>
    (await listOpenProjects(db, atMost)).map(({ title, slug, led_by, updates, last }) => ({
      title,
      href: projectPath(slug),
      meta: [led_by, countOf(updates, 'update'), `the last on ${formatDate(last)}`].filter(
        item => item !== null,
      ),
      date: null,
    })),
  'became-more': async db => (await listTakenUp(db, everywhere, atMost)).map(takenUpRecord),
  'taken-up': async db => (await listTakenUpByOthers(db, atMost)).map(takenUpRecord),
}

export type ExampleList = { show: Show; records: ListedRecord[] }

/** The lists that stand below a guide, as they are today. */
export const loadExamples = (db: Db, today: string, shows: Show[]): Promise<ExampleList[]> =>
  Promise.all(shows.map(async show => ({ show, records: await loads[show](db, today) })))
