/** What a stranger sends in. */
export const submission = {
  on: 'posts/water-by-day',
  name: 'Nobody',
  email: 'nobody@stranger.example',
  body: 'Words of a stranger',
}

let n = 0
/** What makes one text another than the one before: what is sent twice counts once. */
export const nextNumber = () => ++n
