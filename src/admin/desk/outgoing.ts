import type { State } from '../moves.ts'
import { MOST } from './selection.ts'

/** A move that somebody made and that the server has not heard of yet. */
export type Task = { number: number; ids: string[]; to: State | 'back'; why?: string }

/**
 * What goes out next: the first task, and those after it that say the same, as one request. A comment is in a request
 * once, so a task that names one again waits for the next.
 */
export function nextRequest(tasks: readonly Task[]): { request: Task[]; rest: Task[] } {
  const request: Task[] = []
  const ids = new Set<string>()
  for (const task of tasks) {
    const [first] = request
    const isAlike = !first || (task.to === first.to && task.why === first.why)
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
