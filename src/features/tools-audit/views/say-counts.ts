import { countOf } from '#ui/money.ts'
import type { Counts } from '../tool.ts'

/** "31 organisations can open it, 2 can view only, 4 cannot." */
export const sayCounts = ({ open, view, blocked }: Counts): string =>
  `${countOf(open, 'organisation')} can open it, ${view > 0 ? `${view} can view only, ` : ''}${blocked} cannot.`
