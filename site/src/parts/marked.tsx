type Piece = { text: string; isFound: boolean }

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’ʼ]*/gu

/** Tajik letters as keyboards without them write them; the API finds them so too. */
const TAJIK: Record<string, string> = { ғ: 'г', қ: 'к', ҳ: 'х', ҷ: 'ч' }

/** Lower case, without accents, but й stays й. */
const plain = (word: string) =>
  word
    .normalize('NFKD')
    .toLowerCase()
    .replace(/и\u0306/g, 'й')
    .replace(/\p{M}/gu, '')
    .replace(/[ғқҳҷ]/g, (letter) => TAJIK[letter]!)

/**
 * A text in pieces, those that begin like a word of the question apart. Search itself knows more forms of a word; what
 * is marked here is what anybody can see.
 */
export function piecesOf(text: string, question: string): Piece[] {
  const asked = [...new Set(question.match(WORD)?.map(plain))]
  const pieces: Piece[] = []
  let done = 0
  for (const { 0: word, index } of text.matchAll(WORD)) {
    if (!asked.some((one) => plain(word).startsWith(one))) continue
    if (index > done) pieces.push({ text: text.slice(done, index), isFound: false })
    done = index + word.length
    pieces.push({ text: word, isFound: true })
  }
  if (done < text.length) pieces.push({ text: text.slice(done), isFound: false })
  return pieces
}

/** A text with the words of a question marked in it. */
export const Marked = ({ text, question }: { text: string; question: string }) => (
  <>{piecesOf(text, question).map((piece) => (piece.isFound ? <mark>{piece.text}</mark> : piece.text))}</>
)
