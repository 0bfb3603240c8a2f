import type { DefaultServerCellComponentProps } from 'payload'

const LONGEST = 120

/** The beginning of a comment in the list of the panel, as a link to the whole of it. */
export function ExcerptCell({ cellData, rowData }: DefaultServerCellComponentProps) {
  const text = String(cellData ?? '').replace(/\s+/g, ' ')
  const excerpt = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
  return <a href={`/admin/collections/comments/${String(rowData.id)}`}>{excerpt}</a>
}
