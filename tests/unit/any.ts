import fc from 'fast-check'

/** Any text a request could carry: whole Unicode, halves of characters, control characters. */
export const anyText = (most = 200) =>
  fc.oneof(
    fc.string({ unit: 'binary', maxLength: most }),
    fc.string({ unit: 'grapheme', maxLength: most }),
    fc.string({ unit: fc.nat(0xffff).map((code) => String.fromCharCode(code)), maxLength: most }),
    fc.string({ unit: fc.constantFrom(...'<>"\'&;:/.@#-_ \n\r\t\0=()жӯ'), maxLength: most }),
  )

/** The one refusal or error that an act throws; undefined where it throws none. */
export function thrownBy(act: () => unknown): unknown {
  try {
    act()
  } catch (error) {
    return error
  }
  return undefined
}
