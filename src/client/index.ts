import type {
  Comment,
  Edit,
  FieldError,
  Gets,
  Locale,
  OwnComment,
  Page,
  Problem,
  Receipt,
  Submission,
  Thread,
} from './types.ts'

export type * from './types.ts'

/** What every call takes. */
export type CallOptions = {
  /** Ends the call; the promise is then rejected with the reason of the signal. */
  signal?: AbortSignal | undefined
}

export type ClientOptions = {
  /** Where Ovoz answers, such as `https://cms.example.org`. */
  url: string
  /** The language to ask for where a call names none. */
  locale?: Locale | undefined
  /** Used instead of the global `fetch`: for a cache, a trace, a test. */
  fetch?: typeof globalThis.fetch | undefined
  /** Sent with every call. */
  headers?: Record<string, string> | undefined
}

/** An address that can be read: those of the document, without `/api/v1`. */
export type Path = keyof Gets
/** What may be asked of an address: its own parameters and those of its query, by name. */
export type Asked<P extends Path> = Gets[P]['asked']
export type Answer<P extends Path> = Gets[P]['answer']

type ListPath = { [P in Path]: Answer<P> extends Page<unknown> ? P : never }[Path]
type SlugPath = { [P in Path]: Asked<P> extends { slug: string } ? P : never }[Path]
type IdPath = { [P in Path]: Asked<P> extends { id: string } ? P : never }[Path]
type ItemOf<P extends ListPath> = Answer<P> extends Page<infer Item> ? Item : never
type InLanguage = { locale?: Locale | undefined }

/** A refusal of the API, or an answer that is not its own (then `code` is `unknown`). */
export class OvozError extends Error {
  override name = 'OvozError'
  /** Stable; see the table of codes in the document. */
  readonly code: Problem['code'] | 'unknown'
  readonly status: number
  /** What is wrong with each field, where it was the values. */
  readonly errors: FieldError[]
  /** Names the request in the log of the server. */
  readonly traceId: string | null
  /** Seconds until it is worth coming back, where the server says so. */
  readonly retryAfter: number | null

  constructor(response: Response, problem: Partial<Problem> | null) {
    super(problem?.detail ?? `The server answered ${response.status}.`)
    const seconds = Number(response.headers.get('Retry-After') ?? NaN)
    this.code = problem?.code ?? 'unknown'
    this.status = response.status
    this.errors = problem?.errors ?? []
    this.traceId = problem?.traceId ?? response.headers.get('X-Trace-Id')
    this.retryAfter = Number.isFinite(seconds) ? seconds : null
  }
}

const isJson = (response: Response) => /\bjson\b/.test(response.headers.get('Content-Type') ?? '')

type Call = CallOptions & { method?: string; headers?: Record<string, string>; body?: unknown }

/** How calls are made and read; all that the API answers goes through here. */
function openCalls({ url, locale, fetch = globalThis.fetch, headers = {} }: ClientOptions) {
  const base = `${url.replace(/\/+$/, '')}/api/v1`

  async function call(path: string, { method = 'GET', headers: own, body, signal }: Call): Promise<unknown> {
    const response = await fetch(`${base}${path}`, {
      method,
      headers: {
        ...headers,
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
        ...own,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      ...(signal && { signal }),
    })
    if (!response.ok) {
      const problem: unknown = isJson(response) ? await response.json().catch(() => null) : null
      throw new OvozError(response, problem as Partial<Problem> | null)
    }
    if (response.status === 204) return undefined
    return isJson(response) ? response.json() : response.text()
  }

  /** Puts what is asked for into the address: into its `{names}` what they name, the rest behind it. */
  function addressOf(path: string, asked: Record<string, unknown>): string {
    const query = new URLSearchParams()
    const rest = { locale, ...asked }
    const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = asked[name]
      delete (rest as Record<string, unknown>)[name]
      return encodeURIComponent(String(value))
    })
    for (const [name, value] of Object.entries(rest))
      if (value !== undefined && value !== null) query.set(name, String(value))
    const text = query.toString()
    return text ? `${filled}?${text}` : filled
  }

  /** Reads any address of the API; text where the answer is not JSON (feeds, calendars). */
  async function get<P extends Path>(
    path: P,
    ...[asked, options]: Record<string, never> extends Asked<P>
      ? [asked?: Asked<P>, options?: CallOptions]
      : [asked: Asked<P>, options?: CallOptions]
  ): Promise<Answer<P>> {
    return (await call(addressOf(path, { ...asked }), { ...options })) as Answer<P>
  }
  const read = get as (path: string, asked: object, options?: CallOptions) => Promise<unknown>
  return { locale, call, addressOf, get, read }
}
type Calls = ReturnType<typeof openCalls>

