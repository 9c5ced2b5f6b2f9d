import { type ColumnField, columnFields } from './column-names.ts'

/** What a column says, as a person chooses it. */
const labels: Record<ColumnField, string> = {
  title: 'Title of the contract',
  description: 'What it is for',
  reference: 'Reference or contract number',
  supplier: 'Supplier',
  company: 'Supplier’s company number',
  starts: 'First day',
  ends: 'Last day, or “ongoing”',
  length: 'How long it runs',
  extension: 'Extension',
  extendsTo: 'Last day with every extension',
  value: 'Value of the whole contract',
  annualValue: 'Value of a year',
  cpv: 'CPV code',
  procedure: 'How it was bought',
  category: 'Category',
  department: 'Department or service',
  buyer: 'Council or body that buys',
  url: 'Web address of the contract',
  statedOn: 'When the line was last updated',
}

export const fieldChoices = columnFields.map(value => ({ value, label: labels[value] }))

export const isColumnField = (text: string): text is ColumnField => columnFields.includes(text as ColumnField)
