import { organisationPath } from '#features/organisations/index.ts'
import { Breadcrumbs } from '#ui/govuk/way.tsx'
import { importsPath } from '../brought-file.ts'
import { contractsPath } from '../contract.ts'

type Props = { name: string; slug: string }

const itemsOf = ({ name, slug }: Props) => [
  { label: name, href: organisationPath(slug) },
  { label: 'Contracts', href: contractsPath(slug) },
]

/** From a page about an organisation's contracts back to them. */
export const ContractsWay = (props: Props) => <Breadcrumbs items={itemsOf(props)} />

/** From a file of an organisation back to its files. */
export const FilesWay = (props: Props) => (
  <Breadcrumbs items={[...itemsOf(props), { label: 'Files', href: importsPath(props.slug) }]} />
)
