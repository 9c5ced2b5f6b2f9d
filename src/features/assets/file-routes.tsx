import { z } from 'zod'
import { fileAtMost, readPubliccode } from '#features/publiccode-reading/index.ts'
import { speakers } from '#plumbing/actor.ts'
import { asFailure } from '#plumbing/failures.ts'
import { type FormState, freshForm, refuseForm } from '#plumbing/form.ts'
import { page, redirect } from '#plumbing/http/answer.ts'
import { get, post, type Route } from '#plumbing/http/route.ts'
import { BackLink } from '#ui/govuk/way.tsx'
import { assetPath, assetsPath, filesPath } from './asset.ts'
import { readFileOf } from './brought-file.ts'
import { dropFile, startFile, takeInFile } from './file-actions.ts'
import { findOfRepository } from './queries.ts'
import { findFile } from './stored-files.ts'
import { FilePage } from './views/file-page.tsx'
import { UploadPage } from './views/upload-page.tsx'
import { forSuppliers, isOfSupplier } from './writing-routes.tsx'

const perMinute = 12
const params = z.object({ id: z.guid() })
const way = <BackLink href={assetsPath}>Back to things to reuse</BackLink>

const uploadPage = (organisation: string, form: FormState) =>
  page({
    title: 'Bring a publiccode.yml',
    unlisted: true,
    errors: form.errors,
    way,
    content: <UploadPage organisation={organisation} form={form} />,
  })

export const fileRoutes: Route[] = [
  get(
    `${filesPath}/new`,
    { access: speakers, examples: [`${filesPath}/new`] },
    async ({ db, site, actor }) =>
      (await isOfSupplier(db, actor))
        ? forSuppliers(site, actor, 200)
        : uploadPage(actor.actingFor.name, freshForm()),
  ),

  post(
    filesPath,
    {
      access: speakers,
      perMinute,
      form: z.object({}),
      upload: { field: 'file', bytes: fileAtMost },
    },
    async ({ db, site, clock, actor, form, upload: file }) => {
      if (await isOfSupplier(db, actor)) return forSuppliers(site, actor, 403)
      const again = (message: string) =>
        uploadPage(actor.actingFor.name, refuseForm(form.typed, 'file', message))
      if (!file) return again('Choose the file')
      const read = readFileOf(readPubliccode(file.bytes))
      try {
        const id = await startFile(db, clock, actor, { fileName: file.name, read })
        return redirect(`${filesPath}/${id}`)
      } catch (error) {
        const known = asFailure(error)
        if (known?.kind !== 'invalid') throw error
        return again(known.message)
      }
    },
  ),

  get(
    `${filesPath}/:id`,
    { access: speakers, params, examples: [`${filesPath}/019aa000-0000-7000-8000-000000000000`] },
    async ({ db, actor, params }) => {
      const file = await findFile(db, actor.actingFor.id, params.id)
      const repository = 'repository' in file.read ? file.read.repository : undefined
      return page({
        title: `What ${file.fileName} says`,
        unlisted: true,
        way,
        content: (
          <FilePage
            file={file}
            organisation={actor.actingFor.name}
            present={repository ? await findOfRepository(db, actor.actingFor.id, repository) : undefined}
          />
        ),
      })
    },
  ),

  post(`${filesPath}/:id/taking-in`, { access: speakers, perMinute, params }, async context => {
    const { db, clock, actor, params } = context
    const { slug } = await takeInFile(db, clock, actor, params.id)
    return redirect(assetPath(slug), { done: 'asset-taken-in' })
  }),

  post(`${filesPath}/:id/removal`, { access: speakers, perMinute, params }, async ({ db, actor, params }) => {
    await dropFile(db, actor, params.id)
    return redirect(assetsPath, { done: 'asset-file-forgotten' })
  }),
]
