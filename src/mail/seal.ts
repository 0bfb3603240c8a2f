import { type Sealed, vault } from '../platform/crypto.ts'
import type { Contents } from './letter.ts'

/** What is kept of which notice a mail is: nothing is to be learnt from it. */
export const toMark = (once: string) => vault.index('mail', once)

/** Likewise of what it is about. */
export const toAboutMark = (about: string) => vault.index('mail about', about)

const placeOf = (mark: string) => `mail ${mark}`

export const sealContents = ({ contents, mark }: { contents: Contents; mark: string }): Sealed =>
  vault.seal({ value: JSON.stringify(contents), place: placeOf(mark) })

/** @throws Error when it was sealed with another key or for another mail. */
export const openContents = ({ sealed, mark }: { sealed: string; mark: string }): Contents =>
  JSON.parse(vault.open({ value: sealed as Sealed, place: placeOf(mark) })) as Contents
