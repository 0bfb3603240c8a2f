import { type Calm, type Card, MOST_CARDS, type MoveResult } from '../../desk/shapes.ts'
import { Away, Refused } from '../ask.ts'
import type { State } from '../moves/moves.ts'
import type { DeskCalls } from './calls.ts'
import { nextRequest, type Task, wayBack, withdraw } from './outgoing.ts'
import { EVERYTHING, type Question, toQuery } from './question.ts'
import { type Desk, EMPTY, type Event, reduce } from './queue.ts'
import { type Done, remembered, undoable, without } from './undo.ts'

/** What the desk says beside its list. */
export type Message =
  | { kind: 'notSent' | 'approved'; many: number }
  | { kind: 'refused'; message: string | null }
  | { kind: 'conflict'; results: MoveResult[] }
  | { kind: 'locked'; because: 'sealed' | 'own' }
  | {
      kind:
        | 'undone'
        | 'nothingToUndo'
        | 'replied'
        | 'kept'
        | 'reportedAgain'
        | 'articleClosed'
        | 'articleOpened'
        | 'calmSaved'
        | 'away'
    }

export type Seen = { desk: Desk; question: Question; done: readonly Done<Card>[] }

/** Most rounds of `approve-writer`, each of at most 500 comments. */
const MOST_ROUNDS = 20

/**
 * What a moderator does at the desk. Everything is shown at once and sent one request after the other; what the
 * server refuses comes back with what has become of it.
 */
export class Session {
  seen: Seen = { desk: EMPTY, question: EVERYTHING, done: [] }
  #calls: DeskCalls
  #say: (message: Message) => void
  #now: () => number
  #listeners = new Set<() => void>()
  #tasks: Task[] = []
  #sending: Promise<void> | null = null
  /** What was moved from here, as it stood, and in which list. */
  #moving = new Map<string, { card: Card; list: number }>()
  /** The newest revision known of a comment that was moved from here. */
  #revisions = new Map<string, number>()
  #number = 0
  #list = 0
  #isLoadingMore = false
  /** How many dismissals are on their way. */
  #keeping = 0

  constructor({
    calls,
    say,
    now = Date.now,
  }: {
    calls: DeskCalls
    say: (message: Message) => void
    now?: () => number
  }) {
    this.#calls = calls
    this.#say = say
    this.#now = now
  }

