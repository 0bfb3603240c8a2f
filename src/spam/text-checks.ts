import type { Check } from './check.ts'
import { classifier } from './checks/classifier.ts'
import { imitates } from './checks/imitates.ts'
import { language } from './checks/language.ts'
import { links } from './checks/links.ts'
import { repeated } from './checks/repeated.ts'
import { words } from './checks/words.ts'

/** Those of the checks that read what was written. */
export const TEXT_CHECKS: readonly Check[] = [links, repeated, imitates, words, language, classifier]
