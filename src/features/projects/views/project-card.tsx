import { visibilityTags } from '#features/accounts/index.ts'
import { sayPartners } from '#features/related-work/index.ts'
import { ResultRow } from '#ui/result-row.tsx'
import { shortened } from '#ui/shortened.ts'
import type { ListedProject } from '../list-queries.ts'
import { phaseWords, stateWords } from '../project.ts'
import { sayMoney, sayWhen } from './project-words.ts'

export const ProjectCard = ({ project }: { project: ListedProject }) => {
  const { slug, title, organisation, partners, phase, state, funding, excerpt, visibility } = project
  return (
    <ResultRow
      title={title}
      href={`/projects/${slug}`}
      headingLevel={2}
      who={organisation ?? 'Organisation not known'}
      tag={visibilityTags[visibility]}
      meta={[
        sayPartners(partners),
        phase && phaseWords[phase].toLowerCase(),
        sayWhen(project),
        sayMoney(funding),
        stateWords[state].toLowerCase(),
      ]}
    >
      {excerpt && shortened(excerpt)}
    </ResultRow>
  )
}
