import type { ImportFormat } from '#plumbing/import.ts'
import { wholeTextOf } from '#plumbing/import-file.ts'
import { slugOf } from '#plumbing/slug.ts'
import { readPipelinePage } from './pipeline-page.ts'
import { nothingSaid, type PublishedProject, pipelineAddress } from './project.ts'
import { takenInAsProjects } from './project-imports.ts'

const inText = /pipeline\.localgov\.digital\/wiki\/(\d+)/
const inFileName = /(?:(?:page|wiki)[-_ ]?|(?:^|\/))(\d+)\.\w+$/i

/** The number of a saved page, from its address in the text or from the name of its file. */
export const pageNumber = (text: string, file: string): string | undefined =>
  inText.exec(text)?.[1] ?? inFileName.exec(file)?.[1]

export const pipelinePages: ImportFormat<PublishedProject> = {
  format: 'pipeline-page',
  describes: 'a saved page of the former Pipeline service, as text',
  async *read(file) {
    const text = await wholeTextOf(file)
    const read = readPipelinePage(text)
    if ('refusal' in read) {
      yield read
      return
    }
    const { page, remarks } = read
    const number = pageNumber(text, file.name)
    const { sections, budget } = page
    yield {
      line: 1,
      row: {
        format: 'pipeline-page',
        key: number ? `pipeline:${number}` : `pipeline:${slugOf(page.title)}`,
        url: number ? pipelineAddress(number) : null,
        facts: {
          ...nothingSaid,
          title: page.title,
          organisation_as_published: page.organisation,
          department: page.department,
          phase: page.phase,
          collaboration_level: page.collaborationLevel,
          budget_as_published: null,
          budget_min: budget?.min ?? null,
          budget_max: budget?.max ?? null,
          starts_on: page.startsOn,
          ends_on: page.endsOn,
          tags: page.tags,
          why: sections.why ?? null,
          problem: sections.problem ?? null,
          users_and_needs: sections.usersAndNeeds ?? null,
          early_market_engagement: sections.marketEngagement ?? null,
          prior_work: sections.priorWork ?? null,
          existing_team: sections.existingTeam ?? null,
          additional_info: sections.additionalInfo ?? null,
          other_sections: page.otherSections,
        },
        updates: page.updates,
        remarks: remarks.map(({ line, remark }) => `line ${line}: ${remark}`),
      },
    }
  },
  ...takenInAsProjects,
}
