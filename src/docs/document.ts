import { EXAMPLES } from '../contract/examples.ts'
import { PROBLEMS } from '../contract/index.ts'
import { PROBLEM_WORDS } from '../platform/messages.ts'
import { type ApiDocument, CODES, completeDocument } from '../platform/openapi.ts'
import { settings } from '../platform/settings.ts'
import { namedSchemas } from './schemas.ts'

/** What a group of routes is for. A route whose group is not here has no place in the page. */
const TAGS = [
  { name: 'Reading', description: 'Articles, events, quotes, people, organizations, tags and pictures.' },
  { name: 'Events', description: 'Calendars to subscribe to, and of one event.' },
  { name: 'Feeds', description: 'The latest articles and comments as RSS, Atom and JSON Feed.' },
  { name: 'Preview', description: 'Drafts, for whom the panel has given a token.' },
  { name: 'Comments', description: 'Threads, and what readers do with their own comments.' },
  { name: 'Privacy', description: 'What readers ask about what is kept of them.' },
  { name: 'Description', description: 'This document, and the page of it.' },
]

const problemTable = CODES.map((code) => `| \`${code}\` | ${PROBLEMS[code]} | ${PROBLEM_WORDS[code].en} |`)

const DESCRIPTION = `Anonymous and without cookies. JSON in UTF-8, times in UTC, ids opaque, slugs stable.

**Languages.** \`locale\` asks for one, else \`Accept-Language\`, else the first of the site. An answer names the language it really has.

**Lists** come in pages: \`nextCursor\` goes back as \`cursor\`, with everything else alike.

**Comments** are written without an account. The \`manageToken\` of the receipt is the only key to one's own comment.

**Errors** are \`application/problem+json\` (RFC 9457). \`code\` keeps its meaning; \`detail\` is for people, in the language asked for.

| Code | Status | Meaning |
| --- | --- | --- |
${problemTable.join('\n')}`

/** The names of the schemas that requests bring. */
const askedIn = ({ paths }: ApiDocument) =>
  new Set(
    Object.values(paths)
      .flatMap((methods) => Object.values(methods))
      .flatMap(({ requestBody }) => Object.values(requestBody?.content ?? {}))
      .flatMap(({ schema }) => schema?.$ref?.split('/').at(-1) ?? []),
  )

/** What makes the bare document; the app of all routes is one. */
export type Described = { getOpenAPI31Document: (head: never) => object }

/** The document of the public door: what its routes say, and what is true for all of them. */
export function createDocument(api: Described): ApiDocument {
  const bare = api.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Ovoz public API',
      version: '1',
      description: DESCRIPTION,
      license: { name: 'MIT', url: 'https://opensource.org/license/mit' },
    },
    servers: [{ url: settings.PUBLIC_URL }],
    tags: TAGS,
  } as never)
  const document = completeDocument(bare as ApiDocument, { examples: EXAMPLES })
  const schemas = document.components.schemas ?? {}
  const named = namedSchemas({ names: Object.keys(schemas), asked: askedIn(document) })
  return { ...document, components: { ...document.components, schemas: { ...schemas, ...named } } }
}
