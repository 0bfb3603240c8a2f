import { z } from 'zod'

type Schema = Record<string, unknown>

/** What a validator needs beyond what the format says already; a reader of the document does not. */
function plain(schema: Schema) {
  // More may come in an answer than is promised today.
  if (schema.additionalProperties === false) delete schema.additionalProperties
  if (schema.format !== undefined) delete schema.pattern
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum
}

const read = (io: 'input' | 'output') =>
  z.toJSONSchema(z.globalRegistry, {
    io,
    uri: (id) => `#/components/schemas/${id}`,
    unrepresentable: 'any',
    override: ({ jsonSchema }) => plain(jsonSchema as Schema),
  }).schemas as Record<string, Schema>

/**
 * The schemas of the contract as zod itself writes them, by name. The library that gathers the routes forgets `null`
 * beside a reference (asteasolutions/zod-to-openapi), and a document that promises what is not always there is worse
 * than none.
 * @param asked names of schemas that are sent to us: what may be left out there is not what may be missing in an answer.
 */
export function namedSchemas({
  names,
  asked,
}: {
  names: string[]
  asked: Set<string>
}): Record<string, Schema> {
  const [input, output] = [read('input'), read('output')]
  const found: Record<string, Schema> = {}
  for (const wanted = [...names]; wanted.length;) {
    const name = wanted.pop()!
    const written = (asked.has(name) ? input : output)[name]
    if (!written || name in found) continue
    const { $id: _id, $schema: _schema, id: _name, ...schema } = written
    found[name] = schema
    // A name that stands only within another's is not in the list.
    for (const [, ref] of JSON.stringify(schema).matchAll(/"#\/components\/schemas\/(\w+)"/g))
      wanted.push(ref!)
  }
  return found
}
