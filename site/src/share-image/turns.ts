/** More wait already than may. */
export class TooMany extends Error {
  override name = 'TooMany'
}

/**
 * One thing after the other, since each takes all of a processor.
 * @param most how many may wait.
 */
export function createTurns(most: number) {
  let last: Promise<unknown> = Promise.resolve()
  let waiting = 0

  return async function inTurn<T>(task: () => Promise<T>): Promise<T> {
    if (waiting >= most) throw new TooMany('Too many pictures are waited for.')
    waiting++
    const own = last.then(task)
    last = own.catch(() => undefined).finally(() => waiting--)
    return own
  }
}
