/** Takes away the indentation that a template has here. */
const text = (parts, ...values) =>
  String.raw({ raw: parts }, ...values)
    .replace(/^ {4}/gm, '')
    .trimStart()

/** A running slice: path → text. `names` are the same word in every form that code and people need. */
export const slice = ({ name, thing, type, list, path, table, one, many, title, number }) => ({
  'feature.ts': text`
    import { defineFeature } from '#plumbing/feature.ts'
    import { listDocuments } from './queries.ts'
    import { routes } from './routes.tsx'

    /** Says in one line what people can do here. */
    export default defineFeature({
      name: '${name}',
      dependsOn: [],
      routes,
      activities: ['${thing}.added'],
      navigation: [{ label: '${title}', href: '/${name}', order: 90 }],
      searchable: [{ kind: '${thing}', label: { one: '${one}', many: '${many}' }, documents: listDocuments }],
    })
    `,
  'index.ts': text`
    export { type ${type}, ${path} } from './${thing}.ts'
    `,
  [`migrations/${number}-${name}.sql`]: text`
    create table ${table} (
      id uuid primary key,
      slug text not null unique,
      title text not null,
      summary text not null,
      created_at timestamptz not null
    );
    create index ${table}_newest on ${table} (id desc);
    `,
  [`${thing}.ts`]: text`
    import { failure } from '#plumbing/failures.ts'

    export type ${type} = { id: string; slug: string; title: string; summary: string }
    export type ${type}Draft = Pick<${type}, 'title' | 'summary'>

    export const ${path} = (slug: string) => \`/${name}/\${slug}\`

    /** The draft as it is kept; refuses a title that people could not tell from others. */
    export function checkedDraft({ title, summary }: ${type}Draft): ${type}Draft {
      const words = title.trim()
      if (words.length < 3 || words.length > 120) throw failure('invalid', 'Give a title of 3 to 120 characters.')
      return { title: words, summary: summary.trim() }
    }
    `,
  'queries.ts': text`
    import type { Insertable } from 'kysely'
    import type { Db } from '#plumbing/database/database.ts'
    import { failure } from '#plumbing/failures.ts'
    import type { ${type}Table } from './tables.ts'
    import { type ${type}, ${path} } from './${thing}.ts'

    const shown = (db: Db) => db.selectFrom('${table}').select(['id', 'slug', 'title', 'summary'])

    const atOnce = 20

    /** A page of them, newest first, below the id \`after\`; \`next\` is where the next page begins. */
    export async function list${list}(db: Db, after?: string): Promise<{ rows: ${type}[]; next?: string }> {
      const rows = await shown(db)
        .$if(after !== undefined, query => query.where('id', '<', after!))
        .orderBy('id', 'desc')
        .limit(atOnce + 1)
        .execute()
      const page = rows.slice(0, atOnce)
      return { rows: page, next: rows.length > atOnce ? page.at(-1)?.id : undefined }
    }

    export async function count${list}(db: Db): Promise<number> {
      const { n } = await db
        .selectFrom('${table}')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .executeTakeFirstOrThrow()
      return n
    }

    export async function find${type}(db: Db, slug: string): Promise<${type}> {
      const found = await shown(db).where('slug', '=', slug).executeTakeFirst()
      if (!found) throw failure('absent', 'There is no such ${one}.')
      return found
    }

    export const insert${type} = (trx: Db, row: Insertable<${type}Table>) =>
      trx.insertInto('${table}').values(row).execute()

    /** What the search finds and shows of them. */
    export async function listDocuments(db: Db, ids: string[]) {
      const rows = await shown(db).where('id', 'in', ids).execute()
      return rows.map(({ id, slug, title, summary }) => ({
        id,
        url: ${path}(slug),
        title,
        summary,
        text: '',
        date: null,
        facets: {},
        meta: [],
      }))
    }
    `,
  'actions.ts': text`
    import { recordActivity } from '#plumbing/activity.ts'
    import type { Actor } from '#plumbing/actor.ts'
    import type { Clock } from '#plumbing/clock.ts'
    import type { Db } from '#plumbing/database/database.ts'
    import { newId } from '#plumbing/id.ts'
    import { slugOf } from '#plumbing/slug.ts'
    import { insert${type} } from './queries.ts'
    import { checkedDraft, type ${type}, type ${type}Draft } from './${thing}.ts'

    declare module '#plumbing/activity.ts' {
      interface ActivityKinds {
        '${thing}.added': { title: string }
      }
    }

    /** Rule, write and record, in one transaction. */
    export async function add${type}(db: Db, clock: Clock, actor: Actor, draft: ${type}Draft): Promise<${type}> {
      const { title, summary } = checkedDraft(draft)
      const id = newId()
      const added = { id, slug: \`\${slugOf(title)}-\${id.slice(-6)}\`, title, summary }
      await db.transaction().execute(async trx => {
        await insert${type}(trx, { ...added, created_at: clock.now() })
        await recordActivity(trx, clock, {
          kind: '${thing}.added',
          subject: { kind: '${thing}', id },
          actor,
          detail: { title },
        })
      })
      return added
    }
    `,
  'routes.tsx': text`
    import { z } from 'zod'
    import { anyone } from '#plumbing/actor.ts'
    import { page } from '#plumbing/http/answer.ts'
    import { get, type Route } from '#plumbing/http/route.ts'
    import { count${list}, find${type}, list${list} } from './queries.ts'
    import { ${type}ListPage } from './views/${thing}-list-page.tsx'
    import { ${type}Page } from './views/${thing}-page.tsx'

    const access = anyone

    export const routes: Route[] = [
      get(
        '/${name}',
        { access, examples: ['/${name}'], query: z.object({ after: z.uuid().optional() }) },
        async ({ db, query }) => {
          const { rows, next } = await list${list}(db, query.after)
          return page({ title: '${title}', content: <${type}ListPage rows={rows} next={next} count={await count${list}(db)} /> })
        },
      ),

      get('/${name}/:slug', { access, params: z.object({ slug: z.string().max(120) }) }, async ({ db, params }) => {
        const found = await find${type}(db, params.slug)
        return page({ title: found.title, description: found.summary, content: <${type}Page {...found} /> })
      }),
    ]
    `,
  [`views/${thing}-list-page.tsx`]: text`
    import { Pagination } from '#ui/govuk/pagination.tsx'
    import { ResultRow } from '#ui/result-row.tsx'
    import { EmptyState } from '#ui/section.tsx'
    import { type ${type}, ${path} } from '../${thing}.ts'

    export const ${type}ListPage = ({ rows, next, count }: { rows: ${type}[]; next?: string; count: number }) => (
      <>
        <h1 class="govuk-heading-xl">{count === 1 ? '1 ${one}' : \`\${count} ${many}\`}</h1>
        {rows.map(({ slug, title, summary }) => (
          <ResultRow headingLevel={2} title={title} href={${path}(slug)}>
            {summary}
          </ResultRow>
        ))}
        {count === 0 && <EmptyState title="There are no ${many} yet">Look again later.</EmptyState>}
        {next && <Pagination next={{ href: \`/${name}?after=\${next}\` }} />}
      </>
    )
    `,
  [`views/${thing}-page.tsx`]: text`
    import type { ${type} } from '../${thing}.ts'

    export const ${type}Page = ({ title, summary }: ${type}) => (
      <>
        <h1 class="govuk-heading-xl">{title}</h1>
        <p class="govuk-body-l">{summary}</p>
      </>
    )
    `,
  [`${name}.test.ts`]: text`
    import { expect, test } from 'vitest'
    import { operator } from '#plumbing/actor.ts'
    import { testApp } from '#test/support.ts'
    import { add${type} } from './actions.ts'

    test('what is added has a page, and stands in the list and the search', async () => {
      const { db, clock, get, drain } = await testApp()
      expect((await get('/${name}')).body).toContain('There are no ${many} yet')
      const { slug } = await add${type}(db, clock, operator, { title: 'Missed bins & <b>crews</b>', summary: 'For all' })
      await drain()
      expect((await get(\`/${name}/\${slug}\`)).body).toContain('Missed bins &amp; &lt;b>crews')
      expect((await get('/${name}')).body).toContain(\`href="/${name}/\${slug}"\`)
      expect((await get('/search?q=missed+bins&kind=${thing}')).body).toContain(\`href="/${name}/\${slug}"\`)
    })

    test('a title that says nothing is refused, and nothing is kept', async () => {
      const { db, clock, get } = await testApp()
      await expect(add${type}(db, clock, operator, { title: ' a ', summary: '' })).rejects.toThrow('3 to 120')
      expect((await get('/${name}')).body).toContain('There are no ${many} yet')
    })

    test('one that does not exist is a page that says so', async () => {
      const { get } = await testApp()
      expect((await get('/${name}/no-such-thing')).statusCode).toBe(404)
    })
    `,
})
