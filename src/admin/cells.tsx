import type { DefaultServerCellComponentProps } from 'payload'

const LONGEST = 120

const STEPS: [unit: Intl.RelativeTimeFormatUnit, seconds: number][] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
]

/** How long ago something was, in the language of the panel: “3 hours ago”. The exact time stands behind it. */
export function AgeCell({ cellData, i18n }: DefaultServerCellComponentProps) {
  const time = String(cellData ?? '')
  const seconds = (Date.now() - Date.parse(time)) / 1000
  const [unit, length] = STEPS.find(([, step]) => seconds >= step) ?? ['minute', 60]
  const words = new Intl.RelativeTimeFormat(i18n.language, { numeric: 'auto' }).format(
    -Math.floor(seconds / length),
    unit,
  )
  return (
    <time dateTime={time} title={time.replace('T', ' ').slice(0, 16)}>
      {words}
    </time>
  )
}

/** The beginning of a comment in the list of the panel, as a link to the whole of it. */
export function ExcerptCell({ cellData, rowData }: DefaultServerCellComponentProps) {
  const text = String(cellData ?? '').replace(/\s+/g, ' ')
  const excerpt = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
  return <a href={`/admin/collections/comments/${String(rowData.id)}`}>{excerpt}</a>
}
