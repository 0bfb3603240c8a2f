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

/** What axe holds to be a serious or critical fault of the page as it is now, or of a part of it; a line for each place. */
export async function barriersOn(page: Page, part?: string): Promise<string[]> {
  // The protocol of the browser puts it in: the page's own rules let no foreign script run.
  await page.evaluate(source)
  const violations = (await page.evaluate(
    `axe.run(${part ? JSON.stringify(part) : 'document'}, { resultTypes: ["violations"] }).then(({ violations }) => violations)`,
  )) as Finding[]
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, impact, help, nodes }) =>
      nodes.map(
        ({ html, target }) => `${impact}: ${id} (${help}) at ${target.join(' ')}: ${html.slice(0, 200)}`,
      ),
    )
}
