import type { z } from 'zod'

import type { Locale } from '../contract/index.ts'
import { word } from './messages.ts'
import { Refusal } from './problem.ts'

/** Names that lead into a value, such as `body.html`. */
type Path = string[]

const under = (schema: z.ZodType): z.ZodType => {
  const { def } = schema as unknown as { def: { type: string; innerType?: z.ZodType; element?: z.ZodType } }
  const inner = def.innerType ?? (def.type === 'array' ? def.element : undefined)
  return inner ? under(inner) : schema
}

/** Whether a path leads to something the contract promises. What lies in a record is not promised by name. */
function leadsSomewhere(schema: z.ZodType, path: Path): boolean {
  const [name, ...rest] = path
  if (name === undefined) return true
  const { shape } = under(schema) as z.ZodType & { shape?: Record<string, z.ZodType> }
  const next = shape?.[name]
  return next !== undefined && Object.hasOwn(shape!, name) && leadsSomewhere(next, rest)
}

/**
 * What `?fields=title,body.html` asks for.
 * @throws Refusal `invalid` that names what the answer does not have.
 */
export function readFields({
  fields,
  schema,
  locale,
}: {
  fields: string | undefined
  schema: z.ZodType
  locale: Locale
}): Path[] | null {
  if (fields === undefined) return null
  const names = fields.split(',').map((name) => name.trim())
  const unknown = names.filter((name) => !name || !leadsSomewhere(schema, name.split('.')))
  if (unknown.length) {
    const message = word('bad-fields', locale, { names: unknown.join(', ') })
    throw new Refusal('invalid', { errors: [{ field: 'fields', code: 'invalid', message }] })
  }
  return names.map((name) => name.split('.'))
}

/** A value with nothing in it but what the paths lead to. Lists keep their length and order. */
export function project(value: unknown, paths: Path[]): unknown {
  if (paths.some((path) => path.length === 0)) return value
  if (Array.isArray(value)) return value.map((one) => project(one, paths))
  if (typeof value !== 'object' || value === null) return value
  const below = new Map<string, Path[]>()
  for (const [name, ...rest] of paths) below.set(name!, [...(below.get(name!) ?? []), rest])
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, one]) => {
      const rest = below.get(name)
      return rest ? [[name, project(one, rest)]] : []
    }),
  )
}
