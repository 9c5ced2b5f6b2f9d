/** The values of a field that may stand several times in an address. */
export const several = value => [value ?? []].flat().filter(text => typeof text === 'string' && text !== '')

export const pageNumber = value => Math.max(1, Number.parseInt(value, 10) || 1)

/** The same address with some fields changed; undefined leaves one out. */
export function withFields(request, fields) {
  const url = new URL(request.originalUrl, 'http://localhost')
  for (const [name, value] of Object.entries(fields)) {
    url.searchParams.delete(name)
    if (value !== undefined) url.searchParams.set(name, value)
  }
  return url.pathname + url.search
}

/** What govukPagination needs. */
export function paginationOf(request, page, pages) {
  const link = number => ({ href: withFields(request, { page: String(number) }) })
  const near = [1, page - 1, page, page + 1, pages].filter(number => number >= 1 && number <= pages)
  const items = [...new Set(near)].flatMap((number, at, all) => [
    ...(at > 0 && number - all[at - 1] > 1 ? [{ ellipsis: true }] : []),
    { number, current: number === page, ...link(number) },
  ])
  return {
    items,
    previous: page > 1 ? link(page - 1) : undefined,
    next: page < pages ? link(page + 1) : undefined,
  }
}
