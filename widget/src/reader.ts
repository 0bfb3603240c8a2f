import { commentItem } from './comment.ts'
import type { Owner } from './owner.ts'
import type { Stage } from './stage.ts'
import { list, onlyNote, pages, top } from './thread.ts'
import type { Order } from './view.ts'
import type { Writer } from './writer.ts'

/** Getting about in a thread: its pages, its order, the addresses of its comments. */
export class Reader {
  #isBusy = false

  constructor(
    private readonly stage: Stage,
    private readonly owner: Owner,
    private readonly writer: Writer,
  ) {}

  async #thread(order: Order, cursor?: string) {
    const { client, context, signal } = this.stage
    if (this.#isBusy) return null
    this.#isBusy = true
    try {
      return await client.thread(context.thread.on, { order, cursor }, { signal })
    } catch {
      if (!signal.aborted) this.stage.notice(this.stage.say('loadFailed'))
      return null
    } finally {
      this.#isBusy = false
    }
  }

  /** Adds the next page below what is here. */
  async more() {
    const { stage } = this
    const page = await this.#thread(stage.context.order, stage.context.thread.nextCursor ?? undefined)
    // Told where the reader is looking, below the list.
    if (!page) return stage.need('.ovoz-paging').after(stage.need('.ovoz-notice'))
    stage.notice(null)
    const { items, ...thread } = page
    stage.context = { ...stage.context, thread }
    const { list: place } = stage.listBelow(null)
    const fresh = items.filter(({ id }) => !stage.article(id))
    place.append(...fresh.map((comment) => stage.nodes(commentItem(stage.context, comment))))
    stage.put('.ovoz-paging', pages(stage.context))
    this.owner.placeAll()
    const first = fresh[0] && stage.article(fresh[0].id)
    if (first) stage.focus(first)
    stage.announce(stage.say('moreLoaded', { n: fresh.length }))
    stage.emit('loaded', { on: thread.on, total: thread.total })
  }

  /** Reads the thread again from its beginning. */
  async again(order: Order) {
    const { stage } = this
    const page = await this.#thread(order)
    if (!page) return
    const { items, ...thread } = page
    this.writer.home()
    stage.context = { ...stage.context, order, thread, links: { ...stage.context.links, first: null } }
    this.#clearFound()
    stage.find('.ovoz-top')!.replaceWith(stage.nodes(top(stage.context)))
    stage.put('.ovoz-thread', list(stage.context, items))
    stage.put('.ovoz-paging', pages(stage.context))
    await this.owner.restore()
    this.writer.settle()
    stage.focus(stage.find(`[data-ovoz-order="${order}"]`) ?? stage.need('.ovoz-heading'))
    stage.announce(stage.say(order))
    stage.emit('loaded', { on: thread.on, total: thread.total })
  }

  #clearFound() {
    for (const element of this.stage.section.querySelectorAll('.ovoz-only, .ovoz-one')) element.remove()
  }

  /** Goes to the comment an address names; where it is on another page, its conversation comes to the top. */
  async follow(hash: string) {
    const { stage } = this
    const start = `#${stage.context.scope ? `${stage.context.scope}-` : ''}comment-`
    if (!hash.startsWith(start)) return
    const id = decodeURIComponent(hash.slice(start.length))
    if (!stage.article(id)) {
      const comment = await stage.client.get(id, {}, { signal: stage.signal }).catch(() => null)
      if (comment?.on !== stage.context.thread.on) return
      this.#clearFound()
      const one = document.createElement('ol')
      one.className = 'ovoz-list ovoz-one'
      one.append(stage.nodes(commentItem(stage.context, comment)))
      stage.need('.ovoz-thread').before(stage.nodes(onlyNote(stage.context)), one)
    }
    const article = stage.article(id)
    if (!article) return
    for (const other of stage.section.querySelectorAll('.ovoz-found')) other.classList.remove('ovoz-found')
    article.classList.add('ovoz-found')
    stage.focus(article, { scroll: false })
    article.scrollIntoView({ block: 'start' })
  }
}
