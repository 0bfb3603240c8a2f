import type { State } from '../moves/moves.ts'
import { MOST } from './selection.ts'

/** A move that somebody made and that the server has not heard of yet. `reply` is an answer that goes with it. */
export type Task = { number: number; ids: string[]; to: State | 'back'; why?: string; reply?: string }

/**
 * What goes out next: the first task, and those after it that say the same, as one request. A comment is in a request
 * once, so a task that names one again waits for the next. An answer is taken back by a request of its own.
 */
export function nextRequest(tasks: readonly Task[]): { request: Task[]; rest: Task[] } {
  const request: Task[] = []
  const ids = new Set<string>()
  for (const task of tasks) {
    const [first] = request
    const isAlike = !first || (task.to === first.to && task.why === first.why && !task.reply && !first.reply)
    const hasRoom = !first || ids.size + task.ids.length <= MOST
    if (!isAlike || !hasRoom || task.ids.some((id) => ids.has(id))) break
    request.push(task)
    for (const id of task.ids) ids.add(id)
  }
  return { request, rest: tasks.slice(request.length) }
}

/** Takes back a task that has not gone out. Null when it has. */
export function withdraw(tasks: readonly Task[], number: number): Task[] | null {
  return tasks.some((task) => task.number === number) ? tasks.filter((task) => task.number !== number) : null
}

/** A way back for many, in requests that the server takes. */
export const wayBack = (number: number, ids: readonly string[]): Task[] =>
  Array.from({ length: Math.ceil(ids.length / MOST) }, (_, i) => ({
    number,
    ids: ids.slice(i * MOST, (i + 1) * MOST),
    to: 'back' as const,
  }))
