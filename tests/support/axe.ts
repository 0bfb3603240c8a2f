import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

import type { Page } from 'playwright-core'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

type Finding = {
  id: string
  impact: string | null
  help: string
  nodes: { html: string; target: string[] }[]
}

type Asked = {
  /** A selector; the whole page where there is none. */
  part?: string
  /** Names of rules; all where there are none. */
  rules?: string[]
}

/** What axe holds to be a serious or critical fault of the page as it is now, or of a part of it; a line for each place. */
async function findBarriers(page: Page, { part, rules }: Asked): Promise<string[]> {
  // The protocol of the browser puts it in: the page's own rules let no foreign script run.
  if (!(await page.evaluate('"axe" in globalThis'))) await page.evaluate(source)
  const options = JSON.stringify({ resultTypes: ['violations'], ...(rules && { runOnly: rules }) })
  const violations = (await page.evaluate(
    `axe.run(${part ? JSON.stringify(part) : 'document'}, ${options}).then(({ violations }) => violations)`,
  )) as Finding[]
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, impact, help, nodes }) =>
      nodes.map(
        ({ html, target }) => `${impact}: ${id} (${help}) at ${target.join(' ')}: ${html.slice(0, 200)}`,
      ),
    )
}

export const barriersOn = (page: Page, part?: string) => findBarriers(page, part ? { part } : {})

/** What the dark changes of a page that is without barriers in the light: nothing but its colours. */
export async function barriersInTheDark(page: Page) {
  await page.emulateMedia({ colorScheme: 'dark' })
  return findBarriers(page, { rules: ['color-contrast', 'link-in-text-block'] })
}
