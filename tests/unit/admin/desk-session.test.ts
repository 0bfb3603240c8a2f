import { describe, expect, it } from 'vitest'

import { Away } from '../../../src/admin/ask.ts'
import type { DeskCalls } from '../../../src/admin/desk/calls.ts'
import { EVERYTHING } from '../../../src/admin/desk/question.ts'
import { type Message, Session } from '../../../src/admin/desk/session.ts'
import type { Card, KeepAsk, MoveAsk, MoveResult, UndoReplyAsk } from '../../../src/desk/shapes.ts'
import { card, page } from './desk-cards.ts'

type Kept = Card & { before?: Card['state'] }

/** A server that keeps comments and answers as the desk's does, once it is let. */
class Server {
  readonly comments = new Map<string, Kept>()
  readonly moves: MoveAsk[] = []
  readonly replies = new Set<string>()
  readonly own = new Set<string>()
  isAway = false
  rounds = 0
  #gates: (() => void)[] = []
  isSlow = false

  constructor(cards: Card[]) {
    for (const one of cards) this.comments.set(one.id, one)
  }

  get counts() {
    const many = (state: string) => [...this.comments.values()].filter((one) => one.state === state).length
    return {
      waiting: many('pending'),
      held: 0,
      reported: [...this.comments.values()].filter(({ reports }) => reports).length,
      approved: many('approved'),
      spam: many('spam'),
      trash: many('trash'),
    }
  }

  letThrough() {
    this.isSlow = false
    for (const open of this.#gates.splice(0)) open()
  }

  async #arrive() {
    if (this.isSlow) await new Promise<void>((open) => this.#gates.push(open))
    if (this.isAway) throw new Away()
  }

  #move(id: string, revision: number, to: MoveAsk['to']): MoveResult {
    const kept = this.comments.get(id)
    if (!kept) return { id, outcome: 'gone' }
    const now = { state: kept.state, revision: kept.revision, lastMove: kept.lastMove }
    if (kept.revision !== revision) return { id, outcome: 'conflict', now }
    const state = to === 'back' ? kept.before! : to
    if (state === kept.state) return { id, outcome: 'stayed', now }
    this.comments.set(id, { ...kept, state, revision: revision + 1, before: kept.state })
    return { id, outcome: 'moved', from: kept.state, now: { state, revision: revision + 1, lastMove: null } }
  }

