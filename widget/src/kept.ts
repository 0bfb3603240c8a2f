type Draft = { body: string; name: string; parent: string | null }
/** An own comment, and what shows that it is one's own. */
export type Claim = { id: string; token: string }

/**
 * What this tab keeps of a thread until it is closed: what was typed and not sent, and the writer's own comments. The
 * e-mail address is never among it. Where the browser keeps nothing, nothing is kept.
 */
export class Kept {
  constructor(private readonly key: string) {}

  #read<T>(name: string): T | null {
    try {
      return JSON.parse(sessionStorage.getItem(`${this.key} ${name}`) ?? 'null') as T | null
    } catch {
      return null
    }
  }

  #write(name: string, value: unknown) {
    try {
      if (value === null) sessionStorage.removeItem(`${this.key} ${name}`)
      else sessionStorage.setItem(`${this.key} ${name}`, JSON.stringify(value))
    } catch {
      // Storage is refused or full: the page works without it.
    }
  }

  get draft(): Draft | null {
    return this.#read('draft')
  }
  set draft(draft: Draft | null) {
    this.#write('draft', draft)
  }

  get claims(): Claim[] {
    return this.#read<Claim[]>('own') ?? []
  }
  claim(claim: Claim) {
    this.#write('own', [...this.claims.filter(({ id }) => id !== claim.id), claim])
  }
  forget(id: string) {
    const rest = this.claims.filter((claim) => claim.id !== id)
    this.#write('own', rest.length ? rest : null)
  }
}
