import type { Locale } from 'ovoz/client'

import { en } from './en.ts'
import { learn, type Texts } from './index.ts'
import { ru } from './ru.ts'
import { tg } from './tg.ts'

/** Every language, at once: for servers. */
export const TEXTS: Record<Locale, Texts> = { en, ru, tg }

learn('ru', ru)
learn('tg', tg)
