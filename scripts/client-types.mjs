// The types of the client, made from the public document: what the document promises is what the client says.

const PREFIX = '/api/v1'

const HEAD = `// Made from the public document by \`npm run generate\`. Do not edit.
`

const isName = (text) => /^[A-Za-z_$][\w$]*$/.test(text)
const quoted = (text) => `'${text.replace(/\\/g, '\\\\').replace(/'/g, "\\'")}'`
const keyOf = (name) => (isName(name) ? name : quoted(name))
const nameOf = (ref) => ref.split('/').at(-1)

const comment = (text, indent) => {
  if (!text) return ''
  const lines = text.replace(/\*\//g, '* /').trim().split('\n')
  return lines.length === 1
    ? `${indent}/** ${lines[0]} */\n`
    : `${indent}/**\n${lines.map((line) => `${indent} * ${line}`.trimEnd()).join('\n')}\n${indent} */\n`
}

const union = (parts) => {
  const different = [...new Set(parts)]
  return different.length === 1 ? different[0] : different.join(' | ')
}

const OF_KIND = { string: 'string', number: 'number', integer: 'number', boolean: 'boolean', null: 'null' }

/** One object's properties; what need not be there may also be said to be undefined. */
function toObject({ properties = {}, required = [], additionalProperties }, indent) {
  const inner = `${indent}  `
  const lines = Object.entries(properties).map(([name, schema]) => {
    const isThere = required.includes(name)
    const type = toType(schema, inner)
    return `${comment(schema.description, inner)}${inner}${keyOf(name)}${isThere ? '' : '?'}: ${type}${isThere ? '' : ' | undefined'}`
  })
  // Whatever else is there, by any name.
  if (typeof additionalProperties === 'object') lines.unshift(`${inner}[name: string]: unknown`)
  return lines.length ? `{\n${lines.join('\n')}\n${indent}}` : 'Record<string, never>'
}

/** A schema of the document as a TypeScript type. */
export function toType(schema, indent = '') {
  if (schema === undefined || schema === true) return 'unknown'
  if (schema.$ref) return nameOf(schema.$ref)
  if ('const' in schema) return typeof schema.const === 'string' ? quoted(schema.const) : String(schema.const)
  if (schema.enum)
    return union(schema.enum.map((one) => (typeof one === 'string' ? quoted(one) : String(one))))
  const either = schema.anyOf ?? schema.oneOf
  if (either) return union(either.map((one) => toType(one, indent)))
  if (schema.allOf) return schema.allOf.map((one) => toType(one, indent)).join(' & ')
  if (Array.isArray(schema.type)) {
    return union(schema.type.map((type) => toType({ ...schema, type }, indent)))
  }
  if (schema.type === 'array') {
    const item = toType(schema.items, indent)
    return / [|&] /.test(item.replace(/\{[^]*\}/, '')) ? `(${item})[]` : `${item}[]`
  }
  if (schema.type === 'object' || schema.properties) {
    if (schema.properties) return toObject(schema, indent)
    const values = schema.additionalProperties
    return `Record<string, ${toType(typeof values === 'object' && Object.keys(values).length ? values : undefined, indent)}>`
  }
  return OF_KIND[schema.type] ?? 'unknown'
}

const resolve = (document, value) =>
  value.$ref
    ? value.$ref
        .split('/')
        .slice(1)
        .reduce((part, key) => part[key], document)
    : value

const JSON_TYPE = 'application/json'

/** What a path is asked with and answers: parameters of the address and of the query in one object. */
function toGet(document, operation) {
  const parameters = (operation.parameters ?? [])
    .map((one) => resolve(document, one))
    .filter((one) => one.in === 'path' || one.in === 'query')
  const asked = {
    properties: Object.fromEntries(
      parameters.map(({ name, schema, description }) => [name, { ...schema, description }]),
    ),
    required: parameters.filter((one) => one.required).map(({ name }) => name),
  }
  const content = operation.responses[200]?.content ?? {}
  const answer = content[JSON_TYPE] ? toType(content[JSON_TYPE].schema, '    ') : 'string'
  return `{\n    asked: ${toObject(asked, '    ')}\n    answer: ${answer}\n  }`
}

/** The text of src/client/types.ts. */
export function toClientTypes(document) {
  const schemas = Object.entries(document.components.schemas)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, schema]) => `${comment(schema.description, '')}export type ${name} = ${toType(schema)}\n`)
  const gets = Object.entries(document.paths)
    .filter(([, { get }]) => get?.responses[200])
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, { get }]) => {
      const address = path.slice(PREFIX.length)
      return `${comment(get.summary, '  ')}  ${quoted(address)}: ${toGet(document, get)}`
    })
  const paths = `/** Every address that can be read: what it takes, and what it answers. */\nexport type Gets = {\n${gets.join('\n')}\n}\n`
  const page =
    '/** One page of a list. */\nexport type Page<T> = { items: T[]; nextCursor: string | null; total: number }\n'
  return [HEAD, ...schemas, page, paths].join('\n')
}
