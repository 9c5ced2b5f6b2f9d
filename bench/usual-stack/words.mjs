import nunjucks from 'nunjucks'
import { roundName, saidDate } from '#features/projects/funding.ts'
import { phaseWords, sectionHeadings, stateWords } from '#features/projects/project.ts'
import { sayDates, sayMoney, sayState, sayWelcome, sayWhen } from '#features/projects/views/project-words.ts'
import { groupRelatedWork } from '#features/related-work/work.ts'
import { offerLabels, sayingLabels, sizeLabels, urgencyLabels } from '#features/stances/stance.ts'
import { asset } from '#ui/assets.ts'
import { formatDate } from '#ui/date.ts'
import { countOf, formatCount, formatMoney, formatMoneyBand } from '#ui/money.ts'
import { marks } from './search-queries.mjs'

const { costBands } = JSON.parse(process.env.FRAME)
const list = new Intl.ListFormat('en-GB')

const sayPartners = names =>
  names.length > 3 ? `with ${names.length} partners` : names.length > 0 ? `with ${list.format(names)}` : null

const itemsOf = labels => Object.entries(labels).map(([value, text]) => ({ value, text }))

const stanceChoices = {
  says: itemsOf(sayingLabels),
  size: itemsOf(sizeLabels),
  cost: itemsOf(costBands),
  urgency: itemsOf(urgencyLabels),
  offers: itemsOf(offerLabels),
}

/** What templates may call. The words are Pipeline's own, so that both sides say the same. */
export const globals = {
  asset,
  countOf,
  groupRelatedWork,
  phaseWords,
  sectionHeadings,
  stanceChoices,
  stateWords,
}

export const filters = {
  date: formatDate,
  dates: sayDates,
  count: formatCount,
  money: formatMoney,
  when: sayWhen,
  fundingSum: sayMoney,
  partnersLine: sayPartners,
  state: sayState,
  welcome: (project, today) => sayWelcome(today, project),
  budget: ({ budget_min, budget_max, budget_as_published }) =>
    budget_min === null ? (budget_as_published ?? 'Not known') : formatMoneyBand(budget_min, budget_max),
  roundName,
  saidDate,
  excerpt: text => {
    const line = text.replace(/\s+/g, ' ').trim()
    return line.length <= 240 ? line : `${line.slice(0, 240).replace(/\s+\S*$/, '')} …`
  },
  paragraphs: text => text.split(/\n{2,}/),
  withStory: (items, stories) =>
    items.map(item => ({
      ...item,
      conditional: stories[item.value] && { html: String(stories[item.value]) },
    })),
  capitalised: text => text.slice(0, 1).toUpperCase() + text.slice(1),
  marked: text =>
    new nunjucks.runtime.SafeString(
      nunjucks.lib
        .escape(text)
        .replaceAll(marks.start, '<mark class="app-mark">')
        .replaceAll(marks.stop, '</mark>'),
    ),
}
