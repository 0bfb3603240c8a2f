import type { Child } from 'hono/jsx'

type Props = {
  title: string
  /** The way to all of what is shown here in part. */
  all?: { href: string; label: string } | null | false
  children: Child
}

/** A part of a page under its heading. */
export const Section = ({ title, all, children }: Props) => (
  <section class="part">
    <h2 class="rubric">{title}</h2>
    {children}
    {all && (
      <p class="more">
        <a href={all.href}>{all.label}</a>
      </p>
    )}
  </section>
)
