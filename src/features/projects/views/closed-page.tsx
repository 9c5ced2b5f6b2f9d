import type { ComponentChildren } from 'preact'
import { type Hidden, WithheldNotice } from '#features/moderation/index.ts'
import { PublishedBody } from '#features/related-work/index.ts'
import { formatDate } from '#ui/date.ts'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'
import type { Project } from '../page-queries.ts'
import { Paragraphs } from './paragraphs.tsx'

/** In place of a project that was taken down: the address stays, and says so. */
export const WithheldPage = ({ hidden }: { hidden: Hidden }) => (
  <Row>
    <Column share="two-thirds">
      <span class="govuk-caption-l">Project</span>
      <h1 class="govuk-heading-l">This project is withheld</h1>
      <WithheldNotice {...hidden} />
      <Elsewhere />
    </Column>
  </Row>
)

/** In place of a project that its organisation withdrew. */
export const WithdrawnPage = ({ project, aside }: { project: Project; aside: ComponentChildren[] }) => (
  <Row>
    <Column share="two-thirds">
      <span class="govuk-caption-l">Project, withdrawn</span>
      <h1 class="govuk-heading-l">{project.title}</h1>
      <p class="govuk-body">
        {project.organisation && <PublishedBody body={project.organisation} />} withdrew this project
        {project.withdrawn_on && ` on ${formatDate(project.withdrawn_on)}`}.
      </p>
      {project.withdrawal_reason && <Paragraphs text={project.withdrawal_reason} />}
      <Elsewhere />
    </Column>
    <Column share="one-third">{aside}</Column>
  </Row>
)

const Elsewhere = () => (
  <p class="govuk-body">
    <Link href="/projects">Look at the other projects</Link>, or <Link href="/">check</Link> who works on the
    same problem.
  </p>
)
