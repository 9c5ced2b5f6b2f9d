import { visibilityLabels } from '#features/accounts/index.ts'
import {
  byDay,
  doneOn,
  inPlan,
  isLate,
  type Milestone,
  type MilestoneVersion,
  saidOn,
} from '#features/milestones/index.ts'
import {
  budgetBandLabels,
  type PlanParts,
  type PublishedPlan,
  projectPath,
  takingPart,
  type Update,
  type UpdateWords,
  updatePath,
} from '#features/project-plans/index.ts'
import { phaseWords } from '#features/projects/index.ts'
import { londonDay } from '#ui/date.ts'
import { countOf } from '#ui/money.ts'

/** What a project said of its days, each time that it changed. */
export type SaidDates = Pick<PlanParts, 'phase' | 'starts_on' | 'ends_on' | 'finished_on' | 'stop_reason'> & {
  made_at: Date
}

/** An update with what stands around it. `previous` is the last one of an earlier day, `isLatest` that none came after. */
export type Told = {
  plan: PublishedPlan
  update: Update
  previous: Update | null
  isLatest: boolean
  milestones: Milestone[]
  /** The earliest first. */
  dates: [SaidDates, ...SaidDates[]]
}

type Dated = { title: string; day: string | null }

/** All that a report of one update tells, however it is told. Days are YYYY-MM-DD, addresses whole. */
export type Highlights = {
  project: string
  projectAddress: string
  address: string
  organisation: string
  partners: string[]
  saidBy: string
  /** Who may read it. */
  readers: string
  isPublic: boolean
  since: string | null
  on: string
  phase: string | null
  status: { word: string; because: string | null }
  starts_on: string | null
  ends_on: string | null
  /** The end as it was said at the update before, where it was another. */
  ended_on: string | null
  budget: string | null
  words: UpdateWords
  done: Dated[]
  next: Dated[]
  /** How many more there are to do. */
  more: number
  late: Dated[]
  moved: { title: string; from: string; to: string }[]
}

const nextAtMost = 5

/** The one set of facts of an update, from which everything that is made of it is made. */
export function highlights(told: Told, baseUrl: string): Highlights {
  const { plan, update, previous, dates } = told
  const known = knownBy(update)
  const said = dates.findLast(({ made_at }) => londonDay(made_at) <= known) ?? dates[0]
  const before = previous && knownBy(previous)
  const was = (before && dates.findLast(({ made_at }) => londonDay(made_at) <= before)) || dates[0]
  const standing = standingOf(told, { known, before })
  const moved = was.ends_on !== said.ends_on ? was.ends_on : null
  return {
    project: plan.said.title,
    projectAddress: baseUrl + projectPath(plan.slug),
    address: baseUrl + updatePath(plan.slug, update.id),
    organisation: plan.organisation.name,
    partners: takingPart(plan)
      .filter(({ state }) => state === 'confirmed')
      .map(({ organisation }) => organisation.name),
    saidBy: update.organisation,
    readers: visibilityLabels[plan.said.visibility ?? 'partners'],
    isPublic: plan.said.visibility === 'public' && plan.state === 'published',
    since: previous?.said_on ?? null,
    on: update.said_on,
    phase: said.phase && phaseWords[said.phase],
    status: statusOf(said, { ...standing, endWas: moved, on: update.said_on }),
    starts_on: said.starts_on,
    ends_on: said.ends_on,
    ended_on: moved,
    budget: plan.said.budget && budgetBandLabels[plan.said.budget],
    words: { text: update.text, next: update.next, in_the_way: update.in_the_way, asked: update.asked },
    done: standing.done,
    next: standing.open.slice(0, nextAtMost),
    more: Math.max(0, standing.open.length - nextAtMost),
    late: standing.late,
    moved: standing.moved,
  }
}

/** Up to the end of this day what was said counts: an update may be written a day after the one it is of. */
const knownBy = ({ said_on, written_at }: Update) => {
  const written = londonDay(written_at)
  return written > said_on ? written : said_on
}

type Days = { known: string; before: string | null }

/** How the milestones stood on the day of an update, and what became of them since the one before. */
function standingOf({ milestones, update, previous, isLatest }: Told, { known, before }: Days) {
  const on = update.said_on
  const since = previous?.said_on ?? ''
  const standing = inPlan(milestones)
    .filter(({ versions }) => isLatest || londonDay(versions[0].made_at) <= known)
    .map(milestone => {
      const now = saidOn(milestone, known)
      const day = doneOn(milestone, known)
      return {
        now,
        earlier: before ? saidOn(milestone, before) : milestone.versions[0],
        day,
        ...doneBy(now, day, on),
      }
    })
    .filter(({ now }) => !now.is_removed)
    .toSorted((a, b) => byDay(a.now, b.now))
  const open = standing.filter(({ isDone }) => !isDone)
  return {
    done: standing
      .filter(({ isDone, day }) => isDone && day !== null && day > since)
      .map(({ now, day }) => ({ title: now.title, day })),
    late: open.filter(({ now }) => isLate(now, on)).map(dueOf),
    open: open.filter(({ now }) => !isLate(now, on)).map(dueOf),
    moved: standing.flatMap(({ now, earlier }) =>
      earlier.due_on && now.due_on && now.due_on > earlier.due_on
        ? [{ title: now.title, from: earlier.due_on, to: now.due_on }]
        : [],
    ),
    isDated: standing.some(({ now }) => now.due_on !== null),
  }
}

/** What was done on a day after the update was open on its day. */
const doneBy = (now: MilestoneVersion, day: string | null, on: string) => ({
  isDone: day === null ? now.is_done : day <= on,
})

const dueOf = ({ now }: { now: MilestoneVersion }): Dated => ({ title: now.title, day: now.due_on })

type Standing = Pick<ReturnType<typeof standingOf>, 'late' | 'moved' | 'isDated'> & {
  endWas: string | null
  on: string
}

function statusOf(said: SaidDates, { late, moved, isDated, endWas, on }: Standing): Highlights['status'] {
  if (said.stop_reason !== null) return { word: 'Stopped', because: null }
  if (said.finished_on !== null && said.finished_on <= on) return { word: 'Finished', because: null }
  if (said.ends_on && said.ends_on < on) return { word: 'Late', because: 'its estimated end has passed' }
  if (late.length > 0)
    return {
      word: 'Late',
      because: `${countOf(late.length, 'milestone')} ${late.length === 1 ? 'is past its day' : 'are past their day'}`,
    }
  const isLater = endWas !== null && said.ends_on !== null && said.ends_on > endWas
  if (isLater) return { word: 'Moved', because: 'its estimated end moved to a later day' }
  if (moved.length > 0)
    return { word: 'Moved', because: `${countOf(moved.length, 'milestone')} moved to a later day` }
  return isDated || said.ends_on
    ? { word: 'On its dates', because: null }
    : { word: 'No dates to judge by', because: null }
}