  subscribe = (listener: () => void) => {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  /** Resolves when nothing is on its way. */
  async settled() {
    while (this.#sending) await this.#sending
  }

  #show(next: Partial<Seen>) {
    this.seen = { ...this.seen, ...next }
    for (const listener of this.#listeners) listener()
  }

  dispatch = (event: Event) => this.#show({ desk: reduce(this.seen.desk, event) })

  /** Shows another list, or the same one anew. */
  async ask(question: Question) {
    const list = ++this.#list
    this.#show({ question })
    this.dispatch({ kind: 'asked', order: question.order, isByReport: question.queue === 'reported' })
    await this.settled()
    await this.#load(list, () => this.#calls.queue(toQuery(question, { now: this.#now() })), 'answered')
  }

  async more() {
    const { desk, question } = this.seen
    if (desk.next === null || this.#isLoadingMore) return
    this.#isLoadingMore = true
    const query = toQuery(question, { now: this.#now(), cursor: desk.next, limit: MOST_CARDS })
    await this.#load(this.#list, () => this.#calls.queue(query), 'more')
    this.#isLoadingMore = false
  }

  async #load(list: number, ask: () => ReturnType<DeskCalls['queue']>, kind: 'answered' | 'more') {
    try {
      const page = await ask()
      if (list === this.#list) this.dispatch({ kind, page })
    } catch (error) {
      if (error instanceof Refused) this.#say({ kind: 'refused', message: error.message })
      if (list === this.#list) this.dispatch({ kind: 'failed' })
    }
  }

  /** Asks what is new, unless something is on its way: then the answer would be old when it comes. */
  async poll() {
    const { desk, question } = this.seen
    if (desk.phase === 'failed') return this.ask(question)
    if (desk.phase === 'loading' || this.#sending || this.#keeping || this.#isLoadingMore) return
    const list = this.#list
    const limit = Math.min(MOST_CARDS, Math.max(30, desk.cards.length))
    try {
      const page = await this.#calls.queue(toQuery(question, { now: this.#now(), limit }))
      if (list === this.#list) this.dispatch({ kind: 'polled', page, version: desk.version })
    } catch {
      if (list === this.#list) this.dispatch({ kind: 'failed' })
    }
    const done = remembered(this.seen.done, this.#now())
    if (done.length !== this.seen.done.length) this.#show({ done })
  }

  /** Moves cards of the list. Those that are there already, or that their writer took back, stay. `why` is told. */
  move(ids: Iterable<string>, to: State, why = '') {
    const { desk, question } = this.seen
    const asked = new Set(ids)
    const cards = desk.cards.filter((card) => asked.has(card.id) && card.state !== to && !card.isWithdrawn)
    if (!cards.length) {
      if (asked.size) this.#say({ kind: 'refused', message: null })
      return
    }
    const number = ++this.#number
    const moved = cards.map(({ id }) => id)
    for (const card of cards) this.#moving.set(card.id, { card, list: this.#list })
    this.#tasks.push({ number, ids: moved, to, ...(why && { why }) })
    this.#remember({ number, ids: moved, cards, from: question.queue, to })
    this.dispatch({ kind: 'left', ids: moved, from: question.queue, to })
    this.#send()
  }

  #remember(made: Omit<Done<Card>, 'list' | 'at'>) {
    const at = this.#now()
    this.#show({ done: [...remembered(this.seen.done, at), { ...made, list: this.#list, at }] })
  }

  /** Takes back the last move, while its time lasts. */
  undo() {
    const last = undoable(this.seen.done, this.#now())
    if (!last) return this.#say({ kind: 'nothingToUndo' })
    this.#show({ done: this.seen.done.filter(({ number }) => number !== last.number) })
    const { cards, from, ids, list, reply, to } = last
    const number = ++this.#number
    const back: Task[] =
      reply === undefined ? wayBack(number, ids) : [{ number, ids: [...ids], to: 'back', reply }]
    this.#tasks = withdraw(this.#tasks, last.number) ?? [...this.#tasks, ...back]
    if (list === this.#list) this.dispatch({ kind: 'back', cards, from, to, many: ids.length })
    this.#say({ kind: 'undone' })
    this.#send()
  }

  #send() {
    this.#sending ??= this.#sendAll().finally(() => {
      this.#sending = null
      if (this.#tasks.length) this.#send()
    })
  }

  async #sendAll() {
    while (this.#tasks.length) {
      const { request, rest } = nextRequest(this.#tasks)
      this.#tasks = rest
      const comments = request.flatMap(({ ids }) => ids.map((id) => ({ id, revision: this.#revisionOf(id) })))
      try {
        const { to, why, reply } = request[0]!
        const { results, counts } =
          reply === undefined
            ? await this.#calls.move({ comments, to, ...(why && { why }) })
            : await this.#calls.undoReply({ reply, comment: comments[0] ?? null })
        this.#settle(results)
        if (!this.#tasks.length) this.dispatch({ kind: 'counted', counts })
      } catch (error) {
        this.#fail([...request, ...this.#tasks], error)
      }
    }
  }

  #revisionOf(id: string) {
    return Math.max(this.#moving.get(id)?.card.revision ?? 0, this.#revisions.get(id) ?? 0)
  }

  /** A card that was moved, where its list is the one that is shown. */
  #cardHere(id: string): Card | null {
    const moved = this.#moving.get(id)
    return moved?.list === this.#list ? moved.card : null
  }

  /** What was not moved comes back, with what has become of it. */
  #settle(results: MoveResult[]) {
    for (const result of results)
      if (result.outcome !== 'gone') this.#revisions.set(result.id, result.now.revision)
    const refused = results.filter(({ outcome }) => outcome !== 'moved' && outcome !== 'stayed')
    if (!refused.length) return
    const ids = new Set(refused.map(({ id }) => id))
    this.#tasks = this.#tasks
      .map((task) => ({ ...task, ids: task.ids.filter((id) => !ids.has(id)) }))
      .filter((task) => task.ids.length)
    this.#show({ done: without(this.seen.done, ids) })
    this.dispatch({
      kind: 'conflict',
      cards: refused.flatMap((result) => {
        const card = this.#cardHere(result.id)
        if (!card || result.outcome === 'gone') return []
        const { state, revision, lastMove } = result.now
        const because = result.outcome === 'illegal' ? { because: result.because } : {}
        return [{ card: { ...card, state, revision, lastMove }, told: { state, lastMove, ...because } }]
      }),
    })
    this.#say({ kind: 'conflict', results: refused })
  }

  /** Nothing of this was heard: it stands where it stood, and the next poll says what is so. */
  #fail(tasks: Task[], error: unknown) {
    this.#tasks = []
    const ids = new Set(tasks.filter(({ to }) => to !== 'back').flatMap((task) => task.ids))
    const cards = [...ids].flatMap((id) => this.#cardHere(id) ?? [])
    this.#show({ done: without(this.seen.done, ids) })
    this.dispatch({ kind: 'back', cards, from: this.seen.question.queue, to: null })
    if (error instanceof Refused) this.#say({ kind: 'refused', message: error.message })
    else this.#say({ kind: 'notSent', many: tasks.flatMap((task) => task.ids).length })
  }

  /** Dismisses what readers reported of cards, as it was seen; the comments stay. */
  async keep(ids: Iterable<string>) {
    const asked = new Set(ids)
    const cards = this.seen.desk.cards.filter(({ id, reports }) => asked.has(id) && reports)
    if (!cards.length) return this.#say({ kind: 'refused', message: null })
    const list = this.#list
    const from = this.seen.question.queue
    const isLeaving = from === 'reported'
    const bringBack = (some: Card[]) => {
      if (isLeaving && some.length && list === this.#list)
        this.dispatch({ kind: 'back', cards: some, from, to: null })
    }
    if (isLeaving) this.dispatch({ kind: 'left', ids: cards.map(({ id }) => id), from, to: null })
    this.#keeping++
    await this.settled()
    const isHeard = await this.#trying(async () => {
      const comments = cards.map(({ id, reports }) => ({ id, seen: reports!.seen }))
      const { results, counts } = await this.#calls.keep({ comments })
      const refused = results.filter(({ outcome }) => outcome === 'conflict' || outcome === 'illegal')
      const staying = new Set(refused.map(({ id }) => id))
      const locked = refused.find((result) => result.outcome === 'illegal')
      bringBack(cards.filter(({ id }) => staying.has(id)))
      const done = new Set(comments.map(({ id }) => id).filter((id) => !staying.has(id)))
      if (!isLeaving && list === this.#list) this.dispatch({ kind: 'kept', ids: done })
      this.dispatch({ kind: 'counted', counts })
      if (locked) this.#say({ kind: 'locked', because: locked.because })
      else this.#say({ kind: staying.size ? 'reportedAgain' : 'kept' })
      return true
    })
    this.#keeping--
    if (!isHeard) bringBack(cards)
  }

  /** Answers as staff and approves. Whether it was written. */
  async reply(card: Card, text: string): Promise<boolean> {
    const { queue } = this.seen.question
    this.#moving.set(card.id, { card, list: this.#list })
    await this.settled()
    const revision = this.#revisionOf(card.id)
    return this.#trying(async () => {
      const { result, reply, counts } = await this.#calls.reply({ id: card.id, revision, text })
      if (!reply) {
        this.#settle([result])
        return false
      }
      const isMoved = result.outcome === 'moved'
      if (isMoved) this.#revisions.set(card.id, result.now.revision)
      this.#remember({
        number: ++this.#number,
        ids: isMoved ? [card.id] : [],
        cards: queue === 'approved' ? [] : [card],
        reply: reply.id,
        from: queue,
        to: 'approved',
      })
      if (queue !== 'approved') this.dispatch({ kind: 'left', ids: [card.id], from: queue, to: null })
      this.dispatch({ kind: 'counted', counts })
      this.#say({ kind: 'replied' })
      return true
    })
  }

  /** Approves all that waits of the writer of a comment. */
  async approveWriter(id: string) {
    await this.settled()
    const ids: string[] = []
    await this.#trying(async () => {
      for (let round = 0, left = 1; left > 0 && round < MOST_ROUNDS; round++) {
        const answer = await this.#calls.approveWriter(id)
        const moved = answer.results.filter((result) => result.outcome === 'moved')
        for (const { id, now } of moved) this.#revisions.set(id, now.revision)
        ids.push(...moved.map(({ id }) => id))
        left = moved.length ? answer.left : 0
        this.dispatch({ kind: 'counted', counts: answer.counts })
      }
      this.#say({ kind: 'approved', many: ids.length })
      return true
    })
    this.#approved(ids)
    await this.poll()
  }

  /** What was approved without being named leaves the list, and can be taken back as a whole. */
  #approved(ids: readonly string[]) {
    if (!ids.length) return
    const { desk, question } = this.seen
    const isShown = question.queue === 'waiting' || question.queue === 'held'
    const moved = new Set(ids)
    const cards = isShown ? desk.cards.filter((card) => moved.has(card.id)) : []
    for (const card of cards) this.#moving.set(card.id, { card, list: this.#list })
    const from = isShown ? question.queue : 'waiting'
    this.#remember({ number: ++this.#number, ids, cards, from, to: 'approved' })
    this.dispatch({ kind: 'left', ids: cards.map(({ id }) => id), from, to: null })
  }

  /** Closes the comments of an article, or opens them again. */
  async close(on: string, isClosed = true) {
    const isDone = await this.#trying(async () => Boolean(await this.#calls.close({ on, isClosed })))
    if (!isDone) return
    this.#say({ kind: isClosed ? 'articleClosed' : 'articleOpened' })
    await this.ask(this.seen.question)
  }

  async setCalm(calm: Calm) {
    return this.#trying(async () => {
      this.dispatch({ kind: 'calm', calm: await this.#calls.setCalm(calm) })
      this.#say({ kind: 'calmSaved' })
      return true
    })
  }

  async #trying(act: () => Promise<boolean>): Promise<boolean> {
    try {
      return await act()
    } catch (error) {
      if (error instanceof Refused) this.#say({ kind: 'refused', message: error.message })
      else if (error instanceof Away) this.#say({ kind: 'away' })
      else throw error
      return false
    }
  }
}
