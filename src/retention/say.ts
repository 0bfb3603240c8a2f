import type { Term, TermName, Words } from './rules.ts'

export const say = (en: string, ru: string, tg: string): Words => ({ en, ru, tg })

export const term = (setting: TermName, preset: number, least: number, most: number): { term: Term } => ({
  term: { setting, preset, least, most },
})
