/** What the server said against it: in words for the one who asked, and by a code where there is one. */
export class Refused extends Error {
  constructor(
    message: string,
    readonly code: string | null,
  ) {
    super(message)
  }
}

type Answer = { errors?: { message: string; data?: { code?: string } }[] }

/** Asks the endpoints of `/api/users`. Throws `Refused`; `away` is said where nothing came back. */
export function userCalls({ api, language, away }: { api: string; language: string; away: string }) {
  return async function ask<T>(path: string, body?: object): Promise<T> {
    const response = await fetch(`${api}/users${path}`, {
      credentials: 'include',
      method: body ? 'POST' : 'GET',
      headers: { 'Accept-Language': language, ...(body && { 'Content-Type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    }).catch(() => {
      throw new Refused(away, null)
    })
    const answer = (await response.json().catch(() => null)) as (T & Answer) | null
    if (answer && response.ok) return answer
    const error = response.status < 500 ? answer?.errors?.[0] : undefined
    throw new Refused(error?.message ?? away, error?.data?.code ?? null)
  }
}