function commentsOf({ locale, call, addressOf, get, read }: Calls) {
  const commentAddress = (id: string) => `/comments/${encodeURIComponent(id)}`
  const authorization = (token: string) => ({ Authorization: `Bearer ${token}` })
  type ThreadAsked = Omit<Asked<'/comments'>, 'on'>

  return {
    /** A page of the thread of `posts/{slug}` or `events/{slug}`, answers nested in each comment. */
    thread: (on: string, asked: ThreadAsked = {}, options?: CallOptions) =>
      get('/comments', { ...asked, on }, options),
    /** All top-level comments of a thread, page by page as they are taken. */
    async *all(
      on: string,
      asked: ThreadAsked = {},
      options?: CallOptions,
    ): AsyncGenerator<Comment, void, void> {
      let cursor: string | null | undefined = asked.cursor
      do {
        const page: Thread = await get('/comments', { ...asked, on, cursor: cursor ?? undefined }, options)
        yield* page.items
        cursor = page.nextCursor
      } while (cursor)
    },
    /** How many public comments stand on each of up to 100 pages. */
    counts: async (on: readonly string[], options?: CallOptions): Promise<Record<string, number>> =>
      (await get('/comments/counts', { on: on.join(',') }, options)).counts,
    /** A public comment. */
    get: (id: string, asked: InLanguage = {}, options?: CallOptions) =>
      read('/comments/{id}', { ...asked, id }, options) as Promise<Comment>,
    /** What a form for `posts/{slug}` or `events/{slug}` sends along, so that its writer need not wait for a moderator. */
    formToken: (on: string, options?: CallOptions) => get('/comments/form-token', { on }, options),
    /**
     * Leaves a comment. With an `idempotencyKey`, the same comment sent again within 24 hours gets the same answer.
     * Keep `manageToken` of the receipt where only the writer can read it.
     */
    submit: (
      submission: Omit<Submission, 'redirect'>,
      { idempotencyKey, ...options }: CallOptions & { idempotencyKey?: string | undefined } = {},
    ) =>
      call('/comments', {
        ...options,
        method: 'POST',
        body: { ...(locale && { locale }), ...submission },
        headers: idempotencyKey === undefined ? {} : { 'Idempotency-Key': idempotencyKey },
      }) as Promise<Receipt>,
    /** One's own comment in any state, with its `status`. */
    own: (id: string, token: string, asked: InLanguage = {}, options?: CallOptions) =>
      call(addressOf('/comments/{id}', { ...asked, id }), {
        ...options,
        headers: authorization(token),
      }) as Promise<OwnComment>,
    /** Changes the text of one's own comment; it waits for a moderator again. */
    edit: (id: string, token: string, change: Edit, options?: CallOptions) =>
      call(commentAddress(id), {
        ...options,
        method: 'PATCH',
        body: { ...(locale && { locale }), ...change },
        headers: authorization(token),
      }) as Promise<OwnComment>,
    /** Takes one's own comment back, for good. */
    withdraw: async (id: string, token: string, options?: CallOptions): Promise<void> => {
      const address = locale ? `${commentAddress(id)}?locale=${locale}` : commentAddress(id)
      await call(address, { ...options, method: 'DELETE', headers: authorization(token) })
    },
  }
}

/** A client of the comments alone, with the same calls as `comments` of {@link createClient}, and smaller. */
export const createCommentsClient = (options: ClientOptions) => commentsOf(openCalls(options))

export type CommentsClient = ReturnType<typeof createCommentsClient>

/**
 * A client of the public API. It needs `fetch` and `URL` and nothing else: Node 20, browsers, workers.
 * @throws OvozError from every call that the API refuses; whatever `fetch` throws where nothing answers.
 */
export function createClient(options: ClientOptions) {
  const calls = openCalls(options)
  const { get, read } = calls

  const list = <P extends ListPath>(path: P) => ({
    /** One page, with `nextCursor` for the next. */
    list: (asked: Asked<P> = {} as Asked<P>, options?: CallOptions) =>
      read(path, asked, options) as Promise<Answer<P>>,
    /** All entries, page by page as they are taken. `limit` is the size of a page. */
    async *all(
      asked: Asked<P> = {} as Asked<P>,
      options?: CallOptions,
    ): AsyncGenerator<ItemOf<P>, void, void> {
      let cursor: string | null | undefined = (asked as { cursor?: string }).cursor
      do {
        const page = (await read(path, { ...asked, cursor }, options)) as Page<ItemOf<P>>
        yield* page.items
        cursor = page.nextCursor
      } while (cursor)
    },
  })
  const bySlug = <P extends SlugPath>(path: P) => ({
    /** One by its slug. */
    get: (slug: string, asked: InLanguage = {}, options?: CallOptions) =>
      read(path, { ...asked, slug }, options) as Promise<Answer<P>>,
  })
  const byId = <P extends IdPath>(path: P) => ({
    /** One by its id. */
    get: (id: string, asked: InLanguage = {}, options?: CallOptions) =>
      read(path, { ...asked, id }, options) as Promise<Answer<P>>,
  })

  return {
    get,
    /** The site: its name, languages and the state of its discussion. */
    site: (asked: InLanguage = {}, options?: CallOptions) => get('/site', asked, options),
    posts: { ...list('/posts'), ...bySlug('/posts/{slug}') },
    events: { ...list('/events'), ...bySlug('/events/{slug}') },
    quotes: { ...list('/quotes'), ...byId('/quotes/{id}') },
    people: { ...list('/people'), ...bySlug('/people/{slug}') },
    organizations: { ...list('/organizations'), ...bySlug('/organizations/{slug}') },
    tags: { ...list('/tags'), ...bySlug('/tags/{slug}') },
    media: byId('/media/{id}'),
    comments: commentsOf(calls),
  }
}

export type Client = ReturnType<typeof createClient>
