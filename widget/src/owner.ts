import { type OwnComment, OvozError } from 'ovoz/client'

import { commentItem, ownArticle, ownItem } from './comment.ts'
import type { Claim } from './kept.ts'
import { problemOf } from './problem.ts'
import type { Stage } from './stage.ts'
import type { OwnMode } from './view.ts'

type Owned = { comment: OwnComment; token: string }

/** The writer's own comments: shown at their places, changed and taken back there. */
export class Owner {
  readonly #owned = new Map<string, Owned>()

  constructor(private readonly stage: Stage) {}

  /** Whether this tab can act on a comment; others, such as one a server has shown by a private link, it leaves alone. */
  has = (id: string) => this.#owned.has(id)

  /** Shows what this tab has written, as it stands now. */
  async restore() {
    const written = [...this.#owned].map(([id, { token }]) => ({ id, token }))
    const kept = this.stage.kept.claims.filter(({ id }) => !this.has(id))
    await Promise.all([...written, ...kept].map((claim) => this.#look(claim)))
    this.placeAll()
  }

  async #look({ id, token }: Claim) {
    const { client, signal, kept } = this.stage
    try {
      this.#owned.set(id, { comment: await client.own(id, token, {}, { signal }), token })
    } catch (error) {
      if (error instanceof OvozError && error.status < 500 && error.status !== 429) kept.forget(id)
    }
  }

  /** A comment that was just sent; its article where it could be shown. */
  async add(claim: Claim): Promise<HTMLElement | null> {
    this.stage.kept.claim(claim)
    await this.#look(claim)
    return this.#place(claim.id)
  }

  /** Puts all of them into a list that is new. What everybody sees stands in its page of the thread, and only there. */
  placeAll() {
    for (const [id, { comment }] of this.#owned)
      if (comment.status !== 'approved' || this.stage.article(id)) this.#place(id)
  }

  #place(id: string): HTMLElement | null {
    const { stage } = this
    const owned = this.#owned.get(id)
    if (!owned) return null
    if (stage.article(id)) this.#render(id)
    else {
      const { list, isTop } = stage.listBelow(owned.comment.parent)
      const item = stage.nodes(ownItem(stage.context, owned.comment))
      if (isTop && stage.context.order === 'newest') list.prepend(item)
      else list.append(item)
      stage.find('.ovoz-empty')?.remove()
    }
    return stage.article(id)
  }

  #render(id: string, options: { mode?: OwnMode; typed?: string; error?: string | null } = {}): HTMLElement {
    const { stage } = this
    stage
      .article(id)!
      .replaceWith(stage.nodes(ownArticle(stage.context, this.#owned.get(id)!.comment, options)))
    return stage.article(id)!
  }

  /** Opens what an own comment can be changed by, or closes it again. */
  turn(id: string, mode: OwnMode, options: { typed?: string; error?: string | null } = {}) {
    if (!this.has(id)) return
    const article = this.#render(id, { ...options, mode })
    const field = article.querySelector<HTMLElement>('textarea, button')
    this.stage.focus(field ?? article)
    if (field instanceof HTMLTextAreaElement) field.setSelectionRange(field.value.length, field.value.length)
  }

  async save(id: string, body: string) {
    const { stage } = this
    const owned = this.#owned.get(id)
    if (!owned) return
    const was = owned.comment.status
    try {
      const { locale } = stage.context
      owned.comment = await stage.client.edit(id, owned.token, { body, locale })
    } catch (error) {
      const faults = error instanceof OvozError ? error.errors.map(({ message }) => message).join(' ') : ''
      return this.turn(id, 'edit', { typed: body, error: faults || problemOf(error, stage.context.locale) })
    }
    if (was === 'approved') stage.count(-1)
    stage.notice(stage.say('saved'))
    stage.focus(this.#render(id))
  }

  async withdraw(id: string) {
    const { stage } = this
    const owned = this.#owned.get(id)
    if (!owned) return
    try {
      await stage.client.withdraw(id, owned.token)
    } catch (error) {
      return this.turn(id, 'withdraw', { error: problemOf(error, stage.context.locale) })
    }
    this.#owned.delete(id)
    stage.kept.forget(id)
    if (owned.comment.status === 'approved') stage.count(-1)
    this.#takeAway(owned.comment)
    stage.notice(stage.say('withdrawn'))
    stage.focus(stage.need('.ovoz-notice'))
  }

  /** A place with answers below stays, as it does for everybody. */
  #takeAway(comment: OwnComment) {
    const article = this.stage.article(comment.id)!
    const item = article.closest('.ovoz-item')!
    if (!item.querySelector(':scope > .ovoz-replies > .ovoz-item')) return item.remove()
    const gone = this.stage.nodes(
      commentItem(this.stage.context, { ...comment, isRemoved: true, replies: [] }),
    )
    article.replaceWith(gone.querySelector('article')!)
  }
}
