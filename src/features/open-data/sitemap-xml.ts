import type { SitemapEntry } from '../../navigation.ts'

/** The protocol's own limit for one file. */
const most = 50_000

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** Addresses for search engines, after sitemaps.org 0.9. */
export function sitemapXml(entries: SitemapEntry[], baseUrl: string): string {
  const urls = entries.slice(0, most).map(({ path, changed }) => {
    const lastmod = changed ? `<lastmod>${changed}</lastmod>` : ''
    return `<url><loc>${escaped(baseUrl + path)}</loc>${lastmod}</url>`
  })
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join('\n')}\n</urlset>\n`
}
