import { Breadcrumbs } from '#ui/govuk/way.tsx'
import type { Tool } from '../queries.ts'
import { toolPath } from '../tool.ts'

/** The way back from a page about a tool, or about tools. */
export const ToolWay = ({ tool }: { tool?: Pick<Tool, 'name' | 'slug'> }) => (
  <Breadcrumbs
    items={[
      { label: 'Tools', href: '/tools' },
      ...(tool ? [{ label: tool.name, href: toolPath(tool.slug) }] : []),
    ]}
  />
)
