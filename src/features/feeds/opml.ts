import { inXml } from './atom.ts'

/** Something that is followed: by its feed, or by its page where it has none. Addresses are whole. */
export type Outline = { title: string; url: string; feed?: string }

const outlineXml = ({ title, url, feed }: Outline) =>
  feed
    ? `<outline type="rss" text="${inXml(title)}" xmlUrl="${inXml(feed)}" htmlUrl="${inXml(url)}"/>`
    : `<outline type="link" text="${inXml(title)}" url="${inXml(url)}"/>`

/** A list of what is followed, for a feed reader (OPML 2.0). */
export const writeOpml = (title: string, outlines: Outline[]): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<opml version="2.0">',
    `<head><title>${inXml(title)}</title></head>`,
    '<body>',
    ...outlines.map(outlineXml),
    '</body>',
    '</opml>',
    '',
  ].join('\n')
