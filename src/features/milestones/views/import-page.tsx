import { linesAtMost } from '#features/plan-reading/index.ts'
import type { PublishedPlan } from '#features/project-plans/index.ts'
import type { FormState } from '#plumbing/form.ts'
import { fieldIn, PostForm } from '#ui/form.tsx'
import { Button } from '#ui/govuk/button.tsx'
import { FileUpload } from '#ui/govuk/file-upload.tsx'
import { Details, InsetText } from '#ui/govuk/text.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { importsPath } from '../brought-file.ts'

/** The plan that a team has elsewhere is brought in: first to look at. */
export const ImportPage = ({ plan, form }: { plan: PublishedPlan; form: FormState }) => (
  <Row>
    <Column share="two-thirds">
      <span class="govuk-caption-l">{plan.said.title}</span>
      <h1 class="govuk-heading-l">Bring in the plan you have</h1>
      <p class="govuk-body">
        Go on planning where you do. Bring the file again when it has changed: milestones are known by their
        own number there, so that nothing comes twice.
      </p>
      <PostForm action={importsPath(plan.slug)} label="The file" hasFile>
        <FileUpload
          name="file"
          label="The file"
          labelClass="govuk-label--m"
          hint={`${form.errors.length > 0 ? 'Choose the file again: the browser has not kept it. ' : ''}CSV, Excel (.xlsx), a Trello board or GitHub milestones and issues (.json). Up to 10 MB and ${linesAtMost} items.`}
          accept=".csv,.xlsx,.json,.txt,text/csv,application/json"
          error={fieldIn(form, 'file').error}
        />
        <Details summary="Where to get the file">
          <p class="govuk-body">
            <strong>A spreadsheet.</strong> One line for each milestone, under headings such as “Milestone”,
            “Due date” and “Status”. The exports of Planner and Project will do. A column with a number of its
            own, such as “ID”, lets a milestone change its title.
          </p>
          <p class="govuk-body">
            <strong>Trello.</strong> In the menu of the board: Print, export and share, then Export as JSON.
          </p>
          <p class="govuk-body">
            <strong>GitHub.</strong> What <code>gh api repos/OWNER/NAME/milestones?state=all</code> answers,
            kept as a file; or the same with <code>issues</code>.
          </p>
        </Details>
        <Details summary="What is not read">
          <p class="govuk-body">
            Of cards and issues only the title, the state and the days are read. Names, e-mail addresses and
            numbers of people, comments, descriptions and attachments are not. Addresses and mentions of
            people in titles are left out. Archived cards and pull requests are left out too.
          </p>
        </Details>
        <InsetText>Nothing goes in yet. You see first what it would change.</InsetText>
        <Button preventDoubleClick>Look at what it says</Button>
      </PostForm>
    </Column>
  </Row>
)
