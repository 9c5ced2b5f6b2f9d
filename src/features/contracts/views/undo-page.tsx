import { PostForm } from '#ui/form.tsx'
import { Button } from '#ui/govuk/button.tsx'
import { WarningText } from '#ui/govuk/text.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'
import { countOf } from '#ui/money.ts'
import { importPath } from '../brought-file.ts'
import type { FoundImport } from '../import-queries.ts'

export type UndoPageProps = { name: string; slug: string; found: FoundImport; statements: number }

/** Asks before a whole file is undone. */
export const UndoPage = ({ name, slug, found, statements }: UndoPageProps) => {
  const path = importPath(slug, found.id)
  return (
    <Row>
      <Column share="two-thirds">
        <span class="govuk-caption-l">{name}</span>
        <h1 class="govuk-heading-l">Undo {found.sourceName}?</h1>
        <p class="govuk-body">
          All that {found.fileName} said of {countOf(statements, 'contract')} goes. A contract of which
          another source or {name} itself said something shows that again; one of which nothing else was said
          goes, and so do suppliers’ pages that this file alone had brought.
        </p>
        <WarningText>Links to contracts that go will lead nowhere.</WarningText>
        <PostForm action={`${path}/undoing`} label="Undo it">
          <input type="hidden" name="sure" value="yes" />
          <Button class="govuk-button--warning" preventDoubleClick>
            Undo all of it
          </Button>
        </PostForm>
        <p class="govuk-body">
          <Link href={path}>No, leave it as it is</Link>
        </p>
      </Column>
    </Row>
  )
}
