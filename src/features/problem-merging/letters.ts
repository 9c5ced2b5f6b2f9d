import type { Letter } from '#features/mail/index.ts'
import { problemPath } from '#features/problems/index.ts'
import { formatDate } from '#ui/date.ts'
import { days, mergePath } from './merge.ts'

type Titled = { title: string; slug: string | null }

/** What a letter tells: of which proposal, about which problems, to whose people. */
export type MergeNews = { id: string; goes: Titled; stays: Titled; owner: string }

const both = ({ goes, stays }: MergeNews) => `“${goes.title}” and “${stays.title}”`

const whyOwners = ({ owner }: MergeNews) =>
  `You get this because you speak for ${owner}, which owns one of these problems.`

const seeIt = ({ id }: MergeNews) => ({ action: { label: 'See what was said', href: mergePath(id) } })

/** Asks an owner. `until` is 'YYYY-MM-DD'. */
export const proposedLetter = (news: MergeNews, until: string): Letter => ({
  subject: `Are these the same problem? ${news.goes.title}`,
  parts: [
    { paragraph: `A curator finds that ${both(news)} are the same problem, and says why.` },
    {
      paragraph: `If both owners say yes, the first is merged into the second. What organisations said of it and the projects about it are then found there; its own page, words and history stay at their address. It can be undone for ${days} days.`,
    },
    { paragraph: `Nothing happens unless you say so. Answer by ${formatDate(until)}.` },
    { action: { label: 'Look at both, and say yes or no', href: mergePath(news.id) } },
  ],
  why: whyOwners(news),
})

export const refusedLetter = (news: MergeNews): Letter => ({
  subject: `Not merged: ${news.goes.title}`,
  parts: [
    { paragraph: `An owner of one of them said no, and why: ${both(news)} stay as they are.` },
    seeIt(news),
  ],
  why: whyOwners(news),
})

export const takenBackLetter = (news: MergeNews): Letter => ({
  subject: `No answer needed: ${news.goes.title}`,
  parts: [
    { paragraph: `A curator took back the proposal to merge ${both(news)}. They stay as they are.` },
    seeIt(news),
  ],
  why: whyOwners(news),
})

export const mergedLetter = (news: MergeNews): Letter => ({
  subject: `Merged: ${news.goes.title}`,
  parts: [
    {
      paragraph: `Both owners said yes: “${news.goes.title}” is merged into “${news.stays.title}”. Old addresses still work.`,
    },
    { action: { label: 'See the problem that stands for both', href: problemPath(news.stays.slug!) } },
    { paragraph: `For ${days} days you can undo it where it was proposed.` },
    seeIt(news),
  ],
  why: whyOwners(news),
})

export const undoneLetter = (news: MergeNews): Letter => ({
  subject: `Merge undone: ${news.goes.title}`,
  parts: [
    {
      paragraph: `${both(news)} stand for themselves again. What was written since the merge stays where it was written.`,
    },
    seeIt(news),
  ],
  why: whyOwners(news),
})

const whyProposer = 'You get this because you proposed it as a curator of Pipeline.'

/** Tells the curator who proposed it. */
export const endedLetter = (what: 'refused' | 'expired', news: Omit<MergeNews, 'owner'>): Letter => ({
  subject:
    what === 'refused' ? `An owner said no: ${news.goes.title}` : `Not answered in time: ${news.goes.title}`,
  parts: [
    {
      paragraph:
        what === 'refused'
          ? `“${news.goes.title}” and “${news.stays.title}” stay as they are. The reason is told on the page of your proposal.`
          : `Not both owners answered within ${days} days, so “${news.goes.title}” and “${news.stays.title}” stay as they are.`,
    },
    { action: { label: 'See what was said', href: mergePath(news.id) } },
  ],
  why: whyProposer,
})
