import type { Reports } from '../../desk/shapes.ts'
import type { Words } from './words.ts'

/** What readers report of a comment: how many, why, and what they say. */
export function CardReports({ reports, words }: { reports: Reports; words: Words }) {
  const { count, reasons, notes } = reports
  return (
    <div className="desk__reports">
      <p>
        <b>{words.reports(count)}</b>
        {reasons.map(({ reason, count }) => (
          <span className="desk__chip" key={reason}>
            {words.reportReasons[reason]} {count > 1 && count}
          </span>
        ))}
      </p>
      {notes.length > 0 && (
        <ul>
          {notes.map(({ reason, note, at }) => (
            <li key={at + note}>
              <span className="desk__quiet">{words.reportReasons[reason]}:</span> {note}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
