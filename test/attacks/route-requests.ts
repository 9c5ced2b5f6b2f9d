import type { InjectOptions } from 'fastify'
import { z } from 'zod'
import type { Route } from '#plumbing/http/route.ts'

type Request = InjectOptions & { url: string }

type Fields = Record<string, z.core.$ZodType>

/** The fields of a shape and their own shapes; what is done to them afterwards does not count. */
export function fieldsIn(shape: z.core.$ZodType | undefined): Fields {
  if (shape instanceof z.ZodObject) return shape.shape
  if (shape instanceof z.ZodPipe) return fieldsIn(shape.in)
  if (shape instanceof z.ZodIntersection) return { ...fieldsIn(shape.def.left), ...fieldsIn(shape.def.right) }
  return {}
}

const fieldsOf = (shape: z.ZodType | undefined): string[] => Object.keys(fieldsIn(shape))

const isReadable = (shape: z.core.$ZodType): boolean => {
  if (shape instanceof z.ZodPipe) return isReadable(shape.in)
  if (shape instanceof z.ZodIntersection) return isReadable(shape.def.left) && isReadable(shape.def.right)
  return shape instanceof z.ZodObject
}

/** Shapes whose fields cannot be told: their routes would escape the attacks. An object may have none, such as a form with a file. */
export const unreadableShapes = ({ query, params, form }: Route): string[] =>
  Object.entries({ query, params, form }).flatMap(([name, shape]) =>
    shape && !isReadable(shape) ? [name] : [],
  )

const exampleOf = ({ path, examples }: Route) => new URL(examples?.[0] ?? path, 'http://pipeline.test')

const asForm = (route: Route, fields: [string, string][]): Request => ({
  method: 'POST',
  url: route.path,
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
  payload: new URLSearchParams(fields).toString(),
})

/** Requests that put a string into every field of the query, of the path and of the form, and where no field is known. */
export function requestsWith(route: Route, text: string): Request[] {
  const requests: Request[] = []
  const { pathname, search } = exampleOf(route)
  if (route.method === 'POST') {
    const filled = Object.fromEntries(fieldsOf(route.form).map(name => [name, 'missed bins again and again']))
    for (const name of [...fieldsOf(route.form), text])
      requests.push(asForm(route, Object.entries({ ...filled, [name]: text })))
    requests.push(
      asForm(
        route,
        fieldsOf(route.form).flatMap((name): [string, string][] => [
          [name, text],
          [name, text],
        ]),
      ),
    )
  } else {
    const asked = (change: (query: URLSearchParams) => void) => {
      const query = new URLSearchParams(search)
      change(query)
      requests.push({ method: 'GET', url: `${pathname}?${query}` })
    }
    for (const name of [...fieldsOf(route.query), text]) asked(query => query.set(name, text))
    asked(query => {
      for (const name of fieldsOf(route.query)) for (const _ of [1, 2]) query.append(name, text)
    })
    const inPath = route.path.replace(/:\w+/g, () => encodeURIComponent(text.toWellFormed()))
    if (inPath !== route.path) requests.push({ method: 'GET', url: inPath })
  }
  return requests
}

/** Asks as somebody new each time, so that no limit on one address stands before what is attacked. */
export const fromElsewhere = (request: InjectOptions, at: number): InjectOptions => ({
  ...request,
  remoteAddress: `10.${(at >> 16) & 255}.${(at >> 8) & 255}.${at & 255}`,
})
