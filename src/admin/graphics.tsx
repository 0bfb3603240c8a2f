/** A speech bubble that holds a wave: a voice. Drawn in the colour of the text around it. */
export function Icon() {
  return (
    <svg
      aria-hidden="true"
      fill="none"
      height="18"
      stroke="currentColor"
      strokeLinecap="round"
      strokeLinejoin="round"
      strokeWidth="2"
      viewBox="0 0 24 24"
      width="18"
    >
      <path d="M21 11.5a8.5 8.5 0 0 1-12.6 7.4L3 21l2.1-5.4A8.5 8.5 0 1 1 21 11.5Z" />
      <path d="M8.5 10.5v2M12 8.5v6M15.5 10.5v2" />
    </svg>
  )
}

/** The name of the product, as it stands above the form that lets staff in. */
export function Logo() {
  return (
    <span
      style={{
        alignItems: 'center',
        display: 'inline-flex',
        fontSize: '2rem',
        fontWeight: 600,
        gap: '0.6rem',
        letterSpacing: '-0.02em',
      }}
    >
      <span
        style={{
          display: 'inline-flex',
          transform: 'scale(1.5)',
          transformOrigin: 'center',
          marginInlineEnd: '0.4rem',
        }}
      >
        <Icon />
      </span>
      Ovoz
    </span>
  )
}