  readonly calls = {
    queue: async (query: string) => {
      await this.#arrive()
      const queue = new URLSearchParams(query).get('queue')
      const wanted = queue === 'waiting' ? 'pending' : 'approved'
      return page(
        [...this.comments.values()].filter((one) =>
          queue === 'reported' ? one.reports : one.state === wanted,
        ),
        { counts: this.counts },
      )
    },
    move: async (asked: MoveAsk) => {
      await this.#arrive()
      this.moves.push(asked)
      const results = asked.comments.map(({ id, revision }) => this.#move(id, revision, asked.to))
      return { results, counts: this.counts }
    },
    keep: async ({ comments }: KeepAsk) => {
      await this.#arrive()
      const results = comments.map(({ id, seen }) => {
        const kept = this.comments.get(id)!
        if (this.own.has(id)) return { id, outcome: 'illegal', because: 'own' }
        if (kept.reports?.seen !== seen) return { id, outcome: 'conflict' }
        this.comments.set(id, { ...kept, reports: null })
        return { id, outcome: 'kept' }
      })
      return { results, counts: this.counts }
    },
    approveWriter: async () => {
      await this.#arrive()
      this.rounds++
      const ids = [...this.comments.keys()].slice(0, 3)
      const some = this.rounds === 1 ? ids.slice(0, 2) : ids.slice(2)
      const results = some.map((id) => this.#move(id, 0, 'approved'))
      return { results, counts: this.counts, left: this.rounds === 1 ? 1 : 0 }
    },
    reply: async ({ id, revision }: { id: string; revision: number }) => {
      await this.#arrive()
      const result = this.#move(id, revision, 'approved')
      const reply = result.outcome === 'moved' || result.outcome === 'stayed' ? { id: 'reply' } : null
      if (reply) this.replies.add(reply.id)
      return { result, reply, counts: this.counts }
    },
    undoReply: async ({ reply, comment }: UndoReplyAsk) => {
      await this.#arrive()
      this.replies.delete(reply)
      const taken: MoveResult = {
        id: reply,
        outcome: 'moved',
        from: 'approved',
        now: { state: 'trash', revision: 1, lastMove: null },
      }
      const back = comment ? [this.#move(comment.id, comment.revision, 'back')] : []
      return { results: [taken, ...back], counts: this.counts }
    },
  } as unknown as DeskCalls
}

async function open(count = 4) {
  const cards = Array.from({ length: count }, (_, i) => card(i + 1))
  const server = new Server(cards)
  const said: Message[] = []
  const clock = { now: 0 }
  const session = new Session({ calls: server.calls, say: (m) => said.push(m), now: () => clock.now })
  await session.ask(EVERYTHING)
  const shown = () => session.seen.desk.cards.map(({ id }) => Number(id.slice(1)))
  const kinds = () => said.map(({ kind }) => kind)
  return { server, session, said, kinds, clock, shown, ids: cards.map(({ id }) => id) }
}

describe('a session at the desk', () => {
  it('shows a move at once and sends it with what was seen', async () => {
    const { server, session, shown, ids } = await open()
    session.move([ids[0]!], 'approved')
    expect(shown()).toEqual([2, 3, 4])
    await session.settled()
    expect(server.moves).toEqual([{ comments: [{ id: ids[0], revision: 0 }], to: 'approved' }])
    expect(session.seen.desk.counts).toEqual(server.counts)
  })

  it('sends what piled up meanwhile as one request', async () => {
    const { server, session, ids } = await open()
    server.isSlow = true
    for (const id of ids) session.move([id], 'spam')
    server.letThrough()
    await session.settled()
    expect(server.moves.map(({ comments }) => comments.length)).toEqual([1, 3])
    expect(server.counts).toMatchObject({ waiting: 0, spam: 4 })
  })

  it('takes a move back that went out', async () => {
    const { server, session, shown, kinds, ids } = await open()
    session.move([ids[1]!], 'trash')
    await session.settled()
    session.undo()
    expect(shown()).toEqual([1, 2, 3, 4])
    expect(session.seen.desk.current).toBe(ids[1])
    await session.settled()
    expect(server.comments.get(ids[1]!)!.state).toBe('pending')
    expect(kinds()).toEqual(['undone'])
  })

  it('never sends a move that was taken back before it went', async () => {
    const { server, session, ids } = await open()
    server.isSlow = true
    session.move([ids[0]!], 'approved')
    session.move([ids[1]!], 'trash')
    session.undo()
    server.letThrough()
    await session.settled()
    expect(server.moves.map(({ to }) => to)).toEqual(['approved'])
  })

  it('moves again what was taken back, with its newest revision', async () => {
    const { server, session, kinds, ids } = await open()
    session.move([ids[0]!], 'spam')
    session.undo()
    session.move([ids[0]!], 'approved')
    await session.settled()
    expect(server.comments.get(ids[0]!)).toMatchObject({ state: 'approved', revision: 3 })
    expect(kinds()).toEqual(['undone'])
  })

  it('has nothing to take back after ten seconds', async () => {
    const { session, clock, shown, kinds, ids } = await open()
    session.move([ids[0]!], 'spam')
    await session.settled()
    clock.now = 10_000
    session.undo()
    expect(shown()).toEqual([2, 3, 4])
    expect(kinds()).toEqual(['nothingToUndo'])
  })

  it('overwrites nobody: what another moved comes back and says so', async () => {
    const { server, session, shown, kinds, ids } = await open()
    const theirs = { ...server.comments.get(ids[1]!)!, state: 'spam' as const, revision: 1 }
    server.comments.set(ids[1]!, theirs)
    session.move(ids, 'approved')
    await session.settled()
    expect(server.comments.get(ids[1]!)).toBe(theirs)
    expect(shown()).toEqual([2])
    expect(session.seen.desk.told.get(ids[1]!)).toEqual({ state: 'spam', lastMove: null })
    expect(kinds()).toEqual(['conflict'])
    // What was moved can be taken back; what was not is not part of it.
    session.undo()
    await session.settled()
    expect(server.counts).toMatchObject({ waiting: 3, spam: 1 })
    // Whoever has seen it may decide anew.
    session.move([ids[1]!], 'approved')
    await session.settled()
    expect(server.comments.get(ids[1]!)!.state).toBe('approved')
  })

  it('puts everything back where the server cannot be reached', async () => {
    const { server, session, said, shown, ids } = await open()
    server.isAway = true
    session.move([ids[0]!, ids[2]!], 'spam')
    await session.settled()
    expect(shown()).toEqual([1, 2, 3, 4])
    expect(said).toEqual([{ kind: 'notSent', many: 2 }])
    expect(session.seen.done).toEqual([])
  })

  it('moves nothing that is there already or was withdrawn', async () => {
    const { server, session, kinds } = await open(0)
    server.comments.set('w', card(9, { id: 'w', isWithdrawn: true }))
    await session.ask(EVERYTHING)
    session.move(['w'], 'approved')
    session.move(['w'], 'pending')
    await session.settled()
    expect(server.moves).toEqual([])
    expect(kinds()).toEqual(['refused', 'refused'])
  })

  it('sends why with what is removed for that, and apart from what is not', async () => {
    const { server, session, ids } = await open()
    server.isSlow = true
    session.move([ids[0]!], 'trash')
    session.move([ids[1]!], 'trash', 'Names a victim.')
    session.move([ids[2]!], 'trash')
    server.letThrough()
    await session.settled()
    expect(server.moves.map(({ why }) => why)).toEqual([undefined, 'Names a victim.', undefined])
  })

  it('approves all of a writer in as many rounds as it takes', async () => {
    const { server, session, said } = await open()
    await session.approveWriter('c001')
    expect(server.rounds).toBe(2)
    expect(said).toEqual([{ kind: 'approved', many: 3 }])
    expect(session.seen.desk.counts).toEqual(server.counts)
  })

  it('hears no old answer while something is on its way', async () => {
    const { server, session, shown, ids } = await open()
    server.isSlow = true
    const polling = session.poll()
    session.move([ids[0]!], 'approved')
    server.letThrough()
    await polling
    expect(shown()).toEqual([2, 3, 4])
    await session.settled()
    await session.poll()
    expect(shown()).toEqual([2, 3, 4])
  })

  it('leaves another list alone when an undo belongs to the one before', async () => {
    const { server, session, shown, ids } = await open()
    session.move([ids[0]!], 'approved')
    await session.ask({ ...EVERYTHING, queue: 'approved' })
    expect(shown()).toEqual([1])
    session.undo()
    await session.settled()
    await session.poll()
    expect(shown()).toEqual([])
    expect(server.counts.waiting).toBe(4)
  })

  it('replies and lets the card go; a conflict writes nothing', async () => {
    const { server, session, shown, kinds, ids } = await open()
    const [one, two] = session.seen.desk.cards as [Card, Card]
    expect(await session.reply(one, 'Thank you')).toBe(true)
    expect(shown()).toEqual([2, 3, 4])
    server.comments.set(ids[1]!, { ...two, revision: 7 })
    expect(await session.reply(two, 'Thank you')).toBe(false)
    expect(kinds()).toEqual(['replied', 'conflict'])
  })

  it('takes a reply back, together with what it approved', async () => {
    const { server, session, shown, kinds, clock } = await open()
    const [one] = session.seen.desk.cards as [Card]
    await session.reply(one, 'Thank you')
    expect([...server.replies]).toEqual(['reply'])
    clock.now = 9_999
    session.undo()
    expect(shown()).toEqual([1, 2, 3, 4])
    await session.settled()
    expect([...server.replies]).toEqual([])
    expect(server.comments.get(one.id)).toMatchObject({ state: 'pending', revision: 2 })
    expect(session.seen.desk.counts).toEqual(server.counts)
    expect(kinds()).toEqual(['replied', 'undone'])
    session.undo()
    expect(kinds().at(-1)).toBe('nothingToUndo')
  })

  it('takes a reply alone back where what it answers was approved before', async () => {
    const { server, session, shown, ids } = await open()
    session.move([ids[0]!], 'approved')
    await session.ask({ ...EVERYTHING, queue: 'approved' })
    await session.reply(session.seen.desk.cards[0]!, 'Thank you')
    session.undo()
    await session.settled()
    expect([...server.replies]).toEqual([])
    expect(server.comments.get(ids[0]!)!.state).toBe('approved')
    expect(shown()).toEqual([1])
  })

  it('says so where what a reply approved was moved on: the reply is taken back, the move is not', async () => {
    const { server, session, shown, kinds } = await open()
    const [one] = session.seen.desk.cards as [Card]
    await session.reply(one, 'Thank you')
    const theirs = { ...server.comments.get(one.id)!, state: 'spam' as const, revision: 2 }
    server.comments.set(one.id, theirs)
    session.undo()
    await session.settled()
    expect([...server.replies]).toEqual([])
    expect(server.comments.get(one.id)).toBe(theirs)
    expect(session.seen.desk.told.get(one.id)).toEqual({ state: 'spam', lastMove: null })
    expect(shown()).toEqual([1, 2, 3, 4])
    expect(kinds()).toEqual(['replied', 'undone', 'conflict'])
  })

  it('takes back all that was approved of a writer, shown or not, and nothing else', async () => {
    const { server, session, shown, kinds, ids } = await open()
    server.comments.set('c900', card(900))
    await session.ask(EVERYTHING)
    session.dispatch({ kind: 'left', ids: [ids[2]!], from: 'waiting', to: null })
    await session.approveWriter(ids[0]!)
    expect(shown()).toEqual([4, 900])
    expect(session.seen.done.at(-1)!.ids).toEqual(ids.slice(0, 3))
    session.undo()
    expect(shown()).toEqual([1, 2, 4, 900])
    await session.settled()
    expect(server.moves).toEqual([
      { comments: ids.slice(0, 3).map((id) => ({ id, revision: 1 })), to: 'back' },
    ])
    expect(server.counts).toMatchObject({ waiting: 5, approved: 0 })
    expect(session.seen.desk.counts).toEqual(server.counts)
    expect(kinds()).toEqual(['approved', 'undone'])
  })

  it('keeps what another moved meanwhile of what was approved of a writer, and says so', async () => {
    const { server, session, kinds, ids } = await open()
    await session.approveWriter(ids[0]!)
    const theirs = { ...server.comments.get(ids[1]!)!, state: 'trash' as const, revision: 2 }
    server.comments.set(ids[1]!, theirs)
    session.undo()
    await session.settled()
    expect(server.comments.get(ids[1]!)).toBe(theirs)
    expect(server.counts).toMatchObject({ waiting: 3, trash: 1 })
    expect(kinds()).toEqual(['approved', 'undone', 'conflict'])
  })
})

describe('what readers report', () => {
  const reported = (n: number, seen: string) =>
    card(n, {
      state: 'approved',
      reports: { count: 1, seen, newest: seen, reasons: [{ reason: 'spam', count: 1 }], notes: [] },
    })

  async function openReported(queue: 'reported' | 'approved' = 'reported') {
    const opened = await open(0)
    for (const one of [reported(1, '2026-01-02'), reported(2, '2026-01-01')])
      opened.server.comments.set(one.id, one)
    await opened.session.ask({ ...EVERYTHING, queue })
    return { ...opened, first: 'c001', second: 'c002' }
  }

  it('leaves at once where it is kept, and is counted as the server says', async () => {
    const { session, server, shown, kinds, first } = await openReported()
    server.isSlow = true
    const keeping = session.keep([first])
    expect(shown()).toEqual([2])
    // A question on the way would bring it back for a moment.
    await session.poll()
    expect(shown()).toEqual([2])
    server.letThrough()
    await keeping
    expect([kinds(), session.seen.desk.counts?.reported]).toEqual([['kept'], 1])
  })

  it('comes back where it was reported once more meanwhile, in the order of reports', async () => {
    const { session, server, shown, kinds, first, second } = await openReported()
    server.comments.set(second, reported(2, '2026-01-03'))
    await session.keep([first, second])
    expect([shown(), kinds()]).toEqual([[2], ['reportedAgain']])
  })

  it('comes back where it is below one’s own article, and says so', async () => {
    const { session, server, shown, kinds, first } = await openReported()
    server.own.add(first)
    await session.keep([first])
    expect([shown(), kinds()]).toEqual([[2, 1], ['locked']])
  })

  it('comes back where the server cannot be reached', async () => {
    const { session, server, shown, kinds, first } = await openReported()
    server.isAway = true
    await session.keep([first])
    expect(kinds()).toEqual(['away'])
    expect(session.seen.desk.cards.map(({ id }) => id)).toEqual(['c002', 'c001'])
    expect(shown()).toHaveLength(2)
  })

  it('stays in another queue, without its reports', async () => {
    const { session, shown, first, second } = await openReported('approved')
    await session.keep([first])
    expect(shown()).toEqual([1, 2])
    const reports = session.seen.desk.cards.map(({ id, reports }) => [id, reports !== null])
    expect(reports).toEqual([
      [first, false],
      [second, true],
    ])
  })
})
