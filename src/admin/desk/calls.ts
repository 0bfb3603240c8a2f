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
import { ask } from '../ask.ts'

/** The server of the desk. Every call throws `Away` where it cannot be reached, `Refused` where it says no. */
export function deskCalls(api: string) {
  const at = `${api}/desk`
  return {
    queue: (query: string) => ask<QueueAnswer>(`${at}/queue?${query}`),
    counts: () => ask<CountsAnswer>(`${at}/counts`),
    move: (asked: MoveAsk) => ask<MoveAnswer>(`${at}/move`, { body: asked }),
    keep: (asked: KeepAsk) => ask<KeepAnswer>(`${at}/keep`, { body: asked }),
    // A conflict is an answer: it tells what the comment is now.
    reply: (asked: { id: string; revision: number; text: string }) =>
      ask<ReplyAnswer>(`${at}/reply`, { body: asked, answers: [409] }),
    undoReply: (asked: UndoReplyAsk) => ask<MoveAnswer>(`${at}/reply/undo`, { body: asked }),
    approveWriter: (id: string) => ask<ApproveWriterAnswer>(`${at}/approve-writer`, { body: { id } }),
    close: (asked: Required<CloseAsk>) => ask<CloseAnswer>(`${at}/close`, { body: asked }),
    setCalm: (calm: Calm) => ask<Calm>(`${at}/calm`, { body: calm }),
  }
}
export type DeskCalls = ReturnType<typeof deskCalls>
