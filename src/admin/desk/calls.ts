import type {
  ApproveWriterAnswer,
  Calm,
  CloseAnswer,
  CloseAsk,
  CountsAnswer,
  KeepAnswer,
  KeepAsk,
  MoveAnswer,
  MoveAsk,
  QueueAnswer,
  ReplyAnswer,
  UndoReplyAsk,
} from '../../desk/shapes.ts'

/** What the server said against it, in words for the one who asked; `Away` when it said nothing. */
export class Refused extends Error {}
export class Away extends Error {}

/** The server of the desk. Every call throws `Away` where it cannot be reached, `Refused` where it says no. */
export function deskCalls(api: string) {
  async function ask<T>(path: string, body?: unknown, answers: number[] = []): Promise<T> {
    let response: Response
    try {
      response = await fetch(`${api}/desk${path}`, {
        credentials: 'include',
        ...(body !== undefined && {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify(body),
        }),
      })
    } catch {
      throw new Away()
    }
    const answer = (await response.json().catch(() => null)) as
      (T & { errors?: { message: string }[] }) | null
    if (answer && (response.ok || answers.includes(response.status))) return answer
    const message = answer?.errors?.[0]?.message
    throw message && response.status < 500 ? new Refused(message) : new Away()
  }

  return {
    queue: (query: string) => ask<QueueAnswer>(`/queue?${query}`),
    counts: () => ask<CountsAnswer>('/counts'),
    move: (asked: MoveAsk) => ask<MoveAnswer>('/move', asked),
    keep: (asked: KeepAsk) => ask<KeepAnswer>('/keep', asked),
    // A conflict is an answer: it tells what the comment is now.
    reply: (asked: { id: string; revision: number; text: string }) =>
      ask<ReplyAnswer>('/reply', asked, [409]),
    undoReply: (asked: UndoReplyAsk) => ask<MoveAnswer>('/reply/undo', asked),
    approveWriter: (id: string) => ask<ApproveWriterAnswer>('/approve-writer', { id }),
    close: (asked: Required<CloseAsk>) => ask<CloseAnswer>('/close', asked),
    setCalm: (calm: Calm) => ask<Calm>('/calm', calm),
  }
}
export type DeskCalls = ReturnType<typeof deskCalls>
