import type { ComponentChildren } from 'preact'
import { type Attributes, classes, type Maybe } from './attributes.ts'

interface CellProps {
  content?: ComponentChildren
  format?: 'numeric'
  class?: string
  colspan?: number
  rowspan?: number
  attributes?: Attributes
}

/** What stands in a cell: words, or words with their format. */
export type Cell = string | number | CellProps

export interface TableProps extends Attributes {
  caption?: string
  captionClass?: string
  head?: Cell[]
  rows: Maybe<Cell[]>[]
  firstCellIsHeader?: boolean
}

const propsOf = (cell: Cell): CellProps => (typeof cell === 'object' ? cell : { content: cell })

const Header = ({ cell, scope }: { cell: CellProps; scope: 'col' | 'row' }) => (
  <th
    scope={scope}
    class={classes(
      'govuk-table__header',
      scope === 'col' && cell.format && `govuk-table__header--${cell.format}`,
      cell.class,
    )}
    colspan={cell.colspan}
    rowspan={cell.rowspan}
    {...cell.attributes}
  >
    {cell.content}
  </th>
)

const Plain = ({ cell }: { cell: CellProps }) => (
  <td
    class={classes('govuk-table__cell', cell.format && `govuk-table__cell--${cell.format}`, cell.class)}
    colspan={cell.colspan}
    rowspan={cell.rowspan}
    {...cell.attributes}
  >
    {cell.content}
  </td>
)

export const Table = (props: TableProps) => {
  const { caption, captionClass, head, rows, firstCellIsHeader, class: extra, ...rest } = props
  return (
    <table class={classes('govuk-table', extra)} {...rest}>
      {caption && <caption class={classes('govuk-table__caption', captionClass)}>{caption}</caption>}
      {head && (
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            {head.map(cell => (
              <Header cell={propsOf(cell)} scope="col" />
            ))}
          </tr>
        </thead>
      )}
      <tbody class="govuk-table__body">
        {rows.map(
          row =>
            row && (
              <tr class="govuk-table__row">
                {row.map((cell, index) =>
                  firstCellIsHeader && index === 0 ? (
                    <Header cell={propsOf(cell)} scope="row" />
                  ) : (
                    <Plain cell={propsOf(cell)} />
                  ),
                )}
              </tr>
            ),
        )}
      </tbody>
    </table>
  )
}
