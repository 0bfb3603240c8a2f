type Props = { cursor: string | null; hrefOf: (cursor: string) => string; label: string }

/** The way to the next page of a list, where there is one. */
export const NextPage = ({ cursor, hrefOf, label }: Props) =>
  cursor === null ? null : (
    <p class="more">
      <a href={hrefOf(cursor)} rel="next">
        {label}
      </a>
    </p>
  )
