/** What the server said against it: in words for the one who asked, and by a code where there is one. */
export class Refused extends Error {
  constructor(
    message: string,
    readonly code: string | null = null,
  ) {
    super(message)
  }
}

/** Nobody answered, or the answer made no sense. */
export class Away extends Error {}

type Told = { errors?: { message: string; data?: { code?: string } }[] } | null

/**
 * Asks our own endpoints as the one who is signed in; with a body by POST.
 * @param answers statuses besides 2xx that are an answer and no refusal
 * @throws Refused where the server says no, Away where it says nothing.
 */
export async function ask<T>(address: string, options?: Options): Promise<T> {
  const response = await send(address, options)
  const answer = (await response.json().catch(() => null)) as T | null
  if (answer === null) throw new Away()
  return answer
}

type Options = { body?: object; method?: 'GET' | 'POST'; language?: string; answers?: number[] }

/** The same, where the answer is no JSON. */
export async function send(
  address: string,
  { body, method = body ? 'POST' : 'GET', language, answers = [] }: Options = {},
): Promise<Response> {
  const response = await fetch(address, {
    method,
    credentials: 'include',
    headers: {
      ...(language && { 'Accept-Language': language }),
      ...(body && { 'Content-Type': 'application/json' }),
    },
    ...(body && { body: JSON.stringify(body) }),
  }).catch(() => {
    throw new Away()
  })
  if (response.ok || answers.includes(response.status)) return response
  const told = (await response.json().catch(() => null)) as Told
  const error = response.status < 500 ? told?.errors?.[0] : undefined
  throw error ? new Refused(error.message, error.data?.code ?? null) : new Away()
}
